"""The lanes of the canvas under the user's hand: collapsed, moved, resized."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from timeline_app.layout import Area, DisplayList, Hit, Lane, LaneChoices, Layer, Part, lane_in_hand
from timeline_app.ui.timeline.edge_pull import EdgePull
from timeline_app.ui.timeline.lane_gestures import (
    LANE_PARTS,
    CarryLane,
    FitLane,
    LaneCommand,
    LaneGestures,
    PlaceLane,
    ResizeLane,
    TurnLane,
)
from timeline_app.ui.timeline.surface import TimelineSurface
from timeline_app.ui.widgets import plain_tool_tip

_CURSORS = {
    Part.LANE: Qt.CursorShape.ArrowCursor,
    Part.LANE_CHEVRON: Qt.CursorShape.PointingHandCursor,
    Part.LANE_EDGE: Qt.CursorShape.SizeVerCursor,
}


class LaneHand(QObject):
    """Keeps what is chosen for the lanes; `choices_changed` tells that it is something else."""

    choices_changed = Signal()

    def __init__(self, surface: TimelineSurface) -> None:
        super().__init__(surface)
        self._surface = surface
        self._gestures = LaneGestures()
        self._carried: tuple[int, int] | None = None  # a lane, and the gap it would come to
        self._before: LaneChoices | None = None
        self._pull = EdgePull(self._pull_on, self)
        self._y = 0.0
        self.choices = LaneChoices()

    @property
    def is_active(self) -> bool:
        """Whether a head is held."""
        return self._gestures.is_active

    def press(self, y: float, hit: Hit | None) -> bool:
        """The button went down; False where that was on no head."""
        self._before = self.choices
        return self._gestures.press(y, hit)

    def move(self, y: float) -> None:
        """The pointer moved while a head is held."""
        self._run(self._gestures.move(y))
        self._y = y
        if self._gestures.is_dragging:
            lanes = self._surface.bands.lanes
            self._pull.hold(y - lanes.y, lanes.height)

    def release(self, y: float) -> None:
        """The head is let go of."""
        self._pull.let_go()
        self._run(self._gestures.release(y))
        self._mark(None)

    def _pull_on(self, pixels: float) -> None:
        """What is held has come to an edge: let the lanes go along."""
        surface = self._surface
        surface.set_view(surface.scale, surface.scroll_position + pixels)
        self._run(self._gestures.move(self._y))

    def double_click(self, hit: Hit | None) -> bool:
        """The button went down twice; False where that was on no head."""
        commands = self._gestures.double_click(hit)
        self._run(commands)
        return bool(commands)

    def cancel(self) -> None:
        """Leave everything as it was."""
        self._pull.let_go()
        self._run(self._gestures.cancel())
        self._mark(None)

    def turn(self, key: str) -> None:
        """Collapse a lane that is open, or open one that is collapsed."""
        self._choose(self.choices.turned(key))

    def turn_all(self) -> None:
        """Collapse all lanes; open them, if all are collapsed."""
        is_any_open = any(not lane.is_collapsed for lane in self._lanes)
        self._choose(self.choices.with_all(self._lanes, collapsed=is_any_open))

    def step(self, key: str, step: int) -> None:
        """Move a lane one place up (-1) or down (1)."""
        self._choose(self.choices.moved(self._lanes, key, step))

    def resize(self, key: str, rows: int | None) -> None:
        """Give a lane so many rows; None for as many as it needs."""
        self._choose(self.choices.resized(key, rows))

    def grow(self, key: str, step: int) -> None:
        """Give a lane a row more (1) or less (-1) than it has now."""
        surface = self._surface
        index = self._index(key)
        rows = surface.layout_model.lane_rows(surface.scale)[index]
        self.resize(key, rows + step)

    def lane_of(self, event_id: int | None) -> Lane | None:
        """The lane in which an event stands."""
        columns = self._surface.layout_model.columns
        slot = columns.slot_of(event_id)
        return None if slot is None else self._lanes[int(columns.arrays.lane[slot])]

    def tip(self, hit: Hit | None) -> str:
        """What a head has to say; "" for anything else."""
        return plain_tool_tip(self._words(hit))

    def _words(self, hit: Hit | None) -> str:
        if hit is None or hit.part not in LANE_PARTS:
            return ""
        lane = next(lane for lane in self._lanes if lane.key == hit.key)
        if hit.part is Part.LANE_CHEVRON:
            return "Open the lane (C)" if lane.is_collapsed else "Collapse the lane (C)"
        if hit.part is Part.LANE_EDGE:
            return "Drag for more or fewer rows; double-click for as many as needed"
        events = "1 event" if lane.count == 1 else f"{lane.count:,} events"
        return "\n".join(filter(None, (f"{lane.title}: {events}", self._surface.scene.note)))

    def cursor(self, hit: Hit | None) -> Qt.CursorShape | None:
        """The pointer's shape over a head; None elsewhere."""
        return None if hit is None else _CURSORS.get(hit.part)

    def drawings(self) -> tuple[DisplayList, ...]:
        """The head of the lane in hand, and the line where it would come to stand."""
        if self._carried is None:
            return ()
        surface = self._surface
        tops = surface.layout_model.lane_tops(surface.scale)
        boxes = lane_in_hand(surface.bands, tops, *self._carried, surface.scroll_position)
        whole = Area(0.0, 0.0, surface.width(), surface.height())
        return (DisplayList(whole.width, whole.height, (Layer(whole, boxes),)),)

    @property
    def _lanes(self) -> tuple[Lane, ...]:
        return self._surface.layout_model.lanes

    def _run(self, commands: list[LaneCommand]) -> None:
        for command in commands:
            match command:
                case TurnLane(key):
                    self.turn(key)
                case FitLane(key):
                    self.resize(key, None)
                case ResizeLane(key, y):
                    self.resize(key, self._rows_at(key, y))
                case CarryLane(key, y):
                    self._mark((self._index(key), self._gap_at(y)))
                case PlaceLane(key, y):
                    self._choose(self.choices.placed(self._lanes, key, self._gap_at(y)))
                case _:
                    self._choose(self._before or self.choices)

    def _choose(self, choices: LaneChoices) -> None:
        if choices != self.choices:
            self.choices = choices
            self.choices_changed.emit()

    def _mark(self, carried: tuple[int, int] | None) -> None:
        if carried != self._carried:
            self._carried = carried
            self._surface.update()

    def _index(self, key: str) -> int:
        return [lane.key for lane in self._lanes].index(key)

    def _inside(self, y: float) -> float:
        """The distance of a y of the surface from the top of the first lane."""
        return y - self._surface.bands.lanes.y + self._surface.scroll_position

    def _rows_at(self, key: str, y: float) -> int:
        surface, metrics = self._surface, self._surface.draft_place.metrics
        index = self._index(key)
        height = self._inside(y) - surface.layout_model.lane_tops(surface.scale)[index]
        return max(1, round((height - 2 * metrics.lane_padding) / metrics.row_height))

    def _gap_at(self, y: float) -> int:
        """The gap between lanes that is nearest to y."""
        tops, inside = self._surface.layout_model.lane_tops(self._surface.scale), self._inside(y)
        return min(range(len(tops)), key=lambda gap: abs(tops[gap] - inside))
