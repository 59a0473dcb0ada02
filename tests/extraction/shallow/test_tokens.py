from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import whole
from timeline_app.extraction.shallow.tokens import tokenise


def forms(text: str) -> list[str]:
    return [token.form for token in tokenise(text, whole(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 10, 000 troops", ["about", "10,000", "troops"]),
        ("October 29, 400 people", ["October", "29", ",", "400", "people"]),
        ("U. S. -provided weapons", ["U.S.-provided", "weapons"]),
        ("the U. S. election", ["the", "U.S.", "election"]),
        ("George W. Bush", ["George", "W.", "Bush"]),
        ("He’s won’t can't", ["He", "’s", "wo", "n’t", "ca", "n't"]),
        ("Russia's O'Brien", ["Russia", "'s", "O'Brien"]),
        ("$1.5 million, 40%", ["$1.5", "million", ",", "40%"]),
        ("a 24-year-old man", ["a", "24-year-old", "man"]),
        ("Mr. Lee -- who left", ["Mr.", "Lee", "--", "who", "left"]),
        ("at 10 a.m. Monday", ["at", "10", "a.m.", "Monday"]),
    ],
)
def test_the_quirks_of_web_text_are_mended(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@given(st.text())
def test_tokens_are_in_order_and_leave_out_only_blanks(text: str) -> None:
    tokens = tokenise(text, whole(text))
    assert all(one.end <= other.start for one, other in itertools.pairwise(tokens))
    covered = {place for each in tokens for place in range(each.start, each.end)}
    assert all(place in covered or char.isspace() for place, char in enumerate(text))
