"""All that a project holds, as one value."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.domain.article import Article
from timeline_app.domain.conventions import Preferences
from timeline_app.domain.event import Event, Evidence
from timeline_app.domain.ruling import Alias, Ruling


@dataclass(frozen=True, slots=True)
class Contents:
    """All records of a project, each kind in the order in which they were made.

    There is one record of `preferences`, or none.
    """

    articles: tuple[Article, ...] = ()
    events: tuple[Event, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    preferences: tuple[Preferences, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    aliases: tuple[Alias, ...] = ()
