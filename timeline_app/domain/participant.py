"""Who takes part in an event, and how it lies to the time that dates it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.domain.article import TextRange


class Role(StrEnum):
    """The part that somebody or something plays in an event."""

    AGENT = "agent"
    PATIENT = "patient"
    OTHER = "other"


class Relation(StrEnum):
    """How an event lies to the time expression that dates it."""

    WITHIN = "within"
    BEGINS = "begins"
    ENDS = "ends"
    BEFORE = "before"
    AFTER = "after"
    THROUGHOUT = "throughout"


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part in an event: the name, or the words of the text where there is no name.

    `range` is the mention in the article's text, which may be a pronoun.
    """

    name: str
    role: Role
    range: TextRange
