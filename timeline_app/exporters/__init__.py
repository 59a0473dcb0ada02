"""Turns what was accepted into files other people and programs can use."""

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
    "PaperSize",
    "PrintSettings",
    "Publication",
    "PublishedArticle",
    "PublishedEvent",
    "ReviewRecord",
    "TimelineForm",
    "whole_file",
    "write_whole",
]
