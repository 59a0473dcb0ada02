"""Brings what can be read of a damaged project into a new file, row by row.

The damaged file is only read. A page that SQLite cannot read costs the rows on it and no others:
where a scan stops, the rows behind are asked for one by one until the next that can be read.
(`.recover` of SQLite's own shell fails on files with full-text tables.)
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from timeline_app.domain import (
    UNWATCHED,
    Article,
    Edit,
    Event,
    Evidence,
    Progress,
    Record,
    UserError,
    hash_text,
)
from timeline_app.storage.codec import Table, decode
from timeline_app.storage.copying import whole_database
from timeline_app.storage.failures import plain_errors
from timeline_app.storage.originals import Original, OriginalStore
from timeline_app.storage.records import RecordStore
from timeline_app.storage.search import SearchIndex
from timeline_app.storage.spans import Row

# Rows of a table that are asked for one by one, some ten seconds; what is farther behind is read
# from the end. A damaged file may tell of any number.
_MOST_ASKED = 1_000_000
_ASKED_AT_A_TIME = 1_000
_LARGEST_FILE = 8 * 2**30  # bytes; what a damaged header says beyond is no length
_PLACE = "place_in_table"  # no column has this name


@dataclass(slots=True)
class Salvaged:
    """What was brought over, and what was not.

    `changed_texts` are the titles of articles whose text is not what was kept; `left_out` counts
    rows that made no sense, or had lost what they belong to.
    """

    articles: int = 0
    events: int = 0
    evidence: int = 0
    left_out: int = 0
    changed_texts: list[str] = field(default_factory=list)


def salvage(path: Path, target: Path, progress: Progress = UNWATCHED) -> Salvaged:
    """Write what can be read of the project at `path` to a new file.

    Undo begins anew there. Raises UserError when nothing at all can be read, and Cancelled; there
    is no file at `target` then.
    """
    with tempfile.TemporaryDirectory(prefix="timeline-app-") as folder, plain_errors(path):
        copy = _copied(path, Path(folder))
        with whole_database(target) as unfinished, closing(_connect(copy)) as source:
            return _bring_over(source, unfinished, progress)


def _copied(path: Path, folder: Path) -> Path:
    """A copy with its log, so that opening it does not change what is left of the project."""
    copy = folder / path.name
    try:
        shutil.copyfile(path, copy)
        for end in ("-wal", "-journal"):
            part = path.with_name(path.name + end)
            if part.exists():
                shutil.copyfile(part, folder / part.name)
        _fill_up(copy)
    except OSError as error:
        where = f"copied to “{folder.parent}”"
        raise UserError(f"“{path.name}” cannot be {where}: {error.strerror}.") from error
    return copy


def _fill_up(copy: Path) -> None:
    """Give a file that was cut short its length: SQLite reads nothing of it otherwise.

    The header holds the size of a page at byte 16 (1 stands for 65,536) and their number at byte
    28 (https://sqlite.org/fileformat.html#the_database_header).
    """
    with copy.open("r+b") as file:
        header = file.read(32)
        page, pages = int.from_bytes(header[16:18]), int.from_bytes(header[28:32])
        size = (65_536 if page == 1 else page) * pages
        if copy.stat().st_size < size < _LARGEST_FILE:
            file.truncate(size)


def _connect(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(copy, timeout=0)
    connection.text_factory = lambda data: data.decode("utf-8", errors="replace")
    return connection


def _bring_over(source: sqlite3.Connection, target: Path, progress: Progress) -> Salvaged:
    # sqlite_utils brings numpy along: only who recovers a project waits for it.
    from timeline_app.storage.database import OpeningWays, open_database

    tables = _tables(source)
    found = Salvaged()
    opened = open_database(target, OpeningWays(before_migration=lambda _: None))
    with closing(opened.db.conn), opened.db.atomic():
        writer = _Writer(RecordStore(opened.db, SearchIndex(opened.db, target)), found)
        kinds = [table for table in Table if table in tables]
        for done, table in enumerate(kinds):
            tell = partial(progress.step, done, len(kinds), "Reading what is left")
            writer.take(table, _TableReader(source, table, tell).rows())
        if "originals" in tables:
            tell = partial(progress.step, len(kinds), len(kinds), "Reading what is left")
            rows = _TableReader(source, "originals", tell).rows()
            _take_originals(OriginalStore(opened.db), rows)
        opened.db.execute(
            "UPDATE meta SET value = ? WHERE key = 'next_id'",
            [max(writer.largest_id, _last_known(source, "articles") or 0) + 1],
        )
    if not (found.articles or found.events):
        raise UserError("Nothing could be read of the project. Restore a backup of it.")
    return found


def _tables(source: sqlite3.Connection) -> frozenset[str]:
    try:
        names = source.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    except sqlite3.DatabaseError:
        return frozenset()
    return frozenset(name for (name,) in names)


class _TableReader:
    """Reads the rows of one table. `tell` is called now and then, and may raise Cancelled."""

    def __init__(self, source: sqlite3.Connection, table: str, tell: Callable[[], None]) -> None:
        self._source, self._table, self._tell = source, table, tell
        self._place = -1  # of the last row that was read
        self._asked = 0

    def rows(self) -> Iterator[Row]:
        """Every row that can be read."""
        self._tell()
        while (yield from self._stopped_scan()):
            row = self._next_readable()
            if row is None:
                with suppress(sqlite3.DatabaseError):
                    for each in self._fetched("> ? ORDER BY rowid DESC", self._place):
                        del each[_PLACE]
                        yield each
                return
            yield row

    def _stopped_scan(self) -> Generator[Row, None, bool]:
        """The rows behind the last one; returns whether one was met that cannot be read.

        A damaged page may lead back to rows that were read, or out of all bounds.
        """
        last = _last_known(self._source, self._table)
        try:
            for row in self._fetched("> ? ORDER BY rowid", self._place):
                place = row.pop(_PLACE)
                if place > self._place:
                    yield row
                    self._place = place if last is None or place <= last else self._place
        except sqlite3.DatabaseError:
            return True
        return False

    def _next_readable(self) -> Row | None:
        for place in self._places_behind():
            self._place = place
            self._asked += 1
            if self._asked % _ASKED_AT_A_TIME == 0:
                self._tell()
            with suppress(sqlite3.DatabaseError):
                for row in self._fetched("= ?", place):
                    del row[_PLACE]
                    return row
        return None

    def _places_behind(self) -> range:
        most = self._place + _MOST_ASKED - self._asked
        last = _last_known(self._source, self._table)
        return range(self._place + 1, (most if last is None else min(most, last)) + 1)

    def _fetched(self, which: str, place: int) -> Iterator[Row]:
        query = f"SELECT rowid AS {_PLACE}, * FROM {self._table} WHERE rowid {which}"  # noqa: S608
        cursor = self._source.execute(query, [place])
        columns = [column[0] for column in cursor.description]
        for values in cursor:
            yield dict(zip(columns, values, strict=True))


def _last_known(source: sqlite3.Connection, table: str) -> int | None:
    """The largest id that may be in a table: ids are given out over all tables."""
    questions = (
        "SELECT value - 1 FROM meta WHERE key = 'next_id'",
        f"SELECT rowid FROM {table} ORDER BY rowid DESC LIMIT 1",  # noqa: S608 - our own names
    )
    answers: list[int] = []
    for question in questions:
        with suppress(sqlite3.DatabaseError):
            answers += [row[0] for row in source.execute(question) if isinstance(row[0], int)]
    return max(answers, default=None)


class _Writer:
    """Puts records into the new file as long as they make sense."""

    def __init__(self, records: RecordStore, found: Salvaged) -> None:
        self._records, self._found = records, found
        self._ids: set[int] = set()
        self.largest_id = 0

    def take(self, table: Table, rows: Iterable[Row]) -> None:
        """Take over the rows of one table."""
        for row in rows:
            record = self._record(table, row)
            if record is None or not self._is_written(record):
                self._found.left_out += 1
            else:
                self._count(record)

    def _record(self, table: Table, row: Row) -> Record | None:
        try:
            if table is Table.ARTICLES and hash_text(row["text"]) != row["text_sha256"]:
                self._found.changed_texts.append(str(row["title"]))
                row |= {"text_sha256": hash_text(row["text"])}
            return decode(table, row)
        except (ValueError, KeyError, TypeError, IndexError, AttributeError):
            return None  # a row that no program of ours has written

    def _is_written(self, record: Record) -> bool:
        if isinstance(record, Evidence) and not {record.event_id, record.article_id} <= self._ids:
            return False
        try:
            self._records.write(Edit(None, record))
        except (sqlite3.IntegrityError, sqlite3.InterfaceError, RuntimeError, UserError):
            return False  # a value of another kind than the column's, or an id that is there twice
        return True

    def _count(self, record: Record) -> None:
        self._ids.add(record.id)
        self.largest_id = max(self.largest_id, record.id)
        match record:
            case Article():
                self._found.articles += 1
            case Event():
                self._found.events += 1
            case Evidence():
                self._found.evidence += 1


def _take_originals(store: OriginalStore, rows: Iterable[Row]) -> None:
    for row in rows:
        original = Original(row["sha256"], row["name"], row["size"], row["packed"])
        if original.is_whole:
            store.keep(original)
