"""Text fields that keep their keys: no shortcut of the workspace acts while one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_OWN_KEYS = frozenset(
    {
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Space,
    }
)
_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class LineField(QLineEdit):
    """A line edit that takes Enter, Escape and the arrows for itself."""

    def event(self, event: QEvent) -> bool:
        """Claim the field's own keys before a shortcut gets them."""
        if isinstance(event, QKeyEvent) and _claims(event):
            event.accept()
            return True
        return super().event(event)


def _claims(event: QKeyEvent) -> bool:
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and event.key() in _OWN_KEYS
        and not event.modifiers() & _CONTROL
    )
