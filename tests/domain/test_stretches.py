"""Spans as stretches: how long they may be, and what is known of them besides."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.domain.span_strategies import spans
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.domain.time.stretches import as_told, is_exact, span_between, stretch_of


@pytest.mark.parametrize(
    ("edtf", "first", "last", "exact"),
    [
        ("2024-10-29", "2024-10-29", "2024-10-29", True),
        ("2024-10", "2024-10-01", "2024-10-31", False),
        ("2024-10-21/2024-10-27", "2024-10-21", "2024-10-27", True),
        ("[2024-10-21..2024-10-27]", "2024-10-21", "2024-10-27", False),
        ("[..2024-10-29]", "2024-10-29", "2024-10-29", False),
        ("2024-10-29/..", "2024-10-29", "2024-10-29", False),
        ("185X", "1850-01-01", "1859-12-31", False),
        ("2024-10-29?", "2024-10-29", "2024-10-29", False),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15", True),
        ("2024-10-29T14:30", "2024-10-29T14:30", "2024-10-29T14:30", True),
    ],
)
def test_the_whole_time_in_which_it_may_lie(edtf: str, first: str, last: str, exact: bool) -> None:
    span = parse_edtf(edtf)
    stretch = stretch_of(span)
    assert stretch is not None
    assert stretch.ends_in_edtf == (first, last)
    assert is_exact(span) is exact


def test_nothing_is_known_of_nothing() -> None:
    assert stretch_of(None) is None
    assert stretch_of(parse_edtf("../..")) is None


@given(spans)
def test_a_stretch_is_never_empty_and_has_the_known_bounds(span: TimeSpan) -> None:
    stretch = stretch_of(span)
    if stretch is not None:
        assert stretch.begin < stretch.end
        assert span.begin in (None, stretch.begin)
        assert span.end in (None, stretch.end)


@given(spans)
def test_what_is_told_beside_a_plain_date_is_believed_while_that_holds(span: TimeSpan) -> None:
    stretch = stretch_of(span)
    if stretch is not None:
        plain = span_between(stretch.begin, stretch.end, stretch.unit)
        assert as_told(write_edtf(span), plain) == span
        moved = span_between(stretch.begin - 86_400, stretch.end, stretch.unit)
        assert as_told(write_edtf(span), moved) == moved
        assert as_told("nonsense", plain) == plain


def test_times_in_other_zones_are_the_same_time() -> None:
    told, utc = "2024-10-29T23:30-05:00", parse_edtf("2024-10-30T04:30Z")
    assert as_told(told, utc) == parse_edtf(told)


def test_a_stretch_has_a_length() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        span_between(10, 10)
