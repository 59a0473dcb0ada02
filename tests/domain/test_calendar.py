"""Calendar arithmetic against the standard library, and where that has no dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.time.calendar import (
    CivilDate,
    add_months,
    civil_date,
    civil_time,
    day_ordinal,
    days_in_month,
    instant_at,
    is_leap_year,
    is_valid_date,
    iso_week,
    iso_week_start,
    week_start,
    weekday,
)

EPOCH = date(1970, 1, 1)
ordinals = st.integers(-(10**12), 10**12)


@given(st.dates())
def test_agrees_with_the_standard_calendar(day: date) -> None:
    ordinal = (day - EPOCH).days
    assert day_ordinal(day.year, day.month, day.day) == ordinal
    assert civil_date(ordinal) == (day.year, day.month, day.day)
    assert weekday(ordinal) == day.weekday()
    assert is_valid_date(day.year, day.month, day.day)


@given(st.dates(min_value=date(1, 2, 1), max_value=date(9998, 12, 1)))
def test_agrees_with_the_standard_weeks(day: date) -> None:
    ordinal = (day - EPOCH).days
    year, week, _ = day.isocalendar()
    assert iso_week(ordinal) == (year, week)
    assert iso_week_start(year, week) == week_start(ordinal)


@given(ordinals)
def test_days_far_away_come_back(ordinal: int) -> None:
    day = civil_date(ordinal)
    assert day.ordinal == ordinal
    assert day.plus_days(1).ordinal == ordinal + 1
    assert is_valid_date(*day)


@given(st.integers(-(10**15), 10**15))
def test_seconds_come_back(instant: int) -> None:
    moment = civil_time(instant)
    assert instant_at(*moment) == instant
    assert moment.date.instant <= instant < moment.date.plus_days(1).instant


def test_seconds_agree_with_the_standard_clock() -> None:
    moment = datetime(2024, 10, 29, 21, 5, 7, tzinfo=UTC)
    assert instant_at(2024, 10, 29, 21, 5, 7) == moment.timestamp()


def test_years_before_the_common_era() -> None:
    assert CivilDate(0, 12, 31).plus_days(1) == (1, 1, 1)
    assert CivilDate(-43, 3, 15).plus_days(365) == (-42, 3, 15)
    assert is_leap_year(0)
    assert days_in_month(-4, 2) == 29


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2023, 2, 29), (2024, 2, 30), (2024, 0, 1), (2024, 13, 1), (2024, 4, 31), (2024, 1, 0)],
)
def test_days_that_no_calendar_has(year: int, month: int, day: int) -> None:
    assert not is_valid_date(year, month, day)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [((2024, 11), 2, (2025, 1)), ((2024, 1), -1, (2023, 12)), ((0, 1), -13, (-2, 12))],
)
def test_months_carry_into_years(start: tuple[int, int], count: int, end: tuple[int, int]) -> None:
    assert add_months(*start, count) == end


def test_a_week_may_begin_on_sunday() -> None:
    tuesday = day_ordinal(2024, 10, 29)
    assert civil_date(week_start(tuesday)) == (2024, 10, 28)
    assert civil_date(week_start(tuesday, first_weekday=6)) == (2024, 10, 27)


def test_an_ordinal_is_days_since_the_epoch() -> None:
    assert day_ordinal(1970) == 0
    assert CivilDate(2000, 3, 1).ordinal == (date(2000, 3, 1) - EPOCH) // timedelta(days=1)
