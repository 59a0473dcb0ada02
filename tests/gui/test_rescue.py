"""Projects that are damaged, or that another window has open, in the real window."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.window import OpenWindow
from timeline_app.services.library import Library
from timeline_app.services.review import add_event
from timeline_app.storage.holding import note_of
from timeline_app.ui.shell.doorbell import Doorbell, ring
from timeline_app.ui.shell.main_window import MainWindow
from timeline_app.ui.shell.saved_words import saved_words
from timeline_app.ui.widgets import Button

_WAIT = 20_000
_HOLD = """
import sys
from pathlib import Path
from timeline_app.services.library import Library
library = Library.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""
_RING = """
import sys
from pathlib import Path
from timeline_app.ui.shell.doorbell import ring
print(ring(Path(sys.argv[1])), flush=True)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A closed project with 30 events."""
    path = tmp_path / "autumn.timeline"
    with closing(Library.open(path)) as library:
        for number in range(30):
            add_event(library, f"Event {number}", None)
    return path


def _offers(window: MainWindow) -> dict[str, Button]:
    buttons = window.alert.findChildren(Button)
    return {button.text(): button for button in buttons if button.text() and button.isVisible()}


def _press(window: MainWindow, words: str) -> None:
    QTest.mouseClick(_offers(window)[words], Qt.MouseButton.LeftButton)


def _spoil_index(project: Path) -> None:
    """Damage what opening does not look at."""
    with closing(sqlite3.connect(project)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'events_by_end'"
        start = (connection.execute(query).fetchone()[0] - 1) * 4096
    whole = project.read_bytes()
    project.write_bytes(whole[:start] + bytes(4096) + whole[start + 4096 :])


def test_damage_is_found_beside_the_work_and_what_can_be_read_is_recovered(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    _spoil_index(project)
    damaged = project.read_bytes()
    window = open_window(project)
    qtbot.waitUntil(lambda: "is damaged and was left as it is" in window.alert.text, timeout=_WAIT)
    assert not window.model.is_open
    assert list(_offers(window))[:2] == ["Recover what can be read", "Restore a backup"]
    with qtbot.waitSignal(window.rescue.recovered, timeout=_WAIT):
        _press(window, "Recover what can be read")
    assert window.model.library.path == project.with_name("autumn recovered.timeline")
    assert len(window.model.library.project.events) == 30
    assert "30 events of “autumn.timeline”, which is kept as it is." in window.alert.text
    assert project.read_bytes() == damaged


def test_a_project_that_cannot_be_opened_for_damage_is_recovered(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    project.write_bytes(project.read_bytes()[:-4096])
    window = open_window(project)
    assert "is damaged" in window.alert.text
    with qtbot.waitSignal(window.rescue.recovered, timeout=_WAIT):
        _press(window, "Recover what can be read")
    assert window.model.library.project.events


def test_a_sound_project_is_looked_through_without_a_word(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    qtbot.waitUntil(lambda: not window.rescue.is_checking, timeout=_WAIT)
    assert window.alert.text == ""
    assert window.model.is_open


@pytest.fixture
def held(project: Path) -> Iterator[Path]:
    """The project, while another program has it open."""
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, project],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    with holder:
        yield project
        holder.stdin.close()


def test_a_copy_of_a_project_that_is_held_elsewhere_can_be_looked_at(
    open_window: OpenWindow, held: Path, qtbot: QtBot
) -> None:
    note = {"host": "archive", "user": "clio", "since": "2024-10-29T12:00:00+00:00"}
    note_of(held).write_text(json.dumps(note), encoding="utf-8")
    window = open_window(held)
    assert "It is open on “archive” by clio since Tue 29 Oct 2024" in window.alert.text
    assert list(_offers(window)) == ["Look at a copy", "Open a project", "New project"]
    with qtbot.waitSignal(window.model.opened, timeout=_WAIT):
        _press(window, "Look at a copy")
    assert len(window.model.library.project.events) == 30
    assert window.model.library.is_read_only
    assert "is open elsewhere" in window.alert.text
    assert list(_offers(window)) == ["Save a copy"]
    assert window.status.saved == "Open for reading only"
    assert window.keeper.recent == ()


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_second_start_brings_the_first_window_to_the_front(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    window.showMinimized()
    second = subprocess.Popen(
        [sys.executable, "-c", _RING, project], stdout=subprocess.PIPE, text=True
    )
    with second:
        with qtbot.waitSignal(window.doorbell.rung, timeout=_WAIT):
            pass
        assert second.stdout is not None
        assert second.stdout.read() == "True\n"
    assert not window.isMinimized()
    assert window.isVisible()


def test_nobody_answers_for_a_project_that_is_closed_or_whose_window_was_killed(
    project: Path, qtbot: QtBot
) -> None:
    bell = Doorbell()
    bell.listen(project)
    [plate] = (project.parent / "data" / "windows").glob("*.open")
    assert not ring(project), "a window does not call itself"
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    plate.write_text(str(gone.pid))
    assert not ring(project)
    bell.leave()
    assert not plate.exists()
    assert not ring(project)


def test_saved_names_the_day_where_it_is_not_today(project: Path) -> None:
    with closing(Library.open(project)) as library:
        assert re.fullmatch(r"Saved \d\d:\d\d", saved_words(library, UTC)[0])
    old = project.with_name("old.timeline")
    with closing(
        Library.open(old, now=lambda: datetime(2024, 10, 29, 14, 32, tzinfo=UTC))
    ) as library:
        add_event(library, "Event", None)
        assert saved_words(library, UTC) == ("Saved Tue 29 Oct 2024, 14:32", True)
