"""Markwhen: a timeline as text, https://docs.markwhen.com/syntax/overview.

An event is a line that begins with its date, then properties (`key: value`), then its description.
Markwhen knows years, months and days, times of day in UTC, and stretches of them; the property
`edtf` keeps what it does not know. Descriptions are quoted, so that no line of theirs is taken for
another event.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from timeline_app.domain import Certainty, Factuality, Progress
from timeline_app.domain.time import CivilTime, Precision, TimeSpan
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
from timeline_app.exporters.publication import Publication, PublishedEvent

_BREAKS = re.compile(r"\s+")
_NO_TAG_SIGN = re.compile(r"[^\w\-]+")


class MarkwhenExporter:
    """Events as lines, in order of time."""

    key = "markwhen"
    name = "Timeline, Markwhen"
    suffix = ".mw"
    is_whole = False

    def losses(self, publication: Publication) -> list[str]:
        """Markwhen draws stretches only, of years with four digits."""
        instead = "Markwhen draws all the time in which they may lie; EDTF stands beside it"
        return told(
            undated(publication),
            far_away(publication),
            inexact(publication, instead),
            zoned(publication),
            sourced(publication),
        )

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write event by event."""
        title = json.dumps(_line(publication.title), ensure_ascii=False)
        stream.write(f"---\ntitle: {title}\n---\n".encode())
        for event in watched(publication.events, progress):
            stretch = stretch_of(event.span)
            if stretch is not None and is_within_four_digits(event):
                stream.write("\n".join(("", *_lines(event, stretch), "")).encode())


def _lines(event: PublishedEvent, stretch: Stretch) -> Iterator[str]:
    tags = "".join(f" #{_tag(tag)}" for tag in event.tags)
    # A backslash is no escape here: a zero-width space parts “#” from what would be a tag.
    title = _line(event.title).replace("#", "#\u200b") or "Untitled"
    yield f"{_date(stretch)}: {title}{tags}"
    if stretch.has_time or not _is_told_by_days(event.span):
        yield f"edtf: {json.dumps(event.edtf)}"
    for name, values in (
        ("people", event.people),
        ("organisations", event.organisations),
        ("places", event.places),
    ):
        if values:
            yield f"{name}: {json.dumps(list(map(_line, values)), ensure_ascii=False)}"
    if event.certainty is not Certainty.CERTAIN:
        yield f"certainty: {json.dumps(event.certainty)}"
    if event.factuality is not Factuality.HAPPENED:
        yield f"factuality: {json.dumps(event.factuality)}"
    for line in event.note.splitlines():
        yield f"> {line}"
    for citation in event.citations:
        yield f"> “{_line(citation.quote)}” ({_line(citation.article_name)})"


def _is_told_by_days(span: TimeSpan | None) -> bool:
    """Whether two days say all of a date: of 2020-01/2020-12 they do not say that it is months."""
    return is_exact(span) and span is not None and span.precision is Precision.DAY


def _date(stretch: Stretch) -> str:
    if stretch.has_time:
        return f"{_time(stretch.first)}-{_time(civil_time(stretch.end))}"
    first, last = (
        f"{at.year:04d}-{at.month:02d}-{at.day:02d}" for at in (stretch.first, stretch.last)
    )
    return first if first == last else f"{first}/{last}"


def _time(at: CivilTime) -> str:
    day = f"{at.year:04d}-{at.month:02d}-{at.day:02d}"
    return f"{day}T{at.hour:02d}:{at.minute:02d}:{at.second:02d}Z"


def _line(text: str) -> str:
    return _BREAKS.sub(" ", text).strip()


def _tag(text: str) -> str:
    """A tag is one word."""
    return _NO_TAG_SIGN.sub("-", text).strip("-") or "tag"
