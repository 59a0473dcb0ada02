"""The levels of the axis, from seconds to billions of years: a table, and a rule beyond it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from timeline_app.domain.time.calendar import SECONDS_PER_DAY
from timeline_app.layout import axis_text as words
from timeline_app.layout.calendar_steps import Step, Unit
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.text import Measure, TextStyle

TICK_GAP = 6.0  # ticks closer than this go
SHORTEST_SHARE = 0.92  # months and years vary in length: the shortest February must have room
LABEL_GAP = 12.0  # a label needs its width and this
_AGES_FROM = 5_000  # years between named ticks from which they are ages

Words = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class AxisLevel:
    """How the axis looks from a certain number of pixels per day on.

    `minors` and `ticks` are ordered from fine to coarse; the first that has room is taken.
    `nearby` names a minor step together with what the major strip would have said.
    """

    name: str
    pixels_per_day: float
    major: Step
    minors: tuple[Step, ...]
    ticks: tuple[Step, ...]
    major_words: Words
    minor_words: Words
    short_major: Words
    nearby: Words


def _steps(unit: Unit, *counts: int) -> tuple[Step, ...]:
    return tuple(Step(unit, count) for count in counts)


_DAY, _MONTH, _YEAR = Step(Unit.DAY), Step(Unit.MONTH), Step(Unit.YEAR)
_SECOND_LABELS = (*_steps(Unit.SECOND, 5, 10, 15, 30), Step(Unit.MINUTE))
_HOUR_LABELS = _steps(Unit.HOUR, 1, 3, 6, 12)

LEVELS: tuple[AxisLevel, ...] = (
    AxisLevel(
        "Seconds",
        3.0 * SECONDS_PER_DAY,
        Step(Unit.MINUTE),
        _SECOND_LABELS,
        _steps(Unit.SECOND, 1, 5, 15),
        words.minute_text,
        words.second_text,
        words.time_text,
        words.second_text,
    ),
    AxisLevel(
        "Minutes",
        5_760.0,
        _DAY,
        _steps(Unit.MINUTE, 1, 5, 10, 15, 30),
        _steps(Unit.MINUTE, 1, 5, 15),
        words.day_text,
        words.time_text,
        words.day_and_month,
        words.time_text,
    ),
    AxisLevel(
        "Hours",
        480.0,
        _DAY,
        _HOUR_LABELS,
        (*_steps(Unit.MINUTE, 15, 30), *_HOUR_LABELS),
        words.day_text,
        words.time_text,
        words.day_and_month,
        words.time_text,
    ),
    AxisLevel(
        "Days",
        64.0,
        _MONTH,
        (_DAY,),
        (*_steps(Unit.HOUR, 6, 12), _DAY),
        words.month_text,
        words.weekday_number,
        words.short_month,
        words.day_and_month,
    ),
    AxisLevel(
        "Days",
        40.0,
        _MONTH,
        (_DAY,),
        (*_steps(Unit.HOUR, 6, 12), _DAY),
        words.month_text,
        words.day_number,
        words.short_month,
        words.day_and_month,
    ),
    AxisLevel(
        "Weeks",
        8.0,
        _MONTH,
        (Step(Unit.WEEK),),
        (_DAY,),
        words.month_text,
        words.day_number,
        words.short_month,
        words.day_and_month,
    ),
    AxisLevel(
        "Months",
        4.0,
        _YEAR,
        _steps(Unit.MONTH, 1, 3),
        (Step(Unit.WEEK),),
        words.year_of,
        words.month_name,
        words.year_of,
        words.month_text,
    ),
    AxisLevel(
        "Months",
        2.3,
        _YEAR,
        _steps(Unit.MONTH, 1, 3),
        (_MONTH,),
        words.year_of,
        words.month_name,
        words.year_of,
        words.month_text,
    ),
    AxisLevel(
        "Months",
        0.9,
        _YEAR,
        _steps(Unit.MONTH, 1, 3, 6),
        (_MONTH,),
        words.year_of,
        words.short_month,
        words.year_of,
        words.month_text,
    ),
    AxisLevel(
        "Years",
        0.3,
        _YEAR,
        _steps(Unit.MONTH, 3, 6, 12),
        _steps(Unit.MONTH, 3, 6, 12),
        words.year_of,
        words.short_month,
        words.year_of,
        words.month_text,
    ),
)


def level_at(scale: TimeScale, measure: Measure) -> AxisLevel:
    """The level of the axis at a scale."""
    for level in LEVELS:
        if scale.pixels_per_day >= level.pixels_per_day:
            return level
    return _long_level(scale, measure)


def _long_level(scale: TimeScale, measure: Measure) -> AxisLevel:
    """Years and up: steps of 1, 2 or 5 times a power of ten years, without end."""
    pixels_per_year = Unit.YEAR.seconds / scale.seconds_per_pixel
    room = measure("10000 BCE", TextStyle.CAPTION) + LABEL_GAP
    minor = _round_count(room / pixels_per_year)
    tick = _round_count(TICK_GAP / SHORTEST_SHARE / pixels_per_year)
    major = 10 ** len(str(max(1, minor * 2 - 1)))
    unit = Unit.AGE if minor >= _AGES_FROM else Unit.YEAR
    span_words = words.ages_text if unit is Unit.AGE else words.years_text
    point_words = words.age_text if unit is Unit.AGE else words.year_of
    major_words = partial(span_words, count=major)
    return AxisLevel(
        _long_name(minor),
        0.0,
        Step(unit, major),
        (Step(unit, minor),),
        (Step(unit, tick), Step(unit, minor)),
        major_words,
        point_words,
        point_words,
        point_words,
    )


def _long_name(minor: int) -> str:
    names = ((5, "Years"), (50, "Decades"), (500, "Centuries"), (_AGES_FROM, "Millennia"))
    return next((name for limit, name in names if minor < limit), "Ages")


def _round_count(least: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, … that is at least `least`."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power >= least:
                return factor * power
        power *= 10
