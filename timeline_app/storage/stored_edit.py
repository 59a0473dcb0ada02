"""Edits as rows: what the undo log keeps of them."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.storage.codec import Table
from timeline_app.storage.spans import Row


@dataclass(frozen=True, slots=True)
class StoredEdit:
    """An edit as the log keeps it: for an update only the columns that differ."""

    table: Table
    id: int
    before: Row | None
    after: Row | None

    @classmethod
    def of(cls, table: Table, record_id: int, before: Row | None, after: Row | None) -> StoredEdit:
        """The edit between two whole rows."""
        if before is None or after is None:
            return cls(table, record_id, before, after)
        differing = [column for column in after if after[column] != before[column]]
        return cls(
            table,
            record_id,
            {column: before[column] for column in differing},
            {column: after[column] for column in differing},
        )

    @property
    def inverse(self) -> StoredEdit:
        """The edit that takes this one back."""
        return StoredEdit(self.table, self.id, self.after, self.before)
