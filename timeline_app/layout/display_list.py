"""What a timeline looks like, as plain values: primitives in painting order, and hit areas.

Colours are tokens of the palette by name, fonts are text styles; screen, paper and picture paint
the same list. All numbers are pixels from the top left corner of the drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.layout.marks import MarkLook, MarkShape
from timeline_app.layout.text import TextStyle

Numbers = npt.NDArray[np.float64]
Ids = npt.NDArray[np.int64]
CUT = 6.0  # a mark cut by the window leaves room for its chevron
CHEVRON, CHEVRON_PEN = 4.5, 1.75
_Small = npt.NDArray[np.int16]


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

    `has_plate` lays the surface behind it, so that grid lines do not cross the letters. A `count`
    that is not 0 stands in a small box after the text, which `width` does not include.
    """

    x: float
    y: float
    text: str
    width: float
    style: TextStyle = TextStyle.LABEL
    color: str = "text"
    has_plate: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of an event on the line at `y`; `window` is the stretch of x that shows."""

    shape: MarkShape
    y: float
    tone: str
    height: float
    window: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """Many labels of one style and colour: an element of each sequence for each."""

    xs: Numbers
    ys: Numbers
    texts: Sequence[str]
    widths: Numbers
    counts: _Small
    style: TextStyle = TextStyle.LABEL
    color: str = "text"
    has_plate: bool = True

    def __iter__(self) -> Iterator[Label]:
        return map(self.label, range(len(self.texts)))

    def label(self, index: int) -> Label:
        """One of them."""
        x, y, width = float(self.xs[index]), float(self.ys[index]), float(self.widths[index])
        words, kind = self.texts[index], (self.style, self.color, self.has_plate)
        return Label(x, y, words, width, *kind, int(self.counts[index]))


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Many marks: an element, or a row, of each array for each.

    `look` and `tone` are indices into `looks` and `tones`, `places` has x1, x2, c1, c2 (see
    `MarkShape`), `left` and `right` are the limits of the ink.
    """

    looks: Sequence[MarkLook]
    tones: Sequence[str]
    look: _Small
    tone: _Small
    places: Numbers
    left: Numbers
    right: Numbers
    ys: Numbers
    height: float
    window: tuple[float, float]

    def __iter__(self) -> Iterator[Mark]:
        return map(self.mark, range(len(self.ys)))

    def mark(self, index: int) -> Mark:
        """One of them."""
        shape = MarkShape(self.looks[self.look[index]], *self.places[index].tolist())
        tone, y = self.tones[self.tone[index]], float(self.ys[index])
        return Mark(shape, y, tone, self.height, self.window)


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """Bars of one colour on a common foot: an element of each array for each.

    `share` (0 to 1) is how much of the colour is mixed into the surface.
    """

    left: Numbers
    right: Numbers
    tops: Numbers
    bottom: float
    tone: str
    share: float

    def __iter__(self) -> Iterator[Box]:
        columns = (self.left, self.right, self.tops)
        for left, right, top in zip(*(column.tolist() for column in columns), strict=True):
            area = Area(left, top, right - left, self.bottom - top)
            yield Box(area, fill=self.tone, share=self.share)


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """Many upright hairlines of one colour, from `top` to `bottom` at each of `xs`."""

    xs: Numbers
    top: float
    bottom: float
    color: str

    def __iter__(self) -> Iterator[Stroke]:
        for x in self.xs.tolist():
            yield Stroke(x, self.top, x, self.bottom, self.color)


@dataclass(frozen=True, slots=True, eq=False)
class Cuts:
    """Heads that tell of marks which go on beyond an edge of the view, one for each of `ys`.

    They point left (`way` -1) or right (1) at the edge `x`, each on a plate that hides the last
    pixels of the mark.
    """

    x: float
    way: int
    ys: Sequence[float]
    tones: Sequence[str]
    height: float

    def __iter__(self) -> Iterator[Box | Stroke]:
        for y, tone in zip(self.ys, self.tones, strict=True):
            left = self.x - (CUT if self.way > 0 else 0.0)
            height = self.height + 2.0
            yield Box(Area(left, y - height / 2, CUT, height), fill="surface")
            tip, back = self.x - self.way, self.x - 6.0 * self.way
            yield Stroke(back, y - CHEVRON, tip, y, tone, CHEVRON_PEN)
            yield Stroke(tip, y, back, y + CHEVRON, tone, CHEVRON_PEN)


@dataclass(frozen=True, slots=True)
class Pill:
    """Several events in one: a rounded box with a text, and a line below like a second sheet."""

    area: Area
    text: str
    text_width: float
    tone: str


Primitive = Box | Stroke | Label | Mark | Pill
Batch = Labels | Marks | Histogram | Rules | Cuts


class Part(StrEnum):
    """What lies under the pointer."""

    MARK = "mark"
    LABEL = "label"
    CLUSTER = "cluster"
    ARTICLE = "article"
    LANE = "lane"
    LANE_CHEVRON = "chevron"
    LANE_EDGE = "edge"
    AXIS = "axis"


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """An area that answers to the pointer.

    `id` is the event's, or the id of an article; `ids` are the events of a cluster; `key` is that
    of a lane.
    """

    area: Area
    part: Part
    id: int | None = None
    ids: Sequence[int] = ()
    key: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Targets:
    """Where the events of the rows answer to the pointer, an element of each array for each.

    A mark answers from `left` to `right` and a label from `label_left` to `label_right` (equal
    where there is none), both `reach` above and below `ys`.
    """

    ids: Ids
    ys: Numbers
    left: Numbers
    right: Numbers
    label_left: Numbers
    label_right: Numbers
    reach: float

    def at(self, x: float, y: float) -> Hit | None:
        """The event at a point, a mark before a label."""
        in_row = abs(self.ys - y) <= self.reach
        for part, left, right in self._parts():
            found = np.flatnonzero(in_row & (left <= x) & (x < right))
            if len(found):
                return self._hit(int(found[-1]), part, left, right)
        return None

    def __iter__(self) -> Iterator[Hit]:
        for part, left, right in self._parts():
            for place in np.flatnonzero(left < right).tolist():
                yield self._hit(place, part, left, right)

    def ids_in(self, area: Area) -> list[int]:
        """The events of which a mark has a part in an area."""
        in_rows = (self.ys + self.reach > area.y) & (self.ys - self.reach < area.y + area.height)
        is_in = in_rows & (self.right > area.x) & (self.left < area.x + area.width)
        found: list[int] = self.ids[is_in].tolist()
        return found

    def _parts(self) -> tuple[tuple[Part, Numbers, Numbers], ...]:
        labels = (Part.LABEL, self.label_left, self.label_right)
        return (Part.MARK, self.left, self.right), labels

    def _hit(self, place: int, part: Part, left: Numbers, right: Numbers) -> Hit:
        x, reach = float(left[place]), self.reach
        area = Area(x, float(self.ys[place]) - reach, float(right[place]) - x, 2 * reach)
        return Hit(area, part, int(self.ids[place]))


@dataclass(frozen=True, slots=True, eq=False)
class GroupTargets:
    """Where counted groups answer to the pointer: an element of each array for each.

    `members` gives the events of the group of that number.
    """

    left: Numbers
    right: Numbers
    top: Numbers
    bottom: Numbers
    members: Callable[[int], Sequence[int]]

    def at(self, x: float, y: float) -> Hit | None:
        """The group at a point."""
        is_in = (self.left <= x) & (x < self.right) & (self.top <= y) & (y < self.bottom)
        found = np.flatnonzero(is_in)
        return self._hit(int(found[-1])) if len(found) else None

    def __iter__(self) -> Iterator[Hit]:
        return map(self._hit, range(len(self.left)))

    def ids_in(self, area: Area) -> Iterator[int]:
        """The events of the groups that have a part in an area."""
        is_in = (self.left < area.x + area.width) & (self.right > area.x)
        is_in &= (self.top < area.y + area.height) & (self.bottom > area.y)
        for place in np.flatnonzero(is_in).tolist():
            yield from self.members(place)

    def _hit(self, place: int) -> Hit:
        x, y = float(self.left[place]), float(self.top[place])
        area = Area(x, y, float(self.right[place]) - x, float(self.bottom[place]) - y)
        return Hit(area, Part.CLUSTER, ids=self.members(place))


@dataclass(frozen=True, slots=True)
class Layer:
    """Primitives that are painted one after the other and cut at the edges of `clip`.

    All of them stand `shift` pixels farther right than they say. Where the same primitives are
    shown in many drawings, `extent` is the area that they cover: a picture of it is worth while.
    """

    clip: Area
    primitives: tuple[Primitive | Batch, ...]
    shift: float = 0.0
    extent: Area | None = None

    def __iter__(self) -> Iterator[Primitive]:
        """The primitives at their places in the drawing, those of batches one by one."""
        for part in self.primitives:
            if isinstance(part, Labels | Marks | Histogram | Rules | Cuts):
                yield from (moved(each, self.shift) for each in part)
            else:
                yield moved(part, self.shift)


@dataclass(frozen=True, slots=True)
class Told:
    """What a drawing shows of the events: how many by themselves, how many in how many clusters.

    `is_final` is False where rows still have to be found: what stands there is counted meanwhile.
    """

    shown: int = 0
    grouped: int = 0
    groups: int = 0
    is_final: bool = True


@dataclass(frozen=True, slots=True)
class DisplayList:
    """A whole drawing: layers from back to front, and what answers to the pointer.

    `areas` answer before `groups`, and these before the events of `targets`; of several the last.
    """

    width: float
    height: float
    layers: tuple[Layer, ...]
    areas: tuple[Hit, ...] = ()
    targets: Targets | None = None
    groups: GroupTargets | None = None
    told: Told = Told()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Everything that answers to the pointer."""
        return (*(self.targets or ()), *(self.groups or ()), *self.areas)

    @property
    def clusters(self) -> list[Hit]:
        """Where events are counted."""
        beyond = [hit for hit in self.areas if hit.part is Part.CLUSTER]
        return [*(self.groups or ()), *beyond]

    def hit(self, x: float, y: float) -> Hit | None:
        """What lies at a point, the frontmost first."""
        found = next((hit for hit in reversed(self.areas) if hit.area.contains(x, y)), None)
        if found is None and self.groups is not None:
            found = self.groups.at(x, y)
        if found is None and self.targets is not None:
            found = self.targets.at(x, y)
        return found

    def ids_in(self, area: Area) -> frozenset[int]:
        """The events of which a mark, or the cluster they are counted in, has a part in an area."""
        single = self.targets.ids_in(area) if self.targets is not None else ()
        grouped = self.groups.ids_in(area) if self.groups is not None else ()
        beyond = [hit for hit in self.areas if hit.part is Part.CLUSTER and hit.area.meets(area)]
        return frozenset(single).union(grouped, *(hit.ids for hit in beyond))

    def primitives(self) -> Iterator[Primitive]:
        """All primitives in the order in which they are painted, those of batches one by one."""
        for layer in self.layers:
            yield from layer


def moved(part: Primitive, dx: float) -> Primitive:
    """A primitive that stands `dx` pixels farther right."""
    if not dx:
        return part
    match part:
        case Label():
            return replace(part, x=part.x + dx)
        case Stroke():
            return replace(part, x1=part.x1 + dx, x2=part.x2 + dx)
        case Mark(shape, _, _, _, window):
            bounds = (shape.x1 + dx, shape.x2 + dx, shape.c1 + dx, shape.c2 + dx)
            seen = window[0] + dx, window[1] + dx
            return replace(part, shape=MarkShape(shape.look, *bounds), window=seen)
        case _:
            return replace(part, area=part.area._replace(x=part.area.x + dx))
