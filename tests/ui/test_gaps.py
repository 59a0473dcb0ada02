"""Stretches of which no event tells; no window is needed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.ui.timeline.gaps import gap_in_words, gaps_between

DAY = 86_400


def gaps(*days: tuple[int, int]) -> list[tuple[str, int, int]]:
    begins, ends = np.array(days, dtype=np.int64).reshape(-1, 2).T * DAY
    found = gaps_between(begins, ends)
    return [(gap.title, gap.begin // DAY, gap.end // DAY) for gap in found]


def test_what_is_far_longer_than_usual_is_a_gap() -> None:
    told = [(day, day + 1) for day in (0, 2, 4, 7, 60, 62)]
    assert gaps(*told) == [("7 weeks without events", 8, 60)]


def test_an_event_that_lasts_leaves_no_gap() -> None:
    told = [(day, day + 1) for day in (0, 2, 4, 7, 60, 62)]
    assert gaps(*told, (8, 59)) == []


def test_uncertain_time_is_no_gap() -> None:
    told = [(0, 1), (2, 3), (4, 30), (50, 51), (53, 54)]
    assert gaps(*told) == [("2 weeks without events", 30, 50)]


@pytest.mark.parametrize("days", [(), ((0, 1),), ((0, 1), (50, 51)), ((0, 1), (50, 51), (52, 53))])
def test_few_events_have_no_usual_distance(days: tuple[tuple[int, int], ...]) -> None:
    assert gaps(*days) == []


def test_events_at_even_distances_have_no_gaps() -> None:
    assert gaps(*((7 * week, 7 * week + 1) for week in range(30))) == []


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (59, "less than a minute without events"),
        (3_600 * 5, "5 hours without events"),
        (DAY, "1 day without events"),
        (DAY * 13, "13 days without events"),
        (DAY * 14, "2 weeks without events"),
        (DAY * 61, "2 months without events"),
        (DAY * 365 * 2 + DAY, "2 years without events"),
        (DAY * 365_2425 * 3 + 1, "30,000 years without events"),
        (DAY * 365_2425 * 207 + 1, "2.07 million years without events"),
        (DAY * 365_2425 * 903_200 + 1, "9.03 billion years without events"),
    ],
)
def test_the_length_is_told_in_whole_units(seconds: int, words: str) -> None:
    assert gap_in_words(seconds) == words


@given(st.lists(st.tuples(st.integers(-5_000, 5_000), st.integers(0, 60)), max_size=60))
def test_no_event_lies_in_a_gap(told: list[tuple[int, int]]) -> None:
    begins = np.array([begin for begin, _ in told], dtype=np.int64)
    ends = np.array([begin + length for begin, length in told], dtype=np.int64)
    found = gaps_between(begins, ends)
    for gap in found:
        assert gap.begin < gap.end
        assert not np.any((begins < gap.end) & (ends > gap.begin))
        assert gap.begin in ends
        assert gap.end in begins
    assert list(found) == sorted(found, key=lambda gap: gap.begin)
