"""A project for the timeline, with every kind of date."""

from __future__ import annotations

from timeline_app.domain import (
    Article,
    Change,
    DateOrigin,
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

QUOTE = "He held a summit with <b>leaders</b> last week."
ACCEPTED = (
    ("Summit", "[2024-10-21..2024-10-27]", "Russia"),
    ("Shipment", "2024-10-08/2024-10-13", "North Korea"),
    ("Treaty", "2024-11-09", "Russia"),
    ("Troops sent", "[..2024-10-29]", "North Korea"),
    ("Strikes", "[2024-10-29..]", "Russia"),
    ("Incursion", "2024-08-06/..", "Ukraine"),
)
PROPOSED = (("Vote", "2024-11-05", "Ukraine"),)


def fill(library: Library) -> dict[str, int]:
    """Events with one article as evidence; returns their ids by title."""
    article = Article(
        library.new_id(),
        "A week in October",
        QUOTE,
        (TextRange(0, len(QUOTE)),),
        CivilDate(2024, 10, 29),
        DateOrigin.DATELINE,
        source="Meridian Wire",
        content_hash=hash_text(QUOTE),
    )
    records: list[Record] = [article]
    ids: dict[str, int] = {}
    for title, edtf, actor in (*ACCEPTED, *PROPOSED):
        is_accepted = (title, edtf, actor) in ACCEPTED
        event = Event(
            library.new_id(),
            title,
            parse_edtf(edtf),
            ReviewStatus.ACCEPTED if is_accepted else ReviewStatus.PROPOSED,
            factuality=Factuality.HAPPENED if is_accepted else Factuality.PLANNED,
            organisations=(actor,),
        )
        ids[title] = event.id
        words = QUOTE.index("last week")
        evidence = Evidence(
            library.new_id(),
            event.id,
            article.id,
            TextRange(0, len(QUOTE)),
            QUOTE,
            expression=TextRange(words, words + len("last week")),
            readings=(Reading(parse_edtf(edtf), "as told"),),
            source="<b>Rutte</b>",
        )
        records += [event, evidence]
    library.apply(Change("fill", tuple(Edit(None, record) for record in records)))
    return ids
