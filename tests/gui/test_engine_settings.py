"""What finds the events is chosen in the settings, tried there, and kept for the user."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.extraction.server.stub import Stub, completion, event, running, telling
from tests.window import Answers, OpenWindow, add_texts
from timeline_app.extraction.proposer import BUILT_IN, LOCAL_SERVER, RULES, SPACY_FOLDER
from timeline_app.services.engines import engine_file, read_engine
from timeline_app.services.incoming import Incoming
from timeline_app.services.proposing import Proposers
from timeline_app.ui.shell.main_window import MainWindow
from timeline_app.ui.shell.settings import SettingsDialog

_TEXT = "Paris, 1 May 2024\n\nThe ministers met in Rome last week. The harbour of Bonn burnt down."
_BURNT = event("The harbour of Bonn burnt down", "The harbour of Bonn burnt down.", "burnt")
_TRIED = event(
    "Putin held a summit", "Vladimir Putin held a summit with leaders from China", "held"
)


@pytest.fixture
def proposers() -> Proposers:
    """Models of the test's own: it chooses others."""
    return Proposers(read_engine(engine_file()))


@pytest.fixture
def stub() -> Iterator[Stub]:
    with running(Stub()) as started:
        yield started


def _open(window: MainWindow) -> SettingsDialog:
    window.actions_["window.settings"].trigger()
    assert window.settings.dialog is not None
    return window.settings.dialog


@pytest.fixture
def dialog(window: MainWindow) -> Iterator[SettingsDialog]:
    yield _open(window)
    if window.settings.dialog is not None and window.settings.dialog.isVisible():
        window.settings.dialog.reject()


def _choose(dialog: SettingsDialog, name: str) -> None:
    """With the keyboard alone."""
    while dialog.engine.engines.value != name:
        QTest.keyClick(dialog.engine.engines, Qt.Key.Key_Right)


def _test(dialog: SettingsDialog, qtbot: QtBot) -> str:
    QTest.mouseClick(dialog.engine.test, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.engine.test.text() == "Test", timeout=20_000)
    return dialog.engine.result.text()


def _titles(window: MainWindow) -> list[str]:
    return [each.title for each in window.model.library.project.events.values()]


def test_the_choice_is_kept_for_the_user(
    window: MainWindow, dialog: SettingsDialog, open_window: OpenWindow
) -> None:
    assert dialog.engine.engines.value == BUILT_IN
    assert not dialog.apply.isEnabled()
    _choose(dialog, RULES)
    assert "simpler" in dialog.engine.says.text()
    assert dialog.apply.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.proposers.settings.name == RULES
    assert json.loads(engine_file().read_text())["name"] == RULES
    assert "Settings changed" in window.status.message
    assert _open(window).engine.engines.value == RULES
    assert read_engine(engine_file()).name == RULES


def test_escape_keeps_nothing(window: MainWindow, dialog: SettingsDialog) -> None:
    _choose(dialog, RULES)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.proposers.settings.name == BUILT_IN
    assert not engine_file().exists()


def test_a_server_is_tried_and_then_asked_beside_the_built_in_engine(
    window: MainWindow, dialog: SettingsDialog, qtbot: QtBot, stub: Stub
) -> None:
    _choose(dialog, LOCAL_SERVER)
    height = dialog.height()
    dialog.engine.address.setText(stub.address)
    stub.answering = telling(_TRIED)
    assert _test(dialog, qtbot) == (
        "It works: in a sentence about a summit it found “Putin held a summit”."
    )
    assert dialog.height() >= height
    QTest.keyClick(dialog.engine.address, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    stub.answering = telling(_BURNT, event("The mayor fled", "The mayor fled.", "fled"))
    add_texts(window, qtbot, Incoming("text", _TEXT))
    assert any("ministers met in Rome" in title for title in _titles(window))
    assert sum("burnt down" in title for title in _titles(window)) == 1
    assert not any("fled" in title for title in _titles(window))
    assert "1 of 2 events" in window.alert.text


def test_a_server_that_stopped_costs_a_sentence_and_no_proposals(
    window: MainWindow, dialog: SettingsDialog, qtbot: QtBot
) -> None:
    with running(Stub()) as gone:
        address = gone.address
    _choose(dialog, LOCAL_SERVER)
    dialog.engine.address.setText(address)
    assert _test(dialog, qtbot).startswith("No server is running at 127.0.0.1:")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    add_texts(window, qtbot, Incoming("text", _TEXT))
    assert any("ministers met in Rome" in title for title in _titles(window))
    assert "No server is running at 127.0.0.1:" in window.alert.text


def test_another_computer_must_be_allowed_with_a_warning(
    window: MainWindow, dialog: SettingsDialog
) -> None:
    _choose(dialog, LOCAL_SERVER)
    dialog.engine.address.setText("http://192.0.2.1:11434")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "“192.0.2.1” is not on this computer" in dialog.engine.result.text()
    assert not engine_file().exists()
    dialog.engine.leaves.click()
    assert dialog.engine.warning.text().startswith("Every article that you add is then sent")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.proposers.settings.may_leave_computer


def test_a_folder_is_chosen_and_tried(
    dialog: SettingsDialog, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    _choose(dialog, SPACY_FOLDER)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.engine.result.text() == "Choose the folder of a spaCy pipeline."
    answers.target = tmp_path
    QTest.mouseClick(dialog.engine.browse, Qt.MouseButton.LeftButton)
    assert dialog.engine.folder.text() == str(tmp_path)
    assert _test(dialog, qtbot) == f"There is no spaCy pipeline in “{tmp_path.name}”."


def test_a_test_can_be_stopped(dialog: SettingsDialog, qtbot: QtBot, stub: Stub) -> None:
    asked = threading.Event()

    def hold(handler: object, _asked: object) -> None:
        asked.set()
        stub.is_over.wait(20)

    stub.answering = hold
    _choose(dialog, LOCAL_SERVER)
    dialog.engine.address.setText(stub.address)
    QTest.mouseClick(dialog.engine.test, Qt.MouseButton.LeftButton)
    assert dialog.engine.test.text() == "Stop"
    qtbot.waitUntil(asked.is_set, timeout=20_000)
    QTest.mouseClick(dialog.engine.test, Qt.MouseButton.LeftButton)
    assert dialog.engine.test.text() == "Test"
    assert dialog.engine.result.text() == ""
    qtbot.waitUntil(lambda: not dialog.engine._parts.runner.jobs, timeout=20_000)


def test_what_the_model_says_is_shown_as_plain_words(
    dialog: SettingsDialog, qtbot: QtBot, stub: Stub
) -> None:
    stub.answering = lambda handler, _: handler.reply(500, {"error": "<b>no</b>"})
    _choose(dialog, LOCAL_SERVER)
    dialog.engine.address.setText(stub.address)
    assert _test(dialog, qtbot).endswith("failed with status 500: <b>no</b>.")
    stub.answering = lambda handler, _: handler.reply(200, completion('{"events": []}'))
    assert _test(dialog, qtbot).startswith("It answers, but found no event in:")
