"""The history of a project and of its events, in words; and the way back to a former state."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from timeline_app.domain import Change, ChangeSet, Edit, Event, Evidence
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.wording import span_in_words
from timeline_app.services.library import Library
from timeline_app.services.review.words import quoted
from timeline_app.storage.change_log import StepNote
from timeline_app.storage.event_history import EventState

MOST_STEPS = 10_000
MOST_DELETED = 1_000
_FIELDS: Mapping[str, Callable[[Event], str]] = {
    "Title": lambda event: event.title,
    "Date": lambda event: _date(event.span),
    "Status": lambda event: event.status.value,
    "Certainty": lambda event: event.certainty.value,
    "What the source says": lambda event: event.factuality.value,
    "People": lambda event: ", ".join(event.people),
    "Organisations": lambda event: ", ".join(event.organisations),
    "Places": lambda event: ", ".join(event.places),
    "Tags": lambda event: ", ".join(event.tags),
    "Note": lambda event: event.note,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A step: when it was taken (UTC), by whom, what it is called, and what it changed.

    `state` is the event as the step left it, or as it was before the step deleted it; None for
    steps of a whole project and where the event was not there. It can be brought back, with the
    `evidence` that went with it.
    """

    at: datetime
    who: str
    label: str
    is_undone: bool = False
    changes: tuple[str, ...] = ()
    state: Event | None = None
    evidence: tuple[Evidence, ...] = ()


def project_history(library: Library) -> list[Entry]:
    """Every step that the project keeps, the last one first. Raises UserError."""
    return [_entry(step) for step in library.steps(MOST_STEPS)]


def event_history(library: Library, event_id: int) -> list[Entry]:
    """What was done to an event, the last step first. Raises UserError."""
    return [
        replace(_entry(state.step), changes=tuple(_changes(state)), state=state.after)
        for state in library.states_of_event(event_id)
    ]


def deleted_events(library: Library) -> list[Entry]:
    """The events that were deleted or merged into others, the last first. Raises UserError."""
    return [
        replace(
            _entry(lost.step),
            changes=(f"{quoted(lost.event.title)}, {_date(lost.event.span) or 'without a date'}",),
            state=lost.event,
            evidence=lost.evidence,
        )
        for lost in library.deleted_events(MOST_DELETED)
    ]


def bring_back(library: Library, state: Event, evidence: Sequence[Evidence] = ()) -> ChangeSet:
    """Make an event what it was, and give it back evidence whose articles are still there.

    One step of work, which undo takes back. Raises UserError.
    """
    project = library.project
    back = [each for each in evidence if each.article_id in project.articles]
    edits = (
        Edit(project.events.get(state.id), state),
        *(Edit(project.evidence.get(each.id), each) for each in back),
    )
    return library.apply(Change(f"bring back {quoted(state.title)}", edits))


def _entry(step: StepNote) -> Entry:
    return Entry(datetime.fromisoformat(step.at), step.who, step.label, step.is_undone)


def _changes(state: EventState) -> Iterator[str]:
    """What a step changed, field by field: "Date: 3 Oct 2024 → 4 Oct 2024"."""
    if state.before is None:
        yield "Made"
    elif state.after is None:
        yield "Deleted"
    else:
        for name, words in _FIELDS.items():
            before, after = words(state.before), words(state.after)
            if before != after:
                yield f"{name}: {before or 'none'} → {after or 'none'}"


def _date(span: TimeSpan | None) -> str:
    return "" if span is None else span_in_words(span)
