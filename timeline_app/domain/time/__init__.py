"""Time values: a calendar without limits, spans with four bounds, EDTF text, and wording."""

from timeline_app.domain.time.calendar import CivilDate, CivilTime
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.domain.time.precision import Precision
from timeline_app.domain.time.span import SpanShape, TimeSpan
from timeline_app.domain.time.wording import (
    bounds_as_edtf,
    date_in_words,
    knowledge_in_words,
    span_in_words,
)
from timeline_app.domain.time.written import WrittenDate, find_full_dates

__all__ = [
    "CivilDate",
    "CivilTime",
    "Precision",
    "SpanShape",
    "TimeSpan",
    "WrittenDate",
    "bounds_as_edtf",
    "date_in_words",
    "find_full_dates",
    "knowledge_in_words",
    "parse_edtf",
    "span_in_words",
    "write_edtf",
]
