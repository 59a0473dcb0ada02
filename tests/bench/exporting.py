"""How long every exporter takes for a hundred thousand events with their sources."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.bench.measure import Measure
from timeline_app.domain import Certainty, Contents, Event, Evidence, Factuality, ReviewStatus
from timeline_app.domain.text_range import TextRange
from timeline_app.domain.time import CivilDate, Precision, TimeSpan
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.domain.time.wording import span_in_words
from timeline_app.exporters import (
    Citation,
    Publication,
    PublishedArticle,
    PublishedEvent,
    ReviewRecord,
    export_file,
)
from timeline_app.exporters.registry import EXPORTERS
from timeline_app.rendering.drawn_formats import PNG, SVG

_COUNT = 100_000
_MOST_ARTICLES = 1_000
_EVENTS_OF_ARTICLE = 10
_DAY = 86_400
_QUOTE = "The column moved on towards the town, and the talks were put off until the week after."


def measures() -> list[Measure]:
    """Seconds for each format, from the publication to the file on the disk."""
    publication = make_publication(_COUNT)
    application = QGuiApplication.instance() or QGuiApplication([])
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for exporter in (*EXPORTERS, SVG, PNG):
            start = time.perf_counter()
            export_file(exporter, publication, Path(folder) / f"out{exporter.suffix}")
            taken = time.perf_counter() - start
            found.append(Measure(f"{exporter.name} of 100,000 events", taken, "s", 20))
    del application  # Qt draws text only while it lives
    return found


def make_publication(count: int) -> Publication:
    """As many events as wanted, of the kinds that projects hold, each with its sources."""
    read = min(_MOST_ARTICLES, -(-count // _EVENTS_OF_ARTICLE))
    events = tuple(_event(number, read) for number in range(1, count + 1))
    articles = tuple(_article(number) for number in range(1, read + 1))
    return Publication(
        title="A long history",
        file_name="history.timeline",
        period="",
        compiled="14 November 2024",
        version="0",
        events=events,
        articles=articles,
        record=ReviewRecord(count, 0, 0, 0, read),
        made_on=CivilDate(2024, 11, 14),
        contents=_contents(events),
    )


def _span(number: int) -> TimeSpan:
    first = (number * 7 - 50_000) * _DAY
    match number % 5:
        case 0:
            return TimeSpan.lasting(first, first + 20 * _DAY)
        case 1:
            return TimeSpan.within(first, first + 6 * _DAY)
        case 2:
            return TimeSpan.at(first, Precision.MONTH)
        case _:
            return TimeSpan.at(first)


def _event(number: int, articles: int) -> PublishedEvent:
    span = _span(number)
    cited = range(2 if number % 10 == 0 else 1)
    return PublishedEvent(
        number=number,
        event_id=number,
        title=f"Delegation {number} met for talks on the treaty",
        span=span,
        when=span_in_words(span),
        edtf=write_edtf(span),
        factuality=Factuality.HAPPENED,
        people=("Vladimir Putin", "Kim Jong Un")[: number % 3],
        organisations=("NATO",)[: number % 2],
        places=("Kazan",),
        citations=tuple(_citation((number + each) % articles + 1) for each in cited),
        certainty=Certainty.PROBABLE,
        tags=("talks", "treaty")[: number % 3],
    )


def _citation(article: int) -> Citation:
    words = TextRange(54, 70)
    return Citation(article, f"Paper {article}", 3, _QUOTE, words, "the week after", "14 Nov 2024")


def _article(number: int) -> PublishedArticle:
    return PublishedArticle(
        number,
        f"What happened in week {number}",
        f"Paper {number}",
        "Doe, Jane",
        "Kursk",
        f"https://example.org/{number}",
        CivilDate(2024, 11, 14),
        "Thu 14 Nov 2024",
        "found in the dateline",
    )


def _contents(events: tuple[PublishedEvent, ...]) -> Contents:
    whole = tuple(
        Event(each.event_id, each.title, each.span, ReviewStatus.ACCEPTED) for each in events
    )
    quote = TextRange(0, len(_QUOTE))
    evidence = tuple(
        Evidence(len(events) + each.event_id, each.event_id, 1, quote, _QUOTE) for each in events
    )
    return Contents((), whole, evidence)
