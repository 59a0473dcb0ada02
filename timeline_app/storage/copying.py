"""Copies a project to another file, whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from timeline_app.domain import UserError
from timeline_app.storage.failures import plain_errors


def copy_database(source: sqlite3.Connection, source_path: Path, target: Path) -> None:
    """Write a copy beside the target, then let it take the target's place.

    Raises UserError when the target cannot be written; what was there before is then untouched.
    """
    _check_target(source_path, target)
    unfinished = target.with_name(target.name + ".part")
    try:
        with plain_errors(target):
            _back_up(source, unfinished)
        _make_durable(unfinished)
        unfinished.replace(target)
        _make_durable(target.parent)
    except OSError as error:
        raise UserError(f"“{target.name}” cannot be written: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


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
    if any(target.with_name(target.name + end).exists() for end in ("-wal", "-journal")):
        raise UserError(f"“{target.name}” is in use. Choose another name for the copy.")


def _back_up(source: sqlite3.Connection, unfinished: Path) -> None:
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished, timeout=0)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def _make_durable(path: Path) -> None:
    is_folder = path.is_dir()
    if os.name == "nt" and is_folder:
        return  # Windows has no handle on folders, and its renames are durable by themselves
    handle = os.open(path, os.O_RDONLY if is_folder else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
