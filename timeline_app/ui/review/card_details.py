"""The lower part of the card: names, status, certainty, and why it is so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain import Certainty, Event, Evidence, Factuality
from timeline_app.rendering.fonts import FontRole
from timeline_app.services import review
from timeline_app.services.project import Project
from timeline_app.ui.links.rows import LinkRows
from timeline_app.ui.review.wording import reasons_in_words
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import ChipRow, ElidedLabel, PlainLabel, SegmentedControl

_LABELS = 61
_CONTROLS = (3, 4)  # rows of buttons, which are taller


class Details(QWidget):
    """Names and judgements. Each signal carries the new value."""

    actors_edited = Signal(object)
    places_edited = Signal(object)
    tags_edited = Signal(object)
    factuality_chosen = Signal(object)
    certainty_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.who = ChipRow(theme, "person or organisation")
        self.where = ChipRow(theme, "place")
        self.tags = ChipRow(theme, "tag")
        self.links = LinkRows(theme)
        self.links.add.hide()  # the head of the card has it
        self._nowhere = PlainLabel(theme, "not stated", FontRole.LABEL, "text2")
        self.status = SegmentedControl(
            theme,
            "Status",
            [(value.value, value.value.capitalize()) for value in Factuality],
            rows=2,
        )
        self.certainty = SegmentedControl(
            theme, "Certainty", [(value.value, value.value.capitalize()) for value in Certainty]
        )
        where = QHBoxLayout()
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(8)
        where.addWidget(self._nowhere)
        where.addWidget(self.where, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _LABELS)
        grid.setColumnStretch(1, 1)
        self.reasons = Reasons(theme)
        self._reasons = ""
        labels = [
            PlainLabel(theme, words, FontRole.LABEL, "text3")
            for words in ("Who", "Where", "Tags", "Status", "Certainty", "Links", "Why")
        ]
        for row, label in enumerate(labels):
            label.setFixedHeight(26 if row in _CONTROLS else 22)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._tags_label, self._links_label, self._why = labels[2], labels[5], labels[6]
        grid.addWidget(self.who, 0, 1)
        grid.addLayout(where, 1, 1)
        below = (self.tags, self.status, self.certainty, self.links, self.reasons)
        for row, part in enumerate(below, 2):
            grid.addWidget(part, row, 1)
        self.tags.edited.connect(self.tags_edited)
        self.tags.closed.connect(self._fold_tags)
        self.who.edited.connect(self.actors_edited)
        self.where.edited.connect(self.places_edited)
        self.status.chosen.connect(lambda value: self.factuality_chosen.emit(Factuality(value)))
        self.certainty.chosen.connect(lambda value: self.certainty_chosen.emit(Certainty(value)))

    def show_event(self, event: Event, evidence: Evidence | None) -> None:
        """Show what is known of an event."""
        self._reasons = reasons_in_words(evidence)
        self.show_habit("")
        self.who.set_names(event.actors)
        self.where.set_names(event.places)
        self._nowhere.setVisible(not event.places)
        self.tags.set_names(event.tags)
        self._fold_tags()
        self.status.set_value(event.factuality.value)
        self.certainty.set_value(event.certainty.value)

    def show_habit(self, sentence: str) -> None:
        """Show first of all why a proposal comes late in the queue, "" where it does not."""
        words = " ".join(filter(None, (sentence, self._reasons)))
        self.reasons.show_text(words)
        for part in (self._why, self.reasons):
            part.setVisible(bool(words))

    def show_links(self, project: Project, event_id: int) -> None:
        """Show what an event is linked to; most are linked to nothing, and need no room for it."""
        links = review.links_of(project, event_id)
        self.links.show_links(project, links)
        for part in (self._links_label, self.links):
            part.setVisible(bool(links))

    def start_tagging(self) -> None:
        """Open a field for a new tag."""
        self._show_tags(is_shown=True)
        self.tags.start_adding()

    def _fold_tags(self) -> None:
        """Most events have no tag: their row makes room."""
        self._show_tags(is_shown=bool(self.tags.names) or self.tags.is_editing)

    def _show_tags(self, *, is_shown: bool) -> None:
        self._tags_label.setVisible(is_shown)
        self.tags.setVisible(is_shown)


class Reasons(QWidget):
    """Short sentences in one line; a click, or `toggle`, shows all of them and hides them again."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = ElidedLabel(theme, "", FontRole.LABEL, "text2")
        self.whole = PlainLabel(theme, "", FontRole.LABEL, "text2")
        self.whole.setWordWrap(True)
        self.whole.hide()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self.whole)

    def show_text(self, text: str) -> None:
        """Show other sentences, as many of them as before."""
        self.line.setText(text)
        self.whole.setText(text)
        self.setAccessibleName(f"Why: {text}")

    def toggle(self) -> None:
        """Show all of the sentences, or one line of them."""
        is_whole = self.whole.isHidden()
        self.whole.setVisible(is_whole)
        self.line.setVisible(not is_whole)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Show more, or less."""
        self.toggle()
