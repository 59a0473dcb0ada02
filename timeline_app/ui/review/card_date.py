"""The upper part of the card: the date in words, in EDTF, and drawn; and the field to type it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain import USUAL, Article, Conventions, Event
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.domain.time.wording import knowledge_in_words, span_in_words
from timeline_app.layout.marks import mark_for
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.date_field import DateField
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.span_ruler import SpanRuler
from timeline_app.ui.widgets import Button, ButtonKind, PlainLabel, Surface


class DateSection(Surface):
    """Shows the date of an event. `dated` carries the TimeSpan that was typed.

    `closed` is emitted when typing ends, whichever way.
    """

    dated = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", line_below=True)
        self._event: Event | None = None
        self._article: Article | None = None
        self._conventions = USUAL
        self.words = PlainLabel(theme, "", FontRole.CARD_DATE)
        self.words.setWordWrap(True)
        self.edtf = PlainLabel(theme, "", FontRole.EDTF, "text2")
        self.edtf.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.knowledge = PlainLabel(theme, "", FontRole.LABEL, "text2")
        self.ruler = SpanRuler(theme)
        self.field = DateField(theme)
        self.edit = Button(
            theme, "Edit", kind=ButtonKind.QUIET, keys="D", height=26, role=FontRole.LABEL
        )
        self._shown = QWidget()
        self._lay_out()
        self.field.hide()
        self.edit.clicked.connect(self.start_editing)
        self.field.committed.connect(self._commit)
        self.field.cancelled.connect(self.stop_editing)

    @property
    def is_editing(self) -> bool:
        """Whether the field is open."""
        return self.field.isVisibleTo(self)

    def show_event(
        self, event: Event, article: Article | None, conventions: Conventions = USUAL
    ) -> None:
        """Show the date of an event, and how it lies to the article's date."""
        if self.is_editing:
            self.stop_editing()
        self._event, self._article, self._conventions = event, article, conventions
        self.words.setText(_date_words(event, article))
        self.edtf.setVisible(event.span is not None)
        self.ruler.setVisible(event.span is not None)
        if event.span is None:
            self.knowledge.setText(_missing(article))
            return
        self.edtf.setText(write_edtf(event.span))
        self.knowledge.setText(knowledge_in_words(event.span))
        self.ruler.show_span(
            event.span,
            article.published if article is not None else None,
            mark_for(event),
        )

    def start_editing(self) -> None:
        """Open the field with the date as it is."""
        if self._event is None:
            return
        span = self._event.span
        self._shown.hide()
        self.field.show()
        anchor = self._article.published if self._article is not None else None
        text = "" if span is None else write_edtf(span)
        self.field.start(text, anchor, self._conventions)

    def stop_editing(self) -> None:
        """Close the field; nothing changes."""
        self.field.hide()
        self._shown.show()
        self.closed.emit()

    def _commit(self, span: TimeSpan) -> None:
        self.stop_editing()
        self.dated.emit(span)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.words, 1)
        head.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        facts = QHBoxLayout()
        facts.setSpacing(10)
        facts.addWidget(self.edtf)
        facts.addWidget(self.knowledge, 1)
        shown = QVBoxLayout(self._shown)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(1)
        shown.addLayout(head)
        shown.addLayout(facts)
        shown.addSpacing(8)
        shown.addWidget(self.ruler)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 11, 14, 10)
        column.addWidget(self._shown)
        column.addWidget(self.field)


def _date_words(event: Event, article: Article | None) -> str:
    if event.span is not None:
        words = span_in_words(event.span)
        return words[:1].upper() + words[1:]
    return "Needs a date" if article is None or article.published else "Waits for the article date"


def _missing(article: Article | None) -> str:
    if article is None or article.published is not None:
        return "No date could be read. Press D to type one."
    return "Set the date of the article, or press D to type one."
