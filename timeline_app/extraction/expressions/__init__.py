"""Time expressions: finds them in a text, and resolves them against an article's date."""

from timeline_app.extraction.expressions.model import Resolution, TimeExpression
from timeline_app.extraction.expressions.recognition import recognise
from timeline_app.extraction.expressions.resolution import resolve
from timeline_app.extraction.expressions.typed import read_date, read_foreign_date

__all__ = [
    "Resolution",
    "TimeExpression",
    "read_date",
    "read_foreign_date",
    "recognise",
    "resolve",
]
