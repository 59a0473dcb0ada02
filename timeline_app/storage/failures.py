"""What SQLite reports, as sentences for the user; anything else stays the bug it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_app.domain import DamagedProject, ProjectInUse, UserError
from timeline_app.storage.holding import holder_of

_SENTENCES = {
    "SQLITE_BUSY": (
        "“{name}” is already open in another window or program. Close it there, then try again."
    ),
    "SQLITE_LOCKED": (
        "“{name}” is already open in another window or program. Close it there, then try again."
    ),
    "SQLITE_FULL": (
        "The disk is full, so nothing could be saved in “{name}”. Make some room, then try again."
    ),
    "SQLITE_IOERR": (
        "The disk did not accept what was to be saved in “{name}”. "
        "Check that it has room and is connected, then try again."
    ),
    "SQLITE_CORRUPT": (
        "“{name}” is damaged and was left as it is. "
        "Restore a backup of it, or recover what can be read."
    ),
    "SQLITE_NOTADB": "“{name}” is not a Timeline App project.",
    "SQLITE_READONLY": (
        "“{name}” cannot be changed: the file or its folder is read-only. Save a copy elsewhere."
    ),
    "SQLITE_CANTOPEN": (
        "“{name}” cannot be opened. Check that its folder exists and that you may write there."
    ),
    "SQLITE_PERM": "“{name}” cannot be opened: you have no permission to read it.",
}

_WORDS_OF_DAMAGE = (
    "decode to UTF-8",  # noticed by Python while it fetched the row
    # SQLite has no code of its own for a spoilt header, or for tables and columns other than ours.
    "unsupported file format",
    "no such ",
    "has no column named",
    "already exists",
    "duplicate column name",
)


def damage_sentence(path: Path) -> str:
    """That a project is not whole."""
    return _SENTENCES["SQLITE_CORRUPT"].format(name=path.name)


def sentence_for(error: sqlite3.Error, path: Path) -> str | None:
    """One sentence about an error of the file or the disk; None when the error is a bug."""
    template = _SENTENCES.get(primary_code(error))
    return template.format(name=path.name) if template else None


def primary_code(error: sqlite3.Error) -> str:
    """The name of SQLite's result code; empty when the error does not come from SQLite itself."""
    if any(words in str(error) for words in _WORDS_OF_DAMAGE):
        return "SQLITE_CORRUPT"
    # Extended codes refine a primary one: SQLITE_IOERR_WRITE, SQLITE_READONLY_DIRECTORY.
    return "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn errors of the file at `path` into UserError; let bugs through."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = sentence_for(error, path)
        if sentence is None:
            raise
        raise _kind_of(error)(_with_holder(sentence, error, path)) from error
    except UnicodeDecodeError as error:  # SQLite's own message quoted damaged names
        raise DamagedProject(damage_sentence(path)) from error


def _kind_of(error: sqlite3.Error) -> type[UserError]:
    match primary_code(error):
        case "SQLITE_BUSY" | "SQLITE_LOCKED":
            return ProjectInUse
        case "SQLITE_CORRUPT":
            return DamagedProject
        case _:
            return UserError


def _with_holder(sentence: str, error: sqlite3.Error, path: Path) -> str:
    """Add who has the file open, where that is known."""
    holder = holder_of(path) if _kind_of(error) is ProjectInUse else None
    return sentence if holder is None else f"{sentence} It is open {holder.in_words}."


@contextmanager
def damage_noticed(path: Path) -> Iterator[None]:
    """Tell the user of damage that SQLite does not see: rows that no program of ours has written.

    Goes round reading only; while writing, the same errors are bugs.
    """
    try:
        yield
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise DamagedProject(damage_sentence(path)) from error
    except sqlite3.OperationalError as error:
        if primary_code(error) != "SQLITE_ERROR":
            raise
        raise DamagedProject(damage_sentence(path)) from error  # tables are other than we made them
