"""Publications to print, made by hand: nothing in them was computed."""

from __future__ import annotations

from timeline_app.domain import Factuality, TextRange
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.exporters import (
    Citation,
    Publication,
    PublishedArticle,
    PublishedEvent,
    ReviewRecord,
)

SUMMIT_QUOTE = "He held a summit with leaders from China and India last week."
ELECTION_QUOTE = "The election comes next week."


def instant(year: int, month: int, day: int) -> int:
    return CivilDate(year, month, day).instant


def citation(quote: str, words: str = "", *, article: int = 1) -> Citation:
    start = quote.find(words) if words else -1
    time_words = TextRange(start, start + len(words)) if start >= 0 else None
    return Citation(article, "Pasted text", 10, quote, time_words, words, "Tue 29 Oct 2024")


def event(
    number: int,
    title: str,
    span: TimeSpan | None,
    when: str,
    edtf: str,
    *citations: Citation,
    factuality: Factuality = Factuality.HAPPENED,
) -> PublishedEvent:
    return PublishedEvent(
        number=number,
        event_id=100 + number,
        title=title,
        span=span,
        when=when,
        edtf=edtf,
        factuality=factuality,
        people=("Vladimir Putin",),
        organisations=(),
        places=("Kazan",),
        citations=citations,
    )


def article(number: int = 1) -> PublishedArticle:
    return PublishedArticle(
        number=number,
        title="North Korea Joins Russia",
        source="Pasted text",
        author="Jane Doe",
        place="Kursk, Russia",
        url="https://example.org/kursk",
        published=CivilDate(2024, 10, 29),
        published_in_words="Tue 29 Oct 2024",
        date_note="found in the dateline",
    )


def publication(*events: PublishedEvent, title: str = "Autumn 2024") -> Publication:
    return Publication(
        title=title,
        file_name="autumn.timeline",
        period="21 October to 10 November 2024",
        compiled="14 November 2024",
        version="0.1.0",
        events=events,
        articles=(article(1),),
        record=ReviewRecord(len(events), 0, 0, 2, 3),
    )


def small_publication() -> Publication:
    """Three events: a week, a plan, and one without a date."""
    summit = TimeSpan.within(instant(2024, 10, 21), instant(2024, 10, 27))
    election = TimeSpan.within(instant(2024, 11, 4), instant(2024, 11, 10))
    return publication(
        event(
            1,
            "Putin held a summit",
            summit,
            "Sometime 21 – 27 Oct 2024",
            "[2024-10-21..2024-10-27]",
            citation(SUMMIT_QUOTE, "last week"),
        ),
        event(
            2,
            "U.S. presidential election",
            election,
            "Sometime 4 – 10 Nov 2024",
            "[2024-11-04..2024-11-10]",
            citation(ELECTION_QUOTE, "next week"),
            factuality=Factuality.PLANNED,
        ),
        event(3, "The fleet fled", None, "undated", ""),
    )


def large_publication(count: int) -> Publication:
    """As many events as asked for, a day apart."""
    first = CivilDate(2000, 1, 1)
    return publication(
        *(
            event(
                number,
                f"Envoys met for round {number} of the talks",
                TimeSpan.on(first.plus_days(number)),
                "Tue 29 Oct 2024",
                "2024-10-29",
                citation(f"The envoys met again last week, round {number}.", "last week"),
            )
            for number in range(1, count + 1)
        )
    )
