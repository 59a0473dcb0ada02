"""What dialogs with two panes have in common: a head, the panes, and buttons below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, Surface


def frame_dialog(
    dialog: QDialog,
    theme: Theme,
    head: Sequence[QWidget],
    panes: tuple[QWidget, QWidget],
    buttons: tuple[Button, Sequence[Button]],
    sizes: tuple[int, int, int],
) -> None:
    """Lay a dialog out.

    The first of `head` takes the room that the others leave, the last of `panes` what a wider
    window adds. `buttons` are the one at the left end and those at the right. `sizes` are the
    width and height of the dialog and the width of the first pane, in logical pixels.
    """
    width, height, left = sizes
    parts = QSplitter(Qt.Orientation.Horizontal)
    for pane in panes:
        parts.addWidget(pane)
    parts.setHandleWidth(1)
    parts.setSizes([left, width - left])
    parts.setStretchFactor(1, 1)
    parts.setChildrenCollapsible(False)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(_head(theme, head))
    column.addWidget(parts, 1)
    column.addWidget(_foot(theme, *buttons))
    dialog.resize(width, height)


def _head(theme: Theme, widgets: Sequence[QWidget]) -> Surface:
    head = Surface(theme, "surface", line_below=True)
    row = QHBoxLayout(head)
    row.setContentsMargins(20, 12, 16, 12)
    row.setSpacing(12)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 0 if place else 1)
    return head


def _foot(theme: Theme, left: Button, right: Sequence[Button]) -> Surface:
    foot = Surface(theme, "surface", line_above=True)
    row = QHBoxLayout(foot)
    row.setContentsMargins(20, 12, 20, 12)
    row.setSpacing(8)
    row.addWidget(left)
    row.addStretch(1)
    for button in right:
        row.addWidget(button)
    return foot
