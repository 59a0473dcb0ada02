"""Making one event of several that are the same, and ruling that two are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from timeline_app.domain import (
    MUTUAL,
    Change,
    ChangeSet,
    Edit,
    Event,
    ReviewStatus,
    Ruling,
    RulingKind,
)
from timeline_app.services.library import Library
from timeline_app.services.project import Project
from timeline_app.services.review.sources import agreed_span, told_span
from timeline_app.services.review.words import named, quoted

_STANDING = (
    ReviewStatus.ACCEPTED,
    ReviewStatus.PROPOSED,
    ReviewStatus.FOLDED,
    ReviewStatus.REJECTED,
)


def merge(library: Library, *event_ids: int) -> int:
    """Make one event of several, resting on all their evidence, in one step; returns its id.

    It is the accepted one among them, or else the oldest, and keeps its title unless that of
    another was edited. Names, tags and notes of all are kept; where the sources agree its date is
    what all of them leave, and a date of the researcher's own stays. Raises ValueError for fewer
    than two events.
    """
    project = library.project
    events = [project.events[event_id] for event_id in dict.fromkeys(event_ids)]
    if len(events) < 2:
        raise ValueError("it takes two events to merge")
    kept, *others = sorted(events, key=lambda event: (_STANDING.index(event.status), event.id))
    edits = [
        *_moved_evidence(project, kept, others),
        Edit(kept, _merged(project, kept, others)),
        *_moved_rulings(project, kept, others),
        *(Edit(event, None) for event in others),
    ]
    label = f"merge {quoted(kept.title)} with {named(others)}"
    library.apply(Change(label, tuple(edits)))
    return kept.id


def separate(library: Library, evidence_id: int) -> int:
    """Make an event of its own of one piece of evidence that was merged; returns its id.

    It has the title, names and status of the event that it leaves, and the date that its source
    gives; the two are kept apart for good. The date of the other is again what its sources leave,
    unless the researcher has set it. Raises ValueError where the event rests on nothing else.
    """
    project = library.project
    evidence = project.evidence[evidence_id]
    event = project.events[evidence.event_id]
    rest = [each for each in project.evidence_of_event(event.id) if each.id != evidence_id]
    if not rest:
        raise ValueError("an event cannot lose all that it rests on")
    alone = replace(
        event,
        id=library.new_id(),
        span=told_span(evidence) or event.span,
        is_date_edited=False,
        note="",
    )
    span = event.span if event.is_date_edited else agreed_span(rest) or event.span
    edits = (
        Edit(None, alone),
        Edit(evidence, replace(evidence, event_id=alone.id)),
        Edit(event, replace(event, span=span)),
        Edit(None, Ruling(library.new_id(), RulingKind.APART, (event.id, alone.id))),
    )
    library.apply(Change(f"separate a source of {quoted(event.title)}", edits))
    return alone.id


def keep_apart(library: Library, one_id: int, other_id: int) -> ChangeSet:
    """Rule that two events are not the same, for good."""
    project = library.project
    if is_apart(project, one_id, other_id):
        return ChangeSet()
    subjects = (min(one_id, other_id), max(one_id, other_id))
    ruling = Ruling(library.new_id(), RulingKind.APART, subjects)
    one, other = project.events[one_id], project.events[other_id]
    label = f"keep {quoted(one.title)} and {quoted(other.title)} apart"
    return library.apply(Change(label, (Edit(None, ruling),)))


def is_apart(project: Project, one_id: int, other_id: int) -> bool:
    """Whether it was ruled that two events are not the same."""
    return (min(one_id, other_id), max(one_id, other_id)) in apart_pairs(project)


def apart_pairs(project: Project) -> frozenset[tuple[int, ...]]:
    """The ids of all events that are kept apart, by twos, the smaller first."""
    rulings = project.rulings.values()
    return frozenset(ruling.subjects for ruling in rulings if ruling.kind is RulingKind.APART)


def _merged(project: Project, kept: Event, others: Sequence[Event]) -> Event:
    every = (kept, *others)
    titled = next((event for event in every if event.is_title_edited), kept)
    dated = next((event for event in every if event.is_date_edited), None)
    if dated is not None:
        span = dated.span
    else:
        evidence = chain.from_iterable(project.evidence_of_event(event.id) for event in every)
        first = next((event.span for event in every if event.span is not None), None)
        span = agreed_span(evidence) or first
    return replace(
        kept,
        title=titled.title,
        is_title_edited=titled.is_title_edited,
        span=span,
        is_date_edited=dated is not None,
        people=_all(event.people for event in every),
        organisations=_all(event.organisations for event in every),
        places=_all(event.places for event in every),
        tags=_all(event.tags for event in every),
        note="\n".join(_all([event.note] for event in every if event.note)),
    )


def _moved_evidence(project: Project, kept: Event, others: Iterable[Event]) -> list[Edit]:
    evidence = chain.from_iterable(project.evidence_of_event(event.id) for event in others)
    return [Edit(each, replace(each, event_id=kept.id)) for each in evidence]


def _moved_rulings(project: Project, kept: Event, others: Iterable[Event]) -> list[Edit]:
    """What was kept apart from one of the others, or linked to it, is so to the merged event."""
    gone, edits = {event.id for event in others}, list[Edit]()
    known = {(ruling.kind, ruling.subjects) for ruling in project.rulings.values()}
    for ruling in project.rulings.values():
        if ruling.kind is RulingKind.OPEN or not gone & set(ruling.subjects):
            continue
        moved = [kept.id if each in gone else each for each in ruling.subjects]
        subjects = tuple(sorted(moved) if ruling.kind in MUTUAL else moved)
        is_new = len(set(subjects)) == 2 and (ruling.kind, subjects) not in known
        known.add((ruling.kind, subjects))
        edits.append(Edit(ruling, replace(ruling, subjects=subjects) if is_new else None))
    return edits


def _all(names: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(names)))
