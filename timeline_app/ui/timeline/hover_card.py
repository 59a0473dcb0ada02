"""The card of an event: what it is, when, and in whose words. Article text is never markup."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain import Event, ReviewStatus
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.domain.time.wording import date_in_words, span_in_words
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.project import Project
from timeline_app.ui.sources.quote_text import QuoteText
from timeline_app.ui.sources.sources import NumberBox, Source, sources_of
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import ElidedLabel, PlainLabel, Rule

_WIDTH = 340
_SIDE, _TOP = 14, 11
_MOST_SOURCES = 3
_MOST_QUOTES = 2
_LONGEST_QUOTE = 200
_RADIUS = 6.0


class HoverCard(QWidget):
    """Floats over the window, takes neither focus nor pointer."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._body = QWidget(self)
        self.event_id: int | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def tell_of(self, project: Project, event: Event) -> QSize:
        """Fill the card anew; returns the size that it then needs."""
        self.event_id = event.id
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP + 1)
        column.setSpacing(2)
        sources = sources_of(project, event)
        _add_head(column, self._theme, event)
        _add_sources(column, self._theme, sources)
        width = round(_WIDTH * self._theme.scale)
        size = QSize(width, column.totalHeightForWidth(width))
        self._body.resize(size)
        self._body.show()
        self.setAccessibleName(", ".join([event.title, *_when(event), _count(sources)]))
        return size

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface and its outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.palette.control, 1))
        painter.setBrush(self._theme.palette.surface)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)


def _add_head(column: QVBoxLayout, theme: Theme, event: Event) -> None:
    """The title, the date in words, and the same as EDTF."""
    column.addWidget(_wrapped(theme, event.title, FontRole.BODY_BOLD))
    words, *edtf = _when(event)
    column.addWidget(_wrapped(theme, words, FontRole.BODY_MEDIUM))
    row = QHBoxLayout()
    row.setSpacing(10)
    for text in edtf:
        row.addWidget(PlainLabel(theme, text, FontRole.EDTF, "text2"))
    row.addStretch(1)
    if event.status is ReviewStatus.PROPOSED:
        row.addWidget(PlainLabel(theme, "Proposal", FontRole.CAPTION_MEDIUM, "proposed_text"))
    column.addLayout(row)


def _add_sources(column: QVBoxLayout, theme: Theme, sources: Sequence[Source]) -> None:
    column.addSpacing(5)
    column.addWidget(Rule(theme))
    column.addSpacing(5)
    if not sources:
        column.addWidget(PlainLabel(theme, _count(sources), FontRole.CAPTION, "text2"))
    for place, source in enumerate(sources[:_MOST_SOURCES]):
        column.addLayout(_source_head(theme, source))
        if place < _MOST_QUOTES:
            column.addLayout(_quote(theme, source))
    rest = len(sources) - _MOST_SOURCES
    if rest > 0:
        words = f"and {rest} more source{'s' if rest > 1 else ''}"
        column.addWidget(PlainLabel(theme, words, FontRole.CAPTION, "text2"))


def _source_head(theme: Theme, source: Source) -> QHBoxLayout:
    """The number, the outlet, and the date of an article."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(NumberBox(theme, source.number))
    row.addWidget(ElidedLabel(theme, source.name, FontRole.LABEL_BOLD), 1)
    published = source.article.published
    if published is not None:
        row.addWidget(PlainLabel(theme, date_in_words(published), FontRole.CAPTION, "text2"))
    return row


def _quote(theme: Theme, source: Source) -> QVBoxLayout:
    quote, marked = source.evidence.quote, source.marked
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[: _LONGEST_QUOTE - 1].rsplit(None, 1)[0] + "…"
        marked = None if marked is None or marked.end > len(quote) else marked
    inner = QVBoxLayout()
    inner.setContentsMargins(24, 0, 0, 4)
    inner.addWidget(QuoteText(theme, quote, marked))
    return inner


def _wrapped(theme: Theme, text: str, role: FontRole) -> PlainLabel:
    label = PlainLabel(theme, text, role)
    label.setWordWrap(True)
    return label


def _when(event: Event) -> list[str]:
    """The date in words and as EDTF."""
    if event.span is None:
        return ["No date yet"]
    return [span_in_words(event.span), write_edtf(event.span)]


def _count(sources: Sequence[Source]) -> str:
    if not sources:
        return "Entered by hand, no source"
    return "1 source" if len(sources) == 1 else f"{len(sources)} sources"
