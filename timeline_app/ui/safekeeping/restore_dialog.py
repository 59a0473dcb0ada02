"""The backups of a project, to choose the one that is put back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.wording import date_in_words
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.backups import Backup
from timeline_app.storage.summary import ProjectSummary
from timeline_app.ui.help import explain
from timeline_app.ui.importing.cell_view import CellView
from timeline_app.ui.importing.cells import Cell, CellModel, ColumnSpec, Index
from timeline_app.ui.importing.rows import size_in_words
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, PlainLabel

_NO_INDEX = QModelIndex()
_SIZE = (860, 460)
_COLUMNS = (
    ColumnSpec("Made", 190),
    ColumnSpec("Articles", 72, is_number=True),
    ColumnSpec("Events", 72, is_number=True),
    ColumnSpec("Accepted", 78, is_number=True),
    ColumnSpec("Last step", 260, grows=True),
    ColumnSpec("Size", 80, is_number=True),
)
_KEPT = "What is in the project now is kept beside it."


@dataclass(frozen=True, slots=True)
class ListedBackup:
    """A backup with what is in it; None where it cannot be read."""

    backup: Backup
    size: int
    summary: ProjectSummary | None


class BackupModel(CellModel):
    """The backups, the latest first."""

    def __init__(self, listed: Sequence[ListedBackup], zone: tzinfo | None = None) -> None:
        super().__init__(_COLUMNS)
        self._listed, self._zone = tuple(reversed(listed)), zone

    def backup(self, row: int) -> Backup | None:
        """The backup of a row; None where it cannot be read."""
        listed = self._listed[row]
        return listed.backup if listed.summary is not None else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._listed)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        listed = self._listed[row]
        made = Cell(moment_in_words(listed.backup.made_at, self._zone), font=FontRole.BODY_MEDIUM)
        size = Cell(size_in_words(listed.size), "text2")
        if listed.summary is None:
            none = Cell("–", "text2")
            return (made, none, none, none, Cell("cannot be read", "alert_text"), size)[column]
        summary = listed.summary
        counts = (summary.articles, summary.events, summary.accepted)
        numbers = (Cell(f"{count:,}") for count in counts)
        return (made, *numbers, Cell(summary.last_step, "text2"), size)[column]


class RestoreDialog(QDialog):
    """A list with a button. `agreed` carries the backup to restore."""

    agreed = Signal(object)

    def __init__(
        self, theme: Theme, name: str, listed: Sequence[ListedBackup], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Backups of {name}")
        explain(self, "safekeeping")
        self.model = BackupModel(listed)
        self.model.setParent(self)
        self.table = CellView(theme, self.model, self.windowTitle())
        self.restore = Button(theme, "Restore", kind=ButtonKind.PRIMARY, keys="Return")
        self.cancel = Button(theme, "Cancel", keys="Esc")
        self._lay_out(theme)
        self.table.opened.connect(lambda _: self.restore.click())
        self.table.current_moved.connect(self._allow)
        self.restore.clicked.connect(self._agree)
        self.cancel.clicked.connect(self.reject)
        self.table.choose_row(0)
        self.table.setFocus()
        self._allow(0)

    def _allow(self, row: int) -> None:
        self.restore.setEnabled(row >= 0 and self.model.backup(row) is not None)

    def _agree(self) -> None:
        backup = self.model.backup(self.table.currentIndex().row())
        if backup is not None:
            self.accept()
            self.agreed.emit(backup)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 16, 10)
        head.addWidget(PlainLabel(theme, self.windowTitle(), FontRole.EVENT_TITLE), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 14)
        foot.setSpacing(8)
        foot.addWidget(PlainLabel(theme, _KEPT, FontRole.LABEL, "text2"), 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.resize(*_SIZE)


def moment_in_words(moment: datetime, zone: tzinfo | None = None) -> str:
    """A moment on the clock of this computer, or of a zone: "Thu 14 Nov 2024, 09:05"."""
    local = moment.astimezone(zone)
    day = CivilDate(local.year, local.month, local.day)
    return f"{date_in_words(day)}, {local:%H:%M}"
