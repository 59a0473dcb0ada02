"""The index of a million events: how long it takes in a worker, and what the window feels of it."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer

from tests.bench.canvas_data import Events, Window
from tests.bench.canvas_screen import TIME_WIDTH, Percentiles, Screen, layout_of
from tests.bench.measure import Measure, run_python
from timeline_app.domain.time import TimeSpan
from timeline_app.layout import TimelineLayout

_EDITS = 60


def measure_index(events: Events) -> tuple[TimelineLayout, list[Measure]]:
    """Build the index in a thread while the main loop turns; the layout, and what it took."""
    loop, ticks = QEventLoop(), [time.perf_counter()]
    timer = QTimer(interval=1)
    with ThreadPoolExecutor(1) as worker:
        start = time.perf_counter()
        built = worker.submit(layout_of, events)

        def tick() -> None:
            ticks.append(time.perf_counter())
            if built.done():
                loop.quit()

        timer.timeout.connect(tick)
        timer.start()
        loop.exec()
        taken = time.perf_counter() - start
    timer.stop()
    longest = max(after - before for before, after in pairwise(ticks)) * 1e3
    return built.result(), [
        Measure(f"index of {len(events):,} events, in a worker", taken, "s", 8),
        Measure("longest stall of the main loop meanwhile", longest, "ms", 50),
    ]


def measure_edits(screen: Screen, window: Window) -> list[Measure]:
    """Add, move and remove single events in view, and draw a frame after each."""
    layout, scale = screen.layout, window.scale(TIME_WIDTH)
    screen.settle(scale)
    count = len(layout)
    sample = layout.columns.entry(0)
    moments = np.linspace(window.begin, window.end, _EDITS).astype(np.int64).tolist()
    seconds: dict[str, list[float]] = {"added": [], "moved": [], "removed": []}
    frames = []
    for number, moment in enumerate(moments, count + 1):
        added = replace(sample, id=number, span=TimeSpan.at(moment))
        moved = replace(added, span=TimeSpan.at(window.begin + window.end - moment))
        edits = (partial(layout.put, added), partial(layout.put, moved))
        for what, edit in zip(seconds, (*edits, partial(layout.remove, number)), strict=True):
            start = time.perf_counter()
            edit()
            seconds[what].append(time.perf_counter() - start)
            frames.append(screen.frame(scale))
    return [
        *(
            Measure(f"one event {what}, {count:,} events, p99", Percentiles.of(each).p99, "ms", 5)
            for what, each in seconds.items()
        ),
        Measure("the frame after such an edit, p99", Percentiles.of(frames).p99, "ms"),
    ]


def memory(count: int) -> float:
    """The most memory, in MB, that a process takes which shows so many events."""
    code = "from tests.bench.canvas_child import main; main()"
    return float(run_python(code, str(count)))
