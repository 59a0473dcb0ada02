"""How long a frame of the timeline takes while panning and zooming. Prints a table.

A frame is laid out and painted into an image of 1440 x 900 pixels, in software, as the canvas
does it. `python -m tests.bench.frames [COUNT …]`
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.calendar import instant_at
from timeline_app.layout import (
    SCREEN,
    Lane,
    TimelineEntry,
    TimelineLayout,
    TimeScale,
    Viewport,
    make_lanes,
)
from timeline_app.rendering.fonts import load_fonts
from timeline_app.rendering.painter import paint_display_list
from timeline_app.rendering.palette import load_palette
from timeline_app.rendering.pictures import PictureCache
from timeline_app.rendering.text import TextMeasure

WIDTH, HEIGHT = 1440, 900
COUNTS = (1_000, 10_000)
LANES = 6
WINDOWS = (200, 60, 20, 5, 1)
YEARS = 200
FRAMES = 200
DAY = 86_400
WORDS = "summit talks treaty front troops vote minister delegation attack report visit law".split()


def make_entries(count: int, seed: int = 7) -> list[TimelineEntry]:
    """Events over two centuries, of all kinds of dates."""
    random = np.random.default_rng(seed)
    begin = instant_at(2024 - YEARS)
    moments = begin + np.sort(random.integers(0, YEARS * 365 * DAY, count))
    return [_entry(random, number, int(moment)) for number, moment in enumerate(moments, 1)]


def _entry(random: np.random.Generator, number: int, moment: int) -> TimelineEntry:
    length = int(random.integers(1, 400)) * DAY
    kinds: Sequence[Callable[[], TimeSpan]] = (
        lambda: TimeSpan.at(moment),
        lambda: TimeSpan.at(moment).qualified(approximate=True),
        lambda: TimeSpan.lasting(moment, moment + length),
        lambda: TimeSpan.within(moment, moment + length),
        lambda: TimeSpan.on_or_before(moment),
        lambda: TimeSpan.on_or_after(moment),
        lambda: TimeSpan.at(moment, Precision.YEAR),
    )
    span = kinds[int(random.choice(len(kinds), p=(0.55, 0.05, 0.12, 0.12, 0.06, 0.05, 0.05)))]()
    words = " ".join(random.choice(WORDS, int(random.integers(2, 6))))
    lane = int(random.integers(0, LANES))
    return TimelineEntry(
        number,
        span,
        f"{words} {number}",
        lane=f"Lane {lane}",
        tone=f"lane{lane + 1}",
        is_proposed=bool(random.random() < 0.1),
        source_count=int(random.integers(1, 4)),
    )


class Screen:
    """Lays out and paints frames, and keeps how long each took, in milliseconds."""

    def __init__(self, entries: Sequence[TimelineEntry], lanes: Sequence[Lane]) -> None:
        self._palette = load_palette("light")
        self._cache = PictureCache(self._palette)
        self._image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        self.layout = TimelineLayout(entries, lanes, TextMeasure(), SCREEN)
        self.times: list[float] = []

    def frame(self, scale: TimeScale) -> None:
        """Show one view."""
        start = time.perf_counter()
        display_list = self.layout.display_list(Viewport(scale, WIDTH, HEIGHT))
        painter = QPainter(self._image)
        paint_display_list(painter, display_list, self._palette, cache=self._cache)
        painter.end()
        self.times.append((time.perf_counter() - start) * 1_000)
        while self.layout.prepare(scale):  # as the canvas does between frames
            pass

    def percentiles(self) -> tuple[float, float]:
        """Median and 99th percentile of the frames since the last call."""
        median, worst = np.percentile(self.times, (50, 99))
        self.times.clear()
        return float(median), float(worst)


def measure_pan(screen: Screen, years: float) -> tuple[float, float]:
    """Drag a window of that many years along, 3 pixels a frame."""
    width = WIDTH - SCREEN.header_width
    begin = instant_at(1824) + round((YEARS - years) * 182 * DAY)
    scale = TimeScale.fitting(begin, begin + round(years * 365 * DAY), width)
    screen.frame(scale)
    screen.times.clear()
    for _ in range(FRAMES):
        scale = scale.panned(-3.0)
        screen.frame(scale)
    return screen.percentiles()


def measure_zoom(screen: Screen) -> tuple[float, float]:
    """Zoom from everything to a day and back, a notch of the wheel a frame."""
    scale = screen.layout.fit(WIDTH)
    screen.frame(scale)
    screen.times.clear()
    notches = [1.05] * 220 + [1 / 1.05] * 220
    for factor in notches:
        scale = scale.zoomed(factor, 700.0)
        screen.frame(scale)
    return screen.percentiles()


def main() -> None:
    """Measure and print."""
    application = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    counts = [int(text) for text in sys.argv[1:]] or COUNTS
    print(f"Timeline frames, {WIDTH} x {HEIGHT}, milliseconds")  # noqa: T201
    print(f"{'events':>9}  {'movement':<16}{'p50':>8}{'p99':>8}")  # noqa: T201
    for count in counts:
        entries = make_entries(count)
        screen = Screen(entries, make_lanes(entries))
        rows = [(f"pan {years:g} y", measure_pan(screen, years)) for years in WINDOWS]
        rows.append(("zoom", measure_zoom(screen)))
        for name, (median, worst) in rows:
            print(f"{count:>9,}  {name:<16}{median:>8.1f}{worst:>8.1f}")  # noqa: T201
    del application


if __name__ == "__main__":
    main()
