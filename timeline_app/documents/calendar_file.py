"""Reads calendars (iCalendar, RFC 5545) with the library `icalendar`."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from timeline_app.documents.files import FileBytes
from timeline_app.documents.read_events import ReadEvent, ReadEvents, unread
from timeline_app.domain import Certainty, UserError
from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.calendar import SECONDS_PER_DAY, SECONDS_PER_MINUTE, instant_at
from timeline_app.domain.time.stretches import as_told, span_between

if TYPE_CHECKING:
    from icalendar import Component


class CalendarReader:
    """Reads the entries of a calendar; those that repeat, once."""

    def recognises(self, file: FileBytes) -> bool:
        """Calendars say so in their first line."""
        return file.data[:64].lstrip(b"\xef\xbb\xbf\r\n ").upper().startswith(b"BEGIN:VCALENDAR")

    def read(self, file: FileBytes) -> ReadEvents:
        """Every entry with its time, title, description, categories and place."""
        from icalendar import Calendar

        try:
            entries = Calendar.from_ical(file.data).walk("VEVENT")
        except (ValueError, IndexError, KeyError, RecursionError) as error:
            raise UserError(f"“{file.name}” is no calendar that can be read.") from error
        events = [_event(entry) for entry in entries]
        warnings = unread(sum(event.span is None for event in events), "entry")
        if any("RRULE" in entry for entry in entries):
            warnings += ("Entries that repeat were taken over once, at their first time.",)
        return ReadEvents(tuple(events), warnings=warnings)


def _event(entry: Component) -> ReadEvent:
    is_open = str(entry.get("STATUS", "")).upper() == "TENTATIVE"
    place = str(entry.get("LOCATION", "")).strip()
    return ReadEvent(
        str(entry.get("SUMMARY", "")).strip() or "Untitled",
        _span(entry),
        note=str(entry.get("DESCRIPTION", "")).strip(),
        places=tuple(each.strip() for each in place.split(";") if each.strip()),
        tags=tuple(_categories(entry)),
        certainty=Certainty.PROBABLE if is_open else Certainty.CERTAIN,
    )


def _categories(entry: Component) -> list[str]:
    found = entry.get("CATEGORIES", [])
    groups = found if isinstance(found, list) else [found]
    return [str(each) for group in groups for each in getattr(group, "cats", [])]


def _span(entry: Component) -> TimeSpan | None:
    """The time of an entry; with what we know more of it, where we wrote it and nobody moved it."""
    try:
        start = entry.decoded("DTSTART")
        plain = _between(start, _end(entry, start))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None
    # The library leaves texts of unknown properties as they are written.
    return as_told(str(entry.get("X-EDTF", "")).replace("\\,", ","), plain)


def _end(entry: Component, start: Any) -> Any:
    """When it ends; an entry of a whole day without an end lasts that day, any other no time."""
    if "DTEND" in entry:
        return entry.decoded("DTEND")
    if "DURATION" in entry:
        return start + entry.decoded("DURATION")
    return start if isinstance(start, datetime) else start + timedelta(days=1)


def _between(start: date, end: date) -> TimeSpan:
    if not isinstance(start, datetime):
        begin = instant_at(start.year, start.month, start.day)
        after = instant_at(end.year, end.month, end.day)
        return span_between(begin, max(after, begin + SECONDS_PER_DAY))
    begin = _instant(start)
    after = _instant(end) if isinstance(end, datetime) else begin
    is_moment = after <= begin
    whole_minutes = start.second == 0 and (is_moment or after % SECONDS_PER_MINUTE == 0)
    precision = Precision.MINUTE if whole_minutes else Precision.SECOND
    return span_between(begin, begin + 1 if is_moment else after, precision, _zone(start))


def _instant(at: datetime) -> int:
    return instant_at(at.year, at.month, at.day, at.hour, at.minute, at.second)


def _zone(at: datetime) -> str | None:
    """The zone as EDTF writes it: "Z" or "+05:30"; None for a time that floats."""
    offset = at.utcoffset()
    if offset is None:
        return None
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "Z"
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
