"""Places on the calendar, what is known when one is sought, and arithmetic with units."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from timeline_app.domain.conventions import USUAL, Conventions, DayOrder, WeekStart
from timeline_app.domain.time.calendar import (
    CivilDate,
    add_months,
    civil_date,
    day_ordinal,
    days_in_month,
    week_start,
)
from timeline_app.extraction.expressions.chronicle import Chronicle
from timeline_app.extraction.expressions.meaning import Base, DayPart, Portion, Unit
from timeline_app.extraction.expressions.tense import NO_CUE, Cue

MONTHS_IN: Final = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6}
YEARS_IN: Final = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1_000}
DAYS_IN: Final = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_SEASON_SHIFT = 2  # months; spring begins in March


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit of the calendar, by the ordinal of its first day, and what is said of it.

    `second` counts from the beginning of the day for a time of day, with `fineness` its unit.
    `days` is how many days a festival lasts.
    """

    unit: Unit
    start: int
    portion: Portion | None = None
    part_of_day: DayPart | None = None
    second: int | None = None
    fineness: Unit = Unit.DAY
    zone: str | None = None
    days: int = 1
    is_approximate: bool = False

    @property
    def date(self) -> CivilDate:
        """The first day."""
        return civil_date(self.start)

    @property
    def last(self) -> int:
        """The ordinal of the last day."""
        if self.unit <= Unit.DAY:
            return self.start + self.days - 1
        if self.unit is Unit.WEEKEND:
            return self.start + 1
        return move(self.start, self.unit, 1) - 1


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known when an expression is resolved.

    `anchor` is the article's date, `narrative` the date last told, `narrative_day` the last one
    that is a day, `quarter` the quarter under discussion; any may be None. `is_day_first` is None
    while the text leaves it open. A text is a history when it tells of years long before its own
    date; `chronicle` is the year it has come to. `cue` is the tense around the expression.
    """

    anchor: CivilDate | None
    narrative: Placed | None = None
    narrative_day: Placed | None = None
    chronicle: Chronicle | None = None
    quarter: Placed | None = None
    is_day_first: bool | None = None
    is_history: bool = False
    conventions: Conventions = USUAL
    cue: Cue = field(default=NO_CUE)

    @property
    def likely_day_first(self) -> bool | None:
        """Whether dates in numbers begin with the day: as the text shows, or as is the custom."""
        if self.is_day_first is not None or self.conventions.day_order is None:
            return self.is_day_first
        return self.conventions.day_order is DayOrder.DAY_FIRST

    def start_of(self, day: int, unit: Unit) -> int:
        """The first day of the calendar unit that holds a day."""
        return unit_start(day, unit, self.conventions.week_start)

    def base(self, base: Base) -> int | None:
        """The day that expressions with this base count from."""
        told = self.told(base, Unit.MILLENNIUM)
        if told is not None:
            return told.start
        return self.anchor.ordinal if self.anchor else None

    def told(self, base: Base, unit: Unit) -> Placed | None:
        """The date of the story to count units from: the last that is fine enough, or coarser.

        A coarser one that lies later takes over: the story has gone on from the day told before.
        """
        if base is Base.ARTICLE or (base is Base.RUNNING and not self.is_history):
            return None
        told, day = self.narrative, self.narrative_day
        if told is None or told.unit <= unit:
            return told
        is_within = day is not None and day.start <= told.last
        if day is not None and told.start <= day.start and (is_within or told.unit >= Unit.YEAR):
            return day
        return told


def unit_start(day: int, unit: Unit, first_day: WeekStart = WeekStart.MONDAY) -> int:
    """The first day of the calendar unit that holds a day; weeks begin on `first_day`."""
    if unit <= Unit.DAY:
        return day
    if unit is Unit.WEEKEND:
        return _weekend_of(day, first_day)
    if unit in DAYS_IN:
        return week_start(day, first_day.weekday)
    year, month, _ = civil_date(day)
    if unit in MONTHS_IN:
        shift = _SEASON_SHIFT if unit is Unit.SEASON else 0
        return day_ordinal(*add_months(year, month, -((month - 1 - shift) % MONTHS_IN[unit])))
    return day_ordinal(year - year % YEARS_IN[unit])


def _weekend_of(day: int, first_day: WeekStart) -> int:
    """The weekend of a week: Friday where the week begins on Saturday, elsewhere Saturday."""
    day_after = WeekStart.SUNDAY if first_day is WeekStart.SATURDAY else WeekStart.MONDAY
    return week_start(day, day_after.weekday) + 5


def move(day: int, unit: Unit, count: int) -> int:
    """The day `count` units later; the day of the month is kept where the month has it."""
    if unit in DAYS_IN:
        return day + count * DAYS_IN[unit]
    if unit < Unit.DAY:
        return day
    months = count * (MONTHS_IN.get(unit) or YEARS_IN[unit] * 12)
    year, month, day_of_month = civil_date(day)
    year, month = add_months(year, month, months)
    return day_ordinal(year, month, min(day_of_month, days_in_month(year, month)))


def no_finer_than(told: Placed, day: int) -> Placed:
    """“The next day” after a month: no day is known, only that it is about that month."""
    return Placed(told.unit, unit_start(day, told.unit), is_approximate=True)
