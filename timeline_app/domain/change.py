"""Changes: every edit of a project is a value that knows its own inverse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from timeline_app.domain.article import Article
from timeline_app.domain.conventions import Preferences
from timeline_app.domain.event import Event, Evidence
from timeline_app.domain.ruling import Alias, Ruling, RulingKind

Record = Article | Event | Evidence | Preferences | Ruling | Alias


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after; None before means it is made, None after that it is deleted.

    Raises ValueError when both are None, or are not the same record.
    """

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("an edit needs a record")
        if self.before is not None and self.after is not None:
            same = type(self.before) is type(self.after) and self.before.id == self.after.id
            if not same:
                raise ValueError("an edit must keep the identity of its record")

    @property
    def record(self) -> Record:
        """The record as it is afterwards, or as it was when it is deleted."""
        return cast(Record, self.after if self.after is not None else self.before)

    @property
    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """One step of work, applied and undone as a whole.

    `label` completes "Undo …": "accept “Putin held a summit”". Edits apply in order.
    """

    label: str
    edits: tuple[Edit, ...]

    @property
    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.label, tuple(edit.inverse for edit in reversed(self.edits)))


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Which records a change has touched, so that views refresh only those."""

    articles: frozenset[int] = frozenset()
    events: frozenset[int] = frozenset()
    evidence: frozenset[int] = frozenset()

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> ChangeSet:
        """What a series of edits touches.

        Evidence also touches its event and its article, a ruling the events that it is on.
        """
        articles: set[int] = set()
        events: set[int] = set()
        evidence: set[int] = set()
        for edit in edits:
            match edit.record:
                case Article(id=article_id):
                    articles.add(article_id)
                case Event(id=event_id):
                    events.add(event_id)
                case Evidence(id=evidence_id, event_id=event_id, article_id=article_id):
                    evidence.add(evidence_id)
                    events.add(event_id)
                    articles.add(article_id)
                case Ruling(kind=RulingKind.OPEN, subjects=(event_id, *_)):
                    events.add(event_id)
                case Ruling(subjects=subjects):
                    events.update(subjects)
        return cls(frozenset(articles), frozenset(events), frozenset(evidence))
