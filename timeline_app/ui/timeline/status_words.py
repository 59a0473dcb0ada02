"""What the status bar says of the timeline."""

from __future__ import annotations

from timeline_app.domain.time.calendar import civil_time
from timeline_app.domain.time.wording import date_in_words
from timeline_app.layout import TimeScale
from timeline_app.layout.axis_text import rough_age_text
from timeline_app.layout.display_list import Told

_AGES_FROM = 20_000 * 31_556_952  # seconds in view from which days say nothing: twenty millennia


def status_words(told: Told, scale: TimeScale, width: float, shown: int, total: int) -> str:
    """The stretch of time in view, how many of all events are shown, and how many in groups."""
    in_words = rough_age_text if scale.seconds_per_pixel * width > _AGES_FROM else _day_words
    first, last = (in_words(scale.time_at(x)) for x in (0.0, width))
    words = f"{first} – {last}   {shown:,} of {total:,} events"
    if not told.groups:
        return words
    groups = "1 group" if told.groups == 1 else f"{told.groups} groups"
    return f"{words}, {told.grouped:,} of those here in {groups}"


def _day_words(instant: int) -> str:
    return date_in_words(civil_time(instant).date, with_weekday=False)
