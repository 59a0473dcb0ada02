"""QActions made from the table of commands: menus, keys, and who answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from timeline_app.ui.action_spec import ActionSpec
from timeline_app.ui.actions import MENUS
from timeline_app.ui.icons import icon
from timeline_app.ui.theme import Theme

Handlers = Mapping[str, Callable[[], None]]


class ActionSet(QObject):
    """One QAction for each command.

    The commands of a workspace are shown from the beginning and work once it is built; those that
    nobody answers are then hidden.
    """

    def __init__(self, specs: Iterable[ActionSpec], theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._specs = {spec.id: spec for spec in specs}
        self._handlers: dict[str, Callable[[], None]] = {}
        self._actions = {spec.id: self._make(spec) for spec in self._specs.values()}
        self._draw_icons()
        theme.changed.connect(self._draw_icons)

    def __getitem__(self, action_id: str) -> QAction:
        """The action of a command."""
        return self._actions[action_id]

    def bind(self, handlers: Handlers, widget: QWidget) -> None:
        """Let `widget` answer commands: window commands everywhere in it, others inside it."""
        for action_id, handler in handlers.items():
            action = self._actions[action_id]
            self._handlers[action_id] = handler
            action.setVisible(True)
            action.setEnabled(True)
            widget.addAction(action)
        for scope in {self._specs[action_id].scope for action_id in handlers}:
            self._hide_unanswered(scope)

    def _hide_unanswered(self, scope: str) -> None:
        for action_id, spec in self._specs.items():
            if spec.scope == scope and action_id not in self._handlers:
                self._actions[action_id].setVisible(False)

    def set_scope(self, scope: str) -> None:
        """Enable the commands of one workspace and disable those of the others."""
        for action_id, spec in self._specs.items():
            if spec.scope != "window":
                self._actions[action_id].setEnabled(
                    spec.scope == scope and action_id in self._handlers
                )

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Make the menus; returns them by title."""
        menus = {title: bar.addMenu(f"&{title}") for title in MENUS}
        groups: dict[str, int] = {}
        for action_id, spec in self._specs.items():
            if not spec.menu:
                continue
            menu = menus[spec.menu]
            if groups.setdefault(spec.menu, spec.group) != spec.group:
                menu.addSeparator()
                groups[spec.menu] = spec.group
            menu.addAction(self._actions[action_id])
        return menus

    def add_menu(self, action_id: str, parent: QMenu) -> QMenu:
        """Turn a command into a menu of its own; it stays where it is in `parent`."""
        action, menu = self._actions[action_id], QMenu(parent)
        action.setMenu(menu)
        action.setVisible(True)
        action.setEnabled(True)
        return menu

    def shown(self) -> tuple[ActionSpec, ...]:
        """The commands that are shown, in the order of the table."""
        return tuple(spec for spec in self._specs.values() if self._actions[spec.id].isVisible())

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        if spec.scope == "window":
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setEnabled(False)
        action.triggered.connect(lambda _=False: self._handlers[spec.id]())
        return action

    def _draw_icons(self) -> None:
        for action_id, spec in self._specs.items():
            if spec.icon:
                self._actions[action_id].setIcon(icon(spec.icon, self._theme))
