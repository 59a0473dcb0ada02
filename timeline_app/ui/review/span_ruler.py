"""The drawing in the card: the date as a mark on a small axis, with the article's date."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.domain import Event
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.calendar import SECONDS_PER_DAY, civil_date, weekday
from timeline_app.layout.axis import make_axis
from timeline_app.layout.marks import MarkShape, mark_bounds, mark_for, place_mark
from timeline_app.layout.scale import TimeScale
from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.marks import mark_ink, paint_mark
from timeline_app.rendering.text import TextMeasure
from timeline_app.ui.theme import Theme

_HEIGHT = 50
_SIDE = 8.0
_BAR_Y, _AXIS_Y = 14.0, 25.0
_MOST_DAYS = 14  # with more, the names of the days have no room
_LEAST_DAYS = 7
_NEAR = 400 * SECONDS_PER_DAY  # an article farther from its event would squeeze it to a dot
_LETTERS = "MTWTFSS"


class SpanRuler(QWidget):
    """Shows one dated event; as tall as its axis, as wide as the card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._event: Event | None = None
        self._article: CivilDate | None = None
        self._measure = TextMeasure(theme.scale)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The height of mark and axis."""
        return QSize(240, _HEIGHT)

    def show_event(self, event: Event, article: CivilDate | None) -> None:
        """Show another event, and the date of the article it is read in."""
        self._event, self._article = event, article
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axis, mark, and the article's date."""
        window = self._window()
        if window is None:
            return
        begin, end = window
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = TimeScale.fitting(begin, end, self.width(), _SIDE)
        days = (end - begin) // SECONDS_PER_DAY
        self._paint_axis_line(painter)
        if days <= _MOST_DAYS:
            self._paint_days(painter, scale, begin // SECONDS_PER_DAY, days)
        else:
            self._paint_axis(painter, scale)
        self._paint_article(painter, scale)
        self._paint_mark(painter, scale)

    def _window(self) -> tuple[int, int] | None:
        """The stretch of time shown, in whole days."""
        span = self._event.span if self._event is not None else None
        bounds = mark_bounds(span) if span is not None else None
        if bounds is None:
            return None
        begin, end = min(bounds.x1, bounds.c1), max(bounds.x2, bounds.c2)
        article = self._article
        if article is not None and abs(article.instant - begin) < _NEAR:
            begin = min(begin, article.instant)
            end = max(end, article.instant + 2 * SECONDS_PER_DAY)
        first, last = begin // SECONDS_PER_DAY, -(-end // SECONDS_PER_DAY)
        missing = max(0, _LEAST_DAYS - (last - first))
        first -= (missing + 1) // 2
        last += missing // 2
        return first * SECONDS_PER_DAY, last * SECONDS_PER_DAY

    def _paint_axis_line(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.palette.control, 1))
        y = _AXIS_Y + 0.5
        painter.drawLine(QPointF(_SIDE, y), QPointF(self.width() - _SIDE, y))

    def _paint_days(self, painter: QPainter, scale: TimeScale, first: int, days: int) -> None:
        palette = self._theme.palette
        width = scale.pixels_per_day
        for day in range(first, first + days + 1):
            x = round(scale.x_of(day * SECONDS_PER_DAY)) + 0.5
            tall = 7 if weekday(day) == 0 or day == first else 4
            painter.setPen(QPen(palette.control, 1))
            painter.drawLine(QPointF(x, _AXIS_Y), QPointF(x, _AXIS_Y + tall))
            if day == first + days:
                break
            is_article = self._article is not None and day == self._article.ordinal
            role = FontRole.CAPTION_BOLD if is_article else FontRole.CAPTION
            painter.setFont(self._theme.font(role))
            painter.setPen(palette.text if is_article else palette.text2)
            words = f"{_LETTERS[weekday(day)]} {civil_date(day).day}"
            box = QRectF(x, _AXIS_Y + 5, width, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_axis(self, painter: QPainter, scale: TimeScale) -> None:
        palette = self._theme.palette
        right = self.width() - _SIDE
        axis = make_axis(scale, _SIDE, right, self._measure, one_strip=True)
        painter.setPen(QPen(palette.control, 1))
        for x in (*axis.ticks, *axis.minor_lines):
            painter.drawLine(QPointF(x, _AXIS_Y), QPointF(x, _AXIS_Y + 4))
        painter.setFont(self._theme.font(FontRole.CAPTION))
        for label in (*axis.majors, *axis.minors):
            painter.setPen(palette.text2)
            box = QRectF(label.x, _AXIS_Y + 5, label.width + 4, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, label.text)

    def _paint_article(self, painter: QPainter, scale: TimeScale) -> None:
        if self._article is None:
            return
        x = scale.x_of(self._article.instant + SECONDS_PER_DAY // 2)
        if not _SIDE <= x <= self.width() - _SIDE:
            return
        palette = self._theme.palette
        pen = QPen(palette.text2, 1.25)
        pen.setDashPattern([2.5, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, 2), QPointF(x, _AXIS_Y))
        painter.setFont(self._theme.font(FontRole.CAPTION))
        width = painter.fontMetrics().horizontalAdvance("article")
        left = x + 5 if x + width + 8 < self.width() else x - width - 5
        shape = self._shape(scale)
        if shape is None or left > shape.ink_right or left + width < shape.ink_left:
            painter.drawText(QPointF(left, 13), "article")

    def _paint_mark(self, painter: QPainter, scale: TimeScale) -> None:
        shape = self._shape(scale)
        if shape is not None:
            ink = mark_ink(self._theme.palette, shape.look, "accepted", 12)
            paint_mark(painter, shape, _BAR_Y, ink, (0.0, float(self.width())))

    def _shape(self, scale: TimeScale) -> MarkShape | None:
        event = self._event
        look = mark_for(event) if event is not None else None
        bounds = mark_bounds(event.span) if event is not None and event.span is not None else None
        if look is None or bounds is None:
            return None
        xs = (scale.x_of(instant) for instant in (bounds.x1, bounds.x2, bounds.c1, bounds.c2))
        return place_mark(look, *xs)
