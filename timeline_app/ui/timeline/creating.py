"""Events made on the canvas: how fine their first date is depends on the zoom."""

from __future__ import annotations

from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.layout import TimeScale

NEW_TITLE = "New event"
_PRECISIONS = (
    (5_760.0, Precision.MINUTE),
    (480.0, Precision.HOUR),
    (3.0, Precision.DAY),
    (0.3, Precision.MONTH),
    (0.02, Precision.YEAR),
    (0.002, Precision.DECADE),
    (0.0002, Precision.CENTURY),
)


def span_at(instant: int, scale: TimeScale) -> TimeSpan:
    """The granule at an instant that is wide enough on the scale to have been meant."""
    precision = next(
        (unit for least, unit in _PRECISIONS if scale.pixels_per_day >= least),
        Precision.MILLENNIUM,
    )
    return TimeSpan.at(instant, precision)
