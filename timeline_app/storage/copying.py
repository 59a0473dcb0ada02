"""Copies a project to another file, whole or not at all, and puts a copy in a project's place."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from timeline_app.domain import UNWATCHED, DamagedProject, Progress, UserError
from timeline_app.storage.failures import plain_errors, primary_code

_PAGES_AT_A_TIME = 256  # a megabyte: whoever else works with the source waits for milliseconds
# Seconds between two such pieces: without a pause, whoever waits for the source is never let in.
_PAUSE = 0.001
_DAMAGED = "The project is damaged, so no copy was made. Restore a backup of it."
_SIDECARS = ("-wal", "-shm", "-journal")

UNFINISHED = ".part"  # ends the name of a copy until it is whole


def copy_database(
    source: sqlite3.Connection,
    source_path: Path,
    target: Path,
    progress: Progress = UNWATCHED,
) -> None:
    """Write a copy beside the target, check it, then let it take the target's place.

    It may run in another thread than that of the connection, which can be worked with meanwhile:
    SQLite lets a copy take part in what is written. Raises UserError when the target cannot be
    written or the copy is not sound, and Cancelled when `progress` is told to stop; what was there
    before is then untouched.
    """
    _check_target(source_path, target)
    with whole_database(target) as unfinished, plain_errors(target):
        _back_up(source, unfinished, progress)


@contextmanager
def whole_database(target: Path) -> Iterator[Path]:
    """Where to write a database that takes its place at `target` when all of it is on the disk.

    Raises UserError when that cannot be; what was there before is then untouched.
    """
    unfinished = target.with_name(target.name + UNFINISHED)
    _remove_with_logs(unfinished)
    try:
        yield unfinished
        _make_durable(unfinished)
        unfinished.replace(target)
        _make_durable(target.parent)
    except OSError as error:
        raise UserError(f"“{target.name}” cannot be written: {error.strerror}.") from error
    finally:
        _remove_with_logs(unfinished)


def _remove_with_logs(path: Path) -> None:
    """Remove a database file, whole or not, and what SQLite has left beside it."""
    for end in ("", *_SIDECARS):
        path.with_name(path.name + end).unlink(missing_ok=True)


def restore_database(backup: Path, target: Path, aside: Path) -> None:
    """Put a copy of a backup in the place of a project that nobody has open.

    What was at `target` goes to `aside`, with the logs beside it: SQLite would replay a log that
    was left onto the restored file, and so bring other content back unnoticed. Raises UserError;
    `target` is then as it was.
    """
    restored = target.with_name(target.name + ".restored")
    uri = f"{backup.resolve().as_uri()}?mode=ro&immutable=1"
    with plain_errors(backup), closing(sqlite3.connect(uri, uri=True, timeout=0)) as source:
        copy_database(source, backup, restored)
    moved: list[tuple[Path, Path]] = []
    try:
        for end in ("", *_SIDECARS):
            left, place = (path.with_name(path.name + end) for path in (target, aside))
            if left.exists():
                left.replace(place)
                moved.append((left, place))
        restored.replace(target)
        _make_durable(target.parent)
    except OSError as error:
        for left, place in moved:
            place.replace(left)
        raise UserError(f"“{target.name}” cannot be replaced: {error.strerror}.") from error
    finally:
        restored.unlink(missing_ok=True)


def _check_target(source_path: Path, target: Path) -> None:
    if target.is_dir():
        raise UserError(f"“{target.name}” is a folder. Choose a file name for the copy.")
    if not target.parent.is_dir():
        raise UserError(f"The folder “{target.parent}” does not exist.")
    if not os.access(target.parent, os.W_OK):
        raise UserError(f"The folder “{target.parent}” is read-only. Choose another place.")
    if target.exists() and source_path.exists() and target.samefile(source_path):
        raise UserError("A copy needs another name than the project itself.")
    # SQLite would replay these onto the copy and so bring the old content back.
    if any(_has_content(target.with_name(target.name + end)) for end in ("-wal", "-journal")):
        raise UserError(f"“{target.name}” is in use. Choose another name for the copy.")


def _has_content(log: Path) -> bool:
    """Whether steps are left in a log; other programs that only read leave empty ones."""
    return log.exists() and log.stat().st_size > 0


def _back_up(source: sqlite3.Connection, unfinished: Path, progress: Progress) -> None:
    def tell(_status: int, remaining: int, total: int) -> None:
        progress.step(total - remaining, total, "Copying the project")
        time.sleep(_PAUSE)

    with closing(sqlite3.connect(unfinished, timeout=0)) as copy:
        try:
            source.backup(copy, pages=_PAGES_AT_A_TIME, progress=tell)
        except sqlite3.DatabaseError as error:
            if primary_code(error) == "SQLITE_CORRUPT":
                raise DamagedProject(_DAMAGED) from error
            raise
        copy.execute("PRAGMA journal_mode = DELETE")
        if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise DamagedProject(_DAMAGED)


def _make_durable(path: Path) -> None:
    is_folder = path.is_dir()
    if os.name == "nt" and is_folder:
        return  # Windows has no handle on folders, and its renames are durable by themselves
    handle = os.open(path, os.O_RDONLY if is_folder else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
