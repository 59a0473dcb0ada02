"""The context menu of the canvas: what can be done with what lies there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from timeline_app.domain import ReviewStatus
from timeline_app.layout import Area, Hit, Part
from timeline_app.ui.action_spec import ActionSpec
from timeline_app.ui.actions_timeline import TIMELINE_ACTIONS
from timeline_app.ui.icons import icon
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.timeline.canvas import TimelineCanvas
from timeline_app.ui.timeline.lane_gestures import LANE_PARTS

Deeds = Mapping[str, Callable[[], None]]

_SPECS: Mapping[str, ActionSpec] = {spec.id: spec for spec in TIMELINE_ACTIONS}
_LINE = ""
_EVENT = ("edit_title", "edit_date", "card", _LINE, "fit_selection", _LINE, "accept", "delete")
_EMPTY = (
    "zoom_in",
    "zoom_out",
    "fit_all",
    _LINE,
    "back",
    "forward",
    _LINE,
    "proposals",
    "eras",
    "gaps",
    "legend",
)


class CanvasMenus(QObject):
    """Opens a menu where the canvas asks for one; its commands are those of the menu bar."""

    def __init__(self, canvas: TimelineCanvas, model: ProjectModel, deeds: Deeds) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._model = model
        self._deeds = deeds
        canvas.menu_asked.connect(self._open)

    def _open(self, hit: Hit | None, place: QPoint, screen: QPoint) -> None:
        menu = self.menu_for(hit, place)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(screen)

    def menu_for(self, hit: Hit | None, place: QPoint) -> QMenu:
        """The menu for what lies at a place of the canvas."""
        menu, canvas = QMenu(self._canvas), self._canvas
        part = hit.part if hit is not None else None
        if hit is not None and hit.id is not None and part in (Part.MARK, Part.LABEL):
            self._add_event(menu, hit.id)
        elif hit is not None and part is Part.CLUSTER:
            self._add_cluster(menu, hit.ids, hit.area)
        elif hit is not None and part in LANE_PARTS:
            self._add_lane(menu, hit.key)
        elif hit is not None and part is Part.ARTICLE:
            self._add(menu, "Read the article", partial(canvas.article_opened.emit, hit.id))
        else:
            if part is None:
                instant = canvas.scale.time_at(canvas.time_x(place.x()))
                self._add(menu, "New event here", partial(canvas.creation_asked.emit, instant))
                menu.addSeparator()
            self._add_commands(menu, _EMPTY)
        return menu

    def _add_event(self, menu: QMenu, event_id: int) -> None:
        deed = partial(self._canvas.opened.emit, event_id)
        self._add(menu, "Open in the article", deed, "Enter")
        waits = self._model.library.project.events[event_id].status is ReviewStatus.PROPOSED
        self._add_commands(menu, tuple(name for name in _EVENT if waits or name != "accept"))

    def _add_cluster(self, menu: QMenu, ids: Sequence[int], area: Area) -> None:
        canvas = self._canvas
        self._add(menu, "Zoom in on these events", partial(canvas.open_cluster, ids, area))
        words = f"List these {len(ids)} events"
        self._add(menu, words, partial(canvas.list_cluster, ids, area))
        self._add(menu, "Select these events", partial(canvas.choose_events, ids))

    def _add_lane(self, menu: QMenu, key: str) -> None:
        hand = self._canvas.lane_hand
        self._add(menu, "Collapse or open the lane", partial(hand.turn, key), "C")
        self._add(menu, "Collapse or open all lanes", hand.turn_all, "Shift+C")
        menu.addSeparator()
        self._add(menu, "Move the lane up", partial(hand.step, key, -1), "Alt+Up")
        self._add(menu, "Move the lane down", partial(hand.step, key, 1), "Alt+Down")
        menu.addSeparator()
        self._add(menu, "As many rows as the lane needs", partial(hand.resize, key, None))

    def _add_commands(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            if name == _LINE:
                menu.addSeparator()
                continue
            spec = _SPECS[f"timeline.{name}"]
            action = self._add(menu, spec.text, self._deeds[spec.id], *spec.keys[:1])
            if spec.icon:
                action.setIcon(icon(spec.icon, self._canvas.theme))

    def _add(self, menu: QMenu, words: str, deed: Callable[[], None], keys: str = "") -> QAction:
        action = menu.addAction(words)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _=False: deed())
        return action
