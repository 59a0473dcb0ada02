"""How a project is opened: by what the place allows, and by how it was left."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.domain import Article, Change, DamagedProject, Edit, ProjectInUse, TextRange
from timeline_app.storage import ProjectFile, database
from timeline_app.storage.drives import is_network_kind, is_on_network
from timeline_app.storage.holding import note_of
from timeline_app.storage.schema import FORMAT_VERSION

_AT = "2024-10-29T12:00:00+00:00"
_EXCLUSIVE = "exclusive"


def _article(number: int) -> Article:
    text = f"A war of {number} years. " * 200
    return Article(number, f"Title {number}", text, (TextRange(0, 5),))


def _add(file: ProjectFile, number: int) -> None:
    file.commit(Change(f"add {number}", (Edit(None, _article(number)),)), _AT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed project of ten articles."""
    path = tmp_path / "project.timeline"
    with closing(ProjectFile.open(path)) as file:
        for number in range(1, 11):
            _add(file, number)
    return path


def _pragmas(file: ProjectFile) -> dict[str, object]:
    names = "journal_mode locking_mode synchronous foreign_keys trusted_schema busy_timeout"
    return {name: file._db.execute(f"PRAGMA {name}").fetchone()[0] for name in names.split()}


def test_on_a_disk_of_this_computer_the_log_is_synchronised_at_each_commit(path: Path) -> None:
    with closing(ProjectFile.open(path)) as file:
        assert _pragmas(file) == {
            "journal_mode": "wal",
            "locking_mode": _EXCLUSIVE,
            "synchronous": 2,
            "foreign_keys": 1,
            "trusted_schema": 0,
            "busy_timeout": 0,
        }
        assert file.notice == ""


def test_on_a_network_drive_there_is_no_log_and_the_journal_is_durable(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "is_on_network", lambda _: True)
    with closing(ProjectFile.open(path)) as file:
        pragmas = _pragmas(file)
        assert (pragmas["journal_mode"], pragmas["synchronous"]) == ("delete", 3)
        assert pragmas["locking_mode"] == _EXCLUSIVE
        assert "network drive" in file.notice
        assert not file.is_read_only
        _add(file, 11)
    assert not path.with_name(f"{path.name}-wal").exists()


@pytest.mark.parametrize(
    ("place", "is_far"),
    [
        ("nfs4,rw", True),
        ("cifs,rw,noexec", True),
        ("fuse.sshfs,rw", True),
        ("9p,rw", True),
        ("NTFS,rw,remote", True),
        ("NTFS,rw,fixed", False),
        ("ext4,rw,relatime", False),
        ("", False),
    ],
)
def test_network_drives_are_told_by_their_kind(place: str, *, is_far: bool) -> None:
    assert is_network_kind(place) is is_far


def test_the_folder_of_a_test_is_on_this_computer(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path / "not there yet")


def _as_after_a_kill(path: Path, folder: Path) -> Path:
    """A copy of an open project with what is still in its log."""
    with closing(ProjectFile.open(path)) as file:
        _add(file, 11)
        for name in (path.name, f"{path.name}-wal", note_of(path).name):
            shutil.copyfile(path.with_name(name), folder / name)
    return folder / path.name


def _with_an_empty_page(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'articles_by_hash'"
        start = (connection.execute(query).fetchone()[0] - 1) * 4096
    whole = path.read_bytes()
    path.write_bytes(whole[:start] + bytes(4096) + whole[start + 4096 :])


def test_what_was_not_closed_in_order_is_looked_through_at_once(path: Path, tmp_path: Path) -> None:
    (tmp_path / "killed").mkdir()
    killed = _as_after_a_kill(path, tmp_path / "killed")
    with closing(ProjectFile.open(killed, checks_later=True)) as file:
        assert file.is_checked
        assert len(file.load().articles) == 11
    assert not note_of(killed).exists()


def test_what_was_closed_in_order_can_be_looked_through_later(path: Path) -> None:
    _with_an_empty_page(path)
    with pytest.raises(DamagedProject, match="is damaged"):
        ProjectFile.open(path)
    with closing(ProjectFile.open(path, checks_later=True)) as file:
        assert not file.is_checked


def test_who_is_turned_away_is_told_who_has_the_project(path: Path) -> None:
    with closing(ProjectFile.open(path)):
        with pytest.raises(ProjectInUse, match="It is open on this computer"):
            ProjectFile.open(path)
        note_of(path).write_text(
            json.dumps({"host": "archive", "user": "clio", "since": "2024-10-29T12:00:00+00:00"})
        )
        with pytest.raises(
            ProjectInUse, match="It is open on “archive” by clio since Tue 29 Oct 2024"
        ):
            ProjectFile.open(path)
        note_of(path).write_text("no note")
        with pytest.raises(ProjectInUse, match=r"Close it there, then try again\.$"):
            ProjectFile.open(path)


def test_a_project_of_a_newer_format_whose_change_is_still_in_the_log_is_only_looked_at(
    path: Path, tmp_path: Path
) -> None:
    (tmp_path / "killed").mkdir()
    killed = tmp_path / "killed" / path.name
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA journal_mode = WAL")
        newer.execute(f"PRAGMA user_version = {FORMAT_VERSION + 1}")
        newer.commit()
        for end in ("", "-wal"):
            shutil.copyfile(f"{path}{end}", f"{killed}{end}")
    with closing(ProjectFile.open(killed)) as file:
        assert file.is_read_only
        assert "newer version" in file.notice


def test_an_open_project_is_looked_through_beside_the_work(path: Path) -> None:
    with closing(ProjectFile.open(path, checks_later=True)) as file:
        _add(file, 11)
        file.require_sound()
        _add(file, 12)
    _with_an_empty_page(path)
    damaged = ProjectFile.open(path, checks_later=True)
    with closing(damaged), pytest.raises(DamagedProject, match="is damaged"):
        damaged.require_sound()
