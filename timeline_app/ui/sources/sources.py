"""What an event rests on: its sources compared on one scale, and their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.domain import Article, Event, Evidence, TextRange
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.wording import date_in_words, span_in_words
from timeline_app.layout import TimeScale, look_of
from timeline_app.layout.axis import make_axis
from timeline_app.layout.marks import mark_bounds, place_mark
from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.marks import mark_ink, paint_mark
from timeline_app.rendering.text import TextMeasure
from timeline_app.services.project import Project
from timeline_app.services.review.sources import told_span
from timeline_app.ui.sources.quote_text import QuoteText
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import ElidedLabel, IconButton, PlainLabel
from timeline_app.ui.widgets.labels import draw_words

_ROW, _AXIS = 23.0, 22.0
_NAMES = 112.0
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Source:
    """One piece of evidence with its article, the article's number, and the date it gives."""

    evidence: Evidence
    article: Article
    number: int
    span: TimeSpan | None

    @property
    def name(self) -> str:
        """The outlet, or else the article's title."""
        return self.article.source or self.article.title

    @property
    def said_by(self) -> str:
        """Who tells of it in the article, in words; "" for the article itself."""
        return f"said by {self.evidence.source}" if self.evidence.source else ""

    @property
    def marked(self) -> TextRange | None:
        """The time words, counted from the beginning of the quote; None when they lie outside."""
        words, quote = self.evidence.expression, self.evidence.quote_range
        if words is None or words.start < quote.start or words.end > quote.end:
            return None
        return TextRange(words.start - quote.start, words.end - quote.start)


def sources_of(project: Project, event: Event) -> list[Source]:
    """The sources of an event, the oldest evidence first."""
    return [
        Source(
            evidence,
            project.articles[evidence.article_id],
            project.number_of_article(evidence.article_id),
            told_span(evidence),
        )
        for evidence in project.evidence_of_event(event.id)
    ]


class SourceChart(QWidget):
    """The dates of all sources and the event's own, one under the other on one scale."""

    def __init__(
        self,
        theme: Theme,
        event: Event,
        sources: Sequence[Source],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        dated = [source for source in sources if source.span is not None]
        self._rows = [(str(s.number), s.name, s.span) for s in dated]
        self._rows.append(("", "Result", event.span))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(len(self._rows) * _ROW + _AXIS))
        self.setAccessibleName("The dates the sources give, compared")
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as the panel."""
        return QSize(300, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a row for each source, the result, and the axis."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale()
        if scale is None:
            return
        self._paint_grid(painter, scale)
        for index, (number, name, span) in enumerate(self._rows):
            y = index * _ROW + _ROW / 2
            self._paint_name(painter, number, name, y)
            if span is not None:
                self._paint_span(painter, scale, span, y)

    def _scale(self) -> TimeScale | None:
        bounds = [mark_bounds(span) for _, _, span in self._rows if span is not None]
        known = [bound for bound in bounds if bound is not None]
        if not known:
            return None
        begin, end = min(b.x1 for b in known), max(b.x2 for b in known)
        around = max(_DAY, (end - begin) // 5)
        return TimeScale.fitting(begin - around, end + around, max(40.0, self.width() - _NAMES))

    def _paint_grid(self, painter: QPainter, scale: TimeScale) -> None:
        palette, bottom = self._theme.palette, len(self._rows) * _ROW
        measure = TextMeasure(self._theme.scale)
        axis = make_axis(scale, 0.0, self.width() - _NAMES, measure, one_strip=True)
        painter.setFont(self._theme.font(FontRole.KEY))
        for label in (*axis.majors, *axis.minors):
            x = _NAMES + label.tick
            painter.setPen(QPen(palette.grid_strong, 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
            painter.setPen(palette.text2)
            box = QRectF(x - 1, bottom, label.width + 6, _AXIS)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, label.text)
        line = bottom - _ROW - 0.5
        painter.setPen(QPen(palette.line, 1))
        painter.drawLine(QPointF(0, line), QPointF(self.width(), line))

    def _paint_name(self, painter: QPainter, number: str, name: str, y: float) -> None:
        palette = self._theme.palette
        left = 0.0
        if number:
            paint_number(painter, self._theme, QRectF(0, y - 8, 16, 16), number)
            left = 22.0
        role = FontRole.CAPTION if number else FontRole.CAPTION_BOLD
        painter.setFont(self._theme.font(role))
        painter.setPen(palette.text2 if number else palette.text)
        room = round(_NAMES - left - 8)
        words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        box = QRectF(left, y - 10, room + 4, 20)
        draw_words(painter, box, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_span(self, painter: QPainter, scale: TimeScale, span: TimeSpan, y: float) -> None:
        bounds, look = mark_bounds(span), look_of(span)
        if bounds is None or look is None:
            return
        xs = [_NAMES + scale.x_of(x) for x in (bounds.x1, bounds.x2, bounds.c1, bounds.c2)]
        ink = mark_ink(self._theme.palette, look, "lane2", 9.0)
        paint_mark(painter, place_mark(look, *xs), y, ink, (_NAMES, float(self.width())))


class SourceBlock(QWidget):
    """One source: number, outlet, date; the quote; what its time words came to.

    `opened` asks to read the passage in its article, `separated` to make an event of its own of
    it; that is offered where it is `one_of_several`.
    """

    opened = Signal()
    separated = Signal()

    def __init__(
        self,
        theme: Theme,
        source: Source,
        *,
        one_of_several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.separate: IconButton | None = None
        if one_of_several:
            words = "Make this source an event of its own"
            self.separate = IconButton(theme, "git-fork", words, size=24)
            self.separate.clicked.connect(self.separated)
        self.quote = QuoteText(theme, source.evidence.quote, source.marked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addLayout(self._head(theme, source))
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 0, 0, 0)
        inner.setSpacing(1)
        inner.addWidget(self.quote)
        for words in filter(None, (source.said_by, _result_words(source))):
            inner.addWidget(ElidedLabel(theme, words, FontRole.CAPTION, "text2"))
        column.addLayout(inner)

    def _head(self, theme: Theme, source: Source) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(NumberBox(theme, source.number))
        row.addWidget(ElidedLabel(theme, source.name, FontRole.LABEL_BOLD), 1)
        published = source.article.published
        if published is not None:
            row.addWidget(PlainLabel(theme, date_in_words(published), FontRole.CAPTION, "text2"))
        arrow = IconButton(theme, "arrow-right", "Read this passage in its article", size=24)
        arrow.clicked.connect(self.opened)
        if self.separate is not None:
            row.addWidget(self.separate)
        row.addWidget(arrow)
        return row


class NumberBox(QWidget):
    """The number of an article in its filled box."""

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = str(number)
        self.setAccessibleName(f"Article {number}")
        self.setFixedSize(max(16, 8 + 7 * len(self._text)), 16)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        painter = QPainter(self)
        paint_number(painter, self._theme, QRectF(self.rect()), self._text)


def paint_number(painter: QPainter, theme: Theme, box: QRectF, text: str) -> None:
    """The number of an article, light on dark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.palette.text2)
    painter.drawRoundedRect(box, 2, 2)
    painter.setFont(theme.font(FontRole.COUNT))
    painter.setPen(theme.palette.surface)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _result_words(source: Source) -> str:
    words, span = source.evidence.expression, source.span
    when = span_in_words(span, short=True) if span is not None else ""
    if words is None:
        return source.evidence.reason or when
    said = " ".join(words.cut(source.article.text).split())
    return f"{said}  →  {when}" if when else said
