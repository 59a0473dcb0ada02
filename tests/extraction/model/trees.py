"""Sentences as trees, written by hand."""

from __future__ import annotations

from timeline_app.domain import TextRange
from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord, children_of


def tree(*rows: str) -> ParsedSentence:
    """A sentence of rows "form lemma UPOS XPOS head relation"; heads count from 1, 0: the root."""
    words = []
    position = 0
    for index, row in enumerate(rows):
        form, lemma, upos, xpos, head, relation = row.split()
        place = TextRange(position, position + len(form))
        place_of_head = int(head) - 1 if head != "0" else index
        words.append(ParsedWord(place, form, lemma, upos, xpos, "", place_of_head, relation))
        position = place.end + 1
    children = children_of([word.head for word in words])
    return ParsedSentence(TextRange(0, position - 1), tuple(words), children, ())
