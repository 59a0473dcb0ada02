"""Places a meaning on the calendar: which day, week, quarter or century it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from timeline_app.domain.time.calendar import civil_date, day_ordinal, week_start, weekday
from timeline_app.extraction.expressions.meaning import (
    Amount,
    Approximate,
    Base,
    CalendarDate,
    ClockTime,
    DayPart,
    Deictic,
    Era,
    Festival,
    Meaning,
    NumericDate,
    OrdinalOf,
    PartOfDay,
    PartOfYear,
    PortionOf,
    Shift,
    Stretch,
    Unit,
    WeekdayRef,
    YearGroup,
)
from timeline_app.extraction.expressions.placed import (
    DAYS_IN,
    MONTHS_IN,
    YEARS_IN,
    Placed,
    Setting,
    move,
    no_finer_than,
    unit_start,
)
from timeline_app.extraction.expressions.placing_dates import (
    occurrence,
    place_date,
    place_festival,
    place_numeric,
    place_weekday,
)
from timeline_app.extraction.expressions.zones import offset_of

# Days after its end in which a quarter is still what reports are about.
_REPORTING_LAG = 45
_END_OF_TIME = 14_000_000_000 * 366  # days; the universe is not older
_DEEP_TIME = 5_000 * 365  # days; further back, years are no longer counted one by one
_END_OF_NIGHT = 6  # o'clock; before it, an hour told after an evening is the next day's
# The unit that a number of units ago is known in: "two decades ago" is a year, about.
_FINER: Final = {
    Unit.FORTNIGHT: Unit.WEEK,
    Unit.SEASON: Unit.MONTH,
    Unit.HALF: Unit.MONTH,
    Unit.DECADE: Unit.YEAR,
    Unit.CENTURY: Unit.DECADE,
    Unit.MILLENNIUM: Unit.CENTURY,
}
_MEAN_DAYS: Final = {Unit.MONTH: 30.4, Unit.QUARTER: 91.3, Unit.SEASON: 91.3, Unit.HALF: 182.6}


def place(meaning: Meaning, setting: Setting) -> Placed | None:
    """Where a meaning lies; None when it lies nowhere, or nowhere without an article date."""
    placer = _PLACERS.get(type(meaning))
    return placer(meaning, setting) if placer else None


def _place_years(group: YearGroup, _: Setting) -> Placed:
    return Placed(group.unit, day_ordinal(group.first_year))


def _place_era(era: Era, _: Setting) -> Placed:
    return Placed(Unit.YEAR, day_ordinal(era.first_year))


def _place_deictic(deictic: Deictic, setting: Setting) -> Placed | None:
    if setting.is_history and deictic == Deictic(deictic.unit, 1) and deictic.unit > Unit.DAY:
        deictic = replace(deictic, base=Base.NARRATIVE)
    unit, told = deictic.unit, setting.told(deictic.base, deictic.unit)
    base = told.start if told else setting.base(deictic.base)
    if base is None:
        return None
    if told is not None and told.unit > unit:
        return no_finer_than(told, move(base, unit, deictic.offset))
    if deictic.base is Base.RUNNING and unit is Unit.WEEKEND:
        return Placed(unit, _running_weekend(base, setting))
    if deictic.base is Base.RUNNING and unit is Unit.QUARTER:
        base = setting.quarter.start if setting.quarter else base - _REPORTING_LAG
    return Placed(unit, move(setting.start_of(base, unit), unit, deictic.offset))


def _running_weekend(base: int, setting: Setting) -> int:
    start = setting.start_of(base, Unit.WEEKEND)
    return start - 7 if start > base and setting.cue.direction <= 0 else start


def _place_stretch(stretch: Stretch, setting: Setting) -> Placed | None:
    """“The past year” as a unit of the calendar; other stretches are lengths of time."""
    if stretch.amount.count != 1 or stretch.amount.unit >= Unit.DECADE:
        return None
    return _place_deictic(Deictic(stretch.amount.unit, stretch.sign), setting)


def _place_shift(shift: Shift, setting: Setting) -> Placed | None:
    if setting.quarter is not None and _is_year_before(shift):
        return Placed(Unit.QUARTER, move(setting.quarter.start, Unit.YEAR, -1))
    if shift.origin is not None:
        origin = place(shift.origin, setting)
        placed = _shifted(origin.start, shift, setting) if origin else None
        if placed and origin and origin.unit < placed.unit:
            day = _moved(origin.start, shift.amount, shift.sign)[0]
            return Placed(origin.unit, setting.start_of(day, origin.unit))
        return placed
    told = setting.told(shift.base, shift.amount.unit)
    if told is None and shift.base is Base.NARRATIVE and shift.sign > 0:
        return None
    base = told.start if told else setting.base(shift.base)
    placed = _shifted(base, shift, setting) if base is not None else None
    if told is not None and placed is not None and told.unit > shift.amount.unit:
        return no_finer_than(told, placed.start)
    return placed


def _shifted(base: int, shift: Shift, setting: Setting) -> Placed | None:
    if shift.amount.count is None:
        return None
    if shift.amount.unit < Unit.DAY:
        return Placed(Unit.DAY, base)
    day, unit = _moved(base, shift.amount, shift.sign)
    if abs(day) > _END_OF_TIME:
        return None
    if abs(day - base) > _DEEP_TIME:
        return _in_deep_time(shift)
    return Placed(unit, setting.start_of(day, unit))


def _in_deep_time(shift: Shift) -> Placed | None:
    """“66 million years ago”: a round number, from which today's year takes nothing away."""
    years = YEARS_IN.get(shift.amount.unit)
    if years is None:
        return None
    year = shift.sign * round(years * (shift.amount.count or 0))
    return Placed(Unit.YEAR, day_ordinal(year), is_approximate=True)


def _is_year_before(shift: Shift) -> bool:
    is_one_year = shift.amount == Amount(1.0, Unit.YEAR)
    return is_one_year and shift.sign < 0 and shift.origin is None


def _moved(base: int, amount: Amount, sign: int) -> tuple[int, Unit]:
    count, unit = amount.count or 0.0, amount.unit
    if count == int(count):
        return move(base, unit, sign * int(count)), _FINER.get(unit, unit)
    if unit in YEARS_IN:
        months = round(count * 12 * YEARS_IN[unit])
        return move(base, Unit.MONTH, sign * months), Unit.MONTH if months % 12 else Unit.YEAR
    days = _MEAN_DAYS.get(unit) or DAYS_IN[unit]
    return base + sign * round(count * days), Unit.WEEK if unit > Unit.DAY else Unit.DAY


def _place_part_of_year(part: PartOfYear, setting: Setting) -> Placed | None:
    if part.year is not None:
        year = place(part.year, setting)
        return _numbered_part(part, year.date.year) if year else None
    base = setting.base(Base.RUNNING)
    if base is None:
        return None
    year_now = civil_date(base).year
    if setting.chronicle is not None:
        return _numbered_part(part, setting.chronicle.year)
    series = [_numbered_part(part, year) for year in range(year_now - 2, year_now + 3)]
    return occurrence(series, base, part.step, setting)


def _numbered_part(part: PartOfYear, year: int) -> Placed:
    if part.unit is Unit.WEEK:
        return Placed(Unit.WEEK, week_start(day_ordinal(year, 1, 4)) + 7 * (part.number - 1))
    if part.unit is Unit.SEASON:
        return Placed(Unit.SEASON, day_ordinal(year, part.number * 3))
    first_month = (part.number - 1) * MONTHS_IN[part.unit] + 1
    return Placed(part.unit, day_ordinal(year, first_month))


def _place_ordinal(ordinal: OrdinalOf, setting: Setting) -> Placed | None:
    whole = place(ordinal.whole, setting)
    if whole is None:
        return None
    if ordinal.weekday is not None:
        return _nth_weekday(ordinal.number, ordinal.weekday, whole)
    if ordinal.unit is Unit.WEEKEND and whole.unit is Unit.DAY:
        return Placed(Unit.WEEKEND, unit_start(whole.start, Unit.WEEKEND))
    if ordinal.unit is Unit.WEEK:
        return _nth_week(ordinal.number, whole, setting)
    if ordinal.number > 0:
        start = move(unit_start(whole.start, ordinal.unit), ordinal.unit, ordinal.number - 1)
    else:
        start = unit_start(whole.last, ordinal.unit)
    return Placed(ordinal.unit, start) if whole.start <= start <= whole.last else None


def _nth_week(number: int, whole: Placed, setting: Setting) -> Placed | None:
    """The week of a day by the calendar; the weeks of a longer stretch counted in sevens."""
    if whole.unit is Unit.DAY and whole.days == 1:
        return Placed(Unit.WEEK, setting.start_of(whole.start, Unit.WEEK))
    start = whole.start + 7 * (number - 1) if number > 0 else whole.last - 6
    return Placed(Unit.WEEK, start) if whole.start <= start <= whole.last else None


def _nth_weekday(number: int, day_of_week: int, whole: Placed) -> Placed | None:
    if number > 0:
        day = whole.start + (day_of_week - weekday(whole.start)) % 7 + (number - 1) * 7
    else:
        day = whole.last - (weekday(whole.last) - day_of_week) % 7
    return Placed(Unit.DAY, day) if whole.start <= day <= whole.last else None


def _place_portion(portion: PortionOf, setting: Setting) -> Placed | None:
    whole = place(portion.whole, setting)
    return replace(whole, portion=portion.portion) if whole else None


def _place_approximate(approximate: Approximate, setting: Setting) -> Placed | None:
    inner = place(approximate.inner, setting)
    return replace(inner, is_approximate=True) if inner else None


def _place_part_of_day(part: PartOfDay, setting: Setting) -> Placed | None:
    day = _day_of(part.day, setting)
    return Placed(Unit.DAY, day, part_of_day=part.part) if day is not None else None


def _day_of(meaning: Meaning | None, setting: Setting) -> int | None:
    if meaning is None:
        told = setting.told(Base.NARRATIVE, Unit.DAY)
        if told is not None and told.unit <= Unit.DAY:
            return told.start
        return None if setting.is_history else setting.base(Base.ARTICLE)
    placed = place(meaning, setting)
    return placed.start if placed else None


def _place_clock(clock: ClockTime, setting: Setting) -> Placed | None:
    day = _day_of(clock.day, setting)
    if day is None:
        return None
    if clock.day is None and clock.hour < _END_OF_NIGHT and _is_evening(setting.narrative):
        day += 1
    second = clock.hour * 3_600 + (clock.minute or 0) * 60 + (clock.second or 0)
    fineness = Unit.HOUR if clock.minute is None else Unit.MINUTE
    fineness = fineness if clock.second is None else Unit.SECOND
    zone = clock.zone and offset_of(clock.zone, day, second, setting.conventions.region)
    return Placed(Unit.DAY, day, second=second, fineness=fineness, zone=zone)


def _is_evening(told: Placed | None) -> bool:
    return told is not None and told.part_of_day in (DayPart.EVENING, DayPart.NIGHT)


_PLACERS: Final[dict[type, Callable[[Any, Setting], Placed | None]]] = {
    Approximate: _place_approximate,
    CalendarDate: place_date,
    ClockTime: _place_clock,
    Deictic: _place_deictic,
    Era: _place_era,
    Festival: place_festival,
    NumericDate: place_numeric,
    OrdinalOf: _place_ordinal,
    PartOfDay: _place_part_of_day,
    PartOfYear: _place_part_of_year,
    PortionOf: _place_portion,
    Shift: _place_shift,
    Stretch: _place_stretch,
    WeekdayRef: place_weekday,
    YearGroup: _place_years,
}
