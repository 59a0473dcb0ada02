"""Quotations: the stretches of a text that are somebody’s own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.domain import TextRange
from timeline_app.extraction.model.event_text import is_within

_MARK = re.compile(r"[“”„«»\"]|``|''|\n\s*\n")
_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»", "''"})
_FEWEST_WORDS = 4  # less is a word that is called so


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a text, in order."""

    ranges: tuple[TextRange, ...]

    def __contains__(self, position: int) -> bool:
        """Whether a character stands in one of them."""
        return is_within(self.ranges, position)


def quotations_of(text: str) -> Quotations:
    """Find the quotations of a text. One that is never closed ends with its paragraph."""
    found = (each for each in _between_marks(text) if len(each.cut(text).split()) >= _FEWEST_WORDS)
    return Quotations(tuple(found))


def _between_marks(text: str) -> Iterator[TextRange]:
    opened: int | None = None
    for match in _MARK.finditer(text):
        mark = match.group()
        if opened is None:
            opened = match.end() if mark in _OPENING or mark == '"' else None
        elif mark in _CLOSING or mark == '"' or "\n" in mark:
            yield TextRange(opened, match.start())
            opened = None
    if opened is not None:
        yield TextRange(opened, len(text))
