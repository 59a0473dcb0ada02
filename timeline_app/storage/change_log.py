"""The undo log: every step that was taken, kept in the file beside what it changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain import Change, Edit
from timeline_app.storage.codec import Table, decode
from timeline_app.storage.records import RecordStore
from timeline_app.storage.spans import Row
from timeline_app.storage.stored_edit import StoredEdit

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class LoggedStep:
    """One row of the log."""

    seq: int
    label: str
    edits: tuple[StoredEdit, ...]

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

    def append(self, label: str, edits: Sequence[StoredEdit], at: str) -> None:
        """Add a step; what was undone can no longer be redone, and the oldest steps are dropped."""
        self._db.execute("DELETE FROM changes WHERE is_undone")
        row = self._db.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()
        seq = row[0] + 1
        self._db.execute(
            "INSERT INTO changes (seq, label, edits, at) VALUES (?, ?, ?, ?)",
            [seq, label, _to_json(edits), at],
        )
        self._db.execute("DELETE FROM changes WHERE seq <= ?", [seq - STEPS_KEPT])

    def last_done(self) -> LoggedStep | None:
        """The step that undo takes back."""
        return self._step("WHERE NOT is_undone ORDER BY seq DESC LIMIT 1")

    def first_undone(self) -> LoggedStep | None:
        """The step that redo takes again."""
        return self._step("WHERE is_undone ORDER BY seq LIMIT 1")

    def mark(self, seq: int, *, is_undone: bool) -> None:
        """Note that a step has been undone, or redone."""
        self._db.execute("UPDATE changes SET is_undone = ? WHERE seq = ?", [int(is_undone), seq])

    def labels(self) -> tuple[str | None, str | None]:
        """The labels of the steps that undo takes back and redo takes again."""
        undo = self._label("WHERE NOT is_undone ORDER BY seq DESC LIMIT 1")
        return undo, self._label("WHERE is_undone ORDER BY seq LIMIT 1")

    def last_saved_at(self) -> str | None:
        """When the last of the steps was saved, ISO 8601 UTC, by the clock of then."""
        row = self._db.execute("SELECT at FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
        return row[0] if row else None

    def _label(self, which: str) -> str | None:
        row = self._db.execute(f"SELECT label FROM changes {which}").fetchone()  # noqa: S608
        return row[0] if row else None

    def _step(self, which: str) -> LoggedStep | None:
        row = self._db.execute(
            f"SELECT seq, label, edits FROM changes {which}"  # noqa: S608
        ).fetchone()
        return LoggedStep(row[0], row[1], _from_json(row[2])) if row else None


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
