"""The dates of named days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.time.calendar import civil_date, weekday
from timeline_app.extraction.expressions.festivals import easter, festival_date

_SUNDAY = 6


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


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = easter(year)
    assert weekday(day) == _SUNDAY
    assert (3, 22) <= civil_date(day)[1:] <= (4, 25)


@pytest.mark.parametrize(
    ("key", "date"),
    [
        ("thanksgiving", (2024, 11, 28)),
        ("labor day", (2024, 9, 2)),
        ("memorial day", (2024, 5, 27)),
        ("election day", (2024, 11, 5)),
        ("good friday", (2024, 3, 29)),
        ("christmas", (2024, 12, 25)),
    ],
)
def test_festivals_by_rule(key: str, date: tuple[int, int, int]) -> None:
    day = festival_date(key, 2024)
    assert day is not None
    assert civil_date(day) == date


def test_a_festival_without_a_rule_has_no_date() -> None:
    assert festival_date("ramadan", 2024) is None
