"""The last layers of the grammar: parts of dates, ranges, and words that limit a date."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline_app.extraction.expressions.cascade import Compound, Layer, Match, Rule
from timeline_app.extraction.expressions.foreign.clocks import Clock, of_half
from timeline_app.extraction.expressions.meaning import (
    Approximate,
    CalendarDate,
    ClockTime,
    DayPart,
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
_LATE_PARTS: Final = frozenset({DayPart.AFTERNOON, DayPart.EVENING, DayPart.NIGHT})
_EARLIEST_AT_NIGHT = 6  # an hour before it may belong to the day after


def _clock_of_day(m: Match) -> Meaning | None:
    """“Am 3. März um 15.30 Uhr”; without a word beside it, "21:15" is a time after a full date."""
    clock: Clock = m["Y"]
    day, part = m["D"], m["@"]
    if isinstance(part, PartOfDay):
        return _clock_of_part(clock, part)
    is_full = isinstance(day, CalendarDate) and day.year is not None
    is_day = isinstance(day, CalendarDate | WeekdayRef | Deictic | OrdinalOf)
    if not is_day or not (clock.is_marked or is_full):
        return None
    return ClockTime(clock.hour, clock.minute, None, clock.zone, day)


def _clock_of_part(clock: Clock, part: PartOfDay) -> Meaning | None:
    """“Heute Abend um 8 Uhr”; of a night it is not told on which of two days its hours are."""
    if part.part is DayPart.NIGHT and clock.hour < _EARLIEST_AT_NIGHT:
        return None
    hour = of_half(clock.hour, is_late=part.part in _LATE_PARTS)
    return ClockTime(hour, clock.minute, None, clock.zone, part.day)


CLOCKS = Layer(Rule("time of a day", r"[D@],?[Jz]?Y|Yj?[Jz]?t?[D@]", _clock_of_day))
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
    inner = m["DQC"]
    if isinstance(inner, Range | Stretch | Duration):
        return None
    end = len(m.codes) - 1
    return Compound(Related(_RELATIONS[m.codes[0]], inner), ((end, end, inner),))


RELATED = Layer(
    Rule("range", r"(?:[fjR]t?)?[DQ][->u]t?[DQ]|Bt?[DQ]&t?[DQ]", _range),
    Rule("limited by a date", r"[Rubqv]t?[DQC]", _related),
)
