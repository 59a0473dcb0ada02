"""XLSX: events, articles and how they came about, as sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from timeline_app.domain import Progress
from timeline_app.domain.cells import SEPARATOR
from timeline_app.domain.time import Precision
from timeline_app.domain.time.calendar import SECONDS_PER_DAY, instant_at
from timeline_app.domain.time.stretches import stretch_of
from timeline_app.exporters.exporter import watched
from timeline_app.exporters.losses import counted, several_sources, told
from timeline_app.exporters.publication import Publication, PublishedEvent
from timeline_app.exporters.table_columns import (
    END,
    HEADINGS,
    SOURCE_HEADINGS,
    START,
    TableRows,
)

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST_CELL = 32_767  # characters; Excel drops a file with more
_MOST_ROWS = 1_048_575  # below the headings
_EPOCH = 25_569  # the number that Excel gives 1970-01-01
# Excel counts days from March 1900 on as everybody does, and ends with the year 9999.
_FIRST, _AFTER_LAST = instant_at(1900, 3, 1), instant_at(10_000)
_WIDTHS = {"Title": 44, "Quote": 60, "Note": 30, "Date": 26, "EDTF": 20, "URL": 30}
_USUAL_WIDTH = 14
# Texts are texts: nothing in them becomes a formula, a number or a link.
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class XlsxExporter:
    """A workbook with a sheet of events, one of articles, and one on the project."""

    key = "xlsx"
    name = "Table, Excel"
    suffix = ".xlsx"
    is_whole = False

    def losses(self, publication: Publication) -> list[str]:
        """Passages share their cells, and cells and sheets have an end."""
        instead = f"they share their cells, parted by “{SEPARATOR.strip()}”"
        return told(
            several_sources(publication, instead), _cut(publication), _too_many(publication)
        )

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write row by row; XlsxWriter keeps each on the disk until the end."""
        from xlsxwriter.workbook import Workbook

        with Workbook(stream, _OPTIONS) as book:
            _write_events(_Sheet.new(book, "Events", HEADINGS), publication, progress)
            sources = _Sheet.new(book, "Sources", SOURCE_HEADINGS)
            for row, cells in enumerate(TableRows.of(publication).sources(), 1):
                sources.put(row, cells)
            about = _Sheet.new(book, "About", ("What", "Value"))
            for row, cells in enumerate(_about(publication), 1):
                about.put(row, cells)
            progress.step(1, 1, "Packing the workbook")


@dataclass(frozen=True, slots=True)
class _Sheet:
    sheet: Worksheet
    day: Format

    @classmethod
    def new(cls, book: Workbook, name: str, headings: tuple[str, ...]) -> _Sheet:
        """A sheet with its first row, which stays when the others are scrolled."""
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, heading in enumerate(headings):
            sheet.set_column(column, column, _WIDTHS.get(heading, _USUAL_WIDTH))
        sheet.write_row(0, 0, headings, book.add_format({"bold": True}))
        return cls(sheet, book.add_format({"num_format": "yyyy-mm-dd"}))

    def put(self, row: int, cells: Iterable[str]) -> None:
        """Write the texts of a row that are not empty."""
        write = self.sheet.write_string
        for column, cell in enumerate(cells):
            if cell:
                write(row, column, cell[:_LONGEST_CELL])

    def put_day(self, row: int, column: int, instant: int) -> None:
        """Write a date that Excel can calculate with."""
        self.sheet.write_number(row, column, instant // SECONDS_PER_DAY + _EPOCH, self.day)


def _write_events(sheet: _Sheet, publication: Publication, progress: Progress) -> None:
    rows = TableRows.of(publication)
    for row, event in enumerate(watched(publication.events[:_MOST_ROWS], progress), 1):
        cells, days = list(rows.row(event)), _days(event)
        if days:
            cells[START] = cells[END] = ""
        sheet.put(row, cells)
        for column, instant in days.items():
            sheet.put_day(row, column, instant)


def _days(event: PublishedEvent) -> dict[int, int]:
    """The columns that hold real dates, with their instants; times of day stay texts."""
    stretch = stretch_of(event.span)
    if stretch is None or stretch.precision < Precision.DAY:
        return {}
    if stretch.begin < _FIRST or stretch.end > _AFTER_LAST:
        return {}
    return {START: stretch.begin, END: stretch.end - 1}


def _about(publication: Publication) -> Iterable[tuple[str, str]]:
    yield "Title", publication.title
    yield "Covers", publication.summary
    yield "Decisions", publication.record.sentence
    yield "Compiled", publication.compiled
    yield "Made with", f"Timeline App {publication.version}"


def _cut(publication: Publication) -> str:
    """On texts that are longer than a cell."""
    rows = TableRows.of(publication)
    number = sum(
        any(len(cell) > _LONGEST_CELL for cell in rows.row(event)) for event in publication.events
    )
    return f"{counted(number, 'row')} with texts beyond 32,767 characters: cut there." * bool(
        number
    )


def _too_many(publication: Publication) -> str:
    left_out = len(publication.events) - _MOST_ROWS
    return f"{counted(left_out, 'event')} beyond the last row of a sheet." if left_out > 0 else ""
