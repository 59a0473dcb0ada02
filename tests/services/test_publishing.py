"""A publication is made from a real project, and holds only what was accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from timeline_app.domain import (
    Article,
    Change,
    DateOrigin,
    Edit,
    Event,
    Evidence,
    Origin,
    Reading,
    Record,
    ReviewStatus,
    TextRange,
    hash_text,
)
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.exporters import Publication, ReviewRecord
from timeline_app.services.library import Library
from timeline_app.services.publishing import build_publication, period_in_words, title_of

TEXT = "Dateline\nThe column moved on.\nHe held a summit last week. The vote comes next week."
BODY = (TextRange(9, len(TEXT)),)
ACCEPTED = ReviewStatus.ACCEPTED
DAY = CivilDate(2024, 10, 29)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(tmp_path / "korea-russia.timeline")
    yield library
    library.close()


def add(library: Library, *records: Record) -> None:
    library.apply(Change("add", tuple(Edit(None, record) for record in records)))


def article(id_: int, text: str = TEXT, published: CivilDate | None = DAY) -> Article:
    return Article(
        id=id_,
        title=f"Article {id_}",
        text=text,
        body=BODY,
        published=published,
        date_origin=DateOrigin.DATELINE if published else DateOrigin.NOT_FOUND,
        source="Meridian Wire",
        content_hash=hash_text(f"{id_}{text}"),
    )


def evidence(
    id_: int, event: int, article_id: int, quote: str, words: str = "", chosen: int | None = 0
) -> Evidence:
    start = TEXT.index(quote)
    found = TEXT.find(words) if words else -1
    span = parse_edtf("[2024-10-21..2024-10-27]")
    return Evidence(
        id=id_,
        event_id=event,
        article_id=article_id,
        quote_range=TextRange(start, start + len(quote)),
        quote=quote,
        expression=TextRange(found, found + len(words)) if words else None,
        readings=(Reading(span, "calendar week before"), Reading(span, "seven days before")),
        chosen=chosen,
    )


def publish(library: Library) -> Publication:
    return build_publication(
        library.project,
        project_name=library.path.name,
        today=CivilDate(2024, 11, 14),
        version="0.1.0",
    )


def test_only_accepted_events_are_published_in_order_of_time(library: Library) -> None:
    add(
        library,
        Event(1, "Later", parse_edtf("2024-11-05"), ACCEPTED),
        Event(2, "Proposed", parse_edtf("2024-10-01")),
        Event(3, "Rejected", parse_edtf("2024-10-02"), ReviewStatus.REJECTED),
        Event(4, "Without a date", None, ACCEPTED),
        Event(5, "Earlier", parse_edtf("2024-10-29"), ACCEPTED),
    )
    made = publish(library)
    assert [(event.number, event.title) for event in made.events] == [
        (1, "Earlier"),
        (2, "Later"),
        (3, "Without a date"),
    ]
    assert [event.when for event in made.events] == ["Tue 29 Oct 2024", "Tue 5 Nov 2024", "undated"]
    assert [event.edtf for event in made.events] == ["2024-10-29", "2024-11-05", ""]
    assert made.compiled == "14 November 2024"
    assert made.summary == "3 events, 29 October to 5 November 2024."


def test_citation_tells_words_anchor_and_sentence(library: Library) -> None:
    add(
        library,
        article(1),
        Event(2, "Summit", parse_edtf("[2024-10-21..2024-10-27]"), ACCEPTED),
        replace(evidence(3, 2, 1, "He held a summit last week.", "last week"), source="Mark Rutte"),
    )
    (event,) = publish(library).events
    (citation,) = event.citations
    assert citation.said_by == "Mark Rutte"
    assert citation.as_written == "last week"
    assert citation.time_words is not None
    assert citation.time_words.cut(citation.quote) == "last week"
    assert citation.anchor == "Tue 29 Oct 2024"
    assert citation.sentence == 2
    assert (citation.article_number, citation.article_name) == (1, "Meridian Wire")


def test_time_words_outside_of_the_quote_are_named_but_not_underlined(library: Library) -> None:
    add(
        library,
        article(1, published=None),
        Event(2, "Column", parse_edtf("2024-10"), ACCEPTED),
        evidence(3, 2, 1, "The column moved on.", "next week"),
    )
    (citation,) = publish(library).events[0].citations
    assert citation.as_written == "next week"
    assert citation.time_words is None
    assert citation.anchor == ""


def test_several_sources_follow_the_one_that_dates_the_event(library: Library) -> None:
    add(
        library,
        article(1),
        article(2, TEXT + " More."),
        Event(3, "Summit", parse_edtf("[2024-10-21..2024-10-27]"), ACCEPTED),
        evidence(4, 3, 2, "The column moved on.", chosen=None),
        evidence(5, 3, 1, "He held a summit last week.", "last week"),
    )
    made = publish(library)
    assert [citation.article_number for citation in made.events[0].citations] == [1, 2]
    assert [source.number for source in made.articles] == [1, 2]


def test_articles_nobody_cites_are_counted_but_not_listed(library: Library) -> None:
    add(
        library,
        article(1),
        article(2, TEXT + " More."),
        Event(3, "Vote", parse_edtf("2024-11-05"), ACCEPTED),
        evidence(4, 3, 2, "The vote comes next week.", "next week"),
    )
    made = publish(library)
    assert [source.number for source in made.articles] == [2]
    assert made.articles[0].date_note == "found in the dateline"
    assert made.record.articles_read == 2


def test_record_counts_how_events_came_about(library: Library) -> None:
    span = parse_edtf("[2024-10-21..2024-10-27]")
    add(
        library,
        article(1),
        Event(2, "As proposed", span, ACCEPTED),
        Event(3, "Other reading", span, ACCEPTED),
        Event(4, "New title", span, ACCEPTED, is_title_edited=True),
        Event(5, "By hand", span, ACCEPTED, origin=Origin.RESEARCHER),
        Event(6, "Rejected", span, ReviewStatus.REJECTED),
        Event(7, "Waiting", span),
        evidence(8, 2, 1, "He held a summit last week.", "last week"),
        evidence(9, 3, 1, "He held a summit last week.", "last week", chosen=1),
    )
    assert publish(library).record == ReviewRecord(1, 2, 1, 1, 1)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["2024-10-29"], "29 October 2024"),
        (["2024-09-28", "2024-11-17"], "28 September to 17 November 2024"),
        (["2023-12-24", "2024-01-02"], "24 December 2023 to 2 January 2024"),
        (["1848", "1851-12-02"], "1848 to 1851"),
        (["-0043-03-15", "0014"], "44 BCE to 14"),
        ([], ""),
    ],
)
def test_period_names_first_and_last_day(dates: list[str], words: str) -> None:
    events = [Event(1, "x", parse_edtf(date)) for date in dates]
    assert period_in_words([*events, Event(2, "undated", None)]) == words


def test_period_of_open_spans_counts_what_is_known() -> None:
    since = TimeSpan.ongoing_since(CivilDate(2024, 8, 6).instant)
    assert period_in_words([Event(1, "x", since)]) == "6 August 2024"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("korea-russia-2024.timeline", "Korea russia 2024"),
        ("My_project.timeline", "My project"),
        (".timeline", "Timeline"),
    ],
)
def test_title_comes_from_the_file_name(name: str, title: str) -> None:
    assert title_of(name) == title
