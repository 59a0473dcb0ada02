"""The layers of the grammar that count from the article's date, or from the story's."""

from __future__ import annotations

from timeline_app.extraction.expressions.cascade import Layer, Match, Rule
from timeline_app.extraction.expressions.foreign.letters import AHEAD_OR_LENGTH, DAY, step_of
from timeline_app.extraction.expressions.meaning import (
    Amount,
    Approximate,
    Base,
    CalendarDate,
    Deictic,
    Meaning,
    OrdinalOf,
    PartOfDay,
    PartOfYear,
    PortionOf,
    Shift,
    Step,
    Stretch,
    Unit,
    YearGroup,
)


def _amount(m: Match) -> Amount:
    number = m["nd#"]
    return Amount(float(number) if number else None, m["UVk"])


def _age(_: Match) -> str:
    return "age"


LENGTHS = Layer(
    Rule("age", r"(?<=[,(])[d#][UVk](?=[,)])", _age, "."),
    Rule("length", r"\+?(?:[nd#](?:&(?=n))?|~+)[UVk](?![l!])", _amount),
)


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
    offset, _ = step_of(m)
    if offset == 0:
        return None
    number = m["nd#"]
    amount = m["L"] or Amount(float(number) if number else None, m["UVk"])
    return Stretch(amount, offset)


def _relative_unit(m: Match) -> Meaning | None:
    unit, (offset, step) = m["U"], step_of(m)
    if unit < Unit.DAY or (unit is Unit.DAY and step is not Step.NEXT):
        return None
    if "E" in m and unit is not Unit.WEEKEND:
        return Stretch(Amount(None, unit), offset) if offset else None
    return Deictic(unit, offset, Base.NARRATIVE if unit is Unit.DAY else Base.ARTICLE)


def _relative_part_of_day(m: Match) -> Meaning:
    """“Last night”, “this morning”."""
    return PartOfDay(m["Z"], Deictic(Unit.DAY, step_of(m)[0]))


def _weekday_of_week(m: Match) -> Meaning | None:
    if m["U"] is not Unit.WEEK:
        return None
    return OrdinalOf(1, Unit.DAY, Deictic(Unit.WEEK, step_of(m)[0]), m["W"])


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
    part = PartOfYear(unit, m["MSs"], Deictic(Unit.YEAR, step_of(m)[0]))
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
    return YearGroup.numbered(m["oOXd"], Unit.CENTURY, is_before_christ=m["!"] == -1)


def _the_weekend(m: Match) -> Meaning | None:
    return Deictic(Unit.WEEKEND, 0, Base.RUNNING) if m["U"] is Unit.WEEKEND else None


def _day_from_today(m: Match) -> Meaning:
    return Deictic(Unit.DAY, m["T"])


COUNTED = Layer(
    Rule("unit of a month", r"[tE]?(?:l|o|O|dp)Uj?[JztE]?t?M(?:j?y)?", _unit_of_month),
    Rule("weekday of a week", r"Wj?z?t?(?:[lxi]U|U[lx])", _weekday_of_week),
    Rule("in a counted year", rf"(?:{DAY}j?)?[MSs]j?z?t?(?:[lxi]U|Ul)", _in_relative_year),
    Rule("ago", r"T?[gv]\+?(?:L|U)|(?:L|[UV])G", _ago),
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
    Rule("relative part of day", r"[tE]?(?:[lxi]Z|Z[lx])", _relative_part_of_day),
    Rule("end of a unit", r"Aj?t?U(?![jJ])", _end_of_unit),
    Rule("the weekend", r"(?<=[tzJ])U", _the_weekend),
    Rule("day named from today", r"T(?:,?W)?", _day_from_today),
)
