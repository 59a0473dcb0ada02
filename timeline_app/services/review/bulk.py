"""The same edit of many events, as one step of work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum

from timeline_app.domain import Certainty, Change, ChangeSet, Edit, Event, Factuality
from timeline_app.services.library import Library
from timeline_app.services.review.words import clean_names, named


class FillField(StrEnum):
    """What can be taken over from one event to others."""

    DATE = "date"
    WHO = "names"
    WHERE = "places"
    STATUS = "status"


def set_factuality_of_all(
    library: Library, event_ids: Iterable[int], factuality: Factuality
) -> ChangeSet:
    """Say of many events whether they happened, were said, are planned, possible or denied."""
    return _edit_all(
        library, event_ids, lambda event: replace(event, factuality=factuality), "status"
    )


def set_certainty_of_all(
    library: Library, event_ids: Iterable[int], certainty: Certainty
) -> ChangeSet:
    """Say of many events how sure it is that event and date are right."""
    return _edit_all(
        library, event_ids, lambda event: replace(event, certainty=certainty), "certainty"
    )


def add_tags_to_all(library: Library, event_ids: Iterable[int], tags: Iterable[str]) -> ChangeSet:
    """Give many events these tags beside those they have."""
    added = tuple(tags)
    return _edit_all(
        library,
        event_ids,
        lambda event: replace(event, tags=clean_names((*event.tags, *added))),
        "tags",
    )


def fill_down(
    library: Library, source_id: int, event_ids: Iterable[int], field: FillField
) -> ChangeSet:
    """Take a field over from one event to others. A date taken over counts as typed."""
    source = library.project.events[source_id]
    targets = [event_id for event_id in event_ids if event_id != source_id]
    edit = _FILLERS[field]
    return _edit_all(
        library,
        targets,
        lambda event: edit(event, source),
        field.value,
        overrules=field is FillField.DATE,
    )


_FILLERS: dict[FillField, Callable[[Event, Event], Event]] = {
    FillField.DATE: lambda event, source: replace(event, span=source.span, is_date_edited=True),
    FillField.WHO: lambda event, source: replace(
        event, people=source.people, organisations=source.organisations
    ),
    FillField.WHERE: lambda event, source: replace(event, places=source.places),
    FillField.STATUS: lambda event, source: replace(event, factuality=source.factuality),
}


def _edit_all(
    library: Library,
    event_ids: Iterable[int],
    edit: Callable[[Event], Event],
    what: str,
    *,
    overrules: bool = False,
) -> ChangeSet:
    """Apply an edit to every event it changes; with `overrules` no reading stays chosen."""
    project = library.project
    events = [project.events[event_id] for event_id in dict.fromkeys(event_ids)]
    changed = [event for event in events if edit(event) != event]
    if not changed:
        return ChangeSet()
    edits = [Edit(event, edit(event)) for event in changed]
    if overrules:
        edits += [
            Edit(evidence, replace(evidence, chosen=None))
            for event in changed
            for evidence in project.evidence_of_event(event.id)
        ]
    return library.apply(Change(f"change the {what} of {named(changed)}", tuple(edits)))
