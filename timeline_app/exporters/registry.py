"""The formats that need no drawing, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from timeline_app.exporters.bibtex import BibtexExporter
from timeline_app.exporters.calendar_file import CalendarExporter
from timeline_app.exporters.csl_json import CslJsonExporter
from timeline_app.exporters.csv_table import CsvExporter
from timeline_app.exporters.exporter import Exporter
from timeline_app.exporters.html_page import HtmlExporter
from timeline_app.exporters.markdown import MarkdownExporter
from timeline_app.exporters.markwhen import MarkwhenExporter
from timeline_app.exporters.project_json import ProjectJsonExporter
from timeline_app.exporters.ris import RisExporter
from timeline_app.exporters.timeline_xml import TimelineXmlExporter
from timeline_app.exporters.timelinejs import TimelineJsExporter
from timeline_app.exporters.word import WordExporter
from timeline_app.exporters.xlsx import XlsxExporter

EXPORTERS: tuple[Exporter, ...] = (
    HtmlExporter(),
    WordExporter(),
    MarkdownExporter(),
    XlsxExporter(),
    CsvExporter(),
    ProjectJsonExporter(),
    TimelineJsExporter(),
    CalendarExporter(),
    MarkwhenExporter(),
    TimelineXmlExporter(),
    CslJsonExporter(),
    RisExporter(),
    BibtexExporter(),
)


def exporter_for(path: Path, exporters: Iterable[Exporter] = EXPORTERS) -> Exporter | None:
    """The exporter whose suffix a file name ends with, the longest first; None without one."""
    fitting = (each for each in exporters if path.name.lower().endswith(each.suffix))
    return max(fitting, key=lambda each: len(each.suffix), default=None)


def exporter_called(key: str, exporters: Iterable[Exporter] = EXPORTERS) -> Exporter | None:
    """The exporter with this key; None without one."""
    return next((each for each in exporters if each.key == key), None)
