"""The tables of a project file. Migrations are only ever appended, never edited."""

from __future__ import annotations

import json

from sqlite_utils import Database, Migrations

from timeline_app.storage.search import make_search_tables
from timeline_app.storage.views import VIEWS

APPLICATION_ID = 0x544C_4150  # "TLAP", at byte 68 of the file; `file` and the MIME type see it
FORMAT_VERSION = 10

MIGRATIONS = Migrations("timeline_app")

# Foreign keys are checked when a step is complete, so the edits of a step may come in any order.
_FIRST_TABLES = (
    """
    CREATE TABLE articles (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,           -- finds damage that SQLite cannot see
        body TEXT NOT NULL,                  -- JSON: [[start, end], …]
        published TEXT,                      -- EDTF day
        date_origin TEXT NOT NULL,
        is_date_confirmed INTEGER NOT NULL CHECK (is_date_confirmed IN (0, 1)),
        source TEXT NOT NULL,
        author TEXT NOT NULL,
        place TEXT NOT NULL,
        url TEXT NOT NULL,
        language TEXT NOT NULL,
        added_at TEXT NOT NULL,              -- ISO 8601, UTC
        content_hash TEXT NOT NULL           -- the same for articles with the same text
    ) STRICT
    """,
    "CREATE INDEX articles_by_hash ON articles (content_hash)",
    """
    CREATE TABLE events (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        when_edtf TEXT,                      -- NULL: no date can be given
        earliest_start INTEGER,              -- seconds from 1970-01-01T00:00:00; NULL: open
        latest_start INTEGER,
        earliest_end INTEGER,
        latest_end INTEGER,
        "precision" INTEGER,
        status TEXT NOT NULL,
        factuality TEXT NOT NULL,
        certainty TEXT NOT NULL,
        people TEXT NOT NULL,                -- JSON: ["…", …], as are the next three
        organisations TEXT NOT NULL,
        places TEXT NOT NULL,
        tags TEXT NOT NULL,
        note TEXT NOT NULL,
        origin TEXT NOT NULL,
        is_date_edited INTEGER NOT NULL CHECK (is_date_edited IN (0, 1)),
        is_title_edited INTEGER NOT NULL CHECK (is_title_edited IN (0, 1)),
        times_deferred INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX events_by_begin ON events (earliest_start, latest_end)",
    "CREATE INDEX events_by_end ON events (latest_end)",
    "CREATE INDEX events_by_latest_start ON events (latest_start)",
    "CREATE INDEX events_by_earliest_end ON events (earliest_end)",
    """
    CREATE TABLE evidence (
        id INTEGER PRIMARY KEY,
        event_id INTEGER NOT NULL REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
        article_id INTEGER NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
        quote_start INTEGER NOT NULL,
        quote_end INTEGER NOT NULL,
        quote TEXT NOT NULL,
        trigger_start INTEGER,
        trigger_end INTEGER,
        expression_start INTEGER,
        expression_end INTEGER,
        rule TEXT NOT NULL,
        reason TEXT NOT NULL,
        readings TEXT NOT NULL,              -- JSON: [{"when_edtf": "…", "label": "…", …}, …]
        chosen INTEGER                       -- index into readings; NULL: another date was typed
    ) STRICT
    """,
    "CREATE INDEX evidence_by_event ON evidence (event_id)",
    "CREATE INDEX evidence_by_article ON evidence (article_id)",
    """
    CREATE TABLE changes (
        seq INTEGER PRIMARY KEY,
        label TEXT NOT NULL,
        edits TEXT NOT NULL,                 -- JSON: [{"table", "id", "before", "after"}, …]
        at TEXT NOT NULL,                    -- ISO 8601, UTC
        is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
    ) STRICT
    """,
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT",
    "INSERT INTO meta (key, value) VALUES ('next_id', 1)",
    "PRAGMA user_version = 1",
)

_EXPLANATIONS = (
    "clause_start INTEGER",
    "clause_end INTEGER",
    "participants TEXT NOT NULL DEFAULT '[]'",  # JSON: [{"name", "role", "start", "end"}, …]
    "source TEXT NOT NULL DEFAULT ''",
    "relation TEXT NOT NULL DEFAULT 'within'",
    "why TEXT NOT NULL DEFAULT '[]'",  # JSON: ["…", …]
    "salience REAL NOT NULL DEFAULT 0.5",
    "was_folded INTEGER NOT NULL DEFAULT 0 CHECK (was_folded IN (0, 1))",
)

_PROVENANCE = (
    "candidates TEXT NOT NULL DEFAULT '[]'",  # JSON: [{"day", "origin", "where", …}, …]
    "pages TEXT NOT NULL DEFAULT '[]'",  # JSON: offsets in the text at which pages begin
    "citation TEXT",  # JSON: fields of a bibliographic record; NULL: there is none
    "original TEXT NOT NULL DEFAULT ''",  # SHA-256 of the file that the text was read from
)


@MIGRATIONS()
def first_tables(db: Database) -> None:
    """Articles, events, evidence, the undo log, settings, and the counter of ids."""
    for statement in _FIRST_TABLES:
        db.execute(statement)


@MIGRATIONS()
def preferences(db: Database) -> None:
    """What is laid down for the whole project: the first day of weeks, the order of dates."""
    db.execute(
        """
        CREATE TABLE preferences (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            week_start TEXT,                     -- NULL: as is the custom where an article is from
            day_order TEXT                       -- NULL: as an article's own dates show
        ) STRICT
        """
    )
    db.execute("PRAGMA user_version = 2")


@MIGRATIONS()
def explanations(db: Database) -> None:
    """What explains a proposal beside its date: who takes part, who says so, and why."""
    for column in _EXPLANATIONS:
        db.execute(f"ALTER TABLE evidence ADD COLUMN {column}")
    db.execute("PRAGMA user_version = 3")


@MIGRATIONS()
def provenance(db: Database) -> None:
    """Where an article comes from: its possible days, its pages, its citation, its file."""
    for column in _PROVENANCE:
        db.execute(f"ALTER TABLE articles ADD COLUMN {column}")
    db.execute("PRAGMA user_version = 4")


@MIGRATIONS()
def originals(db: Database) -> None:
    """The files that articles were read from."""
    db.execute(
        """
        CREATE TABLE originals (
            sha256 TEXT PRIMARY KEY,             -- of the bytes, in hexadecimal
            name TEXT NOT NULL,
            size INTEGER NOT NULL,               -- bytes before packing
            packed BLOB NOT NULL                 -- zlib
        ) STRICT
        """
    )
    db.execute("PRAGMA user_version = 5")


@MIGRATIONS()
def rulings(db: Database) -> None:
    """What the researcher has ruled on events and on names."""
    db.execute(
        """
        CREATE TABLE rulings (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            subjects TEXT NOT NULL               -- JSON: [id, …], by kind
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE aliases (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            stands_for TEXT NOT NULL,
            holds INTEGER NOT NULL CHECK (holds IN (0, 1))
        ) STRICT
        """
    )
    db.execute("PRAGMA user_version = 6")


@MIGRATIONS()
def search(db: Database) -> None:
    """What finds words in articles, events and quotes."""
    make_search_tables(db)
    db.execute("PRAGMA user_version = 7")


@MIGRATIONS()
def views(db: Database) -> None:
    """What other programs read: rows in words, each with what it belongs to."""
    for statement in VIEWS:
        db.execute(statement)
    db.execute("PRAGMA user_version = 8")


@MIGRATIONS()
def history(db: Database) -> None:
    """Who took each step, and which steps changed an event; large steps are packed."""
    db.execute("ALTER TABLE changes ADD COLUMN who TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE changes ADD COLUMN packed BLOB")  # zlib of `edits`, which is then empty
    db.execute(
        """
        CREATE TABLE event_steps (
            event_id INTEGER NOT NULL,
            seq INTEGER NOT NULL,                -- of the step in `changes`
            PRIMARY KEY (event_id, seq)
        ) STRICT, WITHOUT ROWID
        """
    )
    db.execute("CREATE INDEX event_steps_by_seq ON event_steps (seq)")
    for seq, edits in db.execute("SELECT seq, edits FROM changes").fetchall():
        changed = (edit["id"] for edit in json.loads(edits) if edit["table"] == "events")
        db.conn.executemany(
            "INSERT OR IGNORE INTO event_steps (event_id, seq) VALUES (?, ?)",
            [(event_id, seq) for event_id in changed],
        )
    db.execute("PRAGMA user_version = 9")


@MIGRATIONS()
def links(db: Database) -> None:
    """Rulings may link two events, which earlier versions do not understand."""
    db.execute("PRAGMA user_version = 10")
