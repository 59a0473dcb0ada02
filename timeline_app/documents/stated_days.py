"""Reads the day out of a time stamp, or out of a date in numbers, and says what is left open.

A stamp in UTC may belong to the day before or after where the page was written, and "05/11/2024"
is two days as long as nothing tells which of its numbers is the month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from timeline_app.documents.foreign_dates import find_foreign_dates
from timeline_app.domain.text_range import TextRange
from timeline_app.domain.time.calendar import CivilDate, civil_date, is_valid_date
from timeline_app.domain.time.written import find_full_dates

_SECONDS_PER_DAY = 86_400
_LONGEST_STAMP = 100  # letters
_ISO = re.compile(
    r"\s*(?P<year>[12]\d{3})(?P<mark>[-/.]?)(?P<month>\d{2})(?P=mark)(?P<day>\d{2})"
    r"(?:(?!\d)(?:[T\s]{1,2}(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?\d{2}(?:\.\d+)?)?)?\s*"
    r"(?P<zone>Z\b|UTC\b|GMT\b|[+-]00:?00\b)?)?"
)
_EPOCH = re.compile(r"\s*(?P<seconds>1[0-9]{9})(?:\.\d+|[0-9]{3})?\s*$")  # 2001 to 2033
_CLOCK_INSIDE = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\s(?:[A-Z]{3,4}\s)?(?=[12]\d{3}\b)")
_NUMERIC = re.compile(
    r"(?<![0-9./-])(?P<first>[0-3]?[0-9])(?P<mark>[/.-])(?P<second>[0-3]?[0-9])(?P=mark)"
    r"(?P<year>[12][0-9]{3}|[0-9]{2})(?![0-9]|[./-][0-9])"
)
_MIDDAY_EAST, _MIDDAY_WEST = 10, 12  # UTC+14 is a day ahead from 10:00 on, UTC-12 behind until 12
_MORNING, _NIGHT = 8, 22  # before it is yesterday in San Francisco, from then on morrow in Athens
_THIS_CENTURY, _LAST_CENTURY, _PIVOT = 2000, 1900, 70


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day, and the other days that the same writing may mean.

    `other_day` has day and month exchanged. `neighbours` are the days that the same moment falls
    on in other time zones, where it is stated in UTC; `is_by_night` says that this is so in
    America or Europe. `is_short` says that the year has but two digits.
    """

    day: CivilDate
    other_day: CivilDate | None = None
    neighbours: tuple[CivilDate, ...] = ()
    is_by_night: bool = False
    is_short: bool = False


def read_stamp(stated: str, *, is_day_first: bool | None = None) -> StatedDay | None:
    """The day of a stamp such as "2024-10-29T14:05:00Z", "Tue, 29 Oct 2024" or "1730210700".

    Of "05/11/2024" the month comes first unless `is_day_first`; where that is None, the other day
    is kept beside.
    """
    stated = stated[:_LONGEST_STAMP]
    if (iso := _ISO.match(stated)) and (day_of_iso := _iso_day(iso)):
        return day_of_iso
    if epoch := _EPOCH.match(stated):
        days, seconds = divmod(int(epoch["seconds"]), _SECONDS_PER_DAY)
        day = civil_date(days)
        return _in_utc(day, seconds // 3_600)
    stated = _CLOCK_INSIDE.sub("", stated)
    if dates := find_full_dates(stated) or find_foreign_dates(stated):
        return StatedDay(dates[0].date)
    return next((found for _, found in find_numeric_days(stated, is_day_first=is_day_first)), None)


def read_day(stated: str) -> CivilDate | None:
    """The day of a stamp; None where it can be read in two ways."""
    read = read_stamp(stated)
    return read.day if read and read.other_day is None and not read.is_short else None


def find_stated_days(
    line: str, *, is_day_first: bool | None = None
) -> list[tuple[TextRange, StatedDay]]:
    """The dates of a short line, in text order, those in numbers with both readings."""
    named = chain(find_full_dates(line), find_foreign_dates(line))
    found = [(date.range, StatedDay(date.date)) for date in named]
    found += find_numeric_days(line, is_day_first=is_day_first)
    kept: list[tuple[TextRange, StatedDay]] = []
    for place, day in found:  # what is read in words stands before what may be read in two ways
        if all(place.end <= other.start or place.start >= other.end for other, _ in kept):
            kept.append((place, day))
    return sorted(kept, key=lambda each: each[0].start)


def find_numeric_days(line: str, *, is_day_first: bool | None) -> list[tuple[TextRange, StatedDay]]:
    """The dates in numbers with the year at the end: "05/11/2024", "10.15.15"."""
    read = (
        (found, _numeric_day(found, is_day_first=is_day_first)) for found in _NUMERIC.finditer(line)
    )
    return [(TextRange(*found.span()), day) for found, day in read if day is not None]


def _iso_day(iso: re.Match[str]) -> StatedDay | None:
    year, month, day = int(iso["year"]), int(iso["month"]), int(iso["day"])
    if not is_valid_date(year, month, day):
        return None
    stated = StatedDay(CivilDate(year, month, day))
    is_midnight = iso["hour"] == "00" and iso["minute"] == "00"
    if iso["zone"] is None or iso["hour"] is None or is_midnight:
        return stated
    return _in_utc(stated.day, int(iso["hour"]))


def _in_utc(day: CivilDate, hour: int) -> StatedDay:
    before = (day.plus_days(-1),) if hour < _MIDDAY_WEST else ()
    after = (day.plus_days(1),) if hour >= _MIDDAY_EAST else ()
    is_by_night = hour < _MORNING or hour >= _NIGHT
    return StatedDay(day, neighbours=before + after, is_by_night=is_by_night)


def _numeric_day(found: re.Match[str], *, is_day_first: bool | None) -> StatedDay | None:
    first, second = int(found["first"]), int(found["second"])
    year, is_short = int(found["year"]), len(found["year"]) == 2
    if is_short:
        year += _THIS_CENTURY if year < _PIVOT else _LAST_CENTURY
    if found["mark"] == "." and is_day_first is None and not is_short:
        is_day_first = True
    orders = (CivilDate(year, first, second), CivilDate(year, second, first))
    month_first, day_first = (date if is_valid_date(*date) else None for date in orders)
    if month_first is None or day_first is None or month_first == day_first:
        day = month_first or day_first
        return StatedDay(day, is_short=is_short) if day else None
    if is_day_first is None:
        return StatedDay(month_first, other_day=day_first, is_short=is_short)
    return StatedDay(day_first if is_day_first else month_first, is_short=is_short)
