"""What the first rows of a table come to: events with their dates, or sentences why not."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject

from timeline_app.domain.time.edtf import write_edtf
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.table_events import RowEvent, RowProblem, TableReading
from timeline_app.ui.importing.cells import Cell, CellModel, ColumnSpec, Index

_NO_INDEX = QModelIndex()
_COLUMNS = (
    ColumnSpec("Row", 58, is_number=True),
    ColumnSpec("As written", 170),
    ColumnSpec("When", 180),
    ColumnSpec("EDTF", 160),
    ColumnSpec("Event", 260, grows=True),
    ColumnSpec("Who and where", 170),
)
_NOTHING = TableReading((), ())


class RowPreview(CellModel):
    """One line for each row that is not blank, in the order of the file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_COLUMNS, parent)
        self._lines: list[RowEvent | RowProblem] = []
        self.reading = _NOTHING

    def show_reading(self, reading: TableReading) -> None:
        """Show what the rows come to by another mapping."""
        self.beginResetModel()
        self.reading = reading
        lines: list[RowEvent | RowProblem] = [*reading.events, *reading.problems]
        self._lines = sorted(lines, key=lambda line: line.row)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._lines)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        line = self._lines[row]
        cells = _event_cells(line) if isinstance(line, RowEvent) else _problem_cells(line)
        return cells[column]


def _event_cells(event: RowEvent) -> tuple[Cell, ...]:
    names = (*event.people, *event.organisations, *event.places)
    return (
        Cell(str(event.row), "text2"),
        Cell(event.written, "text2", FontRole.QUOTE),
        Cell(event.when),
        Cell(write_edtf(event.span), "text2", FontRole.EDTF),
        Cell(event.title, font=FontRole.BODY_MEDIUM),
        Cell(", ".join(names), "text2"),
    )


def _problem_cells(problem: RowProblem) -> tuple[Cell, ...]:
    sentence = problem.sentence.removeprefix(f"Row {problem.row}: ").capitalize()
    empty = (Cell(), Cell(), Cell())
    return (
        Cell(str(problem.row), "text2"),
        *empty,
        Cell(sentence, "alert_text"),
        Cell(),
    )
