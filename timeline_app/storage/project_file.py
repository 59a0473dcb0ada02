"""A project on the disk: one SQLite file that every step of work is saved in at once."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from timeline_app.domain import (
    UNWATCHED,
    Change,
    Contents,
    DamagedProject,
    Progress,
    UserError,
)
from timeline_app.storage.change_log import ChangeLog, LoggedStep, StepNote
from timeline_app.storage.codec import (
    Table,
    decode_alias,
    decode_article,
    decode_event,
    decode_evidence,
    decode_preferences,
    decode_ruling,
    decode_unchecked_article,
)
from timeline_app.storage.copying import copy_database
from timeline_app.storage.event_history import (
    DeletedEvent,
    EventState,
    deleted_events,
    event_states,
)
from timeline_app.storage.failures import (
    damage_noticed,
    damage_sentence,
    plain_errors,
    primary_code,
)
from timeline_app.storage.holding import leave_note, take_note_away
from timeline_app.storage.lazy import LazyEvent, LazyEvidence, LazyRows
from timeline_app.storage.originals import Original, OriginalStore
from timeline_app.storage.records import RecordStore
from timeline_app.storage.schema_damage import changed_schema_noticed
from timeline_app.storage.search import SearchIndex, rebuild_search_tables
from timeline_app.storage.spans import Row

if TYPE_CHECKING:
    from timeline_app.storage.database import Opened


_Lazy = TypeVar("_Lazy", LazyEvent, LazyEvidence)
KeepBackup = Callable[[Callable[[Path], None]], object]


class ProjectFile:
    """An open project file, held by this process alone until it is closed.

    Each call that writes is one transaction: when it returns, what it wrote is on the disk; when
    it raises, nothing has changed and it may be repeated. Errors of the file or the disk are
    UserError.
    """

    def __init__(self, path: Path, opened: Opened) -> None:
        self.path = path
        self.is_read_only = opened.is_read_only
        self.notice = opened.notice
        self._db = opened.db
        self.search = SearchIndex(opened.db, path)
        self._records = RecordStore(opened.db, self.search)
        self._log = ChangeLog(opened.db)
        self._originals = OriginalStore(opened.db)
        self._next_id = self._read_counter()
        self._labels = self._log.labels()
        self._known_as = path.stat()
        self._copying = threading.Lock()
        self.is_checked = opened.is_checked
        self._is_closed = False
        if not opened.is_read_only:
            leave_note(path)

    @classmethod
    def open(
        cls, path: Path, keep_backup: KeepBackup | None = None, *, checks_later: bool = False
    ) -> ProjectFile:
        """Open the project at `path`, or make an empty one when there is none.

        `keep_backup` is called before a project of an older format is brought to this one, with a
        function that writes a copy of it to a path. With `checks_later` a file that was closed in
        order is not looked through for damage: `is_checked` is False then.
        """
        # sqlite_utils brings numpy along: only who opens a project waits for it.
        from timeline_app.storage.database import OpeningWays, open_database

        absolute = path.absolute()

        def before_migration(connection: sqlite3.Connection) -> None:
            if keep_backup is not None:
                keep_backup(lambda target: copy_database(connection, absolute, target))

        return cls._made(
            absolute, open_database(absolute, OpeningWays(before_migration, checks_later))
        )

    @classmethod
    def view(cls, path: Path, notice: str) -> ProjectFile:
        """Open the project at `path` to look at it; `notice` says why."""
        from timeline_app.storage.database import open_for_viewing

        absolute = path.absolute()
        return cls._made(absolute, open_for_viewing(absolute, notice))

    @classmethod
    def _made(cls, absolute: Path, opened: Opened) -> ProjectFile:
        try:
            with plain_errors(absolute):
                return cls(absolute, opened)
        except BaseException:
            opened.db.conn.close()
            raise

    def load(self) -> Contents:
        """Everything that is in the project, for damage of which each row has been looked at."""
        with plain_errors(self.path), damage_noticed(self.path):
            return replace(
                self._load_settled(),
                articles=tuple(map(decode_article, self._records.rows(Table.ARTICLES))),
                events=tuple(map(decode_event, self._records.rows(Table.EVENTS))),
                evidence=tuple(map(decode_evidence, self._records.rows(Table.EVIDENCE))),
            )

    def load_lazily(self) -> tuple[Contents, list[LazyEvent], list[LazyEvidence]]:
        """The same, with events and evidence apart that are not yet made into values.

        What is in the rows is not looked at until `require_sound` and the making of the values.
        """
        with plain_errors(self.path), damage_noticed(self.path):
            articles = tuple(map(decode_unchecked_article, self._records.rows(Table.ARTICLES)))
            return (
                replace(self._load_settled(), articles=articles),
                self._lazily(Table.EVENTS, LazyEvent),
                self._lazily(Table.EVIDENCE, LazyEvidence),
            )

    def _load_settled(self) -> Contents:
        """What the researcher has laid down for the whole project."""
        return Contents(
            preferences=tuple(map(decode_preferences, self._rows_if_any(Table.PREFERENCES))),
            rulings=tuple(map(decode_ruling, self._rows_if_any(Table.RULINGS))),
            aliases=tuple(map(decode_alias, self._rows_if_any(Table.ALIASES))),
        )

    def _lazily(self, table: Table, kind: type[_Lazy]) -> list[_Lazy]:
        columns, rows = self._records.read_all(table)
        shared = LazyRows(self.path, columns, kind.KNOWN)
        return [kind(shared, values) for values in rows]

    def _rows_if_any(self, table: Table) -> Iterator[Row]:
        return self._records.rows(table) if self._records.has(table) else iter(())

    def commit(
        self, change: Change, at: str, original: Original | None = None, *, who: str = ""
    ) -> None:
        """Save a step of work and its way back. `at` is UTC in ISO 8601, `who` takes the step.

        `original` is the file that an article of the step was read from; undo leaves it there.
        Raises RuntimeError when an edit does not start from what is stored.
        """
        with self._transaction():
            edits = [self._records.write(edit) for edit in change.edits]
            self._log.append(change.label, edits, at, who)
            self._keep_counter(change)
            if original is not None:
                self._originals.keep(original)
            labels = self._log.labels()
        self._labels = labels

    def steps(self, most: int) -> list[StepNote]:
        """The latest steps, undone ones too, the last one first."""
        with plain_errors(self.path), damage_noticed(self.path):
            return self._log.notes(most)

    def states_of_event(self, event_id: int) -> list[EventState]:
        """What each step made of an event, the last one first."""
        with plain_errors(self.path), damage_noticed(self.path):
            current = self._records.read(Table.EVENTS, event_id)
            return list(event_states(event_id, current, self._log.steps_of_event(event_id)))

    def deleted_events(self, most: int) -> list[DeletedEvent]:
        """The latest events that are there no more, with the evidence they had."""
        with plain_errors(self.path), damage_noticed(self.path):
            return list(deleted_events(self._log, self._records, most))

    def undo(self) -> Change | None:
        """Take the last step back and return the change that did it; None when there is none."""
        return self._retrace(self._log.last_done, LoggedStep.backward, is_undone=True)

    def redo(self) -> Change | None:
        """Take the step again that was undone last; None when there is none."""
        return self._retrace(self._log.first_undone, LoggedStep.forward, is_undone=False)

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back; None when nothing can be undone."""
        return self._labels[0]

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again; None when nothing can be redone."""
        return self._labels[1]

    @property
    def last_saved_at(self) -> datetime | None:
        """When the latest step was saved, in UTC; None in a new project."""
        with plain_errors(self.path), damage_noticed(self.path):
            at = self._log.last_saved_at()
            return None if at is None else datetime.fromisoformat(at)

    def next_id(self) -> int:
        """An id that no record of the project has or ever had, deleted ones included."""
        self._next_id += 1
        return self._next_id - 1

    def copy_to(self, target: Path, progress: Progress = UNWATCHED) -> None:
        """Write a copy of the project; the file at `target` is replaced whole or not at all.

        It may run in another thread while this one goes on working.
        """
        with self._copying:
            copy_database(self._db.conn, self.path, target.absolute(), progress)

    def read_setting(self, key: str, default: Any = None) -> Any:
        """A setting that belongs to the project, as it was written; `default` when it was not."""
        with plain_errors(self.path), damage_noticed(self.path):
            row = self._db.execute("SELECT value FROM settings WHERE key = ?", [key]).fetchone()
            return default if row is None else json.loads(row[0])

    def write_setting(self, key: str, value: Any) -> None:
        """Keep a JSON value under a key. No step of work: it cannot be undone."""
        with self._transaction():
            self._db.execute(
                "INSERT INTO settings (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [key, json.dumps(value, ensure_ascii=False)],
            )

    def read_original(self, sha256: str) -> Original | None:
        """The kept file with this hash; None when there is none."""
        with plain_errors(self.path), damage_noticed(self.path):
            return self._originals.read(sha256)

    def measure_originals(self) -> tuple[int, int]:
        """How many files are kept, and the bytes that they take."""
        with plain_errors(self.path), damage_noticed(self.path):
            return self._originals.measure()

    def forget_originals(self) -> None:
        """Let go of all kept files."""
        with self._transaction():
            self._originals.forget()

    def close(self) -> None:
        """Let go of the file, when no copy is being made any more. It may be closed twice."""
        if self._is_closed:
            return
        self._is_closed = True
        with self._copying:
            self._db.conn.close()
        if not self.is_read_only:
            take_note_away(self.path)

    def require_sound(self) -> None:
        """Look through the file for damage, in any thread; whoever writes meanwhile waits little.

        It is read beside the open connection first. What is written meanwhile can look like damage
        to that, so that a complaint is looked into once more in the open file. Raises
        DamagedProject.
        """
        from timeline_app.storage.database import is_sound, is_sound_beside

        with self._copying:
            if not (self._is_closed or is_sound_beside(self.path) or is_sound(self._db)):
                raise DamagedProject(damage_sentence(self.path))

    def compact(self) -> int:
        """Give room that nothing uses any more back to the disk; returns how many bytes.

        Takes as much room on the disk meanwhile as the project does. Raises UserError, also where
        another thread is in the middle of a step.
        """
        self._require_writable()
        try:
            with plain_errors(self.path):
                before = self._size()
                self._vacuum()
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                return before - self._size()
        finally:
            self._know_again()

    def _vacuum(self) -> None:
        try:
            self._db.execute("VACUUM")
        except sqlite3.OperationalError as error:
            if primary_code(error) != "SQLITE_ERROR":
                raise
            raise UserError(  # SQLite refuses it in the middle of other statements
                f"“{self.path.name}” was being worked on just now. Try again in a moment."
            ) from error

    def _size(self) -> int:
        """Bytes that the project takes, what still lies in the log included."""
        return int(
            self._db.execute("PRAGMA page_count").fetchone()[0]
            * self._db.execute("PRAGMA page_size").fetchone()[0]
        )

    def rebuild_indexes(self) -> None:
        """Make all indexes anew from their tables. Raises UserError."""
        with self._transaction():
            self._db.execute("REINDEX")
            rebuild_search_tables(self._db)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._require_writable()
        try:
            with (
                plain_errors(self.path),
                changed_schema_noticed(self._db, self.path),
                self._db.atomic(),
            ):
                yield
        finally:
            self._know_again()

    def _require_writable(self) -> None:
        if self.is_read_only:
            raise UserError(self.notice)
        try:
            found = self.path.stat()
        except OSError:
            found = None
        if found is None or not os.path.samestat(self._known_as, found):
            raise UserError(
                f"“{self.path.name}” has been moved, deleted or replaced while it was open. "
                "Save a copy of the project to go on."
            )
        if found.st_size != self._known_as.st_size:
            raise UserError(
                f"“{self.path.name}” has been changed by another program while it was open. "
                "Save a copy of the project to go on."
            )

    def _know_again(self) -> None:
        """Remember the size of the file, which nobody but this process may change."""
        with suppress(OSError):
            found = self.path.stat()
            if os.path.samestat(self._known_as, found):
                self._known_as = found

    def _retrace(
        self,
        find: Callable[[], LoggedStep | None],
        way: Callable[[LoggedStep, RecordStore], Change],
        *,
        is_undone: bool,
    ) -> Change | None:
        self._require_writable()
        with plain_errors(self.path), damage_noticed(self.path):
            step = find()
            if step is None:
                return None
            change = way(step, self._records)
        with self._transaction():
            for edit in change.edits:
                self._records.write(edit)
            self._log.mark(step.seq, is_undone=is_undone)
            labels = self._log.labels()
        self._labels = labels
        return change

    def _read_counter(self) -> int:
        row = self._db.execute("SELECT value FROM meta WHERE key = 'next_id'").fetchone()
        return int(row[0])

    def _keep_counter(self, change: Change) -> None:
        largest = max((edit.record.id for edit in change.edits), default=0)
        self._next_id = max(self._next_id, largest + 1)
        self._db.execute("UPDATE meta SET value = ? WHERE key = 'next_id'", [self._next_id])
