"""Offsets of an article and positions in the reader are the same places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain import TextRange
from timeline_app.ui.review.shown_text import ShownText

TEXTS = st.text(alphabet="aé😀 .\n", min_size=1, max_size=60)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, tuple[TextRange, ...]]:
    text = draw(TEXTS)
    cuts = sorted(set(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6))))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, tuple(TextRange(start, end) for start, end in pairs)


@given(articles())
def test_a_place_in_the_body_comes_back(article: tuple[str, tuple[TextRange, ...]]) -> None:
    text, body = article
    shown = ShownText.of(text, body)
    for part in body or (TextRange(0, len(text)),):
        for offset in range(part.start, part.end):
            assert shown.offset_at(shown.position_of(offset)) == offset


@given(articles())
def test_the_characters_at_both_places_are_the_same(
    article: tuple[str, tuple[TextRange, ...]],
) -> None:
    text, body = article
    shown = ShownText.of(text, body)
    units = shown.text.encode("utf-16-le")
    for part in body or (TextRange(0, len(text)),):
        for offset in range(part.start, part.end):
            first = text[offset].encode("utf-16-le")
            at = 2 * shown.position_of(offset)
            assert units[at : at + len(first)] == first


@given(articles())
def test_positions_grow_with_offsets(article: tuple[str, tuple[TextRange, ...]]) -> None:
    text, body = article
    shown = ShownText.of(text, body)
    positions = [shown.position_of(offset) for offset in range(len(text) + 1)]
    assert positions == sorted(positions)


def test_a_passage_outside_the_body_is_empty() -> None:
    shown = ShownText.of("head body tail", (TextRange(5, 9),))
    assert shown.text == "body"
    start, end = shown.positions_of(TextRange(10, 14))
    assert start == end


def test_a_selection_over_a_left_out_part_covers_both_sides() -> None:
    text = "one AD two"
    shown = ShownText.of(text, (TextRange(0, 3), TextRange(7, 10)))
    assert shown.text == "one\ntwo"
    assert shown.range_at(0, 7).cut(text) == "one AD two"
