"""Backups are made by themselves and restored; a project is checked and compacted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.window import OpenWindow
from timeline_app.services.backups import BackupFolder
from timeline_app.services.review import add_event
from timeline_app.ui.safekeeping.check_dialog import CheckDialog
from timeline_app.ui.safekeeping.restore_dialog import RestoreDialog
from timeline_app.ui.shell.main_window import MainWindow

_WAIT = 20_000


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "autumn.timeline"


def titles(window: MainWindow) -> list[str]:
    return sorted(event.title for event in window.model.library.project.events.values())


def backups(project: Path) -> list[int]:
    return [backup.summary.events for backup in BackupFolder(project).list()]


def backups_shown(window: MainWindow, qtbot: QtBot) -> RestoreDialog:
    window.actions_["window.restore"].trigger()
    qtbot.waitUntil(lambda: window.safekeeping.dialog is not None, timeout=_WAIT)
    dialog = window.safekeeping.dialog
    assert isinstance(dialog, RestoreDialog)
    return dialog


def test_a_changed_project_is_backed_up_when_it_is_closed(
    open_window: OpenWindow, project: Path
) -> None:
    window = open_window(project)
    add_event(window.model.library, "A summit", None)
    window.close()
    assert backups(project) == [1]

    open_window(project).close()
    assert backups(project) == [1], "nothing has changed since"


def test_a_backup_follows_half_an_hour_after_a_change(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    assert not window.backups.timer.isActive()
    add_event(window.model.library, "A summit", None)
    assert window.backups.timer.isActive()
    assert window.backups.timer.interval() == 30 * 60 * 1_000
    with qtbot.waitSignal(window.backups.made, timeout=_WAIT):
        window.backups.timer.timeout.emit()
    assert backups(project) == [1]
    assert not window.backups.timer.isActive()


def test_what_was_is_brought_back_with_two_keys(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    add_event(window.model.library, "A summit", None)
    window.model.library.keep_backup()
    add_event(window.model.library, "A vote", None)
    dialog = backups_shown(window, qtbot)
    assert dialog.model.rowCount() == 1
    assert dialog.model.cell(0, 2).text == "1"

    with qtbot.waitSignal(window.model.opened, timeout=_WAIT):
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    assert titles(window) == ["A summit"]
    assert window.status.message.startswith("Restored the backup of ")
    assert "What was there is kept as “autumn before " in window.status.message
    assert backups(project) == [1, 2], "what was there is in a backup too"


def test_without_a_backup_it_is_said_when_one_comes(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    with qtbot.waitSignal(window.model.failed, timeout=_WAIT):
        window.actions_["window.restore"].trigger()
    assert "One is made half an hour after a change" in window.alert.text
    assert str(BackupFolder(project).path.parent) in window.alert.text


def test_a_damaged_project_offers_its_backups(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    add_event(window.model.library, "A summit", None)
    window.close()
    content = bytearray(project.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    project.write_bytes(content)

    window = open_window(project)
    assert "is damaged" in window.alert.text
    dialog = backups_shown(window, qtbot)
    with qtbot.waitSignal(window.model.opened, timeout=_WAIT):
        dialog.restore.click()

    assert titles(window) == ["A summit"]
    [aside] = project.parent.glob("autumn before *.timeline")
    assert aside.read_bytes() == content, "a damaged file is never overwritten"


def test_a_backup_that_cannot_be_read_cannot_be_chosen(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    library = window.model.library
    add_event(library, "A summit", None)
    library.keep_backup().path.write_bytes(b"no project")
    dialog = backups_shown(window, qtbot)
    assert dialog.model.cell(0, 4).text == "cannot be read"
    assert not dialog.restore.isEnabled()
    dialog.reject()


def test_checking_says_that_all_is_well(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    add_event(window.model.library, "A summit", None)
    with qtbot.waitSignal(window.model.message, timeout=_WAIT):
        window.actions_["window.check"].trigger()
    assert window.status.message.startswith("Nothing is wrong with the project")


def test_faults_are_listed_and_mended(open_window: OpenWindow, project: Path, qtbot: QtBot) -> None:
    window = open_window(project)
    with qtbot.waitSignal(window.adder.closed, timeout=_WAIT):
        window.actions_["window.samples"].trigger()
    window.close()
    with closing(sqlite3.connect(project, isolation_level=None)) as connection:
        connection.execute("UPDATE evidence SET quote_start = quote_start + 1")
    window = open_window(project)
    window.actions_["window.check"].trigger()
    qtbot.waitUntil(lambda: window.safekeeping.dialog is not None, timeout=_WAIT)
    dialog = window.safekeeping.dialog
    assert isinstance(dialog, CheckDialog)

    dialog.mend.click()

    assert window.status.message.endswith("faults were mended.")
    with qtbot.waitSignal(window.model.message, timeout=_WAIT):
        window.actions_["window.check"].trigger()
    assert window.status.message.startswith("Nothing is wrong")


def test_compacting_says_what_it_gave_back(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    with qtbot.waitSignal(window.model.message, timeout=_WAIT):
        window.actions_["window.compact"].trigger()
    assert window.status.message
