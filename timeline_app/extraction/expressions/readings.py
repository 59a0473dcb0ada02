"""All the ways a time expression can be read, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from timeline_app.domain import Reading
from timeline_app.domain.time.calendar import SECONDS_PER_DAY, day_ordinal
from timeline_app.domain.time.precision import Precision
from timeline_app.domain.time.span import TimeSpan
from timeline_app.extraction.expressions.alternatives import label_of, other_places
from timeline_app.extraction.expressions.meaning import (
    Alternative,
    CalendarDate,
    ClockTime,
    Era,
    Meaning,
    Portion,
    PortionOf,
    Range,
    Related,
    Relation,
    Stretch,
    Tendency,
    Unit,
    Vague,
    WeekdayRef,
)
from timeline_app.extraction.expressions.placed import Setting, move
from timeline_app.extraction.expressions.placing import place
from timeline_app.extraction.expressions.spans import PRECISIONS, span_of

Readings = tuple[Reading, ...]


def readings_of(meaning: Meaning, setting: Setting) -> Readings:
    """The readings of a meaning; none when it cannot be dated."""
    return _READERS.get(type(meaning), _plain)(meaning, setting)


def _plain(meaning: Meaning, setting: Setting) -> Readings:
    placed = place(meaning, setting)
    if placed is None:
        return ()
    anchor_day = setting.anchor.ordinal if setting.anchor else None
    readings = [Reading(span_of(placed, anchor_day), label_of(meaning, placed, setting))]
    for other, label in other_places(meaning, placed, setting):
        span = span_of(other, anchor_day)
        if all(span != known.span for known in readings):
            readings.append(Reading(span, label))
    return tuple(readings)


def _vague(vague: Vague, setting: Setting) -> Readings:
    if vague.tendency is not Tendency.PRESENT or setting.anchor is None:
        return ()
    return (Reading(TimeSpan.on(setting.anchor), "the article's own day"),)


def _era(era: Era, _: Setting) -> Readings:
    first, last = day_ordinal(era.first_year), day_ordinal(era.last_year)
    span = TimeSpan.lasting(first * SECONDS_PER_DAY, last * SECONDS_PER_DAY, Precision.YEAR)
    return (Reading(span, "the era as a whole, from the table of eras"),)


def _related(related: Related, setting: Setting) -> Readings:
    inner = readings_of(_point_of(related), setting)
    relation = _relation_of(related)
    limited = ((_limit(relation, reading.span), reading) for reading in inner)
    return tuple(replace(reading, span=span) for span, reading in limited if span is not None)


def _relation_of(related: Related) -> Relation:
    """“Before the end of the year” is not before its last weeks, but at any time up to its end."""
    match related:
        case Related(relation=Relation.BEFORE, inner=PortionOf(portion=Portion.END)):
            return Relation.BY
    return related.relation


def _point_of(related: Related) -> Meaning:
    """What the relation counts from: "since World War II" begins when the war was over."""
    inner = related.inner
    if isinstance(inner, Era) and related.relation is Relation.SINCE:
        return CalendarDate(inner.last_year)
    return inner


def _limit(relation: Relation, span: TimeSpan) -> TimeSpan | None:
    """The span that "since", "until", "by", "before" or "after" another one gives."""
    begin, end, precision = span.begin, span.end, span.precision
    if begin is None or end is None:
        return None
    make, instant = {
        Relation.SINCE: (TimeSpan.ongoing_since, begin),
        Relation.UNTIL: (TimeSpan.ongoing_until, end - 1),
        Relation.BY: (TimeSpan.on_or_before, end - 1),
        Relation.BEFORE: (TimeSpan.on_or_before, begin - 1),
        Relation.AFTER: (TimeSpan.on_or_after, end),
    }[relation]
    limited = make(instant, precision)
    return replace(limited, uncertain=span.uncertain, approximate=span.approximate, zone=span.zone)


def _range(dates: Range, setting: Setting) -> Readings:
    opening, closing = readings_of(dates.first, setting), readings_of(dates.last, setting)
    if not opening or not closing:
        return ()
    begin, end = opening[0].span, closing[0].span
    if begin.begin is None or end.end is None:
        return ()
    first = begin.begin
    if first >= end.end and _are_days_of_past_week(dates, setting):
        first -= _WEEK
    final = _after(first, end.end, dates)
    if final <= first:
        return ()
    precision = min(begin.precision, end.precision)
    span = TimeSpan.lasting(first, final - 1, precision)
    zone = (begin.zone or end.zone) if span.precision <= Precision.HOUR else None
    return (Reading(replace(span, zone=zone), opening[0].label),)


_WEEK = 7 * SECONDS_PER_DAY


def _are_days_of_past_week(dates: Range, setting: Setting) -> bool:
    """“They struck from Monday to Friday”: up to the last Friday, from the Monday before it."""
    are_weekdays = isinstance(dates.first, WeekdayRef) and isinstance(dates.last, WeekdayRef)
    return are_weekdays and setting.cue.direction < 0


def _after(begin: int, end: int, dates: Range) -> int:
    """The end of a range, moved on to the next day, week or year where it precedes the beginning.

    An hour is told of the day of the beginning, or of the day after it.
    """
    last = dates.last
    if isinstance(last, ClockTime) and last.day is None:
        since_midnight = end % SECONDS_PER_DAY
        same_day = begin - begin % SECONDS_PER_DAY + since_midnight
        return same_day if same_day > begin else same_day + SECONDS_PER_DAY
    if end > begin:
        return end
    if isinstance(last, WeekdayRef):
        return end + 7 * SECONDS_PER_DAY
    if isinstance(last, CalendarDate) and last.year is None:
        return move(end // SECONDS_PER_DAY, Unit.YEAR, 1) * SECONDS_PER_DAY
    return end


def _either(either: Alternative, setting: Setting) -> Readings:
    sides = [readings_of(part, setting) for part in (either.first, either.second)]
    choices = [readings[0] for readings in sides if readings]
    if len(choices) < 2 or choices[0].span == choices[1].span:
        return tuple(choices[:1])
    return (Reading(TimeSpan.one_of([choice.span for choice in choices]), "one of the two"),)


def _stretch(stretch: Stretch, setting: Setting) -> Readings:
    """“The past five years”: from five years before the article's date up to it."""
    amount, anchor = stretch.amount, setting.anchor
    if anchor is None or amount.count is None or amount.unit < Unit.DAY:
        return ()
    far = move(anchor.ordinal, amount.unit, stretch.sign * round(amount.count))
    first, last = sorted((far, anchor.ordinal))
    precision = min(PRECISIONS.get(amount.unit, Precision.DAY), Precision.YEAR)
    span = TimeSpan.within(first * SECONDS_PER_DAY, last * SECONDS_PER_DAY, precision)
    return (Reading(span, "counted from the article's date"),)


_READERS: Final[dict[type, Callable[[Any, Setting], Readings]]] = {
    Alternative: _either,
    Era: _era,
    Range: _range,
    Related: _related,
    Stretch: _stretch,
    Vague: _vague,
}
