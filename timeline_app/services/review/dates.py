"""Dating an event: by typing, by dragging, or by taking another reading of the source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from timeline_app.domain import Change, ChangeSet, Edit, Event, Evidence
from timeline_app.domain.time import TimeSpan
from timeline_app.services.library import Library
from timeline_app.services.review.words import named, quoted


def set_date(library: Library, event_id: int, span: TimeSpan | None) -> ChangeSet:
    """Give an event a date of the researcher's own; None takes its date away.

    From then on it no longer follows the article's date. A date that equals the present one is
    an edit too: the researcher vouches for it.
    """
    event = library.project.events[event_id]
    edits = _dated(library, event, span)
    return library.apply(Change(f"change the date of {quoted(event.title)}", edits))


def set_dates(library: Library, spans: Mapping[int, TimeSpan]) -> ChangeSet:
    """Give events dates of the researcher's own, in one step."""
    events = [library.project.events[event_id] for event_id in spans]
    if not events:
        return ChangeSet()
    edits = [edit for event in events for edit in _dated(library, event, spans[event.id])]
    return library.apply(Change(f"change the date of {named(events)}", tuple(edits)))


def _dated(library: Library, event: Event, span: TimeSpan | None) -> tuple[Edit, ...]:
    overruled = library.project.evidence_of_event(event.id)
    return (
        Edit(event, replace(event, span=span, is_date_edited=True)),
        *(Edit(evidence, replace(evidence, chosen=None)) for evidence in overruled),
    )


def choose_reading(library: Library, event_id: int, index: int) -> ChangeSet:
    """Date an event by the reading at `index` of the evidence it is dated by.

    The date then follows the article's date again, as the source is read, not overruled. Raises
    IndexError when there is no such reading.
    """
    event = library.project.events[event_id]
    evidence = _evidence_with_readings(library, event_id)
    if evidence is None or not 0 <= index < len(evidence.readings):
        raise IndexError(f"event {event_id} has no reading {index}")
    edits = (
        Edit(event, replace(event, span=evidence.readings[index].span, is_date_edited=False)),
        Edit(evidence, replace(evidence, chosen=index)),
    )
    return library.apply(Change(f"read the date of {quoted(event.title)} otherwise", edits))


def next_reading(library: Library, event_id: int, step: int) -> ChangeSet:
    """Date an event by the reading `step` places on, round in a circle.

    After a typed date the first step on goes to the first reading, the first step back to the
    last. Without readings nothing happens.
    """
    evidence = _evidence_with_readings(library, event_id)
    if evidence is None:
        return ChangeSet()
    count = len(evidence.readings)
    if evidence.chosen is None:
        index = 0 if step > 0 else count - 1
    else:
        index = (evidence.chosen + step) % count
    return choose_reading(library, event_id, index)


def _evidence_with_readings(library: Library, event_id: int) -> Evidence | None:
    """The evidence the event is dated by, or else the oldest that could date it."""
    dating = library.project.dating_evidence(event_id)
    if dating is not None and dating.readings:
        return dating
    candidates = library.project.evidence_of_event(event_id)
    return next((evidence for evidence in candidates if evidence.readings), None)
