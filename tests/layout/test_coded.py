"""Columns of values that are kept once say what the values row by row would say."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.coded import Coded, Pairs, joined, paired

_WORDS = st.lists(st.sampled_from(["", "a", "b", "Xi", "Putin"]), max_size=30)
_NAMES = st.lists(st.lists(st.sampled_from(["a", "b", "c"]), max_size=3).map(tuple), max_size=20)


@given(words=_WORDS)
def test_a_column_is_what_it_was_made_of(words: list[str]) -> None:
    column = Coded.of(words)
    assert list(column) == words
    assert len(column) == len(words)
    assert len(set(column.values)) == len(column.values)
    assert dict(zip(column.values, column.counts(), strict=True)) == {
        word: words.count(word) for word in words
    }
    assert column.numbers(len).tolist() == [len(word) for word in words]
    assert column.are(str.isupper).tolist() == [word.isupper() for word in words]


@given(words=_WORDS)
def test_what_becomes_the_same_is_one_value(words: list[str]) -> None:
    column = Coded.of(words).mapped(len)
    assert list(column) == [len(word) for word in words]
    assert len(set(column.values)) == len(column.values)


@given(words=_WORDS, data=st.data())
def test_rows_are_chosen_in_any_order_and_values_of_none_left_out(
    words: list[str], data: st.DataObject
) -> None:
    rows = data.draw(st.lists(st.sampled_from(range(len(words))))) if words else []
    column = Coded.of(words).rows(np.array(rows, dtype=np.int64))
    assert list(column) == [words[row] for row in rows]
    assert set(column.values) == set(column)


@given(words=_WORDS.filter(bool), value=st.sampled_from(["a", "new"]), data=st.data())
def test_a_value_is_put_into_one_row(words: list[str], value: str, data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(range(len(words))))
    column = Coded.of(words)
    words_then = [*words[:row], value, *words[row + 1 :]]
    assert list(column.put(row, value)) == words_then
    assert list(column) == words


@given(first=_WORDS, second=_WORDS)
def test_two_columns_follow_each_other_or_stand_side_by_side(
    first: list[str], second: list[str]
) -> None:
    both = joined(Coded.of(first), Coded.of(second))
    assert list(both) == first + second
    assert len(set(both.values)) == len(both.values)
    rows = list(zip(first, second, strict=False))
    beside = paired(Coded.of(one for one, _ in rows), Coded.of(other for _, other in rows))
    assert list(beside) == rows
    assert set(beside.values) == set(rows)


def test_columns_of_many_values_stand_side_by_side() -> None:
    first, second = [str(row) for row in range(300)], [row % 97 for row in range(300)]
    assert list(paired(Coded.of(first), Coded.of(second))) == list(zip(first, second, strict=True))


@given(names=_NAMES)
def test_pairs_are_the_rows_with_each_thing_they_have(names: list[tuple[str, ...]]) -> None:
    pairs = Pairs.of(Coded.of(names), lambda each: [ord(name) for name in each])
    assert list(zip(pairs.row.tolist(), pairs.thing.tolist(), strict=True)) == [
        (row, ord(name)) for row, each in enumerate(names) for name in each
    ]
