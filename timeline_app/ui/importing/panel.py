"""The import list below the workspace: what becomes of every file, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.help import explain
from timeline_app.ui.importing.cell_view import CellView
from timeline_app.ui.importing.deeds import Deed, deeds_for
from timeline_app.ui.importing.model import ImportModel
from timeline_app.ui.importing.progress_line import ProgressBlocks, Tally
from timeline_app.ui.importing.rows import ImportRow, RowState
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, IconButton, PlainLabel, Surface

_HEIGHT, _LEAST_HEIGHT = 286, 170
_HEAD, _FOOT = 38, 40
_KEYS = {
    Qt.Key.Key_Return: Deed.OPEN,
    Qt.Key.Key_Space: Deed.ADD_ANYWAY,
    Qt.Key.Key_Delete: Deed.CANCEL,
    Qt.Key.Key_R: Deed.RETRY,
}


class ImportPanel(Surface):
    """Shows an `ImportModel`. `wanted` carries a deed and the rows it is about."""

    wanted = Signal(object, object)
    closed = Signal()

    def __init__(self, theme: Theme, model: ImportModel) -> None:
        super().__init__(theme, "panel", line_above=True)
        explain(self, "articles")
        self._model = model
        self.counts = PlainLabel(theme, "", FontRole.LABEL, "text2")
        self.blocks = ProgressBlocks(theme)
        self.cancel_all = self._small("Cancel all")
        self.retry_failed = self._small("Retry failed")
        self.copy_failed = self._small("Copy failures")
        self.close_ = IconButton(theme, "x", "Close the import list", size=26)
        self.table = CellView(theme, model, "Import list")
        self.detail = PlainLabel(theme, "", FontRole.LABEL, "text2")
        self.buttons = {deed: self._button(deed) for deed in Deed}
        self.setMinimumHeight(_LEAST_HEIGHT)
        self._lay_out()
        self._connect()
        self.refresh()

    def sizeHint(self) -> QSize:
        """Room for half a dozen rows."""
        return QSize(900, _HEIGHT)

    def refresh(self) -> None:
        """Show the counts, the current row's sentence, and what can be done."""
        tally = Tally.of(self._model.rows)
        self.counts.setText(tally.in_words)
        self.blocks.show_tally(tally)
        self.cancel_all.setVisible(tally.done < tally.total)
        for button in (self.retry_failed, self.copy_failed):
            button.setVisible(tally.rows[RowState.FAILED] > 0)
        self._show_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list, which its table leaves alone."""
        deed = _KEYS.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy(self._chosen())
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif deed is not None and not event.modifiers():
            self._do(deed)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same deeds as a menu."""
        menu = QMenu(self)
        for deed in deeds_for(self._chosen()):
            menu.addAction(deed.words_for(self._chosen())).triggered.connect(
                lambda _=False, d=deed: self._do(d)
            )
        menu.addAction("Copy as text").triggered.connect(lambda: self.copy(self._chosen()))
        menu.popup(event.globalPos())

    def copy(self, rows: Sequence[ImportRow]) -> None:
        """Put rows on the clipboard, one line each: file, state and reason."""
        if rows:
            QGuiApplication.clipboard().setText("\n".join(row.as_text for row in rows))

    def _chosen(self) -> list[ImportRow]:
        return [self._model.rows[row] for row in self.table.chosen_rows]

    def _do(self, deed: Deed) -> None:
        rows = self._chosen()
        if deed in deeds_for(rows):
            self.wanted.emit(deed, rows)

    def _show_current(self) -> None:
        """Tell of the chosen rows what their cells have no room for."""
        rows = self._chosen()
        offered = deeds_for(rows)
        note = rows[0].note if len(rows) == 1 else ""
        self.detail.setText(f"{len(rows)} rows chosen" if len(rows) > 1 else note)
        is_bad = len(rows) == 1 and rows[0].state is RowState.FAILED
        self.detail.set_color("alert_text" if is_bad else "text2")
        for deed, button in self.buttons.items():
            button.setVisible(deed in offered)
            button.setText(deed.words_for(rows))
            button.setAccessibleName(button.text())
            button.updateGeometry()

    def _failed(self) -> list[ImportRow]:
        return [row for row in self._model.rows if row.state is RowState.FAILED]

    def _connect(self) -> None:
        self._model.shown.connect(self.refresh)
        self.table.opened.connect(lambda _: self._do(Deed.OPEN))
        self.table.toggled.connect(lambda _: self._do(Deed.ADD_ANYWAY))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_current())
        self.cancel_all.clicked.connect(lambda: self.wanted.emit(Deed.CANCEL, self._model.rows))
        self.retry_failed.clicked.connect(lambda: self.wanted.emit(Deed.RETRY, self._failed()))
        self.copy_failed.clicked.connect(lambda: self.copy(self._failed()))
        self.close_.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        head, foot = QWidget(), Surface(self.theme, "panel", line_above=True)
        head.setFixedHeight(_HEAD)
        foot.setMinimumHeight(_FOOT)
        self.detail.setWordWrap(True)
        row = _row(head)
        row.addWidget(PlainLabel(self.theme, "Import", FontRole.BODY_BOLD))
        row.addSpacing(4)
        row.addWidget(self.counts)
        row.addSpacing(8)
        row.addWidget(self.blocks)
        row.addStretch(1)
        for widget in (self.copy_failed, self.retry_failed, self.cancel_all, self.close_):
            row.addWidget(widget)
        row = _row(foot)
        row.addWidget(self.detail, 1)
        for button in self.buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addWidget(foot)

    def _small(self, words: str) -> Button:
        return Button(self.theme, words, height=26, role=FontRole.LABEL_MEDIUM)

    def _button(self, deed: Deed) -> Button:
        kind = ButtonKind.NORMAL if deed is Deed.OPEN else ButtonKind.QUIET
        role = FontRole.LABEL_MEDIUM
        button = Button(self.theme, "", kind=kind, keys=deed.keys, height=26, role=role)
        button.clicked.connect(lambda: self._do(deed))
        return button


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(14, 4, 10, 4)
    row.setSpacing(8)
    return row
