"""The labels of readings, and the other ways in which an open expression is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline_app.domain import Reading
from timeline_app.domain.time.calendar import week_start
from timeline_app.domain.time.span import TimeSpan
from timeline_app.extraction.expressions.meaning import (
    Approximate,
    Base,
    CalendarDate,
    Deictic,
    Festival,
    Meaning,
    NumericDate,
    PartOfYear,
    PortionOf,
    Shift,
    Step,
    Unit,
    WeekdayRef,
)
from timeline_app.extraction.expressions.placing import (
    Placed,
    Setting,
    move,
    numeric_orders,
    place,
)
from timeline_app.extraction.expressions.spans import days_as_span, span_of

_US_HABIT = "week from Sunday, US habit"
_WEEK_LABELS = {-1: "calendar week before, Mon – Sun", 1: "calendar week after, Mon – Sun"}


def primary_label(meaning: Meaning, placed: Placed, setting: Setting) -> str:
    """A short phrase that says how the first reading came about."""
    match meaning:
        case Deictic(unit=Unit.WEEK, offset=offset):
            return _WEEK_LABELS.get(offset, "calendar week, Mon – Sun")
        case WeekdayRef():
            return _day_label(placed.start, setting)
        case CalendarDate(year=None, month=int()) | PartOfYear(year=None) | Festival(year=None):
            return _side_label(placed, setting)
        case NumericDate():
            is_day_first = numeric_orders(meaning, setting.is_day_first)[0]
            return _order_label(is_day_first=is_day_first)
        case Shift(amount=amount) if amount.unit in (Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH):
            return f"that {placed.unit.name.lower()}"
        case CalendarDate() | PartOfYear():
            return "as written"
        case PortionOf(whole=inner) | Approximate(inner=inner):
            return primary_label(inner, placed, setting)
    return "counted from the article's date" if setting.anchor else "as written"


def other_readings(meaning: Meaning, placed: Placed, setting: Setting) -> Iterator[Reading]:
    """The readings beside the first, the likelier first."""
    match meaning:
        case Deictic(unit=Unit.WEEK, base=Base.ARTICLE):
            yield from _other_weeks(meaning, placed, setting)
        case WeekdayRef():
            yield from _other_weekdays(meaning, placed, setting)
        case CalendarDate(year=None, month=int()) | PartOfYear(year=None) | Festival(year=None):
            yield from _other_years(placed, setting)
        case NumericDate():
            yield from _other_order(meaning, setting)
        case Shift():
            yield from _exact_shift(meaning, placed, setting)
        case PortionOf(portion=portion, whole=CalendarDate(year=None)):
            for other in _neighbour_years(placed, setting):
                yield Reading(span_of(replace(other, portion=portion)), _side_label(other, setting))


def _other_weeks(deictic: Deictic, placed: Placed, setting: Setting) -> Iterator[Reading]:
    if setting.anchor is None:
        return
    today = setting.anchor.ordinal
    if deictic.offset == -1:
        yield Reading(days_as_span(today - 7, today - 1), "the seven days before")
    if deictic.offset == 1:
        yield Reading(days_as_span(today + 1, today + 7), "the seven days after")
    sunday = week_start(today, 6) + 7 * deictic.offset
    yield Reading(days_as_span(sunday, sunday + 6), _US_HABIT)


def _day_label(day: int, setting: Setting) -> str:
    if setting.anchor is None or day == setting.anchor.ordinal:
        return "the article's own day"
    return "the one before" if day < setting.anchor.ordinal else "the one after"


def _other_weekdays(ref: WeekdayRef, placed: Placed, setting: Setting) -> Iterator[Reading]:
    anchor = setting.anchor
    if anchor is None:
        return
    if ref.step is Step.NEXT:
        yield Reading(_day(placed.start + 7), "the one in the week after")
        return
    if ref.step is Step.LAST:
        yield Reading(_day(placed.start - 7), "the one in the week before")
        return
    is_ahead = placed.start > anchor.ordinal
    shifts = (-7,) if is_ahead else (7,) if placed.start < anchor.ordinal else (-7, 7)
    for shift in shifts:
        yield Reading(_day(placed.start + shift), _day_label(placed.start + shift, setting))


def _day(day: int) -> TimeSpan:
    return days_as_span(day, day)


def _side_label(placed: Placed, setting: Setting) -> str:
    if setting.anchor is None:
        return "in the year of the story"
    year = placed.date.year - setting.anchor.year
    if year == 0:
        return "in the article's year"
    if abs(year) > 1:
        return "in the year of the story"
    return "in the year before" if year < 0 else "in the year after"


def _neighbour_years(placed: Placed, setting: Setting) -> Iterator[Placed]:
    """The same date in the year on the other side of the article's date."""
    if setting.anchor is None:
        return
    shift = -12 if placed.start > setting.anchor.ordinal else 12
    yield replace(placed, start=move(placed.start, Unit.MONTH, shift), portion=None)


def _other_years(placed: Placed, setting: Setting) -> Iterator[Reading]:
    for other in _neighbour_years(placed, setting):
        yield Reading(span_of(other), _side_label(other, setting))


def _order_label(*, is_day_first: bool) -> str:
    return "day before month" if is_day_first else "month before day"


def _other_order(date: NumericDate, setting: Setting) -> Iterator[Reading]:
    if setting.is_day_first is not None:
        return
    for is_day_first in numeric_orders(date, is_day_first=None)[1:]:
        placed = place(date, replace(setting, is_day_first=is_day_first))
        if placed is not None:
            yield Reading(span_of(placed), _order_label(is_day_first=is_day_first))


def _exact_shift(shift: Shift, placed: Placed, setting: Setting) -> Iterator[Reading]:
    base = setting.base(shift.base)
    count = shift.amount.count
    if base is None or shift.origin is not None or count is None or count != int(count):
        return
    if placed.unit in (Unit.WEEK, Unit.MONTH):
        day = move(base, shift.amount.unit, shift.sign * int(count))
        yield Reading(_day(day), "counted to the day")
