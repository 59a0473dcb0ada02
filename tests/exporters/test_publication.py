"""The words a publication says about itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline_app.domain import Factuality
from timeline_app.exporters import (
    Citation,
    Publication,
    PublishedArticle,
    PublishedEvent,
    ReviewRecord,
)


def cite(article: int) -> Citation:
    return Citation(article, "Meridian Wire", 1, "It was so.", None, "", "")


EVENT = PublishedEvent(
    number=1,
    event_id=7,
    title="Summit",
    span=None,
    when="undated",
    edtf="",
    factuality=Factuality.HAPPENED,
    people=("Vladimir Putin",),
    organisations=("NATO",),
    places=("Kazan",),
    citations=(cite(3), cite(1), cite(3)),
)


def publication(*events: PublishedEvent, period: str = "2024") -> Publication:
    record = ReviewRecord(len(events), 0, 0, 0, 1)
    return Publication("Title", "a.timeline", period, "today", "1", events, (), record)


def test_summary_counts_events_and_cited_articles() -> None:
    second = replace(EVENT, number=2, citations=(cite(1),))
    assert publication(EVENT, second).summary == "2 events from 2 articles, 2024."
    assert publication(second).summary == "1 event from 1 article, 2024."
    assert publication(replace(EVENT, citations=()), period="").summary == "1 event."


def test_articles_of_an_event_are_counted_once() -> None:
    assert EVENT.article_numbers == (1, 3)


@pytest.mark.parametrize(
    ("factuality", "detail"),
    [
        (Factuality.HAPPENED, "Vladimir Putin, NATO, Kazan"),
        (Factuality.UNDER_WAY, "Vladimir Putin, NATO, Kazan, under way"),
        (Factuality.SAID, "Vladimir Putin, NATO, Kazan, as said"),
        (Factuality.PLANNED, "Vladimir Putin, NATO, Kazan, planned"),
        (Factuality.DENIED, "Vladimir Putin, NATO, Kazan, denied"),
    ],
)
def test_detail_names_who_where_and_the_claim(factuality: Factuality, detail: str) -> None:
    assert replace(EVENT, factuality=factuality).detail == detail


def test_undated_event_has_no_mark() -> None:
    assert EVENT.look is None


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (
            ReviewRecord(30, 9, 5, 13, 6),
            "44 accepted: 30 as proposed, 9 edited, 5 entered by hand. 13 rejected.",
        ),
        (ReviewRecord(0, 0, 2, 0, 0), "2 accepted: 2 entered by hand. 0 rejected."),
        (ReviewRecord(0, 0, 0, 4, 1), "None accepted. 4 rejected."),
    ],
)
def test_record_tells_how_events_came_about(record: ReviewRecord, sentence: str) -> None:
    assert record.sentence == sentence


def test_article_is_called_by_its_source_or_else_its_title() -> None:
    article = PublishedArticle(1, "A title", "", "", "", "", None, "not known", "no date found")
    assert article.name == "A title"
    assert replace(article, source="East Desk").name == "East Desk"
    assert replace(article, title="").name == "Untitled article"
