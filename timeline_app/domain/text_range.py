"""Ranges of characters in the text of an article."""

from __future__ import annotations

from typing import NamedTuple


class TextRange(NamedTuple):
    """A half-open range of character offsets into the text of an article."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The characters of `text` in this range."""
        return text[self.start : self.end]

    def overlaps(self, other: TextRange) -> bool:
        """Whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end
