"""The dates of named days, year by year."""

from __future__ import annotations

from timeline_app.domain.time.calendar import day_ordinal, days_in_month, weekday
from timeline_app.extraction.expressions.tables_en import (
    EASTER_OFFSETS,
    FIXED_FESTIVALS,
    WEEKDAY_FESTIVALS,
)


def festival_date(key: str, year: int) -> int | None:
    """The day ordinal of a festival in a year; None when no rule for it is known."""
    if key in FIXED_FESTIVALS:
        return day_ordinal(year, *FIXED_FESTIVALS[key])
    if key in EASTER_OFFSETS:
        return easter(year) + EASTER_OFFSETS[key]
    if key in WEEKDAY_FESTIVALS:
        return _nth_weekday(year, *WEEKDAY_FESTIVALS[key])
    return None


def _nth_weekday(year: int, month: int, day_of_week: int, number: int, shift: int = 0) -> int:
    first = day_ordinal(year, month)
    if number > 0:
        return first + (day_of_week - weekday(first)) % 7 + (number - 1) * 7 + shift
    last = first + days_in_month(year, month) - 1
    return last - (weekday(last) - day_of_week) % 7 + shift


def easter(year: int) -> int:
    """The ordinal of Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms)."""
    golden = year % 19
    century, in_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - correction + 15) % 30
    leap_years, year_rest = divmod(in_century, 4)
    sunday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return day_ordinal(year, month, day + 1)
