"""Calendar arithmetic on integers: proleptic Gregorian, any year, no limits at 1 or 9999.

Years are astronomical: year 0 is 1 BCE, year -43 is 44 BCE. A *day ordinal* counts days from
1970-01-01, which is 0. An *instant* counts seconds on the local civil clock of the source from
1970-01-01T00:00:00, which is 0; it knows no zone and no leap seconds.

The conversion between day ordinals and civil dates follows Howard Hinnant,
"chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

SECONDS_PER_MINUTE = 60
SECONDS_PER_HOUR = 3_600
SECONDS_PER_DAY = 86_400
DAYS_PER_WEEK = 7
LARGEST_YEAR = 290_000_000_000  # seconds up to here fit into 64 bits, before and after year 0

_DAYS_PER_ERA = 146_097  # 400 years
_EPOCH_SHIFT = 719_468  # days from 0000-03-01 to 1970-01-01
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class CivilDate(NamedTuple):
    """A day as people write it. Months 1 to 12, days 1 to 31, year astronomical."""

    year: int
    month: int
    day: int

    @property
    def ordinal(self) -> int:
        """Days since 1970-01-01."""
        return day_ordinal(self.year, self.month, self.day)

    @property
    def instant(self) -> int:
        """The second at which the day begins."""
        return self.ordinal * SECONDS_PER_DAY

    def plus_days(self, count: int) -> CivilDate:
        """The day `count` days later (earlier when negative)."""
        return civil_date(self.ordinal + count)


class CivilTime(NamedTuple):
    """A second as people write it."""

    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int

    @property
    def date(self) -> CivilDate:
        """The day this second belongs to."""
        return CivilDate(self.year, self.month, self.day)


def is_leap_year(year: int) -> bool:
    """Whether February of `year` has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month, 28 to 31."""
    return 29 if month == 2 and is_leap_year(year) else _MONTH_LENGTHS[month - 1]


def is_valid_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


# A text keeps coming back to the few days around its own.
_REMEMBERED_DAYS = 1_024


@lru_cache(maxsize=_REMEMBERED_DAYS)
def day_ordinal(year: int, month: int = 1, day: int = 1) -> int:
    """Days from 1970-01-01 to a civil date. The month must be 1 to 12; days may overflow it."""
    shifted_year = year - (month <= 2)
    era, year_of_era = divmod(shifted_year, 400)
    day_of_year = (153 * ((month - 3) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_PER_ERA + day_of_era - _EPOCH_SHIFT


@lru_cache(maxsize=_REMEMBERED_DAYS)
def civil_date(ordinal: int) -> CivilDate:
    """The civil date of a day ordinal; the inverse of `day_ordinal`."""
    era, day_of_era = divmod(ordinal + _EPOCH_SHIFT, _DAYS_PER_ERA)
    year_of_era = (
        day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = (shifted_month + 2) % 12 + 1
    return CivilDate(era * 400 + year_of_era + (month <= 2), month, day)


def instant_at(
    year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0
) -> int:
    """The instant of a civil date and time of day."""
    seconds = hour * SECONDS_PER_HOUR + minute * SECONDS_PER_MINUTE + second
    return day_ordinal(year, month, day) * SECONDS_PER_DAY + seconds


def civil_time(instant: int) -> CivilTime:
    """The civil date and time of day of an instant; the inverse of `instant_at`."""
    ordinal, seconds = divmod(instant, SECONDS_PER_DAY)
    hour, rest = divmod(seconds, SECONDS_PER_HOUR)
    minute, second = divmod(rest, SECONDS_PER_MINUTE)
    return CivilTime(*civil_date(ordinal), hour, minute, second)


def weekday(ordinal: int) -> int:
    """The day of the week of a day ordinal: 0 is Monday, 6 is Sunday."""
    return (ordinal + 3) % DAYS_PER_WEEK


def week_start(ordinal: int, first_weekday: int = 0) -> int:
    """The ordinal of the first day of the week that holds `ordinal`."""
    return ordinal - (weekday(ordinal) - first_weekday) % DAYS_PER_WEEK


def iso_week(ordinal: int) -> tuple[int, int]:
    """The ISO 8601 week of a day: (week-numbering year, week 1 to 53)."""
    thursday = week_start(ordinal) + 3
    year = civil_date(thursday).year
    return year, (thursday - day_ordinal(year)) // DAYS_PER_WEEK + 1


def iso_week_start(year: int, week: int) -> int:
    """The ordinal of the Monday of an ISO 8601 week. Week 1 holds 4 January."""
    return week_start(day_ordinal(year, 1, 4)) + (week - 1) * DAYS_PER_WEEK


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The (year, month) that lies `count` months later."""
    year_shift, month_index = divmod(month - 1 + count, 12)
    return year + year_shift, month_index + 1
