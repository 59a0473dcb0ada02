"""Complete dates in running text."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.names import MONTHS, SEASONS, WEEKDAYS
from timeline_app.domain.time.wording import date_in_words
from timeline_app.domain.time.written import find_full_dates

OCTOBER_29 = CivilDate(2024, 10, 29)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kursk, RussiaTuesday, October 29, 2024", "Tuesday, October 29, 2024"),
        ("RussiaOctober 29, 2024Advertisement", "October 29, 2024"),
        ("Kyiv29 October 2024", "29 October 2024"),
        ("on October 29, 2024, he", "October 29, 2024"),
        ("on OCTOBER 29, 2024", "OCTOBER 29, 2024"),
        ("Oct 29 2024", "Oct 29 2024"),
        ("Oct. 29th, 2024", "Oct. 29th, 2024"),
        ("October29,2024", "October29,2024"),
        ("29th October 2024", "29th October 2024"),
        ("29 Oct. 2024", "29 Oct. 2024"),
        ("29-Oct-2024", "29-Oct-2024"),
        ("the 29th of October, 2024", "29th of October, 2024"),
        ("Tuesday, the 29th of October 2024", "Tuesday, the 29th of October 2024"),
        ("Tue 29 Oct 2024", "Tue 29 Oct 2024"),
        ("Tues. 29 Oct 2024", "Tues. 29 Oct 2024"),
        ("Tuesday\n29 October\n2024", "Tuesday\n29 October\n2024"),
        ("at 2024-10-29T12:00Z", "2024-10-29"),
        ("https://example.org/2024/10/29/kursk", "2024/10/29"),
        ("29.10.2024", "29.10.2024"),
        ("29/10/2024", "29/10/2024"),
        ("10/29/2024", "10/29/2024"),
        ("29-10-2024", "29-10-2024"),
    ],
)
def test_one_date(text: str, found: str) -> None:
    (written,) = find_full_dates(text)
    assert written.range.cut(text) == found
    assert written.date == OCTOBER_29


@pytest.mark.parametrize(
    "text",
    [
        "",
        "October 2024",
        "29 October",
        "Tuesday",
        "5/6/2024",
        "31 Feb 2024",
        "13/13/2024",
        "Lamar 29, 2024",
        "dismay 12, 2024",
        "192.168.10.2024",
        "1.2.2024.3",
        "A29 October 20245",
        "10, 000",
        "October 29, 20241",
    ],
)
def test_no_date(text: str) -> None:
    assert find_full_dates(text) == []


def test_dates_come_in_text_order() -> None:
    text = "2023-01-02 then 5 May 2024, June 7, 2024 and 8/8/2024"
    assert [written.date for written in find_full_dates(text)] == [
        CivilDate(2023, 1, 2),
        CivilDate(2024, 5, 5),
        CivilDate(2024, 6, 7),
        CivilDate(2024, 8, 8),
    ]


def test_dates_that_share_characters_are_one() -> None:
    (written,) = find_full_dates("5 May 2024-10-29")
    assert written.date == CivilDate(2024, 5, 5)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_our_own_words_are_found(day: date) -> None:
    civil = CivilDate(day.year, day.month, day.day)
    text = date_in_words(civil)
    assert [(written.range.cut(text), written.date) for written in find_full_dates(text)] == [
        (text, civil)
    ]


@given(st.text(), st.text())
def test_ranges_lie_in_the_text_and_do_not_overlap(before: str, after: str) -> None:
    text = f"{before} 29 October 2024 {after}"
    end = 0
    for written in find_full_dates(text):
        assert end <= written.range.start < written.range.end <= len(text)
        end = written.range.end


@pytest.mark.parametrize("part", ["Monday ", "1", "October ", " ", "12.12.", "3 of May ", "Mon, "])
def test_the_time_grows_with_the_text_only(part: str) -> None:
    text = part * (200_000 // len(part))
    start = time.process_time()
    find_full_dates(text)
    assert time.process_time() - start < 3


def test_names_are_numbered_from_january_and_monday() -> None:
    assert MONTHS["sept"] == MONTHS["september"] == 9
    assert WEEKDAYS["tues"] == 1
    assert SEASONS["fall"] == SEASONS["autumn"] == 9
    assert all(name == name.lower() for table in (MONTHS, WEEKDAYS, SEASONS) for name in table)


def test_dates_far_apart_and_close_together_are_all_found() -> None:
    date_text = "Wednesday, the 30th of September, 2020"
    gaps = [1, 40, 70, 90, 5_000]
    text = date_text + "".join("." * gap + " " + date_text for gap in gaps)
    assert len(find_full_dates(text)) == len(gaps) + 1
