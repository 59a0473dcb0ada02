"""CSV: a table that every spreadsheet opens, one row for each event (RFC 4180, UTF-8 with BOM)."""

from __future__ import annotations

import csv
from io import TextIOWrapper
from typing import BinaryIO

from timeline_app.domain import Progress
from timeline_app.domain.cells import SEPARATOR, defused
from timeline_app.exporters.exporter import watched
from timeline_app.exporters.losses import several_sources, told
from timeline_app.exporters.publication import Publication
from timeline_app.exporters.table_columns import HEADINGS, TableRows


class CsvExporter:
    """One table of events; texts that a spreadsheet would calculate begin with an apostrophe."""

    key = "csv"
    name = "Table, CSV"
    suffix = ".csv"
    is_whole = False

    def losses(self, publication: Publication) -> list[str]:
        """Passages share their cells; the articles have no table of their own."""
        instead = f"they share their cells, parted by “{SEPARATOR.strip()}”"
        return told(several_sources(publication, instead))

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write row by row."""
        rows = TableRows.of(publication)
        # The mark of byte order has Excel read UTF-8.
        text = TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        writer = csv.writer(text)
        writer.writerow(HEADINGS)
        for event in watched(publication.events, progress):
            writer.writerow([defused(cell) for cell in rows.row(event)])
        text.detach()
