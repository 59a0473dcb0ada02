"""Reads the files of The Timeline Project: https://thetimelineproj.sourceforge.net."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.documents.files import FileBytes
from timeline_app.documents.read_events import ReadEvent, ReadEvents, unread
from timeline_app.domain import UserError
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.calendar import SECONDS_PER_DAY, instant_at, is_valid_date
from timeline_app.domain.time.precision import Precision
from timeline_app.domain.time.stretches import as_told, span_between

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAD = 1_024
_TIME = re.compile(
    r"\s*(-?[0-9]{1,9})-([0-9]{1,2})-([0-9]{1,2})(?: ([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}))?\s*"
)
_OUR_DATE = re.compile(r".{1,400} \((?P<edtf>[^()\s]{1,400})\)")


class TimelineXmlReader:
    """Reads the XML of versions 0.10 to 2."""

    def recognises(self, file: FileBytes) -> bool:
        """XML whose outermost element is `timeline`; our own projects are databases."""
        head = file.data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
        return head.startswith((b"<?xml", b"<timeline")) and b"<timeline>" in head

    def read(self, file: FileBytes) -> ReadEvents:
        """Every event with its time, text, category, labels and description."""
        root = _parse(file)
        kind = root.findtext("timetype") or "gregoriantime"
        if kind != "gregoriantime":
            raise UserError(
                f"“{file.name}” counts time in “{kind[:40]}”, not in the usual calendar."
            )
        events = [_event(element) for element in root.iterfind("events/event")]
        warnings = unread(sum(event.span is None for event in events), "event")
        return ReadEvents(tuple(events), warnings=warnings)


def _parse(file: FileBytes) -> _Element:
    """The tree; nothing is fetched for it, and it may declare nothing of its own."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(file.data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UserError(f"“{file.name}” is no timeline that can be read.") from error
    if root.getroottree().docinfo.doctype:
        raise UserError(f"“{file.name}” declares a document type, which no timeline does.")
    return root


def _event(element: _Element) -> ReadEvent:
    categories = [
        element.findtext("category"),
        *(each.text for each in element.iterfind("categories/category")),
    ]
    labels = (element.findtext("labels") or "").split()
    tags = [category for category in categories if category]
    tags += [label.replace("_", " ") for label in labels]
    note = (element.findtext("description") or "").strip()
    title = " ".join((element.findtext("text") or "").split())
    return ReadEvent(
        title or "Untitled", _span(element, note), note, tags=tuple(dict.fromkeys(tags))
    )


def _span(element: _Element, note: str) -> TimeSpan | None:
    """The time of an event; with what we know more of it, where its description still says so."""
    begin, end = (_instant(element.findtext(name) or "") for name in ("start", "end"))
    if begin is None or end is None:
        return None
    days = begin % SECONDS_PER_DAY == 0 and end % SECONDS_PER_DAY == 0
    unit = Precision.DAY if days else Precision.SECOND
    plain = span_between(begin, max(end, begin + 1), unit)
    written = _OUR_DATE.match(note)
    told = as_told(written["edtf"] if written else "", plain)
    return plain.qualified(approximate=_is_fuzzy(element)) if told is plain else told


def _is_fuzzy(element: _Element) -> bool:
    return any(element.findtext(name) == "True" for name in ("fuzzy", "fuzzy_start", "fuzzy_end"))


def _instant(text: str) -> int | None:
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    year, month, day, *clock = (int(part or 0) for part in found.groups())
    if not is_valid_date(year, month, day) or clock[0] > 23 or max(clock) > 59:
        return None
    return instant_at(year, month, day, *clock)
