"""Projects of older formats are brought up to date, or shown as they are."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Set
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from timeline_app.domain import (
    Article,
    Change,
    Contents,
    Edit,
    Event,
    Evidence,
    Preferences,
    Record,
    TextRange,
    WeekStart,
)
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.storage import ProjectFile
from timeline_app.storage.codec import encode

_AT = "2024-10-29T12:00:00+00:00"
_WHOLE = TextRange(0, 5)
_ARTICLE = Article(1, "Title", "A war", (_WHOLE,))
_EVENT = Event(2, "Event", TimeSpan.on(CivilDate(2024, 10, 29)))
_EVIDENCE = Evidence(3, 2, 1, _WHOLE, "A war", trigger=TextRange(2, 5), reason="because")
_RECORDS: tuple[Record, ...] = (_ARTICLE, _EVENT, _EVIDENCE)
_CONTENTS = Contents((_ARTICLE,), (_EVENT,), (_EVIDENCE,))
_OF_THE_THIRD = encode(_EVIDENCE).keys() - set(
    "id event_id article_id quote_start quote_end quote trigger_start trigger_end "
    "expression_start expression_end rule reason readings chosen".split()
)
_OF_THE_FOURTH = frozenset(("candidates", "pages", "citation", "original"))


@pytest.fixture(params=[1, 2, 3, 4, 5])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A project as an older format kept it: the second brought the preferences."""
    path = tmp_path / "project.timeline"
    file = ProjectFile.open(path)
    file.commit(Change("make", tuple(Edit(None, record) for record in _RECORDS)), _AT)
    file.commit(Change("delete", (Edit(_EVIDENCE, None),)), _AT)
    file.undo()
    file.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE rulings")
        connection.execute("DROP TABLE aliases")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'rulings'")
        if request.param < 5:
            connection.execute("DROP TABLE originals")
            connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'originals'")
        if request.param < 4:
            _take_back(connection, "articles", _OF_THE_FOURTH, "provenance")
        if request.param < 3:
            _take_back(connection, "evidence", _OF_THE_THIRD, "explanations")
        if request.param == 1:
            connection.execute("DROP TABLE preferences")
            connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'preferences'")
        connection.execute(f"PRAGMA user_version = {request.param}")
        connection.commit()
    return path


def _take_back(
    connection: sqlite3.Connection, table: str, columns: Set[str], migration: str
) -> None:
    for column in columns:
        connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = ?", [migration])
    for seq, edits in connection.execute("SELECT seq, edits FROM changes").fetchall():
        older = [
            edit | {way: _without(columns, edit[way]) for way in ("before", "after")}
            if edit["table"] == table
            else edit
            for edit in json.loads(edits)
        ]
        connection.execute("UPDATE changes SET edits = ? WHERE seq = ?", [json.dumps(older), seq])


def _without(columns: Set[str], row: dict[str, object] | None) -> dict[str, object] | None:
    return row and {name: value for name, value in row.items() if name not in columns}


def test_opening_it_brings_it_up_to_date(older: Path) -> None:
    file = ProjectFile.open(older)
    assert file.load() == _CONTENTS
    wishes = Preferences(week_start=WeekStart.SUNDAY)
    explained = replace(_EVIDENCE, source="Mark Rutte", why=("The subject is its agent.",))
    file.commit(Change("change", (Edit(None, wishes), Edit(_EVIDENCE, explained))), _AT)
    assert file.load() == replace(_CONTENTS, evidence=(explained,), preferences=(wishes,))
    file.close()


def test_for_viewing_only_it_is_shown_as_it_is(older: Path) -> None:
    file = ProjectFile.view(older, "To look at.")
    assert file.load() == _CONTENTS
    assert file.measure_originals() == (0, 0)
    assert file.read_original("0" * 64) is None
    file.close()


def test_its_steps_are_still_undone_and_redone(older: Path) -> None:
    file = ProjectFile.open(older)
    file.redo()
    assert file.load().evidence == ()
    file.undo()
    assert file.load() == _CONTENTS
    file.undo()
    assert file.load() == Contents((), (), ())
    file.redo()
    assert file.load() == _CONTENTS
    file.close()
