"""The columns of the table: one row of data for each, and nothing about events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType


class Column(IntEnum):
    """The columns from left to right."""

    CHECK = 0
    STATE = 1
    NUMBER = 2
    WHEN = 3
    EDTF = 4
    TITLE = 5
    WRITTEN = 6
    QUOTE = 7
    WHO = 8
    WHERE = 9
    STATUS = 10
    SOURCES = 11


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """Name, width in pixels, and what can be done with a column.

    `key` names it in saved views. `grows` columns share what is left of the window's width.
    """

    key: str
    name: str
    width: int
    is_editable: bool = False
    is_hideable: bool = True
    grows: bool = False


COLUMNS: Mapping[Column, ColumnSpec] = MappingProxyType(
    {
        Column.CHECK: ColumnSpec("check", "Select", 36, is_hideable=False),
        Column.STATE: ColumnSpec("state", "State", 22, is_hideable=False),
        Column.NUMBER: ColumnSpec("number", "No.", 40, is_hideable=False),
        Column.WHEN: ColumnSpec("when", "When", 208, is_editable=True, is_hideable=False),
        Column.EDTF: ColumnSpec("edtf", "EDTF", 184, is_editable=True),
        Column.TITLE: ColumnSpec(
            "title", "Event", 252, is_editable=True, is_hideable=False, grows=True
        ),
        Column.WRITTEN: ColumnSpec("written", "As written", 130),
        Column.QUOTE: ColumnSpec("quote", "Quote", 188, grows=True),
        Column.WHO: ColumnSpec("who", "Who", 124, is_editable=True),
        Column.WHERE: ColumnSpec("where", "Where", 86, is_editable=True),
        Column.STATUS: ColumnSpec("status", "Status", 88, is_editable=True),
        Column.SOURCES: ColumnSpec("sources", "Sources", 82),
    }
)

TEXT_FILTERED = (
    Column.WHEN,
    Column.EDTF,
    Column.TITLE,
    Column.WRITTEN,
    Column.QUOTE,
    Column.WHO,
    Column.WHERE,
    Column.SOURCES,
)


def column_of(key: str) -> Column | None:
    """The column with that key in a saved view; None when there is none."""
    return next((column for column, spec in COLUMNS.items() if spec.key == key), None)
