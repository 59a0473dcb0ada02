"""What became of one event, step by step, as the log tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline_app.domain import Event
from timeline_app.storage.change_log import LoggedStep, StepNote
from timeline_app.storage.codec import Table, decode_event
from timeline_app.storage.spans import Row
from timeline_app.storage.stored_edit import StoredEdit


@dataclass(frozen=True, slots=True)
class EventState:
    """An event before and after a step; None before it was made, and after it was deleted."""

    step: StepNote
    before: Event | None
    after: Event | None


def event_states(
    event_id: int, current: Row | None, steps: Iterable[LoggedStep]
) -> Iterator[EventState]:
    """The states of an event, the last first, told back from its present row.

    `steps` are those that changed it, the last one first.
    """
    for step in steps:
        after = current
        for edit in reversed(step.edits):
            if (edit.table, edit.id) == (Table.EVENTS, event_id):
                current = _before(edit, current)
        yield EventState(step.note, _event(current), _event(after))


def _before(edit: StoredEdit, after: Row | None) -> Row | None:
    """The row that an edit began from: an update keeps only the columns that differ."""
    is_update = edit.before is not None and edit.after is not None
    return {**(after or {}), **(edit.before or {})} if is_update else edit.before


def _event(row: Row | None) -> Event | None:
    return None if row is None else decode_event(row)
