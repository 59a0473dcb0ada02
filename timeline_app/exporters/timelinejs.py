"""TimelineJS: the JSON that the storytelling timeline of Knight Lab draws.

https://timeline.knightlab.com/docs/json-format.html. Texts are HTML there, so all of ours are
escaped. Dates have as many parts as are known; `display_date` tells the rest in words. The fields
`edtf` and `tags`, which TimelineJS passes over, keep the date and all tags as they are.
"""

from __future__ import annotations

import json
from html import escape
from typing import Any, BinaryIO

from timeline_app.domain import Progress
from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.calendar import civil_time
from timeline_app.domain.time.stretches import Stretch, stretch_of
from timeline_app.exporters.exporter import watched
from timeline_app.exporters.losses import inexact, sourced, told, undated
from timeline_app.exporters.publication import Citation, Publication, PublishedEvent

_PARTS = ("year", "month", "day", "hour", "minute", "second")
_KNOWN_PARTS = {
    Precision.SECOND: 6,
    Precision.MINUTE: 5,
    Precision.HOUR: 4,
    Precision.DAY: 3,
    Precision.MONTH: 2,
    Precision.QUARTER: 2,
    Precision.SEASON: 2,
    Precision.HALF: 2,
}
# Dates of JavaScript end here; beyond, TimelineJS counts in whole years.
_FARTHEST_YEAR = 271_820


class TimelineJsExporter:
    """A title slide, and a slide for each dated event."""

    key = "timelinejs"
    name = "Slides, TimelineJS"
    suffix = ".timelinejs.json"
    is_whole = False

    def losses(self, publication: Publication) -> list[str]:
        """TimelineJS draws stretches only."""
        instead = "all the time in which they may lie is drawn, and words say what is known"
        return told(undated(publication), inexact(publication, instead), sourced(publication))

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write event by event."""
        title = {"headline": escape(publication.title), "text": escape(publication.summary)}
        scale = "cosmological" if _is_far(publication) else "human"
        head = json.dumps({"title": {"text": title}, "scale": scale}, ensure_ascii=False)
        stream.write(f'{head[:-1]}, "events": ['.encode())
        separator = b"\n"
        for event in watched(publication.events, progress):
            stretch = stretch_of(event.span)
            if stretch is not None:
                slide = json.dumps(_slide(event, stretch), ensure_ascii=False)
                stream.write(separator + slide.encode())
                separator = b",\n"
        stream.write(b"\n]}\n")


def _is_far(publication: Publication) -> bool:
    stretches = (stretch_of(event.span) for event in publication.events)
    return any(
        abs(civil_time(instant).year) > _FARTHEST_YEAR
        for stretch in stretches
        if stretch is not None
        for instant in (stretch.begin, stretch.end)
    )


def _slide(event: PublishedEvent, stretch: Stretch) -> dict[str, Any]:
    slide: dict[str, Any] = {
        "start_date": _date(stretch, stretch.begin),
        "text": {"headline": escape(event.title), "text": _html(event)},
        "display_date": event.when,
        "edtf": event.edtf,
        "unique_id": f"event-{event.event_id}",
    }
    end = _date(stretch, stretch.end - 1)
    if end != slide["start_date"]:
        slide["end_date"] = end
    if event.tags:
        slide["group"] = escape(event.tags[0])
        slide["tags"] = event.tags
    return slide


def _date(stretch: Stretch, instant: int) -> dict[str, int]:
    """The parts of a date that are known, and no more."""
    count = _KNOWN_PARTS.get(stretch.precision, 1)
    if not _is_whole(stretch):
        count = max(count, 3)
    return dict(zip(_PARTS[:count], civil_time(instant), strict=False))


def _is_whole(stretch: Stretch) -> bool:
    """Whether the stretch is told by granules of its precision from end to end."""
    ends = (
        TimeSpan.at(stretch.begin, stretch.precision),
        TimeSpan.at(stretch.end - 1, stretch.precision),
    )
    return ends[0].earliest_start == stretch.begin and ends[1].latest_end == stretch.end


def _html(event: PublishedEvent) -> str:
    parts = [event.detail, event.note, ", ".join(event.tags)]
    told_of = "".join(f"<p>{escape(part)}</p>" for part in parts if part)
    return told_of + "".join(map(_quote, event.citations))


def _quote(citation: Citation) -> str:
    page = f", page {citation.page}" if citation.page is not None else ""
    source = escape(f"{citation.article_name}{page}")
    return f"<blockquote>{escape(citation.quote)} <cite>{source}</cite></blockquote>"
