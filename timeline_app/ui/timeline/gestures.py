"""Gestures on the canvas as a state machine that knows no widgets.

Presses, moves, releases and wheel turns go in; commands come out. Positions are pixels of the
canvas; x of a zoom is in the canvas too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from timeline_app.layout import Area, Hit, Part

DRAG_FROM = 4.0  # pixels a press must move to be a drag
_WHEEL_NOTCH = 120.0
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


@dataclass(frozen=True, slots=True)
class Pan:
    """Move the content by this many pixels."""

    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Zoom:
    """Magnify round x."""

    factor: float
    x: float


@dataclass(frozen=True, slots=True)
class ZoomTo:
    """Show the stretch between two x."""

    x1: float
    x2: float


@dataclass(frozen=True, slots=True)
class Choose:
    """Make an event current; `extends` adds it to the selection or takes it out."""

    event_id: int
    extends: bool = False


@dataclass(frozen=True, slots=True)
class ChooseNone:
    """Clear the selection."""


@dataclass(frozen=True, slots=True)
class ChooseArea:
    """Select every event in an area."""

    area: Area


@dataclass(frozen=True, slots=True)
class Open:
    """Open an event."""

    event_id: int


@dataclass(frozen=True, slots=True)
class OpenCluster:
    """Show the events of a cluster apart."""

    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """Read an article."""

    article_id: int


@dataclass(frozen=True, slots=True)
class Create:
    """Make an event at x."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ShowBand:
    """Draw the band that is being pulled; None takes it away. A brush covers the full height."""

    area: Area | None
    is_brush: bool = False


Command = (
    Pan
    | Zoom
    | ZoomTo
    | Choose
    | ChooseNone
    | ChooseArea
    | Open
    | OpenCluster
    | OpenArticle
    | Create
    | ShowBand
)


class _State(Enum):
    IDLE = auto()
    PRESSED = auto()
    PANNING = auto()
    ON_AXIS = auto()
    BRUSHING = auto()
    BANDING = auto()


class Gestures:
    """Turns what the pointer does into commands."""

    def __init__(self) -> None:
        self._state = _State.IDLE
        self._start = self._last = (0.0, 0.0)
        self._target: Hit | None = None
        self._keys = Keys()

    @property
    def is_dragging(self) -> bool:
        """Whether something is being dragged."""
        return self._state not in (_State.IDLE, _State.PRESSED)

    def press(self, x: float, y: float, target: Hit | None, keys: Keys) -> list[Command]:
        """The main button went down on `target`, None for empty canvas."""
        self._state = _State.PRESSED
        self._start = self._last = (x, y)
        self._target, self._keys = target, keys
        return []

    def move(self, x: float, y: float) -> list[Command]:
        """The pointer moved, with the button down or not."""
        if self._state is _State.IDLE:
            return []
        if self._state is _State.PRESSED:
            if max(abs(x - self._start[0]), abs(y - self._start[1])) < DRAG_FROM:
                return []
            self._state = self._drag_state()
        commands = self._drag(x, y)
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
            case _:
                return []

    def double_click(self, x: float, y: float, target: Hit | None) -> list[Command]:
        """The main button went down twice."""
        self._state = _State.IDLE
        if target is None:
            return [Create(x, y)]
        if target.part is Part.CLUSTER:
            return [OpenCluster(target.ids)]
        if target.part in (Part.MARK, Part.LABEL) and target.id is not None:
            return [Open(target.id)]
        return []

    def wheel(self, x: float, dx: float, dy: float, keys: Keys) -> list[Command]:
        """The wheel turned by eighths of a degree: zoom at x, with Shift pan, with Alt scroll."""
        if keys.alt:
            return [Pan(0.0, (dy or dx) / 2)]
        if keys.shift:
            return [Pan((dx or dy) / 2, 0.0)]
        if abs(dx) > abs(dy) and not keys.ctrl:
            return [Pan(dx / 2, 0.0)]
        return [Zoom(zoom_factor(dy), x)] if dy else []

    def cancel(self) -> list[Command]:
        """Escape: the drag ends and nothing comes of it."""
        was_pulling = self._state in (_State.BRUSHING, _State.BANDING)
        self._state = _State.IDLE
        return [ShowBand(None)] if was_pulling else []

    def _drag_state(self) -> _State:
        if self._target is not None and self._target.part is Part.AXIS:
            return _State.BRUSHING if self._keys.shift else _State.ON_AXIS
        if self._keys.shift:
            return _State.BRUSHING
        return _State.BANDING if self._keys.ctrl else _State.PANNING

    def _drag(self, x: float, y: float) -> list[Command]:
        dx, dy = x - self._last[0], y - self._last[1]
        match self._state:
            case _State.PANNING:
                return [Pan(dx, dy)]
            case _State.ON_AXIS:
                zoom = [Zoom(2.0 ** (dy / _AXIS_ZOOM), x)] if dy else []
                return [*([Pan(dx, 0.0)] if dx else []), *zoom]
            case _State.BRUSHING:
                return [ShowBand(self._band(x, y), is_brush=True)]
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
            case Part.CLUSTER:
                return [OpenCluster(target.ids)]
            case Part.ARTICLE if target.id is not None:
                return [OpenArticle(target.id)]
            case _:
                return []
