"""iCalendar (RFC 5545): an entry for each dated event, for the calendars of every system.

Whole days are dates, times of day float or are in UTC. `X-EDTF` keeps what a calendar cannot say.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import BinaryIO

from timeline_app.domain import Certainty, Progress
from timeline_app.domain.time import CivilTime
from timeline_app.domain.time.calendar import civil_time
from timeline_app.domain.time.stretches import Stretch, stretch_of
from timeline_app.exporters.exporter import watched
from timeline_app.exporters.losses import (
    far_away,
    inexact,
    is_within_four_digits,
    sourced,
    told,
    undated,
)
from timeline_app.exporters.publication import Publication, PublishedArticle, PublishedEvent

_LONGEST_LINE = 75  # octets without the line end, RFC 5545, 3.1
_ESCAPES = str.maketrans(
    {"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None}
    # Other control characters may not stand in a text, RFC 5545, 3.1.
    | {chr(code): " " for code in (*range(9), 11, 12, *range(14, 32), 127)}
)


class CalendarExporter:
    """A calendar with an entry for each event."""

    key = "ics"
    name = "Calendar, iCalendar"
    suffix = ".ics"
    is_whole = False

    def losses(self, publication: Publication) -> list[str]:
        """A calendar knows days and times, from year 1 to 9999."""
        instead = "the calendar shows all the time in which they may lie"
        return told(
            undated(publication),
            far_away(publication),
            inexact(publication, instead),
            sourced(publication),
        )

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write event by event."""
        made_on = publication.made_on
        stamp = (
            "19700101"
            if made_on is None
            else f"{made_on.year:04d}{made_on.month:02d}{made_on.day:02d}"
        )
        articles, home = publication.articles_by_number, _home(publication)
        _put(stream, "BEGIN:VCALENDAR", "VERSION:2.0")
        _put(stream, f"PRODID:-//Timeline App//{_text(publication.version)}//EN")
        _put(stream, f"NAME:{_text(publication.title)}", f"X-WR-CALNAME:{_text(publication.title)}")
        for event in watched(publication.events, progress):
            stretch = stretch_of(event.span)
            if stretch is not None and is_within_four_digits(event):
                _put(stream, "BEGIN:VEVENT", f"DTSTAMP:{stamp}T000000Z")
                _put(stream, f"UID:event-{event.event_id}@{home}")
                _put(stream, *_entry(event, stretch, articles), "END:VEVENT")
        _put(stream, "END:VCALENDAR")


def _home(publication: Publication) -> str:
    """What sets the events of a project apart from those of all others (RFC 5545, 3.8.4.7).

    The same whenever the project is exported, so that a calendar takes over what has changed.
    """
    return f"{sha256(publication.file_name.encode()).hexdigest()[:12]}.timeline-app"


def _entry(
    event: PublishedEvent, stretch: Stretch, articles: dict[int, PublishedArticle]
) -> Iterator[str]:
    yield from _times(stretch)
    yield f"SUMMARY:{_text(event.title)}"
    yield f"DESCRIPTION:{_text(_description(event))}"
    yield f"X-EDTF:{_text(event.edtf)}"
    yield f"STATUS:{'CONFIRMED' if event.certainty is Certainty.CERTAIN else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    if event.tags:
        yield f"CATEGORIES:{','.join(map(_text, event.tags))}"
    if event.places:
        yield f"LOCATION:{_text('; '.join(event.places))}"
    cited = (articles.get(each.article_number) for each in event.citations)
    url = next((article.url for article in cited if article is not None and article.url), "")
    if url and url.isprintable() and " " not in url:
        yield f"URL:{url}"


def _times(stretch: Stretch) -> tuple[str, str]:
    if not stretch.has_time:
        days = _day(stretch.first), _day(civil_time(stretch.end))
        return f"DTSTART;VALUE=DATE:{days[0]}", f"DTEND;VALUE=DATE:{days[1]}"
    mark = "" if stretch.zone is None else "Z"
    begin, end = map(civil_time, stretch.in_utc)
    return f"DTSTART:{_second(begin)}{mark}", f"DTEND:{_second(end)}{mark}"


def _day(at: CivilTime) -> str:
    return f"{at.year:04d}{at.month:02d}{at.day:02d}"


def _second(at: CivilTime) -> str:
    return f"{_day(at)}T{at.hour:02d}{at.minute:02d}{at.second:02d}"


def _description(event: PublishedEvent) -> str:
    """The date in words, what is known besides, and every quote with its source."""
    quotes = (f"“{each.quote}” ({each.article_name})" for each in event.citations)
    return "\n".join(part for part in (event.when, event.detail, event.note, *quotes) if part)


def _text(text: str) -> str:
    return text.translate(_ESCAPES)


def _put(stream: BinaryIO, *lines: str) -> None:
    for line in lines:
        stream.write(_folded(line))


def _folded(line: str) -> bytes:
    """A line in pieces of 75 octets at most, cut between characters."""
    rest = line.encode()
    if len(rest) <= _LONGEST_LINE:
        return rest + b"\r\n"
    pieces, room = [], _LONGEST_LINE
    while len(rest) > room:
        cut = room
        while rest[cut] & 0xC0 == 0x80:  # within a character of UTF-8
            cut -= 1
        pieces.append(rest[:cut])
        rest, room = rest[cut:], _LONGEST_LINE - 1  # a blank leads each further piece
    return b"\r\n ".join([*pieces, rest]) + b"\r\n"
