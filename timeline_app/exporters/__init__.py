"""Turns what was accepted into files other people and programs can use.

The formats are listed in `registry`, which only who exports waits for. Those that need drawing,
such as PDF, are in `rendering`.
"""

from timeline_app.exporters.exporter import Exporter, export_file
from timeline_app.exporters.print_settings import PaperSize, PrintSettings, TimelineForm
from timeline_app.exporters.publication import (
    NO_WORDS,
    Citation,
    Publication,
    PublishedArticle,
    PublishedEvent,
    ReviewRecord,
)
from timeline_app.exporters.whole_file import whole_file, write_whole

__all__ = [
    "NO_WORDS",
    "Citation",
    "Exporter",
    "PaperSize",
    "PrintSettings",
    "Publication",
    "PublishedArticle",
    "PublishedEvent",
    "ReviewRecord",
    "TimelineForm",
    "export_file",
    "whole_file",
    "write_whole",
]
