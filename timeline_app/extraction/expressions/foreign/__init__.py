"""Time expressions of German, French, Spanish, Italian, Portuguese, Dutch and Russian texts."""

from timeline_app.extraction.expressions.foreign.lexicon import LANGUAGES
from timeline_app.extraction.expressions.foreign.recognition import recognise_foreign

__all__ = ["LANGUAGES", "recognise_foreign"]
