"""Opens the help where it is asked for, in dialogs too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from timeline_app.domain import UserError
from timeline_app.services.help_pages import HelpPage, read_help
from timeline_app.ui.help.places import page_about
from timeline_app.ui.help.window import HelpWindow
from timeline_app.ui.theme import Theme


class HelpDesk(QObject):
    """One window of the help at a time. `failed` tells that the pages are missing."""

    failed = Signal(str)

    def __init__(self, theme: Theme, window: QWidget, action: QAction) -> None:
        """`action` has the key; it works in every dialog of the window, too."""
        super().__init__(window)
        self._theme, self._window, self._action = theme, window, action
        self.shown: HelpWindow | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @cached_property
    def pages(self) -> Sequence[HelpPage]:
        """All pages; none when the program has lost them."""
        try:
            return read_help()
        except UserError as error:
            self.failed.emit(str(error))
            return ()

    def explain_focus(self) -> None:
        """Open the page about what has the focus."""
        self.open_page(page_about(QApplication.focusWidget()))

    def open_page(self, page_id: str, heading: str = "") -> None:
        """Open a page, in front of the dialog that waits for an answer, if there is one."""
        if not self.pages:
            return
        parent = QApplication.activeModalWidget() or self._window
        shown = self.shown
        if shown is None or not isValid(shown) or shown.parentWidget() is not parent:
            if shown is not None and isValid(shown):
                shown.deleteLater()
            shown = self.shown = HelpWindow(self._theme, self.pages, parent)
        shown.show()
        shown.show_page(page_id, heading)  # its headings have their places once it is laid out
        shown.raise_()
        shown.activateWindow()
        shown.list.setFocus()

    @Slot("QWidget*", "QWidget*")
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Give a dialog the key when it is first worked in."""
        if new is None or not isValid(self._action):
            return
        dialog = new.window()
        if isinstance(dialog, QDialog) and self._action not in dialog.actions():
            dialog.addAction(self._action)
