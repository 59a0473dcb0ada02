"""What screen readers find of widgets that are painted as a whole."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication

from timeline_app.ui.widgets.segments import SegmentedControl

_INSTALLED = "tells of painted widgets"


def install_widget_access(app: QApplication) -> None:
    """Tell screen readers what a control is that would have no role by itself."""
    if not app.property(_INSTALLED):
        app.setProperty(_INSTALLED, True)  # noqa: FBT003 - Qt's own signature
        QAccessible.installFactory(_access_to)


def _access_to(_class_name: str, shown: QObject) -> QAccessibleInterface | None:
    """One of several values behind one stop of the Tab key, changed with the arrows."""
    if isinstance(shown, SegmentedControl):
        return QAccessibleWidget(shown, QAccessible.Role.ComboBox)
    return None
