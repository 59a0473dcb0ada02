"""Questions about a meaning: how coarse it is, what it counts from, what would decide it."""

from __future__ import annotations

from typing import Final, cast

from timeline_app.extraction.expressions.meaning import (
    Alternative,
    Amount,
    Approximate,
    Base,
    CalendarDate,
    ClockTime,
    Deictic,
    Duration,
    Era,
    Festival,
    Meaning,
    NumericDate,
    OrdinalOf,
    PartOfDay,
    PartOfYear,
    PortionOf,
    Range,
    Recurring,
    Related,
    Shift,
    Step,
    Stretch,
    Tendency,
    Unit,
    Vague,
    WeekdayRef,
    YearGroup,
)

DAY_LETTER: Final = "D"  # a day
COARSE_LETTER: Final = "Q"  # a stretch of the calendar longer than a day
TIME_LETTER: Final = "C"  # a time of day, with or without its day
PART_LETTER: Final = "@"  # a part of a certain day
LENGTH_LETTER: Final = "L"  # a length of time
ERA_LETTER: Final = "Y"
FINISHED_LETTER: Final = "*"  # anything that enters no further composition

# Where a composed meaning keeps the one that it is made from.
_INNER: Final[dict[type, str]] = {
    Alternative: "first",
    Approximate: "inner",
    ClockTime: "day",
    OrdinalOf: "whole",
    PartOfDay: "day",
    PartOfYear: "year",
    PortionOf: "whole",
    Range: "first",
    Related: "inner",
    Shift: "origin",
}
_FIXED_GRAINS: Final[dict[type, Unit]] = {
    ClockTime: Unit.HOUR,
    NumericDate: Unit.DAY,
    PartOfDay: Unit.HOUR,
    WeekdayRef: Unit.DAY,
}
_OWN_LETTERS: Final[dict[type, str]] = {
    Amount: LENGTH_LETTER,
    ClockTime: TIME_LETTER,
    Era: ERA_LETTER,
    PartOfDay: PART_LETTER,
}


def inner_of(meaning: object) -> Meaning | None:
    """The meaning that another one is composed of, one level down; None for a plain one."""
    name = _INNER.get(type(meaning))
    return cast("Meaning | None", getattr(meaning, name)) if name else None


def innermost_of(meaning: Meaning) -> Meaning:
    """The plain meaning at the heart of a composed one."""
    while (inner := inner_of(meaning)) is not None:
        meaning = inner
    return meaning


def core_of(meaning: Meaning) -> Meaning:
    """The date inside "since …", "from … to …"."""
    match meaning:
        case Related(inner=inner) | Range(first=inner):
            return inner
    return meaning


def grain_of(meaning: object) -> Unit | None:
    """The unit of the calendar in which a meaning is told; None when it is no date."""
    fixed = _FIXED_GRAINS.get(type(meaning))
    return fixed or _own_grain(meaning) or _inner_grain(meaning)


def _own_grain(meaning: object) -> Unit | None:
    match meaning:
        case Festival(is_season=is_season):
            return Unit.WEEK if is_season else Unit.DAY
        case CalendarDate(month=month, day=day):
            return Unit.DAY if day else Unit.MONTH if month else Unit.YEAR
        case Shift(amount=amount):
            return amount.unit
        case Stretch(amount=Amount(count=1.0, unit=unit)):
            return unit if unit <= Unit.YEAR else None
        case (
            YearGroup(unit=unit) | PartOfYear(unit=unit) | Deictic(unit=unit) | OrdinalOf(unit=unit)
        ):
            return unit
    return None


def _inner_grain(meaning: object) -> Unit | None:
    is_of_inner_grain = isinstance(meaning, (PortionOf, Approximate))
    return grain_of(inner_of(meaning)) if is_of_inner_grain else None


def letter_of(value: object) -> str:
    """The letter under which the grammar goes on with a value."""
    own = _OWN_LETTERS.get(type(value))
    if own is not None:
        return own
    grain = grain_of(value)
    if grain is None:
        return FINISHED_LETTER
    if grain < Unit.DAY:
        return PART_LETTER
    return DAY_LETTER if grain is Unit.DAY else COARSE_LETTER


def is_open(meaning: Meaning) -> bool:
    """Whether the tense around an expression decides which date it is."""
    match meaning:
        case WeekdayRef(step=None | Step.THIS) | Festival(year=None, step=None):
            return True
        case CalendarDate(year=None, month=int(), step=None) | PartOfYear(year=None, step=None):
            return True
        case Deictic(base=Base.RUNNING, unit=Unit.WEEKEND):
            return True
        case NumericDate(year=None) | CalendarDate(year=None, month=None, day=int(), step=None):
            return True
    inner = inner_of(meaning)
    return inner is not None and is_open(inner)


def needs_anchor(meaning: Meaning) -> bool:
    """Whether a meaning tells a date only together with another date."""
    match meaning:
        case CalendarDate(year=year) | NumericDate(year=year) | Festival(year=year):
            return year is None
        case WeekdayRef() | Deictic() | Stretch():
            return True
        case Vague(tendency=tendency):
            return tendency is Tendency.PRESENT
        case YearGroup() | Era() | Duration() | Recurring():
            return False
    inner = inner_of(meaning)
    return inner is None or needs_anchor(inner)


def counts_from_story(meaning: Meaning) -> bool:
    """Whether a meaning counts from the last date in the text, not from the article's."""
    match meaning:
        case Deictic(base=base) | Shift(base=base, origin=None):
            return base is Base.NARRATIVE
        case PartOfDay(day=None) | ClockTime(day=None):
            return True
        case CalendarDate(year=None, month=None, weekday=None):
            return True
        case WeekdayRef(step=step):
            return step in (Step.SAME, Step.PREVIOUS, Step.FOLLOWING)
    inner = inner_of(meaning)
    return inner is not None and counts_from_story(inner)
