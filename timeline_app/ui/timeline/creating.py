"""Dates and zoom: how fine the date of a new event is, and how wide a date is shown."""

from __future__ import annotations

from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.layout import TimeScale
from timeline_app.layout.marks import mark_bounds

NEW_TITLE = "New event"
_TIMES_AS_WIDE = 6  # the view beside the date in its middle
_HOUR = 3_600
_LEAST_SHOWN = 4 * _HOUR
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


def scale_showing(span: TimeSpan, width: float) -> TimeScale | None:
    """The scale that shows a date in the middle, as wide as it asks for.

    `width` is that of the view in pixels. None when nothing is known of the date.
    """
    bounds = mark_bounds(span)
    if bounds is None:
        return None
    length = max(bounds.x2 - bounds.x1, 1)
    finest = _LEAST_SHOWN / width if length < _HOUR else 0.0
    seconds = max(length * _TIMES_AS_WIDE / width, finest)
    begin = bounds.x1 + length // 2 - round(seconds * width / 2)
    return TimeScale(begin, seconds)
