"""Links between events: one is before another, causes it, is part of it, or contradicts it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.domain import (
    LINKS,
    MUTUAL,
    Change,
    ChangeSet,
    Edit,
    Ruling,
    RulingKind,
    UserError,
)
from timeline_app.services.library import Library
from timeline_app.services.project import Project
from timeline_app.services.review.words import quoted

# Seen from the first event, and from the second.
_WORDS = {
    RulingKind.BEFORE: ("before", "after"),
    RulingKind.CAUSES: ("causes", "caused by"),
    RulingKind.PART_OF: ("part of", "includes"),
    RulingKind.CONTRADICTS: ("contradicts", "contradicts"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A link as one of its events sees it: "before", "caused by"; `other` is the other event."""

    ruling_id: int
    words: str
    other: int


def link(library: Library, one_id: int, kind: RulingKind, other_id: int) -> ChangeSet:
    """Link two events, the first to the second.

    Raises UserError for an event and itself, and for what is linked the other way round.
    """
    project = library.project
    one, other = project.events[one_id], project.events[other_id]
    if one_id == other_id:
        raise UserError("An event cannot be linked to itself.")
    known = {(each.kind, each.subjects) for each in project.rulings.values()}
    subjects = _subjects(kind, one_id, other_id)
    if (kind, subjects) in known:
        return ChangeSet()
    if kind not in MUTUAL and (kind, (other_id, one_id)) in known:
        raise UserError(
            f"{quoted(other.title)} is linked as “{_WORDS[kind][0]}” {quoted(one.title)} already. "
            "Remove that link first."
        )
    label = f"link {quoted(one.title)} to {quoted(other.title)}"
    return library.apply(Change(label, (Edit(None, Ruling(library.new_id(), kind, subjects)),)))


def unlink(library: Library, ruling_id: int) -> ChangeSet:
    """Remove a link."""
    ruling = library.project.rulings[ruling_id]
    events = library.project.events
    titles = " and ".join(quoted(events[each].title) for each in ruling.subjects if each in events)
    return library.apply(Change(f"unlink {titles}", (Edit(ruling, None),)))


def links_of(project: Project, event_id: int) -> list[Link]:
    """The links of an event to others that are there, in the order of the kinds."""
    found = [
        (LINKS.index(ruling.kind), place, Link(ruling.id, _WORDS[ruling.kind][place], other))
        for ruling in project.rulings.values()
        if ruling.kind in LINKS and event_id in ruling.subjects
        for place in (ruling.subjects.index(event_id),)
        for other in (ruling.subjects[1 - place],)
        if other in project.events
    ]
    return [each for _kind, _place, each in sorted(found, key=lambda each: each[:2])]


def _subjects(kind: RulingKind, one_id: int, other_id: int) -> tuple[int, int]:
    if kind in MUTUAL:
        return min(one_id, other_id), max(one_id, other_id)
    return one_id, other_id
