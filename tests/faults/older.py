"""A project as the first released format kept it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from timeline_app.domain import Article, Event, Evidence, Record, TextRange
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.storage.codec import encode, table_of
from timeline_app.storage.schema import APPLICATION_ID, MIGRATIONS

_TEXT = "A war ended. " * 200
_ARTICLES = range(1, 41)

FIRST_CONTENTS: tuple[Record, ...] = tuple(
    record
    for number in _ARTICLES
    for record in (
        Article(number, f"Title {number}", f"{_TEXT}{number}.", (TextRange(0, 5),)),
        Event(100 + number, f"Event {number}", TimeSpan.on(CivilDate(2024, 10, 29))),
        Evidence(200 + number, 100 + number, number, TextRange(0, 5), "A war", reason="because"),
    )
)


def make_project_of_first_format(path: Path) -> None:
    """Write FIRST_CONTENTS and one step that can be undone, with the first migration alone."""
    with closing(sqlite3.connect(path)) as connection:
        db = Database(connection, execute_plugins=False)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        MIGRATIONS.apply(db, stop_before="preferences")
        with db.atomic():
            for record in FIRST_CONTENTS:
                _insert(db, record)
            db.execute("UPDATE meta SET value = 300")
            _log_last_step(db)


def _insert(db: Database, record: Record) -> None:
    table = table_of(record)
    columns = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
    row = {name: value for name, value in encode(record).items() if name in columns}
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))  # noqa: S608


def _log_last_step(db: Database) -> None:
    """The last event was renamed."""
    event = FIRST_CONTENTS[-2]
    assert isinstance(event, Event)
    edit = {
        "table": "events",
        "id": event.id,
        "before": {"title": "Old title"},
        "after": {"title": event.title},
    }
    db.execute(
        "INSERT INTO changes (seq, label, edits, at) VALUES (1, 'rename', ?, ?)",
        [json.dumps([edit]), "2024-10-29T12:00:00+00:00"],
    )
