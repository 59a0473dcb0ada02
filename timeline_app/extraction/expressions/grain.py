"""How coarse a meaning is, and the letter that the grammar gives it."""

from __future__ import annotations

from timeline_app.extraction.expressions.meaning import (
    Amount,
    Approximate,
    CalendarDate,
    ClockTime,
    Deictic,
    Duration,
    Era,
    Festival,
    NumericDate,
    OrdinalOf,
    PartOfDay,
    PartOfYear,
    PortionOf,
    Recurring,
    Shift,
    Stretch,
    Unit,
    Vague,
    WeekdayRef,
    YearGroup,
)

DAY_LETTER = "D"  # a day
COARSE_LETTER = "Q"  # a stretch of the calendar longer than a day
TIME_LETTER = "C"  # a time of day, with or without its day
LENGTH_LETTER = "L"  # a length of time
FINISHED_LETTER = "*"  # anything that enters no further composition
PART_LETTER = "@"  # a part of a certain day
ERA_LETTER = "Y"


def grain_of(meaning: object) -> Unit | None:
    """The unit of the calendar in which a meaning is told; None when it is no date."""
    match meaning:
        case CalendarDate(month=None, day=None, weekday=None):
            return Unit.YEAR
        case CalendarDate(day=None, weekday=None):
            return Unit.MONTH
        case CalendarDate() | NumericDate() | WeekdayRef() | Festival():
            return Unit.DAY
        case YearGroup(unit=unit) | PartOfYear(unit=unit) | Deictic(unit=unit):
            return unit
        case OrdinalOf(unit=unit):
            return unit
        case Shift(amount=Amount(unit=unit)) | Stretch(amount=Amount(count=1.0, unit=unit)):
            return unit
        case PortionOf(whole=inner) | Approximate(inner=inner):
            return grain_of(inner)
        case ClockTime() | PartOfDay():
            return Unit.HOUR
    return None


def letter_of(value: object) -> str:
    """The letter under which the grammar goes on with a value."""
    match value:
        case Amount():
            return LENGTH_LETTER
        case ClockTime():
            return TIME_LETTER
        case PartOfDay():
            return PART_LETTER
        case Era():
            return ERA_LETTER
        case Duration() | Recurring() | Vague():
            return FINISHED_LETTER
    grain = grain_of(value)
    if grain is None:
        return FINISHED_LETTER
    if grain < Unit.DAY:
        return PART_LETTER
    return DAY_LETTER if grain == Unit.DAY else COARSE_LETTER
