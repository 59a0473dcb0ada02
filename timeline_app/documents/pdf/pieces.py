"""The pieces that the text of a printed page is made of, and the lines that they form."""

from __future__ import annotations

from dataclasses import dataclass

_SAME_LINE = 0.5  # share of the lower one's height by which two pieces overlap


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand side by side on a page without a wide gap between them.

    Coordinates are in points from the lower left corner of the page as it is read. `first_word`
    is the width of the first word. `is_hyphenated` says that its last word goes on in the next
    piece, and that its hyphen has been left out of `text`.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    first_word: float
    is_hyphenated: bool = False

    @property
    def height(self) -> float:
        """The height of the font, in points: what its ascents and descents take."""
        return self.top - self.bottom

    @property
    def width(self) -> float:
        """From the left edge of the first letter to the right edge of the last."""
        return self.right - self.left

    def is_beside(self, other: Piece) -> bool:
        """Whether both stand on one line, as far as heights tell."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > _SAME_LINE * min(self.height, other.height)

    def is_above_or_below(self, other: Piece) -> bool:
        """Whether one stands in the other's column."""
        return self.left < other.right and other.left < self.right


@dataclass(frozen=True, slots=True)
class Page:
    """A page's pieces in the order of the file, and its height in points.

    `asides` are printed in another direction than most.
    """

    height: float
    pieces: tuple[Piece, ...]
    asides: tuple[Piece, ...] = ()
