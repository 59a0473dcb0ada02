"""Full-text search over articles, events and quotes.

The indexes hold no text of their own: they point to the tables
(https://www.sqlite.org/fts5.html#external_content_tables). What changes a row changes them in the
same transaction. Triggers would do that by themselves, but SQLite (3.40) lets none touch an index
while the schema of a file is not trusted, and the files of others are not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.domain import TextRange
from timeline_app.storage.failures import plain_errors
from timeline_app.storage.spans import Row

if TYPE_CHECKING:
    from sqlite_utils import Database

_OPEN, _CLOSE = "\x02", "\x03"  # around the words that were found
_SNIPPET_WORDS = 14
_SHORTEST = 2  # letters of what may be the beginning of a word: with one nearly all texts have some
# So many hits are not weighed against each other: it would take longer than a key press, and words
# that are everywhere say nothing of what is meant.
_COMMON = 1_000
_WORD_SIGN = re.compile(r"\w")
_UNSEARCHABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Indexed:
    """A table with the columns that are searched, and how much more than 1 the first count."""

    table: str
    columns: tuple[str, ...]
    weights: tuple[float, ...] = ()

    @property
    def index(self) -> str:
        return f"{self.table}_search"


_ARTICLES = _Indexed("articles", ("title", "text"), (10.0,))
_EVENTS = _Indexed("events", ("title", "people", "organisations", "places", "tags", "note"), (4.0,))
_QUOTES = _Indexed("evidence", ("quote",))
_ALL = (_ARTICLES, _EVENTS, _QUOTES)
SEARCH_TABLES = tuple(each.index for each in _ALL)


@dataclass(frozen=True, slots=True)
class Snippet:
    """Some words around what was found; `lit` are the ranges of what was, in order."""

    text: str
    lit: tuple[TextRange, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The id of an article or event; the lower its `rank` the better. `row` is what was matched."""

    id: int
    rank: float
    row: int
    index: str


def make_search_tables(db: Database) -> None:
    """The indexes, and in them what there is to find already. Needs a transaction."""
    for each in _ALL:
        db.execute(
            f"CREATE VIRTUAL TABLE {each.index} USING fts5({', '.join(each.columns)}, "
            f"content='{each.table}', content_rowid='id', "
            "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
        )
    rebuild_search_tables(db)


def prepare_search_tables(db: Database) -> None:
    """Have SQLite read how the indexes are made, which it would do only when they are used."""
    for index in SEARCH_TABLES:
        db.execute(f"SELECT rowid FROM {index} LIMIT 0")  # noqa: S608 - our own names


def rebuild_search_tables(db: Database) -> None:
    """Make the indexes anew from the tables. Needs a transaction."""
    for each in _ALL:
        db.execute(f"INSERT INTO {each.index} ({each.index}) VALUES ('rebuild')")  # noqa: S608


class SearchIndex:
    """Finds articles and events in one open project. One of an older format finds nothing.

    Raises UserError when the file cannot be read.
    """

    def __init__(self, db: Database, path: Path) -> None:
        self._db, self._path = db, path
        self._is_there = _ARTICLES.index in db.table_names()

    def follow(self, table: str, record_id: int, before: Row | None, after: Row | None) -> None:
        """Take over a changed row, or a new or deleted one. Needs the transaction of the change."""
        indexed = next((each for each in _ALL if each.table == table), None)
        if indexed is None:
            return
        old, new = _values(indexed, before), _values(indexed, after)
        if old == new:
            return
        index, columns = indexed.index, ", ".join(indexed.columns)
        marks = ", ".join("?" * len(indexed.columns))
        if old is not None:
            self._db.execute(
                f"INSERT INTO {index} ({index}, rowid, {columns}) "  # noqa: S608
                f"VALUES ('delete', ?, {marks})",
                [record_id, *old],
            )
        if new is not None:
            self._db.execute(
                f"INSERT INTO {index} (rowid, {columns}) VALUES (?, {marks})",  # noqa: S608
                [record_id, *new],
            )

    def articles(self, words: Iterable[str], most: int) -> list[Found]:
        """The articles that hold all words, each at least as a beginning, the best first."""
        return self._search(_ARTICLES, (tuple(words),), most)

    def events(self, wordings: Iterable[tuple[str, ...]], most: int) -> list[Found]:
        """The events whose own fields hold all words of one of the wordings."""
        return self._search(_EVENTS, tuple(wordings), most)

    def quotes(self, words: Iterable[str], most: int) -> list[Found]:
        """The events that have a quote with all words; `id` is that of the event."""
        found = self._search(_QUOTES, (tuple(words),), most)
        with plain_errors(self._path):
            events = self._events_of(each.row for each in found)
        return [replace(each, id=events[each.row]) for each in found if each.row in events]

    def snippets(self, hits: Iterable[Found], words: Iterable[str]) -> dict[Found, Snippet]:
        """The words around hits in texts and quotes; those of hits in neither are left out."""
        question, rows = _question(tuple(words)), dict[str, dict[int, Found]]()
        for hit in hits:
            rows.setdefault(hit.index, {})[hit.row] = hit
        found: dict[Found, Snippet] = {}
        for indexed in (_ARTICLES, _QUOTES):
            wanted = rows.get(indexed.index, {}) if question else {}
            for row, marked in self._marked(indexed, question, wanted):
                snippet = _lit(marked)
                if snippet.lit:
                    found[wanted[row]] = snippet
        return found

    def _marked(
        self, indexed: _Indexed, question: str, rows: Collection[int]
    ) -> list[tuple[int, str]]:
        """Some rows, and the words around what was found in each."""
        if not rows:
            return []
        index, column = indexed.index, len(indexed.columns) - 1
        marks = ", ".join("?" * len(rows))
        # The plus has SQLite go through all that is found once, and not once for each of the rows.
        query = (
            f"SELECT rowid, snippet({index}, {column}, ?, ?, '…', {_SNIPPET_WORDS}) "  # noqa: S608
            f"FROM {index} WHERE {index} MATCH ? AND +rowid IN ({marks})"
        )
        with plain_errors(self._path):
            return self._db.execute(query, [_OPEN, _CLOSE, question, *rows]).fetchall()

    def _search(
        self, indexed: _Indexed, wordings: tuple[tuple[str, ...], ...], most: int
    ) -> list[Found]:
        question = " OR ".join(filter(None, map(_question, wordings)))
        if not question or not self._is_there:
            return []
        with plain_errors(self._path):
            if self._is_common(indexed, question):
                rows = self._unranked(indexed, question, most)
            else:
                rows = self._ranked(indexed, question, most)
        return [Found(row, score, row, indexed.index) for row, score in rows]

    def _is_common(self, indexed: _Indexed, question: str) -> bool:
        index = indexed.index
        [count] = self._db.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT ?)",  # noqa: S608
            [question, _COMMON + 1],
        ).fetchone()
        return bool(count > _COMMON)

    def _ranked(self, indexed: _Indexed, question: str, most: int) -> list[tuple[int, float]]:
        index = indexed.index
        rank = ", ".join([index, *map(str, indexed.weights)])
        return self._db.execute(
            f"SELECT rowid, bm25({rank}) AS score FROM {index} "  # noqa: S608
            f"WHERE {index} MATCH ? ORDER BY score, rowid LIMIT ?",
            [question, most],
        ).fetchall()

    def _unranked(self, indexed: _Indexed, question: str, most: int) -> list[tuple[int, float]]:
        """What has the words in its first column, then what has them anywhere, the latest first."""
        index, found = indexed.index, dict[int, float]()
        for score, each in ((-1.0, f"{{{indexed.columns[0]}}} : ({question})"), (0.0, question)):
            rows = self._db.execute(
                f"SELECT rowid FROM {index} WHERE {index} MATCH ? "  # noqa: S608
                "ORDER BY rowid DESC LIMIT ?",
                [each, most],
            )
            for (row,) in rows:
                found.setdefault(row, score)
        return list(found.items())[:most]

    def _events_of(self, evidence: Iterable[int]) -> dict[int, int]:
        """The events of pieces of evidence; an index out of step finds some that are gone."""
        query = "SELECT id, event_id FROM evidence WHERE id = ?"
        return dict(row for each in evidence for row in self._db.execute(query, [each]))


def _values(indexed: _Indexed, row: Row | None) -> list[str] | None:
    return None if row is None else [row[column] for column in indexed.columns]


def searchable_words(text: str) -> tuple[str, ...]:
    """The words of what somebody typed; what holds neither letter nor digit is none.

    One letter at the end is not yet a word.
    """
    words = [word for word in _UNSEARCHABLE.sub(" ", text).split() if _WORD_SIGN.search(word)]
    is_begun = bool(words) and len(words[-1]) < _SHORTEST and text.endswith(words[-1])
    return tuple(words[:-1] if is_begun and words[-1].isalpha() else words)


def _question(words: tuple[str, ...]) -> str:
    """Words as a query that cannot be misread: each in quotation marks, and a beginning."""
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    meant = [
        each + "*" if len(word) >= _SHORTEST else each
        for each, word in zip(quoted, words, strict=True)
    ]
    return "(" + " AND ".join(meant) + ")" if meant else ""


def _lit(marked: str) -> Snippet:
    """A snippet without its marks; line breaks become blanks."""
    pieces, lit, length = [], [], 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if piece in (_OPEN, _CLOSE):
            lit.append(length)
        else:
            pieces.append(piece)
            length += len(piece)
    ranges = tuple(TextRange(start, end) for start, end in zip(lit[::2], lit[1::2], strict=False))
    return Snippet(re.sub(r"\s", " ", "".join(pieces)), ranges)
