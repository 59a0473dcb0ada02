"""Joins the import list to what adds articles, and to the dialogs that ask."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from timeline_app.domain import ChangeSet, Progress, UserError
from timeline_app.services.incoming import Incoming
from timeline_app.services.table_events import (
    ColumnMapping,
    RowProblem,
    TableReading,
    add_table_events,
    guess_mapping,
    read_rows,
)
from timeline_app.ui.importing.bundle_dialog import BundleDialog
from timeline_app.ui.importing.deeds import Deed
from timeline_app.ui.importing.entries import Entry, Outcome
from timeline_app.ui.importing.mapping_dialog import MappingDialog
from timeline_app.ui.importing.model import ImportModel
from timeline_app.ui.importing.panel import ImportPanel
from timeline_app.ui.importing.progress_line import Tally
from timeline_app.ui.importing.rows import ImportRow
from timeline_app.ui.jobs import JobRunner
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.adding import ArticleAdder
from timeline_app.ui.theme import Theme

if TYPE_CHECKING:
    from timeline_app.documents import ReadTable

_TOLD = 5  # sentences about rows that were left out


class ImportList(QObject):
    """The list of what was imported into the open project since it was opened.

    It comes up for several texts, and where something failed or asks; never for one good text.
    `left` is emitted when it is closed while it had the keyboard; `told` carries what a screen
    reader says of an import that left something to look at.
    """

    left = Signal()
    told = Signal(str)

    def __init__(
        self,
        model: ProjectModel,
        theme: Theme,
        adder: ArticleAdder,
        runner: JobRunner,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._model, self._theme, self._adder, self._window = model, theme, adder, window
        self._runner = runner
        self._comes_up = True
        self.dialog: QDialog | None = None
        self.rows = ImportModel(self)
        self.panel = ImportPanel(theme, self.rows)
        self.panel.hide()
        adder.begun.connect(self._on_begun)
        adder.reading.connect(self.rows.show_reading)
        adder.settled.connect(self._on_settled)
        adder.closed.connect(self._tell)
        model.opened.connect(self._on_opened)
        model.changed.connect(self._on_changed)
        self.panel.wanted.connect(self._do)
        self.panel.closed.connect(self.close)

    def add(self, texts: Sequence[Incoming], *, is_listed: bool = True) -> None:
        """Add texts; without `is_listed` the list comes up only where something goes wrong."""
        self._comes_up = is_listed and len(texts) > 1
        self._adder.add(texts)

    def show(self) -> None:
        """Show the list and give it the keyboard."""
        self.panel.show()
        if self.panel.table.currentIndex().row() < 0:
            self.panel.table.choose_row(0)
        self.panel.table.setFocus()

    def close(self) -> None:
        """Hide the list; what it holds stays until another project is opened."""
        had_focus = self.panel.isAncestorOf(self._window.focusWidget() or self._window)
        self.panel.hide()
        if had_focus:
            self.left.emit()

    def _on_begun(self, entries: tuple[Entry, ...]) -> None:
        self.rows.begin(entries)
        if self._comes_up:
            self.panel.show()

    def _on_settled(self, key: int, outcome: Outcome) -> None:
        self.rows.show_outcome(key, outcome, self._model.library.project)
        if outcome.failure or outcome.asks:
            self.panel.show()

    def _tell(self) -> None:
        self.rows.flush()
        tally = Tally.of(self.rows.rows)
        if tally.wants_a_look:
            self.told.emit(tally.in_words.replace("  ·  ", ", "))

    def _on_opened(self) -> None:
        self.rows.clear()
        self.panel.hide()

    def _on_changed(self, change: ChangeSet) -> None:
        self.rows.follow(change, self._model.library.project)

    def _do(self, deed: Deed, rows: Sequence[ImportRow]) -> None:
        match deed:
            case Deed.OPEN:
                self._open(rows[0])
            case Deed.ADD_ANYWAY:
                for row in rows:
                    self._adder.keep(row.key, row.offered)
            case Deed.RETRY:
                self._adder.retry(dict.fromkeys(row.key for row in rows))
            case Deed.CANCEL:
                self._adder.cancel(row.key for row in rows if row.state.is_open)

    def _open(self, row: ImportRow) -> None:
        if row.attachment is not None:
            self._take_attachment(row)
        elif row.table is not None:
            self._map_columns(row, row.table)
        elif len(row.offered) > 1 or (row.offered and row.article_id is None):
            self._choose_articles(row)
        elif row.article_id is not None:
            self._model.set_current_article(row.article_id)
            self._model.workspace_wanted.emit("review")

    def _take_attachment(self, row: ImportRow) -> None:
        file = row.attachment
        if file is not None:
            project = self._model.library.project
            self.rows.show_taken(row, "Added from the file that it was in.", project)
            self.add((Incoming("attachment", file.name, file.data),))

    def _choose_articles(self, row: ImportRow) -> None:
        dialog = BundleDialog(self._theme, row.entry.name, row.offered, self._window)
        dialog.agreed.connect(partial(self._adder.keep, row.key))
        self._show_dialog(dialog)

    def _map_columns(self, row: ImportRow, table: ReadTable) -> None:
        """Ask what the columns mean; the rows are then read in the worker."""
        preferences = self._model.library.project.preferences
        mapping = guess_mapping(table, preferences.day_order)
        dialog = MappingDialog(self._theme, table, mapping, self._window)
        dialog.agreed.connect(lambda agreed: self._read_table(row, table, agreed))
        self._show_dialog(dialog)

    def _read_table(self, row: ImportRow, table: ReadTable, mapping: ColumnMapping) -> None:
        library = self._model.library

        def work(progress: Progress) -> TableReading:
            return read_rows(table, mapping, progress)

        def add(found: TableReading) -> None:
            if self._model.is_open and self._model.library is library:
                self._add_table(row, table, mapping, found)

        job = self._runner.run(f"Reading the rows of {table.name}", work)
        job.finished.connect(add)

    def _add_table(
        self, row: ImportRow, table: ReadTable, mapping: ColumnMapping, found: TableReading
    ) -> None:
        library = self._model.library
        try:
            added = add_table_events(library, table, mapping, found=found)
        except UserError as error:
            self._model.failed.emit(str(error))
            return
        events = "1 event" if len(added.events) == 1 else f"{len(added.events):,} events"
        note = f"{events} added.{_left_out(found.problems)}"
        self.rows.show_taken(row, note, library.project)
        self._model.message.emit(f"Added {events} of “{table.name}”")

    def _show_dialog(self, dialog: QDialog) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = dialog
        dialog.open()


def _left_out(problems: Sequence[RowProblem]) -> str:
    """How many rows were left out, and the first sentences why."""
    if not problems:
        return ""
    count = "1 row" if len(problems) == 1 else f"{len(problems):,} rows"
    told = " ".join(problem.sentence for problem in problems[:_TOLD])
    return f" {count} left out: {told}{'' if len(problems) <= _TOLD else ' …'}"
