"""The panes of the window: one above the other, and F6 takes the keyboard from each to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QMainWindow,
    QSplitter,
    QWidget,
)


def stacked(*panes: QWidget) -> QSplitter:
    """Panes one above the other; the first takes what room there is."""
    rows = QSplitter(Qt.Orientation.Vertical)
    rows.setHandleWidth(1)
    rows.setChildrenCollapsible(False)
    for place, pane in enumerate(panes):
        rows.addWidget(pane)
        rows.setStretchFactor(place, int(place == 0))
    return rows


def next_pane(window: QMainWindow) -> None:
    """Give the focus to the next list, text, table or canvas of the window, round in a circle."""
    panes = panes_of(window)
    if not panes:
        return
    focus = QApplication.focusWidget()
    here = (
        [i for i, pane in enumerate(panes) if focus is pane or pane.isAncestorOf(focus)]
        if (focus is not None)
        else []
    )
    panes[(here[-1] + 1) % len(panes) if here else 0].setFocus()


def panes_of(window: QMainWindow) -> list[QWidget]:
    """The panes in sight, from left to right and from top to bottom.

    They are what scrolls, and what says so by the property "isPane".
    """
    panes = [
        widget
        for widget in window.findChildren(QWidget)
        if (isinstance(widget, QAbstractScrollArea) or widget.property("isPane"))
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy().value
    ]
    return sorted(panes, key=lambda pane: _place(pane, window))


def _place(pane: QWidget, window: QMainWindow) -> tuple[int, int]:
    corner = pane.mapTo(window, pane.rect().topLeft())
    return corner.x(), corner.y()
