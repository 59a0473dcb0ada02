"""Where stretches of a text lie on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument

_ABOVE_BASELINE = 0.69  # of the line's height: letters then stand in the middle of a fill


@dataclass(frozen=True, slots=True)
class LinePiece:
    """A stretch of text within one line, in pixels of the document."""

    left: float
    right: float
    top: float
    height: float
    baseline: float

    @property
    def rect(self) -> QRectF:
        """The whole height of the line, as wide as the stretch."""
        return QRectF(self.left, self.top, self.right - self.left, self.height)


def line_pieces(document: QTextDocument, start: int, end: int) -> Iterator[LinePiece]:
    """The pieces of a stretch, line by line; positions count UTF-16 units."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        yield from _pieces_of_block(document, block, start, end)
        block = block.next()


def _pieces_of_block(
    document: QTextDocument, block: QTextBlock, start: int, end: int
) -> Iterator[LinePiece]:
    layout = block.layout()
    corner = document.documentLayout().blockBoundingRect(block).topLeft()
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        first = max(start - block.position(), line.textStart())
        last = min(end - block.position(), line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = _cursor_x(line, first), _cursor_x(line, last)
        baseline = corner.y() + line.y() + line.ascent()
        height = block.blockFormat().lineHeight() or line.height()
        yield LinePiece(
            corner.x() + min(left, right),
            corner.x() + max(left, right),
            baseline - _ABOVE_BASELINE * height,
            height,
            baseline,
        )


def _cursor_x(line: object, position: int) -> float:
    x = line.cursorToX(position)  # type: ignore[attr-defined]
    return float(x[0] if isinstance(x, tuple) else x)
