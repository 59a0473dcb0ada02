"""What gestures on the canvas ask for: the commands that `gestures` gives out.

Positions are pixels of the canvas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.domain.time.moving import Edge
from timeline_app.layout import Area


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
    """Show the events of a cluster apart, where a zoom can part them, or else in a list."""

    ids: Sequence[int]
    area: Area


@dataclass(frozen=True, slots=True)
class ListCluster:
    """Show the events of a cluster in a list below `area`."""

    ids: Sequence[int]
    area: Area


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


@dataclass(frozen=True, slots=True)
class Grab:
    """Take hold of an event at x: of one edge, or of all of it."""

    event_id: int
    edge: Edge | None
    x: float


@dataclass(frozen=True, slots=True)
class Carry:
    """Bring what is held to x; `snaps` to the ticks of the axis."""

    x: float
    snaps: bool


@dataclass(frozen=True, slots=True)
class Drop:
    """Let what is held stay where it is."""


@dataclass(frozen=True, slots=True)
class PutBack:
    """Let go of what is held; nothing comes of it."""


Carrying = Grab | Carry | Drop | PutBack

Command = (
    Pan
    | Zoom
    | ZoomTo
    | Choose
    | ChooseNone
    | ChooseArea
    | Open
    | OpenCluster
    | ListCluster
    | OpenArticle
    | Create
    | ShowBand
    | Carrying
)
