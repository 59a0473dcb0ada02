"""Dates as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.extraction.expressions import read_date, read_foreign_date

_ANCHOR = CivilDate(2024, 10, 29)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("last week of October 2024", "[2024-10-25..2024-10-31]"),
        ("c. 1850", "1850~"),
        ("spring 2003", "2003-21"),
        ("’98", "1998"),
        ("two or three weeks ago", "[2024-10-07..2024-10-13,2024-10-14..2024-10-20]"),
        ("3 days before", "2024-10-26"),
        ("21 October", "2024-10-21"),
        ("mid-March 2020", "[2020-03-11..2020-03-20]"),
        ("Tuesday", "2024-10-29"),
        ("yesterday 9 pm", "2024-10-28T21"),
        ("from 3 to 5 March 2021", "2021-03-03/2021-03-05"),
        ("by Friday", "[..2024-11-01]"),
        ("  29 October 2024. ", "2024-10-29"),
        ("on 29 October 2024", "2024-10-29"),
        ("in May", "2024-05"),
        ("in two weeks", "[2024-11-11..2024-11-17]"),
        ("some time in May 2020", "2020-05"),
        ("Monday next week", "2024-11-04"),
        ("2020 Q1", "2020-33"),
        ("44 BC", "-0043"),
        ("the 1990s", "199X"),
        ("19th century", "18XX"),
        ("tomorrow", "2024-10-30"),
        ("since 2014", "2014/.."),
        ("Q3 2023", "2023-35"),
        ("Monday or Tuesday", "[2024-10-28,2024-10-29]"),
        ("Q3", "2024-35"),
        ("a day or two ago", "[2024-10-27,2024-10-28]"),
        ("a week or two ago", "[2024-10-14..2024-10-20,2024-10-21..2024-10-27]"),
        ("a week or so ago", "[2024-10-21..2024-10-27]"),
        ("early next week", "[2024-11-04..2024-11-05]"),
        ("the end of next week", "[2024-11-09..2024-11-10]"),
        ("end of next week", "[2024-11-09..2024-11-10]"),
        ("Mon 29 Oct 2024", "2024-10-29"),
        ("２９\u00a0Octo\u00adber 2024", "2024-10-29"),
    ],
)
def test_typed_dates(typed: str, edtf: str) -> None:
    assert write_edtf(read_date(typed, _ANCHOR)[0].span) == edtf


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "hello",
        "last week hello",
        "May I",
        "two weeks",
        "every Friday",
        "recently",
        "?",
        "of hello March",
    ],
)
def test_what_is_not_wholly_a_date_is_not_read(typed: str) -> None:
    assert read_date(typed, _ANCHOR) == ()


def test_a_relative_date_needs_an_anchor() -> None:
    assert read_date("last week", None) == ()
    assert write_edtf(read_date("May 2020", None)[0].span) == "2020-05"


@settings(deadline=None)
@given(st.text(max_size=80), st.one_of(st.none(), st.just(_ANCHOR)))
def test_anything_can_be_typed(typed: str, anchor: CivilDate | None) -> None:
    assert read_date(typed, anchor) == read_date(typed, anchor)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("12 mars 2021", "2021-03-12"),
        ("mars 2021", "2021-03"),
        ("il y a 3 jours", "2024-10-26"),
        ("gestern", "2024-10-28"),
        ("3 октября 2020", "2020-10-03"),
        ("5 de mayo de 2019", "2019-05-05"),
        ("2021年3月", "2021-03"),
    ],
)
def test_dates_in_other_languages_are_as_fine_as_written(typed: str, edtf: str) -> None:
    assert [write_edtf(each.span) for each in read_foreign_date(typed, _ANCHOR)] == [edtf]


@pytest.mark.parametrize("typed", ["", "hello", "los años 60", "x" * 500])
def test_what_no_language_knows_is_not_read(typed: str) -> None:
    assert read_foreign_date(typed, _ANCHOR) == ()


@pytest.mark.parametrize("typed", ["gestern", "il y a 3 jours", "mardi"])
def test_a_relative_date_in_another_language_needs_an_anchor(typed: str) -> None:
    assert read_foreign_date(typed, None) == ()
