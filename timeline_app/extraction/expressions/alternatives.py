"""The labels of readings, and the other places where an open expression can lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline_app.domain.conventions import DayOrder, WeekStart
from timeline_app.extraction.expressions.meaning import (
    Approximate,
    Base,
    CalendarDate,
    ClockTime,
    Deictic,
    Festival,
    Meaning,
    NumericDate,
    OrdinalOf,
    PartOfDay,
    PartOfYear,
    PortionOf,
    Shift,
    Step,
    Unit,
    WeekdayRef,
)
from timeline_app.extraction.expressions.nature import counts_from_story, needs_anchor
from timeline_app.extraction.expressions.placed import Placed, Setting, move, unit_start
from timeline_app.extraction.expressions.placing import place
from timeline_app.extraction.expressions.placing_dates import celebrations, numeric_orders

Option = tuple[Placed, str]

_WEEK_PLACES = {-1: "calendar week before", 1: "calendar week after"}
_WEEKS = {
    WeekStart.MONDAY: "Mon – Sun",
    WeekStart.SUNDAY: "Sun – Sat",
    WeekStart.SATURDAY: "Sat – Fri",
}
_OTHER_WEEKS = (WeekStart.MONDAY, WeekStart.SUNDAY)


def label_of(meaning: Meaning, placed: Placed, setting: Setting) -> str:
    """A short phrase that says how a place came about."""
    match meaning:
        case PortionOf(whole=inner) | Approximate(inner=inner):
            return label_of(inner, placed, setting)
        case PartOfDay(day=day) | ClockTime(day=day) if day is not None:
            return label_of(day, placed, setting)
        case Deictic(unit=Unit.WEEK, offset=offset, base=Base.ARTICLE):
            return _week_label(offset, setting.conventions.week_start)
        case NumericDate():
            orders = numeric_orders(meaning, is_day_first=setting.likely_day_first)
            return _order_label(is_day_first=orders[0])
    return _plain_label(meaning, placed, setting)


def _plain_label(meaning: Meaning, placed: Placed, setting: Setting) -> str:
    if not needs_anchor(meaning):
        return "as written"
    match meaning:
        case WeekdayRef() | Deictic(unit=Unit.WEEKEND):
            return _side_of_anchor(placed, setting)
        case CalendarDate(month=int()) | PartOfYear(year=None) | Festival():
            return _year_of_anchor(placed, setting)
        case Shift() if placed.unit in (Unit.WEEK, Unit.MONTH, Unit.QUARTER):
            return f"that calendar {placed.unit.name.lower()}"
    if counts_from_story(meaning) and setting.narrative is not None:
        return "counted from the last date in the text"
    return "counted from the article's date"


def other_places(meaning: Meaning, placed: Placed, setting: Setting) -> Iterator[Option]:
    """The places beside the first where a meaning can lie, the likelier first."""
    match meaning:
        case PortionOf(whole=inner) | Approximate(inner=inner):
            yield from _around(inner, placed, setting)
        case PartOfDay(day=day) | ClockTime(day=day) if day is not None:
            yield from _around(day, placed, setting)
        case Deictic(unit=Unit.WEEK, base=Base.ARTICLE):
            yield from _other_weeks(meaning, setting)
        case OrdinalOf(unit=Unit.WEEK):
            for first_day in WeekStart.MONDAY, *_others(setting):
                start = unit_start(placed.start + 3, Unit.WEEK, first_day)
                yield replace(placed, start=start), _week_label(0, first_day)
        case NumericDate() if setting.is_day_first is None:
            yield from _other_order(meaning, setting)
        case _:
            yield from _plain_others(meaning, placed, setting)


def _plain_others(meaning: Meaning, placed: Placed, setting: Setting) -> Iterator[Option]:
    match meaning:
        case WeekdayRef():
            yield from _other_weekdays(meaning, placed, setting)
        case CalendarDate(year=None, month=int(), weekday=None, step=None):
            yield from _other_years(placed, setting)
        case PartOfYear(year=None, step=None):
            yield from _other_years(placed, setting)
        case Festival(key=key, year=None, step=None):
            yield from _other_celebrations(key, placed, setting)
        case Shift(origin=None):
            yield from _exact_shift(meaning, placed, setting)


def _around(inner: Meaning, placed: Placed, setting: Setting) -> Iterator[Option]:
    """The other places of an inner meaning, with what the outer one says of them."""
    whole = place(inner, setting)
    if whole is None:
        return
    if isinstance(inner, Deictic):
        yield from _other_shares_of_week(inner, placed, setting)
        return
    for other, label in other_places(inner, whole, setting):
        if other.unit is placed.unit:
            yield replace(placed, start=other.start), label


def _other_weeks(deictic: Deictic, setting: Setting) -> Iterator[Option]:
    if setting.anchor is None:
        return
    today = setting.anchor.ordinal
    if deictic.offset == -1:
        yield Placed(Unit.WEEK, today - 7), "the seven days before"
    if deictic.offset == 1:
        yield Placed(Unit.WEEK, today + 1), "the seven days after"
    for first_day in _others(setting):
        start = unit_start(today, Unit.WEEK, first_day) + 7 * deictic.offset
        yield Placed(Unit.WEEK, start), first_day.reading


def _other_shares_of_week(deictic: Deictic, placed: Placed, setting: Setting) -> Iterator[Option]:
    """“Later this week” where the week begins on another day."""
    if deictic.unit is not Unit.WEEK or deictic.base is not Base.ARTICLE or setting.anchor is None:
        return
    for first_day in _others(setting):
        start = unit_start(setting.anchor.ordinal, Unit.WEEK, first_day) + 7 * deictic.offset
        yield replace(placed, start=start), first_day.reading


def _others(setting: Setting) -> list[WeekStart]:
    """The other days that a week is often counted from."""
    own = setting.conventions.week_start
    return [first_day for first_day in _OTHER_WEEKS if first_day is not own]


def _week_label(offset: int, first_day: WeekStart) -> str:
    return f"{_WEEK_PLACES.get(offset, 'calendar week')}, {_WEEKS[first_day]}"


def _side_of_anchor(placed: Placed, setting: Setting) -> str:
    if setting.anchor is None:
        return "counted from the last date in the text"
    if placed.start <= setting.anchor.ordinal <= placed.last:
        return "the article's own day" if placed.unit is Unit.DAY else "around the article's date"
    return "the one before" if placed.start < setting.anchor.ordinal else "the one after"


def _other_weekdays(ref: WeekdayRef, placed: Placed, setting: Setting) -> Iterator[Option]:
    if setting.anchor is None:
        return
    if ref.step in (Step.LAST, Step.NEXT):
        shift, label = (-7, "a week earlier") if ref.step is Step.LAST else (7, "a week later")
        yield replace(placed, start=placed.start + shift), label
        return
    ahead = placed.start - setting.anchor.ordinal
    for shift in (-7, 7) if ahead == 0 else (-7,) if ahead > 0 else (7,):
        other = replace(placed, start=placed.start + shift)
        yield other, _side_of_anchor(other, setting)


def _year_of_anchor(placed: Placed, setting: Setting) -> str:
    if setting.anchor is None or setting.is_history or setting.chronicle is not None:
        return "in the year of the story"
    years = placed.date.year - setting.anchor.year
    if years == 0:
        return "in the article's year"
    return "in the year before" if years < 0 else "in the year after"


def _other_years(placed: Placed, setting: Setting) -> Iterator[Option]:
    """The same date on the other side of the article's date, or last before it."""
    if setting.anchor is None or setting.is_history:
        return
    shift = -1 if placed.start > setting.anchor.ordinal else 1
    if setting.chronicle is not None:
        date, anchor = placed.date, setting.anchor
        is_later = (date.month, date.day) > (anchor.month, anchor.day)
        shift = anchor.year - date.year - is_later
        setting = replace(setting, chronicle=None)
    other = replace(placed, start=move(placed.start, Unit.YEAR, shift))
    if other.date.day == placed.date.day:  # 29 February is not in every year
        yield other, _year_of_anchor(other, setting)


def _other_celebrations(name: str, placed: Placed, setting: Setting) -> Iterator[Option]:
    """The same festival on the other side of the article's date."""
    if setting.anchor is None or setting.is_history:
        return
    year, is_past = placed.date.year, placed.start <= setting.anchor.ordinal
    near = [each for y in range(year - 1, year + 2) for each in celebrations(name, y)]
    others = [each for each in near if each.start > placed.start]
    if not is_past:
        others = [each for each in reversed(near) if each.start < placed.start]
    for other in others[:1]:
        yield other, _year_of_anchor(other, setting)


def _order_label(*, is_day_first: bool) -> str:
    return (DayOrder.DAY_FIRST if is_day_first else DayOrder.MONTH_FIRST).reading


def _other_order(date: NumericDate, setting: Setting) -> Iterator[Option]:
    for is_day_first in numeric_orders(date, is_day_first=setting.likely_day_first)[1:]:
        placed = place(date, replace(setting, is_day_first=is_day_first))
        if placed is not None:
            yield placed, _order_label(is_day_first=is_day_first)


def _exact_shift(shift: Shift, placed: Placed, setting: Setting) -> Iterator[Option]:
    base, count = setting.base(shift.base), shift.amount.count
    if base is None or count is None or count != int(count):
        return
    if placed.unit is Unit.QUARTER:
        day = move(base, Unit.YEAR, shift.sign)
        yield Placed(Unit.YEAR, unit_start(day, Unit.YEAR)), "that calendar year"
    if placed.unit in (Unit.WEEK, Unit.MONTH):
        day = move(base, shift.amount.unit, shift.sign * int(count))
        yield Placed(Unit.DAY, day), "counted to the day"
