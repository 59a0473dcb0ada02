"""Files that are not ours, not whole, not writable, or in use: one sentence, nothing touched."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import timeline_app
from tests.faults.decisions import decide, open_library, state
from tests.faults.killing import Nursery
from tests.places import made_read_only
from timeline_app.domain import UserError


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A closed project with one article."""
    path = tmp_path / "project.timeline"
    library = open_library(path)
    decide(library, 1)
    library.close()
    return path


def _assert_refused(path: Path, sentence: str) -> None:
    before = path.read_bytes()
    with pytest.raises(UserError, match=sentence):
        open_library(path)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.glob(f"{path.name}-*")] == []


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    for name, content in (("short", b"hello"), ("long", b"hello" * 5_000)):
        path = tmp_path / name
        path.write_bytes(content)
        _assert_refused(path, "is not a Timeline App project")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    _assert_refused(path, "is a database of another program")


def test_a_project_of_a_newer_version_is_only_looked_at(project: Path) -> None:
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA user_version = 99")
        connection.execute("ALTER TABLE events ADD COLUMN weather TEXT")
        connection.execute("CREATE TABLE moods (name TEXT)")
    before = project.read_bytes()
    library = open_library(project)
    assert library.is_read_only
    assert "was written by a newer version" in library.notice
    assert len(library.project.events) == 20
    with pytest.raises(UserError, match="newer version"):
        decide(library, 3)
    library.close()
    assert project.read_bytes() == before


def test_a_truncated_project_is_refused(project: Path) -> None:
    whole = project.read_bytes()
    for length in (len(whole) - 1, len(whole) - 4096, len(whole) // 2, 4096, 1000, 90):
        project.write_bytes(whole[:length])
        _assert_refused(project, "is damaged")


def test_a_project_with_an_emptied_page_is_refused(project: Path) -> None:
    whole = project.read_bytes()
    for start in range(4096, len(whole), 4096):
        project.write_bytes(whole[:start] + bytes(4096) + whole[start + 4096 :])
        _assert_refused(project, "is damaged")


def test_a_folder_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        open_library(tmp_path)


def test_a_project_needs_an_existing_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not exist"):
        open_library(tmp_path / "nowhere" / "project.timeline")


def test_an_empty_file_becomes_a_project(tmp_path: Path) -> None:
    path = tmp_path / "empty.timeline"
    path.touch()
    library = open_library(path)
    decide(library, 1)
    library.close()
    assert len(open_library(path).project.articles) == 1


def test_a_second_window_of_this_process_is_turned_away(project: Path) -> None:
    library = open_library(project)
    for _ in range(3):
        with pytest.raises(UserError, match="already open in another window or program"):
            open_library(project)
    decide(library, 3)
    assert len(library.project.events) == 21


_OPEN_AND_WAIT = """
import sys
from pathlib import Path
from timeline_app.domain import UserError
from tests.faults.decisions import open_library
try:
    library = open_library(Path(sys.argv[1]))
    sys.stdout.write("opened\\n")
except UserError as error:
    sys.stdout.write(f"{error}\\n")
sys.stdout.flush()
sys.stdin.read()
"""
_FOLDERS = (Path(timeline_app.__file__).parents[1], Path(__file__).parents[2])
_ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, _FOLDERS))}


def _open_elsewhere(project: Path) -> subprocess.Popen[str]:
    """Open the project in another process, which holds it until its input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", _OPEN_AND_WAIT, project],
        env={**_ENVIRONMENT, "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def test_another_process_is_turned_away_until_the_project_is_closed(project: Path) -> None:
    library = open_library(project)
    # Turning a second window away must not drop the lock either.
    with pytest.raises(UserError, match="already open"):
        open_library(project)
    turned_away, _ = _open_elsewhere(project).communicate()
    assert "already open in another window or program" in turned_away
    library.close()
    assert _open_elsewhere(project).communicate()[0] == "opened\n"


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")
def test_of_two_processes_that_start_at_once_one_gets_the_project(tmp_path: Path) -> None:
    with Nursery() as first, Nursery() as second:
        for attempt in range(6):
            for _made_then_there_and_left_open in range(2):
                moment = time.time() + 0.02
                for nursery in (first, second):
                    nursery.start(("open at", str(tmp_path / f"{attempt}.timeline"), moment))
                turned_away, opened = sorted((first.hear(), second.hear()), reverse=True)
                assert opened == "open"
                assert "already open in another window or program" in turned_away
                assert first.end() == second.end() == []


def test_a_killed_process_leaves_no_lock_behind(project: Path) -> None:
    with _open_elsewhere(project) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "opened\n"
        with pytest.raises(UserError, match="already open"):
            open_library(project)
        process.kill()
    open_library(project).close()


def test_a_project_moved_away_while_open_is_not_written_into_the_void(project: Path) -> None:
    library = open_library(project)
    before = state(library)
    project.unlink()
    with pytest.raises(UserError, match="moved, deleted or replaced"):
        decide(library, 3)
    assert state(library) == before
    copy = project.with_name("rescued.timeline")
    library.copy_to(copy)
    assert state(open_library(copy)) == before


def test_a_file_put_in_the_place_of_an_open_project_gets_none_of_its_steps(
    project: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.timeline"
    shutil.copy(project, other)
    library = open_library(project)
    before = state(library)
    other.replace(project)
    with pytest.raises(UserError, match="moved, deleted or replaced"):
        decide(library, 3)
    assert state(library) == before


@pytest.mark.parametrize("size", [0, 4096, 5000])
def test_a_project_cut_short_or_written_over_while_open_is_not_written_into(
    project: Path, size: int
) -> None:
    library = open_library(project)
    before = state(library)
    other = b"words of another program" * (size // 24)
    project.write_bytes(other)  # the same file still, as of a program that saves in place
    for attempt in (lambda: decide(library, 3), library.undo):
        with pytest.raises(UserError, match="changed by another program"):
            attempt()
    assert state(library) == before
    copy = project.with_name("rescued.timeline")
    library.save_copy(copy)
    with closing(open_library(copy)) as rescued:
        assert rescued.project.records == library.project.records
    library.close()
    assert project.read_bytes() == other


def test_a_project_deleted_while_open_can_be_copied_over_another_file(
    project: Path, tmp_path: Path
) -> None:
    library = open_library(project)
    before = state(library)
    project.unlink()
    target = tmp_path / "older.timeline"
    target.write_bytes(b"")
    library.copy_to(target)
    assert state(open_library(target)) == before


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    """A folder with a copy of the project."""
    folder = tmp_path / "read only"
    folder.mkdir()
    shutil.copy(project, folder)
    return folder


@pytest.fixture
def read_only_folder(folder: Path) -> Iterator[Path]:
    """That folder, and nothing in it can be written."""
    with made_read_only(folder):
        yield folder


def test_a_project_in_a_read_only_folder_can_be_looked_at_and_copied(
    project: Path, read_only_folder: Path, tmp_path: Path
) -> None:
    library = open_library(read_only_folder / project.name)
    before = state(library)
    assert library.is_read_only
    assert "for viewing only" in library.notice
    assert len(library.project.articles) == 1
    for attempt in (lambda: decide(library, 3), library.undo):
        with pytest.raises(UserError, match="for viewing only"):
            attempt()
    library.write_setting("view", 1)
    assert state(library) == before
    copy = tmp_path / "copy.timeline"
    library.copy_to(copy)
    copied = open_library(copy)
    assert not copied.is_read_only
    assert state(copied) == before


def test_steps_that_cannot_be_merged_into_a_read_only_file_are_not_hidden(
    project: Path, folder: Path
) -> None:
    (folder / f"{project.name}-wal").write_bytes(b"steps of a killed program")
    with made_read_only(folder):
        library = open_library(folder / project.name)
        assert "latest steps are still in “project.timeline-wal”" in library.notice
        library.close()


def test_no_project_is_made_in_a_read_only_folder(read_only_folder: Path) -> None:
    with pytest.raises(UserError, match="is read-only"):
        open_library(read_only_folder / "new.timeline")


def test_a_copy_does_not_go_where_it_would_do_harm(project: Path, tmp_path: Path) -> None:
    library = open_library(project)
    used = tmp_path / "used.timeline"
    used.with_name("used.timeline-wal").write_bytes(b"left behind")
    for target, sentence in (
        (project, "another name than the project"),
        (tmp_path, "is a folder"),
        (tmp_path / "nowhere" / "copy.timeline", "does not exist"),
        (used, "is in use"),
    ):
        with pytest.raises(UserError, match=sentence):
            library.copy_to(target)
