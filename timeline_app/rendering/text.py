"""The fonts of the timeline, and how wide texts are in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from operator import add

import numpy as np
from PySide6.QtGui import QFont, QFontMetricsF

from timeline_app.layout.columns import SOURCE_BOX, SOURCE_GAP
from timeline_app.layout.primitives import Label, Numbers
from timeline_app.layout.text import TextStyle
from timeline_app.rendering.fonts import FontRole, font
from timeline_app.rendering.letter_pairs import END, LetterPairs
from timeline_app.rendering.recently_used import RecentlyUsed

_ROLES: Mapping[TextStyle, FontRole] = {
    TextStyle.LABEL: FontRole.LABEL,
    TextStyle.LABEL_BOLD: FontRole.LABEL_BOLD,
    TextStyle.CAPTION: FontRole.CAPTION,
    TextStyle.CAPTION_BOLD: FontRole.CAPTION_BOLD,
    TextStyle.COUNT: FontRole.COUNT,
    TextStyle.EDTF: FontRole.EDTF,
}
_KEPT_WIDTHS = 50_000
_KEPT_WORDS = 20_000
_SIMPLE = re.compile("[ -~\u00a0-\u00ac\u00ae-\u024f\u0391-\u03c9\u0410-\u044f\u2010-\u2026]+")


def style_font(style: TextStyle, scale: float = 1.0) -> QFont:
    """The font of a text style at a user scale.

    Without ligatures: on paper nobody would find "fled" where one sign stands for "fl".
    """
    result = font(_ROLES[style], scale)
    result.setFeature(QFont.Tag("liga"), 0)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    result.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)  # as pictures of it have
    return result


class TextMeasure:
    """Measures text in the shipped fonts; remembers what it has measured. See `layout.Measure`.

    Alphabetic text is added up from the widths of its words, and these from their pairs of letters,
    kerning included, which is much quicker than shaping it; other writing is shaped.
    """

    def __init__(self, scale: float = 1.0) -> None:
        self._metrics = {style: QFontMetricsF(style_font(style, scale)) for style in TextStyle}
        self._widths: dict[tuple[str, TextStyle], float] = {}
        self._pairs: dict[TextStyle, dict[str, float]] = {style: {} for style in TextStyle}
        self._words: dict[TextStyle, RecentlyUsed[str, float]] = {
            style: RecentlyUsed(_KEPT_WORDS) for style in TextStyle
        }
        self._tables = {
            style: LetterPairs(partial(self._advance, style=style), _SIMPLE.fullmatch)
            for style in TextStyle
        }

    def __call__(self, text: str, style: TextStyle) -> float:
        """The width of a text in pixels."""
        key = (text, style)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) >= _KEPT_WIDTHS:
                self._widths.clear()
            width = self._measure(text, style)
            self._widths[key] = width
        return width

    def widths(self, texts: Sequence[str], style: TextStyle) -> Numbers:
        """The widths of many texts, the same as one by one."""
        widths = self._tables[style].widths(texts)
        for place in np.flatnonzero(np.isinf(widths)).tolist():
            widths[place] = self(texts[place], style)
        return widths

    def _measure(self, text: str, style: TextStyle) -> float:
        if not _SIMPLE.fullmatch(text):
            return self._metrics[style].horizontalAdvance(text)
        words, width = self._words[style], 0.0
        for word in _words_of(text):
            advance = words.get(word)
            if advance is None:
                advance = self._advance_over(word, style)
                words.put(word, advance)
            width += advance
        return width

    def _advance_over(self, letters: str, style: TextStyle) -> float:
        """How far letters move what follows them, up to the last one, which is not counted."""
        pairs, width = self._pairs[style], 0.0
        for pair in map(add, letters, letters[1:]):
            advance = pairs.get(pair)
            if advance is None:
                advance = pairs[pair] = self._advance(pair, style)
            width += advance
        return width

    def _advance(self, pair: str, style: TextStyle) -> float:
        """How far the first letter of two moves the second one on."""
        metrics, first, second = self._metrics[style], pair[0], pair[1]
        if second == END:
            return metrics.horizontalAdvance(first)
        return metrics.horizontalAdvance(pair) - metrics.horizontalAdvance(second)


def _words_of(text: str) -> list[str]:
    """The words of a text, each with the space after it and the letter after that, or the end."""
    first, *others = text.split(" ")
    found = []
    for word in others:
        found.append(f"{first} {word[:1] or ' '}")
        first = word
    return [*found, first + END]


def label_width(label: Label) -> float:
    """The width of a label with the count after it."""
    return label.width + (SOURCE_GAP + SOURCE_BOX if label.count else 0.0)
