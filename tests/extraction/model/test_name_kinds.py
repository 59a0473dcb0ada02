"""The kinds of names by all their mentions, on trees written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extraction.model.trees import tree
from timeline_app.domain import TextRange
from timeline_app.extraction.model.name_kinds import with_kinds
from timeline_app.extraction.model.parsed import ParsedName, ParsedSentence


def _named(sentence: ParsedSentence, first: int, last: int, kind: str) -> ParsedSentence:
    words = sentence.words[first:last]
    place = TextRange(words[0].range.start, words[-1].range.end)
    return replace(sentence, names=(ParsedName(place, first, last, kind),))


_IN_NORDVIK = tree(
    "He he PRON PRP 2 nsubj", "lives live VERB VBZ 0 root", "in in ADP IN 4 case",
    "Nordvik Nordvik PROPN NNP 2 obl",
)  # fmt: skip
_NORDVIK_WAITS = tree("Nordvik Nordvik PROPN NNP 2 nsubj", "waits wait VERB VBZ 0 root")
_SHARES = tree(
    "Shares share NOUN NNS 4 nsubj", "of of ADP IN 3 case", "Veltron Veltron PROPN NNP 1 nmod",
    "fell fall VERB VBD 0 root",
)  # fmt: skip
_LOSS = tree(
    "Veltron Veltron PROPN NNP 2 nsubj", "reported report VERB VBD 0 root", "a a DET DT 4 det",
    "loss loss NOUN NN 2 obj",
)  # fmt: skip
_WHO = tree(
    "Hull Hull PROPN NNP 5 nsubj", ", , PUNCT , 4 punct", "who who PRON WP 4 nsubj",
    "sang sing VERB VBD 1 acl:relcl", "left leave VERB VBD 0 root",
)  # fmt: skip
_TIMES = tree(
    "She she PRON PRP 2 nsubj", "told tell VERB VBD 0 root", "The the DET DT 6 det",
    "New New PROPN NNP 6 compound", "York York PROPN NNP 6 compound",
    "Times Times PROPN NNP 2 obj",
)  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "place", "read_as", "kind"),
    [
        (_IN_NORDVIK, (3, 4), "PER", "LOC"),
        (_SHARES, (2, 3), "PER", "ORG"),
        (_LOSS, (0, 1), "LOC", "ORG"),
        (_WHO, (0, 1), "PER", "PER"),  # though a town has the name
        (_NORDVIK_WAITS, (0, 1), "PER", "PER"),
    ],
)
def test_what_stands_around_a_name_tells_its_kind(
    sentence: ParsedSentence, place: tuple[int, int], read_as: str, kind: str
) -> None:
    (result,) = with_kinds([_named(sentence, *place, read_as)])

    assert [name.kind for name in result.names] == [kind]


def test_one_sentence_tells_the_kind_for_the_others() -> None:
    found = with_kinds([_named(_NORDVIK_WAITS, 0, 1, "PER"), _named(_IN_NORDVIK, 3, 4, "PER")])

    assert [name.kind for sentence in found for name in sentence.names] == ["LOC", "LOC"]


def test_a_capital_article_inside_a_sentence_is_part_of_the_name() -> None:
    (result,) = with_kinds([_named(_TIMES, 3, 6, "LOC")])

    (name,) = result.names
    assert (name.first, name.last, name.kind) == (2, 6, "ORG")
    assert name.range.start == _TIMES.words[2].range.start


def test_sentences_without_names_stay_as_they_are() -> None:
    assert with_kinds([_NORDVIK_WAITS]) == [_NORDVIK_WAITS]
    assert with_kinds([]) == []
