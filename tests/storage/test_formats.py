"""Projects of older formats are brought up to date, or shown as they are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

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
from timeline_app.storage.schema import FORMAT_VERSION, MIGRATIONS

_AT = "2024-10-29T12:00:00+00:00"
_WHOLE = TextRange(0, 5)
_ARTICLE = Article(1, "Title", "A war", (_WHOLE,))
_EVENT = Event(2, "Event", TimeSpan.on(CivilDate(2024, 10, 29)))
_EVIDENCE = Evidence(3, 2, 1, _WHOLE, "A war", trigger=TextRange(2, 5), reason="because")
_RECORDS: tuple[Record, ...] = (_ARTICLE, _EVENT, _EVIDENCE)
_CONTENTS = Contents((_ARTICLE,), (_EVENT,), (_EVIDENCE,))
_DUMPS = sorted((Path(__file__).parent / "formats").glob("format-*.sql"))
# Indexes of words are no SQL: from format 7 on the migrations make them of the last dump.
_NEXT_STEPS = {7: "views", 8: "history", 9: "links"}
_FORMATS = range(1, FORMAT_VERSION)


@pytest.fixture(params=_FORMATS, ids=lambda number: f"format-{number}")
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A project as a former version of the program left it, with one step that was undone."""
    path, number = tmp_path / "project.timeline", request.param
    dump = _DUMPS[min(number, len(_DUMPS)) - 1]
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
        if number > len(_DUMPS):
            db = Database(connection, execute_plugins=False)
            MIGRATIONS.apply(db, stop_before=_NEXT_STEPS[number])
        assert connection.execute("PRAGMA user_version").fetchone() == (number,)
    return path


def test_there_is_a_project_of_every_format_before_the_search() -> None:
    assert [dump.stem for dump in _DUMPS] == [f"format-{number}" for number in range(1, 7)]


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


def test_brought_up_to_date_it_is_like_a_new_one(older: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.timeline"
    for path in (older, new):
        ProjectFile.open(path).close()
    assert _schema(older) == _schema(new)


def _schema(path: Path) -> dict[str, set[str]]:
    """The columns of every table and view, and the names of all else."""
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema")]
        return {
            name: {column[1] for column in connection.execute(f"PRAGMA table_info('{name}')")}
            for name in names
        }


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
