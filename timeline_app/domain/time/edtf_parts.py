"""The granules that EDTF has texts for, in both directions."""

from __future__ import annotations

from timeline_app.domain.time.calendar import add_months, civil_time, instant_at, is_valid_date
from timeline_app.domain.time.precision import Precision
from timeline_app.domain.time.span import TimeSpan

_FIRST_CODE = {Precision.SEASON: 21, Precision.QUARTER: 33, Precision.HALF: 40}
_FIRST_MONTH = {Precision.SEASON: 3, Precision.QUARTER: 1, Precision.HALF: 1}
_LENGTH = {Precision.SEASON: 3, Precision.QUARTER: 3, Precision.HALF: 6}
_CODES = {
    first + index: (precision, _FIRST_MONTH[precision] + index * _LENGTH[precision])
    for precision, first in _FIRST_CODE.items()
    for index in range(12 // _LENGTH[precision])
}
# 25 to 28 are spring to winter north of the equator, 29 to 32 south of it.
_NORTHERN = {25 + index: (Precision.SEASON, month) for index, month in enumerate((3, 6, 9, 12))}
_SOUTHERN = {29 + index: (Precision.SEASON, month) for index, month in enumerate((9, 12, 3, 6))}
_PARTS_OF_YEAR = _CODES | _NORTHERN | _SOUTHERN
_QUADRIMESTERS = {37: 1, 38: 5, 39: 9}

_DIGITS_BELOW = {Precision.DECADE: 1, Precision.CENTURY: 2, Precision.MILLENNIUM: 3}
_UNITS_BY_DIGITS = {digits: unit for unit, digits in _DIGITS_BELOW.items()}
_CLOCK_LENGTH = {Precision.HOUR: 2, Precision.MINUTE: 5, Precision.SECOND: 8}


def span_of_date(year: int, month: int | None = None, day: int | None = None) -> TimeSpan:
    """The year, the month or part of a year, or the day. Raises ValueError when there is none.

    `month` is 1 to 12, or an ISO 8601-2 code 21 to 41 for seasons, quarters, quadrimesters, halves.
    """
    if month is None:
        return TimeSpan.at(instant_at(year), Precision.YEAR)
    if day is not None:
        if not is_valid_date(year, month, day):
            raise ValueError(f"the calendar has no day {year}-{month:02}-{day:02}")
        return TimeSpan.at(instant_at(year, month, day))
    if 1 <= month <= 12:
        return TimeSpan.at(instant_at(year, month), Precision.MONTH)
    if month in _PARTS_OF_YEAR:
        precision, first_month = _PARTS_OF_YEAR[month]
        return TimeSpan.at(instant_at(year, first_month), precision)
    if month in _QUADRIMESTERS:
        first = _QUADRIMESTERS[month]
        return TimeSpan.within(
            instant_at(year, first), instant_at(year, first + 3), Precision.MONTH
        )
    raise ValueError(f"a year has no month {month:02}")


def rounded_years(year: int, digits_below: int) -> TimeSpan:
    """The year, known but for its last `digits_below` digits: a decade, a century, a range."""
    unit = 10**digits_below
    low = abs(year) // unit * unit
    if digits_below in _UNITS_BY_DIGITS and year >= 0:
        return TimeSpan.at(instant_at(low), _UNITS_BY_DIGITS[digits_below])
    first, last = (low, low + unit - 1) if year >= 0 else (1 - low - unit, -low)
    return TimeSpan.within(instant_at(first), instant_at(last), Precision.YEAR)


def granule_text(instant: int, precision: Precision) -> str:
    """The EDTF text of the granule that holds `instant`: "2024-10-29", "2024-34", "185X"."""
    year, month, day, *clock = civil_time(instant)
    if precision in _DIGITS_BELOW:
        return _rounded_year_text(year, _DIGITS_BELOW[precision])
    if precision in _FIRST_CODE:
        # January and February belong to the winter of the year before.
        year, month = add_months(year, month, 1 - _FIRST_MONTH[precision])
        code = _FIRST_CODE[precision] + (month - 1) // _LENGTH[precision]
        return f"{_year_text(year)}-{code}"
    text = _year_text(year)
    if precision <= Precision.MONTH:
        text += f"-{month:02}"
    if precision <= Precision.DAY:
        text += f"-{day:02}"
    if precision in _CLOCK_LENGTH:
        text += "T" + ":".join(f"{part:02}" for part in clock)[: _CLOCK_LENGTH[precision]]
    return text


def _year_text(year: int) -> str:
    if -9_999 <= year <= 9_999:
        return f"{'-' if year < 0 else ''}{abs(year):04}"
    return f"Y{year}"


def _rounded_year_text(year: int, digits_below: int) -> str:
    start = year - year % 10**digits_below
    if 0 <= start <= 9_999:
        return f"{start:04}"[:-digits_below] + "X" * digits_below
    return f"Y{start}S{len(str(abs(start))) - digits_below}"
