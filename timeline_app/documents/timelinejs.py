"""Reads the slides of TimelineJS: https://timeline.knightlab.com/docs/json-format.html."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from timeline_app.documents.files import FileBytes
from timeline_app.documents.read_events import ReadEvent, ReadEvents, unread
from timeline_app.domain import UserError
from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.calendar import instant_at, is_valid_date
from timeline_app.domain.time.precision import granule_end
from timeline_app.domain.time.stretches import as_told, span_between

_HEAD = 65_536
_PARTS = ("year", "month", "day", "hour", "minute", "second")
_PRECISIONS = (
    Precision.YEAR,
    Precision.MONTH,
    Precision.DAY,
    Precision.HOUR,
    Precision.MINUTE,
    Precision.SECOND,
)
_LARGEST_CLOCK = {"hour": 23, "minute": 59, "second": 59}
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/blockquote)\b[^>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")


class TimelineJsReader:
    """Reads the events; slides of title and eras are no events."""

    def recognises(self, file: FileBytes) -> bool:
        """JSON with events that have a `start_date`."""
        head = file.data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
        return head.startswith(b"{") and b'"start_date"' in head and b'"events"' in head

    def read(self, file: FileBytes) -> ReadEvents:
        """Every slide with its dates, headline, text and group."""
        try:
            slides = json.loads(file.data)["events"]
            events = [_event(slide) for slide in slides]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise UserError(f"“{file.name}” holds no slides of TimelineJS.") from error
        warnings = unread(sum(event.span is None for event in events), "slide")
        return ReadEvents(tuple(events), warnings=warnings)


def _event(slide: dict[str, Any]) -> ReadEvent:
    text = slide.get("text") or {}
    tags = slide.get("tags") or ([_plain(slide["group"])] if slide.get("group") else [])
    return ReadEvent(
        _plain(text.get("headline")) or "Untitled",
        _span(slide),
        note=_plain(text.get("text")),
        tags=tuple(str(tag) for tag in tags),
    )


def _span(slide: dict[str, Any]) -> TimeSpan | None:
    """The dates of a slide; with what we wrote beside them, while they still are the same."""
    start = _granule(slide.get("start_date"))
    if start is None:
        return None
    end = _granule(slide.get("end_date")) or start
    try:
        plain = span_between(start[0], granule_end(*end), min(start[1], end[1]))
    except ValueError:
        plain = TimeSpan.at(*start)
    return as_told(str(slide.get("edtf", "")), plain)


def _granule(date: dict[str, Any] | None) -> tuple[int, Precision] | None:
    """The begin and the precision of a date; parts may be numbers, texts, or empty."""
    parts = []
    for name in _PARTS:
        try:
            part = int(str((date or {}).get(name, "")))
        except ValueError:
            break
        if name in _LARGEST_CLOCK and not 0 <= part <= _LARGEST_CLOCK[name]:
            break
        parts.append(part)
    if not parts or not is_valid_date(*[*parts, 1, 1][:3]):
        return None
    return instant_at(*parts), _PRECISIONS[len(parts) - 1]


def _plain(html: object) -> str:
    """The words of a text in HTML."""
    text = _TAG.sub("", _BREAK.sub("\n", str(html or "")))
    lines = (line.strip() for line in unescape(text).splitlines())
    return "\n".join(line for line in lines if line)
