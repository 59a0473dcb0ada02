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

from timeline_app.domain import DamagedProject, UserError, hash_text
from timeline_app.storage.drives import is_on_network
from timeline_app.storage.failures import (
    damage_noticed,
    damage_sentence,
    plain_errors,
    primary_code,
)
from timeline_app.storage.schema import APPLICATION_ID, FORMAT_VERSION, MIGRATIONS
from timeline_app.storage.search import prepare_search_tables

# Permissions do not tell everything: shares and protected files refuse only when one writes.
_WRITING_REFUSED = ("SQLITE_READONLY", "SQLITE_CANTOPEN")
# Even to read a write-ahead log, SQLite may have to write.
_NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR")
_ON_NETWORK = (
    "“{name}” lies on a network drive. It is saved safely there, but more slowly, and one computer "
    "at a time can work on it."
)

# Two processes that reach for the lock at once can each bar the other's way, and both are refused:
# both let go and come back after waits of different lengths (in seconds, times a random factor).
_WAITS_FOR_THE_LOCK = (0.02, 0.04, 0.08, 0.16)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database; `notice` says in one sentence what the user must know of it, if anything.

    `is_checked` tells whether it was looked through for damage.
    """

    db: Database
    is_read_only: bool = False
    notice: str = ""
    is_checked: bool = True


# Called with the open project before it is brought to a newer format.
BeforeMigration = Callable[[sqlite3.Connection], None]


@dataclass(frozen=True, slots=True)
class OpeningWays:
    """How a project is opened.

    What `before_migration` raises stops the opening. With `checks_later` only a file that was not
    closed in order is looked through for damage at once; of the others the caller sees to it.
    """

    before_migration: BeforeMigration
    checks_later: bool = False


def open_database(path: Path, ways: OpeningWays) -> Opened:
    """Open a project file, or make it. Raises UserError when that cannot be."""
    with plain_errors(path):
        for wait in _WAITS_FOR_THE_LOCK:
            try:
                return _try_to_open(path, ways)
            except sqlite3.OperationalError as error:
                if primary_code(error) != "SQLITE_BUSY":
                    raise
            time.sleep(wait * random.uniform(0.5, 1.5))  # noqa: S311 - guards no secret
        return _try_to_open(path, ways)


def open_for_viewing(path: Path, notice: str = "") -> Opened:
    """Open a project file without locking or changing anything. Raises UserError."""
    with plain_errors(path):
        return _open_for_viewing(path, notice or _viewing_notice(path))


def _try_to_open(path: Path, ways: OpeningWays) -> Opened:
    has_content = _check_place(path)
    if has_content and _check_owner(path) > FORMAT_VERSION:
        return _open_for_viewing(path, _newer_notice(path))
    if not _is_writable(path):
        return _open_for_viewing(path, _viewing_notice(path))
    try:
        return _open_for_writing(path, ways)
    except sqlite3.OperationalError as error:
        if has_content and primary_code(error) in _WRITING_REFUSED:
            return _open_for_viewing(path, _viewing_notice(path))
        # What a full disk has cut short is whole only together with its log, which needs room.
        if has_content and primary_code(error) in _NO_ROOM and is_sound_beside(path):
            return _open_for_viewing(path, _full_notice(path))
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


def _check_owner(path: Path) -> int:
    """Refuse the files of other programs before anything touches them; returns the format."""
    # Not by reading the file: closing it would drop the lock that this process may hold on it.
    with closing(_connect_for_viewing(path)) as connection:
        try:
            _require_ours(connection, path)
            _check_length(connection, path)
            return _format_of(connection)
        except sqlite3.DatabaseError as error:
            # A file whose checkpoint or step was cut short is whole only together with its logs.
            if primary_code(error) != "SQLITE_CORRUPT" or not any(map(_has_steps, _logs_of(path))):
                raise
            return FORMAT_VERSION


def _check_length(connection: sqlite3.Connection, path: Path) -> None:
    """Notice a last page that is not whole: SQLite reads zeros for the rest, and finds no fault."""
    if any(map(_has_steps, _logs_of(path))):
        return  # a killed program has left what makes it whole
    if path.stat().st_size % connection.execute("PRAGMA page_size").fetchone()[0]:
        raise DamagedProject(damage_sentence(path))


def _format_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _require_ours(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise UserError(
            f"“{path.name}” is a database of another program, not a Timeline App project."
        )


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _logs_of(path: Path) -> tuple[Path, ...]:
    """The write-ahead log, and the journal of places that have none."""
    return _log_of(path), path.with_name(path.name + "-journal")


def _connect_for_viewing(path: Path) -> sqlite3.Connection:
    """A connection that neither locks nor changes anything, and sees no unfinished log."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, timeout=0)


def _is_writable(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _open_for_viewing(path: Path, notice: str) -> Opened:
    db = Database(_connect_for_viewing(path), execute_plugins=False)
    log = _log_of(path)
    if log.exists() and log.stat().st_size > 0:
        notice += f" Its latest steps are still in “{log.name}” and are not shown."
    return Opened(db, is_read_only=True, notice=notice)


def _viewing_notice(path: Path) -> str:
    return (
        f"“{path.name}” is open for viewing only: the file or its folder is read-only. "
        "Save a copy elsewhere to work on it."
    )


def _full_notice(path: Path) -> str:
    return (
        f"“{path.name}” is open for viewing only: its disk is full or takes nothing more. "
        "Make some room and open it again, or save a copy elsewhere."
    )


def _newer_notice(path: Path) -> str:
    return (
        f"“{path.name}” was written by a newer version of Timeline App and is open for viewing "
        "only. What this version does not know is not shown. Update the program to work on it."
    )


def _open_for_writing(path: Path, ways: OpeningWays) -> Opened:
    was_left_open = any(map(_has_steps, _logs_of(path)))
    # One thread writes; a backup may read along in another.
    connection = sqlite3.connect(path, timeout=0, check_same_thread=False)
    db = Database(connection, execute_plugins=False)
    try:
        _lock(db, path)
        if _format_of(connection) > FORMAT_VERSION:  # as its log says, and the file does not yet
            connection.close()
            return _open_for_viewing(path, _newer_notice(path))
        if was_left_open:
            _check(db, path, "integrity_check")
        elif not ways.checks_later:
            _check(db, path, "quick_check")
        notice = _set_up(db, path, ways)
    except BaseException:
        db.conn.close()
        raise
    return Opened(db, notice=notice, is_checked=was_left_open or not ways.checks_later)


def _has_steps(log: Path) -> bool:
    try:
        return log.stat().st_size > 0
    except FileNotFoundError:
        return False


def _lock(db: Database, path: Path) -> None:
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA foreign_keys = ON")
    _take_the_lock(db)
    _require_ours(db.conn, path)


def _set_up(db: Database, path: Path, ways: OpeningWays) -> str:
    """Choose the journal and bring the format up to date; returns what the user must know."""
    is_far = is_on_network(path.parent)
    use_safest_journal(db, allows_log=not is_far)
    with damage_noticed(path):
        MIGRATIONS.applied(db)
    if 0 < _format_of(db.conn) < FORMAT_VERSION:
        ways.before_migration(db.conn)
    MIGRATIONS.apply(db)
    with damage_noticed(path):
        prepare_search_tables(db)
    return _ON_NETWORK.format(name=path.name) if is_far else ""


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


def use_safest_journal(db: Database, *, allows_log: bool = True) -> None:
    """Make each commit survive a power cut, with whichever journal the place allows."""
    if allows_log and db.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal":
        db.execute("PRAGMA synchronous = FULL")
    else:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA synchronous = EXTRA")


def _check(db: Database, path: Path, pragma: str) -> None:
    if db.execute(f"PRAGMA {pragma}(1)").fetchone()[0] != "ok":
        raise DamagedProject(damage_sentence(path))


def is_sound(db: Database) -> bool:
    """Whether neither SQLite nor the hashes of the texts show damage in an open project.

    Nobody else can use it meanwhile.
    """
    return _says_it_is_sound(db.conn)


def is_sound_beside(path: Path) -> bool:
    """The same by a connection of its own, which sees what is written meanwhile as damage."""
    with closing(_connect_for_viewing(path)) as connection:
        return _says_it_is_sound(connection)


def _says_it_is_sound(connection: sqlite3.Connection) -> bool:
    texts = "SELECT text, text_sha256 FROM articles"
    try:
        is_whole = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        return is_whole and all(hash_text(text) == kept for text, kept in connection.execute(texts))
    except sqlite3.DatabaseError:
        return False
