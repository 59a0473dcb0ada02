"""What a timeline looks like, as plain values: primitives in painting order, and hit areas.

Colours are tokens of the palette by name, fonts are text styles; screen, paper and picture paint
the same list. All numbers are pixels from the top left corner of the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from timeline_app.layout.marks import MarkLook, MarkShape
from timeline_app.layout.text import TextStyle

DOT_REACH = 8.0  # how near to a dot's centre the pointer must be


class Area(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    def meets(self, other: Area) -> bool:
        """Whether the two share a point."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with a fill, an outline, or both; an empty token leaves it out.

    `share` (0 to 1) is how much of the fill's colour is mixed into the surface.
    """

    area: Area
    fill: str = ""
    outline: str = ""
    line_width: float = 1.0
    radius: float = 0.0
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line; `dash` are lengths in pixels of ink and gap, empty for a full line."""

    x1: float
    y1: float
    x2: float
    y2: float
    color: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text from `x` on, vertically centred on `y`.

    `has_plate` lays the surface behind it, so that grid lines do not cross the letters.
    """

    x: float
    y: float
    text: str
    width: float
    style: TextStyle = TextStyle.LABEL
    color: str = "text"
    has_plate: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of an event on the line at `y`; `window` is the stretch of x that shows."""

    shape: MarkShape
    y: float
    tone: str
    height: float
    window: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Dots:
    """Discs of known days, all of one look and colour; `points` are their centres.

    They answer to the pointer like marks of the events `ids`.
    """

    look: MarkLook
    tone: str
    points: tuple[tuple[float, float], ...]
    ids: tuple[int, ...]

    def hit(self, x: float, y: float) -> Hit | None:
        """The disc at a point, the last one painted first."""
        for (left, middle), event_id in zip(reversed(self.points), reversed(self.ids), strict=True):
            if abs(x - left) <= DOT_REACH and abs(y - middle) <= DOT_REACH:
                side = 2 * DOT_REACH
                area = Area(left - DOT_REACH, middle - DOT_REACH, side, side)
                return Hit(area, Part.MARK, event_id)
        return None


@dataclass(frozen=True, slots=True)
class Pill:
    """Several events in one: a rounded box with a text, and a line below like a second sheet."""

    area: Area
    text: str
    text_width: float
    tone: str


Primitive = Box | Stroke | Label | Mark | Dots | Pill


class Part(StrEnum):
    """What lies under the pointer."""

    MARK = "mark"
    LABEL = "label"
    CLUSTER = "cluster"
    ARTICLE = "article"
    LANE = "lane"
    AXIS = "axis"


@dataclass(frozen=True, slots=True)
class Hit:
    """An area that answers to the pointer.

    `id` is the event's, or the number of an article; `ids` are the events of a cluster or a lane.
    """

    area: Area
    part: Part
    id: int | None = None
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """Primitives that are painted one after the other and cut at the edges of `clip`."""

    clip: Area
    primitives: tuple[Primitive, ...]


@dataclass(frozen=True, slots=True)
class DisplayList:
    """A whole drawing: layers from back to front, hit areas from back to front."""

    width: float
    height: float
    layers: tuple[Layer, ...]
    hits: tuple[Hit, ...] = ()

    def hit(self, x: float, y: float) -> Hit | None:
        """What lies at a point, the frontmost first."""
        found = next((hit for hit in reversed(self.hits) if hit.area.contains(x, y)), None)
        if found is not None:
            return found
        dots = (part.hit(x, y) for part in self.primitives() if isinstance(part, Dots))
        return next((hit for hit in dots if hit is not None), None)

    def primitives(self) -> Iterator[Primitive]:
        """All primitives in the order in which they are painted."""
        return chain.from_iterable(layer.primitives for layer in self.layers)
