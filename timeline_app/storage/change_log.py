"""The log of steps: what undo and redo go by, and the history of a project and of its events."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline_app.domain import Change, Edit
from timeline_app.storage.codec import Table, decode
from timeline_app.storage.records import RecordStore
from timeline_app.storage.spans import Row
from timeline_app.storage.stored_edit import StoredEdit

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS_KEPT = 10_000
_PACKED_FROM = 2_000  # letters: an import with all its proposals shrinks to a fifth
_LEVEL = 1  # of zlib: the fastest
# Undone steps are the last ones. Neither question looks through the whole log.
_LAST_DONE = "WHERE NOT is_undone ORDER BY seq DESC LIMIT 1"
_FIRST_UNDONE = (
    f"WHERE seq > coalesce((SELECT seq FROM changes {_LAST_DONE}), 0) "  # noqa: S608
    "ORDER BY seq LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class StepNote:
    """What a step is called, who took it and when (ISO 8601, UTC), and whether it was undone."""

    seq: int
    label: str
    who: str
    at: str
    is_undone: bool = False


@dataclass(frozen=True, slots=True)
class LoggedStep:
    """One row of the log."""

    note: StepNote
    edits: tuple[StoredEdit, ...]

    @property
    def seq(self) -> int:
        """Its number: steps are counted as they are taken."""
        return self.note.seq

    @property
    def label(self) -> str:
        """What it is called, to complete "Undo …"."""
        return self.note.label

    def forward(self, records: RecordStore) -> Change:
        """The step as a change of what is stored now."""
        return Change(self.label, tuple(_replay(self.edits, records)))

    def backward(self, records: RecordStore) -> Change:
        """The change that takes the step back from what is stored now."""
        edits = tuple(edit.inverse for edit in reversed(self.edits))
        return Change(self.label, tuple(_replay(edits, records)))


def _replay(edits: Sequence[StoredEdit], records: RecordStore) -> Iterator[Edit]:
    """Fill up the stored edits to whole records, each on top of those before it."""
    latest: dict[tuple[Table, int], Row | None] = {}
    for edit in edits:
        key = edit.table, edit.id
        current = latest[key] if key in latest else records.read(edit.table, edit.id)
        after = edit.after
        if edit.before is not None and after is not None:
            after = {**(current or {}), **after}
        latest[key] = after
        yield Edit(
            before=None if current is None else decode(edit.table, current),
            after=None if after is None else decode(edit.table, after),
        )


class ChangeLog:
    """The steps of one open project file, the undone ones last. Writing needs a transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._has_history = "event_steps" in db.table_names()
        self._who = "who" if self._has_history else "''"
        self._packed = "packed" if self._has_history else "NULL"

    def append(self, label: str, edits: Sequence[StoredEdit], at: str, who: str) -> None:
        """Add a step; what was undone can no longer be redone, and the oldest steps are dropped."""
        done = self._db.execute(
            f"SELECT seq FROM changes {_LAST_DONE}"  # noqa: S608
        ).fetchone()
        seq = (done[0] if done else 0) + 1
        self._drop("seq >= ?", seq)  # what was undone comes last
        text = _to_json(edits)
        packed = zlib.compress(text.encode(), _LEVEL) if len(text) >= _PACKED_FROM else None
        self._db.execute(
            "INSERT INTO changes (seq, label, edits, at, who, packed) VALUES (?, ?, ?, ?, ?, ?)",
            [seq, label, "" if packed else text, at, who, packed],
        )
        note_event_steps(self._db, seq, (e.id for e in edits if e.table is Table.EVENTS))
        self._drop("seq <= ?", seq - STEPS_KEPT)

    def _drop(self, which: str, seq: int) -> None:
        if self._db.execute(f"DELETE FROM changes WHERE {which}", [seq]).rowcount:  # noqa: S608
            self._db.execute(f"DELETE FROM event_steps WHERE {which}", [seq])  # noqa: S608

    def notes(self, most: int) -> list[StepNote]:
        """The latest steps, the last one first. A project of an older format names nobody."""
        rows = self._db.execute(
            f"SELECT seq, label, {self._who}, at, is_undone FROM changes "  # noqa: S608
            "ORDER BY seq DESC LIMIT ?",
            [most],
        )
        return [_note(row) for row in rows]

    def steps_of_event(self, event_id: int) -> list[LoggedStep]:
        """The steps that changed an event and are not undone, the last one first."""
        if not self._has_history:
            return []
        numbers = self._db.execute(
            "SELECT seq FROM event_steps WHERE event_id = ? ORDER BY seq DESC", [event_id]
        ).fetchall()
        found = (self.step(seq) for (seq,) in numbers)
        return [step for step in found if step is not None and not step.note.is_undone]

    def last_steps_of_deleted(self, most: int) -> dict[int, list[int]]:
        """The events that are there no more by the step that deleted them, the last one first."""
        if not self._has_history:
            return {}
        found = self._db.execute(
            "SELECT max(seq), event_id FROM event_steps "
            "WHERE event_id NOT IN (SELECT id FROM events) "
            "AND seq IN (SELECT seq FROM changes WHERE NOT is_undone) "
            "GROUP BY event_id ORDER BY max(seq) DESC, event_id LIMIT ?",
            [most],
        )
        deleted: defaultdict[int, list[int]] = defaultdict(list)
        for seq, event_id in found:
            deleted[seq].append(event_id)
        return deleted

    def step(self, seq: int) -> LoggedStep | None:
        """A step by its number; None when it is no longer kept."""
        return self._step("WHERE seq = ?", seq)

    def last_done(self) -> LoggedStep | None:
        """The step that undo takes back."""
        return self._step(_LAST_DONE)

    def first_undone(self) -> LoggedStep | None:
        """The step that redo takes again."""
        return self._step(_FIRST_UNDONE)

    def mark(self, seq: int, *, is_undone: bool) -> None:
        """Note that a step has been undone, or redone."""
        self._db.execute("UPDATE changes SET is_undone = ? WHERE seq = ?", [int(is_undone), seq])

    def labels(self) -> tuple[str | None, str | None]:
        """The labels of the steps that undo takes back and redo takes again."""
        return self._label(_LAST_DONE), self._label(_FIRST_UNDONE)

    def last_saved_at(self) -> str | None:
        """When the last of the steps was saved, ISO 8601 UTC, by the clock of then."""
        row = self._db.execute("SELECT at FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
        return row[0] if row else None

    def _label(self, which: str) -> str | None:
        row = self._db.execute(f"SELECT label FROM changes {which}").fetchone()  # noqa: S608
        return row[0] if row else None

    def _step(self, which: str, *parameters: int) -> LoggedStep | None:
        row = self._db.execute(
            f"SELECT seq, label, {self._who}, at, is_undone, edits, {self._packed} "  # noqa: S608
            f"FROM changes {which}",
            parameters,
        ).fetchone()
        if row is None:
            return None
        *values, text, packed = row
        return LoggedStep(_note(values), _from_json(text if packed is None else _unpacked(packed)))


def note_event_steps(db: Database, seq: int, event_ids: Iterable[int]) -> None:
    """Note which events a step changes. Needs a transaction."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO event_steps (event_id, seq) VALUES (?, ?)",
        [(event_id, seq) for event_id in event_ids],
    )


def _note(values: Sequence[Any]) -> StepNote:
    seq, label, who, at, is_undone = values
    return StepNote(seq, label, who, at, bool(is_undone))


def _unpacked(packed: bytes) -> str:
    try:
        return zlib.decompress(packed).decode()
    except zlib.error as error:
        raise ValueError("a step of the log is damaged") from error


def _to_json(edits: Sequence[StoredEdit]) -> str:
    rows = [
        {"table": edit.table, "id": edit.id, "before": edit.before, "after": edit.after}
        for edit in edits
    ]
    return json.dumps(rows, ensure_ascii=False)


def _from_json(text: str) -> tuple[StoredEdit, ...]:
    return tuple(
        StoredEdit(Table(row["table"]), row["id"], row["before"], row["after"])
        for row in json.loads(text)
    )
