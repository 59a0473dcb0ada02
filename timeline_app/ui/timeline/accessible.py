"""The canvas as a screen reader finds it: a list with an item for each event and group in view.

PySide6 lends `QAccessibleInterface` to be subclassed (6.11). What is not in its documentation:

* Qt owns an interface from when it is registered, and must be asked to delete it; until then
  somebody has to keep the Python side.
* `interface_cast` must return a `VoidPtr`, also for nothing: a number, as its type hint says, or
  None ends the program.
* PySide keeps what the factory made until the program ends, so it must not keep the canvas.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication

from timeline_app.layout import Area, Hit, Part
from timeline_app.layout.display_list import DisplayList
from timeline_app.layout.targets import Targets
from timeline_app.ui.timeline.accessible_items import ItemAccess, Thing
from timeline_app.ui.timeline.canvas import TimelineCanvas

_INSTALLED = "tells of timelines"


def install_timeline_access(app: QApplication) -> None:
    """Let screen readers find what is on the canvases made from now on."""
    if not app.property(_INSTALLED):
        app.setProperty(_INSTALLED, True)  # noqa: FBT003 - Qt's own signature
        QAccessible.installFactory(_access_to)


def _access_to(_class_name: str, shown: QObject) -> QAccessibleInterface | None:
    return CanvasAccess(shown) if isinstance(shown, TimelineCanvas) else None


class CanvasAccess(QAccessibleWidget):
    """The list: first what is in view, by time; then the widgets that lie on the canvas."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.List)
        self._items = _Items()
        canvas.destroyed.connect(self._items.clear)

    def childCount(self) -> int:
        """How many there are."""
        return len(self._in_view()) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface:
        """One of them."""
        items = self._in_view()
        if 0 <= index < len(items):
            return items[index]
        return super().child(index - len(items))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of one; -1 when it is not here."""
        items = self._in_view()
        if isinstance(child, ItemAccess):
            return items.index(child) if child in items else -1
        place = super().indexOfChild(child)
        return place if place < 0 else place + len(items)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """What lies at a point of the screen."""
        canvas = self._canvas()
        if canvas is not None:
            self._in_view()
            place = canvas.mapFromGlobal(QPoint(x, y))
            item = self._items.of_hit(canvas.hit(place.x(), place.y()))
            if item is not None:
                return item
        return super().childAt(x, y)

    def focusChild(self) -> QAccessibleInterface:
        """The current event while the canvas has the keyboard."""
        focused = (item for item in self._in_view() if item.state().focused)
        return next(focused, None) or super().focusChild()

    def item_of(self, event_id: int) -> ItemAccess | None:
        """The item of an event; None when it is not in view by itself."""
        self._in_view()
        return self._items.of_event(event_id)

    def _canvas(self) -> TimelineCanvas | None:
        """The canvas while it shows something."""
        shown = self.object()
        is_there = isinstance(shown, TimelineCanvas) and shown.isVisible() and shown.model.is_open
        return shown if is_there and isinstance(shown, TimelineCanvas) else None

    def _in_view(self) -> list[ItemAccess]:
        canvas = self._canvas()
        return [] if canvas is None else self._items.of_canvas(canvas)


class _Items:
    """Keeps one item for each event and group in view, and deletes those that have left it."""

    def __init__(self) -> None:
        self._shown: DisplayList | None = None
        self._items: dict[tuple[Part, int], ItemAccess] = {}

    def of_canvas(self, canvas: TimelineCanvas) -> list[ItemAccess]:
        """The items of what the canvas shows, by time."""
        shown = canvas.display_list()
        if shown is not self._shown:
            self._shown = shown
            self._follow(canvas, _things_in(shown))
        return list(self._items.values())

    def of_event(self, event_id: int) -> ItemAccess | None:
        """The item of an event."""
        return self._items.get((Part.MARK, event_id))

    def of_hit(self, hit: Hit | None) -> ItemAccess | None:
        """The item of what lies under a point."""
        return None if hit is None else self._items.get(_key_of(hit))

    def clear(self) -> None:
        """Delete all."""
        for item in self._items.values():
            _delete(item)
        self._items = {}

    def _follow(self, canvas: TimelineCanvas, things: list[Thing]) -> None:
        before, self._items = self._items, {}
        for thing in things:
            item = before.pop(thing.key, None)
            if item is None:
                item = ItemAccess(canvas, thing)
                QAccessible.registerAccessibleInterface(item)
            item.thing = thing
            self._items[thing.key] = item
        for item in before.values():
            _delete(item)


def _delete(item: ItemAccess) -> None:
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))


def _things_in(shown: DisplayList) -> list[Thing]:
    groups = shown.clusters
    things = [Thing(_key_of(hit), hit, hit.area) for hit in groups]
    things += _events_in(shown.targets)
    return sorted(things, key=lambda thing: (thing.hit.area.x, thing.area.y))


def _events_in(targets: Targets | None) -> list[Thing]:
    """The events of the rows, each with its mark and its label."""
    things: dict[int, Thing] = {}
    for hit in targets or ():
        if hit.id is None:
            continue
        mark = things.get(hit.id)
        area = hit.area if mark is None else _around(mark.area, hit.area)
        things[hit.id] = Thing(_key_of(hit), hit if mark is None else mark.hit, area)
    return list(things.values())


def _key_of(hit: Hit) -> tuple[Part, int]:
    if hit.part is Part.CLUSTER:
        return Part.CLUSTER, hit.ids[0]
    part = Part.MARK if hit.part is Part.LABEL else hit.part
    return part, -1 if hit.id is None else hit.id


def _around(one: Area, other: Area) -> Area:
    """The least area that holds both."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    right = max(one.x + one.width, other.x + other.width)
    bottom = max(one.y + one.height, other.y + other.height)
    return Area(x, y, right - x, bottom - y)
