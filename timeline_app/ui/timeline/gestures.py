"""Gestures on the canvas as a state machine that knows no widgets.

Presses, moves, releases and wheel turns go in; commands come out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from timeline_app.domain.time.moving import Edge
from timeline_app.layout import Area, Hit, Part
from timeline_app.ui.timeline.gesture_commands import (
    Carry,
    Choose,
    ChooseArea,
    ChooseNone,
    Command,
    Create,
    Drop,
    Grab,
    ListCluster,
    Open,
    OpenArticle,
    OpenCluster,
    Pan,
    PutBack,
    ShowBand,
    Zoom,
    ZoomTo,
)

DRAG_FROM = 4.0  # pixels a press must move to be a drag
_WHEEL_NOTCH = 120.0
_PIXELS_PER_NOTCH = 60.0
_ZOOM_PER_NOTCH = 1.25
_AXIS_ZOOM = 120.0  # pixels across the axis that double or halve the scale
_LEAST_BAND = 6.0


def zoom_factor(wheel_delta: float) -> float:
    """How much a turn of the wheel magnifies; Qt counts 120 for a notch."""
    return float(_ZOOM_PER_NOTCH ** (wheel_delta / _WHEEL_NOTCH))


@dataclass(frozen=True, slots=True)
class Keys:
    """The modifiers held down."""

    shift: bool = False
    ctrl: bool = False
    alt: bool = False


_NO_KEYS = Keys()


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of the wheel, or of two fingers on a touchpad, at `x`: pixels right and down.

    The content goes the same way. `on_axis` tells whether the pointer is over the axis,
    `can_scroll` whether there are more lanes than room.
    """

    x: float
    dx: float
    dy: float
    on_axis: bool = False
    can_scroll: bool = False

    @classmethod
    def of_wheel(
        cls, x: float, dx: float, dy: float, *, on_axis: bool = False, can_scroll: bool = False
    ) -> Turn:
        """A turn in eighths of a degree, as a wheel counts."""
        share = _PIXELS_PER_NOTCH / _WHEEL_NOTCH
        return cls(x, dx * share, dy * share, on_axis, can_scroll)

    @property
    def magnified(self) -> Zoom:
        """The zoom this turn comes to."""
        delta = self.dy or self.dx
        return Zoom(zoom_factor(delta * _WHEEL_NOTCH / _PIXELS_PER_NOTCH), self.x)


class _State(Enum):
    IDLE = auto()
    PRESSED = auto()
    PANNING = auto()
    ON_AXIS = auto()
    BRUSHING = auto()
    BANDING = auto()
    CARRYING = auto()


class Gestures:
    """Turns what the pointer does into commands.

    A drag pans; on the axis it pans along and zooms across; on an event it carries the event or
    one of its edges; with Shift it brushes a stretch to zoom to, with Ctrl it pulls a band round
    events to select.
    """

    def __init__(self) -> None:
        self._state = _State.IDLE
        self._start = self._last = (0.0, 0.0)
        self._target: Hit | None = None
        self._edge: Edge | None = None
        self._keys = _NO_KEYS

    @property
    def is_active(self) -> bool:
        """Whether a button is down."""
        return self._state is not _State.IDLE

    @property
    def is_dragging(self) -> bool:
        """Whether something is being dragged."""
        return self._state not in (_State.IDLE, _State.PRESSED)

    @property
    def moves_view(self) -> bool:
        """Whether what is dragged is the view itself."""
        return self._state in (_State.PANNING, _State.ON_AXIS)

    def press(
        self, x: float, y: float, target: Hit | None, keys: Keys, edge: Edge | None = None
    ) -> list[Command]:
        """The main button went down on `target`, None for empty canvas, or on an event's edge."""
        self._state = _State.PRESSED
        self._start = self._last = (x, y)
        self._target, self._keys, self._edge = target, keys, edge
        return []

    def press_to_pan(self, x: float, y: float) -> None:
        """The middle button went down: whatever lies there, the view goes along."""
        self._state, self._target = _State.PANNING, None
        self._start = self._last = (x, y)

    def move(self, x: float, y: float, keys: Keys = _NO_KEYS) -> list[Command]:
        """The pointer moved, with the button down or not; `keys` are those held now."""
        if self._state is _State.IDLE:
            return []
        commands: list[Command] = []
        if self._state is _State.PRESSED:
            if max(abs(x - self._start[0]), abs(y - self._start[1])) < DRAG_FROM:
                return []
            commands += self._begin()
        commands += self._drag(x, y, keys)
        self._last = (x, y)
        return commands

    def release(self, x: float, y: float) -> list[Command]:
        """The main button went up."""
        state, self._state = self._state, _State.IDLE
        band = self._band(x, y)
        match state:
            case _State.PRESSED:
                return self._click()
            case _State.BRUSHING:
                return [ShowBand(None), *self._zoom_to(band)]
            case _State.BANDING:
                return [ShowBand(None), ChooseArea(band)]
            case _State.CARRYING:
                return [Drop()]
            case _:
                return []

    def double_click(self, x: float, y: float, target: Hit | None) -> list[Command]:
        """The main button went down twice; what the first press opened is no empty place."""
        self._state = _State.IDLE
        if target is None:
            return [Create(x, y)] if self._target is None else []
        if target.part in (Part.MARK, Part.LABEL) and target.id is not None:
            return [Open(target.id)]
        return []

    def wheel(self, turn: Turn, keys: Keys) -> list[Command]:
        """The wheel turned: scroll the lanes, or zoom where all of them are in view.

        Ctrl always zooms, and so does the axis; Shift pans, Alt scrolls. Sideways is a pan.
        """
        sideways = abs(turn.dx) >= abs(turn.dy)
        if keys.ctrl:
            return [turn.magnified]
        if keys.shift:
            return [Pan(turn.dx or turn.dy, 0.0)]
        if keys.alt:  # some desktops turn the wheel sideways with Alt
            return [Pan(0.0, turn.dy or turn.dx)]
        if turn.can_scroll and not turn.on_axis:
            return [Pan(turn.dx, turn.dy)]
        return [Pan(turn.dx, 0.0)] if sideways else [turn.magnified]

    def cancel(self) -> list[Command]:
        """Escape: the drag ends and nothing comes of it."""
        state, self._state = self._state, _State.IDLE
        if state is _State.CARRYING:
            return [PutBack()]
        return [ShowBand(None)] if state in (_State.BRUSHING, _State.BANDING) else []

    def _begin(self) -> list[Command]:
        self._state = self._drag_state()
        if self._state is not _State.CARRYING or self._target is None or self._target.id is None:
            return []
        return [Grab(self._target.id, self._edge, self._start[0])]

    def _drag_state(self) -> _State:
        part = self._target.part if self._target is not None else None
        if self._keys.shift:
            return _State.BRUSHING
        if part is Part.AXIS:
            return _State.ON_AXIS
        if self._keys.ctrl:
            return _State.BANDING
        return _State.CARRYING if part in (Part.MARK, Part.LABEL) else _State.PANNING

    def _drag(self, x: float, y: float, keys: Keys) -> list[Command]:
        dx, dy = x - self._last[0], y - self._last[1]
        match self._state:
            case _State.PANNING:
                return [Pan(dx, dy)]
            case _State.ON_AXIS:
                zoom = [Zoom(2.0 ** (dy / _AXIS_ZOOM), x)] if dy else []
                return [*([Pan(dx, 0.0)] if dx else []), *zoom]
            case _State.BRUSHING:
                return [ShowBand(self._band(x, y), is_brush=True)]
            case _State.CARRYING:
                return [Carry(x, snaps=not keys.alt)]
            case _:
                return [ShowBand(self._band(x, y))]

    def _band(self, x: float, y: float) -> Area:
        left, top = min(x, self._start[0]), min(y, self._start[1])
        return Area(left, top, abs(x - self._start[0]), abs(y - self._start[1]))

    def _zoom_to(self, band: Area) -> list[Command]:
        return [ZoomTo(band.x, band.x + band.width)] if band.width >= _LEAST_BAND else []

    def _click(self) -> list[Command]:
        target, extends = self._target, self._keys.ctrl or self._keys.shift
        if target is None:
            return [] if extends else [ChooseNone()]
        match target.part:
            case Part.MARK | Part.LABEL if target.id is not None:
                return [Choose(target.id, extends)]
            case Part.CLUSTER if self._keys.shift:
                return [ListCluster(target.ids, target.area)]
            case Part.CLUSTER:
                return [OpenCluster(target.ids, target.area)]
            case Part.ARTICLE if target.id is not None:
                return [OpenArticle(target.id)]
            case _:
                return []
