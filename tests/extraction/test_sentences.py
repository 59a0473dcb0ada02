from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain import TextRange
from timeline_app.extraction.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [each.cut(text) for each in split_sentences(text, [TextRange(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("Mr. Smith met Gen. Lee. They spoke.", ["Mr. Smith met Gen. Lee.", "They spoke."]),
        ("George W. Bush spoke.", ["George W. Bush spoke."]),
        ("The U. S. -provided arms came.", ["The U. S. -provided arms came."]),
        ("He left the U.S. It was late.", ["He left the U.S.", "It was late."]),
        ("It began on Oct. 3, 2024.", ["It began on Oct. 3, 2024."]),
        ("She lives at No. 10 now.", ["She lives at No. 10 now."]),
        ("It rose 3.5 per cent. Nobody knew.", ["It rose 3.5 per cent.", "Nobody knew."]),
        ("“Go!” he said. He went.", ["“Go!” he said.", "He went."]),
        ("She said: “No.” Then she left.", ["She said: “No.”", "Then she left."]),
        ("Well... he left.", ["Well... he left."]),
        ("Why? Because.", ["Why?", "Because."]),
        ("It fell.[3][a] He left.[12]", ["It fell.[3][a]", "He left.[12]"]),
        ("他走了。She left.", ["他走了。", "She left."]),
    ],
)
def test_sentences_end_where_people_end_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_paragraphs_end_sentences_and_wrapped_lines_do_not() -> None:
    text = (
        "Background\nThe strike that had begun in the port in the first week of\nMay ended.\n\nNow"
    )
    assert sentences(text) == ["Background", text[11:-5], "Now"]


def test_only_the_body_is_split() -> None:
    text = "Title\nHe came. Actions"
    assert [each.cut(text) for each in split_sentences(text, [TextRange(6, 14)])] == ["He came."]


def test_what_never_ends_is_cut_at_blanks() -> None:
    text = "and so on " * 1_000
    found = split_sentences(text, [TextRange(0, len(text))])
    assert len(found) > 5
    assert all(each.end - each.start <= 1_500 for each in found)


@given(st.text())
def test_every_character_but_blanks_lies_in_exactly_one_sentence(text: str) -> None:
    found = split_sentences(text, [TextRange(0, len(text))])
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    covered = {place for each in found for place in range(each.start, each.end)}
    assert all(place in covered or char.isspace() for place, char in enumerate(text))
