"""One file holds a project, its way back, and its settings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from tests.storage.values import articles, events, evidence, preferences
from timeline_app.domain import (
    Article,
    Change,
    Contents,
    DamagedProject,
    Edit,
    Event,
    Evidence,
    Record,
    TextRange,
    UserError,
)
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.storage import ProjectFile
from timeline_app.storage.change_log import STEPS_KEPT
from timeline_app.storage.database import use_safest_journal
from timeline_app.storage.schema import FORMAT_VERSION

_AT = "2024-10-29T12:00:00+00:00"
_DAY = TimeSpan.on(CivilDate(2024, 10, 29))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "project.timeline"


@pytest.fixture
def file(path: Path) -> Iterator[ProjectFile]:
    opened = ProjectFile.open(path)
    yield opened
    opened.close()


def _make(*records: Record) -> Change:
    return Change("make", tuple(Edit(None, record) for record in records))


def _event(file: ProjectFile, title: str = "Event") -> Event:
    return Event(file.next_id(), title, _DAY)


def test_what_is_committed_is_there_after_reopening(file: ProjectFile, path: Path) -> None:
    article = Article(file.next_id(), "Title", "Text", (TextRange(0, 4),), CivilDate(2024, 10, 29))
    event = _event(file)
    proof = Evidence(file.next_id(), event.id, article.id, TextRange(0, 4), "Text")
    file.commit(_make(proof, event, article), _AT)
    file.close()
    reopened = ProjectFile.open(path)
    assert reopened.load() == Contents((article,), (event,), (proof,))
    assert reopened.undo_label == "make"
    assert reopened.last_saved_at is not None
    assert reopened.last_saved_at.isoformat() == _AT
    reopened.close()


def test_undo_and_redo_go_through_the_steps_also_after_reopening(
    file: ProjectFile, path: Path
) -> None:
    event = _event(file)
    renamed = replace(event, title="Renamed", tags=("war",))
    file.commit(_make(event), _AT)
    rename = Change("rename", (Edit(event, renamed),))
    file.commit(rename, _AT)
    file.commit(Change("delete", (Edit(renamed, None),)), _AT)
    file.close()
    file = ProjectFile.open(path)
    assert file.undo() == Change("delete", (Edit(None, renamed),))
    assert file.undo() == rename.inverse
    assert file.load().events == (event,)
    assert (file.undo_label, file.redo_label) == ("make", "rename")
    file.close()
    file = ProjectFile.open(path)
    assert file.redo() == rename
    assert file.load().events == (renamed,)
    file.close()


def test_there_is_nothing_to_undo_in_a_new_project(file: ProjectFile) -> None:
    assert file.undo() is None
    assert file.redo() is None
    assert (file.undo_label, file.redo_label, file.last_saved_at) == (None, None, None)


def test_a_new_step_ends_what_could_be_redone(file: ProjectFile) -> None:
    file.commit(_make(_event(file)), _AT)
    file.undo()
    file.commit(_make(_event(file)), _AT)
    assert file.redo_label is None
    assert file.redo() is None


def test_several_edits_of_one_record_in_one_step_are_taken_back_in_reverse(
    file: ProjectFile,
) -> None:
    first = _event(file)
    second, third = replace(first, title="Second"), replace(first, note="Third")
    change = Change("all", (Edit(None, first), Edit(first, second), Edit(second, third)))
    file.commit(change, _AT)
    assert file.load().events == (third,)
    assert file.undo() == change.inverse
    assert file.load().events == ()
    assert file.redo() == change
    assert file.load().events == (third,)


def test_an_edit_that_does_not_start_from_what_is_stored_is_a_bug(file: ProjectFile) -> None:
    event = _event(file)
    file.commit(_make(event), _AT)
    other = _event(file)
    wrong = Edit(replace(event, title="Never stored"), replace(event, title="New"))
    for edit in (wrong, Edit(None, event), Edit(other, None)):
        with pytest.raises(RuntimeError, match="not what the edit starts from"):
            file.commit(Change("wrong", (Edit(None, _event(file)), edit)), _AT)
    assert file.load().events == (event,)
    assert file.undo_label == "make"


def test_evidence_needs_its_event_and_its_article(file: ProjectFile) -> None:
    orphan = Evidence(file.next_id(), 77, 78, TextRange(0, 1), "x")
    with pytest.raises(sqlite3.IntegrityError):
        file.commit(_make(orphan), _AT)
    assert file.load() == Contents((), (), ())


def test_ids_are_never_given_out_again(file: ProjectFile, path: Path) -> None:
    used = [file.next_id() for _ in range(3)]
    assert len(set(used)) == 3
    event = Event(50, "Event", _DAY)
    file.commit(_make(event), _AT)
    file.undo()
    file.close()
    reopened = ProjectFile.open(path)
    assert reopened.next_id() > 50
    reopened.close()


def test_the_log_keeps_the_latest_steps_only(file: ProjectFile) -> None:
    event = _event(file)
    file.commit(_make(event), _AT)
    for number in range(STEPS_KEPT + 5):
        renamed = replace(event, title=str(number))
        file.commit(Change(f"step {number}", (Edit(event, renamed),)), _AT)
        event = renamed
    steps = 0
    while file.undo() is not None:
        steps += 1
    assert steps == STEPS_KEPT
    assert file.load().events[0].title == "4"


def test_settings_are_kept_as_they_were_written(file: ProjectFile, path: Path) -> None:
    value = {"zoom": 1.5, "lanes": ["people", "Žižek"], "open": None}
    file.write_setting("view", 1)
    file.write_setting("view", value)
    file.close()
    reopened = ProjectFile.open(path)
    assert reopened.read_setting("view") == value
    assert reopened.read_setting("other", "default") == "default"
    assert reopened.undo_label is None
    reopened.close()


def test_a_copy_holds_the_same_and_lives_on_its_own(file: ProjectFile, tmp_path: Path) -> None:
    event = _event(file)
    file.commit(_make(event), _AT)
    copy_path = tmp_path / "copy.timeline"
    copy_path.write_text("what was there before")
    file.copy_to(copy_path)
    file.commit(_make(_event(file)), _AT)
    copy = ProjectFile.open(copy_path)
    assert copy.load().events == (event,)
    assert copy.undo_label == "make"
    copy.commit(_make(_event(copy, "In the copy")), _AT)
    copy.close()
    assert len(file.load().events) == 2


def test_a_copy_takes_the_place_of_one_that_another_program_has_read(
    file: ProjectFile, tmp_path: Path
) -> None:
    target = tmp_path / "copy.timeline"
    file.copy_to(target)
    (tmp_path / "copy.timeline-wal").touch()  # as the sqlite3 shell leaves it
    file.commit(_make(event := _event(file)), _AT)
    file.copy_to(target)
    with closing(ProjectFile.open(target)) as copy:
        assert copy.load().events == (event,)


def test_a_closed_project_is_one_single_file(file: ProjectFile, path: Path) -> None:
    file.commit(_make(_event(file)), _AT)
    file.close()
    file.close()
    assert [p.name for p in path.parent.glob("project*")] == [path.name]


def test_the_file_says_what_it_is_and_can_be_read_by_others(file: ProjectFile, path: Path) -> None:
    file.commit(_make(_event(file, "Summit")), _AT)
    file.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == 0x544C4150
        assert connection.execute("PRAGMA user_version").fetchone()[0] == FORMAT_VERSION
        row = connection.execute("SELECT title, when_edtf, earliest_start FROM events").fetchone()
        assert row == ("Summit", "2024-10-29", CivilDate(2024, 10, 29).instant)


def test_a_commit_reaches_the_disk_before_it_returns(file: ProjectFile) -> None:
    def pragma(name: str) -> object:
        return file._db.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("locking_mode") == "exclusive"
    assert pragma("foreign_keys") == 1
    assert pragma("trusted_schema") == 0
    assert pragma("busy_timeout") == 0


def test_without_a_write_ahead_log_the_journal_is_made_durable_too() -> None:
    database = Database(memory=True)  # cannot do WAL
    use_safest_journal(database)
    assert database.execute("PRAGMA synchronous").fetchone()[0] == 3
    database.close()


def test_in_the_middle_of_another_reading_the_file_is_not_compacted(file: ProjectFile) -> None:
    file.commit(_make(_event(file), _event(file)), _AT)
    reading = file._db.execute("SELECT id FROM events")
    assert reading.fetchone()
    with pytest.raises(UserError, match="Try again in a moment"):
        file.compact()
    assert len(reading.fetchall()) == 1
    file.compact()


def test_damage_in_a_row_is_told_in_a_sentence(file: ProjectFile, path: Path) -> None:
    file.commit(_make(_event(file)), _AT)
    file.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE events SET people = '[' || char(1)")
        connection.commit()
    damaged = ProjectFile.open(path)
    with pytest.raises(UserError, match="is damaged"):
        damaged.load()
    damaged.close()


def test_damage_in_the_undo_log_is_told_in_a_sentence(file: ProjectFile, path: Path) -> None:
    event = _event(file)
    file.commit(_make(event), _AT)
    file.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE changes SET edits = substr(edits, 3)")
        connection.commit()
    damaged = ProjectFile.open(path)
    with pytest.raises(UserError, match="is damaged"):
        damaged.undo()
    assert damaged.load().events == (event,)
    damaged.close()


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_records_come_back_from_the_disk(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    article = replace(data.draw(articles), id=1)
    event = replace(data.draw(events), id=2)
    proof = replace(data.draw(evidence), id=3, event_id=2, article_id=1)
    path = tmp_path_factory.mktemp("drawn") / "project.timeline"
    file = ProjectFile.open(path)
    wishes = data.draw(preferences)
    change = _make(article, event, proof, wishes)
    file.commit(change, _AT)
    assert file.load() == Contents((article,), (event,), (proof,), (wishes,))
    assert file.undo() == change.inverse
    assert file.redo() == change
    file.close()


@pytest.mark.parametrize(
    ("word", "spoilt"),
    [("is_date_edited IN (0, 1)", "is_date_edited IN (4, 5)"), ("origin TEXT", "orizin TEXT")],
)
def test_damage_in_the_words_that_make_a_table_is_told_in_a_sentence(
    file: ProjectFile, path: Path, word: str, spoilt: str
) -> None:
    event = Event(file.next_id(), "A summit", None)
    file.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, ?, ?)", [word, spoilt])
    with closing(ProjectFile.open(path)) as damaged:
        with pytest.raises(DamagedProject):
            damaged.commit(_make(event), _AT)
        assert damaged.load().events == ()
