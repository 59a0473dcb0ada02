"""Long jobs show themselves after a while, and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.domain import Progress
from timeline_app.ui.jobs import JobRunner
from timeline_app.ui.shell.busy import BusyBar, BusyWatch
from timeline_app.ui.shell.status_bar import StatusBar
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.close()


@pytest.fixture
def parts(
    qapp: QApplication, qtbot: QtBot, runner: JobRunner
) -> Iterator[tuple[BusyBar, StatusBar]]:
    theme, window = Theme(parent=qapp), QWidget()
    qtbot.addWidget(window)
    bar, status = BusyBar(theme, window), StatusBar(theme, window)
    BusyWatch((runner,), bar, status)
    window.show()
    yield bar, status
    window.close()


def test_a_short_job_shows_nothing(
    runner: JobRunner, parts: tuple[BusyBar, StatusBar], qtbot: QtBot
) -> None:
    bar, status = parts
    job = runner.run("Reading a.txt", lambda progress: progress.step(1, 2, "half"))
    with qtbot.waitSignal(job.ended):
        pass
    assert not bar.isVisible()
    assert status.message == ""


def test_a_long_job_shows_a_bar_and_words_until_it_is_cancelled(
    runner: JobRunner, parts: tuple[BusyBar, StatusBar], qtbot: QtBot
) -> None:
    bar, status = parts
    goes_on = threading.Event()

    def work(progress: Progress) -> None:
        progress.step(3, 12, "Reading 4 of 12")
        assert goes_on.wait(20)
        progress.step(4, 12)

    job = runner.run("Reading", work)
    qtbot.waitUntil(bar.isVisible)
    assert status.message == "Reading 4 of 12"
    assert bar.share == pytest.approx(0.25)
    cancel = next(b for b in status.findChildren(Button) if b.text() == "Cancel")
    qtbot.waitUntil(cancel.isVisible)
    with qtbot.waitSignal(job.cancelled):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
        goes_on.set()
    assert not bar.isVisible()


def test_what_was_done_is_told_after_what_is_being_done(
    parts: tuple[BusyBar, StatusBar],
) -> None:
    _, status = parts
    status.show_busy("Writing out.pdf")
    status.show_message("Exported to out.pdf")
    assert status.message == "Writing out.pdf"
    status.show_idle()
    assert status.message == "Exported to out.pdf"
