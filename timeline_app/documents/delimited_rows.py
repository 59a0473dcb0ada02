"""Cuts a text into rows of cells by the rules of CSV (RFC 4180)."""

from __future__ import annotations

import csv
import io
from itertools import islice

from timeline_app.documents.table_cells import Cells

LARGEST_CELL = 131_072
"""Letters in a cell of a table of any origin; a longer one comes of a mark that is not closed."""

_LARGEST_OF_ALL = 10_000_000


def rows_of_cells(
    text: str, delimiter: str, *, most: int | None = None, largest: int = LARGEST_CELL
) -> tuple[Cells, ...] | None:
    """The first `most` rows, or all of them.

    None where the text breaks the rules of CSV, or a cell has more than `largest` letters, which
    are 10,000,000 at most.
    """
    # The csv module keeps one limit for the process, and other libraries set it as well.
    csv.field_size_limit(_LARGEST_OF_ALL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = tuple(tuple(row) for row in islice(reader, most))
    except csv.Error:
        return None
    return None if any(len(cell) > largest for row in rows for cell in row) else rows
