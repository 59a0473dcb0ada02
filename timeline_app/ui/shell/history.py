"""What was done to the project and to an event, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain import UserError
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.history import (
    Entry,
    bring_back,
    deleted_events,
    event_history,
    project_history,
)
from timeline_app.ui.help import explain
from timeline_app.ui.importing.cell_view import CellView
from timeline_app.ui.importing.cells import Cell, CellModel, ColumnSpec, Index
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.safekeeping.restore_dialog import moment_in_words
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, PlainLabel, SegmentedControl

_NO_INDEX = QModelIndex()
_SIZE = (880, 520)
_EVENT, _PROJECT, _DELETED = "event", "project", "deleted"
_TITLES = {_EVENT: "This event", _PROJECT: "Whole project", _DELETED: "Deleted events"}
_COLUMNS = (
    ColumnSpec("When", 176),
    ColumnSpec("Who", 96),
    ColumnSpec("Step", 240, grows=True),
    ColumnSpec("What changed", 260, grows=True),
)


class HistoryModel(CellModel):
    """The steps, the last one first."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__(_COLUMNS)
        self.entries = tuple(entries)

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other steps."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.entries)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        entry = self.entries[row]
        color = "text3" if entry.is_undone else "text"
        changes = "undone" if entry.is_undone else "; ".join(entry.changes)
        label = entry.label[:1].upper() + entry.label[1:]
        cells = (
            Cell(moment_in_words(entry.at), color),
            Cell(entry.who, "text2"),
            Cell(label, color, FontRole.BODY_MEDIUM),
            Cell(changes, "text2"),
        )
        return cells[column]


class HistoryDialog(QDialog):
    """A list with a button. `agreed` carries the entry whose event is to be brought back."""

    agreed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        event: Sequence[Entry],
        project: Sequence[Entry],
        deleted: Sequence[Entry],
        parent: QWidget,
    ) -> None:
        """`event` are the steps of the current event; none where there is no such event."""
        super().__init__(parent)
        self.setWindowTitle("History")
        explain(self, "safekeeping")
        self._parts = {_EVENT: tuple(event), _PROJECT: tuple(project), _DELETED: tuple(deleted)}
        shown = [part for part, entries in self._parts.items() if entries or part == _PROJECT]
        self.model = HistoryModel(())
        self.model.setParent(self)
        self.part = SegmentedControl(theme, "History of", [(part, _TITLES[part]) for part in shown])
        self.part.setVisible(len(shown) > 1)
        self.table = CellView(theme, self.model, self.windowTitle())
        self.words = PlainLabel(theme, "", FontRole.LABEL, "text2")
        self.back = Button(theme, "Bring this state back", kind=ButtonKind.PRIMARY, keys="Return")
        self.leave = Button(theme, "Close", keys="Esc")
        self._lay_out(theme)
        self.part.chosen.connect(self.show_part)
        self.table.current_moved.connect(self._allow)
        self.table.opened.connect(lambda _: self.back.click())
        self.back.clicked.connect(self._agree)
        self.leave.clicked.connect(self.reject)
        self.part.set_value(_EVENT if event else _PROJECT)
        self.show_part(self.part.value)
        self.table.setFocus()

    def show_part(self, part: str) -> None:
        """Show the steps of the event, or of the project."""
        entries = self._parts[part]
        self.model.show(entries)
        thing = "event" if part == _DELETED else "step"
        many = f"1 {thing}" if len(entries) == 1 else f"{len(entries):,} {thing}s"
        self.words.setText(f"{many}, the last one first.")
        self.back.setText("Bring it back" if part == _DELETED else "Bring this state back")
        self.back.setVisible(part != _PROJECT)
        self.table.choose_row(0)
        self._allow(0)

    def _former(self, row: int) -> Entry | None:
        """What a row can bring back; of an event that is there the first row is how things are."""
        first = 1 if self.part.value == _EVENT else 0
        entry = self.model.entries[row] if first <= row < self.model.rowCount() else None
        return entry if entry is not None and entry.state is not None else None

    def _allow(self, row: int) -> None:
        self.back.setEnabled(self._former(row) is not None)

    def _agree(self) -> None:
        entry = self._former(self.table.currentIndex().row())
        if entry is not None and self.back.isVisible():
            self.accept()
            self.agreed.emit(entry)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 16, 10)
        head.addWidget(PlainLabel(theme, self.windowTitle(), FontRole.EVENT_TITLE), 1)
        head.addWidget(self.part)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 14)
        foot.setSpacing(8)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.resize(*_SIZE)


class ProjectHistory(QObject):
    """Opens the history, and brings back what is chosen in it."""

    def __init__(self, model: ProjectModel, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._model, self._theme, self._window = model, theme, window
        self.dialog: HistoryDialog | None = None

    def commands(self) -> dict[str, Callable[[], None]]:
        """What its action does."""
        return {"window.history": self.ask}

    def ask(self) -> None:
        """Show what was done to the current event and to the project."""
        if not self._model.is_open:
            return
        library, event_id = self._model.library, self._model.current_event
        try:
            event = [] if event_id is None else event_history(library, event_id)
            project, deleted = project_history(library), deleted_events(library)
        except UserError as error:
            self._model.failed.emit(str(error))
            return
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = HistoryDialog(self._theme, event, project, deleted, self._window)
        self.dialog.agreed.connect(self._bring_back)
        self._model.opened.connect(self.dialog.reject)
        self.dialog.open()

    def _bring_back(self, entry: Entry) -> None:
        state = entry.state
        if state is None:
            return
        try:
            bring_back(self._model.library, state, entry.evidence)
        except UserError as error:
            self._model.failed.emit(str(error))
            return
        self._model.message.emit(f"Brought back “{state.title}”")
