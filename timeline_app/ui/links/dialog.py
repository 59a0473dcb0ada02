"""Linking an event to another: how, and to which."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from timeline_app.domain import Event, ReviewStatus, RulingKind
from timeline_app.domain.time.wording import span_in_words
from timeline_app.layout.marks import mark_for
from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.marks import mark_ink, paint_mark_sample
from timeline_app.services.finding import text_of_event, words_of
from timeline_app.services.project import Project
from timeline_app.ui.help import explain
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import (
    Button,
    ButtonKind,
    ElidedLabel,
    LineField,
    ListPane,
    PlainLabel,
    SegmentedControl,
    Surface,
)
from timeline_app.ui.widgets.row_delegate import Index, RowDelegate

_SIZE = (620, 520)
_ROW, _MARK, _TEXT = 34, 10, 52
_MOST = 200  # events that are listed
_NO_INDEX = QModelIndex()
# What is chosen, the kind of the link, and whether the current event is its first.
_KINDS = {
    "before": ("is before", RulingKind.BEFORE, True),
    "after": ("is after", RulingKind.BEFORE, False),
    "causes": ("causes", RulingKind.CAUSES, True),
    "caused": ("is caused by", RulingKind.CAUSES, False),
    "part": ("is part of", RulingKind.PART_OF, True),
    "contradicts": ("contradicts", RulingKind.CONTRADICTS, True),
}


class LinkDialog(QDialog):
    """A choice of kinds and a list of events. `agreed` carries first event, kind, and second."""

    agreed = Signal(int, object, int)

    def __init__(
        self,
        theme: Theme,
        project: Project,
        event_id: int,
        chosen: Sequence[int],
        parent: QWidget,
    ) -> None:
        """`chosen` are events that are likely meant: they are listed first."""
        super().__init__(parent)
        self.setWindowTitle("Link to another event")
        explain(self, "links")
        self._project, self._event_id = project, event_id
        self._offered = _offered(project, event_id, chosen)
        self.events = EventModel(self)
        self.kind = SegmentedControl(
            theme, "How", [(key, words) for key, (words, *_) in _KINDS.items()], rows=2
        )
        self.field = LineField()
        self.list = ListPane(theme, self.events, "Events")
        self.list.paint_with(_EventDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.link = Button(theme, "Link", kind=ButtonKind.PRIMARY, keys="Return")
        self.leave = Button(theme, "Cancel", keys="Esc")
        self._lay_out(theme)
        self.field.textEdited.connect(self._search)
        self.field.returnPressed.connect(self._agree)
        self.list.activated.connect(self._agree)
        self.list.doubleClicked.connect(self._agree)
        self.link.clicked.connect(self._agree)
        self.leave.clicked.connect(self.reject)
        self._search("")
        self.field.setFocus()

    def _search(self, text: str) -> None:
        wanted = words_of(text)
        found = [
            event
            for event in self._offered
            if all(word in text_of_event(self._project, event) for word in wanted)
        ]
        self.events.show(found[:_MOST])
        self.list.setCurrentIndex(self.events.index(0) if found else _NO_INDEX)
        self.link.setEnabled(bool(found))

    def _agree(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        other = self.events.events[index.row()].id
        _words, kind, is_first = _KINDS[self.kind.value]
        self.accept()
        ends = (self._event_id, other) if is_first else (other, self._event_id)
        self.agreed.emit(ends[0], kind, ends[1])

    def _lay_out(self, theme: Theme) -> None:
        title = self._project.shown(self._project.events[self._event_id]).title
        self.field.setPlaceholderText("Words of the other event")
        self.field.setAccessibleName("Words of the other event")
        self.field.setFixedHeight(30)
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 12)
        head.setSpacing(10)
        head.addWidget(PlainLabel(theme, self.windowTitle(), FontRole.EVENT_TITLE))
        head.addWidget(ElidedLabel(theme, title, FontRole.BODY_MEDIUM))
        head.addWidget(self.kind)
        head.addWidget(self.field)
        foot = Surface(theme, "surface", line_above=True)
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(20, 12, 20, 12)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.leave, self.link):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(foot)
        self.resize(*_SIZE)


class EventModel(QAbstractListModel):
    """Events, one in a row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.events: tuple[Event, ...] = ()

    def show(self, events: Sequence[Event]) -> None:
        """List other events."""
        self.beginResetModel()
        self.events = tuple(events)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.events)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; for a screen reader with the date."""
        event = self.events[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return event.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{event.title}, {_when(event)}"
        return None


class _EventDelegate(RowDelegate):
    """Mark, title, and date."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view, _ROW)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, *, is_chosen: bool) -> None:
        """Paint one event."""
        model = index.model()
        event = model.events[index.row()] if isinstance(model, EventModel) else None
        if event is None:
            return
        palette, look = self.theme.palette, mark_for(event)
        if look is not None:
            sample = QRectF(box.left() + _MARK, box.top(), 34, box.height())
            paint_mark_sample(painter, sample, look, mark_ink(palette, look, "lane2", 8.0))
        painter.setFont(self.theme.font(FontRole.LABEL))
        when = _when(event)
        width = QFontMetricsF(painter.font()).horizontalAdvance(when)
        painter.setPen(palette.text2)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(0, 0, -14, 0), middle | Qt.AlignmentFlag.AlignRight, when)
        role = FontRole.BODY_BOLD if is_chosen else FontRole.BODY
        painter.setFont(self.theme.font(role))
        painter.setPen(palette.text)
        room = box.adjusted(_TEXT, 0, -width - 28, 0)
        title = QFontMetricsF(painter.font()).elidedText(
            event.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, middle, title)


def _when(event: Event) -> str:
    return "no date yet" if event.span is None else span_in_words(event.span)


def _offered(project: Project, event_id: int, chosen: Sequence[int]) -> list[Event]:
    """All others that are not set aside: those chosen first, then those nearest in time."""
    event = project.events[event_id]
    shown = [
        project.shown(each)
        for each in project.chronological()
        if each.id != event_id and not each.is_set_aside
    ]
    return sorted(shown, key=lambda each: (each.id not in chosen, *_distance(event, each)))


def _distance(one: Event, other: Event) -> tuple[bool, int, bool]:
    first, second = one.order(), other.order()
    is_proposed = other.status is ReviewStatus.PROPOSED
    if first is None or second is None:
        return True, 0, is_proposed
    return False, abs(first[0] - second[0]), is_proposed
