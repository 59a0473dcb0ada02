"""The ring round the control that has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets.segments import SegmentedControl

_OUTSIDE, _WIDTH, _RADIUS = 3, 2.0, 7.0
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.ZOrderChange)


class FocusRing(QWidget):
    """Follows the focus over buttons and segments; fields show it by their border."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        theme.changed.connect(self.update)

    @property
    def target(self) -> QWidget | None:
        """The control that wears the ring."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the control; vanish with it."""
        if watched is self._target:
            if event.type() in _MOVES:
                self._place()
            elif event.type() == QEvent.Type.Hide:
                self._let_go()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.palette.focus, _WIDTH))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    @Slot("QWidget*", "QWidget*")
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._window):  # the window goes, and with it the focus
            return
        self._let_go()
        rings = isinstance(new, (QAbstractButton, SegmentedControl))
        if new is None or not rings or new.window() is not self._window:
            return
        self._target = new
        new.installEventFilter(self)
        new.destroyed.connect(self._let_go)
        self._place()

    @Slot()
    def _let_go(self) -> None:
        """Go back to the window, also when the control dies: the ring must not die with it."""
        if self._target is not None and isValid(self._target):
            self._target.removeEventFilter(self)
            self._target.destroyed.disconnect(self._let_go)
        self._target = None
        if not isValid(self._window):
            return
        self.hide()
        self.setParent(self._window)

    def _place(self) -> None:
        target = self._target
        parent = target.parentWidget() if target is not None else None
        if target is None or parent is None:
            return
        if self.parentWidget() is not parent:
            self.setParent(parent)
        out = _OUTSIDE
        self.setGeometry(target.geometry().adjusted(-out, -out, out, out))
        self.raise_()
        self.show()
