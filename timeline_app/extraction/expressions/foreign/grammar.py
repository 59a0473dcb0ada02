"""The grammar of dates that seven languages share: rules over the letters of their words.

The letters (capitals mostly name things, small letters function words):

    M month   m abbreviated, with a stop      c without one         F in unusual letters
    W weekday w short or in unusual letters   P on Mondays          S season  s "in summer"
    U unit    V units                         k years, before the number of a decade
    d 1 to 31 # other number  n number word   y year                0 any other figure
    o 1st     O first         X Roman number  K the 1990s           ~ several
    T today   Z part of the day               @ this morning        I full date
    l last    x next    i this    e each      t the     E the (plural)
    J in      z on      j of      f from      > to      u until     B between   & and
    R since   b before  q after   g ago (first)   G ago (last)      v ago, or before
    a in (ahead)        r later   h earlier   + about   A portion   ! B.C.      € counted things
    H 25.11.      p full stop   , - ( ) as they are         . N other words

A space is any other mark. What the layers build: L length of time, D day, Q longer stretch, @ part
of a day, * finished.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline_app.extraction.expressions.cascade import Compound, Layer, Match, Rule
from timeline_app.extraction.expressions.meaning import (
    Amount,
    Approximate,
    Base,
    CalendarDate,
    Deictic,
    Duration,
    Meaning,
    OrdinalOf,
    PartOfDay,
    PartOfYear,
    PortionOf,
    Range,
    Recurring,
    Related,
    Relation,
    Shift,
    Step,
    Stretch,
    Unit,
    WeekdayRef,
    YearGroup,
)

AHEAD_OR_LENGTH = "in a length of time"

_DAY = r"(?:dp?|[oO])"
_STEPS: Final = {"l": (-1, Step.LAST), "i": (0, Step.THIS), "x": (1, Step.NEXT)}


def _step(m: Match) -> tuple[int, Step]:
    return next(_STEPS[code] for code in m.codes if code in _STEPS)


def _named_step(m: Match) -> Step | None:
    return _step(m)[1] if any(code in _STEPS for code in m.codes) else None


# --- lengths of time ----------------------------------------------------------------------------


def _amount(m: Match) -> Amount:
    number = m["nd#"]
    return Amount(float(number) if number else None, m["UVk"])


def _age(_: Match) -> str:
    return "age"


LENGTHS = Layer(
    Rule("age", r"(?<=[,(])[d#][UVk](?=[,)])", _age, "."),
    Rule("length", r"\+?(?:[nd#](?:&(?=n))?|~+)[UVk](?![l!])", _amount),
)


# --- counted from the article's date, or from the story's ----------------------------------------


def _shift(sign: int, base: Base, m: Match) -> Meaning | None:
    amount = m["L"] or Amount(1.0, m["UV"])
    if amount.unit < Unit.DAY:
        return None
    shift = Shift(amount, sign, base)
    return Approximate(shift) if "+" in m else shift


def _ago(m: Match) -> Meaning | None:
    return _shift(-1, Base.ARTICLE, m)


def _ahead(m: Match) -> Meaning | None:
    return _shift(1, Base.ARTICLE, m)


def _in_story(m: Match) -> Meaning | None:
    return _shift(-1 if m.codes[-1] in "hb" else 1, Base.NARRATIVE, m)


def _stretch(m: Match) -> Meaning | None:
    """“The past five years”; without a number its length is not known."""
    offset, _ = _step(m)
    if offset == 0:
        return None
    number = m["nd#"]
    amount = m["L"] or Amount(float(number) if number else None, m["UVk"])
    return Stretch(amount, offset)


def _relative_unit(m: Match) -> Meaning | None:
    unit, (offset, step) = m["U"], _step(m)
    if unit < Unit.DAY or (unit is Unit.DAY and step is not Step.NEXT):
        return None
    if "E" in m and unit is not Unit.WEEKEND:
        return Stretch(Amount(None, unit), offset) if offset else None
    return Deictic(unit, offset, Base.NARRATIVE if unit is Unit.DAY else Base.ARTICLE)


def _weekday_of_week(m: Match) -> Meaning | None:
    if m["U"] is not Unit.WEEK:
        return None
    return OrdinalOf(1, Unit.DAY, Deictic(Unit.WEEK, _step(m)[0]), m["W"])


def _unit_of_month(m: Match) -> Meaning | None:
    """“The last week of October”."""
    if m["U"] not in (Unit.WEEK, Unit.WEEKEND, Unit.DAY):
        return None
    return OrdinalOf(m["oO"] or -1, m["U"], CalendarDate(m["y"], m["M"]))


def _in_relative_year(m: Match) -> Meaning | None:
    """“March of last year”, “3 March of last year”, “the summer of this year”."""
    if m["U"] is not Unit.YEAR:
        return None
    unit = Unit.MONTH if "M" in m else Unit.SEASON
    part = PartOfYear(unit, m["MSs"], Deictic(Unit.YEAR, _step(m)[0]))
    day = m["doO"]
    return OrdinalOf(day, Unit.DAY, part) if day else part


def _end_of_unit(m: Match) -> Meaning | None:
    if m["U"] not in (Unit.WEEK, Unit.MONTH, Unit.YEAR):
        return None
    return PortionOf(m["A"], Deictic(m["U"], 0))


def _decade(m: Match) -> Meaning | None:
    if "U" in m and "K" not in m and m["U"] is not Unit.DECADE:
        return None
    value = m["K"] or m["ynd#"]
    if not isinstance(value, int) or value % 10 or 100 <= value < 1000 or value < 20:
        return None
    return YearGroup(value if value >= 1000 else 1900 + value, Unit.DECADE)


def _century(m: Match) -> Meaning | None:
    if m["U"] is not Unit.CENTURY:
        return None
    number = m["oOXd"]
    is_before_christ = m["!"] == -1
    return YearGroup(-number * 100 if is_before_christ else (number - 1) * 100, Unit.CENTURY)


def _the_weekend(m: Match) -> Meaning | None:
    return Deictic(Unit.WEEKEND, 0, Base.RUNNING) if m["U"] is Unit.WEEKEND else None


def _day_from_today(m: Match) -> Meaning:
    return Deictic(Unit.DAY, m["T"])


COUNTED = Layer(
    Rule("unit of a month", r"[tE]?(?:l|o|O|dp)Uj?[JztE]?t?M(?:j?y)?", _unit_of_month),
    Rule("weekday of a week", r"Wj?z?t?(?:[lxi]U|U[lx])", _weekday_of_week),
    Rule("in a counted year", rf"(?:{_DAY}j?)?[MSs]j?z?t?(?:[lxi]U|Ul)", _in_relative_year),
    Rule("ago", r"[gv]\+?(?:L|U)|(?:L|[UV])G", _ago),
    Rule("ahead", r"(?:a|B)L|aU", _ahead),
    Rule(AHEAD_OR_LENGTH, r"JL", _ahead),
    Rule("earlier, later", r"L[rh]|L[bq](?=[ ,p]|$)", _in_story),
    Rule("past stretch", r"[tEi]?(?:[lx]L|[nd#][lx][UVk]|L[lx]|[lx][Vk]|[Vk][lx])", _stretch),
    Rule(
        "decade",
        r"[tE]?(?:k(?:[yn#]|d(?!j?[MF]))|K[UVk]?|Uj?[Ek]?[yn#])|(?<=A)En(?![.NUVk])",
        _decade,
    ),
    Rule("century", r"(?:[oOX]|dp)U!?|U[Xo]!?", _century),
    Rule("relative unit", r"[tE]?(?:[lxi]U|U[lx])(?!-[.N]|d)", _relative_unit),
    Rule("end of a unit", r"Aj?t?U(?![jJ])", _end_of_unit),
    Rule("the weekend", r"(?<=[tzJ])U", _the_weekend),
    Rule("day named from today", r"T(?:,?W)?", _day_from_today),
)


# --- dates as the calendar names them -----------------------------------------------------------


def _full_date(m: Match) -> Meaning | None:
    year = m["y"]
    if "U" in m and m["U"] is not Unit.YEAR:
        return None
    day = m["doO"]
    return CalendarDate(year, m["MFmc"], day, m["Ww"], _named_step(m)) if 1 <= day <= 31 else None


def _days_of_month(m: Match) -> Compound | None:
    days, month, year = m.all("doO"), m["MF"], m["y"]
    if not 1 <= days[0] < days[1] <= 31:
        return None
    first, last = (CalendarDate(year, month, day) for day in days)
    places = [index for index, code in enumerate(m.codes) if code in "doO"]
    end = len(m.codes) - 1
    return Compound(Range(first, last), ((places[0], places[0], first), (places[1], end, last)))


def _date_in_numbers(m: Match) -> Meaning:
    date: CalendarDate = m["IH"]
    return replace(date, weekday=m["Ww"])


def _weekday_and_day(m: Match) -> Meaning:
    """“Nesta terça (29)”, “jueves 31”: the nearest such day."""
    return CalendarDate(day=m["d"], weekday=m["Ww"])


def _month(m: Match) -> Meaning:
    return CalendarDate(m["y"], m["MFm"], step=_named_step(m))


def _season(m: Match) -> Meaning:
    year = CalendarDate(m["y"]) if "y" in m else None
    return PartOfYear(Unit.SEASON, m["Ss"], year, _named_step(m))


def _part_of_year(m: Match) -> Meaning | None:
    """“The third quarter of 2024”, “the first half”."""
    unit, number = m["U"], m["oOd"]
    if number > {Unit.QUARTER: 4, Unit.HALF: 2}.get(unit, 0):
        return None
    return PartOfYear(unit, number, CalendarDate(m["y"]) if "y" in m else None)


def _weekday(m: Match) -> Meaning:
    return WeekdayRef(m["Ww"], _named_step(m))


def _each(m: Match) -> Meaning | None:
    if "W" in m or "P" in m:
        return Recurring(WeekdayRef(m["WP"]))
    amount = m["L"] or Amount(1.0, m["UVk"])
    return Recurring(amount)


def _years(m: Match) -> Compound | None:
    first, last = m.all("y")
    if not first < last <= first + 150 or not _is_year_word(m):
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
    Rule("day and month in numbers", r"[Ww]p?,?[tz]?H|(?<=[JztfRu>vbq])H", _date_in_numbers),
    Rule(
        "days of a month",
        rf"(?:[fjRB][tEj]?)?{_DAY}(?:[->u]|&)[jt]?{_DAY}j?[MF](?:,?j?y[UV]?)?",
        _days_of_month,
    ),
    Rule(
        "day, month, year",
        rf"(?:[lx]?[Ww]p?,?t?|[lx])?{_DAY}j?t?"
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


# --- what dates are made into -------------------------------------------------------------------


def _portion(m: Match) -> Meaning:
    return PortionOf(m["A"], m["Q"])


def _part_of_day(m: Match) -> Meaning | None:
    day = m["D"]
    is_plain = isinstance(day, CalendarDate | WeekdayRef | Deictic | OrdinalOf)
    return PartOfDay(m["Z"], day) if is_plain else None


def _about(m: Match) -> Meaning:
    return Approximate(m["DQ"])


PARTS = Layer(
    Rule("portion of", r"Aj?t?Q|A-Q", _portion),
    Rule("part of a day", r"D,?[Jz]?t?Z|Zj?D", _part_of_day),
)
ABOUT = Layer(Rule("about", r"\+[DQ]", _about))


def _range(m: Match) -> Compound | None:
    first, last = m.all("DQ")
    if isinstance(first, Range) or isinstance(last, Range | Related):
        return None
    if isinstance(first, CalendarDate) and isinstance(last, CalendarDate) and not first.year:
        first = replace(first, year=last.year)
    places = [index for index, code in enumerate(m.codes) if code in "DQ"]
    parts = tuple((at, at, date) for at, date in zip(places, (first, last), strict=True))
    return Compound(Range(first, last), parts)


_RELATIONS: Final = {
    "R": Relation.SINCE,
    "u": Relation.UNTIL,
    "b": Relation.BEFORE,
    "v": Relation.BEFORE,
    "q": Relation.AFTER,
}


def _related(m: Match) -> Compound | None:
    inner = m["DQ"]
    if isinstance(inner, Range | Stretch | Duration):
        return None
    end = len(m.codes) - 1
    return Compound(Related(_RELATIONS[m.codes[0]], inner), ((end, end, inner),))


RELATED = Layer(
    Rule("range", r"(?:[fjR]t?)?[DQ][->u]t?[DQ]|Bt?[DQ]&t?[DQ]", _range),
    Rule("limited by a date", r"[Rubqv]t?[DQ]", _related),
)
