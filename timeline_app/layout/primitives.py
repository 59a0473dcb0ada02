"""What drawings are made of: lines, boxes, texts, marks, one by one or in batches.

Colours are tokens of the palette by name, fonts are text styles; screen, paper and picture paint
the same. All numbers are pixels from the top left corner of the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
