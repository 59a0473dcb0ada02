"""The inspector on the right: everything about the current event, and its editing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from timeline_app.domain import ChangeSet, Event, ReviewStatus, UserError
from timeline_app.layout import TimelineLayout
from timeline_app.rendering.fonts import FontRole
from timeline_app.services import review
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.similar.conflict import dispute_of
from timeline_app.ui.similar.on_card import SimilarOnCard
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.event_body import EventBody
from timeline_app.ui.widgets import (
    Button,
    ButtonKind,
    IconButton,
    PlainLabel,
    SectionHeader,
    Surface,
)

_EMPTY = "Choose an event to see its date, its sources and their words."


class Inspector(Surface):
    """Shows the model's current event; what is edited goes to the review services.

    `step_asked` carries 1 or -1, `opened` the id of the event to read in its article; `closed` is
    emitted when the editing of title or date has ended.
    """

    step_asked = Signal(int)
    opened = Signal(object)
    closed = Signal()

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._model = model
        self.body: EventBody | None = None
        self.head = SectionHeader(theme, "No event", height=40)
        self.previous = IconButton(theme, "chevron-left", "Previous event", size=26)
        self.next = IconButton(theme, "chevron-right", "Next event", size=26)
        self.edit = IconButton(theme, "pencil", "Edit the title", size=26)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameStyle(0)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.read = Button(theme, "Open in article", icon="list-checks", keys="Enter", height=30)
        self.similar = SimilarOnCard(model, self, merges_selection=True)
        self.accept = Button(theme, "Accept", kind=ButtonKind.ACCEPT, height=30)
        self.dispute = Button(theme, "Dispute", icon="git-fork", height=30)
        self.dispute.setToolTip("Keep all dates that the sources give: drawn as disputed")
        self.foot = self._make_foot(theme)
        self._lay_out()
        self._connect()
        self.refresh()

    def show_place(self, layout: TimelineLayout) -> None:
        """Say which of the shown events the current one is."""
        position, total = layout.order.rank(self._model.current_event), len(layout)
        self.head.title.setText("No event" if position is None else f"Event {position + 1}")
        self.head.count.setText("" if position is None else f"of {total}")

    def refresh(self) -> None:
        """Show the current event as it is now."""
        event = self._event()
        self.edit.setVisible(event is not None)
        self._show_foot(event)
        if event is None:
            self.body = None
            self.similar.let_go()
            self._show_panel(self._empty())
            return
        position = self.area.verticalScrollBar().value() if self._shows(event) else 0
        self.body = self._make_body(event)
        self._show_panel(self.body)
        self.area.verticalScrollBar().setValue(position)

    def edit_title(self) -> None:
        """Open the title for editing."""
        if self.body is not None:
            self.body.edit_title()

    def edit_date(self) -> None:
        """Open the date for editing."""
        if self.body is not None:
            self.body.edit_date()

    def _show_panel(self, panel: QWidget) -> None:
        before = self.area.takeWidget()
        self.area.setWidget(panel)
        if before is not None:
            # A key in one of its fields may have led here, so it lives until the key is done.
            before.hide()
            before.setParent(self)
            before.deleteLater()

    def _show_foot(self, event: Event | None) -> None:
        """Offer to accept a proposal, and to read where there is a source."""
        is_proposed = event is not None and event.status is ReviewStatus.PROPOSED
        has_source = event is not None and bool(
            self._model.library.project.evidence_of_event(event.id)
        )
        differs = event is not None and self._is_open_to_dispute(event)
        self.accept.setVisible(is_proposed)
        self.dispute.setVisible(differs and not is_proposed)
        self.read.setVisible(has_source)
        self.foot.setVisible(is_proposed or has_source)

    def _is_open_to_dispute(self, event: Event) -> bool:
        """Whether its sources differ, and it is not drawn so yet."""
        dispute = dispute_of(self._model.library.project, event.id)
        return dispute is not None and not (event.span is not None and event.span.choices)

    def _shows(self, event: Event) -> bool:
        return self.body is not None and self.body.event_id == event.id

    def _event(self) -> Event | None:
        current = self._model.current_event
        if current is None or not self._model.is_open:
            return None
        project = self._model.library.project
        event = project.events.get(current)
        return None if event is None else project.shown(event)

    def _empty(self) -> QWidget:
        panel = QWidget()
        words = PlainLabel(self.theme, _EMPTY, FontRole.BODY, "text2")
        words.setWordWrap(True)
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(words)
        column.addStretch(1)
        return panel

    def _make_body(self, event: Event) -> EventBody:
        library = self._model.library
        body = EventBody(library.project, event, self.theme)
        body.title_edited.connect(
            lambda text: self._do(lambda: review.set_title(library, event.id, text))
        )
        body.date_edited.connect(
            lambda span: self._do(lambda: review.set_date(library, event.id, span))
        )
        body.tags_edited.connect(
            lambda tags: self._do(lambda: review.set_tags(library, event.id, tags))
        )
        body.names_edited.connect(
            lambda names: self._do(lambda: review.set_names(library, event.id, **names))
        )
        body.article_opened.connect(self._read)
        body.source_separated.connect(self.similar.separate)
        body.links.chosen.connect(self._model.set_current_event)
        body.links.removed.connect(self._model.unlink_wanted)
        body.links.wanted.connect(self._model.link_wanted)
        body.closed.connect(self.closed)
        self.similar.watch(body.similar, body.conflict)
        return body

    def _do(self, change: Callable[[], ChangeSet]) -> None:
        try:
            change()
        except UserError as error:
            self._model.failed.emit(str(error))

    def _read(self, article_id: int) -> None:
        self._model.set_current_article(article_id)
        self.opened.emit(self._model.current_event)

    def _accept(self) -> None:
        event = self._event()
        if event is not None:
            self._do(lambda: review.accept(self._model.library, event.id))

    def _make_foot(self, theme: Theme) -> Surface:
        foot = Surface(theme, line_above=True)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.addWidget(self.accept)
        row.addWidget(self.read, 1)
        row.addWidget(self.dispute)
        return foot

    def _lay_out(self) -> None:
        for button in (self.previous, self.next, self.edit):
            self.head.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.previous.clicked.connect(lambda: self.step_asked.emit(-1))
        self.next.clicked.connect(lambda: self.step_asked.emit(1))
        self.edit.clicked.connect(self.edit_title)
        self.accept.clicked.connect(self._accept)
        self.dispute.clicked.connect(self.similar.dispute)
        self.read.clicked.connect(lambda: self.opened.emit(self._model.current_event))
        self._model.current_event_changed.connect(lambda _event: self.refresh())
