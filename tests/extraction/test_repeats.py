"""What one article tells several times is proposed once."""

from __future__ import annotations

from timeline_app.domain import Certainty, Factuality, Proposal, TextRange
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.extraction.repeats import merge_duplicates

_MAY, _JUNE = TimeSpan.on(CivilDate(2024, 5, 3)), TimeSpan.on(CivilDate(2024, 6, 3))


def _told(title: str, start: int, day: TimeSpan | None = None, salience: float = 0.5) -> Proposal:
    expression = TextRange(start + 7, start + 12) if day is not None else None
    place = TextRange(start, start + 50)
    return Proposal(
        title, day, place, TextRange(start, start + 5), expression, Factuality.HAPPENED,
        Certainty.PROBABLE, "rule", "", salience=salience,
    )  # fmt: skip


def test_the_same_words_in_any_order_are_told_once_by_the_most_salient() -> None:
    first = _told("Putin met Xi", 0, salience=0.3)
    again = _told("Xi met Putin", 60, salience=0.7)

    assert merge_duplicates([first, again]) == [again]


def test_small_words_make_no_difference() -> None:
    first = _told("The school was opened", 0)

    assert merge_duplicates([first, _told("School opened", 60, salience=0.2)]) == [first]


def test_what_is_dated_stands_for_what_is_not() -> None:
    undated = _told("Putin met Xi", 0, salience=0.9)
    dated = _told("Putin met Xi", 60, _MAY, salience=0.1)

    assert merge_duplicates([undated, dated]) == [dated]


def test_two_days_are_two_events() -> None:
    in_may, in_june = _told("Putin met Xi", 0, _MAY), _told("Putin met Xi", 60, _JUNE)

    assert merge_duplicates([in_june, in_may]) == [in_may, in_june]
