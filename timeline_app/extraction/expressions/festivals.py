"""Named days and festivals: when they are, year by year.

The names and their rules are data: `resources/language/en/festivals.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from timeline_app.domain.time.calendar import day_ordinal, days_in_month, weekday
from timeline_app.extraction.expressions.meaning import Festival
from timeline_app.extraction.language import data_lines
from timeline_app.resources import resource_path

_WHOLE_MONTH: Final = 0


class FestivalRule(NamedTuple):
    """How the days of a festival are found; `days` of 0 is the month that it begins."""

    calendar: str
    numbers: tuple[int, ...]
    column: str
    days: int
    is_about: bool


class FestivalDays(NamedTuple):
    """One celebration: the ordinal of its first day, and how many days it lasts."""

    first: int
    days: int = 1


# The rule of each name, in lower case, as the table writes it.
FESTIVALS: Final[Mapping[str, str]] = MappingProxyType(
    {
        name: rule
        for names, rule in (line.split("|") for line in data_lines("festivals.txt"))
        for name in names.split(";")
    }
)


@cache
def rule_of(name: str) -> FestivalRule:
    """How the days of a festival are found. Read when it is first met: most texts name none."""
    match = re.fullmatch(
        r"(?P<calendar>[a-z]+) (?:(?P<month>\d+)-(?P<day>\d+)|(?P<numbers>[+-]?\d+(?: -?\d+)*)"
        r"|(?P<column>[a-z_]+))(?: for (?P<days>\d+|month))?(?P<about> about)?",
        FESTIVALS[name],
    )
    if match is None:
        raise ValueError(f"no rule for a festival: {FESTIVALS[name]}")
    days = match["days"] or "1"
    numbers = match["numbers"] or f"{match['month'] or ''} {match['day'] or ''}"
    return FestivalRule(
        match["calendar"],
        tuple(map(int, numbers.split())),
        match["column"] or "",
        _WHOLE_MONTH if days == "month" else int(days),
        is_about=match["about"] is not None,
    )


def festival(name: str, year: int | None = None) -> Festival:
    """What the name of a festival means."""
    return Festival(name, year, is_season=rule_of(name).days != 1)


@cache
def festival_days(name: str, year: int) -> tuple[FestivalDays, ...]:
    """The celebrations of a festival that begin in a year of the common calendar, in order.

    Mostly one; none when no rule reaches that year; two when a lunar year fits in twice.
    """
    rule = rule_of(name)
    return tuple(_CALENDARS[rule.calendar](rule, year))


def _on(rule: FestivalRule, year: int) -> list[FestivalDays]:
    return [FestivalDays(day_ordinal(year, *rule.numbers), rule.days)]


def _by_easter(rule: FestivalRule, year: int) -> list[FestivalDays]:
    return [FestivalDays(easter(year) + rule.numbers[0], rule.days)]


def _by_orthodox_easter(rule: FestivalRule, year: int) -> list[FestivalDays]:
    return [FestivalDays(orthodox_easter(year) + rule.numbers[0], rule.days)]


def _by_weekday(rule: FestivalRule, year: int) -> list[FestivalDays]:
    return [FestivalDays(_nth_weekday(year, *rule.numbers), rule.days)]


def _nth_weekday(year: int, month: int, day_of_week: int, number: int, shift: int = 0) -> int:
    first = day_ordinal(year, month)
    if number > 0:
        return first + (day_of_week - weekday(first)) % 7 + (number - 1) * 7 + shift
    last = first + days_in_month(year, month) - 1
    return last - (weekday(last) - day_of_week) % 7 + shift


def _by_lunar_calendar(rule: FestivalRule, year: int) -> list[FestivalDays]:
    # Loads the calendar's library, which only texts with such a festival need.
    from timeline_app.extraction.expressions.lunar_calendars import LUNAR_CALENDARS

    month, day = rule.numbers
    found = LUNAR_CALENDARS[rule.calendar](month, day, year)
    return [FestivalDays(first, rule.days or length) for first, length in found]


def _by_table(rule: FestivalRule, year: int) -> list[FestivalDays]:
    date = _days_by_year().get((rule.column, year))
    return [FestivalDays(day_ordinal(year, *date), rule.days)] if date else []


@cache
def _days_by_year() -> Mapping[tuple[str, int], tuple[int, int]]:
    path = resource_path("language", "festival_days.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    heading, *rows = [line.split() for line in lines if not line.startswith("#")]
    return {
        (column, int(row[0])): _month_and_day(date)
        for row in rows
        for column, date in zip(heading[1:], row[1:], strict=True)
    }


def _month_and_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


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


def orthodox_easter(year: int) -> int:
    """The ordinal of Easter Sunday by the Julian calendar (Meeus), told in the Gregorian one."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    behind = year // 100 - year // 400 - 2  # days
    return day_ordinal(year, month, day + 1) + behind


_CALENDARS: Final[Mapping[str, Callable[[FestivalRule, int], Sequence[FestivalDays]]]] = {
    "on": _on,
    "easter": _by_easter,
    "orthodox": _by_orthodox_easter,
    "weekday": _by_weekday,
    "hijri": _by_lunar_calendar,
    "hebrew": _by_lunar_calendar,
    "table": _by_table,
}
