"""The slowest frames of the timeline with ten thousand events, as numbers for the table."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from tests.bench.frames import Screen, make_entries, measure_pan, measure_zoom
from tests.bench.measure import Measure
from timeline_app.layout import make_lanes
from timeline_app.rendering.fonts import load_fonts

_COUNT = 10_000
_YEARS_SHOWN = (200, 20, 1)
_REACH = 16  # milliseconds, for 60 frames a second


def measures() -> list[Measure]:
    """The 99th percentile of the time for a frame, panning and zooming."""
    application = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    entries = make_entries(_COUNT)
    screen = Screen(entries, make_lanes(entries))
    worst = {f"panning over {years} y": measure_pan(screen, years)[1] for years in _YEARS_SHOWN}
    worst["zooming"] = measure_zoom(screen)[1]
    del application
    return [
        Measure(f"frame at {_COUNT:,} events, {movement}, p99", milliseconds, "ms", _REACH)
        for movement, milliseconds in worst.items()
    ]
