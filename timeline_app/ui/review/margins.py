"""Both sides of the reader: numbers and states on the left, the whole article on the right."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from timeline_app.domain import TextRange
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.review.passages import EventState, Passage
from timeline_app.ui.review.reader import GUTTER, Reader
from timeline_app.ui.review.state_marks import paint_state
from timeline_app.ui.theme import Theme

RIBBON_WIDTH = 20
_CELL = 23.0
_MOST_IN_LINE = 2
_BLOCK, _LOW, _FOLDED = 8.0, 3.0, 1.5
_RIBBON_LEFT = 7.0
_TIMED, _PLAIN = 2.5, 1.0  # widths of what gave no event


class Gutter(QWidget):
    """A number and a state ring at every line in which a passage begins."""

    clicked = Signal(int)

    def __init__(self, theme: Theme, reader: Reader) -> None:
        super().__init__(reader)
        self._theme, self._reader = theme, reader
        self.setFixedWidth(GUTTER)
        self.setAccessibleName("Passages by line")
        reader.verticalScrollBar().valueChanged.connect(self.update)
        reader.laid_out.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cells of all lines in view."""
        painter = QPainter(self)
        for middle, passages in self._lines().items():
            shown = passages[-_MOST_IN_LINE:] if len(passages) > _MOST_IN_LINE else passages
            x = GUTTER - 8.0
            for passage in reversed(shown):
                x = self._paint_cell(painter, passage, x, middle)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the event of the cell below."""
        target = self._event_at(event.position())
        if target is not None:
            self.clicked.emit(target)

    def _event_at(self, point: QPointF) -> int | None:
        for middle, passages in self._lines().items():
            if abs(point.y() - middle) <= 12:
                place = int(max(0.0, GUTTER - point.x()) / _CELL)
                last_first = [passage.event_id for passage in reversed(passages)]
                return last_first[min(place, len(last_first) - 1)]
        return None

    def _lines(self) -> dict[float, list[Passage]]:
        """The passages that begin in each line, by the middle of the line in this widget."""
        scrolled = self._reader.verticalScrollBar().value()
        top = self._reader.text_rect().top()
        lines: dict[float, list[Passage]] = defaultdict(list)
        for passage in self._reader.passages:
            pieces = self._reader.pieces(passage.quote)
            if pieces:
                lines[pieces[0].baseline - 5 - scrolled + top].append(passage)
        height = self.height()
        return {middle: lines[middle] for middle in lines if top <= middle <= height + 12}

    def _paint_cell(self, painter: QPainter, passage: Passage, x: float, y: float) -> float:
        """Draw a cell that ends at `x`; returns where the next one to the left ends."""
        palette = self._theme.palette
        is_current = passage.event_id == self._reader.current
        paint_state(painter, QPointF(x - 5.5, y), passage.state, palette, is_current=is_current)
        role = FontRole.COUNT if is_current else FontRole.KEY
        painter.setFont(self._theme.font(role))
        painter.setPen(palette.text if is_current else palette.text2)
        number = "" if passage.number is None else str(passage.number)
        width = painter.fontMetrics().horizontalAdvance(number)
        box = QRectF(x - 13 - width, y - 10, width + 1, 20)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, number)
        return x - 13 - width - 4


class Ribbon(QWidget):
    """The whole article from top to bottom; widths differ by state, a frame is the part in view."""

    def __init__(self, theme: Theme, reader: Reader) -> None:
        super().__init__(reader)
        self._theme, self._reader = theme, reader
        self.setFixedWidth(RIBBON_WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Whole article")
        reader.verticalScrollBar().valueChanged.connect(self.update)
        reader.laid_out.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, passages, frame and arrow."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.fillRect(QRectF(_RIBBON_LEFT + 2, 0, _BLOCK, self.height()), palette.line)
        self._paint_unread(painter)
        for passage in self._reader.passages:
            top, bottom = self._stretch(passage.quote)
            self._paint_passage(painter, passage, QRectF(0, top, 0, max(3.0, bottom - top)))
        top, bottom = (share * self.height() for share in self._reader.visible_share())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.control, 1))
        frame = QRectF(_RIBBON_LEFT + 0.5, top + 0.5, _BLOCK + 3, bottom - top - 1)
        painter.drawRoundedRect(frame, 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Scroll to the place below."""
        self._go_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll along."""
        self._go_to(event.position().y())

    def _go_to(self, y: float) -> None:
        reader = self._reader
        whole = reader.document().size().height()
        middle = y / max(1, self.height()) * whole
        reader.verticalScrollBar().setValue(round(middle - reader.viewport().height() / 2))

    def _paint_unread(self, painter: QPainter) -> None:
        """Beside the track: what names a time and gave no event; what names none, when asked for.

        So a bare track is what was read and gave nothing.
        """
        shown = [(self._reader.unread.timed, _TIMED)]
        if self._reader.marks_unread:
            shown.append((self._reader.unread.plain, _PLAIN))
        for stretches, width in shown:
            for stretch in stretches:
                top, bottom = self._stretch(stretch)
                left = _RIBBON_LEFT + _BLOCK + 5
                box = QRectF(left, top, width, max(2.0, bottom - top - 1))
                painter.fillRect(box, self._theme.palette.text3)

    def _stretch(self, place: TextRange) -> tuple[float, float]:
        pieces = self._reader.pieces(place)
        if not pieces:
            return 0.0, 0.0
        share = self.height() / max(1.0, self._reader.document().size().height())
        return pieces[0].top * share, (pieces[-1].top + pieces[-1].height) * share

    def _paint_passage(self, painter: QPainter, passage: Passage, box: QRectF) -> None:
        palette = self._theme.palette
        color = palette.color(passage.state.tone)
        left = _RIBBON_LEFT + 2
        if passage.event_id == self._reader.current:
            self._paint_arrow(painter, box.center().y())
        if passage.state is EventState.ACCEPTED:
            painter.fillRect(QRectF(left, box.top(), _BLOCK, box.height() - 1), color)
        elif passage.state is EventState.REJECTED:
            painter.fillRect(QRectF(left, box.top(), _LOW, box.height()), color)
        elif passage.state is EventState.FOLDED:
            painter.fillRect(QRectF(left, box.top(), _FOLDED, box.height()), color)
        elif passage.state is EventState.UNDATED:
            for y in range(round(box.top()), round(box.bottom()), 4):
                painter.fillRect(QRectF(left + 2.5, y, 3, 2), color)
        else:
            is_current = passage.event_id == self._reader.current
            painter.setPen(QPen(color, 1.5))
            painter.setBrush(color if is_current else palette.surface)
            painter.drawRect(QRectF(left + 0.75, box.top() + 0.75, _BLOCK - 1.5, box.height() - 2))

    def _paint_arrow(self, painter: QPainter, y: float) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.accent)
        corners = [QPointF(1, y - 4), QPointF(6, y), QPointF(1, y + 4)]
        painter.drawPolygon(QPolygonF(corners))
        painter.restore()


class AnnotatedReader(QWidget):
    """The reader with its gutter and its ribbon."""

    event_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reader = Reader(theme, self)
        self.gutter = Gutter(theme, self.reader)
        self.ribbon = Ribbon(theme, self.reader)
        self.setFocusProxy(self.reader)
        self.reader.passage_clicked.connect(self.event_chosen)
        self.gutter.clicked.connect(self.event_chosen)
        self.reader.laid_out.connect(self._place)

    def resizeEvent(self, _event: object) -> None:
        """Let the reader fill all of it."""
        self.reader.setGeometry(self.rect())
        self._place()

    def _place(self) -> None:
        bar = self.reader.verticalScrollBar()
        room = self.width() - (bar.width() if bar.isVisible() else 12)
        self.gutter.setGeometry(0, 0, GUTTER, self.height())
        self.ribbon.setGeometry(room - RIBBON_WIDTH - 12, 4, RIBBON_WIDTH, self.height() - 10)
