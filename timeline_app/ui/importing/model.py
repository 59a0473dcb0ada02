"""The rows of the import list as Qt sees them; what changes is shown many rows at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from timeline_app.domain import ChangeSet, DateTrust
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.project import Project
from timeline_app.ui.importing.cells import Cell, CellModel, ColumnSpec, Index
from timeline_app.ui.importing.entries import Entry, Outcome
from timeline_app.ui.importing.rows import ImportRow, RowState, open_row, rows_of

_NO_INDEX = QModelIndex()
_PAUSE = 80  # milliseconds: what happens meanwhile is shown together


_COLUMNS = (
    ColumnSpec("State", 152),
    ColumnSpec("File", 190),
    ColumnSpec("Article", 280, grows=True),
    ColumnSpec("Article date", 150),
    ColumnSpec("Words", 66, is_number=True),
    ColumnSpec("Proposals", 82, is_number=True),
    ColumnSpec("Note", 280, grows=True),
)


class ImportModel(CellModel):
    """One row or several for each entry of an import; `shown` is emitted after each update."""

    shown = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_COLUMNS, parent)
        self._rows: list[ImportRow] = []
        self._first: dict[int, int] = {}
        self._outcomes: dict[int, Outcome] = {}
        self._keys: dict[int, int] = {}  # by article
        self._due: dict[int, tuple[ImportRow, ...]] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)

    @property
    def rows(self) -> list[ImportRow]:
        """All rows that are shown, from top to bottom."""
        return self._rows

    def begin(self, entries: Iterable[Entry]) -> None:
        """Add the rows of entries that wait, below the others."""
        self.flush()
        new = [open_row(entry) for entry in entries]
        last = len(self._rows)
        self.beginInsertRows(_NO_INDEX, last, last + len(new) - 1)
        self._rows += new
        self._count_anew()
        self.endInsertRows()
        self.shown.emit()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._pause.stop()
        for kept in (self._rows, self._first, self._outcomes, self._keys, self._due):
            kept.clear()
        self.endResetModel()
        self.shown.emit()

    def show_reading(self, key: int) -> None:
        """Show that an entry is being read."""
        rows = self._rows_of(key)
        if rows and rows[0].state is not RowState.READING:
            self._outcomes.pop(key, None)
            self._put(key, (open_row(rows[0].entry, RowState.READING),))

    def show_outcome(self, key: int, outcome: Outcome, project: Project) -> None:
        """Show what became of an entry; what the user has taken of it is offered no more."""
        before = self._outcomes.get(key)
        if before is not None and before.taken:
            outcome = replace(
                outcome,
                taken=before.taken,
                attachments=before.attachments,
                tables=before.tables,
            )
        self._show(key, outcome, project)

    def show_taken(self, row: ImportRow, note: str, project: Project) -> None:
        """Show that an attachment or a table was taken, and what came of it."""
        before = self._outcomes[row.key]
        after = replace(
            before,
            taken=(*before.taken, (row.title, note)),
            attachments=tuple(each for each in before.attachments if each is not row.attachment),
            tables=tuple(each for each in before.tables if each is not row.table),
        )
        self._show(row.key, after, project)

    def follow(self, change: ChangeSet, project: Project) -> None:
        """Show the articles that a change touches as they are now."""
        keys = {self._keys[article_id] for article_id in change.articles & self._keys.keys()}
        for key in keys & self._outcomes.keys():
            self._show(key, self._outcomes[key], project)

    def flush(self) -> None:
        """Show now what waits to be shown."""
        self._pause.stop()
        due, self._due = self._due, {}
        changed = [self._replace(key, rows) for key, rows in due.items()]
        if changed:
            first, last = min(changed), max(changed)
            last = max(last, *(self._first[key] + len(rows) - 1 for key, rows in due.items()))
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(_COLUMNS) - 1))
            self.shown.emit()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._rows)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        return _cells(self._rows[row])[column]

    def _show(self, key: int, outcome: Outcome, project: Project) -> None:
        rows = self._rows_of(key)
        if rows:
            self._outcomes[key] = outcome
            self._keys.update(dict.fromkeys(outcome.added, key))
            self._put(key, rows_of(rows[0].entry, outcome, project))

    def _rows_of(self, key: int) -> tuple[ImportRow, ...]:
        """The rows of an entry, as they are or soon will be."""
        if key in self._due:
            return self._due[key]
        first = self._first.get(key)
        return () if first is None else self._shown_rows(key, first)

    def _shown_rows(self, key: int, first: int) -> tuple[ImportRow, ...]:
        last = first
        while last < len(self._rows) and self._rows[last].key == key:
            last += 1
        return tuple(self._rows[first:last])

    def _put(self, key: int, rows: tuple[ImportRow, ...]) -> None:
        self._due[key] = rows
        if not self._pause.isActive():
            self._pause.start()

    def _replace(self, key: int, rows: tuple[ImportRow, ...]) -> int:
        """Put rows in the place of those of an entry; returns where they begin."""
        first = self._first[key]
        before = len(self._shown_rows(key, first))
        kept = min(before, len(rows))
        self._rows[first : first + kept] = rows[:kept]
        place = first + kept
        if len(rows) > before:
            self.beginInsertRows(_NO_INDEX, place, first + len(rows) - 1)
            self._rows[place:place] = rows[kept:]
            self._count_anew()
            self.endInsertRows()
        elif len(rows) < before:
            self.beginRemoveRows(_NO_INDEX, place, first + before - 1)
            del self._rows[place : first + before]
            self._count_anew()
            self.endRemoveRows()
        return first

    def _count_anew(self) -> None:
        self._first = {}
        for place, row in enumerate(self._rows):
            self._first.setdefault(row.key, place)


def _cells(row: ImportRow) -> tuple[Cell, ...]:
    """The cells of a row, from left to right."""
    state = row.state
    return (
        Cell(state.value, state.color, FontRole.LABEL_MEDIUM, state.icon),
        Cell(row.entry.name, "text2"),
        Cell(row.title, font=FontRole.BODY_MEDIUM),
        Cell(row.date, "alert_text" if row.trust is DateTrust.NONE else "text", trust=row.trust),
        Cell(_number(row.words), "text2"),
        Cell(_number(row.proposals), "text2"),
        Cell(row.note, "alert_text" if state is RowState.FAILED else "text2"),
    )


def _number(number: int | None) -> str:
    return "" if number is None else f"{number:,}".replace(",", "\u2009")
