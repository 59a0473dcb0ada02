"""How long it takes from the command to a window that answers, with the sample project."""

from __future__ import annotations

import tempfile

from tests.bench.measure import Measure, median_of
from tests.bench.window import seed_project, start_window

_TIMES = 7


def measures() -> list[Measure]:
    """The median of several starts, after one that fills the disk cache."""
    with tempfile.TemporaryDirectory() as name:
        project = seed_project(name)
        start_window(project)
        seconds = [start_window(project).seconds for _ in range(_TIMES)]
    return [Measure("start to interactive window, sample project", median_of(seconds), "s", 0.8)]
