"""XLSX: events, articles and how they came about, as sheets of a workbook.

XlsxWriter makes the workbook; the rows of events, of which there may be many thousands, are written
into it as a stream.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZipFile

from timeline_app.domain import Progress
from timeline_app.domain.cells import SEPARATOR
from timeline_app.domain.time import Precision
from timeline_app.domain.time.calendar import SECONDS_PER_DAY, instant_at
from timeline_app.domain.time.stretches import stretch_of
from timeline_app.exporters.exporter import watched
from timeline_app.exporters.losses import counted, several_sources, told
from timeline_app.exporters.packed import fill, writable
from timeline_app.exporters.publication import Publication, PublishedEvent
from timeline_app.exporters.table_columns import (
    END,
    HEADINGS,
    SOURCE_HEADINGS,
    START,
    TableRows,
)

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST_CELL = 32_767  # characters; Excel drops a file with more
_MOST_ROWS = 1_048_575  # below the headings
_EPOCH = 25_569  # the number that Excel gives 1970-01-01
# Excel counts days from March 1900 on as everybody does, and ends with the year 9999.
_FIRST, _AFTER_LAST = instant_at(1900, 3, 1), instant_at(10_000)
_WIDTHS = {"Title": 44, "Quote": 60, "Note": 30, "Date": 26, "EDTF": 20, "URL": 30}
_USUAL_WIDTH = 14
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_EVENTS_PART = "xl/worksheets/sheet1.xml"
_PLACE = re.compile(rb'<row r="(?!1")[0-9]+".*?</row>')
_DAY_STYLE = re.compile(rb'<c r="A[0-9]+" s="([0-9]+)"><v>0<')
# Control characters, and what would be read as one.
_CODED = re.compile("[\x00-\x08\x0b-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")
# Texts are texts: nothing in them becomes a formula, a number or a link.
_OPTIONS = {
    "in_memory": True,
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
        """Write row by row into the workbook that surrounds them."""
        frame = _frame(publication)
        with ZipFile(frame) as parts:
            day = _DAY_STYLE.findall(parts.read(_EVENTS_PART))[0].decode()
        fill(stream, frame, _EVENTS_PART, _PLACE, _rows(publication, day, progress))


def _frame(publication: Publication) -> BytesIO:
    """The workbook without its events.

    In their place stands a date, in the last of their rows: it has the style of dates, and lets the
    sheet know how long it will be.
    """
    from xlsxwriter.workbook import Workbook

    frame = BytesIO()
    with Workbook(frame, _OPTIONS) as book:
        events = _add_sheet(book, "Events", HEADINGS)
        last = min(len(publication.events), _MOST_ROWS)
        events.write_number(last, 0, 0, book.add_format({"num_format": "yyyy-mm-dd"}))
        sources = _add_sheet(book, "Sources", SOURCE_HEADINGS)
        for row, cells in enumerate(TableRows.of(publication).sources(), 1):
            _put(sources, row, cells)
        about = _add_sheet(book, "About", ("What", "Value"))
        for row, cells in enumerate(_about(publication), 1):
            _put(about, row, cells)
    return frame


def _add_sheet(book: Workbook, name: str, headings: Sequence[str]) -> Worksheet:
    """A sheet with its first row, which stays when the others are scrolled."""
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, _WIDTHS.get(heading, _USUAL_WIDTH))
    sheet.write_row(0, 0, headings, book.add_format({"bold": True}))
    return sheet


def _put(sheet: Worksheet, row: int, cells: Iterable[str]) -> None:
    for column, cell in enumerate(cells):
        sheet.write_string(row, column, cell[:_LONGEST_CELL])


def _rows(publication: Publication, day: str, progress: Progress) -> Iterator[bytes]:
    """The rows of the events as XML; `day` is the number of the style of dates."""
    rows = TableRows.of(publication)
    for row, event in enumerate(watched(publication.events[:_MOST_ROWS], progress), 2):
        days = _days(event)
        cells = (
            f'<c r="{_LETTERS[column]}{row}" s="{day}"><v>{days[column]}</v></c>'
            if column in days
            else f'<c r="{_LETTERS[column]}{row}" t="inlineStr"><is>{_text(cell)}</is></c>'
            for column, cell in enumerate(rows.row(event))
            if cell
        )
        yield f'<row r="{row}">{"".join(cells)}</row>'.encode()


def _text(cell: str) -> str:
    """A text of a cell; what has no sign in XML is written as Excel does, "_x000B_"."""
    cell = _CODED.sub(lambda match: f"_x{ord(match[0][0]):04X}_{match[0][1:]}", cell)
    return f'<t xml:space="preserve">{escape(writable(cell[:_LONGEST_CELL]), quote=False)}</t>'


def _days(event: PublishedEvent) -> dict[int, int]:
    """The columns that hold real dates, with Excel's numbers; times of day stay texts."""
    stretch = stretch_of(event.span)
    if stretch is None or stretch.precision < Precision.DAY:
        return {}
    if stretch.begin < _FIRST or stretch.end > _AFTER_LAST:
        return {}
    first, last = stretch.begin // SECONDS_PER_DAY, (stretch.end - 1) // SECONDS_PER_DAY
    return {START: first + _EPOCH, END: last + _EPOCH}


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
