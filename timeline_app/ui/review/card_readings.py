"""Where the date comes from, and how else the words can be read."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.domain import Article, Event, Evidence, Reading
from timeline_app.domain.time.wording import span_in_words
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.review.wording import DateSource, date_source
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import KeyCap, PlainLabel, Surface

_ROW = 25


class ReadingsSection(Surface):
    """`chosen` carries the index of the reading that was clicked; `rows` show the readings."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface", line_below=True)
        self.source = _SourceLine(theme)
        self._keys = QWidget()
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(5)
        keys.addWidget(PlainLabel(theme, "other reading", FontRole.LABEL, "text2"))
        keys.addWidget(KeyCap(theme, "[", "]"))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.source, 1)
        head.addWidget(self._keys)
        self.rows: list[ReadingRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._column)

    def show_event(self, event: Event, evidence: Evidence | None, article: Article | None) -> None:
        """Show the source of the date, and the readings when there are several."""
        self.source.show_source(date_source(event, evidence, article))
        readings = evidence.readings if evidence is not None else ()
        several = readings if len(readings) > 1 else ()
        self._keys.setVisible(bool(several))
        published = article.published if article is not None else None
        self._offer(several, published.year if published is not None else None)
        for row, reading in zip(self.rows, several, strict=True):
            row.setChecked(reading.span == event.span and not event.is_date_edited)

    def _offer(self, readings: tuple[Reading, ...], year: int | None) -> None:
        if [row.reading for row in self.rows] == list(readings):
            return
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [ReadingRow(self.theme, reading, year) for reading in readings]
        for index, row in enumerate(self.rows):
            row.clicked.connect(lambda _=False, i=index: self.chosen.emit(i))
            self._column.addWidget(row)


class ReadingRow(QRadioButton):
    """One reading: the date it gives, and in words why."""

    def __init__(self, theme: Theme, reading: Reading, year: int | None) -> None:
        super().__init__()
        self._theme, self.reading = theme, reading
        self._words = span_in_words(reading.span, short=True, today_year=year)
        self.setAutoExclusive(False)
        self.setAccessibleName(f"{self._words}, {reading.label}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(_ROW)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The height of a row; the width is the card's."""
        return QSize(200, _ROW)

    def hitButton(self, _point: object) -> bool:
        """The whole row can be clicked."""
        return True

    def nextCheckState(self) -> None:  # noqa: N802
        """A click asks for the reading; the project's answer checks the row."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, the date, and the words."""
        palette, is_on = self._theme.palette, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and not is_on:
            painter.fillRect(self.rect(), palette.hover)
        middle = self.height() / 2
        centre = QPointF(7, middle)
        painter.setPen(QPen(palette.accent, 4) if is_on else QPen(palette.control, 1))
        painter.setBrush(palette.surface)
        radius = 5.0 if is_on else 6.5
        painter.drawEllipse(centre, radius, radius)
        role = FontRole.BODY_BOLD if is_on else FontRole.BODY
        painter.setFont(self._theme.font(role))
        painter.setPen(palette.text if is_on else palette.text2)
        width = max(104.0, painter.fontMetrics().horizontalAdvance(self._words) + 12.0)
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(22, 0, width, self.height()), align, self._words)
        painter.setFont(self._theme.font(FontRole.LABEL))
        room = QRectF(22 + width, 0, self.width() - 22 - width, self.height())
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(self.reading.label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the reading, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class _SourceLine(QWidget):
    """The time words on their fill, an arrow, and what they were counted from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._source = DateSource("", "", "")
        self.setFixedHeight(24)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_source(self, source: DateSource) -> None:
        """Show another source."""
        self._source = source
        self.setAccessibleName(self.in_words)
        self.update()

    @property
    def in_words(self) -> str:
        """The whole line as text."""
        source = self._source
        words = f"“{source.words}”" if source.words else ""
        if not source.base:
            return f"{words} {source.detail}".strip()
        return f"{words} ← {source.base}" + (f" ({source.detail})" if source.detail else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette, source = self._theme.palette, self._source
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        if source.words:
            x = self._write_words(painter, source.words) + 9
        if source.base:
            self._paint_arrow(painter, x)
            x = self._write(painter, x + 17, source.base, FontRole.BODY_MEDIUM, "text") + 6
        detail = f"({source.detail})" if source.base and source.detail else source.detail
        painter.setPen(palette.text2)
        self._write(painter, x, detail, FontRole.BODY, "text2")

    def _write_words(self, painter: QPainter, words: str) -> float:
        font = self._theme.font(FontRole.QUOTE)
        metrics = QFontMetricsF(font)
        room = max(60.0, self.width() * 0.45)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        box = QRectF(0, 1, metrics.horizontalAdvance(shown) + 7, 22)
        painter.fillRect(box, self._theme.palette.proposed_strong)
        painter.setFont(font)
        painter.setPen(self._theme.palette.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        return box.right()

    def _paint_arrow(self, painter: QPainter, x: float) -> None:
        painter.setPen(QPen(self._theme.palette.text2, 1.25))
        y = self.height() / 2
        painter.drawLine(QPointF(x, y), QPointF(x + 9, y))
        for dy in (-3.5, 3.5):
            painter.drawLine(QPointF(x, y), QPointF(x + 3.5, y + dy))

    def _write(self, painter: QPainter, x: float, text: str, role: FontRole, color: str) -> float:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.palette.color(color))
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, self.width() - x))
        box = QRectF(x, 0, self.width() - x, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        return x + metrics.horizontalAdvance(shown)
