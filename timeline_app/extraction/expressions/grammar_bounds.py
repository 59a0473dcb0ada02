"""Builders for lengths of time that a date bounds: "the first nine months of 2024"."""

from __future__ import annotations

from timeline_app.extraction.expressions.cascade import Compound, Match
from timeline_app.extraction.expressions.meaning import (
    Amount,
    Base,
    CalendarDate,
    Deictic,
    Duration,
    OrdinalOf,
    Range,
    Shift,
    Unit,
)
from timeline_app.extraction.expressions.nature import grain_of

_LATE_IN_MONTH = 28  # a day from which on the whole month is meant
_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


def first_units_of(m: Match) -> Compound | None:
    """“The first nine months of 2024”: they and the year also stand for themselves."""
    length, year = m["*"], m["Q"]
    if m.tokens[0].rule != "first stretch" or grain_of(year) is not Unit.YEAR:
        return None
    count, unit = length.amounts[0].count, length.amounts[0].unit
    if count is None or count % 1 or not Unit.DAY <= unit <= Unit.QUARTER:
        return None
    units = OrdinalOf(1, unit, year), OrdinalOf(int(count), unit, year)
    return Compound(Range(*units), ((0, 0, length), (2, 2, year)))


def length_up_to(m: Match) -> Compound | None:
    """“The six months to March”, “the year to March 2024”: they end with that month."""
    length, end = m.tokens[0].value, m.tokens[-1].value
    months = _months_of(length)
    if months is None or not isinstance(end, CalendarDate) or not end.month:
        return None
    if (end.day or _LATE_IN_MONTH) < _LATE_IN_MONTH:
        return None
    last = CalendarDate(end.year, end.month)
    first = Shift(Amount(months - 1, Unit.MONTH), -1, origin=last)
    return Compound(Range(first, end), ((0, 0, length), (2, 2, end)))


def _months_of(length: object) -> float | None:
    match length:
        case Duration(amounts=(Amount(count=float(count), unit=unit),)) if unit in _MONTHS_IN:
            return count * _MONTHS_IN[unit]
        case Deictic(unit=unit, offset=0, base=Base.RUNNING) if unit in _MONTHS_IN:
            return _MONTHS_IN[unit]
    return None
