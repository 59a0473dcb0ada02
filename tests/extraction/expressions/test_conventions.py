"""How weeks and dates in numbers are read by the customs of a land."""

from __future__ import annotations

import pytest

from timeline_app.domain import Certainty, TextRange
from timeline_app.domain.conventions import USUAL, Conventions, DayOrder, WeekStart
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.extraction.expressions import Resolution, recognise, resolve

_ARTICLE_DATE = CivilDate(2024, 10, 29)  # a Tuesday
_SUNDAY = Conventions(WeekStart.SUNDAY)
_SATURDAY = Conventions(WeekStart.SATURDAY)
_DAY_FIRST = Conventions(day_order=DayOrder.DAY_FIRST)


def _resolve(text: str, conventions: Conventions) -> list[Resolution]:
    found = recognise(text, [TextRange(0, len(text))])
    return resolve(text, found, _ARTICLE_DATE, conventions)


def _readings(text: str, conventions: Conventions) -> list[tuple[str, str]]:
    (resolution,) = _resolve(text, conventions)
    return [(write_edtf(each.span), each.label) for each in resolution.readings]


def test_where_weeks_begin_on_sunday_that_reading_comes_first() -> None:
    assert _readings("He won last week.", _SUNDAY) == [
        ("[2024-10-20..2024-10-26]", "calendar week before, Sun – Sat"),
        ("[2024-10-22..2024-10-28]", "the seven days before"),
        ("[2024-10-21..2024-10-27]", "week from Monday, as in Europe"),
    ]


@pytest.mark.parametrize("conventions", [USUAL, _SUNDAY, _SATURDAY])
@pytest.mark.parametrize("words", ["last week", "this week", "next week", "later this week"])
def test_the_other_weeks_are_still_on_offer(words: str, conventions: Conventions) -> None:
    offered = {when for when, _ in _readings(f"They met {words}.", conventions)}
    assert offered >= {when for when, _ in _readings(f"They met {words}.", USUAL)}


@pytest.mark.parametrize(
    ("words", "conventions", "first"),
    [
        ("later this week", USUAL, "[2024-10-29..2024-11-03]"),
        ("later this week", _SUNDAY, "[2024-10-29..2024-11-02]"),
        ("earlier this week", _SUNDAY, "[2024-10-27..2024-10-29]"),
        ("this week", _SUNDAY, "[2024-10-27..2024-11-02]"),
        ("next week", _SATURDAY, "[2024-11-02..2024-11-08]"),
        ("two weeks ago", _SUNDAY, "[2024-10-13..2024-10-19]"),
        ("the week of October 14", _SUNDAY, "[2024-10-13..2024-10-19]"),
        ("this weekend", USUAL, "[2024-11-02..2024-11-03]"),
        ("this weekend", _SUNDAY, "[2024-11-02..2024-11-03]"),
        ("this weekend", _SATURDAY, "[2024-11-01..2024-11-02]"),
    ],
)
def test_first_readings(words: str, conventions: Conventions, first: str) -> None:
    assert _readings(f"It is planned for {words}.", conventions)[0][0] == first


def test_a_custom_puts_one_order_of_day_and_month_first_and_keeps_the_other() -> None:
    (resolution,) = _resolve("It was signed on 05/11/2024.", _DAY_FIRST)
    assert [write_edtf(each.span) for each in resolution.readings] == ["2024-11-05", "2024-05-11"]
    assert resolution.certainty is Certainty.PROBABLE
    assert "read day before month, as is usual for this article" in resolution.reason


def test_where_nothing_decides_the_reason_says_so() -> None:
    (resolution,) = _resolve("It was signed on 05/11/2024.", USUAL)
    assert len(resolution.readings) == 2
    assert "can be read either way" in resolution.reason


def test_the_dates_of_the_text_are_stronger_than_any_custom() -> None:
    text = "It was signed on 05/11/2024 and not on 10/29/2024."
    open_one, _ = _resolve(text, _DAY_FIRST)
    assert [write_edtf(each.span) for each in open_one.readings] == ["2024-05-11"]
    assert "as other dates of the text show" in open_one.reason
