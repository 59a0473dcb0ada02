"""Lists that keep their keys: arrows move inside, Enter takes the row."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate

from timeline_app.ui.theme import Theme

_OWN_KEYS = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    }
)


class ListPane(QListView):
    """A list painted by its delegate, one stop for Tab, without a frame."""

    def __init__(self, theme: Theme, model: QAbstractListModel, name: str) -> None:
        """`name` is what a screen reader calls the list."""
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        theme.changed.connect(self.viewport().update)

    def paint_with(self, delegate: QStyledItemDelegate) -> None:
        """Let a delegate paint the rows; the list keeps it alive."""
        delegate.setParent(self)
        self.setItemDelegate(delegate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew: their heights follow the width, which Qt does not expect."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def event(self, event: QEvent) -> bool:
        """Claim the list's own keys before a shortcut of the workspace gets them."""
        if isinstance(event, QKeyEvent) and _claims(event):
            event.accept()
            return True
        return super().event(event)


def _claims(event: QKeyEvent) -> bool:
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and event.key() in _OWN_KEYS
        and event.modifiers()
        in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    )
