"""Copies a project that another program or computer has open, without touching it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from timeline_app.domain import UserError
from timeline_app.storage.failures import plain_errors

_TIMES = 5
_LOGS = ("-wal", "-journal")
_State = tuple[int, int] | None


def copy_held(path: Path, target: Path) -> None:
    """Copy a project, with what is still in its logs, to `target`; what was there is replaced.

    No lock is asked for: its holder goes on working. Raises UserError when the file cannot be read,
    or is written so often that no copy is of one moment.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy_files(path, part)
        _fold_logs_in(part)
        part.replace(target)
    except OSError as error:
        raise UserError(f"“{path.name}” cannot be copied: {error.strerror}.") from error
    finally:
        for each in (part, *_logs_of(part)):
            each.unlink(missing_ok=True)


def _copy_files(path: Path, part: Path) -> None:
    """Copy all as they were at one moment.

    The file changes when its write-ahead log is folded into it, and together with its rollback
    journal, which takes back what is not yet whole.
    """
    journal = _logs_of(path)[1]
    for _ in range(_TIMES):
        before = _state(path), _state(journal)
        shutil.copyfile(path, part)
        for log, copied in zip(_logs_of(path), _logs_of(part), strict=True):
            _copy_log(log, copied)
        if before == (_state(path), _state(journal)):
            return
    raise UserError(f"“{path.name}” is being written just now. Try again in a moment.")


def _copy_log(log: Path, part: Path) -> None:
    part.unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        shutil.copyfile(log, part)


def _fold_logs_in(part: Path) -> None:
    with plain_errors(part), closing(sqlite3.connect(part, timeout=0)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _state(path: Path) -> _State:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_mtime_ns, status.st_size


def _logs_of(path: Path) -> list[Path]:
    return [path.with_name(path.name + end) for end in _LOGS]
