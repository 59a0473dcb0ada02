"""Adds the events of a table with the mapping that is guessed, and tells how it was read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from timeline_app.services.table_events import (
    ColumnMapping,
    ColumnRole,
    add_table_events,
    guess_mapping,
    order_in_words,
    read_rows,
    undecided_columns,
)

if TYPE_CHECKING:
    from timeline_app.documents import ReadTable
    from timeline_app.domain import DayOrder
    from timeline_app.services.library import Library


def add_table(
    library: Library, table: ReadTable, order: DayOrder | None, tell: Callable[[str], None]
) -> int:
    """Add the rows of a table, and return how many became events. Raises UserError.

    `order` counts where the dates of a column decide nothing. `tell` is called with a sentence on
    the columns, and one on each row that was not added.
    """
    mapping = guess_mapping(table, order or library.project.preferences.day_order)
    found = read_rows(table, mapping)
    tell(f"{table.name}: {_mapping_in_words(table, mapping)}.")
    for problem in found.problems:
        tell(f"{table.name}: {problem.sentence}")
    if undecided_columns(table, mapping):
        tell(f"{table.name}: say which with --day-first or --month-first.")
    return len(add_table_events(library, table, mapping, found=found).events)


def _mapping_in_words(table: ReadTable, mapping: ColumnMapping) -> str:
    return "; ".join(
        f"“{heading}” is read as {role.value}{_order(table, mapping, column)}"
        if role is not ColumnRole.PASSED_OVER
        else f"“{heading}” is passed over"
        for column, (heading, role) in enumerate(zip(table.headings, mapping.roles, strict=True))
    )


def _order(table: ReadTable, mapping: ColumnMapping, column: int) -> str:
    words = order_in_words(table, mapping, column)
    return f" ({words[0].lower()}{words[1:]})" if words else ""
