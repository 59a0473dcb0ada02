"""A disk that takes no more: the step fails with a sentence, nothing else changes."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.faults.decisions import IMPORT_AT, decide, open_library, state
from tests.faults.older import FIRST_CONTENTS, make_project_of_first_format
from tests.faults.verdicts import is_sound
from timeline_app.domain import UserError
from timeline_app.domain.time import CivilDate
from timeline_app.exporters import Exporter, export_file
from timeline_app.rendering.drawn_formats import FORMATS
from timeline_app.services import review
from timeline_app.services.backups import BackupFolder
from timeline_app.services.library import Library
from timeline_app.services.publishing import build_publication

if sys.platform == "win32":
    pytest.skip("file sizes cannot be limited on Windows", allow_module_level=True)

import resource

_WRITE = 1_500  # bytes: less than any write of a page


@contextmanager
def _no_file_longer_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _log_size(project: Path) -> int:
    return project.with_name(project.name + "-wal").stat().st_size


def test_a_step_that_does_not_fit_changes_nothing_and_can_be_repeated(tmp_path: Path) -> None:
    project = tmp_path / "full.timeline"
    library = open_library(project)
    decide(library, 1)
    before = state(library)
    event_ids = list(library.project.events)
    with _no_file_longer_than(_log_size(project)):
        with pytest.raises(UserError, match="room"):
            review.accept(library, *event_ids)
        assert state(library) == before
        with pytest.raises(UserError, match="room"):
            library.undo()
        assert state(library) == before
    review.accept(library, *event_ids)
    after = state(library)
    assert after != before
    library.close()
    assert state(open_library(project)) == after


_STEPS: dict[str, Callable[[Library], object]] = {
    "save": lambda library: review.add_event(library, "A summit", None),
    "import": lambda library: decide(library, IMPORT_AT),
    "undo": Library.undo,
}


@pytest.mark.parametrize("step", _STEPS.values(), ids=_STEPS.keys())
def test_whichever_write_fails_a_step_is_saved_whole_or_not_at_all(
    step: Callable[[Library], object], tmp_path: Path
) -> None:
    project = tmp_path / "full.timeline"
    library = open_library(project)
    decide(library, 1)
    before = state(library)
    for room in itertools.count(_log_size(project), _WRITE):
        with _no_file_longer_than(room):
            try:
                step(library)
            except UserError as error:
                assert "room" in str(error)  # noqa: PT017 - the last attempt raises nothing
            else:
                break
        assert state(library) == before
    after = state(library)
    assert after != before
    assert room > _log_size(project) - 2 * _WRITE
    with _no_file_longer_than(room):
        library.close()
    assert _reopened(project) == after
    assert is_sound(project)


def test_an_older_project_opens_as_it_was_until_there_is_room_for_the_new_format(
    tmp_path: Path,
) -> None:
    project = tmp_path / "older.timeline"
    make_project_of_first_format(project)
    for room in itertools.count(0, 10_000):
        with _no_file_longer_than(room):
            try:
                library = open_library(project)
            except UserError as error:
                assert "room" in str(error)  # noqa: PT017 - the last attempt raises nothing
                continue
        with closing(library):
            assert set(library.project.records) == set(FIRST_CONTENTS)
            if not library.is_read_only:
                break
    assert room > 10_000
    assert is_sound(project)


def _reopened(project: Path) -> object:
    with closing(open_library(project)) as library:
        return state(library)


def test_whichever_write_fails_a_backup_is_whole_or_not_there(tmp_path: Path) -> None:
    library = open_library(tmp_path / "project.timeline")
    decide(library, 1)
    folder = BackupFolder(library.path)
    first = library.keep_backup()
    decide(library, IMPORT_AT)
    for room in itertools.count(0, 20_000):
        with _no_file_longer_than(room):
            try:
                second = library.keep_backup()
            except UserError as error:
                assert "room" in str(error)  # noqa: PT017 - the last attempt raises nothing
            else:
                break
        assert folder.list() == (first,)
        assert list(folder.path.iterdir()) == [first.path]
    assert room > first.size
    assert folder.list() == (first, second)
    assert _reopened(second.path) == state(library)


def test_a_project_that_cannot_be_compacted_can_be_worked_with(tmp_path: Path) -> None:
    project = tmp_path / "project.timeline"
    library = open_library(project)
    for number in (1, 2 * IMPORT_AT, 3 * IMPORT_AT, 4 * IMPORT_AT):
        decide(library, number)
    review.delete_events(library, list(library.project.events)[:60])
    before = state(library)
    failures = 0
    for room in itertools.count(_log_size(project) // 2, 20_000):
        with _no_file_longer_than(room):
            try:
                library.compact()
            except UserError as error:
                assert "room" in str(error)  # noqa: PT017 - the last attempt raises nothing
                failures += 1
            else:
                break
        assert state(library) == before
    assert failures > 0
    review.add_event(library, "A summit", None)
    after = state(library)
    library.close()
    assert _reopened(project) == after
    assert is_sound(project)


@pytest.mark.parametrize("exporter", FORMATS, ids=lambda exporter: exporter.key)
def test_an_export_that_does_not_fit_leaves_no_half_file(
    exporter: Exporter, tmp_path: Path, qapp: object
) -> None:
    library = open_library(tmp_path / "project.timeline")
    decide(library, 1)
    review.accept(library, *library.project.events)
    publication = build_publication(
        library.project, project_name="project", today=CivilDate(2024, 11, 1), version="1"
    )
    folder = tmp_path / "exports"
    folder.mkdir()
    older = folder / f"older{exporter.suffix}"
    older.write_bytes(b"an earlier export")
    for target in (older, folder / f"new{exporter.suffix}"):
        with _no_file_longer_than(20), pytest.raises(UserError, match="room"):
            export_file(exporter, publication, target)
    assert list(folder.iterdir()) == [older]
    assert older.read_bytes() == b"an earlier export"
    export_file(exporter, publication, older)
    assert older.read_bytes() != b"an earlier export"


def test_a_project_that_does_not_fit_on_the_disk_is_not_made(tmp_path: Path) -> None:
    project = tmp_path / "new.timeline"
    with _no_file_longer_than(10_000), pytest.raises(UserError, match="room"):
        open_library(project)
    library = open_library(project)
    decide(library, 1)
    assert len(library.project.articles) == 1


def test_a_copy_that_does_not_fit_leaves_the_older_copy_as_it_was(tmp_path: Path) -> None:
    library = open_library(tmp_path / "project.timeline")
    decide(library, 1)
    copy = tmp_path / "copy.timeline"
    library.copy_to(copy)
    older = copy.read_bytes()
    decide(library, IMPORT_AT)
    with _no_file_longer_than(10_000), pytest.raises(UserError, match="room"):
        library.copy_to(copy)
    assert copy.read_bytes() == older
    assert {path.name for path in tmp_path.glob("copy*")} == {"copy.timeline"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    mount = shutil.which("mount")
    if mount is None or os.getuid() != 0:
        pytest.skip("only root can mount a small file system")
    folder = tmp_path / "disk"
    folder.mkdir()
    command = [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]
    if subprocess.run(command, check=False, capture_output=True).returncode != 0:
        pytest.skip("this machine does not let file systems be mounted")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def test_work_goes_on_when_there_is_room_again(small_disk: Path) -> None:
    project = small_disk / "full.timeline"
    library = open_library(project)
    filler = small_disk / "filler"
    decide(library, 1)
    filler.write_bytes(bytes(400_000))
    number = IMPORT_AT
    with pytest.raises(UserError, match="full"):  # noqa: PT012 - which import fails is not known
        while True:
            decide(library, number)
            number += IMPORT_AT
    before = state(library)
    library.close()
    assert _reopened(project) == before
    filler.unlink()
    library = open_library(project)
    decide(library, number)
    saved = state(library)
    assert saved != before
    library.close()
    assert _reopened(project) == saved
