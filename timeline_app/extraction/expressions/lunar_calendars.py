"""The Islamic and the Hebrew calendar, through the libraries that count in them.

Imported only where a festival of theirs is met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from hijridate import Hijri
from pyluach.dates import HebrewDate
from pyluach.hebrewcal import Year

from timeline_app.domain.time.calendar import civil_date, day_ordinal

_HIJRI_YEARS: Final = range(1_343, 1_501)  # those of the tables of Umm al-Qura, 1924 to 2077
_HEBREW_SHIFT: Final = 3_760  # years; the Hebrew year that is under way on 1 January
_CIVIL_YEARS: Final = range(1, 9_000)
_ADAR, _SECOND_ADAR = 12, 13

# The ordinals of a day of a month in a year of the common calendar, with the length of that month.
Days = Iterator[tuple[int, int]]


def _hijri_days(month: int, day: int, year: int) -> Days:
    earliest = (year - 622) * 33 // 32
    for lunar_year in range(earliest - 1, earliest + 3):
        if lunar_year in _HIJRI_YEARS:
            hijri = Hijri(lunar_year, month, day)
            first = day_ordinal(*hijri.to_gregorian().datetuple())
            if civil_date(first).year == year:
                yield first, hijri.month_length()


def _hebrew_days(month: int, day: int, year: int) -> Days:
    if year not in _CIVIL_YEARS:
        return
    for lunar_year in (year + _HEBREW_SHIFT, year + _HEBREW_SHIFT + 1):
        is_leap = Year(lunar_year).leap
        own_month = _SECOND_ADAR if is_leap and month == _ADAR else month
        date = HebrewDate(lunar_year, own_month, day).to_pydate()
        if date.year == year:
            yield day_ordinal(date.year, date.month, date.day), 30


LUNAR_CALENDARS: Final[Mapping[str, Callable[[int, int, int], Days]]] = {
    "hijri": _hijri_days,
    "hebrew": _hebrew_days,
}
