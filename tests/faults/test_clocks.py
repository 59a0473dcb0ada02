"""Clocks that jump and computers that travel: no date moves, and nothing changes its order."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.faults.decisions import decide, open_library, state
from timeline_app.domain.time import CivilDate
from timeline_app.exporters import export_file
from timeline_app.exporters.registry import EXPORTERS
from timeline_app.services import review
from timeline_app.services.backups import BackupFolder
from timeline_app.services.library import Library
from timeline_app.services.publishing import build_publication

Travel = Callable[[str], None]

_NOW = datetime(2024, 10, 29, 12, tzinfo=UTC)
_JUMPS = (timedelta(days=-3653), timedelta(days=3653))
_FAR_ZONES = ("Pacific/Apia", "Asia/Kolkata", "America/St_Johns")
_PACKED = ("docx", "xlsx")  # archives, which hold the time of their making


class _Clock:
    """Shows what it is set to."""

    def __init__(self) -> None:
        self.time = _NOW

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def travel(monkeypatch: pytest.MonkeyPatch) -> Iterator[Travel]:
    """Moves the computer to another time zone."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows has one time zone for all programs")

    def to(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield to
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("zone", _FAR_ZONES)
def test_no_date_moves_when_the_computer_travels(zone: str, travel: Travel, tmp_path: Path) -> None:
    project = tmp_path / "project.timeline"
    travel("UTC")
    with closing(open_library(tmp_path / "at home.timeline")) as at_home:
        for number in range(1, 41):
            decide(at_home, number)
        expected, exported = state(at_home), _exports(at_home, tmp_path)
    with closing(open_library(project)) as library:
        for number in range(1, 21):
            decide(library, number)
    travel(zone)
    with closing(open_library(project)) as library:
        for number in range(21, 41):
            decide(library, number)
        assert state(library) == expected
        assert _exports(library, tmp_path) == exported


def _exports(library: Library, folder: Path) -> list[bytes]:
    """What is published, once all is accepted, in every format that is text."""
    review.accept(library, *library.project.events)
    publication = build_publication(
        library.project, project_name="Kazan", today=CivilDate(2024, 11, 1), version="1"
    )
    target = folder / "exported"
    contents = []
    for exporter in EXPORTERS:
        if exporter.key not in _PACKED:
            export_file(exporter, publication, target)
            contents.append(target.read_bytes())
    return contents


@pytest.mark.parametrize("jump", _JUMPS, ids=["ten years back", "ten years ahead"])
def test_steps_keep_their_order_when_the_clock_jumps(jump: timedelta, tmp_path: Path) -> None:
    clock = _Clock()
    project = tmp_path / "project.timeline"
    with closing(Library.open(project, now=clock)) as library:
        review.add_event(library, "First", None)
        clock.time += jump
        review.add_event(library, "Second", None)
        clock.time -= jump
        review.add_event(library, "Third", None)
    with closing(Library.open(project, now=clock)) as library:
        assert library.saved_at == _NOW
        for titles in (["First", "Second"], ["First"], []):
            library.undo()
            assert [event.title for event in library.project.events.values()] == titles
        while library.redo() is not None:
            pass
        assert len(library.project.events) == 3


@pytest.mark.parametrize("jump", _JUMPS, ids=["ten years back", "ten years ahead"])
def test_a_jump_of_the_clock_costs_no_backup(jump: timedelta, tmp_path: Path) -> None:
    clock = _Clock()
    with closing(Library.open(tmp_path / "project.timeline", now=clock)) as library:
        folder = BackupFolder(library.path, now=clock)
        review.add_event(library, "First", None)
        made = [folder.keep(library.copy_to)]
        clock.time += jump
        made.append(folder.keep(library.copy_to))
        clock.time += timedelta(minutes=30) - jump
        made.append(folder.keep(library.copy_to))
    assert folder.list() == tuple(made)
