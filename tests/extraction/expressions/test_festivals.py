"""The days of festivals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.time.calendar import civil_date, weekday
from timeline_app.extraction.expressions.festivals import (
    FESTIVALS,
    easter,
    festival_days,
    orthodox_easter,
)

_SUNDAY = 6
_YEARS_WITHOUT_RAMADAN_TABLE = (1850, 2101)


@pytest.mark.parametrize(
    ("year", "date"),
    [
        (1818, (1818, 3, 22)),
        (1916, (1916, 4, 23)),
        (1943, (1943, 4, 25)),
        (2000, (2000, 4, 23)),
        (2024, (2024, 3, 31)),
        (2025, (2025, 4, 20)),
    ],
)
def test_easter(year: int, date: tuple[int, int, int]) -> None:
    assert civil_date(easter(year)) == date


@pytest.mark.parametrize(
    ("year", "date"),
    [
        (1917, (1917, 4, 15)),
        (2021, (2021, 5, 2)),
        (2024, (2024, 5, 5)),
        (2025, (2025, 4, 20)),
    ],
)
def test_orthodox_easter(year: int, date: tuple[int, int, int]) -> None:
    assert civil_date(orthodox_easter(year)) == date


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = easter(year)
    assert weekday(day) == _SUNDAY
    assert (3, 22) <= civil_date(day)[1:] <= (4, 25)


@given(st.integers(1583, 9999))
def test_the_orthodox_easter_is_a_sunday_and_never_before_the_western_one(year: int) -> None:
    assert weekday(orthodox_easter(year)) == _SUNDAY
    assert orthodox_easter(year) >= easter(year)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("thanksgiving", (2024, 11, 28)),
        ("black friday", (2024, 11, 29)),
        ("labor day", (2024, 9, 2)),
        ("memorial day", (2024, 5, 27)),
        ("election day", (2024, 11, 5)),
        ("good friday", (2024, 3, 29)),
        ("ascension day", (2024, 5, 9)),
        ("pentecost", (2024, 5, 19)),
        ("christmas", (2024, 12, 25)),
        ("eid al-fitr", (2024, 4, 10)),
        ("eid al-adha", (2024, 6, 16)),
        ("yom kippur", (2024, 10, 12)),
        ("purim", (2024, 3, 24)),
        ("lunar new year", (2024, 2, 10)),
        ("diwali", (2024, 10, 31)),
        ("nowruz", (2024, 3, 20)),
    ],
)
def test_festivals_of_one_day(name: str, date: tuple[int, int, int]) -> None:
    (celebration,) = festival_days(name, 2024)
    assert (civil_date(celebration.first), celebration.days) == (date, 1)


@pytest.mark.parametrize(
    ("name", "year", "date", "days"),
    [
        ("ramadan", 2024, (2024, 3, 11), 30),
        ("ramadan", 2003, (2003, 10, 27), 29),
        ("hanukkah", 2024, (2024, 12, 26), 8),
        ("passover", 2024, (2024, 4, 23), 8),
        ("rosh hashanah", 2024, (2024, 10, 3), 2),
    ],
)
def test_festivals_of_several_days(
    name: str, year: int, date: tuple[int, int, int], days: int
) -> None:
    (celebration,) = festival_days(name, year)
    # The tables of other lands begin a day earlier or later.
    assert abs(celebration.first - _ordinal(date)) <= 1
    assert abs(celebration.days - days) <= (1 if name == "ramadan" else 0)


def test_a_lunar_year_may_fit_in_twice() -> None:
    assert [civil_date(each.first) for each in festival_days("eid al-fitr", 2000)] == [
        (2000, 1, 8),
        (2000, 12, 27),
    ]


@pytest.mark.parametrize("year", _YEARS_WITHOUT_RAMADAN_TABLE)
def test_beyond_its_tables_a_festival_has_no_date(year: int) -> None:
    assert festival_days("ramadan", year) == ()


@given(st.sampled_from(sorted(FESTIVALS)), st.integers(-3_000, 12_000))
def test_every_festival_can_be_asked_for_in_every_year(name: str, year: int) -> None:
    for first, days in festival_days(name, year):
        assert days >= 1
        assert year - 1 <= civil_date(first).year <= year + 1


def _ordinal(date: tuple[int, int, int]) -> int:
    from timeline_app.domain.time.calendar import day_ordinal

    return day_ordinal(*date)
