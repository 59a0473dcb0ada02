"""Reads what is written in figures: dates in numbers, years, days, times of day, counts.

Each reader takes a match of the scanner and returns the type letter and the value of the token.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from timeline_app.domain.time.calendar import day_ordinal, is_valid_date, iso_week
from timeline_app.extraction.expressions.meaning import (
    CalendarDate,
    ClockTime,
    NumericDate,
    PartOfYear,
    Unit,
)
from timeline_app.extraction.expressions.tables_en import MONTH_NAMES, NAMED_DAYS

OTHER: Final = "."  # the letter of everything that tells no time

Cut = tuple[str, object]
_NOTHING: Cut = (OTHER, None)
_ISO_ZONE = re.compile(r"Z|[+-]\d\d:\d\d")
_NUMBER = re.compile(r"(\d+)((?:,\d{3})*)(\.\d+)?(\D*)")
# Of a phone number, of a version, of the number of a case: "22-cr-2021".
_PART_BEFORE = re.compile(r"(?<!\d)\d{3}-\Z|\d\.\Z|\d-[a-z]{1,2}-\Z")
_PARTS_OF_YEAR = {"Q": "8", "H": "6"}
_MISREAD = str.maketrans("OolI", "0011")
_CURRENCY = frozenset("$£€¥#№")
_ROUND_THE_CLOCK = (24, 7)  # hours a day, days a week
_FIRST_YEAR, _LAST_YEAR = 1000, 2199  # four figures outside these are a count
_FIRST_OF_LAST_CENTURY = 40  # the class of '68 is long grown up
_MONTH_NAME = re.compile(r"[A-Z][a-z]{2,8}(?![^\W\d_])")
_LAST_NAME = re.compile(r"(?<![^\W\d_])[A-Z][a-z]{2,8}\Z")
_MONTH_AND_YEAR = re.compile(r" ?([A-Z][a-z]{2,8})\.? ?\d{4}")
_LONGEST_NAME = 10  # characters; the longest name of a month, and one more


def _iso(match: re.Match[str]) -> Cut:
    """“2024-10-29”, “2024-10-29T14:30Z”."""
    day, _, clock = match.group().partition("T")
    year, month, number = (int(part) for part in day.split("-"))
    if not is_valid_date(year, month, number):
        return _NOTHING
    date = CalendarDate(year, month, number)
    return ("I", date) if not clock else _iso_time(clock, date)


def _iso_time(written: str, date: CalendarDate) -> Cut:
    zone = _ISO_ZONE.search(written)
    hour, minute, *rest = (int(part) for part in _ISO_ZONE.sub("", written).split(":"))
    second = rest[0] if rest else None
    if not _is_on_clock(hour, minute, second):
        return _NOTHING
    return "I", ClockTime(hour, minute, second, zone[0] if zone else None, date)


def _is_on_clock(hour: int, minute: int, second: int | None) -> bool:
    return hour <= 24 and minute <= 59 and (second or 0) <= 59


def _compact(match: re.Match[str]) -> Cut:
    """“20241029”."""
    written = match.group()
    date = int(written[:4]), int(written[4:6]), int(written[6:])
    return ("I", CalendarDate(*date)) if is_valid_date(*date) else _NOTHING


def _fiscal(match: re.Match[str]) -> Cut:
    """“FY2024”, “FY25”."""
    return "y", full_year(int(match["fiscal_year"]), len(match["fiscal_year"]))


def _quarter_of_year(match: re.Match[str]) -> Cut:
    """“3Q24”, “1H2024”, “Q3’24”."""
    written = match.group()
    letter, number = sorted(written[:2], reverse=True)
    digits = written[2:].strip("'’")
    unit = Unit.QUARTER if letter == "Q" else Unit.HALF
    is_part = unit is Unit.QUARTER or int(number) <= _HALVES
    year = CalendarDate(full_year(int(digits), len(digits)))
    return ("Q", PartOfYear(unit, int(number), year)) if is_part else _NOTHING


_HALVES = 2  # of a year


def _iso_week(match: re.Match[str]) -> Cut:
    """“2024-W43”."""
    year, week = (int(part.strip("-")) for part in match.group().split("W"))
    last_week = iso_week(day_ordinal(year, 12, 28))[1]
    is_week = 1 <= week <= last_week
    return ("Q", PartOfYear(Unit.WEEK, week, CalendarDate(year))) if is_week else _NOTHING


def _month_of_year(match: re.Match[str]) -> Cut:
    """“05/2021”."""
    month, year = match.group().split("/")
    return "I", CalendarDate(int(year), int(month))


def _numeric(match: re.Match[str]) -> Cut:
    parts = match.group().split(match["mark"])
    first, second, last = (int(part) for part in parts)
    if len(parts[0]) == 4:
        is_date = is_valid_date(first, second, last)
        return ("I", CalendarDate(first, second, last)) if is_date else _NOTHING
    if len(parts[0]) == 3 or not _can_be_day_and_month(first, second):
        return _NOTHING
    year = full_year(last, len(parts[2]))
    return "I", NumericDate(first, second, year, is_dotted=match["mark"] == ".")


def _part_of_year(match: re.Match[str]) -> Cut:
    """“Q3”, “H1”, “3Q”."""
    letter, number = sorted(match.group(), reverse=True)
    return _PARTS_OF_YEAR[letter], int(number)


def _misread(match: re.Match[str]) -> Cut:
    """A day or a year with letters that scanning has taken for figures: “1O October”, “l998”."""
    number = int(match.group().translate(_MISREAD))
    if len(match.group()) == 2:
        return "d", number
    return ("y", number) if _FIRST_YEAR <= number <= _LAST_YEAR else _NOTHING


def _fraction(match: re.Match[str]) -> Cut:
    first, second = (int(part) for part in match.group().split("/"))
    if (first, second) == _ROUND_THE_CLOCK:
        return _NOTHING
    if (first, second) in NAMED_DAYS:
        return "I", CalendarDate(NAMED_DAYS[first, second], first, second)
    return "G", NumericDate(first, second)


def _can_be_day_and_month(first: int, second: int) -> bool:
    low, high = sorted((first, second))
    return 1 <= low <= 12 and high <= 31


def full_year(year: int, digits: int = 2) -> int:
    """The year that two digits stand for: 40 to 99 in the 1900s, 00 to 39 in the 2000s."""
    if digits > 2:
        return year
    return year + (2000 if year < _FIRST_OF_LAST_CENTURY else 1900)


def _clock(match: re.Match[str]) -> Cut:
    hour, minute, *rest = (int(part) for part in match.group().replace(".", ":").split(":"))
    second = rest[0] if rest else None
    if not _is_on_clock(hour, minute, second):
        return _NOTHING
    return "C", ClockTime(hour, minute, second)


def _number(match: re.Match[str]) -> Cut:
    if _is_glued(match):
        return _NOTHING
    written = match.group()
    if written.isdecimal():
        return _whole_number(int(written[:18]), len(written))
    parts = _NUMBER.fullmatch(written)
    if parts is None:
        return _NOTHING
    digits, groups, fraction, suffix = parts.groups()
    if suffix:
        return _NOTHING if _is_listed(match) else _suffixed(digits, groups or fraction, suffix)
    count = digits + groups.replace(",", "")
    return "n", float(count + fraction) if fraction else int(count[:18])


def _is_listed(match: re.Match[str]) -> bool:
    """Whether a slash joins it to another number: "the 2s/10s curve"."""
    text, start, end = match.string, match.start(), match.end()
    return "/" in (text[start - 1 : start], text[end : end + 1])


def _whole_number(number: int, figures: int) -> Cut:
    if figures == 4 and _FIRST_YEAR <= number <= _LAST_YEAR:
        return "y", number
    return ("d" if 1 <= number <= 31 and figures <= 2 else "n"), number


def _suffixed(digits: str, rest: str | None, suffix: str) -> Cut:
    if rest or len(digits) > 4:
        return _NOTHING
    if suffix[-1] in "sS" and suffix.lower() != "st":
        is_decade = digits[-1] == "0" and len(digits) in (2, 4)
        return ("K", int(digits)) if is_decade else _NOTHING
    return "O", int(digits)


def _is_glued(match: re.Match[str]) -> bool:
    """Whether a letter, a currency sign or another number touches the number.

    The name of a month may: "October29, 2024", "3March2024".
    """
    text, start, end = match.string, match.start(), match.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before in " \n" and after in " \n,.;)":
        return False
    if _is_glued_date(text, start, end):
        return False
    if before in _CURRENCY or after == "%" or _PART_BEFORE.search(text, max(0, start - 6), start):
        return True
    if before.isalpha() and not _is_month(_LAST_NAME.search(text, start - _LONGEST_NAME, start)):
        return True
    if not after.isalnum() or text[end : end + 2].lower() in ("am", "pm"):
        return False
    return not _is_month(_MONTH_NAME.match(text, end))


def _is_glued_date(text: str, start: int, end: int) -> bool:
    """“Published29 October 2024By Ann”, “On29October2024”: a date that runs into words."""
    if text[start - 1 : start].islower():
        month = _MONTH_AND_YEAR.match(text, end)
        return month is not None and month[1].lower() in MONTH_NAMES
    is_year = end - start == 4 and text[end : end + 2].istitle()
    return is_year and _is_month(_LAST_NAME.search(text, max(0, start - _LONGEST_NAME), start - 1))


def _is_month(name: re.Match[str] | None) -> bool:
    return name is not None and name.group().lower() in MONTH_NAMES


def _short_year(match: re.Match[str]) -> Cut:
    digits = int(match.group()[1:3])
    return ("K", digits) if match.group()[-1] == "s" else ("y", full_year(digits))


# A reader for each group of the scanner that is written in figures.
FIGURE_READERS: Final[dict[str, Callable[[re.Match[str]], Cut]]] = {
    "chain": lambda _: _NOTHING,
    "money": lambda _: _NOTHING,
    "clock": _clock,
    "compact": _compact,
    "fiscal": _fiscal,
    "fraction": _fraction,
    "iso": _iso,
    "iso_week": _iso_week,
    "misread": _misread,
    "month_of_year": _month_of_year,
    "number": _number,
    "numeric": _numeric,
    "part_of_year": _part_of_year,
    "quarter_of_year": _quarter_of_year,
    "score": lambda _: _NOTHING,
    "short_year": _short_year,
}
