"""What the parts of one drawing share: the viewport, what is marked in it, and its bands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from timeline_app.layout.axis import Axis
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.primitives import Area, Batch, Primitive
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.targets import Hit
from timeline_app.layout.text import Measure


@dataclass(frozen=True, slots=True)
class Viewport:
    """The window onto the timeline: its scale, its size in pixels, how far lanes are scrolled.

    x of the scale begins at the right edge of the lane heads. `ratio` is how many pixels of the
    screen make one of these.
    """

    scale: TimeScale
    width: float
    height: float
    scroll: float = 0.0
    ratio: float = 1.0


@dataclass(frozen=True, slots=True)
class Pin:
    """An instant with words on the axis and a dashed line through all lanes."""

    instant: int
    text: str


@dataclass(frozen=True, slots=True)
class Marking:
    """What is marked in a drawing.

    `current` is the event with the focus and `plate` its date in words for the axis; `pin` is an
    article's date in the compact strip; `today` is the instant of now, None to leave it out.
    `hits` are the events that were searched for: all others fade. None while nothing is searched.
    """

    selected: frozenset[int] = frozenset()
    current: int | None = None
    hovered: int | None = None
    has_focus: bool = False
    plate: str = ""
    pin: Pin | None = None
    today: int | None = None
    hits: frozenset[int] | None = None

    @property
    def behind(self) -> Marking:
        """What of it is drawn among the events; the rest is drawn over them."""
        return Marking(
            current=self.current, plate=self.plate, pin=self.pin, today=self.today, hits=self.hits
        )


@dataclass(frozen=True, slots=True)
class Era:
    """A named stretch of time behind the lanes; every other one may be tinted.

    Where there is no room for all, those of greater `weight` go before others.
    """

    title: str
    begin: int
    end: int
    is_tinted: bool = True
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """The date of an article: its id, its number in the project, the middle of its day."""

    id: int
    number: int
    instant: int


@dataclass(frozen=True, slots=True)
class Bands:
    """The parts of a drawing from left to right and from top to bottom."""

    axis: Area
    eras: Area
    gaps: Area
    articles: Area
    lanes: Area

    @classmethod
    def of(
        cls,
        width: float,
        height: float,
        metrics: Metrics,
        *,
        has_eras: bool,
        has_gaps: bool,
        has_articles: bool,
    ) -> Bands:
        """The bands of a drawing of that size; what has nothing to show takes no room."""
        left = metrics.header_width
        inner = max(0.0, width - left)
        eras = metrics.eras_height if has_eras else 0.0
        gaps = metrics.gaps_height if has_gaps else 0.0
        articles = metrics.articles_height if has_articles else 0.0
        if metrics.axis_below:
            axis_top = max(0.0, height - metrics.axis_height)
            top, bottom = 0.0, axis_top
        else:
            axis_top, top, bottom = 0.0, metrics.axis_height, height
        lanes_top = top + eras + gaps + articles
        return cls(
            Area(left, axis_top, inner, metrics.axis_height),
            Area(left, top, inner, eras),
            Area(left, top + eras, inner, gaps),
            Area(left, top + eras + gaps, inner, articles),
            Area(left, lanes_top, inner, max(0.0, bottom - lanes_top)),
        )


@dataclass(slots=True)
class Frame:
    """One drawing in the making: the parts read it and add to `hits`.

    `may_pack` tells whether there is time left to find rows that nobody has seen yet.
    """

    viewport: Viewport
    marking: Marking
    metrics: Metrics
    measure: Measure
    bands: Bands
    axis: Axis
    may_pack: Callable[[], bool]
    hits: list[Hit] = field(default_factory=list)

    def x_of(self, instant: int) -> float:
        """The x of an instant in the drawing."""
        return self.bands.lanes.x + self.viewport.scale.x_of(instant)

    @property
    def left(self) -> float:
        """The x at which time begins."""
        return self.bands.lanes.x

    @property
    def right(self) -> float:
        """The x at which the drawing ends."""
        return self.bands.lanes.x + self.bands.lanes.width


Primitives = list[Primitive]
Parts = list[Primitive | Batch]
