"""The files of articles in the real window: kept, measured, saved again, turned off."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Answers, add_texts
from timeline_app.services.incoming import Incoming
from timeline_app.ui.shell.main_window import MainWindow
from timeline_app.ui.shell.settings import SettingsDialog

_LEFT = Qt.MouseButton.LeftButton
_TEXT = "Oslo, 5 March 2024\n\nThe minister resigned on Monday.\n"


def _add(window: MainWindow, qtbot: QtBot, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    add_texts(window, qtbot, Incoming("file", str(path)))


def _settings(window: MainWindow) -> SettingsDialog:
    window.actions_["window.settings"].trigger()
    dialog = window.settings.dialog
    assert dialog is not None
    return dialog


def test_files_are_kept_saved_again_and_removed(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    _add(window, qtbot, tmp_path / "resigned.txt", _TEXT)
    answers.target = tmp_path / "again.txt"
    window.actions_["window.article_original"].trigger()
    assert answers.target.read_text(encoding="utf-8") == _TEXT

    panel = _settings(window).originals
    assert panel.room.text().startswith("1 file kept, ")
    qtbot.mouseClick(panel.remove, _LEFT)
    assert "cannot be undone" in answers.questions[-1]
    assert panel.room.text() == "No file is kept."
    window.actions_["window.article_original"].trigger()
    assert window.alert.text == "The file of this article was not kept."


def test_keeping_is_turned_off_with_the_keyboard(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _settings(window)
    assert not dialog.apply.isEnabled()
    qtbot.keyClick(dialog.originals.keeping, Qt.Key.Key_Right)
    assert dialog.apply.isEnabled()
    qtbot.keyClick(dialog.originals.keeping, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    _add(window, qtbot, tmp_path / "resigned.txt", _TEXT)
    assert window.model.library.measure_originals() == (0, 0)
    assert _settings(window).originals.room.text() == "No file is kept."
