"""The drawing of a date in its week, with the article's date beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.calendar import SECONDS_PER_DAY, civil_date, weekday
from timeline_app.domain.time.wording import span_in_words
from timeline_app.layout.axis import Axis, make_axis
from timeline_app.layout.marks import MarkLook, MarkShape, mark_bounds, place_mark
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.text import TextStyle
from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.marks import mark_ink, paint_mark
from timeline_app.rendering.text import TextMeasure
from timeline_app.ui.theme import Theme

_HEIGHT = 54
_MARK_Y, _LINE_Y = 16.0, 30.0
_SIDE = 6.0
_LEAST_DAYS = 10
_MOST_NAMED_DAYS = 15
_FARTHEST_ARTICLE = 3.0  # spans of the date's own length beyond which the article is left out
_LETTERS = "MTWTFSS"


class SpanRuler(QWidget):
    """A small ruler round one date: its mark to scale, days named, the article's date dashed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._span: TimeSpan | None = None
        self._article: CivilDate | None = None
        self._look: MarkLook | None = None
        self._tone = "accepted"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        theme.changed.connect(self.update)

    def show_span(
        self, span: TimeSpan | None, article_date: CivilDate | None, look: MarkLook | None
    ) -> None:
        """Show a date with the mark of its event."""
        self._span = span
        self._article = article_date
        self._look = look
        self.setAccessibleName(span_in_words(span) if span is not None else "No date yet")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the card."""
        return QSize(380, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw days, mark and article line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stretch = self._stretch()
        if stretch is None:
            return
        begin, end = stretch
        scale = TimeScale.fitting(begin, end, self.width() - 2 * _SIDE).panned(_SIDE)
        self._paint_line(painter)
        if (end - begin) // SECONDS_PER_DAY <= _MOST_NAMED_DAYS:
            self._paint_days(painter, scale, begin, end)
        else:
            self._paint_axis(painter, scale)
        self._paint_article(painter, scale)
        self._paint_mark(painter, scale)

    def _stretch(self) -> tuple[int, int] | None:
        """The whole days to show: the mark, the article's date where it is near, some around."""
        bounds = mark_bounds(self._span) if self._span is not None else None
        if bounds is None:
            return None
        begin, end = min(bounds.x1, bounds.c1), max(bounds.x2, bounds.c2)
        if self._article is not None:
            day = self._article.instant
            reach = max(end - begin, 5 * SECONDS_PER_DAY) * _FARTHEST_ARTICLE
            if begin - reach < day < end + reach:
                begin, end = min(begin, day), max(end, day + 2 * SECONDS_PER_DAY)
        first, last = begin // SECONDS_PER_DAY, -(-end // SECONDS_PER_DAY)
        lacking = max(0, _LEAST_DAYS - (last - first))
        first -= (lacking + 1) // 2
        last += lacking // 2
        return first * SECONDS_PER_DAY, last * SECONDS_PER_DAY

    def _paint_line(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.palette.control, 1))
        painter.drawLine(QPointF(0, _LINE_Y + 0.5), QPointF(self.width(), _LINE_Y + 0.5))

    def _paint_days(self, painter: QPainter, scale: TimeScale, begin: int, end: int) -> None:
        palette = self._theme.palette
        count = (end - begin) // SECONDS_PER_DAY
        width = scale.pixels_per_day
        for day in range(count + 1):
            ordinal = begin // SECONDS_PER_DAY + day
            x = scale.x_of(ordinal * SECONDS_PER_DAY)
            painter.setPen(QPen(palette.control, 1))
            painter.drawLine(QPointF(x, _LINE_Y), QPointF(x, _LINE_Y + 5))
            if day == count:
                break
            date = civil_date(ordinal)
            is_article = date == self._article
            painter.setFont(self._theme.font(FontRole.CAPTION_BOLD if is_article else FontRole.KEY))
            inside = self._touches(ordinal)
            painter.setPen(palette.text if is_article or inside else palette.text3)
            name = f"{_LETTERS[weekday(ordinal)]} {date.day}" if width >= 26 else str(date.day)
            box = QRectF(x, _LINE_Y + 4, width, _HEIGHT - _LINE_Y - 4)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _touches(self, ordinal: int) -> bool:
        begin = ordinal * SECONDS_PER_DAY
        return self._span is not None and self._span.overlaps(begin, begin + SECONDS_PER_DAY)

    def _paint_axis(self, painter: QPainter, scale: TimeScale) -> None:
        axis: Axis = make_axis(
            scale, 0.0, self.width(), TextMeasure(self._theme.scale), one_strip=True
        )
        palette = self._theme.palette
        painter.setPen(QPen(palette.control, 1))
        for x in axis.ticks:
            painter.drawLine(QPointF(x, _LINE_Y), QPointF(x, _LINE_Y + 4))
        for labels, role, color in (
            (axis.majors, FontRole.CAPTION_BOLD, palette.text),
            (axis.minors, FontRole.CAPTION, palette.text2),
        ):
            painter.setFont(self._theme.font(role))
            painter.setPen(color)
            for label in labels:
                box = QRectF(label.x, _LINE_Y + 4, label.width + 4, _HEIGHT - _LINE_Y - 4)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, label.text)

    def _paint_article(self, painter: QPainter, scale: TimeScale) -> None:
        if self._article is None:
            return
        x = scale.x_of(self._article.instant + SECONDS_PER_DAY // 2)
        if not 0 <= x <= self.width():
            return
        palette = self._theme.palette
        pen = QPen(palette.text2, 1.25, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.5 / 1.25, 3 / 1.25])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, 6), QPointF(x, _LINE_Y))
        painter.setFont(self._theme.font(FontRole.KEY))
        width = TextMeasure(self._theme.scale)("article", TextStyle.COUNT) + 2
        left = x + 5 if x + 5 + width < self.width() else x - 5 - width
        shape = self._shape(scale)
        if shape is not None and shape.ink_left < left + width and left < shape.ink_right:
            left = shape.ink_right + 5  # beside the mark, not below it
        painter.drawText(QRectF(left, 6, width, 18), Qt.AlignmentFlag.AlignVCenter, "article")

    def _paint_mark(self, painter: QPainter, scale: TimeScale) -> None:
        shape = self._shape(scale)
        if shape is None:
            return
        ink = mark_ink(self._theme.palette, shape.look, self._tone, 11.0)
        paint_mark(painter, shape, _MARK_Y, ink, (0.0, float(self.width())))

    def _shape(self, scale: TimeScale) -> MarkShape | None:
        bounds = mark_bounds(self._span) if self._span is not None else None
        if bounds is None or self._look is None:
            return None
        xs = (scale.x_of(bound) for bound in (bounds.x1, bounds.x2, bounds.c1, bounds.c2))
        return place_mark(self._look, *xs)
