"""Joins words that were cut at the end of a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from timeline_app.documents.pdf.pieces import Piece

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_LAST_PART = re.compile(r"[^\W\d_]+\Z")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_LONG_PART = 3  # letters
# They begin words that are written in one far more often than compounds with a hyphen.
_PREFIXES = frozenset(
    "after any back down else ever every fore here how in inter mean never new no none not on out "
    "over some south there through trans under up when where with".split()
)


class Hyphens:
    """Decides by the other words of a document whether a hyphen belongs to a word."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        """Learn the words that are not cut; `pieces` are in the order of the file."""
        texts = _without_cut_words(pieces)
        self._words = Counter(word for text in texts for word in _WORD.findall(text.casefold()))

    def join(self, before: str, after: str) -> str:
        """The text of two lines, the first of which lost its hyphen."""
        first, second = _LAST_PART.search(before), _FIRST_PART.match(after)
        if first is None or second is None:
            return f"{before}-{after}"
        return before + after if self._is_one_word(first[0], second[0]) else f"{before}-{after}"

    def _is_one_word(self, first: str, second: str) -> bool:
        if second[0].isupper() and not first.isupper():
            return False  # "Jean-" "Paul"
        whole, compound = (first + second).casefold(), f"{first}-{second}".casefold()
        if self._words[whole] != self._words[compound]:
            return self._words[whole] > self._words[compound]
        parts = (first.casefold(), second.casefold())
        are_words = all(len(part) >= _LONG_PART and self._words[part] for part in parts)
        return not are_words or parts[0] in _PREFIXES


def _without_cut_words(pieces: Iterable[Piece]) -> Iterator[str]:
    is_cut = False
    for piece in pieces:
        text = piece.text.partition(" ")[2] if is_cut else piece.text
        is_cut = piece.is_hyphenated or piece.text.endswith(("-", "‐"))
        yield text.rpartition(" ")[0] if is_cut else text
