"""A small project for the table, with every kind of row."""

from __future__ import annotations

from timeline_app.domain import (
    Article,
    Change,
    Edit,
    Event,
    Evidence,
    Factuality,
    Reading,
    Record,
    ReviewStatus,
    TextRange,
    hash_text,
)
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.services.library import Library

WIRE = "He held a summit last week. The vote comes next week."
DESK = "The Duma ratified the treaty on Thursday."
SUMMIT, VOTE, TREATY, OLD, UNDATED, FOLDED = 11, 12, 13, 14, 15, 16


def fill(library: Library) -> None:
    """Two articles; an accepted event of both, a proposal, others without evidence."""
    records: tuple[Record, ...] = (
        article(1, "A summit", "Meridian Wire", WIRE),
        article(2, "A treaty", "East Desk", DESK),
        Event(
            SUMMIT,
            "Putin held a summit",
            parse_edtf("[2024-10-21..2024-10-27]"),
            ReviewStatus.ACCEPTED,
            people=("Vladimir Putin",),
            organisations=("Kremlin",),
            places=("Kazan",),
        ),
        Event(VOTE, "The vote", parse_edtf("2024-11-05"), factuality=Factuality.PLANNED),
        Event(TREATY, "Duma ratifies treaty", parse_edtf("2024-10-24"), ReviewStatus.ACCEPTED),
        Event(OLD, "Never mind", parse_edtf("1990"), ReviewStatus.REJECTED),
        Event(FOLDED, "Told in passing", parse_edtf("2024-10-25"), ReviewStatus.FOLDED),
        Event(UNDATED, "Sometime", None, ReviewStatus.ACCEPTED),
        evidence(21, SUMMIT, 1, WIRE, "He held a summit last week.", "last week"),
        evidence(22, SUMMIT, 2, DESK, DESK, ""),
        evidence(23, VOTE, 1, WIRE, "The vote comes next week.", "next week"),
        evidence(24, TREATY, 2, DESK, DESK, "on Thursday"),
    )
    library.apply(Change("fill", tuple(Edit(None, record) for record in records)))


def article(id_: int, title: str, source: str, text: str) -> Article:
    return Article(
        id=id_,
        title=title,
        text=text,
        body=(TextRange(0, len(text)),),
        published=CivilDate(2024, 10, 29),
        source=source,
        content_hash=hash_text(text),
    )


def evidence(
    id_: int, event_id: int, article_id: int, text: str, quote: str, words: str
) -> Evidence:
    start, found = text.index(quote), text.find(words) if words else -1
    return Evidence(
        id=id_,
        event_id=event_id,
        article_id=article_id,
        quote_range=TextRange(start, start + len(quote)),
        quote=quote,
        expression=TextRange(found, found + len(words)) if found >= 0 else None,
        readings=(Reading(parse_edtf("[2024-10-21..2024-10-27]"), "the week before"),),
        chosen=0 if event_id == SUMMIT and id_ == 21 else None,
    )
