"""Makes a table out of the cells of a sheet: finds its headings, fills up its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from timeline_app.documents.article import ReadTable
from timeline_app.documents.cleaning import clean_text
from timeline_app.documents.limits import LIMITS
from timeline_app.domain.errors import UserError

Cells = tuple[str, ...]

_NUMBER_OR_DATE = re.compile(r"[\d.,:/ TZ+-]*\d[\d.,:/ TZ+-]*%?")
_LONGEST_HEADING = 60  # letters
_LONGEST_TITLE = 10  # lines above the headings


def make_table(name: str, rows: Sequence[Cells]) -> tuple[ReadTable, tuple[str, ...]]:
    """The table that starts at the first of `rows`, which are lines 1, 2, … of the file.

    The headings are the first line with as many words as a heading has; what stands above them is
    told of in the sentences that come with the table. Where no line is one, the columns are called
    "Column 1", "Column 2", … Raises UserError when there is nothing in the rows, or too much.
    """
    cleaned = [tuple(_clean(cell) for cell in row) for row in rows]
    filled = [index for index, row in enumerate(cleaned) if any(row)]
    if not filled:
        raise UserError(f"“{name}” holds no rows.")
    cleaned = cleaned[: filled[-1] + 1]
    if len(cleaned) > LIMITS.table_rows:
        raise UserError(
            f"“{name}” has more than {LIMITS.table_rows:,} rows, too many to read at once. "
            "Split it into several files first."
        )
    top = _top_of(cleaned, filled[0])
    widest = max(map(_width, cleaned[top:]))
    width = min(widest, LIMITS.table_columns)
    has_headings = _are_headings(cleaned[top])
    first = cleaned[top] if has_headings else ()
    headings = tuple(
        first[column] if column < len(first) and first[column] else f"Column {column + 1}"
        for column in range(width)
    )
    body = [_of_width(row, width) for row in cleaned[top + has_headings :]]
    table = ReadTable(name, headings, tuple(body), first_row=top + 1 + has_headings)
    return table, (*_about_title(cleaned[:top]), *_about_columns(widest))


def _clean(cell: str) -> str:
    return clean_text(cell)[0].strip()[: LIMITS.cell_letters]


def _width(row: Cells) -> int:
    """How many cells a row has up to its last that is filled."""
    return len(row) - sum(1 for _ in takewhile(lambda cell: not cell, reversed(row)))


def _of_width(row: Cells, width: int) -> Cells:
    return (*row[:width], *[""] * (width - len(row)))


def _top_of(rows: Sequence[Cells], first: int) -> int:
    """The first line below a title, which fills fewer cells than the lines that follow."""
    head = range(first, min(first + _LONGEST_TITLE, len(rows)))
    most = max(sum(map(bool, rows[index])) for index in head)
    return next(index for index in head if sum(map(bool, rows[index])) >= min(2, most))


def _are_headings(row: Cells) -> bool:
    names = [cell for cell in row if cell]
    return len(set(names)) == len(names) and all(
        len(name) <= _LONGEST_HEADING and not _NUMBER_OR_DATE.fullmatch(name) for name in names
    )


def _about_title(rows: Sequence[Cells]) -> tuple[str, ...]:
    title = " ".join(cell for row in rows for cell in row if cell)
    return (f"“{title}” stands above the headings and is no row.",) if title else ()


def _about_columns(width: int) -> tuple[str, ...]:
    most = LIMITS.table_columns
    return (f"Of {width:,} columns, the first {most} are read.",) if width > most else ()
