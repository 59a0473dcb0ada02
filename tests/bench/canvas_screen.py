"""A screen without a window: lays frames out and paints them as the canvas does, and times them."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QImage, QPainter

from tests.bench.canvas_data import LANES, Events, articles, eras
from timeline_app.layout import (
    SCREEN,
    DisplayList,
    Marking,
    Part,
    TimelineLayout,
    TimeScale,
    Viewport,
)
from timeline_app.layout.columns import EntryColumns
from timeline_app.rendering.palette import load_palette
from timeline_app.rendering.screen import Prepared, TimelineScreen
from timeline_app.rendering.text import TextMeasure

WIDTH, HEIGHT = 1_920, 1_080
TIME_WIDTH = WIDTH - SCREEN.header_width
_IDLE_TURNS = 2  # between two frames at 60 a second
_TURN = 0.008


@dataclass(frozen=True, slots=True)
class Percentiles:
    """Median and 99th percentile, in milliseconds."""

    p50: float
    p99: float

    @classmethod
    def of(cls, seconds: list[float]) -> Percentiles:
        """Those of some durations in seconds."""
        return cls(*(float(each) * 1e3 for each in np.percentile(seconds, (50, 99))))


def layout_of(events: Events) -> TimelineLayout:
    """The layout of all events, with lanes, eras and articles."""
    measure = TextMeasure()
    columns = EntryColumns(events, LANES, measure, SCREEN, events.table())
    return TimelineLayout(
        events, LANES, measure, SCREEN, articles=articles(), eras=eras(), columns=columns
    )


class Screen:
    """Shows one layout on an image of WIDTH × HEIGHT logical pixels."""

    def __init__(self, layout: TimelineLayout, ratio: float = 1.0) -> None:
        self.layout = layout
        self.palette = load_palette("light")
        self.image = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
        self.image.setDevicePixelRatio(ratio)
        self.image.fill(self.palette.window)  # as a window has been painted before
        self._ratio = ratio
        self._screen = TimelineScreen(layout, self.palette, 1.0, ratio)
        self._hovered: int | None = None
        self._current: int | None = None
        self._selected: frozenset[int] = frozenset()
        self.shown = DisplayList(0, 0, ())
        self.is_complete = False

    def frame(self, scale: TimeScale) -> float:
        """Lay out and paint one view with what is marked in it; returns seconds."""
        start = time.perf_counter()
        self.shown = self._screen.show(self._viewport(scale), self._marking)
        painter = QPainter(self.image)
        self._screen.paint(painter, self.shown)
        painter.end()
        taken = time.perf_counter() - start
        self.is_complete = self.shown.told.is_final and self._screen.is_complete
        self._hover()
        return taken

    def _viewport(self, scale: TimeScale) -> Viewport:
        return Viewport(scale, WIDTH, HEIGHT, ratio=self._ratio)

    @property
    def _marking(self) -> Marking:
        chosen, hovered = self._current, self._hovered
        return Marking(self._selected, chosen, hovered, has_focus=True, plate="current")

    def choose(self) -> None:
        """Select what is hovered."""
        self._current = self._hovered
        self._selected = frozenset() if self._current is None else frozenset({self._current})

    def _hover(self) -> None:
        """The pointer rests in the middle: what lies near it is the one under it."""
        if self.shown.targets is not None:
            near = abs(self.shown.targets.left - WIDTH / 2)
            self._hovered = int(self.shown.targets.ids[near.argmin()]) if len(near) else None

    def idle(self, scale: TimeScale, turns: int = _IDLE_TURNS) -> None:
        """Use the time between two frames, as the canvas does."""
        end = time.perf_counter() + turns * _TURN
        while time.perf_counter() < end and self._prepare(scale) is Prepared.MORE:
            pass

    def _prepare(self, scale: TimeScale) -> Prepared:
        return self._screen.prepare(self._viewport(scale), self._marking, self.shown)

    def settle(self, scale: TimeScale) -> float:
        """Show a view until nothing is missing; returns seconds."""
        start = time.perf_counter()
        self.frame(scale)
        while not self.is_complete:
            while self._prepare(scale) is Prepared.MORE:
                pass
            self.frame(scale)
        return time.perf_counter() - start

    def rest(self, scale: TimeScale) -> None:
        """Show a view for a while, with something chosen in it."""
        self.settle(scale)
        self.choose()
        self.frame(scale)
        while self._prepare(scale) is not Prepared.ALL:
            pass

    def pan(self, scale: TimeScale, frames: int) -> list[float]:
        """Drag a view along, 3 pixels a frame; returns the seconds of each."""
        self.rest(scale)
        seconds = []
        for _ in range(frames):
            scale = scale.panned(-3.0)
            seconds.append(self.frame(scale))
            self.idle(scale)
        return seconds

    def zoom(self, scale: TimeScale, notches: int) -> list[float]:
        """Zoom in and out again, a notch of the wheel a frame; returns the seconds of each."""
        self.settle(scale)
        seconds = []
        for factor in [1.05] * notches + [1 / 1.05] * notches:
            scale = scale.zoomed(factor, TIME_WIDTH * 0.75)
            seconds.append(self.frame(scale))
            self.idle(scale)
        return seconds

    def hit_times(self, scale: TimeScale, points: int) -> list[float]:
        """How long it takes to find what lies at points all over a view, in seconds."""
        self.settle(scale)
        random, seconds = np.random.default_rng(3), []
        for x, y in (random.random((points, 2)) * (WIDTH, HEIGHT)).tolist():
            start = time.perf_counter()
            self.shown.hit(x, y)
            seconds.append(time.perf_counter() - start)
        return seconds

    def labels_shown(self) -> int:
        """How many names of events are in view."""
        return sum(hit.part is Part.LABEL for hit in self.shown.hits)
