"""The one small style sheet: what Fusion and a QPalette cannot say."""

from __future__ import annotations

from string import Template

from timeline_app.rendering.palette import Palette

_RULES = Template(
    """
QMainWindow, QDialog { background: $window; }
QMenuBar { background: $window; color: $text2; padding: 0 6px; spacing: 0; }
QMenuBar::item { padding: 3px 9px; background: transparent; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenu { background: $surface; color: $text; border: 1px solid $control; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 14px; }
QMenu::icon { padding-left: 12px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QToolTip { background: $surface; color: $text; border: 1px solid $control; padding: 4px 6px; }
QLineEdit, QPlainTextEdit, QTextEdit {
    background: $surface; color: $text; border: 1px solid $control; border-radius: 5px;
    padding: 0 7px; selection-background-color: $selected; selection-color: $text;
    placeholder-text-color: $text3;
}
QPlainTextEdit, QTextEdit { padding: 2px 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $accent; padding: 0 6px;
}
QLineEdit:disabled { border-color: $line; color: $text3; }
QLineEdit[wrong="true"] { border-color: $alert; }
QTextBrowser, QTextBrowser:focus { background: $surface; border: 0; padding: 0; }
QComboBox {
    background: $surface; color: $text; border: 1px solid $control; border-radius: 5px;
    padding: 0 8px;
}
QListView, QTreeView, QTableView {
    background: $panel; color: $text; border: 0; outline: 0;
    selection-background-color: $selected; selection-color: $text;
}
QListView#popup { background: $surface; border: 1px solid $control; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $control; }
QSplitter::handle:pressed { background: $accent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $grid_strong; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QPushButton {
    background: $surface; color: $text; border: 1px solid $control; border-radius: 5px;
    padding: 5px 14px; min-height: 18px; font-weight: 500;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selected; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 13px; }
QPushButton:disabled { border-color: $line; color: $text3; }
QHeaderView::section {
    background: $window; color: $text; border: 0; border-right: 1px solid $line;
    border-bottom: 1px solid $line; padding: 0 8px; font-weight: 600;
}
"""
)


def style_sheet(palette: Palette) -> str:
    """The style sheet with the palette's colors filled in."""
    tokens = (
        "window panel surface hover selected line control text text2 text3 accent focus alert "
        "grid_strong"
    )
    return _RULES.substitute({token: palette.color(token).name() for token in tokens.split()})
