"""What a sheet says of its rows beside their cells: hidden, merged, never calculated.

openpyxl leaves this out where it reads row by row. The marks are looked for in the bytes of the
sheet, in linear time and without a tree, since a sheet may have a million cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HIDDEN_ROW = re.compile(rb"<(?:\w{1,8}:)?row\b[^>]*\shidden=[\"'](?:1|true)[\"']")
_MERGED = re.compile(
    rb"<(?:\w{1,8}:)?mergeCell\b[^>]*\sref=[\"'](?P<left>[A-Z]{1,3})(?P<top>\d{1,7})"
    rb":[A-Z]{1,3}(?P<bottom>\d{1,7})[\"']"
)
# A formula that is followed by no value, or by an empty one.
_UNCALCULATED = re.compile(
    rb"(?:</(?:\w{1,8}:)?f>|<(?:\w{1,8}:)?f(?:\s[^<>]*)?/>)\s*(?:<(?:\w{1,8}:)?v\s*/>"
    rb"|<(?:\w{1,8}:)?v>\s*</(?:\w{1,8}:)?v>)?\s*</(?:\w{1,8}:)?c>"
)
# A cell with something in it, beyond the 256th column, IV.
_FAR_CELL = re.compile(
    rb"<(?:\w{1,8}:)?c\b[^>]*\sr=[\"'](?:[A-Z]{3}|[J-Z][A-Z]|I[W-Z])\d{1,7}[\"'][^>]*>\s*"
    rb"<(?:\w{1,8}:)?(?:v|is|f)\b"
)
_MOST_MERGED = 10_000


@dataclass(frozen=True, slots=True)
class MergedCells:
    """Cells below each other that are one: the rows and the column, from 0, both rows included."""

    column: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """What is to be known of a sheet before its rows are read.

    `uncalculated` formulas have no result; `is_wide` where cells beyond column 256 are filled.
    """

    hidden_rows: int
    uncalculated: int
    merged: tuple[MergedCells, ...]
    is_wide: bool


def marks_of(sheet: bytes) -> SheetMarks:
    """The marks in the XML of a sheet. Cells that are merged within one row are left out."""
    return SheetMarks(
        hidden_rows=sum(1 for _ in _HIDDEN_ROW.finditer(sheet)),
        uncalculated=sum(1 for _ in _UNCALCULATED.finditer(sheet)),
        merged=tuple(_merged_in(sheet)),
        is_wide=_FAR_CELL.search(sheet) is not None,
    )


def _merged_in(sheet: bytes) -> Iterator[MergedCells]:
    for number, found in enumerate(_MERGED.finditer(sheet)):
        top, bottom = int(found["top"]) - 1, int(found["bottom"]) - 1
        if number < _MOST_MERGED and 0 <= top < bottom:
            yield MergedCells(_column(found["left"]), top, bottom)


def _column(letters: bytes) -> int:
    """The place of a column, from 0: A, B, …, Z, AA."""
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place - 1
