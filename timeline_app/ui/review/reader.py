"""The reader: the article's own words, with every passage marked that an event rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from timeline_app.domain import TextRange
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.review import Unread
from timeline_app.ui.review.passages import EventState, Passage
from timeline_app.ui.review.shown_text import ShownText
from timeline_app.ui.review.text_geometry import LinePiece, line_pieces
from timeline_app.ui.theme import Theme

GUTTER = 66
_WIDEST_COLUMN = 720
_TOP = 12
_LINE_RATIO = 27 / 16.5
_SMALLEST, _NORMAL, _LARGEST = 13.0, 16.5, 26.0
_BELOW_BASELINE = 6.0
_WORDS_PEN, _UNDATED_PEN, _FOLDED_PEN, _UNREAD_PEN = 2.5, 2.0, 1.0, 1.0
# Where passages share words, the one painted last is seen.
_ORDER = (
    EventState.FOLDED,
    EventState.REJECTED,
    EventState.ACCEPTED,
    EventState.UNDATED,
    EventState.PROPOSED,
)


class Reader(QTextBrowser):
    """Shows the body of an article. `passage_clicked` carries the id of an event.

    Fills are painted below the text and lines above it: a character format has neither a line's
    full height nor a thickness.
    """

    passage_clicked = Signal(int)
    laid_out = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = _NORMAL
        self._shown = ShownText.of("", ())
        self._passages: tuple[Passage, ...] = ()
        self._current: int | None = None
        self._unread = Unread()
        self._marks_unread = False
        self._pieces: dict[TextRange, list[LinePiece]] = {}  # until the layout changes
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setAccessibleName("Article")
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        theme.changed.connect(self._restyle)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages that are marked."""
        return self._passages

    @property
    def unread(self) -> Unread:
        """The sentences that gave no event, as far as they are known."""
        return self._unread

    @property
    def marks_unread(self) -> bool:
        """Whether the sentences that gave no event are marked in the text."""
        return self._marks_unread

    def show_unread(self, unread: Unread, *, is_marked: bool) -> None:
        """Take up which sentences gave no event, and mark them in the text, or not."""
        self._unread, self._marks_unread = unread, is_marked
        self.viewport().update()
        self.laid_out.emit()

    @property
    def current(self) -> int | None:
        """The event whose passage stands out."""
        return self._current

    @property
    def font_size(self) -> float:
        """The size of the article's text in pixels, 13 to 26."""
        return self._size

    def set_font_size(self, size: float) -> None:
        """Make the text larger or smaller."""
        self._size = min(max(size, _SMALLEST), _LARGEST)
        self._restyle()

    def show_text(self, text: str, body: Sequence[TextRange]) -> None:
        """Show another article, from its beginning."""
        self._shown = ShownText.of(text, body)
        self._passages, self._current = (), None
        self._unread = Unread()
        self.setPlainText(self._shown.text)
        self._restyle()
        self.verticalScrollBar().setValue(0)

    def show_passages(self, passages: Sequence[Passage], current: int | None) -> None:
        """Mark passages; the one of the event `current` stands out."""
        self._passages, self._current = tuple(passages), current
        self._fade_rejected()
        self.viewport().update()
        self.laid_out.emit()

    def reveal(self, event_id: int) -> None:
        """Scroll as little as is needed to bring the passage of an event into view."""
        pieces = [
            piece
            for passage in self._passages
            if passage.event_id == event_id
            for piece in self.pieces(passage.quote)
        ]
        if not pieces:
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top, bottom = pieces[0].top, pieces[-1].top + pieces[-1].height
        margin = 2 * self._line_height()
        if top - margin < bar.value():
            bar.setValue(round(top - margin))
        elif bottom + margin > bar.value() + room:
            bar.setValue(round(bottom + margin - room))

    def selected_range(self) -> TextRange | None:
        """The selected stretch of the article; None when nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._shown.range_at(cursor.selectionStart(), cursor.selectionEnd())

    def select_range(self, stretch: TextRange) -> None:
        """Select a stretch of the article."""
        self.setTextCursor(self._cursor(stretch))

    def pieces(self, stretch: TextRange) -> list[LinePiece]:
        """Where a stretch of the article lies, line by line, in pixels of the whole text."""
        if stretch not in self._pieces:
            positions = self._shown.positions_of(stretch)
            self._pieces[stretch] = list(line_pieces(self.document(), *positions))
        return self._pieces[stretch]

    def point_of(self, offset: int) -> QPointF:
        """The middle of the character at an offset of the article, in pixels of the viewport."""
        piece = self.pieces(TextRange(offset, offset + 1))[0]
        return piece.rect.center() - QPointF(0, self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint fills, then the text, then the lines."""
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        for passage in self._in_order():
            self._paint_fill(painter, passage)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        if self._marks_unread:
            self._paint_unread(painter)
        for passage in self._in_order():
            self._paint_lines(painter, passage)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column readable: it grows no wider than 720 pixels."""
        bar = self.verticalScrollBar().sizeHint().width()
        right = max(GUTTER - bar, self.width() - GUTTER - bar - _WIDEST_COLUMN)
        self.setViewportMargins(GUTTER, _TOP, right, 0)
        super().resizeEvent(event)
        self._pieces.clear()
        self.laid_out.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a selection goes to the event of the passage below."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            target = self._event_at(event.position())
            if target is not None:
                self.passage_clicked.emit(target)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, change the size of the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_font_size(self._size + (1 if event.angleDelta().y() > 0 else -1))
        else:
            super().wheelEvent(event)

    def _event_at(self, point: QPointF) -> int | None:
        """The event whose passage lies at a point; the next one where several do."""
        below = point + QPointF(0, self.verticalScrollBar().value())
        hits = [
            passage.event_id
            for passage in self._passages
            if any(piece.rect.contains(below) for piece in self.pieces(passage.quote))
        ]
        if not hits:
            return None
        after = hits.index(self._current) + 1 if self._current in hits else 0
        return hits[after % len(hits)]

    def _in_order(self) -> Iterable[Passage]:
        """The passages in the order of painting: the current one last."""
        return sorted(
            self._passages,
            key=lambda p: (p.event_id == self._current, _ORDER.index(p.state)),
        )

    def _paint_fill(self, painter: QPainter, passage: Passage) -> None:
        palette = self._theme.palette
        is_current = passage.event_id == self._current
        if is_current:
            fill = palette.proposed_strong
            if passage.state is EventState.ACCEPTED:
                fill = palette.accepted_fill
            elif passage.state in (EventState.REJECTED, EventState.FOLDED):
                fill = palette.rejected_fill
            elif passage.state is EventState.UNDATED:
                fill = palette.undated_fill
        elif passage.state is EventState.PROPOSED:
            fill = palette.proposed_fill
        else:
            return
        for piece in self.pieces(passage.quote):
            painter.fillRect(piece.rect, fill)

    def _paint_lines(self, painter: QPainter, passage: Passage) -> None:
        pen = self._passage_pen(passage.state)
        if pen is not None:
            self._underline(painter, passage.quote, pen)
        if passage.words is not None and passage.state is not EventState.REJECTED:
            is_folded = passage.state is EventState.FOLDED
            width = _FOLDED_PEN if is_folded else _WORDS_PEN
            self._underline(painter, passage.words, _pen(self._words_color(passage), width))

    def _paint_unread(self, painter: QPainter) -> None:
        color = self._theme.palette.text2
        for stretches, dashes in ((self._unread.timed, [3, 2]), (self._unread.plain, [1, 4])):
            for stretch in stretches:
                self._underline(painter, stretch, _pen(color, _UNREAD_PEN, dashes))

    def _passage_pen(self, state: EventState) -> QPen | None:
        palette = self._theme.palette
        if state is EventState.ACCEPTED:
            return _pen(palette.accepted, 1)
        if state is EventState.UNDATED:
            return _pen(palette.undated, _UNDATED_PEN, [1, 1])
        if state is EventState.REJECTED:
            return _pen(palette.rejected, 1, [4, 3])
        return None

    def _words_color(self, passage: Passage) -> QColor:
        palette = self._theme.palette
        if passage.event_id == self._current:
            return palette.color(passage.state.text_tone)
        return palette.color(passage.state.tone)

    def _underline(self, painter: QPainter, stretch: TextRange, pen: QPen) -> None:
        """Draw a line below a stretch: all lines, thick or thin, end at the same height."""
        for piece in self.pieces(stretch):
            foot = round(piece.baseline) + _BELOW_BASELINE
            if pen.style() is Qt.PenStyle.SolidLine:
                top = foot - pen.widthF()
                line = QRectF(piece.left, top, piece.right - piece.left, pen.widthF())
                painter.fillRect(line, pen.color())
            else:
                painter.setPen(pen)
                y = foot - pen.widthF() / 2
                painter.drawLine(QPointF(piece.left, y), QPointF(piece.right, y))

    def _fade_rejected(self) -> None:
        faded = QTextCharFormat()
        faded.setForeground(self._theme.palette.text3)
        selections = []
        for passage in self._passages:
            if passage.state is EventState.REJECTED and passage.event_id != self._current:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = self._cursor(passage.quote)
                selection.format = faded
                selections.append(selection)
        self.setExtraSelections(selections)

    def _cursor(self, stretch: TextRange) -> QTextCursor:
        start, end = self._shown.positions_of(stretch)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _restyle(self) -> None:
        """Set font, line height and paragraph distance again."""
        font = QFont(self._theme.font(FontRole.ARTICLE_TEXT))
        font.setPointSizeF(self._size * self._theme.scale * 0.75)
        self.document().setDefaultFont(font)
        block = QTextBlockFormat()
        height_type = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        block.setLineHeight(self._line_height(), height_type)
        block.setBottomMargin(round(self._line_height() / 2))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        self._pieces.clear()
        self._fade_rejected()
        self.viewport().update()
        self.laid_out.emit()

    def _line_height(self) -> float:
        return round(self._size * self._theme.scale * _LINE_RATIO)

    def visible_share(self) -> tuple[float, float]:
        """Which part of the whole text is in view, as two shares from 0 to 1."""
        height = max(1.0, self.document().size().height())
        top = self.verticalScrollBar().value()
        return min(1.0, top / height), min(1.0, (top + self.viewport().height()) / height)

    def text_rect(self) -> QRectF:
        """Where the text stands, in pixels of this widget."""
        return QRectF(self.viewport().geometry())


def _pen(color: QColor, width: float, dashes: Sequence[float] = ()) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(dashes)
    return pen
