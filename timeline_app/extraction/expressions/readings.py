"""All the ways a time expression can be read, the likeliest first."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.domain import Reading
from timeline_app.domain.time.calendar import SECONDS_PER_DAY
from timeline_app.domain.time.precision import Precision
from timeline_app.domain.time.span import TimeSpan
from timeline_app.extraction.expressions.alternatives import other_readings, primary_label
from timeline_app.extraction.expressions.meaning import (
    Alternative,
    Era,
    Meaning,
    Range,
    Related,
    Relation,
    Stretch,
    Tendency,
    Unit,
    Vague,
    WeekdayRef,
)
from timeline_app.extraction.expressions.placing import Setting, move, place
from timeline_app.extraction.expressions.spans import PRECISIONS, span_of


def readings_of(meaning: Meaning, setting: Setting) -> tuple[Reading, ...]:
    """The readings of a meaning; none when it cannot be dated."""
    match meaning:
        case Related(relation=relation, inner=inner):
            return _related(relation, inner, setting)
        case Range(first=first, last=last):
            return _ranges(first, last, setting)
        case Alternative(first=first, second=second):
            return _either(first, second, setting)
        case Era(first_year=first_year, last_year=last_year):
            return (Reading(_years(first_year, last_year), "the era as a whole"),)
        case Stretch():
            return _stretch(meaning, setting)
        case Vague(tendency=Tendency.PRESENT) if setting.anchor:
            return (Reading(TimeSpan.on(setting.anchor), "the article's own day"),)
    return _plain(meaning, setting)


def _plain(meaning: Meaning, setting: Setting) -> tuple[Reading, ...]:
    placed = place(meaning, setting)
    if placed is None:
        return ()
    anchor_day = setting.anchor.ordinal if setting.anchor else None
    first = Reading(span_of(placed, anchor_day), primary_label(meaning, placed, setting))
    readings = [first]
    for reading in other_readings(meaning, placed, setting):
        if all(reading.span != known.span for known in readings):
            readings.append(reading)
    return tuple(readings)


def _years(first: int, last: int) -> TimeSpan:
    from timeline_app.domain.time.calendar import day_ordinal

    return TimeSpan.lasting(
        day_ordinal(first) * SECONDS_PER_DAY, day_ordinal(last) * SECONDS_PER_DAY, Precision.YEAR
    )


def _related(relation: Relation, inner: Meaning, setting: Setting) -> tuple[Reading, ...]:
    limited = []
    for reading in readings_of(inner, setting):
        span = limit(relation, reading.span)
        if span is not None:
            limited.append(replace(reading, span=span))
    return tuple(limited)


def limit(relation: Relation, span: TimeSpan) -> TimeSpan | None:
    """The span that "since", "until", "by", "before" or "after" another one gives."""
    begin, end, precision = span.begin, span.end, span.precision
    if begin is None or end is None:
        return None
    match relation:
        case Relation.SINCE:
            limited = TimeSpan.ongoing_since(begin, precision)
        case Relation.UNTIL:
            limited = TimeSpan.ongoing_until(end - 1, precision)
        case Relation.BY:
            limited = TimeSpan.on_or_before(end - 1, precision)
        case Relation.BEFORE:
            limited = TimeSpan.on_or_before(begin - 1, precision)
        case Relation.AFTER:
            limited = TimeSpan.on_or_after(end, precision)
    return limited.qualified(uncertain=span.uncertain, approximate=span.approximate)


def _ranges(first: Meaning, last: Meaning, setting: Setting) -> tuple[Reading, ...]:
    opening, closing = readings_of(first, setting), readings_of(last, setting)
    if not opening or not closing:
        return ()
    begin, end = opening[0].span, closing[0].span
    if begin.begin is None or end.end is None:
        return ()
    final = end.end
    if final <= begin.begin and isinstance(last, WeekdayRef):
        final += 7 * SECONDS_PER_DAY
    if final <= begin.begin:
        return ()
    precision = min(begin.precision, end.precision)
    span = TimeSpan.lasting(begin.begin, final - 1, precision)
    return (Reading(span, opening[0].label),)


def _either(first: Meaning, second: Meaning, setting: Setting) -> tuple[Reading, ...]:
    choices = [readings[0] for part in (first, second) if (readings := readings_of(part, setting))]
    if len(choices) < 2:
        return tuple(choices)
    return (Reading(TimeSpan.one_of([choice.span for choice in choices]), "one of the two"),)


def _stretch(stretch: Stretch, setting: Setting) -> tuple[Reading, ...]:
    """“The past five years”: from five years before the article's date up to it."""
    amount, anchor = stretch.amount, setting.anchor
    if anchor is None or amount.count is None or amount.unit < Unit.DAY:
        return ()
    far = move(anchor.ordinal, amount.unit, stretch.sign * round(amount.count))
    first, last = sorted((far, anchor.ordinal))
    precision = PRECISIONS.get(amount.unit, Precision.DAY)
    span = TimeSpan.within(
        first * SECONDS_PER_DAY, last * SECONDS_PER_DAY, min(precision, Precision.YEAR)
    )
    return (Reading(span, "counted from the article's date"),)
