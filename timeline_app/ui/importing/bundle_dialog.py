"""The articles of one file that holds several: the user says which to add."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.help import explain
from timeline_app.ui.importing.cell_view import CellView
from timeline_app.ui.importing.cells import Cell, CellModel, ColumnSpec, Index
from timeline_app.ui.importing.entries import Offered
from timeline_app.ui.importing.rows import date_words, words_in
from timeline_app.ui.table.paint import Tick
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, PlainLabel

_NO_INDEX = QModelIndex()
_SIZE = (940, 560)
_COLUMNS = (
    ColumnSpec("", 36),
    ColumnSpec("Article date", 150),
    ColumnSpec("Article", 300, grows=True),
    ColumnSpec("Source", 150),
    ColumnSpec("Words", 62, is_number=True),
    ColumnSpec("Proposals", 80, is_number=True),
    ColumnSpec("Note", 220, grows=True),
)


class BundleModel(CellModel):
    """The articles on offer; new ones are chosen at first, copies are not."""

    changed = Signal()

    def __init__(self, offered: Sequence[Offered]) -> None:
        super().__init__(_COLUMNS)
        self._offered = tuple(offered)
        self._words = [words_in(each.article) for each in offered]
        self._chosen = {row for row, each in enumerate(offered) if not each.is_copy}

    @property
    def chosen(self) -> tuple[Offered, ...]:
        """What is chosen, in the order of the file."""
        return tuple(self._offered[row] for row in sorted(self._chosen))

    def toggle(self, row: int) -> None:
        """Choose an article or let it go; the same text cannot be added twice."""
        if not self._offered[row].is_same_text:
            self._take(self._chosen ^ {row})

    def choose_all(self, *, is_chosen: bool) -> None:
        """Choose all that are new, or none."""
        new = {row for row, each in enumerate(self._offered) if not each.is_copy}
        self._take(new if is_chosen else set())

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._offered)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        offered = self._offered[row]
        article = offered.article
        cells = (
            Cell(tick=Tick.ON if row in self._chosen else Tick.OFF),
            Cell(date_words(article), trust=article.date_trust),
            Cell(article.title, font=FontRole.BODY_MEDIUM),
            Cell(article.source, "text2"),
            Cell(f"{self._words[row]:,}", "text2"),
            Cell(str(offered.shown_proposals), "text2"),
            Cell(offered.copy_words, "text2"),
        )
        return cells[column]

    def _take(self, chosen: set[int]) -> None:
        self._chosen = chosen
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._offered) - 1, 0))
        self.changed.emit()


class BundleDialog(QDialog):
    """A preview with check marks. `agreed` carries the articles to add."""

    agreed = Signal(object)

    def __init__(
        self, theme: Theme, name: str, offered: Sequence[Offered], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Articles in {name}")
        explain(self, "articles")
        self.model = BundleModel(offered)
        self.model.setParent(self)
        self.table = CellView(theme, self.model, f"Articles in {name}")
        self.counts = PlainLabel(theme, "", FontRole.LABEL, "text2")
        self.all = Button(theme, "All new", kind=ButtonKind.QUIET, height=26)
        self.none = Button(theme, "None", kind=ButtonKind.QUIET, height=26)
        self.add = Button(theme, "Add", kind=ButtonKind.PRIMARY, keys="Return")
        self.cancel = Button(theme, "Cancel", keys="Esc")
        self._lay_out(theme)
        self.resize(QSize(*_SIZE).boundedTo(parent.size()))
        self.table.toggled.connect(self.model.toggle)
        self.table.opened.connect(lambda _: self.add.click())
        self.model.changed.connect(self._count)
        self.all.clicked.connect(lambda: self.model.choose_all(is_chosen=True))
        self.none.clicked.connect(lambda: self.model.choose_all(is_chosen=False))
        self.add.clicked.connect(self._agree)
        self.cancel.clicked.connect(self.reject)
        self.table.choose_row(0)
        self.table.setFocus()
        self._count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return add, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add.click()
        else:
            super().keyPressEvent(event)

    def _count(self) -> None:
        count, total = len(self.model.chosen), self.model.rowCount()
        self.counts.setText(f"{count} of {total} chosen. Space changes a row.")
        self.add.setText("Add 1 article" if count == 1 else f"Add {count} articles")
        self.add.setAccessibleName(self.add.text())
        self.add.setEnabled(count > 0)
        self.add.updateGeometry()

    def _agree(self) -> None:
        chosen = self.model.chosen
        self.accept()
        self.agreed.emit(chosen)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 16, 10)
        head.setSpacing(8)
        head.addWidget(PlainLabel(theme, self.windowTitle(), FontRole.EVENT_TITLE), 1)
        head.addWidget(self.all)
        head.addWidget(self.none)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 14)
        foot.setSpacing(8)
        foot.addWidget(self.counts, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
