"""Text on paper: type styles, and lines broken to a width.

Measures are design pixels, 4.85 to the millimetre; fonts are sized in the device's own units, so
that letters are spaced at the resolution of print.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, lru_cache
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from timeline_app.rendering.fonts import MONO, SANS, SERIF, SERIF_TEXT

RESOLUTION = 1200  # device units per inch
PIXELS_PER_MM = 4.85
UNITS_PER_PIXEL = RESOLUTION / 25.4 / PIXELS_PER_MM
LINE_HEIGHT = 20.0

_REGULAR, _MEDIUM, _BOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold

# Controls, marks that turn the direction of what follows, and lone surrogates.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_UNSAFE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Style(Enum):
    """The type styles of paper: family, size in design pixels, weight, colour token."""

    TITLE = (SERIF, 31.0, _BOLD, "text")
    HEADING = (SERIF, 22.0, _BOLD, "text")
    SUMMARY = (SANS, 15.5, _REGULAR, "text2")
    COLUMN = (SANS, 13.5, _BOLD, "text")
    STRONG = (SANS, 14.5, _BOLD, "text")
    NAME = (SANS, 13.5, _MEDIUM, "text")
    PLAIN = (SANS, 13.5, _REGULAR, "text")
    NOTE = (SANS, 13.5, _REGULAR, "text2")
    ASIDE = (SANS, 14.0, _REGULAR, "text2")
    QUOTE = (SERIF_TEXT, 14.0, _REGULAR, "text")
    EDTF = (MONO, 13.0, _REGULAR, "text2")
    BOX = (SANS, 12.0, _BOLD, "text2")

    @property
    def token(self) -> str:
        """The colour token of the print palette."""
        return self.value[3]


@cache
def print_font(style: Style) -> QFont:
    """The font of a style in device units.

    Ligatures are off: a reader's search would not find "fled" where the page holds one sign for
    "fl". Figures are tabular. Letters are as wide as whole device units, which makes files smaller.
    """
    family, size, weight, _token = style.value
    font = QFont(family)
    font.setPixelSize(round(size * UNITS_PER_PIXEL))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
    font.setFeature(QFont.Tag("liga"), 0)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def _metrics(style: Style) -> QFontMetricsF:
    return QFontMetricsF(print_font(style))


@lru_cache(maxsize=20_000)  # names, dates and places come again and again
def text_width(text: str, style: Style) -> float:
    """The width of one line of text, in design pixels."""
    return _metrics(style).horizontalAdvance(text) / UNITS_PER_PIXEL


def printable(text: str) -> str:
    """The text with only what can stand on paper.

    Control characters become spaces; marks that would turn the direction of the words around them
    are left out, so that nothing on the page reads in another order than it was written.
    """
    text = _UNSAFE.sub("", _UNPRINTABLE.sub(" ", text))
    return _SURROGATE.sub("\ufffd", text)


def elided(text: str, style: Style, width: float) -> str:
    """The text, cut with an ellipsis where it is wider than `width` design pixels."""
    return _metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, width * UNITS_PER_PIXEL)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    style: Style
    is_underlined: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of one line in one style, `x` design pixels from the line's beginning."""

    x: float
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph: its text, and the stretches (left, right) that are underlined."""

    segments: tuple[Segment, ...]
    underlines: tuple[tuple[float, float], ...] = ()

    @property
    def width(self) -> float:
        """From its beginning to the end of its last segment."""
        last = self.segments[-1]
        return last.x + text_width(last.text, last.style)


def break_lines(runs: Sequence[Run], width: float) -> list[Line]:
    """Break runs into lines no wider than `width` design pixels; a long word breaks inside."""
    runs = [run for run in runs if run.text]
    whole = sum(text_width(run.text, run.style) for run in runs)
    if whole <= width:
        return [_one_line(runs)] if runs else []
    return _broken(runs, width)


def _one_line(runs: Sequence[Run]) -> Line:
    placed, x = [], 0.0
    for run in runs:
        right = x + text_width(run.text, run.style)
        placed.append((x, right, run))
        x = right
    return _line(placed)


def _line(placed: Sequence[tuple[float, float, Run]]) -> Line:
    """A line of runs, each with its left and right; neighbours in one style are one text."""
    segments: list[Segment] = []
    for left, _right, run in placed:
        last = segments[-1] if segments else None
        if last is not None and last.style is run.style:
            joined = Segment(min(last.x, left), last.text + run.text, run.style)
            segments[-1] = joined
        else:
            segments.append(Segment(left, run.text, run.style))
    underlines = tuple((left, right) for left, right, run in placed if run.is_underlined)
    return Line(tuple(segments), underlines)


def _broken(runs: Sequence[Run], width: float) -> list[Line]:
    layout = QTextLayout("".join(run.text for run in runs), print_font(runs[0].style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    pieces = _pieces(runs)
    layout.setFormats([_format(piece) for piece in pieces])
    return [_cut(line, pieces) for line in _laid_out(layout, width * UNITS_PER_PIXEL)]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run and where it stands in the whole text, counted in UTF-16 units as Qt does."""

    run: Run
    start: int
    units: bytes

    @property
    def end(self) -> int:
        return self.start + len(self.units) // 2

    def cut(self, begin: int, end: int) -> Run:
        units = self.units[2 * (begin - self.start) : 2 * (end - self.start)]
        return replace(self.run, text=units.decode("utf-16-le", errors="replace"))


def _pieces(runs: Sequence[Run]) -> list[_Piece]:
    pieces, start = [], 0
    for run in runs:
        piece = _Piece(run, start, run.text.encode("utf-16-le"))
        pieces.append(piece)
        start = piece.end
    return pieces


def _format(piece: _Piece) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start, result.length = piece.start, piece.end - piece.start
    style = QTextCharFormat()
    style.setFont(print_font(piece.run.style))
    result.format = style
    return result


def _laid_out(layout: QTextLayout, width: float) -> list[QTextLine]:
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(line)
    layout.endLayout()
    return lines


def _cut(line: QTextLine, pieces: Sequence[_Piece]) -> Line:
    """The parts of the runs that stand on one line, without the blanks it ends with."""
    first, last = line.textStart(), line.textStart() + line.textLength()
    placed = []
    for piece in pieces:
        begin, end = max(first, piece.start), min(last, piece.end)
        if begin < end:
            run = piece.cut(begin, end)
            if end == last:
                run = replace(run, text=run.text.rstrip())
            left = min(_x_of(line, begin), _x_of(line, end))
            placed.append((left, left + text_width(run.text, run.style), run))
    return _line(placed)


def _x_of(line: QTextLine, position: int) -> float:
    x, _position = cast(tuple[float, int], line.cursorToX(position))
    return x / UNITS_PER_PIXEL
