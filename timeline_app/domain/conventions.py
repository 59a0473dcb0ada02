"""Conventions: what differs from land to land in the writing of dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WeekStart(StrEnum):
    """The day that a week begins on."""

    MONDAY = "monday"
    SUNDAY = "sunday"
    SATURDAY = "saturday"

    @property
    def weekday(self) -> int:
        """The day of the week: 0 is Monday, 6 is Sunday."""
        return {WeekStart.MONDAY: 0, WeekStart.SATURDAY: 5, WeekStart.SUNDAY: 6}[self]

    @property
    def reading(self) -> str:
        """The label of the reading of a week that begins on this day, where others are likelier."""
        habit = {WeekStart.MONDAY: ", as in Europe", WeekStart.SUNDAY: ", US habit"}.get(self, "")
        return f"week from {self.capitalize()}{habit}"


class DayOrder(StrEnum):
    """Whether 05/11/2024 is the fifth of November or the eleventh of May."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"

    @property
    def reading(self) -> str:
        """The label of the reading of a date in this order."""
        return "day before month" if self is DayOrder.DAY_FIRST else "month before day"


@dataclass(frozen=True, slots=True)
class Conventions:
    """How the writer of an article counts weeks and writes dates in numbers.

    A `day_order` of None leaves it to the article's own dates: where those decide nothing, a date
    in numbers has two readings. `region` is the land the article was written for as two letters
    (ISO 3166), empty when it is not known; it tells apart zones of the same name.
    """

    week_start: WeekStart = WeekStart.MONDAY
    day_order: DayOrder | None = None
    region: str = ""


# What holds where nothing else is known: weeks of ISO 8601, and both orders of day and month.
USUAL = Conventions()


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the researcher has laid down for a whole project; None leaves it to each article.

    A project has one record of this kind at most.
    """

    id: int = 1
    week_start: WeekStart | None = None
    day_order: DayOrder | None = None
