"""A library with two articles, made through the services."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from timeline_app.domain import (
    Article,
    Certainty,
    DateOrigin,
    Factuality,
    Participant,
    Proposal,
    Reading,
    Relation,
    Role,
    TextRange,
)
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.services.library import Library

PUBLISHED = CivilDate(2024, 10, 29)
TEXT = "Putin held a summit last week. Austin will talk later. Tsukuryne fell on Monday."
OTHER_TEXT = "The summit was held on 23 October."
NOW = datetime(2024, 11, 1, 9, 30, tzinfo=UTC)


def day(number: int) -> TimeSpan:
    """A day of October 2024."""
    return TimeSpan.on(CivilDate(2024, 10, number))


def open_sample(folder: Path, name: str = "sample.timeline") -> Library:
    """An empty project under a clock that stands still."""
    return Library.open(folder / name, now=lambda: NOW)


def sample_article(text: str = TEXT, title: str = "The summit") -> Article:
    """An article as a reader makes it."""
    return Article(
        id=0,
        title=title,
        text=text,
        body=(TextRange(0, len(text)),),
        published=PUBLISHED,
        date_origin=DateOrigin.DATELINE,
        source="A paper",
    )


def proposal(quote: str, *, text: str = TEXT, readings: tuple[Reading, ...] = ()) -> Proposal:
    """A proposal for one sentence of the text, dated by its first reading."""
    start = text.index(quote)
    return Proposal(
        title=quote.rstrip("."),
        span=readings[0].span if readings else None,
        quote_range=TextRange(start, start + len(quote)),
        trigger=TextRange(start, start + len(quote.split(maxsplit=1)[0])),
        expression=None,
        factuality=Factuality.HAPPENED,
        certainty=Certainty.CERTAIN,
        rule="test",
        reason="because",
        readings=readings,
    )


def folded_proposal() -> Proposal:
    """What is kept back, with everything that explains it."""
    whole = proposal("Tsukuryne fell on Monday.", readings=(Reading(day(28), "Monday"),))
    start = whole.quote_range.start
    return replace(
        whole,
        title="Fall of Tsukuryne",
        clause=TextRange(start, start + 14),
        participants=(Participant("Tsukuryne", Role.AGENT, TextRange(start, start + 9)),),
        source="Mark Rutte",
        relation=Relation.BEFORE,
        why=("The subject comes from the clause.",),
        salience=0.125,
        is_folded=True,
    )


def sample_proposals() -> list[Proposal]:
    """Three proposals in text order: with two readings, without a date, with one reading."""
    return [
        proposal(
            "Putin held a summit last week.",
            readings=(Reading(day(21), "Monday"), Reading(day(22), "Tuesday")),
        ),
        proposal("Austin will talk later."),
        proposal("Tsukuryne fell on Monday.", readings=(Reading(day(28), "Monday"),)),
    ]
