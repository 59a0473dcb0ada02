"""The units in which a date can be known, and the granules of the calendar in each unit.

A *granule* is one unit of the calendar: the day 2024-10-29, the month 2024-10, the 1990s.
Granules are half-open: they begin at an instant and end at the instant where the next begins.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum

from timeline_app.domain.time.calendar import (
    SECONDS_PER_DAY,
    SECONDS_PER_HOUR,
    SECONDS_PER_MINUTE,
    add_months,
    civil_time,
    instant_at,
)


class Precision(IntEnum):
    """How fine a date is known, from a second to a millennium; a larger value is coarser."""

    SECOND = 1
    MINUTE = 2
    HOUR = 3
    DAY = 4
    MONTH = 5
    QUARTER = 6
    SEASON = 7
    HALF = 8
    YEAR = 9
    DECADE = 10
    CENTURY = 11
    MILLENNIUM = 12


_SECONDS = {
    Precision.SECOND: 1,
    Precision.MINUTE: SECONDS_PER_MINUTE,
    Precision.HOUR: SECONDS_PER_HOUR,
    Precision.DAY: SECONDS_PER_DAY,
}
# Meteorological seasons of the northern hemisphere begin in March, June, September, December.
_MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.SEASON: 3, Precision.HALF: 6}
_YEARS = {
    Precision.YEAR: 1,
    Precision.DECADE: 10,
    Precision.CENTURY: 100,
    Precision.MILLENNIUM: 1_000,
}
_SEASON_OFFSET = 2  # spring begins two months after January


def granule_start(instant: int, precision: Precision) -> int:
    """The instant at which the granule that holds `instant` begins."""
    if precision in _SECONDS:
        return instant - instant % _SECONDS[precision]
    year, month = civil_time(instant)[:2]
    if precision in _YEARS:
        return instant_at(year - year % _YEARS[precision])
    offset = _SEASON_OFFSET if precision is Precision.SEASON else 0
    back = (month - 1 - offset) % _MONTHS[precision]
    return instant_at(*add_months(year, month, -back))


def step_granules(start: int, precision: Precision, count: int = 1) -> int:
    """The start of the granule that lies `count` granules after the one beginning at `start`."""
    if precision in _SECONDS:
        return start + count * _SECONDS[precision]
    year, month = civil_time(start)[:2]
    if precision in _YEARS:
        return instant_at(year + count * _YEARS[precision], month)
    return instant_at(*add_months(year, month, count * _MONTHS[precision]))


def count_granules(start: int, end: int, precision: Precision) -> int:
    """How many granules lie between two starts of granules; negative when `end` comes first."""
    if precision in _SECONDS:
        return (end - start) // _SECONDS[precision]
    (year, month), (last_year, last_month) = civil_time(start)[:2], civil_time(end)[:2]
    if precision in _YEARS:
        return (last_year - year) // _YEARS[precision]
    return ((last_year - year) * 12 + last_month - month) // _MONTHS[precision]


def granule_end(instant: int, precision: Precision) -> int:
    """The instant at which the granule that holds `instant` ends and the next begins."""
    return step_granules(granule_start(instant, precision), precision)


def common_precision(precisions: Collection[Precision]) -> Precision:
    """The coarsest precision whose granules make up the granules of all of `precisions`.

    It is the finest of them, but for seasons, which begin in other months than quarters and years:
    what mixes them is told in months.
    """
    finest = min(precisions)
    if Precision.SEASON in precisions and finest >= Precision.QUARTER and len(set(precisions)) > 1:
        return Precision.MONTH
    return finest
