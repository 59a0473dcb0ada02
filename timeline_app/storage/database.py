"""Opens the SQLite file of a project: checks whose file it is, takes the lock, sets it up.

A commit that is acknowledged must survive a power cut, hence WAL with synchronous=FULL. One
process at a time holds the file (locking_mode=EXCLUSIVE), which also spares the shared memory
file that WAL would need. Where WAL is impossible the rollback journal takes its place, with
synchronous=EXTRA because only that makes the removal of the journal durable.
"""

from __future__ import annotations

import os
import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from timeline_app.domain import UserError
from timeline_app.storage.failures import plain_errors, primary_code
from timeline_app.storage.schema import APPLICATION_ID, FORMAT_VERSION, MIGRATIONS

# Permissions do not tell everything: shares and protected files refuse only when one writes.
_WRITING_REFUSED = ("SQLITE_READONLY", "SQLITE_CANTOPEN")

# Two processes that reach for the lock at once can each bar the other's way, and both are refused:
# both let go and come back after waits of different lengths (in seconds, times a random factor).
_WAITS_FOR_THE_LOCK = (0.02, 0.04, 0.08, 0.16)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database; `notice` says in one sentence why it is only for viewing, if it is."""

    db: Database
    is_read_only: bool = False
    notice: str = ""


# Called with the open project before it is brought to a newer format.
BeforeMigration = Callable[[sqlite3.Connection], None]


def open_database(path: Path, before_migration: BeforeMigration) -> Opened:
    """Open a project file, or make it. Raises UserError when that cannot be."""
    with plain_errors(path):
        for wait in _WAITS_FOR_THE_LOCK:
            try:
                return _try_to_open(path, before_migration)
            except sqlite3.OperationalError as error:
                if primary_code(error) != "SQLITE_BUSY":
                    raise
            time.sleep(wait * random.uniform(0.5, 1.5))  # noqa: S311 - guards no secret
        return _try_to_open(path, before_migration)


def _try_to_open(path: Path, before_migration: BeforeMigration) -> Opened:
    has_content = _check_place(path)
    if has_content:
        _check_owner(path)
    if not _is_writable(path):
        return _open_for_viewing(path)
    try:
        return Opened(_open_for_writing(path, before_migration))
    except sqlite3.OperationalError as error:
        if has_content and primary_code(error) in _WRITING_REFUSED:
            return _open_for_viewing(path)
        raise


def _check_place(path: Path) -> bool:
    """Whether the file exists and holds something."""
    if path.is_dir():
        raise UserError(f"“{path.name}” is a folder. Choose a project file.")
    if not path.parent.is_dir():
        raise UserError(f"The folder “{path.parent}” does not exist.")
    if path.exists():
        if not path.is_file():
            raise UserError(f"“{path.name}” is not a file that a project can be kept in.")
        return path.stat().st_size > 0
    if not os.access(path.parent, os.W_OK):
        raise UserError(f"The folder “{path.parent}” is read-only. Choose another place.")
    return False


def _check_owner(path: Path) -> None:
    """Refuse the files of other programs before anything touches them."""
    # Not by reading the file: closing it would drop the lock that this process may hold on it.
    with closing(_connect_for_viewing(path)) as connection:
        try:
            _require_ours(connection, path)
        except sqlite3.DatabaseError as error:
            # A file whose checkpoint was cut short is whole only together with its log.
            if primary_code(error) != "SQLITE_CORRUPT" or not _log_of(path).exists():
                raise


def _require_ours(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise UserError(
            f"“{path.name}” is a database of another program, not a Timeline App project."
        )


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _connect_for_viewing(path: Path) -> sqlite3.Connection:
    """A connection that neither locks nor changes anything, and sees no unfinished log."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, timeout=0)


def _is_writable(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _open_for_viewing(path: Path) -> Opened:
    db = Database(_connect_for_viewing(path), execute_plugins=False)
    _check_format(db, path)
    return Opened(db, is_read_only=True, notice=_viewing_notice(path))


def _viewing_notice(path: Path) -> str:
    notice = (
        f"“{path.name}” is open for viewing only: the file or its folder is read-only. "
        "Save a copy elsewhere to work on it."
    )
    log = _log_of(path)
    if log.exists() and log.stat().st_size > 0:
        notice += f" Its latest steps are still in “{log.name}” and are not shown."
    return notice


def _open_for_writing(path: Path, before_migration: BeforeMigration) -> Database:
    # One thread writes; a backup may read along in another.
    connection = sqlite3.connect(path, timeout=0, check_same_thread=False)
    db = Database(connection, execute_plugins=False)
    try:
        _set_up(db, path, before_migration)
    except BaseException:
        db.conn.close()
        raise
    return db


def _set_up(db: Database, path: Path, before_migration: BeforeMigration) -> None:
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA foreign_keys = ON")
    _take_the_lock(db)
    _require_ours(db.conn, path)
    _check_format(db, path)
    _check_health(db, path)
    use_safest_journal(db)
    if 0 < db.execute("PRAGMA user_version").fetchone()[0] < FORMAT_VERSION:
        before_migration(db.conn)
    MIGRATIONS.apply(db)


def _take_the_lock(db: Database) -> None:
    """Hold the file alone from here on, before any reading that another process could overlap."""
    db.execute("BEGIN EXCLUSIVE")
    if _is_empty(db):
        # Page 1 is on the disk before any table: a file cut short here is still known as ours.
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("COMMIT")


def _is_empty(db: Database) -> bool:
    """Whether nobody has written anything yet, or what was begun was rolled back just now."""
    is_marked = db.execute("PRAGMA application_id").fetchone()[0] != 0
    return not is_marked and db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0


def use_safest_journal(db: Database) -> None:
    """Make each commit survive a power cut, with whichever journal the place allows."""
    if db.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal":
        db.execute("PRAGMA synchronous = FULL")
    else:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA synchronous = EXTRA")


def _check_format(db: Database, path: Path) -> None:
    if db.execute("PRAGMA user_version").fetchone()[0] > FORMAT_VERSION:
        raise UserError(
            f"“{path.name}” was written by a newer version of Timeline App and was left as it "
            "is. Update the program to open it."
        )


def _check_health(db: Database, path: Path) -> None:
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise UserError(
            f"“{path.name}” is damaged and was left as it is. "
            "Open a copy of it that was made earlier."
        )
