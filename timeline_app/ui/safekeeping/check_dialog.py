"""What was found to be wrong with a project, and a button that mends what can be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.storage.checking import Fault, Mend
from timeline_app.ui.help import explain
from timeline_app.ui.importing.cell_view import CellView
from timeline_app.ui.importing.cells import Cell, CellModel, ColumnSpec, Index
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, PlainLabel

_NO_INDEX = QModelIndex()
_SIZE = (760, 420)
_COLUMNS = (ColumnSpec("Fault", 520, grows=True), ColumnSpec("Can be mended", 120))


class FaultModel(CellModel):
    """The faults in the order in which they were found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(_COLUMNS)
        self.faults = tuple(faults)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.faults)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        fault = self.faults[row]
        can_be = "no" if fault.mend is Mend.NOTHING else "yes"
        return (Cell(fault.sentence), Cell(can_be, "text2"))[column]


class CheckDialog(QDialog):
    """A list of sentences. `agreed` carries the faults to mend."""

    agreed = Signal(object)

    def __init__(self, theme: Theme, faults: Sequence[Fault], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Faults of the project")
        explain(self, "safekeeping")
        self.model = FaultModel(faults)
        self.model.setParent(self)
        self.table = CellView(theme, self.model, self.windowTitle())
        count = sum(fault.mend is not Mend.NOTHING for fault in faults)
        words = "1 fault" if count == 1 else f"{count:,} faults"
        self.mend = Button(theme, f"Mend {words}", kind=ButtonKind.PRIMARY, keys="Return")
        self.mend.setVisible(count > 0)
        self.leave = Button(theme, "Close", keys="Esc")
        self._lay_out(theme, has_more=count < len(faults))
        self.mend.clicked.connect(self._agree)
        self.leave.clicked.connect(self.reject)
        self.table.opened.connect(lambda _: self._agree() if count else None)
        self.table.choose_row(0)
        self.table.setFocus()

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit(self.model.faults)

    def _lay_out(self, theme: Theme, *, has_more: bool) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 16, 10)
        head.addWidget(PlainLabel(theme, self.windowTitle(), FontRole.EVENT_TITLE), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 14)
        foot.setSpacing(8)
        advice = "What cannot be mended may be whole in a backup." if has_more else ""
        foot.addWidget(PlainLabel(theme, advice, FontRole.LABEL, "text2"), 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.mend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.resize(*_SIZE)
