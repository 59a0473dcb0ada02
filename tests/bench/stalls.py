"""How long the window stands still while the models load in the worker."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from tests.bench.measure import Measure, run_python
from tests.bench.window import seed_project

_TIMES = 3
# Takes the place of the event loop: ticks as often as it can until nothing loads any more.
_CHILD = """
import json, sys, time
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

def ticking(*_):
    loop, gaps, last = QEventLoop(), [], time.perf_counter()
    [window] = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]

    def tick():
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer(interval=1)
    timer.timeout.connect(tick)
    window.runner.started.connect(lambda job: job.ended.connect(loop.quit))
    timer.start()
    loop.exec()
    gaps.sort()
    late = [gap for gap in gaps if gap > 0.016]
    print(json.dumps({"worst": gaps[-1], "late": sum(late), "seconds": sum(gaps)}), flush=True)
    window.close()
    return 0

QApplication.exec = ticking
from timeline_app.app import main
main([sys.argv[1]])
"""


def measures() -> list[Measure]:
    """The worst of a few starts."""
    with tempfile.TemporaryDirectory() as name:
        project = seed_project(name)
        os.environ["TIMELINE_APP_DATA"] = str(Path(name) / "data")
        runs = [json.loads(run_python(_CHILD, str(project))) for _ in range(_TIMES)]
    return [
        Measure(
            "longest stall of the window while models load",
            max(run["worst"] for run in runs) * 1e3,
            "ms",
        ),
        Measure(
            "models are loaded after the window is up", max(run["seconds"] for run in runs), "s"
        ),
    ]
