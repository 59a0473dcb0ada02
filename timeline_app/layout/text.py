"""What layout needs to know about text: its style by name, and how wide it is."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from unicodedata import bidirectional, combining

ELLIPSIS = "…"
_JOINER = "\u200d"


class TextStyle(StrEnum):
    """The kinds of text on a timeline; `rendering` has the font of each."""

    LABEL = "label"
    LABEL_BOLD = "label bold"
    CAPTION = "caption"
    CAPTION_BOLD = "caption bold"
    COUNT = "count"
    EDTF = "edtf"


Measure = Callable[[str, TextStyle], float]
"""The width of a text in pixels."""


def elide(text: str, width: float, style: TextStyle, measure: Measure) -> str:
    """The longest beginning of `text` that fits in `width` with an ellipsis, or all of it."""
    if measure(text, style) <= width:
        return text
    low, high = 0, len(text) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measure(_beginning(text, middle), style) <= width:
            low = middle
        else:
            high = middle - 1
    return _beginning(text, low)


def _beginning(text: str, length: int) -> str:
    """So many letters of a text and an ellipsis.

    No letter loses its accents, and an Arabic one keeps the form that joins it to the next.
    """
    while length and combining(text[length]):
        length -= 1
    kept = text[:length].rstrip()
    joins = len(kept) == length and all(bidirectional(t) == "AL" for t in text[length - 1 :][:2])
    return kept + (_JOINER if length and joins else "") + ELLIPSIS
