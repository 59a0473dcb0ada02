"""Reads the tables of XLSX workbooks, row by row and within limits.

Cells come as they are shown: dates in ISO 8601 no finer than the sheet shows them, formulas as the
results that were saved with them. Nothing is calculated, and nothing outside the file is asked.
"""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from timeline_app.documents.article import ReadFile, ReadTable
from timeline_app.documents.files import FileBytes
from timeline_app.documents.limits import LIMITS
from timeline_app.documents.package import Package, resolve
from timeline_app.documents.table_cells import Cells, make_table
from timeline_app.documents.workbook.cell_text import cell_text
from timeline_app.documents.workbook.sheet_marks import SheetMarks, marks_of
from timeline_app.documents.workbook.strict import in_usual_form, is_strict
from timeline_app.domain.errors import UserError

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_BOOK = "xl/workbook.xml"
_BOOK_LINKS = "xl/_rels/workbook.xml.rels"
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
# What openpyxl raises where parts are missing, of another kind, or no sound XML.
_DAMAGE = (
    BadZipFile,
    zlib.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)


class WorkbookReader:
    """Knows workbooks by the part that only they have."""

    def confidence(self, file: FileBytes) -> float:
        """Sure when a zip archive has a workbook; macros and templates make no difference."""
        return 1.0 if file.data.startswith(b"PK") and _BOOK.encode() in file.data else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """A table for each sheet with rows. Raises UserError when there is none."""
        package = Package(file)
        _check_parts(package)
        if is_strict(package, _BOOK):
            file = FileBytes(file.name, in_usual_form(package))
            package = Package(file)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out is no part of the cells
            try:
                return _read_book(package, file)
            except _DAMAGE as error:
                raise UserError(f"“{file.name}” is damaged: its sheets cannot be read.") from error


def _check_parts(package: Package) -> None:
    """Refuse what openpyxl would unpack or expand without end."""
    for name in package.names:
        if not name.endswith((".xml", ".rels")):
            continue
        data = package.read(name)
        if any(mark in data for mark in _FORBIDDEN):
            raise UserError(
                f"“{package.file_name}” is not read: its XML defines entities or types of its own."
            )


def _read_book(package: Package, file: FileBytes) -> ReadFile:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(file.data), read_only=True, data_only=True, keep_links=False)
    parts = _parts_of_sheets(package)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    told = [f"The hidden sheet “{title}” is not read." for title in hidden]
    tables: list[ReadTable] = []
    for sheet in sheets:
        marks = marks_of(package.read(parts.get(sheet.title, "")))
        rows = _filled_down(list(_rows_of(sheet, marks)), marks)
        if not any(map(any, rows)):
            continue
        name = file.name if len(sheets) == 1 else f"{file.name}, {sheet.title}"
        table, sentences = make_table(name, rows)
        tables.append(replace(table, is_1904=_counts_from_1904(book)))
        told += (*sentences, *_about(marks, name))
    if not tables:
        raise UserError(f"“{file.name}” holds no rows.")
    return ReadFile(tables=tuple(tables), warnings=tuple(told))


def _rows_of(sheet: Worksheet, marks: SheetMarks) -> Iterator[Cells]:
    """The rows, and one more than may be read where there is something below these."""
    # Many programs write the size of a sheet wrong.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_col=LIMITS.table_columns if marks.is_wide else None)
    for row in islice(rows, LIMITS.table_rows):
        yield tuple(map(cell_text, row))
    for row in rows:
        if any(map(cell_text, row)):
            yield ("beyond the limit",)
            return


def _filled_down(rows: list[Cells], marks: SheetMarks) -> list[Cells]:
    """The rows with what cells that are merged over several rows say in each of these."""
    for merged in marks.merged:
        if merged.top >= len(rows) or merged.column >= len(rows[merged.top]):
            continue
        text = rows[merged.top][merged.column]
        for place in range(merged.top + 1, min(merged.bottom + 1, len(rows))):
            cells = [*rows[place], *[""] * (merged.column + 1 - len(rows[place]))]
            cells[merged.column] = text
            rows[place] = tuple(cells)
    return rows


def _parts_of_sheets(package: Package) -> dict[str, str]:
    """The part that holds each sheet, by the sheet's title."""
    book, links = package.xml(_BOOK), package.xml(_BOOK_LINKS)
    if book is None or links is None:
        return {}
    targets = {link.get("Id"): resolve(_BOOK, link.get("Target", "")) for link in links}
    sheets = (each for each in book.iter() if each.tag.endswith("}sheet"))
    return {
        sheet.get("name", ""): targets.get(value, "")
        for sheet in sheets
        for key, value in sheet.attrib.items()
        if key.endswith("}id")
    }


def _counts_from_1904(book: Workbook) -> bool:
    from openpyxl.utils.datetime import MAC_EPOCH

    return bool(book.epoch == MAC_EPOCH)


def _about(marks: SheetMarks, name: str) -> Iterator[str]:
    if marks.hidden_rows:
        rows = "1 hidden row" if marks.hidden_rows == 1 else f"{marks.hidden_rows:,} hidden rows"
        yield f"{rows} of “{name}” {'is' if marks.hidden_rows == 1 else 'are'} read as well."
    if marks.is_wide:
        yield f"Of “{name}”, the first {LIMITS.table_columns} columns are read."
    if marks.uncalculated:
        count = marks.uncalculated
        formulas = "1 formula was" if count == 1 else f"{count:,} formulas were"
        yield (
            f"In “{name}”, {formulas} saved without a result; nothing stands there now. Open it in "
            "a spreadsheet and save it, and the results are in it."
        )
