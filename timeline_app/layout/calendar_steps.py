"""Regular steps of the calendar: every quarter of an hour, every Monday, every 500 years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from timeline_app.domain.time.calendar import (
    DAYS_PER_WEEK,
    SECONDS_PER_DAY,
    SECONDS_PER_HOUR,
    SECONDS_PER_MINUTE,
    civil_time,
    instant_at,
)
from timeline_app.domain.time.precision import Precision

PRESENT = 1950  # ages count back from here, as in radiocarbon dating
_FIRST_MONDAY = 4 * SECONDS_PER_DAY  # 1970-01-05


class Unit(Enum):
    """What a step counts. AGE counts years back from the present instead of by the calendar."""

    SECOND = 1.0
    MINUTE = 60.0
    HOUR = 3_600.0
    DAY = 86_400.0
    WEEK = 604_800.0
    MONTH = 2_629_746.0
    YEAR = 31_556_952.0
    AGE = 31_556_952.1

    @property
    def seconds(self) -> float:
        """The mean length."""
        return self.value


_FIXED = {
    Unit.SECOND: (1, 0),
    Unit.MINUTE: (SECONDS_PER_MINUTE, 0),
    Unit.HOUR: (SECONDS_PER_HOUR, 0),
    Unit.DAY: (SECONDS_PER_DAY, 0),
    Unit.WEEK: (DAYS_PER_WEEK * SECONDS_PER_DAY, _FIRST_MONDAY),
}

_PRECISIONS = {
    Unit.SECOND: Precision.SECOND,
    Unit.MINUTE: Precision.MINUTE,
    Unit.HOUR: Precision.HOUR,
    Unit.DAY: Precision.DAY,
    Unit.WEEK: Precision.DAY,
    Unit.MONTH: Precision.MONTH,
    Unit.YEAR: Precision.YEAR,
    Unit.AGE: Precision.YEAR,
}


@dataclass(frozen=True, slots=True)
class Step:
    """Every `count` units."""

    unit: Unit
    count: int = 1

    @property
    def seconds(self) -> float:
        """The mean length of a step."""
        return self.unit.seconds * self.count

    @property
    def precision(self) -> Precision:
        """How fine a date must be to tell these instants apart."""
        return _PRECISIONS[self.unit]

    def instants(self, begin: int, end: int) -> Iterator[int]:
        """The instants of the steps from the last one at or before `begin` until `end`."""
        if self.unit in _FIXED:
            length, phase = _FIXED[self.unit]
            length *= self.count
            yield from range(begin - (begin - phase) % length, end, length)
        elif self.unit is Unit.MONTH:
            yield from self._months(begin, end)
        else:
            yield from self._years(begin, end)

    def nearest(self, instant: int) -> int:
        """The step that lies nearest to an instant."""
        before = next(self.instants(instant, instant + 1))
        after = self.next_after(instant)
        return before if instant - before <= after - instant else after

    def next_after(self, instant: int) -> int:
        """The first step after the one at or before `instant`."""
        length = round(self.seconds * 2.5)
        return next(
            moment for moment in self.instants(instant, instant + length) if moment > instant
        )

    def _months(self, begin: int, end: int) -> Iterator[int]:
        year, month = civil_time(begin)[:2]
        index = year * 12 + month - 1
        index -= index % self.count
        while (moment := instant_at(index // 12, index % 12 + 1)) < end:
            yield moment
            index += self.count

    def _years(self, begin: int, end: int) -> Iterator[int]:
        index = self._index_of_year(civil_time(begin).year)
        while (moment := instant_at(self._year(index))) < end:
            yield moment
            index += 1

    def _year(self, index: int) -> int:
        """The year of a step. BCE has round years too: 500 BCE is the astronomical year -499."""
        if self.unit is Unit.AGE:
            return PRESENT + index * self.count
        if self.count == 1:
            return index
        return index * self.count if index > 0 else 1 + index * self.count

    def _index_of_year(self, year: int) -> int:
        if self.unit is Unit.AGE:
            return (year - PRESENT) // self.count
        if self.count == 1 or year >= self.count:
            return year // self.count
        return min(0, (year - 1) // self.count)
