"""Reads tables whose cells are parted by commas, semicolons or tabs: CSV and TSV."""

from __future__ import annotations

import re
from collections import Counter

from timeline_app.documents.article import ReadFile
from timeline_app.documents.delimited_rows import rows_of_cells
from timeline_app.documents.encoding import decode
from timeline_app.documents.files import FileBytes
from timeline_app.documents.limits import LIMITS
from timeline_app.documents.signatures import is_mostly_controls
from timeline_app.documents.table_cells import Cells, make_table
from timeline_app.domain.errors import UserError

_SUFFIXES = frozenset((".csv", ".tsv", ".tab"))
_DELIMITERS = (",", ";", "\t", "|")
_NAMED_DELIMITER = re.compile(r"sep=(.)\r?\n")  # the first line that Excel writes and reads
_SAMPLE_ROWS = 50
_SAMPLE = 200_000  # letters


class DelimitedReader:
    """Knows its files by their suffix: any text might be one."""

    def confidence(self, file: FileBytes) -> float:
        """Sure of the suffixes of CSV and TSV alone."""
        return 0.92 if file.suffix in _SUFFIXES else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The table in the file. Raises UserError when it is none, empty or too large."""
        if len(file.data) > LIMITS.table_bytes:
            raise UserError(
                f"“{file.name}” is too large for a table: {len(file.data) / 1e6:,.0f} MB, and "
                f"{LIMITS.table_bytes / 1e6:,.0f} MB are read at most."
            )
        decoded = decode(file.data)
        if is_mostly_controls(decoded.text):
            raise UserError(f"“{file.name}” is called a table, but does not hold text.")
        table, warnings = make_table(file.name, _rows_of(decoded.text, file.name))
        return ReadFile(tables=(table,), warnings=decoded.warnings + warnings)


def _rows_of(text: str, name: str) -> tuple[Cells, ...]:
    named = _NAMED_DELIMITER.match(text)
    text = text[named.end() :] if named else text
    delimiter = named[1] if named else _delimiter_of(text)
    rows = rows_of_cells(text, delimiter, most=LIMITS.table_rows + 2)
    if rows is None:
        raise UserError(
            f"“{name}” cannot be read as a table: a quotation mark is not closed, "
            "or a cell is far too long."
        )
    return ((), *rows) if named else rows


def _delimiter_of(text: str) -> str:
    """The delimiter that cuts most rows into the same number of cells, and into most cells."""
    return max(_DELIMITERS, key=lambda delimiter: _agreement(text, delimiter))


def _agreement(text: str, delimiter: str) -> tuple[float, int]:
    """The share of rows that have the usual number of cells, if that is not one; and the number."""
    sample = rows_of_cells(text[:_SAMPLE], delimiter, most=_SAMPLE_ROWS)
    rows = [row for row in sample or () if any(row)]
    if not rows:
        return (0.0, 0)
    [(width, count)] = Counter(map(len, rows)).most_common(1)
    return (round(count / len(rows), 1), width) if width > 1 else (0.0, 0)
