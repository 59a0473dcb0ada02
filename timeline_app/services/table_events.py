"""Puts the rows of a table into the project: one article of the rows, and an event for each.

The article holds every row as a line, and each event's evidence quotes its row, so that a date can
be traced to the cell that it was read from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain import (
    UNWATCHED,
    Article,
    Change,
    ChangeSet,
    Event,
    Evidence,
    Origin,
    Progress,
    ReviewStatus,
    TextRange,
    UserError,
    hash_text,
)
from timeline_app.services.edits import additions
from timeline_app.services.library import Library
from timeline_app.services.review.words import clean_line, quoted
from timeline_app.services.table_dates import find_order
from timeline_app.services.table_mapping import ColumnMapping, ColumnRole, guess_mapping
from timeline_app.services.table_rows import (
    RowEvent,
    RowProblem,
    TableReading,
    read_rows,
)

if TYPE_CHECKING:
    from timeline_app.documents import ReadTable

__all__ = [
    "ColumnMapping",
    "ColumnRole",
    "RowEvent",
    "RowProblem",
    "TableReading",
    "add_table_events",
    "guess_mapping",
    "order_in_words",
    "preview",
    "read_rows",
    "undecided_columns",
]

_PREVIEWED = 50
_BETWEEN_CELLS = " · "


def preview(table: ReadTable, mapping: ColumnMapping, most: int = _PREVIEWED) -> TableReading:
    """What the first rows would come to, for the researcher to look at before adding them."""
    return read_rows(table, mapping, most=most)


def order_in_words(table: ReadTable, mapping: ColumnMapping, column: int) -> str:
    """How the dates in numbers of a column are read, and why; empty where it holds none in doubt.

    "Day first, as in 29/10/2024", "05/11/2024 may have day or month first".
    """
    finding = find_order(row[column] for row in table.rows)
    if not finding.undecided:
        return ""
    order = mapping.orders[column]
    if order is None:
        return f"{finding.undecided[0]} may have day or month first"
    reason = f", as in {finding.example}" if finding.order is order else ""
    return f"{order.value.capitalize()}{reason}"


def undecided_columns(table: ReadTable, mapping: ColumnMapping) -> list[int]:
    """The columns whose order of day and month must be chosen before all their rows are added."""
    dating = (ColumnRole.DATE, ColumnRole.START, ColumnRole.END)
    return [
        column
        for column, role in enumerate(mapping.roles)
        if role in dating
        and mapping.orders[column] is None
        and find_order(row[column] for row in table.rows).undecided
    ]


def add_table_events(
    library: Library,
    table: ReadTable,
    mapping: ColumnMapping,
    progress: Progress = UNWATCHED,
    *,
    found: TableReading | None = None,
) -> ChangeSet:
    """Add the events of a table in one step; `read_rows` tells which rows are not among them.

    `found` is what `read_rows` gave for this mapping, where it was asked before. The events are
    accepted: the researcher has made the table, and seen how it is read. Raises UserError when no
    row is an event, or the project has the same table, and Cancelled.
    """
    if not mapping.has_dates:
        raise UserError(f"No column of “{table.name}” is known to hold dates.")
    found = found or read_rows(table, mapping, progress)
    if not found.events:
        first = f" {found.problems[0].sentence}" if found.problems else ""
        raise UserError(f"No row of “{table.name}” could be read.{first}")
    lines = _Lines(table)
    article = _article_of(library, table, lines.text)
    present = library.project.article_with_hash(article.content_hash)
    if present is not None:
        raise UserError(f"{quoted(present.title)} is already in the project.")
    records = (
        record
        for event in found.events
        for record in _records_of(library, article.id, event, lines, mapping)
    )
    label = f"add {len(found.events)} events of {quoted(table.name)}"
    return library.apply(Change(label, additions((article, *records))))


class _Lines:
    """The text that the rows make up, one line each, and where each row and cell stands in it."""

    def __init__(self, table: ReadTable) -> None:
        self._table = table
        self._starts: list[int] = []
        lines = [_line_of(table.headings)]
        end = len(lines[0]) + 1
        for row in table.rows:
            lines.append(_line_of(row))
            self._starts.append(end)
            end += len(lines[-1]) + 1
        self.text = "\n".join(lines)

    def row(self, number: int) -> TextRange:
        """The line of a row, by its number in the file."""
        place = number - self._table.first_row
        start = self._starts[place]
        return TextRange(start, start + len(_line_of(self._table.rows[place])))

    def cell(self, number: int, column: int) -> TextRange:
        """The words of one cell of a row, which is not empty."""
        place = number - self._table.first_row
        before = _line_of((*self._table.rows[place][:column], "|"))
        start = self._starts[place] + len(before) - 1
        return TextRange(start, start + len(clean_line(self._table.rows[place][column])))


def _line_of(cells: tuple[str, ...]) -> str:
    return _BETWEEN_CELLS.join(filter(None, map(clean_line, cells)))


def _article_of(library: Library, table: ReadTable, text: str) -> Article:
    head = len(_line_of(table.headings)) + 1
    return Article(
        id=library.new_id(),
        title=table.name,
        text=text,
        body=(TextRange(head, len(text)),),
        source=table.name,
        added_at=library.timestamp(),
        content_hash=hash_text(text),
    )


def _records_of(
    library: Library, article_id: int, row: RowEvent, lines: _Lines, mapping: ColumnMapping
) -> tuple[Event, Evidence]:
    event = Event(
        library.new_id(),
        row.title,
        row.span,
        status=ReviewStatus.ACCEPTED,
        people=row.people,
        organisations=row.organisations,
        places=row.places,
        tags=row.tags,
        note=row.note,
        origin=Origin.RESEARCHER,
        is_date_edited=True,
        is_title_edited=True,
    )
    place = lines.row(row.row)
    evidence = Evidence(
        library.new_id(),
        event.id,
        article_id,
        place,
        place.cut(lines.text),
        expression=lines.cell(row.row, row.date_column),
        rule="table",
        reason=_reason(row, mapping),
        readings=row.readings,
    )
    return event, evidence


def _reason(row: RowEvent, mapping: ColumnMapping) -> str:
    order = mapping.orders[row.date_column]
    how = f", {order.value}" if len(row.readings) > 1 and order else ""
    return f"Row {row.row} of the table says “{row.written}”{how}."
