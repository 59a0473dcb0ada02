"""The Timeline Project: the XML of the desktop program of that name, versions 2.

https://thetimelineproj.sourceforge.net. Its files end in .timeline like our projects, which are
databases; ours in its format end in .timeline.xml. The order of elements is that of its reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import BinaryIO

from timeline_app.domain import Progress
from timeline_app.domain.time import CivilTime
from timeline_app.domain.time.calendar import civil_time
from timeline_app.domain.time.stretches import Stretch, is_exact, stretch_of
from timeline_app.exporters.exporter import watched
from timeline_app.exporters.losses import (
    far_away,
    inexact,
    is_within_four_digits,
    sourced,
    told,
    undated,
    zoned,
)
from timeline_app.exporters.packed import writable
from timeline_app.exporters.publication import Publication, PublishedArticle, PublishedEvent

_COLORS = ("46,94,170", "201,94,34", "47,125,79", "128,74,156", "168,120,16", "176,48,80")


class TimelineXmlExporter:
    """Events with their first tag as category, and fuzzy edges where they are not known."""

    key = "timeline-xml"
    name = "Timeline, The Timeline Project"
    suffix = ".timeline.xml"
    is_whole = False

    def losses(self, publication: Publication) -> list[str]:
        """It knows stretches with fuzzy edges, from year 1 to 9999, and one category."""
        instead = "all the time in which they may lie is drawn, with fuzzy edges"
        return told(
            undated(publication),
            far_away(publication),
            inexact(publication, instead),
            zoned(publication),
            sourced(publication),
            _several_tags(publication),
        )

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write event by event."""
        stream.write(_HEAD.encode())
        categories = dict.fromkeys(event.tags[0] for event in publication.events if event.tags)
        for index, name in enumerate(categories):
            stream.write(_category(name, _COLORS[index % len(_COLORS)]).encode())
        stream.write(b"  </categories>\n  <events>\n")
        articles = publication.articles_by_number
        for event in watched(publication.events, progress):
            stretch = stretch_of(event.span)
            if stretch is not None and is_within_four_digits(event):
                stream.write("".join(_event(event, stretch, articles)).encode())
        stream.write(_FOOT.encode())


_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<timeline>
  <version>2.4.0</version>
  <timetype>gregoriantime</timetype>
  <eras>
  </eras>
  <categories>
"""
_FOOT = """  </events>
  <view>
    <hidden_categories>
    </hidden_categories>
  </view>
</timeline>
"""


def _several_tags(publication: Publication) -> str:
    number = sum(len(event.tags) > 1 for event in publication.events)
    events = "1 event has" if number == 1 else f"{number:,} events have"
    return f"{events} several tags: the first is the category, all are labels." if number else ""


def _category(name: str, color: str) -> str:
    return (
        f"    <category>\n      <name>{_text(name)}</name>\n      <color>{color}</color>\n"
        f"      <progress_color>{color}</progress_color>\n      <done_color>{color}</done_color>\n"
        "      <font_color>255,255,255</font_color>\n    </category>\n"
    )


def _event(
    event: PublishedEvent, stretch: Stretch, articles: dict[int, PublishedArticle]
) -> Iterator[str]:
    fuzzy = str(not is_exact(event.span))
    yield "    <event>\n"
    yield _element("start", _time(civil_time(stretch.begin)))
    yield _element("end", _time(civil_time(stretch.end)))
    yield _element("text", event.title)
    yield _element("progress", "0")
    yield _element("fuzzy", fuzzy)
    yield _element("fuzzy_start", fuzzy)
    yield _element("fuzzy_end", fuzzy)
    yield _element("locked", "False")
    yield _element("ends_today", "False")
    if event.tags:
        yield _element("category", event.tags[0])
    yield _element("description", _description(event))
    if event.tags:
        yield _element("labels", " ".join(tag.replace(" ", "_") for tag in event.tags))
    cited = (articles.get(each.article_number) for each in event.citations)
    url = next((article.url for article in cited if article is not None and article.url), "")
    if url:
        yield _element("hyperlink", url)
    yield "    </event>\n"


def _element(name: str, text: str) -> str:
    return f"      <{name}>{_text(text)}</{name}>\n"


def _time(at: CivilTime) -> str:
    return (
        f"{at.year:04d}-{at.month:02d}-{at.day:02d} {at.hour:02d}:{at.minute:02d}:{at.second:02d}"
    )


def _description(event: PublishedEvent) -> str:
    """The date as it is, what is known besides, and every quote with its source."""
    quotes = (f"“{each.quote}” ({each.article_name})" for each in event.citations)
    date = f"{event.when} ({event.edtf})"
    return "\n".join(part for part in (date, event.detail, event.note, *quotes) if part)


def _text(text: str) -> str:
    return escape(writable(text), quote=False).replace("\r", "&#13;")
