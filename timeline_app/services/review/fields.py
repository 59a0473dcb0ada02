"""Editing what an event says, its date apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline_app.domain import (
    Certainty,
    Change,
    ChangeSet,
    Edit,
    Event,
    Factuality,
    UserError,
)
from timeline_app.services.library import Library
from timeline_app.services.review.words import clean_line, clean_names, clean_text, quoted


def set_title(library: Library, event_id: int, title: str) -> ChangeSet:
    """Give an event another title. Raises UserError when it is empty."""
    title = clean_line(title)
    if not title:
        raise UserError("A title needs at least one word.")
    event = library.project.events[event_id]
    if title == event.title:
        return ChangeSet()
    return _edit(library, event, replace(event, title=title, is_title_edited=True), "title")


def set_factuality(library: Library, event_id: int, factuality: Factuality) -> ChangeSet:
    """Say whether it happened, was said, is planned, possible or denied."""
    event = library.project.events[event_id]
    return _edit(library, event, replace(event, factuality=factuality), "status")


def set_certainty(library: Library, event_id: int, certainty: Certainty) -> ChangeSet:
    """Say how sure it is that event and date are right."""
    event = library.project.events[event_id]
    return _edit(library, event, replace(event, certainty=certainty), "certainty")


def set_names(
    library: Library,
    event_id: int,
    *,
    people: Iterable[str] | None = None,
    organisations: Iterable[str] | None = None,
    places: Iterable[str] | None = None,
) -> ChangeSet:
    """Say who took part and where; what is None stays as it is."""
    event = library.project.events[event_id]
    after = replace(
        event,
        people=event.people if people is None else clean_names(people),
        organisations=event.organisations if organisations is None else clean_names(organisations),
        places=event.places if places is None else clean_names(places),
    )
    return _edit(library, event, after, "names")


def set_tags(library: Library, event_id: int, tags: Iterable[str]) -> ChangeSet:
    """Give an event exactly these tags."""
    event = library.project.events[event_id]
    return _edit(library, event, replace(event, tags=clean_names(tags)), "tags")


def set_note(library: Library, event_id: int, note: str) -> ChangeSet:
    """Keep a note of the researcher's own with an event; lines are kept."""
    event = library.project.events[event_id]
    return _edit(library, event, replace(event, note=clean_text(note)), "note")


def _edit(library: Library, before: Event, after: Event, what: str) -> ChangeSet:
    label = f"change the {what} of {quoted(before.title)}"
    return library.apply(Change(label, (Edit(before, after),)))
