"""Time values: a calendar without limits, and spans with four bounds.

Their EDTF text is in `edtf`, their wording in `wording`, and `written` finds dates in texts.
"""

from timeline_app.domain.time.calendar import CivilDate, CivilTime
from timeline_app.domain.time.precision import Precision
from timeline_app.domain.time.span import SpanShape, TimeSpan

__all__ = ["CivilDate", "CivilTime", "Precision", "SpanShape", "TimeSpan"]
