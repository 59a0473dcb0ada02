"""A quote in the article's type, its time words underlined."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.domain import TextRange
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme

_LINE = 21.0
_UNDERLINE, _UNDERLINE_AT = 2.5, 17.5


class QuoteText(QWidget):
    """Plain text that wraps; `marked` counts characters of the quote."""

    def __init__(
        self, theme: Theme, quote: str, marked: TextRange | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = "“" + " ".join(quote.split("\n")) + "”"
        self._marked = self._units(marked) if marked is not None else None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._text)
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """The words shown, with quotation marks."""
        return self._text

    def hasHeightForWidth(self) -> bool:
        """The text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return round(self._layout(width).lineCount() * self._line_height) + 2

    def sizeHint(self) -> QSize:
        """The height at the present width."""
        width = max(200, self.width())
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words and the line under those that tell the time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self._layout(self.width())
        painter.setPen(self._theme.palette.text)
        layout.draw(painter, QPointF(0, 0))
        if self._marked is not None:
            self._underline(painter, layout, *self._marked)

    @property
    def _line_height(self) -> float:
        return _LINE * self._theme.scale

    def _units(self, marked: TextRange) -> tuple[int, int]:
        """Offsets in UTF-16 units, as Qt counts, behind the opening quotation mark."""
        before, inside = self._text[: marked.start + 1], self._text[: marked.end + 1]
        return len(before.encode("utf-16-le")) // 2, len(inside.encode("utf-16-le")) // 2

    def _layout(self, width: float) -> QTextLayout:
        layout = QTextLayout(self._text, self._theme.font(FontRole.QUOTE))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40.0, width))
            line.setPosition(QPointF(0, y))
            y += self._line_height
        layout.endLayout()
        return layout

    def _underline(self, painter: QPainter, layout: QTextLayout, start: int, end: int) -> None:
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            left, right = (_x_at(line.cursorToX(place)) for place in (first, last))
            top = line.y() + _UNDERLINE_AT * self._theme.scale
            box = QRectF(min(left, right), top, abs(right - left), _UNDERLINE)
            painter.fillRect(box, self._theme.palette.accepted)


def _x_at(place: object) -> float:
    """Qt gives an x, or an x with the position it is for."""
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]
