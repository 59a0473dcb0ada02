"""Meanings: what a time expression says, before any date is known to count from.

A meaning is a plain value, free of offsets and of the words it was written in. "Last week" is
`Deictic(Unit.WEEK, -1)` in every article; only the resolver turns it into days.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum


class Unit(IntEnum):
    """The units that people count and name time in, from fine to coarse."""

    SECOND = 1
    MINUTE = 2
    HOUR = 3
    DAY = 4
    WEEKEND = 5
    WEEK = 6
    FORTNIGHT = 7
    MONTH = 8
    QUARTER = 9
    SEASON = 10
    HALF = 11
    YEAR = 12
    DECADE = 13
    CENTURY = 14
    MILLENNIUM = 15


class Base(Enum):
    """The date an expression counts from."""

    ARTICLE = "article"  # the article's date: "last week"
    RUNNING = "running"  # the one that the text is about: "the quarter"
    NARRATIVE = "narrative"  # the last date the text has named: "the next day"


class Step(Enum):
    """Which occurrence of something that comes again and again is meant."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    PREVIOUS = "previous"  # before the date in the story
    SAME = "same"  # of the date in the story
    FOLLOWING = "following"  # after the date in the story


class Portion(StrEnum):
    """A part of a longer stretch."""

    START = "start"
    FIRST_HALF = "first half"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    SECOND_HALF = "second half"
    END = "end"
    EARLIER = "earlier"  # between its beginning and the article's date
    LATER = "later"  # between the article's date and its end


class DayPart(StrEnum):
    """A named part of the day."""

    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    DAYTIME = "daytime"


class Relation(Enum):
    """How an event lies to the time that is named."""

    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


class Tendency(Enum):
    """The direction of a vague expression."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as the calendar names it. What is not said is None; years are astronomical."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class NumericDate:
    """Day and month as two numbers, in an order that the text as a whole has to decide.

    Where it does not, numbers with full stops between them rather begin with the day.
    """

    first: int
    second: int
    year: int | None = None
    weekday: int | None = None
    is_dotted: bool = False


@dataclass(frozen=True, slots=True)
class YearGroup:
    """A decade, century or millennium, by the first year that carries its name."""

    first_year: int
    unit: Unit

    @classmethod
    def numbered(cls, number: int, unit: Unit, *, is_before_christ: bool = False) -> YearGroup:
        """The n-th century or millennium: 1800 for the 19th, 400 BC for the 4th before Christ."""
        size = 100 if unit is Unit.CENTURY else 1_000
        return cls(1 - number * size if is_before_christ else (number - 1) * size, unit)


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A quarter, half, season or ISO week, counted from 1; spring is season 1, winter 4."""

    unit: Unit
    number: int
    year: Meaning | None = None
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class WeekdayRef:
    """A day of the week, Monday 0 to Sunday 6."""

    weekday: int
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class Festival:
    """A named day, or days (`is_season`); `key` is its name in the table of festivals."""

    key: str
    year: int | None = None
    step: Step | None = None
    is_season: bool = False


@dataclass(frozen=True, slots=True)
class Deictic:
    """The calendar unit that lies `offset` units after the one that holds the base."""

    unit: Unit
    offset: int
    base: Base = Base.ARTICLE


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time. A count of None is an unknown number of units, "several weeks"."""

    count: float | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class Shift:
    """A length of time before (sign -1) or after (sign 1) the base, or the date `origin`."""

    amount: Amount
    sign: int
    base: Base = Base.ARTICLE
    origin: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of time that touches the article's date: "the past five years"."""

    amount: Amount
    sign: int


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time that is nowhere on the calendar."""

    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class PortionOf:
    """A part of a longer stretch: "early October"."""

    portion: Portion
    whole: Meaning


@dataclass(frozen=True, slots=True)
class OrdinalOf:
    """The n-th unit or weekday of a longer stretch; -1 counts from its end."""

    number: int
    unit: Unit
    whole: Meaning
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of a day; a day of None is the day of the story."""

    part: DayPart
    day: Meaning | None = None


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, to the hour (minute None), minute or second.

    `zone` is the zone as stated: a name of the table of zones in lower case, or an offset.
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    day: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Era:
    """A named stretch of history from the table of eras, with its first and last year."""

    key: str
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class Vague:
    """A direction without a date: "now", "recently", "soon"."""

    tendency: Tendency


@dataclass(frozen=True, slots=True)
class Recurring:
    """Something that comes again and again: "every Friday", "weekly"."""

    each: Meaning | Amount


@dataclass(frozen=True, slots=True)
class Approximate:
    """A date that is only about right: "about 1850"."""

    inner: Meaning


@dataclass(frozen=True, slots=True)
class Alternative:
    """Either of two: "Monday or Tuesday"."""

    first: Meaning
    second: Meaning


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another."""

    first: Meaning
    last: Meaning


@dataclass(frozen=True, slots=True)
class Related:
    """A date with the word that limits it: "since 2014", "by Friday"."""

    relation: Relation
    inner: Meaning


Meaning = (
    CalendarDate
    | NumericDate
    | YearGroup
    | PartOfYear
    | WeekdayRef
    | Festival
    | Deictic
    | Shift
    | Stretch
    | Duration
    | PortionOf
    | OrdinalOf
    | PartOfDay
    | ClockTime
    | Era
    | Vague
    | Recurring
    | Approximate
    | Alternative
    | Range
    | Related
)
