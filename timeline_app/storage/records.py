"""Reads and writes the rows of articles, events and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from timeline_app.domain import Edit, Record
from timeline_app.storage.codec import Table, encode, table_of
from timeline_app.storage.search import SearchIndex
from timeline_app.storage.spans import Row
from timeline_app.storage.stored_edit import StoredEdit

if TYPE_CHECKING:
    from sqlite_utils import Database


class RecordStore:
    """The records of one open project file. Writing belongs inside a transaction.

    Statements are put together from names of our own only; values always travel as parameters.
    """

    def __init__(self, db: Database, search: SearchIndex) -> None:
        self._db, self._search = db, search

    def rows(self, table: Table) -> Iterator[Row]:
        """Every row of a table, in the order in which the records were made."""
        cursor = self._db.execute(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608
        columns = [column[0] for column in cursor.description]
        for values in cursor:
            yield dict(zip(columns, values, strict=True))

    def read_all(self, table: Table) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        """The names of a table's columns, and its rows in the order in which they were made."""
        cursor = self._db.execute(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608
        return tuple(column[0] for column in cursor.description), cursor.fetchall()

    def has(self, table: Table) -> bool:
        """Whether the file has a table; one for viewing only may be of an older format."""
        return table in self._db.table_names()

    def read(self, table: Table, record_id: int) -> Row | None:
        """One row; None when there is none."""
        cursor = self._db.execute(f"SELECT * FROM {table} WHERE id = ?", [record_id])  # noqa: S608
        values = cursor.fetchone()
        if values is None:
            return None
        return {column[0]: value for column, value in zip(cursor.description, values, strict=True)}

    def write(self, edit: Edit) -> StoredEdit:
        """Carry out an edit and return it as rows.

        Raises RuntimeError when what is stored is not what the edit starts from.
        """
        table, record_id = table_of(edit.record), edit.record.id
        before, after = _row(edit.before), _row(edit.after)
        if self.read(table, record_id) != before:
            raise RuntimeError(f"{table} {record_id} is not what the edit starts from")
        stored = StoredEdit.of(table, record_id, before, after)
        if stored.after is None:
            self._db.execute(f"DELETE FROM {table} WHERE id = ?", [record_id])  # noqa: S608
        elif stored.before is None:
            self._insert(table, stored.after)
        elif stored.after:
            self._update(table, record_id, stored.after)
        self._search.follow(table, record_id, before, after)
        return stored

    def _insert(self, table: Table, row: Row) -> None:
        marks = ", ".join("?" * len(row))
        self._db.execute(
            f"INSERT INTO {table} ({_names(row)}) VALUES ({marks})",  # noqa: S608
            list(row.values()),
        )

    def _update(self, table: Table, record_id: int, columns: Row) -> None:
        assignments = ", ".join(f'"{column}" = ?' for column in columns)
        self._db.execute(
            f"UPDATE {table} SET {assignments} WHERE id = ?",  # noqa: S608
            [*columns.values(), record_id],
        )


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _row(record: Record | None) -> Row | None:
    return None if record is None else encode(record)
