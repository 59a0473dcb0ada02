"""What layout needs to know about text: its style by name, and how wide it is."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

ELLIPSIS = "…"


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
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + ELLIPSIS, style) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS
