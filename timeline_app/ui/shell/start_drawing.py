"""The drawn example of the start page: a sentence, and the stretch of time it becomes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.layout.marks import MarkKind, MarkLook, sample_shape
from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.marks import MarkInk, paint_mark
from timeline_app.ui.theme import Theme

_SENTENCE, _EXPRESSION = "He held a summit with leaders from China and India ", "last week"
_DAYS = (*(str(day) for day in range(18, 32)), "1 Nov")
_DAY_WIDTH = 38.0
_FIRST_DAY = 18
_ARTICLE_DAY = 29
_AXIS_Y = 134.0
_BAR_Y, _BAR_HEIGHT = 100.5, 15.0


class StartDrawing(QWidget):
    """570 by 160 pixels, to scale, from the painter that draws the marks everywhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(QSize(round(_DAY_WIDTH * len(_DAYS)) + 2, 162))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            "Example: “last week” in an article of Tue 29 Oct becomes sometime 21 – 27 Oct"
        )
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the example."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        source = self._paint_sentence(painter)
        self._paint_axis(painter)
        self._paint_article_date(painter)
        left, right = _day_left(21), _day_left(28)
        self._paint_arrow(painter, source, (left + right) / 2)
        self._paint_bar(painter, left, right)

    def _paint_sentence(self, painter: QPainter) -> float:
        """Draw the sentence; returns the middle of its time words."""
        palette = self._theme.palette
        font = QFont(self._theme.font(FontRole.ARTICLE_TEXT))
        font.setPixelSize(18)
        metrics = QFontMetricsF(font)
        start, middle = metrics.horizontalAdvance(_SENTENCE), metrics.horizontalAdvance(_EXPRESSION)
        text = f"{_SENTENCE}{_EXPRESSION}."
        width = metrics.horizontalAdvance(text)
        left = (self.width() - width) / 2
        painter.fillRect(QRectF(left - 5, 0, width + 10, 28), palette.proposed_fill)
        painter.setFont(font)
        painter.setPen(palette.text)
        painter.drawText(QPointF(left, 20), text)
        painter.fillRect(QRectF(left + start, 25, middle, 2.5), palette.proposed)
        return left + start + middle / 2

    def _paint_arrow(self, painter: QPainter, source: float, target: float) -> None:
        path = QPainterPath(QPointF(source, 31))
        path.lineTo(source, 48)
        path.quadTo(source, 55, source - 7, 55)
        path.lineTo(target + 7, 55)
        path.quadTo(target, 55, target, 62)
        path.lineTo(target, 81)
        path.moveTo(target - 5, 76)
        path.lineTo(target, 81)
        path.lineTo(target + 5, 76)
        painter.setPen(QPen(self._theme.palette.control, 1.5))
        painter.drawPath(path)

    def _paint_bar(self, painter: QPainter, left: float, right: float) -> None:
        palette = self._theme.palette
        shape = sample_shape(MarkLook(MarkKind.WITHIN), left, right - left)
        ink = MarkInk(palette.lane2, palette.surface, _BAR_HEIGHT)
        paint_mark(painter, shape, _BAR_Y, ink)
        painter.setFont(self._theme.font(FontRole.LABEL_BOLD))
        painter.setPen(palette.text)
        box = QRectF(0, _BAR_Y - 12, left - 9, 24)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, align, "21 – 27 Oct")

    def _paint_axis(self, painter: QPainter) -> None:
        palette = self._theme.palette
        painter.setPen(QPen(palette.control, 1))
        painter.drawLine(QPointF(0, _AXIS_Y + 0.5), QPointF(self.width() - 2, _AXIS_Y + 0.5))
        for index in range(len(_DAYS) + 1):
            x = round(index * _DAY_WIDTH) + 0.5
            is_week = (index + _FIRST_DAY) % 7 == 0
            painter.drawLine(QPointF(x, _AXIS_Y), QPointF(x, _AXIS_Y + (7 if is_week else 4)))
        for index, day in enumerate(_DAYS):
            is_article = index + _FIRST_DAY == _ARTICLE_DAY
            role = FontRole.CAPTION_BOLD if is_article else FontRole.CAPTION
            painter.setFont(self._theme.font(role))
            painter.setPen(palette.text if is_article else palette.text2)
            box = QRectF(index * _DAY_WIDTH, _AXIS_Y + 5, _DAY_WIDTH, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, day)

    def _paint_article_date(self, painter: QPainter) -> None:
        palette = self._theme.palette
        x = _day_left(_ARTICLE_DAY) + _DAY_WIDTH / 2
        pen = QPen(palette.text2, 1.5)
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, 70), QPointF(x, _AXIS_Y))
        painter.setFont(self._theme.font(FontRole.CAPTION))
        painter.setPen(palette.text2)
        box = QRectF(x + 8, 67, 140, 20)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, "article, Tue 29 Oct")


def _day_left(day: int) -> float:
    return (day - _FIRST_DAY) * _DAY_WIDTH
