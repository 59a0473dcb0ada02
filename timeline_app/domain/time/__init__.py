"""Time values: a calendar without limits, spans with four bounds, EDTF text, and wording."""

from timeline_app.domain.time.calendar import CivilDate, CivilTime
from timeline_app.domain.time.precision import Precision
from timeline_app.domain.time.span import SpanShape, TimeSpan

__all__ = ["CivilDate", "CivilTime", "Precision", "SpanShape", "TimeSpan"]
