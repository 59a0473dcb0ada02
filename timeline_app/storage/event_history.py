"""What became of events, step by step, as the log tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline_app.domain import Event, Evidence
from timeline_app.storage.change_log import ChangeLog, LoggedStep, StepNote
from timeline_app.storage.codec import Table, decode_event, decode_evidence
from timeline_app.storage.records import RecordStore
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


@dataclass(frozen=True, slots=True)
class DeletedEvent:
    """An event that is there no more, the step that deleted it, and what it rested on then."""

    step: StepNote
    event: Event
    evidence: tuple[Evidence, ...]


def deleted_events(log: ChangeLog, records: RecordStore, most: int) -> Iterator[DeletedEvent]:
    """The events deleted last, or merged into others, the latest first."""
    for seq, event_ids in log.last_steps_of_deleted(most).items():
        step = log.step(seq)
        if step is None:
            continue
        edits = [edit for edit in step.edits if edit.table is Table.EVENTS]
        rows = {edit.id: edit.before for edit in edits if edit.after is None}
        evidence = _evidence_lost(step, records)
        for event_id in event_ids:
            event = _event(rows.get(event_id))
            if event is not None:
                yield DeletedEvent(step.note, event, tuple(evidence[event_id]))


def _evidence_lost(step: LoggedStep, records: RecordStore) -> defaultdict[int, list[Evidence]]:
    """The evidence that a step deleted, or gave to other events, by the event it was of."""
    lost: defaultdict[int, list[Evidence]] = defaultdict(list)
    for edit in step.edits:
        before = edit.before or {}
        if edit.table is not Table.EVIDENCE or "event_id" not in before:
            continue
        kept = {} if edit.after is None else records.read(Table.EVIDENCE, edit.id)
        if kept is not None:
            lost[before["event_id"]].append(decode_evidence({**kept, **before}))
    return lost


def _before(edit: StoredEdit, after: Row | None) -> Row | None:
    """The row that an edit began from: an update keeps only the columns that differ."""
    is_update = edit.before is not None and edit.after is not None
    return {**(after or {}), **(edit.before or {})} if is_update else edit.before


def _event(row: Row | None) -> Event | None:
    return None if row is None else decode_event(row)
