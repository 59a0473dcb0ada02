"""Looks through a whole project for damage, also for what SQLite's own checks cannot see."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from timeline_app.domain import UNWATCHED, Progress, hash_text
from timeline_app.storage.failures import plain_errors
from timeline_app.storage.originals import Original
from timeline_app.storage.search import SEARCH_TABLES

_MOST_COMPLAINTS = 100  # of SQLite, whose list can be as long as the file


class Mend(Enum):
    """How a fault can be put right."""

    INDEXES = auto()  # made anew from the tables
    QUOTE = auto()  # its place is found by its words
    NOTHING = auto()  # only a backup has what was lost


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in a sentence; `record` is the id of the evidence or article it is about."""

    sentence: str
    mend: Mend = Mend.NOTHING
    record: int | None = None


def check_file(path: Path, progress: Progress = UNWATCHED) -> tuple[Fault, ...]:
    """The faults of a project that nobody has open, such as a copy made for this.

    Takes some seconds for 100,000 events. Raises UserError when the file cannot be read at all,
    and Cancelled when `progress` is told to stop.
    """
    uri = f"{path.resolve().as_uri()}?mode=rw"
    with plain_errors(path), closing(sqlite3.connect(uri, uri=True, timeout=0)) as connection:
        checks = (_structure, _search, _references, _texts, _quotes, _originals)
        found: list[Fault] = []
        for done, check in enumerate(checks):
            progress.step(done, len(checks), "Checking the project")
            found += check(connection)
        return tuple(found)


def _structure(connection: sqlite3.Connection) -> Iterator[Fault]:
    complaints = connection.execute(f"PRAGMA integrity_check({_MOST_COMPLAINTS})").fetchall()
    for (complaint,) in complaints:
        if complaint != "ok":
            is_index = "index" in complaint
            yield Fault(
                f"The file says of itself: {complaint}.",
                Mend.INDEXES if is_index else Mend.NOTHING,
            )


def _search(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Whether what is searched is what there is; SQLite asks for this as if it were written."""
    for index in SEARCH_TABLES:
        if not _has_table(connection, index):
            continue
        try:
            connection.execute(
                f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
            )
        except sqlite3.DatabaseError:
            yield Fault("The search does not find all that there is.", Mend.INDEXES)
    connection.rollback()


def _references(connection: sqlite3.Connection) -> Iterator[Fault]:
    for table, row, parent, _key in connection.execute("PRAGMA foreign_key_check"):
        yield Fault(f"Row {row} of “{table}” belongs to something in “{parent}” that is missing.")


def _texts(connection: sqlite3.Connection) -> Iterator[Fault]:
    rows = connection.execute("SELECT id, title, text, text_sha256 FROM articles")
    for number, title, text, digest in rows:
        if hash_text(text) != digest:
            yield Fault(
                f"The text of the article “{title}” is not as it was saved. "
                "Restore a backup, or add the article anew.",
                record=number,
            )


def _quotes(connection: sqlite3.Connection) -> Iterator[Fault]:
    rows = connection.execute(
        "SELECT evidence.id, quote_start, quote_end, quote, text, events.title FROM evidence "
        "JOIN articles ON articles.id = article_id JOIN events ON events.id = event_id"
    )
    for number, start, end, quote, text, title in rows:
        if text[start:end] != quote:
            is_there = bool(quote) and text.count(quote) == 1
            yield Fault(
                f"A quote of the event “{title}” is not where it should be in its article.",
                Mend.QUOTE if is_there else Mend.NOTHING,
                number,
            )


def _originals(connection: sqlite3.Connection) -> Iterator[Fault]:
    if not _has_table(connection, "originals"):
        return
    rows = connection.execute("SELECT sha256, name, size, packed FROM originals")
    for original in (Original(*row) for row in rows):
        if not original.is_whole:
            yield Fault(f"The file “{original.name}” that was kept with its article is damaged.")


def _has_table(connection: sqlite3.Connection, name: str) -> bool:
    found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", [name]).fetchone()
    return found is not None
