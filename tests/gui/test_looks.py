"""How the window looks: chosen, kept, and otherwise as the desktop asks."""

from __future__ import annotations

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
    for name in ("dark", "contrast", "less_motion"):
        assert window.actions_[f"window.{name}"].isEnabled()
