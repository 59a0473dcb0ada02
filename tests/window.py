"""Fixtures and helpers for tests in the real window, with the real store in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from timeline_app.app import make_application, make_window
from timeline_app.services.incoming import Incoming
from timeline_app.services.proposing import Proposers
from timeline_app.services.workers import ReadingPool
from timeline_app.ui.review.workspace import ReviewWorkspace
from timeline_app.ui.shell.dialogs import Dialogs
from timeline_app.ui.shell.main_window import MainWindow

SEED = "000_621c974184a7e2e5.txt"


@dataclass
class Answers(Dialogs):
    """Answers the window's questions with what the test has prepared."""

    files: list[Path] = field(default_factory=list)
    project: Path | None = None
    target: Path | None = None
    typed: str | None = None
    paper: QPrinter | None = None
    agrees: bool = True
    questions: list[str] = field(default_factory=list)

    def articles(self) -> list[Path]:
        return self.files

    def project_to_open(self, _folder: Path) -> Path | None:
        return self.project

    def folder(self, title: str) -> Path | None:
        self.questions.append(title)
        return self.target

    def file_to_write(self, title: str, _suggestion: Path, _kinds: str) -> Path | None:
        self.questions.append(title)
        return self.target

    def printer(self) -> QPrinter | None:
        self.questions.append("Print")
        return self.paper

    def confirm(self, question: str, _verb: str) -> bool:
        self.questions.append(question)
        return self.agrees

    def line(self, question: str, _text: str) -> str | None:
        self.questions.append(question)
        return self.typed

    def tell(self, _title: str, text: str) -> None:
        self.questions.append(text)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture(scope="session")
def proposers() -> Proposers:
    """The models, loaded once for all windows."""
    return Proposers()


@pytest.fixture(scope="session")
def pool() -> Iterator[ReadingPool]:
    """The reading processes of all windows."""
    made = ReadingPool(2)
    yield made
    made.close()


OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def open_window(
    qtbot: QtBot, answers: Answers, proposers: Proposers, pool: ReadingPool
) -> Iterator[OpenWindow]:
    """Opens windows and closes them at the end; opening again is a restart of the program."""
    windows: list[MainWindow] = []

    def open_(path: Path | None = None) -> MainWindow:
        window = make_window(make_application(), answers, proposers, pool)
        windows.append(window)
        window.resize(1440, 870)
        window.show()
        window.open_at_start(path)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture(autouse=True)
def _deleted_in_this_thread() -> Iterator[None]:
    """Delete the windows of a test before the next one begins.

    Otherwise the garbage collector may do so in the next test's worker, and a timer that is
    deleted in another thread than its own crashes the program when it is due.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window with an empty project."""
    return open_window()


def add_texts(window: MainWindow, qtbot: QtBot, *texts: Incoming) -> None:
    """Add texts and wait until all of them are read."""
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        window.arrivals.add(texts)


def review_of(window: MainWindow) -> ReviewWorkspace:
    """The review workspace of a window."""
    workspace = window.stack.workspace("review")
    assert isinstance(workspace, ReviewWorkspace)
    return workspace
