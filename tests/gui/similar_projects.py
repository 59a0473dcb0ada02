"""Projects in which several articles tell of one event."""

from __future__ import annotations

from dataclasses import replace

from tests.services.sample_project import proposal, sample_article
from timeline_app.domain import Participant, Proposal, Reading, Role, TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library

WEEK = "[2024-10-21..2024-10-27]"
_WHO, _DID = "Vladimir Putin", "opened"


def tell(library: Library, text: str, edtf: str, published: int, source: str) -> int:
    """Add an article of October 2024 with one proposal, and return the id of the event."""
    made = _proposal(text, edtf)
    article = replace(
        sample_article(text, text), published=CivilDate(2024, 10, published), source=source
    )
    article_id = add_article(library, article, [made])
    return library.project.events_of_article(article_id)[0].id


def fill_similar(library: Library, other_day: str = "2024-10-22") -> tuple[int, int]:
    """Two articles that tell of one bridge: the ids of their events."""
    first = "Vladimir Putin opened the new bridge over the Volga last week."
    second = "Russian President Vladimir Putin opened the new bridge over the Volga."
    return (
        tell(library, first, WEEK, 29, "East Desk"),
        tell(library, second, other_day, 24, "Meridian Wire"),
    )


def _proposal(text: str, edtf: str) -> Proposal:
    start = text.index(_DID)
    who = text.index(_WHO)
    return replace(
        proposal(text, text=text, readings=(Reading(parse_edtf(edtf), "as told"),)),
        trigger=TextRange(start, start + len(_DID)),
        people=(_WHO,),
        participants=(Participant(_WHO, Role.AGENT, TextRange(who, who + len(_WHO))),),
    )
