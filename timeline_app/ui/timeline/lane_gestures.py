"""Gestures on the heads of lanes as a state machine that knows no widgets.

A click on the chevron, or two on the head, collapse a lane and open it again. The head is dragged
to another place, the lower edge to another number of rows; two clicks on the edge give the lane
as many rows as it needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from timeline_app.layout import Hit, Part
from timeline_app.ui.timeline.gestures import DRAG_FROM

LANE_PARTS = (Part.LANE, Part.LANE_CHEVRON, Part.LANE_EDGE)


@dataclass(frozen=True, slots=True)
class TurnLane:
    """Collapse a lane that is open, or open one that is collapsed."""

    key: str


@dataclass(frozen=True, slots=True)
class FitLane:
    """Give a lane as many rows as its events need."""

    key: str


@dataclass(frozen=True, slots=True)
class ResizeLane:
    """Bring the lower edge of a lane to y."""

    key: str
    y: float


@dataclass(frozen=True, slots=True)
class CarryLane:
    """Show where a lane would come to stand if it were let go of at y."""

    key: str
    y: float


@dataclass(frozen=True, slots=True)
class PlaceLane:
    """Put a lane where it is let go of, at y."""

    key: str
    y: float


@dataclass(frozen=True, slots=True)
class PutLaneBack:
    """Leave the lane that was carried, or resized, as it was."""


LaneCommand = TurnLane | FitLane | ResizeLane | CarryLane | PlaceLane | PutLaneBack


class _State(Enum):
    IDLE = auto()
    PRESSED = auto()
    CARRYING = auto()
    RESIZING = auto()


class LaneGestures:
    """Turns what the pointer does on heads into commands; y are pixels of the canvas."""

    def __init__(self) -> None:
        self._state = _State.IDLE
        self._part = Part.LANE
        self._key = ""
        self._start = 0.0

    @property
    def is_active(self) -> bool:
        """Whether a button is down that went down on a head."""
        return self._state is not _State.IDLE

    @property
    def is_dragging(self) -> bool:
        """Whether a head or an edge follows the pointer."""
        return self._state in (_State.CARRYING, _State.RESIZING)

    def press(self, y: float, hit: Hit | None) -> bool:
        """The main button went down; tells whether that was on a head."""
        if hit is None or hit.part not in LANE_PARTS:
            return False
        self._state, self._part, self._key, self._start = _State.PRESSED, hit.part, hit.key, y
        return True

    def move(self, y: float) -> list[LaneCommand]:
        """The pointer moved."""
        if self._state is _State.PRESSED and abs(y - self._start) >= DRAG_FROM:
            is_edge = self._part is Part.LANE_EDGE
            self._state = _State.RESIZING if is_edge else _State.CARRYING
        match self._state:
            case _State.RESIZING:
                return [ResizeLane(self._key, y)]
            case _State.CARRYING:
                return [CarryLane(self._key, y)]
            case _:
                return []

    def release(self, y: float) -> list[LaneCommand]:
        """The main button went up."""
        state, self._state = self._state, _State.IDLE
        if state is _State.CARRYING:
            return [PlaceLane(self._key, y)]
        is_click = state is _State.PRESSED and self._part is Part.LANE_CHEVRON
        return [TurnLane(self._key)] if is_click else []

    def double_click(self, hit: Hit | None) -> list[LaneCommand]:
        """The main button went down twice."""
        self._state = _State.IDLE
        if hit is None or hit.part not in LANE_PARTS:
            return []
        return [FitLane(hit.key) if hit.part is Part.LANE_EDGE else TurnLane(hit.key)]

    def cancel(self) -> list[LaneCommand]:
        """Escape: nothing comes of the drag."""
        state, self._state = self._state, _State.IDLE
        return [PutLaneBack()] if state in (_State.CARRYING, _State.RESIZING) else []
