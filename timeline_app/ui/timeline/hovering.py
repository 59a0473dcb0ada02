"""When the card of an event appears over the canvas, and when it goes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QTimer

from timeline_app.layout import Area, Hit, Part
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.card_place import card_area
from timeline_app.ui.timeline.hover_card import HoverCard
from timeline_app.ui.timeline.surface import TimelineSurface

_DELAY = 400  # milliseconds the pointer rests on an event
DRAWN_EVENT = (Part.MARK, Part.LABEL)


class Hovering(QObject):
    """Shows one card: a moment after the pointer has come to an event, or at once by key.

    `is_pinned` is true for a card that was asked for by key; it follows the current event.
    """

    def __init__(self, surface: TimelineSurface, model: ProjectModel, theme: Theme) -> None:
        super().__init__(surface)
        self._surface = surface
        self._model = model
        self.card = HoverCard(theme, surface)
        self.is_pinned = False
        self._target: tuple[int, Area, float] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._appear)
        model.changed.connect(lambda _change: self.close())

    def point_at(self, hit: Hit | None, x: float) -> None:
        """The pointer has come to what `hit` tells, at an x of the surface."""
        event_id = hit.id if hit is not None and hit.part in DRAWN_EVENT else None
        shown = self.card.event_id if self.card.isVisible() else None
        if event_id is not None and event_id == shown:
            return
        if event_id is None and self.is_pinned:
            return
        self.close()
        if hit is not None and event_id is not None:
            self._target = (event_id, hit.area, x)
            self._timer.start()

    def pin(self, event_id: int | None) -> None:
        """Show the card of an event at once, beside its mark."""
        self.close()
        surface = self._surface
        place = surface.layout_model.place_of(event_id, surface.scale) if event_id else None
        if event_id is None or place is None:
            return
        half = surface.draft_place.metrics.row_height / 2
        y = surface.bands.lanes.y + place.y - surface.scroll_position
        x = surface.bands.lanes.x + max(0.0, surface.scale.x_of(place.begin))
        self._target = (event_id, Area(x, y - half, 2 * half, 2 * half), x)
        self._appear()
        self.is_pinned = self.card.isVisible()

    def close(self) -> bool:
        """Take the card away; tells whether there was one."""
        was_open = self.card.isVisible()
        self._timer.stop()
        self._target, self.is_pinned = None, False
        self.card.hide()
        return was_open

    def _appear(self) -> None:
        if self._target is None or not self._model.is_open or not self._surface.isVisible():
            return
        event_id, beside, x = self._target
        event = self._model.library.project.events.get(event_id)
        if event is None:
            return
        window = self._surface.window()
        if self.card.parentWidget() is not window:
            self.card.setParent(window)
        size = self.card.tell_of(self._model.library.project, event)
        corner = self._surface.mapTo(window, QPoint(0, 0))
        room = Area(4.0, 4.0, window.width() - 8.0, window.height() - 8.0)
        above = Area(corner.x() + beside.x, corner.y() + beside.y, beside.width, beside.height)
        area = card_area((size.width(), size.height()), above, room, corner.x() + x)
        self.card.setGeometry(QRect(round(area.x), round(area.y), size.width(), size.height()))
        self.card.show()
        self.card.raise_()
