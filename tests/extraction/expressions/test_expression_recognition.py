"""Recognising: any text, honest extents, no anchor, linear time."""

from __future__ import annotations

import datetime as dt
import gc
import sys
import time
from types import FrameType

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.extraction.expressions.adversaries import NEWS, PIECES, repeated
from timeline_app.domain import TextRange
from timeline_app.extraction.expressions import TimeExpression, recognise
from timeline_app.extraction.expressions.meaning import Range, Related
from timeline_app.extraction.timeml import tag

_WORDS = (
    "last next this the a of two 3 29 2024 1990s October May Tuesday week weeks year ago later "
    "from to until by since and or early mid- end before after morning 9 a.m. , . - – / "
    "10/11/2024 about half quarter third BC 's summer every recently Christmas "
    "hundred ’98 12:30 Q3 World War II"
).split()
_DAY = dt.date(2024, 10, 29)
_PIECES = st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join)


def _whole(text: str) -> list[TimeExpression]:
    return recognise(text, [TextRange(0, len(text))])


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), _PIECES))
def test_expressions_lie_in_the_text_in_order_without_overlap(text: str) -> None:
    position = 0
    for expression in _whole(text):
        start, end = expression.range
        assert position <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        position = end


@settings(deadline=None)
@given(_PIECES)
def test_parts_lie_inside_their_expression(text: str) -> None:
    for expression in _whole(text):
        for part in expression.parts:
            assert expression.range.start <= part.range.start < part.range.end
            assert part.range.end <= expression.range.end


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), _PIECES))
def test_recognising_is_deterministic(text: str) -> None:
    assert _whole(text) == _whole(text)


@settings(deadline=None)
@given(_PIECES, _PIECES)
def test_text_outside_the_sentences_is_not_read(before: str, inside: str) -> None:
    text = f"{before}\n\n{inside}"
    start = len(before) + 2
    found = recognise(text, [TextRange(start, len(text))])
    shifted = [TextRange(r.start + start, r.end + start) for r in (e.range for e in _whole(inside))]
    assert [expression.range for expression in found] == shifted


def test_an_expression_cut_by_a_sentence_end_is_found_whole() -> None:
    text = "It was signed on Oct. 29, 2024."
    found = recognise(text, [TextRange(0, 21), TextRange(22, len(text))])
    assert [expression.range.cut(text) for expression in found] == ["Oct. 29, 2024"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on 3 May 2020", "date"),
        ("last week", "date"),
        ("at 9 a.m.", "time"),
        ("Tuesday night", "time"),
        ("for two weeks", "duration"),
        ("in the past five years", "duration"),
        ("every Friday", "set"),
        ("since World War II", "era"),
        ("during the Cold War", "era"),
    ],
)
def test_the_kind_says_what_can_be_dated(text: str, kind: str) -> None:
    assert [expression.kind for expression in _whole(text)] == [kind]


def test_a_range_keeps_its_two_dates() -> None:
    text = "It lasted from 8 to 13 October."
    (expression,) = _whole(text)
    assert expression.range.cut(text) == "from 8 to 13 October"
    assert [part.range.cut(text) for part in expression.parts] == ["8", "13 October"]
    assert isinstance(expression.meaning, Range)


def test_a_limit_keeps_its_date() -> None:
    text = "He has ruled since 1999."
    (expression,) = _whole(text)
    assert [part.range.cut(text) for part in expression.parts] == ["1999"]
    assert isinstance(expression.meaning, Related)


@pytest.mark.parametrize(
    "text",
    ["October\n29, 2024", "October\u00a029, 2024", "October  29,  2024", "OCTOBER 29, 2024"],
)
def test_line_breaks_and_odd_spaces_inside_an_expression(text: str) -> None:
    assert [expression.range for expression in _whole(text)] == [TextRange(0, len(text))]


def test_an_expression_does_not_cross_a_paragraph() -> None:
    text = "It happened in May\n\n2024 was a good year."
    assert [expression.range.cut(text) for expression in _whole(text)] == ["May", "2024"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The shares rose 4 5/8 to 35 7/8.", []),
        ("The shares fell 7/8.", []),
        ("It happened on 7/8.", ["7/8"]),
        ("The 9/11 attacks shook him.", ["9/11"]),
        ("Gary Cooper starred in High Noon.", []),
        ("Noon came.", ["Noon"]),
        ("It came at about two in the morning.", ["about two in the morning"]),
        ("It came at 4 in the morning on Friday.", ["4 in the morning on Friday"]),
    ],
)
def test_fractions_and_names_are_no_times(text: str, times: list[str]) -> None:
    assert [expression.range.cut(text) for expression in _whole(text)] == times


def _calls(text: str) -> int:
    """How many functions are called to tag a text: a measure of work that no busy machine moves."""
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        tag(text, _DAY)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", PIECES)
def test_the_work_grows_no_faster_than_the_text(piece: str) -> None:
    tag(repeated(piece, 500), _DAY)  # what is loaded at its first use does not count
    assert _calls(repeated(piece, 20_000)) <= 4.5 * _calls(repeated(piece, 5_000)) + 1_000


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_is_much_more_work_than_news(piece: str) -> None:
    size = 10_000
    assert _calls(repeated(piece, size)) <= 5 * _calls(repeated(NEWS, size))


@pytest.mark.parametrize("piece", PIECES)
def test_the_time_grows_no_faster_than_the_text(piece: str) -> None:
    quarter, whole = _seconds(repeated(piece, 10_000)), _seconds(repeated(piece, 40_000))
    assert whole < 10 * quarter + 0.2  # four times as long, or sixteen if it were quadratic


def _seconds(text: str) -> float:
    """The least processor time of two runs: what disturbs one run only makes it longer."""
    return min(_seconds_once(text) for _ in range(2))


def _seconds_once(text: str) -> float:
    gc.disable()
    started = time.process_time()
    try:
        tag(text, _DAY)
        return time.process_time() - started
    finally:
        gc.enable()


@settings(deadline=None)
@given(_PIECES)
def test_a_text_said_twice_is_read_twice(text: str) -> None:
    assume(not text.endswith("'s"))  # what follows is what belongs to it
    once = _whole(text)
    twice = _whole(f"{text}\n\n{text}")
    shift = len(text) + 2
    moved = [TextRange(r.start + shift, r.end + shift) for r in (each.range for each in once)]
    assert [each.range for each in twice] == [*(each.range for each in once), *moved]
    assert [each.meaning for each in twice] == 2 * [each.meaning for each in once]


def test_a_long_row_of_the_same_is_no_prose() -> None:
    assert _whole("May June July " * 20) == []
    assert len(_whole("1 May 2020, 2 May 2020 and 3 May 2020")) >= 3
    chronicle = "2020-05-01 A strike began.\n" * 40
    assert len(_whole(chronicle)) == 40
