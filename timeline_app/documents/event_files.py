"""Finds the reader for a file of events."""

from __future__ import annotations

from pathlib import Path

from timeline_app.documents.calendar_file import CalendarReader
from timeline_app.documents.event_table import EventTableReader
from timeline_app.documents.files import FileBytes, read_bytes
from timeline_app.documents.limits import LIMITS
from timeline_app.documents.markwhen import MarkwhenReader
from timeline_app.documents.project_json import ProjectJsonReader
from timeline_app.documents.read_events import EventReader, ReadEvents
from timeline_app.documents.timeline_xml import TimelineXmlReader
from timeline_app.documents.timelinejs import TimelineJsReader

EVENT_READERS: tuple[EventReader, ...] = (
    ProjectJsonReader(),
    TimelineJsReader(),
    CalendarReader(),
    MarkwhenReader(),
    TimelineXmlReader(),
    EventTableReader(),
)
_SUFFIXES = frozenset(
    (".json", ".ics", ".ical", ".mw", ".markwhen", ".xml", ".timeline", ".csv", ".tsv", ".txt")
)


def read_event_file(path: Path) -> ReadEvents | None:
    """What a file of events holds; None for a file of another kind, such as an article.

    Raises UserError when it is of a known format but damaged, or cannot be read.
    """
    if path.suffix.lower() not in _SUFFIXES:
        return None
    file = read_bytes(path, at_most=LIMITS.events_bytes)
    reader = event_reader_for(file)
    return None if reader is None else reader.read(file)


def event_reader_for(file: FileBytes) -> EventReader | None:
    """The reader of a file's format; None when none knows it."""
    return next((reader for reader in EVENT_READERS if reader.recognises(file)), None)
