"""Time links: that an event has a time."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.domain import Relation
from timeline_app.extraction.events.reading import PlacedTime


@dataclass(frozen=True, slots=True)
class TimeLink:
    """A time that dates an event: which, in which sentence it stands, how it lies to it, and why.

    `why` is a short sentence, empty where the time stands with the event itself. `is_own` is
    whether it tells more than when the event of the clause around it was.
    """

    time: PlacedTime
    sentence: int
    relation: Relation = Relation.WITHIN
    why: str = ""
    is_own: bool = True
