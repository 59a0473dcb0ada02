"""Single dates as the program itself words them, and close variants: "Tue 29 Oct 2024, 9 pm"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.calendar import (
    LARGEST_YEAR,
    instant_at,
    is_valid_date,
    weekday,
)
from timeline_app.domain.time.names import MONTHS, SEASONS, WEEKDAYS

_Reader = Callable[[re.Match[str]], TimeSpan | None]

_AGES = {
    "billion years ago": 10**9,
    "ga": 10**9,
    "million years ago": 10**6,
    "ma": 10**6,
    "thousand years ago": 10**3,
    "ka": 10**3,
}
_PLAIN_YEARS = range(100, 10_000)  # need no era
_YOUNGEST_AGE = 10_000  # years; "3 thousand years ago" counts from today
_LONG_UNITS = {"century": (100, Precision.CENTURY), "millennium": (1_000, Precision.MILLENNIUM)}
_BEFORE_ERA = ("bce", "bc")


def read_granule(text: str) -> TimeSpan | None:
    """The span of one date that is complete in itself; None for any other text.

    Raises ValueError for a date that no calendar has.
    """
    plain = " ".join(text.lower().replace("−", "-").replace("–", "-").split())
    plain = plain.removeprefix("the ")
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(plain):
            return read(match)
    return None


def _year(match: re.Match[str]) -> int | None:
    """The astronomical year; None for a number that needs an era and has none."""
    number, era = int(match["year"].replace(",", "")), match["era"]
    if not era:
        return number if number in _PLAIN_YEARS else None
    year = 1 - number if era in _BEFORE_ERA else number
    if number == 0 or abs(year) > LARGEST_YEAR:
        raise ValueError(f"there is no year {match['year']} {era}")
    return year


def _read_year(match: re.Match[str]) -> TimeSpan | None:
    year = _year(match)
    return None if year is None else TimeSpan.at(instant_at(year), Precision.YEAR)


def _read_part(precision: Precision, first_month: Callable[[str], int]) -> _Reader:
    def read(match: re.Match[str]) -> TimeSpan | None:
        year = _year(match)
        if year is None:
            return None
        return TimeSpan.at(instant_at(year, first_month(match["part"])), precision)

    return read


def _read_winter(match: re.Match[str]) -> TimeSpan | None:
    year = int(match["year"])
    if (year + 1) % 100 != int(match["next"]):
        return None
    return TimeSpan.at(instant_at(year, SEASONS["winter"]), Precision.SEASON)


def _read_day(match: re.Match[str]) -> TimeSpan | None:
    year, month, day = _year(match), MONTHS[match["month"]], int(match["day"])
    if year is None:
        return None
    if not is_valid_date(year, month, day):
        raise ValueError(f"the calendar has no {match.group()}")
    span = TimeSpan.at(instant_at(year, month, day))
    name = match["weekday"]
    if name and weekday(instant_at(year, month, day) // 86_400) != WEEKDAYS[name]:
        return None
    return _at_time(span, match) if match["hour"] else span


def _read_dotted(match: re.Match[str]) -> TimeSpan | None:
    year, month, day = (int(match[part]) for part in ("year", "number", "day"))
    if not is_valid_date(year, month, day):
        raise ValueError(f"the calendar has no {match.group()}")
    return TimeSpan.at(instant_at(year, month, day))


def _at_time(day: TimeSpan, match: re.Match[str]) -> TimeSpan | None:
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if not match["half"] and not match["minute"]:
        return None
    if hour > 23 or max(minute, second) > 59 or (match["half"] and not 1 <= hour <= 12):
        raise ValueError(f"no clock shows {match.group()}")
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "pm" else 0)
    finest = next(part for part in ("second", "minute", "hour") if match[part])
    start = (day.earliest_start or 0) + hour * 3_600 + minute * 60 + second
    span = TimeSpan.at(start, Precision[finest.upper()])
    return replace(span, zone=match["offset"] or "Z") if match["zone"] else span


def _read_decade(match: re.Match[str]) -> TimeSpan | None:
    start, era = int(match["start"]), match["era"]
    if start > LARGEST_YEAR or (not era and start not in _PLAIN_YEARS):
        return None
    if era in _BEFORE_ERA:
        return _years_before_era(start + 9, max(start, 1))
    return TimeSpan.at(instant_at(start), Precision.DECADE)


def _read_long(match: re.Match[str]) -> TimeSpan | None:
    length, precision = _LONG_UNITS[match["unit"]]
    number = int(match["number"])
    if not 1 <= number <= LARGEST_YEAR // length:
        raise ValueError(f"there is no {match.group()}")
    if match["era"] in _BEFORE_ERA:
        return _years_before_era(number * length, (number - 1) * length + 1)
    return TimeSpan.at(instant_at((number - 1) * length), precision)


def _years_before_era(first: int, last: int) -> TimeSpan:
    """One of the years from `first` BCE to `last` BCE."""
    return TimeSpan.within(instant_at(1 - first), instant_at(1 - last), Precision.YEAR)


def _read_age(match: re.Match[str]) -> TimeSpan | None:
    years = Decimal(match["number"]) * _AGES[match["unit"]]
    if not _YOUNGEST_AGE <= years <= LARGEST_YEAR or years % 1:
        return None
    return TimeSpan.at(instant_at(-int(years)), Precision.YEAR)


def _either(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_ERA = r"(?: ?(?P<era>bce|bc|ce|ad))?"
_YEAR = rf"(?P<year>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,12}}){_ERA}"
_WEEKDAY = rf"(?:(?P<weekday>{_either(WEEKDAYS)})\.?,? (?:the )?)?"
_MONTH = rf"(?P<month>{_either(MONTHS)})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_CLOCK = (
    r"(?:(?:,? at|,)? (?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r" ?(?P<half>am|pm)?(?: ?(?P<zone>z|utc|gmt)(?P<offset>[+-][0-9]{2}:[0-9]{2})?)?)?"
)
_HALVES = {"first": 1, "second": 7}

_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"{_WEEKDAY}{_DAY}(?: of)? {_MONTH},? {_YEAR}{_CLOCK}", _read_day),
        (rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}{_CLOCK}", _read_day),
        (
            rf"(?P<part>{_either(MONTHS)})\.?,? {_YEAR}",
            _read_part(Precision.MONTH, MONTHS.__getitem__),
        ),
        (r"winter (?:of )?(?P<year>[0-9]{4})[-/](?:[0-9]{2})?(?P<next>[0-9]{2})", _read_winter),
        (
            rf"(?P<part>spring|summer|autumn|fall) (?:of )?{_YEAR}",
            _read_part(Precision.SEASON, SEASONS.__getitem__),
        ),
        (
            rf"q(?P<part>[1-4]) (?:of )?{_YEAR}",
            _read_part(Precision.QUARTER, lambda n: 3 * int(n) - 2),
        ),
        (
            rf"(?P<part>first|second) half of {_YEAR}",
            _read_part(Precision.HALF, _HALVES.__getitem__),
        ),
        (r"(?P<day>[0-9]{1,2})\. ?(?P<number>[0-9]{1,2})\. ?(?P<year>[0-9]{4})", _read_dotted),
        (_YEAR, _read_year),
        (rf"(?P<start>[0-9]{{0,11}}0)'?s{_ERA}", _read_decade),
        (
            rf"(?P<number>[0-9]{{1,9}})(?:st|nd|rd|th) (?P<unit>century|millennium){_ERA}",
            _read_long,
        ),
        (rf"(?P<number>[0-9]{{1,6}}(?:\.[0-9]{{1,6}})?) ?(?P<unit>{_either(_AGES)})", _read_age),
    )
)
