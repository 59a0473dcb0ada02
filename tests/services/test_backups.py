"""Backups: whole, sound, not too many, and put back without a trace of what was there."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain import Cancelled, UserError
from timeline_app.services.backups import BackupFolder
from timeline_app.services.library import Library
from timeline_app.services.review import add_event
from timeline_app.services.thinning import kept_backups
from timeline_app.storage.copying import restore_database

_NOW = datetime(2024, 11, 14, 12, 0, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "autumn.timeline")
    add_event(opened, "A summit", None)
    yield opened
    opened.close()


def titles(path: Path) -> list[str]:
    with closing(Library.open(path)) as library:
        return sorted(event.title for event in library.project.events.values())


def test_a_backup_is_a_whole_project(library: Library) -> None:
    backup = library.keep_backup()

    assert titles(backup.path) == ["A summit"]
    assert (backup.summary.events, backup.summary.accepted, backup.summary.articles) == (1, 1, 0)
    assert backup.summary.last_step
    assert BackupFolder(library.path).list() == (backup,)


def test_what_is_left_of_a_backup_that_was_cut_short_goes_with_the_next(library: Library) -> None:
    first = library.keep_backup()
    for end in (".part", ".part-journal"):
        first.path.with_name(f"0007 2024-11-14T12-00-00Z.timeline{end}").write_bytes(b"half")
    second = library.keep_backup()

    assert sorted(first.path.parent.iterdir()) == [first.path, second.path]


def test_backups_of_projects_of_the_same_name_lie_apart(library: Library, tmp_path: Path) -> None:
    library.keep_backup()
    (tmp_path / "other").mkdir()

    assert BackupFolder(tmp_path / "other" / library.path.name).list() == ()


def test_work_goes_on_while_a_backup_is_made(library: Library) -> None:
    class Step:
        """Writes between the steps of the copy, as the window does."""

        def __init__(self) -> None:
            self.in_copy, self.go_on = threading.Event(), threading.Event()

        def step(self, _done: int, _total: int, _note: str = "") -> None:
            self.in_copy.set()
            assert self.go_on.wait(10)

    step, made = Step(), []
    for number in range(300):
        add_event(library, f"Before {number}", None)
    worker = threading.Thread(target=lambda: made.append(library.keep_backup(step)))
    worker.start()
    assert step.in_copy.wait(10)
    add_event(library, "Meanwhile", None)
    step.go_on.set()
    worker.join(20)

    assert len(titles(made[0].path)) >= 301
    with closing(sqlite3.connect(made[0].path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_backup_that_is_stopped_leaves_nothing(library: Library) -> None:
    class Stop:
        def step(self, _done: int, _total: int, _note: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        library.keep_backup(Stop())

    assert list(BackupFolder(library.path).path.iterdir()) == []


def test_what_cannot_be_written_is_said(library: Library) -> None:
    folder = BackupFolder(library.path).path
    folder.parent.parent.mkdir(parents=True, exist_ok=True)
    folder.parent.write_text("no folder", encoding="utf-8")

    with pytest.raises(UserError, match="No backup can be kept in"):
        library.keep_backup()


def test_restoring_brings_back_what_was_and_keeps_what_is(library: Library) -> None:
    backup = library.keep_backup()
    add_event(library, "A vote", None)
    library.close()

    aside = BackupFolder(library.path).restore(backup)

    assert titles(library.path) == ["A summit"]
    assert aside is not None
    assert titles(aside) == ["A summit", "A vote"]
    assert backup.path.exists()


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
def test_a_stale_log_does_not_change_what_was_restored(
    library: Library, tmp_path: Path, end: str
) -> None:
    backup = library.keep_backup()
    for number in range(40):
        add_event(library, f"Later {number}", None)
    log = Path(f"{library.path}-wal").read_bytes()
    library.close()
    stale = Path(f"{library.path}{end}")
    stale.write_bytes(log)

    BackupFolder(library.path).restore(backup)

    assert not stale.exists()
    assert titles(library.path) == ["A summit"]


def test_a_project_that_is_gone_is_restored(library: Library) -> None:
    backup = library.keep_backup()
    library.close()
    library.path.unlink()

    assert BackupFolder(library.path).restore(backup) is None

    assert titles(library.path) == ["A summit"]


def test_a_damaged_backup_is_not_restored(library: Library) -> None:
    backup = library.keep_backup()
    library.close()
    with backup.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096)

    with pytest.raises(UserError, match="damaged"):
        BackupFolder(library.path).restore(backup)

    assert titles(library.path) == ["A summit"]


def test_a_project_of_an_older_format_is_kept_before_it_is_changed(library: Library) -> None:
    library.close()
    with closing(sqlite3.connect(library.path)) as connection:
        connection.execute("PRAGMA user_version = 1")

    Library.open(library.path).close()

    [backup] = BackupFolder(library.path).list()
    with closing(sqlite3.connect(backup.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_others_files_in_the_folder_are_left_alone(library: Library) -> None:
    folder = BackupFolder(library.path)
    folder.path.mkdir(parents=True)
    for name in ("notes.txt", "0001 yesterday.timeline", "0001 2024-99-99T00-00-00Z.timeline"):
        (folder.path / name).write_text("mine", encoding="utf-8")

    library.keep_backup()

    assert len(list(folder.path.iterdir())) == 4
    assert len(folder.list()) == 1


def test_names_go_on_when_the_clock_goes_back(library: Library) -> None:
    clock = iter([_NOW, _NOW - timedelta(days=3_650), _NOW + timedelta(days=3_650), _NOW])
    folder = BackupFolder(library.path, now=lambda: next(clock))
    for _ in range(4):
        folder.keep(library.copy_to)

    assert [backup.number for backup in folder.list()] == [1, 2, 3, 4]


def test_a_year_of_backups_is_thinned_to_days_weeks_and_months() -> None:
    made = [_NOW - timedelta(hours=6 * number) for number in reversed(range(4 * 400))]

    kept = [made[place] for place in sorted(kept_backups(made))]

    last_days = [at for at in kept if _NOW - at <= timedelta(days=2)]
    assert len(last_days) == 9
    assert len(kept) == 9 + 12 + 10 + 9
    gaps = [later - earlier for earlier, later in pairwise(kept)]
    assert max(gaps) <= timedelta(days=40)


_TIMES = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001
    datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@given(st.lists(_TIMES, min_size=1, max_size=80))
def test_whatever_the_clock_says_the_latest_is_kept_and_the_rest_is_few(
    times: list[datetime],
) -> None:
    kept = kept_backups(times)

    assert len(times) - 1 in kept
    near = sum(abs(times[-1] - at) <= timedelta(days=2) for at in times)
    assert len(kept) <= near + 12 + 10 + 9


def test_what_was_there_is_kept_however_often_one_restores(library: Library) -> None:
    backup = library.keep_backup()
    folder = BackupFolder(library.path, now=lambda: _NOW)
    add_event(library, "A vote", None)
    library.close()

    kept = [folder.restore(backup) for _ in range(3)]

    assert [titles(aside) for aside in kept if aside is not None] == [
        ["A summit", "A vote"],
        ["A summit"],
        ["A summit"],
    ]


def test_where_restoring_fails_the_project_is_as_it_was(library: Library) -> None:
    backup = library.keep_backup()
    add_event(library, "A vote", None)
    library.close()
    Path(f"{library.path}-wal").write_bytes(b"a log")
    aside = library.path.with_name("aside.timeline")
    aside.with_name("aside.timeline-wal").mkdir()

    with pytest.raises(UserError, match="cannot be replaced"):
        restore_database(backup.path, library.path, aside)

    assert not aside.exists()
    Path(f"{library.path}-wal").unlink()
    assert titles(library.path) == ["A summit", "A vote"]
