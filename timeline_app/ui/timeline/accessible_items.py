"""One event, or one group, of the canvas as a screen reader finds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QWindow,
)
from shiboken6 import VoidPtr, getCppPointer, isValid

from timeline_app.layout import Area, Hit, Part
from timeline_app.ui.timeline.canvas import TimelineCanvas
from timeline_app.ui.timeline.spoken import event_words, group_words

_NULL = VoidPtr(0)


@dataclass(frozen=True, slots=True)
class Thing:
    """What an item stands for: an event, or with `ids` a group; and where it is drawn."""

    key: tuple[Part, int]
    hit: Hit
    area: Area


class _Actions(QAccessibleActionInterface):
    """What can be done with an item."""

    def __init__(self, deeds: dict[str, Callable[[], None]]) -> None:
        super().__init__()
        self._deeds = deeds

    def actionNames(self) -> list[str]:
        """The names of the actions, the main one first."""
        return list(self._deeds)

    def doAction(self, name: str) -> None:
        """Do one of them."""
        if name in self._deeds:
            self._deeds[name]()

    def keyBindingsForAction(self, _name: str) -> list[str]:
        """Keys belong to the canvas."""
        return []


class ItemAccess(QAccessibleInterface):
    """An event, or a group of events, on the canvas."""

    def __init__(self, canvas: TimelineCanvas, thing: Thing) -> None:
        super().__init__()
        self._canvas = canvas
        self.thing = thing
        self._actions = _Actions(
            {
                QAccessibleActionInterface.pressAction(): self._press,
                QAccessibleActionInterface.setFocusAction(): self._take_focus,
            }
        )

    def isValid(self) -> bool:
        """Whether the canvas is there to ask."""
        return isValid(self._canvas) and self._canvas.model.is_open

    def object(self) -> Any:
        """Nothing: it is only drawn."""
        return None

    def window(self) -> QWindow:
        """The window it is drawn in."""
        return self._canvas.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The canvas."""
        return QAccessible.queryAccessibleInterface(self._canvas)

    def child(self, _index: int) -> Any:
        """There is none."""
        return None

    def childAt(self, _x: int, _y: int) -> Any:
        """There is none."""
        return None

    def childCount(self) -> int:
        """There is none."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """There is none."""
        return -1

    def rect(self) -> QRect:
        """Mark and label, on the screen."""
        area = self.thing.area
        corner = self._canvas.mapToGlobal(QPoint(round(area.x), round(area.y)))
        return QRect(corner.x(), corner.y(), round(area.width), round(area.height))

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """What is selected, and what has the focus; a group when all its events are selected."""
        state, marking = QAccessible.State(), self._canvas.marking
        ids, is_event = self._ids(), self.thing.hit.id is not None
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = marking.selected.issuperset(ids)
        state.focused = is_event and marking.has_focus and marking.current == self.thing.hit.id
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """The name of an event: its number, title, date, sources and state."""
        if kind is not QAccessible.Text.Name or not self.isValid():
            return ""
        event_id = self.thing.hit.id
        return self._group_words() if event_id is None else self._event_words(event_id)

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Titles are edited in the inspector."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """The actions; nothing else."""
        if kind is not QAccessible.InterfaceType.ActionInterface:
            return _NULL
        return VoidPtr(getCppPointer(self._actions)[0])

    def _ids(self) -> list[int]:
        hit = self.thing.hit
        return list(hit.ids) if hit.id is None else [hit.id]

    def _event_words(self, event_id: int) -> str:
        project, layout = self._canvas.model.library.project, self._canvas.layout_model
        event, rank = project.events.get(event_id), layout.order.rank(event_id)
        if event is None or rank is None:
            return ""
        sources = len(project.articles_of_event(event_id))
        return event_words(event, rank + 1, len(layout), sources)

    def _group_words(self) -> str:
        columns, ids = self._canvas.layout_model.columns, self.thing.hit.ids
        slots = [columns.slot_of(event_id) for event_id in (ids[0], ids[-1])]
        begins = [int(columns.arrays.c1[slot]) for slot in slots if slot is not None]
        return group_words(len(ids), min(begins), max(begins)) if begins else ""

    def _press(self) -> None:
        """As Enter and a click do: open the event, or the group."""
        hit = self.thing.hit
        if hit.id is None:
            self._canvas.open_cluster(hit.ids, hit.area)
        else:
            self._canvas.opened.emit(hit.id)

    def _take_focus(self) -> None:
        self._canvas.setFocus()
        if self.thing.hit.id is None:
            self._canvas.choose_events(self._ids())
        else:
            self._canvas.choose(self.thing.hit.id)
