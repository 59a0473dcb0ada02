"""The last layers of the grammar: parts of dates, ranges, and words that limit a date."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline_app.extraction.expressions.cascade import Compound, Layer, Match, Rule
from timeline_app.extraction.expressions.meaning import (
    Approximate,
    CalendarDate,
    Deictic,
    Duration,
    Meaning,
    OrdinalOf,
    PartOfDay,
    PortionOf,
    Range,
    Related,
    Relation,
    Stretch,
    WeekdayRef,
)


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
    Rule("part of a day", r"D[Jz]?t?Z|Zj?D", _part_of_day),
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
