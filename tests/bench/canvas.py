"""The canvas with up to a million events, beside bare Qt and beside a timeline in a browser.

    python -m tests.bench.canvas

prints this part of `make bench` alone, and every window of it.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
from collections.abc import Mapping

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from tests.bench.canvas_data import Events, Window, windows
from tests.bench.canvas_floor import Floor
from tests.bench.canvas_index import measure_edits, measure_index, memory
from tests.bench.canvas_screen import TIME_WIDTH, WIDTH, Percentiles, Screen, layout_of
from tests.bench.measure import Measure, table
from tests.bench.peers import vis
from timeline_app.layout import TimeScale
from timeline_app.rendering.fonts import load_fonts

SMALL, MIDDLING, LARGE, MOST = 1_000, 10_000, 100_000, 1_000_000
_PANS = 30
_NOTCHES = 180
_FLOORS = 15
_HITS = 2_000
_EDITED = "10 y at 97%"


def measures() -> list[Measure]:
    """Everything about frames, edits, hits and memory."""
    application = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    most = Events(MOST)
    layout, index = measure_index(most)
    found, pans = [], {}
    for count in (SMALL, MIDDLING, LARGE, MOST):
        events = most if count == MOST else Events(count)
        screen = Screen(layout if count == MOST else layout_of(events))
        sharp = Screen(screen.layout, ratio=2.0)
        gc.freeze()  # as the program does when it has loaded
        ratios = _firsts_and_floors(screen) if count in (MIDDLING, MOST) else []
        pans[count] = {window.name: _pan(screen, window) for window in windows()}
        found += _frames(count, pans[count], screen) + ratios
        if count == MOST:
            found += _sharp(sharp) + _at_rest(screen)
    found += [*index, Measure(f"peak memory, {MOST:,} events", memory(MOST), "MB", 350)]
    found += _growth(pans) + _against_peer(pans)
    del application
    return found


def _pan(screen: Screen, window: Window) -> Percentiles:
    found = Percentiles.of(screen.pan(window.scale(TIME_WIDTH), _PANS))
    told, names = screen.shown.told, screen.labels_shown()
    sys.stderr.write(
        f"  {len(screen.layout):>9,}  {window.name:<13} p50 {found.p50:6.2f}  p99 {found.p99:6.2f}"
        f" ms  {told.shown:>4} events, {names:>4} names, {told.groups:>4} clusters\n"
    )
    return found


def _frames(count: int, pans: Mapping[str, Percentiles], screen: Screen) -> list[Measure]:
    """Panning over all windows, and zooming through them."""
    middle = statistics.median(each.p50 for each in pans.values())
    slowest, late = max(each.p50 for each in pans.values()), max(each.p99 for each in pans.values())
    zoomed = Percentiles.of(screen.zoom(screen.layout.fit(WIDTH), _NOTCHES))
    is_most = count == MOST
    return [
        Measure(f"pan, {count:,} events, median window, p50", middle, "ms", 3 if is_most else None),
        Measure(f"pan, {count:,} events, slowest window, p50", slowest, "ms"),
        Measure(f"pan, {count:,} events, slowest window, p99", late, "ms", 8 if is_most else None),
        Measure(f"zoom, {count:,} events, p99", zoomed.p99, "ms", 8 if is_most else None),
    ]


def _firsts_and_floors(screen: Screen) -> list[Measure]:
    """What a place costs that was never shown; and panned frames of it beside bare Qt."""
    firsts, completes, ratios, count = [], [], [], len(screen.layout)
    for window in windows():
        scale = window.scale(TIME_WIDTH)
        firsts.append(screen.frame(scale) * 1e3)
        completes.append(firsts[-1] + screen.settle(scale) * 1e3)
        ratios.append(_beside_floor(screen, scale))
    middle = statistics.median(ratios)
    return [
        Measure(f"first frame at a new place, {count:,} events, slowest", max(firsts), "ms", 8),
        Measure(f"until nothing is missing there, {count:,} events", max(completes), "ms", 100),
        Measure(f"frame ÷ bare Qt, {count:,} events, median window", middle, "×", 1.5),
        Measure(f"frame ÷ bare Qt, {count:,} events, worst window", max(ratios), "×"),
    ]


def _beside_floor(screen: Screen, scale: TimeScale) -> float:
    """How many times longer a panned frame takes than bare Qt, both by turns."""
    screen.rest(scale)
    floor, ours, least = Floor(screen.shown, screen.palette), [], []
    for _ in range(_FLOORS):
        scale = scale.panned(-3.0)
        ours.append(screen.frame(scale))
        screen.idle(scale)
        least.append(floor.paint(screen.image))
    return statistics.median(ours) / statistics.median(least)


def _sharp(screen: Screen) -> list[Measure]:
    """The same on 3840 × 2160 pixels at scale 2."""
    found = [Percentiles.of(screen.pan(w.scale(TIME_WIDTH), _PANS)) for w in windows()]
    middle, late = statistics.median(each.p50 for each in found), max(each.p99 for each in found)
    name = f"pan on 3840 × 2160, {MOST:,} events"
    return [
        Measure(f"{name}, median window, p50", middle, "ms", 7),
        Measure(f"{name}, slowest window, p99", late, "ms", 22),
    ]


def _at_rest(screen: Screen) -> list[Measure]:
    """Edits and hits in a window full of events."""
    window = next(each for each in windows() if each.name == _EDITED)
    hits = Percentiles.of(screen.hit_times(window.scale(TIME_WIDTH), _HITS))
    return [
        *measure_edits(screen, window),
        Measure(f"hit test, {MOST:,} events, p50", hits.p50, "ms", 0.1),
        Measure(f"hit test, {MOST:,} events, p99", hits.p99, "ms"),
    ]


def _growth(pans: Mapping[int, Mapping[str, Percentiles]]) -> list[Measure]:
    """What a hundred times as many events cost."""
    ratios = [pans[MOST][name].p50 / each.p50 for name, each in pans[MIDDLING].items()]
    name = f"pan, {MOST:,} ÷ {MIDDLING:,} events, median window"
    return [Measure(name, statistics.median(ratios), "×", 1.2)]


def _against_peer(pans: Mapping[int, Mapping[str, Percentiles]]) -> list[Measure]:
    """How many times longer the timeline in a browser takes for the same frames."""
    found = []
    for count, least in ((SMALL, 25), (MIDDLING, 500)):
        theirs, ours = vis.frame_times(count), pans[count]
        name = f"vis-timeline ({'now' if theirs.is_live else 'recorded'}), {count:,} events"
        ratios = {w: each / ours[w].p50 for w, each in theirs.pan.items()}
        whole = next(w for w in ratios if w.startswith("all"))
        found += [
            Measure(f"{name}, whole span, p50", theirs.pan[whole], "ms"),
            Measure(f"{name} ÷ ours, whole span", ratios[whole], "×", least, is_least=True),
        ]
        if count == MIDDLING:
            found += [
                Measure(
                    f"{name} ÷ ours, worst window", min(ratios.values()), "×", 10, is_least=True
                ),
                Measure(f"{name} ÷ ours, median window", _middle(ratios), "×", 25, is_least=True),
            ]
    return found


def _middle(ratios: Mapping[str, float]) -> float:
    return statistics.median(ratios.values())


def main() -> None:
    """Measure and print."""
    sys.stdout.write(table(measures()) + "\n")


if __name__ == "__main__":
    main()
