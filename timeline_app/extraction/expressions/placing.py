"""Places a meaning on the calendar: which day, week, quarter or century it is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline_app.domain.time.calendar import (
    CivilDate,
    add_months,
    civil_date,
    day_ordinal,
    days_in_month,
    is_valid_date,
    week_start,
    weekday,
)
from timeline_app.extraction.expressions.festivals import festival_date
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
    Portion,
    PortionOf,
    Shift,
    Step,
    Stretch,
    Unit,
    WeekdayRef,
    YearGroup,
)
from timeline_app.extraction.expressions.tense import NO_CUE, Cue


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit of the calendar, by the ordinal of its first day, and what is said of it.

    `second` counts from the beginning of the day for a time of day, with `fineness` its unit.
    """

    unit: Unit
    start: int
    portion: Portion | None = None
    part_of_day: DayPart | None = None
    second: int | None = None
    fineness: Unit = Unit.DAY
    zone: str | None = None
    is_approximate: bool = False

    @property
    def date(self) -> CivilDate:
        """The first day."""
        return civil_date(self.start)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known when an expression is resolved.

    `anchor` is the article's date, `narrative` the date in the story, `quarter` the quarter
    under discussion; any may be None. A text is a
    history when it tells of years long before its own date. `cue` is the tense around the expression.
    """

    anchor: CivilDate | None
    narrative: Placed | None = None
    quarter: Placed | None = None
    is_day_first: bool | None = None
    is_history: bool = False
    cue: Cue = field(default=NO_CUE)

    def base(self, base: Base) -> int | None:
        """The day that expressions with this base count from."""
        if base is Base.NARRATIVE and self.narrative is not None:
            return self.narrative.start
        return self.anchor.ordinal if self.anchor else None


def unit_start(day: int, unit: Unit) -> int:
    """The first day of the calendar unit that holds a day; weeks begin on Monday."""
    if unit <= Unit.DAY:
        return day
    if unit is Unit.WEEKEND:
        return week_start(day) + 5
    if unit in (Unit.WEEK, Unit.FORTNIGHT):
        return week_start(day)
    year, month, _ = civil_date(day)
    if unit in _MONTHS:
        size = _MONTHS[unit]
        shift = 2 if unit is Unit.SEASON else 0
        return day_ordinal(*add_months(year, month, -((month - 1 - shift) % size)))
    size = _YEARS[unit]
    return day_ordinal(year - year % size)


_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6}
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1_000}
_DAYS = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}


def move(day: int, unit: Unit, count: int) -> int:
    """The day `count` units later; the day of the month is kept where the month has it."""
    if unit in _DAYS:
        return day + count * _DAYS[unit]
    if unit < Unit.DAY:
        return day
    months = count * (_MONTHS.get(unit) or _YEARS[unit] * 12)
    year, month, day_of_month = civil_date(day)
    year, month = add_months(year, month, months)
    return day_ordinal(year, month, min(day_of_month, days_in_month(year, month)))


def unit_end(placed: Placed) -> int:
    """The last day of what is placed."""
    if placed.unit <= Unit.DAY:
        return placed.start
    if placed.unit is Unit.WEEKEND:
        return placed.start + 1
    return move(placed.start, placed.unit, 1) - 1


def place(meaning: Meaning, setting: Setting) -> Placed | None:
    """Where a meaning lies; None when it lies nowhere, or nowhere without an article date."""
    match meaning:
        case CalendarDate():
            return _place_date(meaning, setting)
        case NumericDate():
            return _place_numeric(meaning, setting)
        case YearGroup(first_year=year, unit=unit):
            return Placed(unit, day_ordinal(year))
        case Era(first_year=year):
            return Placed(Unit.YEAR, day_ordinal(year))
        case WeekdayRef():
            return _place_weekday(meaning, setting)
        case Deictic():
            return _place_deictic(meaning, setting)
        case Shift():
            return _place_shift(meaning, setting)
        case Stretch(amount=Amount(count=1.0, unit=unit), sign=sign):
            return _place_deictic(Deictic(unit, sign), setting)
        case PartOfYear():
            return _place_part_of_year(meaning, setting)
        case Festival():
            return _place_festival(meaning, setting)
        case OrdinalOf():
            return _place_ordinal(meaning, setting)
        case PortionOf(portion=portion, whole=whole):
            inner = place(whole, setting)
            return replace(inner, portion=portion) if inner else None
        case Approximate(inner=whole):
            inner = place(whole, setting)
            return replace(inner, is_approximate=True) if inner else None
        case PartOfDay():
            return _place_part_of_day(meaning, setting)
        case ClockTime():
            return _place_clock(meaning, setting)
    return None


def _place_date(date: CalendarDate, setting: Setting) -> Placed | None:
    if date.year is not None:
        return _full_date(date.year, date.month, date.day)
    if date.month is None:
        return _day_of_running_month(date, setting)
    if setting.anchor is None and setting.narrative is None:
        return None
    year = _year_for(date, setting)
    return _full_date(year, date.month, date.day) if year is not None else None


def _full_date(year: int, month: int | None, day: int | None) -> Placed | None:
    if month is None:
        return Placed(Unit.YEAR, day_ordinal(year))
    if day is None:
        return Placed(Unit.MONTH, day_ordinal(year, month))
    if not is_valid_date(year, month, day):
        return None
    return Placed(Unit.DAY, day_ordinal(year, month, day))


def _day_of_running_month(date: CalendarDate, setting: Setting) -> Placed | None:
    base = setting.base(Base.NARRATIVE)
    if base is None or date.day is None:
        return None
    year, month, _ = civil_date(base)
    return _full_date(year, month, date.day)


def _year_for(date: CalendarDate, setting: Setting) -> int | None:
    """The year of a month, or of a day of a month, that is named without one."""
    told, anchor = setting.narrative, setting.anchor
    if told is not None and (anchor is None or setting.is_history):
        return told.date.year
    if anchor is None:
        return None
    if date.step in (Step.FOLLOWING, Step.PREVIOUS) and told is not None:
        anchor = told.date
    if date.step is Step.THIS:
        return anchor.year
    if date.weekday is not None and date.step is None:
        fitting = _year_with_weekday(anchor, date)
        if fitting is not None:
            return fitting
    return _year_towards(_direction(date, setting), anchor, date)


_NAMED_DIRECTION = {Step.LAST: -1, Step.PREVIOUS: -1, Step.NEXT: 1, Step.FOLLOWING: 1}
_CLOSE_TO_MONTH = 6  # words between a verb and the month it dates
_CLOSE_TO_DAY = 1


def _direction(date: CalendarDate, setting: Setting) -> int:
    """Which way the date lies: as it says, or as a verb close by says; 0 for the nearest."""
    if date.step in _NAMED_DIRECTION:
        return _NAMED_DIRECTION[date.step]
    reach = _CLOSE_TO_MONTH if date.day is None else _CLOSE_TO_DAY
    return setting.cue.direction if setting.cue.distance <= reach else 0


def _year_towards(direction: int, anchor: CivilDate, date: CalendarDate) -> int:
    month, day = date.month or 1, date.day
    if direction == 0:
        return _usual_year(anchor, month, day or min(15, anchor.day))
    named, ours = (month, day or anchor.day), (anchor.month, anchor.day)
    if named == ours:
        return anchor.year + direction if date.step is not None else anchor.year
    if direction < 0:
        return anchor.year if named < ours else anchor.year - 1
    return anchor.year if named > ours else anchor.year + 1


def _years_around(anchor: CivilDate) -> tuple[int, int, int]:
    return anchor.year, anchor.year - 1, anchor.year + 1


def _year_with_weekday(anchor: CivilDate, date: CalendarDate) -> int | None:
    """The year in which the day falls on the day of the week that is written beside it."""
    month, day = date.month or 1, date.day or 1
    for year in _years_around(anchor):
        if is_valid_date(year, month, day):
            if weekday(day_ordinal(year, month, day)) == date.weekday:
                return year
    return None


# Days: a date without a year that lies further ahead than this is rather one of the past.
_FAR_AHEAD = 100


def _usual_year(anchor: CivilDate, month: int, day: int) -> int:
    """The year that puts a date nearest to the anchor, the past reaching further back."""
    latest = anchor.ordinal + _FAR_AHEAD
    ahead = anchor.year + 1
    return next(y for y in (ahead, ahead - 1, ahead - 2) if day_ordinal(y, month, day) <= latest)


def _place_numeric(date: NumericDate, setting: Setting) -> Placed | None:
    for is_day_first in numeric_orders(date, setting.is_day_first):
        day, month = (date.first, date.second) if is_day_first else (date.second, date.first)
        placed = _place_date(CalendarDate(date.year, month, day), setting)
        if placed is not None:
            return placed
    return None


def numeric_orders(date: NumericDate, is_day_first: bool | None) -> list[bool]:
    """The orders that two numbers can be read in, the likelier first; True is day first."""
    orders = [
        order
        for order in (is_day_first is True, is_day_first is not True)
        if (date.second if order else date.first) <= 12
    ]
    return orders


def _place_weekday(ref: WeekdayRef, setting: Setting) -> Placed | None:
    told = ref.step in (Step.PREVIOUS, Step.FOLLOWING, Step.SAME)
    base = setting.base(Base.NARRATIVE if told else Base.ARTICLE)
    if base is None:
        return None
    back = (weekday(base) - ref.weekday) % 7
    match ref.step:
        case Step.LAST | Step.PREVIOUS:
            return Placed(Unit.DAY, base - (back or 7))
        case Step.NEXT | Step.FOLLOWING:
            return Placed(Unit.DAY, base - back + 7)
        case Step.THIS if setting.cue.direction >= 0:
            return Placed(Unit.DAY, week_start(base) + ref.weekday)
    is_ahead = setting.cue.direction > 0 and back > 0
    return Placed(Unit.DAY, base - back + (7 if is_ahead else 0))


# Days after its end in which a quarter is still what reports are about.
_REPORTING_LAG = 45


def _place_deictic(deictic: Deictic, setting: Setting) -> Placed | None:
    base = setting.base(deictic.base)
    if base is None:
        return None
    if deictic.unit is Unit.QUARTER and deictic.base is Base.RUNNING:
        base = setting.quarter.start if setting.quarter else base - _REPORTING_LAG
    start = move(unit_start(base, deictic.unit), deictic.unit, deictic.offset)
    if deictic.unit is Unit.WEEKEND and deictic.base is Base.RUNNING:
        start = _running_weekend(base, setting)
    return Placed(deictic.unit, start)


def _running_weekend(base: int, setting: Setting) -> int:
    start = week_start(base) + 5
    return start - 7 if start > base and setting.cue.direction <= 0 else start


_FINER = {
    Unit.YEAR: Unit.YEAR,
    Unit.DECADE: Unit.YEAR,
    Unit.CENTURY: Unit.DECADE,
    Unit.MILLENNIUM: Unit.CENTURY,
    Unit.FORTNIGHT: Unit.WEEK,
    Unit.WEEKEND: Unit.WEEKEND,
    Unit.HALF: Unit.MONTH,
    Unit.SEASON: Unit.MONTH,
}


def _is_year_before(shift: Shift) -> bool:
    amount = shift.amount
    is_one_year = amount.unit is Unit.YEAR and amount.count == 1
    return is_one_year and shift.sign < 0 and shift.origin is None


def _place_shift(shift: Shift, setting: Setting) -> Placed | None:
    if setting.quarter is not None and _is_year_before(shift):
        return Placed(Unit.QUARTER, move(setting.quarter.start, Unit.YEAR, -1))
    origin = place(shift.origin, setting) if shift.origin else None
    base = origin.start if origin else setting.base(shift.base)
    amount = shift.amount
    if base is None or amount.count is None or (shift.origin and not origin):
        return None
    if amount.unit < Unit.DAY:
        return Placed(Unit.DAY, base)
    day, unit = _moved(base, amount, shift.sign)
    if origin and origin.unit is Unit.DAY:
        return Placed(Unit.DAY, day)
    return Placed(unit, unit_start(day, unit))


def _moved(base: int, amount: Amount, sign: int) -> tuple[int, Unit]:
    count, unit = amount.count or 0.0, amount.unit
    if count == int(count):
        return move(base, unit, sign * int(count)), _FINER.get(unit, unit)
    if unit in (Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        months = round(count * 12 * _YEARS[unit])
        return move(base, Unit.MONTH, sign * months), Unit.MONTH
    days = {Unit.MONTH: 30.4, Unit.QUARTER: 91.3}.get(unit) or float(_DAYS.get(unit, 1))
    return base + sign * round(count * days), Unit.DAY


def _place_part_of_year(part: PartOfYear, setting: Setting) -> Placed | None:
    if part.year is not None:
        year = place(part.year, setting)
        return _numbered_part(part, year.date.year) if year else None
    base = setting.base(Base.ARTICLE)
    if base is None:
        return None
    year_now = civil_date(base).year
    candidates = [_numbered_part(part, year) for year in range(year_now - 2, year_now + 3)]
    return _occurrence(candidates, base, part.step, setting)


def _numbered_part(part: PartOfYear, year: int) -> Placed:
    if part.unit is Unit.SEASON:
        return Placed(Unit.SEASON, day_ordinal(year, part.number * 3))
    size = _MONTHS[part.unit]
    return Placed(part.unit, day_ordinal(year, (part.number - 1) * size + 1))


def _occurrence(
    candidates: list[Placed], base: int, step: Step | None, setting: Setting
) -> Placed | None:
    """The one of a series that is meant: before, at or after the base."""
    begun = [placed for placed in candidates if placed.start <= base]
    ahead = [placed for placed in candidates if placed.start > base]
    if step in (Step.LAST, Step.PREVIOUS):
        return next((p for p in reversed(candidates) if unit_end(p) < base), None)
    if step in (Step.NEXT, Step.FOLLOWING):
        return ahead[0] if ahead else None
    if step is Step.THIS:
        this_year = [p for p in candidates if p.date.year == civil_date(base).year]
        return this_year[0] if this_year else None
    if setting.cue.direction > 0 and ahead and ahead[0].date.year == civil_date(base).year:
        return ahead[0]
    return begun[-1] if begun else None


def _place_festival(festival: Festival, setting: Setting) -> Placed | None:
    if festival.year is not None:
        day = festival_date(festival.key, festival.year)
        return Placed(Unit.DAY, day) if day is not None else None
    base = setting.base(Base.ARTICLE)
    if base is None:
        return None
    year = civil_date(base).year
    days = (festival_date(festival.key, y) for y in range(year - 2, year + 3))
    placed = [Placed(Unit.DAY, day) for day in days if day is not None]
    return _occurrence(placed, base, festival.step, setting)


def _place_ordinal(ordinal: OrdinalOf, setting: Setting) -> Placed | None:
    whole = place(ordinal.whole, setting)
    if whole is None:
        return None
    first, last = whole.start, unit_end(whole)
    if ordinal.weekday is not None:
        return _nth_weekday(ordinal.number, ordinal.weekday, first, last)
    if ordinal.unit is Unit.WEEK and whole.unit is Unit.DAY:
        return Placed(Unit.WEEK, week_start(first))
    if ordinal.number > 0:
        start = move(_first_unit(first, ordinal.unit), ordinal.unit, ordinal.number - 1)
    else:
        start = unit_start(last, ordinal.unit)
    return Placed(ordinal.unit, start) if first - 6 <= start <= last else None


def _first_unit(day: int, unit: Unit) -> int:
    start = unit_start(day, unit)
    return start if start >= day or unit is Unit.WEEK else start


def _nth_weekday(number: int, day_of_week: int, first: int, last: int) -> Placed | None:
    if number > 0:
        day = first + (day_of_week - weekday(first)) % 7 + (number - 1) * 7
    else:
        day = last - (weekday(last) - day_of_week) % 7
    return Placed(Unit.DAY, day) if first <= day <= last else None


def _place_part_of_day(part: PartOfDay, setting: Setting) -> Placed | None:
    day = _day_of(part.day, setting)
    return Placed(Unit.DAY, day, part_of_day=part.part) if day is not None else None


def _day_of(meaning: Meaning | None, setting: Setting) -> int | None:
    if meaning is None:
        return setting.base(Base.NARRATIVE)
    placed = place(meaning, setting)
    return placed.start if placed else None


def _place_clock(clock: ClockTime, setting: Setting) -> Placed | None:
    day = _day_of(clock.day, setting)
    if day is None:
        return None
    second = clock.hour * 3600 + (clock.minute or 0) * 60 + (clock.second or 0)
    fineness = Unit.HOUR if clock.minute is None else Unit.MINUTE
    fineness = fineness if clock.second is None else Unit.SECOND
    return Placed(Unit.DAY, day, second=second, fineness=fineness, zone=clock.zone)
