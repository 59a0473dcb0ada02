"""The layers of the grammar that read dates as the calendar names them."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.extraction.expressions.cascade import Compound, Layer, Match, Rule
from timeline_app.extraction.expressions.foreign.letters import DAY, named_step
from timeline_app.extraction.expressions.meaning import (
    Amount,
    CalendarDate,
    Meaning,
    PartOfYear,
    Range,
    Recurring,
    Unit,
    WeekdayRef,
)


def _full_date(m: Match) -> Meaning | None:
    year = m["y"]
    if "U" in m and m["U"] is not Unit.YEAR:
        return None
    day = m["doO"]
    return CalendarDate(year, m["MFmc"], day, m["Ww"], named_step(m)) if 1 <= day <= 31 else None


def _days_of_month(m: Match) -> Compound | None:
    days, month, year = m.all("doO"), m["MF"], m["y"]
    if not 1 <= days[0] < days[1] <= 31 or _is_list(m, *days):
        return None
    first, last = (CalendarDate(year, month, day) for day in days)
    places = [index for index, code in enumerate(m.codes) if code in "doO"]
    end = len(m.codes) - 1
    return Compound(Range(first, last), ((places[0], places[0], first), (places[1], end, last)))


def _is_list(m: Match, first: int, last: int) -> bool:
    """Whether "and" joins two that do not follow each other: "3 and 17 March" is no stretch."""
    return "&" in m and "B" not in m and last > first + 1


def _date_in_numbers(m: Match) -> Meaning:
    date: CalendarDate = m["IH"]
    return replace(date, weekday=m["Ww"])


def _weekday_and_day(m: Match) -> Meaning:
    """“Nesta terça (29)”, “jueves 31”: the nearest such day."""
    return CalendarDate(day=m["d"], weekday=m["Ww"])


def _month(m: Match) -> Meaning:
    return CalendarDate(m["y"], m["MFm"], step=named_step(m))


def _season(m: Match) -> Meaning:
    year = CalendarDate(m["y"]) if "y" in m else None
    return PartOfYear(Unit.SEASON, m["Ss"], year, named_step(m))


def _part_of_year(m: Match) -> Meaning | None:
    """“The third quarter of 2024”, “the first half”."""
    unit, number = m["U"], m["oOd"]
    if number > {Unit.QUARTER: 4, Unit.HALF: 2}.get(unit, 0):
        return None
    return PartOfYear(unit, number, CalendarDate(m["y"]) if "y" in m else None)


def _weekday(m: Match) -> Meaning:
    return WeekdayRef(m["Ww"], named_step(m))


def _each(m: Match) -> Meaning | None:
    if "W" in m or "P" in m:
        return Recurring(WeekdayRef(m["WP"]))
    amount = m["L"] or Amount(1.0, m["UVk"])
    return Recurring(amount)


def _years(m: Match) -> Compound | None:
    first, last = m.all("y")
    if not first < last <= first + 150 or not _is_year_word(m) or _is_list(m, first, last):
        return None
    places = [index for index, code in enumerate(m.codes) if code == "y"]
    dates = CalendarDate(first), CalendarDate(last)
    parts = tuple((at, at, date) for at, date in zip(places, dates, strict=True))
    return Compound(Range(*dates), parts)


def _year(m: Match) -> Meaning | None:
    """A year; before Christ it is counted as astronomers do."""
    number = m["yd#"]
    if "!" in m:
        return CalendarDate(1 - number if m["!"] < 0 else number)
    return CalendarDate(number) if _is_year_word(m) else None


def _is_year_word(m: Match) -> bool:
    return all(unit is Unit.YEAR for unit in m.all("UVk"))


# Words after which four digits are a year, and what may not come behind them: "1500 metres".
_NO_COUNT = r"(?!€|[UVk0n])"

DATES = Layer(
    Rule("weekday and full date", r"(?:[Ww]p?,?[tz]?)?I", _date_in_numbers),
    Rule(
        "day and month in numbers",
        r"[lxi]?[Ww]\(H\)|[Ww]p?,?[tz]?H|(?<=[JztfRu>vbq])H",
        _date_in_numbers,
    ),
    Rule(
        "days of a month",
        rf"(?:[fjRB][tEj]?)?{DAY}(?:[->u]|&)[jt]?{DAY}j?[MF](?:,?j?y[UV]?)?",
        _days_of_month,
    ),
    Rule(
        "day, month, year",
        rf"(?:[lx]?[Ww]p?,?t?|[lx])?{DAY}j?t?"
        r"(?:[MF](?:,?j?y(?:U(?!l))?|[lx](?!U))?|[mc]p?j?,?y|m(?=[.,)jJtzu>-]))",
        _full_date,
    ),
    Rule(
        "weekday and day",
        r"[lxi]?(?:[Ww]\(d\)|Wd(?!p?j?t?[MFmc]|[->u&][tj]?[do]|[UVk0nN€]))",
        _weekday_and_day,
    ),
    Rule("month of year", r"[MFm]j?,?y[UV]?", _month),
    Rule("month with step", r"t?[lxi]M|M[lx]", _month),
    Rule("weekday with step", r"t?[lxi]W|W[lx]|[lxi]w(?=[,p( ]|$)", _weekday),
    Rule("repeated", r"[eE]P|P|eW|EW|e[UVk]|eL", _each),
    Rule("weekday", r"W", _weekday),
    Rule("season", r"t?[lxi][Ss]|[Ss](?:[lx]|j?t?yU?)|s|(?<=J)S|(?<=Jt)S", _season),
    Rule("part of a year", r"t?(?:[oO]|dp)U(?:j?t?yU?)?", _part_of_year),
    Rule("years", rf"(?:[fjRB]t?)?y(?:[->u]|&(?=ty|y))t?y[UV]?{_NO_COUNT}", _years),
    Rule("year of an era", r"[yd#]U?!", _year),
    Rule("year by number", rf"Uj?y{_NO_COUNT}|y[UV](?!G)", _year),
    Rule(
        "year",
        rf"(?:(?<=[JRuf>bqAvj])|(?<=[RbqJA]t))y{_NO_COUNT}|(?<=\()y(?=[),-])|(?<=\+)y(?=[,p)]|$)",
        _year,
    ),
)
# The languages in which a year needs no word before it: "2003 wurde er Minister".
LONE_YEARS = Layer(
    Rule("year alone", r"(?<![€#0dn+-])y(?![€UVk0nN#d-])", _year),
)
_MONTH_WITHOUT_DAY = Rule("month", r"(?:(?<=[JzjRuBf>bqAv+t&])|(?<=U))M", _month)
NAMED_MONTHS = Layer(_MONTH_WITHOUT_DAY)
LONE_MONTHS = Layer(Rule("month", r"M", _month))
