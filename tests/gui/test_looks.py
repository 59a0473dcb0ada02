"""How the window looks: chosen, kept, and otherwise as the desktop asks."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import OpenWindow
from timeline_app.rendering.palette import PaletteName
from timeline_app.ui.shell.main_window import MainWindow
from timeline_app.ui.theme import Theme


def test_high_contrast_is_a_command_and_is_kept(open_window: OpenWindow) -> None:
    window = open_window()

    window.actions_["window.contrast"].trigger()
    assert window.theme.has_contrast
    assert window.theme.palette.name is PaletteName.CONTRAST
    window.actions_["window.dark"].trigger()
    assert window.theme.palette.name is PaletteName.CONTRAST_DARK
    window.close()

    again = open_window()
    assert again.theme.palette.name is PaletteName.CONTRAST_DARK
    again.actions_["window.contrast"].trigger()
    assert again.theme.palette.name is PaletteName.DARK


def test_less_motion_is_a_command_is_told_and_is_kept(open_window: OpenWindow) -> None:
    window = open_window()

    window.actions_["window.less_motion"].trigger()

    assert not window.theme.may_move(window)
    assert window.status.message == "Movements are off"
    window.close()
    assert not open_window().theme.may_move(window)


def test_the_colours_of_a_high_contrast_desktop_are_worn(qapp: QApplication) -> None:
    theme, system = Theme(), QPalette()
    system.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    system.setColor(QPalette.ColorRole.Text, QColor("#FFFF00"))

    theme.wear(is_dark=False, has_contrast=True, system=system)

    assert theme.is_dark
    assert theme.palette.text == QColor("#FFFF00")
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor("#000000")


def test_every_command_of_looks_stands_in_the_view_menu(window: MainWindow) -> None:
    for name in ("dark", "contrast", "less_motion", "larger", "smaller"):
        assert window.actions_[f"window.{name}"].isEnabled()


_RATIO = """
from timeline_app.app import make_application
app = make_application()
print(app.primaryScreen().devicePixelRatio())
"""


@pytest.mark.parametrize(("larger", "smaller", "ratio"), [(1, 0, 1.25), (9, 0, 2), (1, 3, 1)])
def test_text_and_controls_are_larger_from_the_next_start_on(
    window: MainWindow, larger: int, smaller: int, ratio: float
) -> None:
    for _ in range(larger):
        window.actions_["window.larger"].trigger()
    for _ in range(smaller):
        window.actions_["window.smaller"].trigger()

    assert f"{ratio:.0%}".replace("%", " %") in window.status.message
    command = [sys.executable, "-c", _RATIO]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert float(found.stdout) == ratio
