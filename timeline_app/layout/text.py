"""What layout needs to know about text: its style by name, and how wide it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Protocol, runtime_checkable
from unicodedata import bidirectional, combining

import numpy as np

from timeline_app.layout.scale import Pixels

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


@runtime_checkable
class MeasuresMany(Protocol):
    """A `Measure` that tells the widths of many texts sooner than one by one."""

    def widths(self, texts: Sequence[str], style: TextStyle) -> Pixels:
        """The width of each text in pixels."""


def widths_of(texts: Sequence[str], style: TextStyle, measure: Measure) -> Pixels:
    """The width of each text in pixels."""
    if isinstance(measure, MeasuresMany):
        return measure.widths(texts, style)
    return np.array([measure(text, style) for text in texts])


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
