"""Accepting, rejecting and putting off."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from timeline_app.domain import (
    Certainty,
    Change,
    ChangeSet,
    Edit,
    Event,
    ReviewStatus,
)
from timeline_app.services.edits import removals
from timeline_app.services.library import Library
from timeline_app.services.review.words import named


def accept(library: Library, *event_ids: int) -> ChangeSet:
    """Say that the events belong on the timeline."""
    return _decide(library, event_ids, "accept", _with_status(ReviewStatus.ACCEPTED))


def reject(library: Library, *event_ids: int) -> ChangeSet:
    """Say that the events do not belong on the timeline."""
    return _decide(library, event_ids, "reject", _with_status(ReviewStatus.REJECTED))


def reopen(library: Library, *event_ids: int) -> ChangeSet:
    """Make the events proposals again."""
    return _decide(library, event_ids, "reopen", _with_status(ReviewStatus.PROPOSED))


def unfold(library: Library, *event_ids: int) -> ChangeSet:
    """Make folded events proposals that wait for a decision."""
    return _decide(library, event_ids, "unfold", _with_status(ReviewStatus.PROPOSED))


def defer(library: Library, *event_ids: int) -> ChangeSet:
    """Put the events off: each goes behind every other one that waits in its articles."""
    project = library.project

    def put_off(event: Event) -> Event:
        waiting = (
            other.times_deferred
            for article in project.articles_of_event(event.id)
            for other in project.queue(article.id)
        )
        return replace(event, times_deferred=max(waiting, default=event.times_deferred) + 1)

    return _decide(library, event_ids, "put off", put_off)


def accept_all_certain(library: Library, article_id: int) -> ChangeSet:
    """Accept every proposal of an article that has a date and is certain."""
    certain = [
        event.id
        for event in library.project.queue(article_id)
        if event.span is not None and event.certainty is Certainty.CERTAIN
    ]
    return accept(library, *certain)


def accept_all_dated(library: Library) -> ChangeSet:
    """Accept every proposal of the project that has a date."""
    proposed = library.project.chronological(ReviewStatus.PROPOSED)
    return accept(library, *(event.id for event in proposed if event.span is not None))


def delete_events(library: Library, event_ids: Iterable[int]) -> ChangeSet:
    """Remove events and the evidence for them. The articles stay."""
    project = library.project
    events = [project.events[event_id] for event_id in dict.fromkeys(event_ids)]
    if not events:
        return ChangeSet()
    evidence = [e for event in events for e in project.evidence_of_event(event.id)]
    return library.apply(Change(f"delete {named(events)}", removals((*evidence, *events))))


def _with_status(status: ReviewStatus) -> Callable[[Event], Event]:
    return lambda event: replace(event, status=status)


def _decide(
    library: Library, event_ids: Iterable[int], verb: str, decision: Callable[[Event], Event]
) -> ChangeSet:
    events = [library.project.events[event_id] for event_id in dict.fromkeys(event_ids)]
    edits = [Edit(event, decision(event)) for event in events]
    changed = [event for event, edit in zip(events, edits, strict=True) if edit.after != event]
    if not changed:
        return ChangeSet()
    return library.apply(Change(f"{verb} {named(changed)}", tuple(edits)))
