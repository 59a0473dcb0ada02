"""How a part of the settings with one switch is laid out."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, PlainLabel, SegmentedControl

LABEL_WIDTH = 132


def lay_out_switch(
    part: QWidget,
    theme: Theme,
    switch: tuple[str, SegmentedControl],
    below: tuple[QWidget, Button],
) -> None:
    """A named switch; below it a note, and the button for what the note tells of."""
    name, control = switch
    note, button = below
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    grid.addWidget(PlainLabel(theme, name, FontRole.BODY_MEDIUM), 0, 0)
    grid.addWidget(control, 0, 1, 1, 2)
    grid.addWidget(note, 1, 1)
    grid.addWidget(button, 1, 2)
