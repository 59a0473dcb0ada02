"""How fast a folder of saved pages comes in through the window, which has to stay responsive."""

from __future__ import annotations

import json
import os
import random
import re
import tempfile
from datetime import date, timedelta
from html import escape
from itertools import islice
from pathlib import Path

from tests.bench.measure import Measure, run_python
from timeline_app.resources import seeds_path

_PAGES = 1_000
_FIRST_DAY = date(2023, 1, 1)
_STORIES = (
    "000_621c974184a7e2e5.txt",
    "court-case.txt",
    "disaster.txt",
    "earnings.txt",
    "interview.txt",
    "obituary.txt",
    "summit-other-date.txt",
)
_WORDS = 600  # as many as a news report has
_SENTENCES = 3  # of a paragraph
# Takes the place of the event loop: drops the folder and ticks until the last page is in.
_CHILD = """
import json, sys, time
from PySide6.QtCore import QEventLoop, QMimeData, QTimer, QUrl
from PySide6.QtWidgets import QApplication
from tests.bench.peak import peak_megabytes
from timeline_app.ui.shell.incoming import arrival_of

def importing(*_):
    loop, gaps, last = QEventLoop(), [], time.perf_counter()
    [window] = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]

    def tick():
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer(interval=1)
    timer.timeout.connect(tick)
    window.adder.closed.connect(lambda *_: loop.quit())
    timer.start()
    began = time.perf_counter()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(sys.argv[2])])
    window.arrivals.take(arrival_of(dropped))
    loop.exec()
    seconds = time.perf_counter() - began
    gaps.sort()
    print(json.dumps({
        "articles": len(window.model.library.project.articles),
        "seconds": seconds,
        "usual": gaps[len(gaps) * 99 // 100],
        "worst": gaps[-1],
        "cpu": time.process_time(),
        "megabytes": peak_megabytes(),
    }), flush=True)
    window.close()
    return 0

QApplication.exec = importing
from timeline_app.app import main
main([sys.argv[1]])
"""


def measures() -> list[Measure]:
    """A thousand pages, from the drop until all are read, dated, proposed from and stored."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "pages"
        folder.mkdir()
        _write_pages(folder)
        os.environ["TIMELINE_APP_DATA"] = str(Path(name) / "data")
        run = json.loads(run_python(_CHILD, str(Path(name) / "new.timeline"), str(folder)))
    if run["articles"] != _PAGES:
        raise AssertionError(f"Of {_PAGES} pages, {run['articles']} came in.")
    return [
        Measure("pages imported in a second", _PAGES / run["seconds"], "pages/s", 12, True),
        Measure("stall of the window meanwhile, p99", run["usual"] * 1e3, "ms", 50),
        Measure("longest stall of the window meanwhile", run["worst"] * 1e3, "ms"),
        Measure("peak memory of the window's process", run["megabytes"], "MB", 500),
    ]


def _write_pages(folder: Path) -> None:
    sentences = [each for name in _STORIES for each in _sentences(name)]
    for number in range(_PAGES):
        (folder / f"{number:04}.html").write_text(_page(number, sentences), encoding="utf-8")


def _sentences(name: str) -> list[str]:
    text = seeds_path(name).read_text(encoding="utf-8")
    return [each for each in re.split(r"(?<=[.”])\s+", text) if len(each.split()) > 6]


def _page(number: int, sentences: list[str]) -> str:
    """A page like no other: sentences of several stories, drawn by its number."""
    drawn = iter(random.Random(number).sample(sentences, len(sentences)))  # noqa: S311
    chosen: list[str] = []
    while sum(len(each.split()) for each in chosen) < _WORDS:
        chosen.append(" ".join(islice(drawn, _SENTENCES)))
    body = "".join(f"<p>{escape(each)}</p>" for each in chosen)
    day = _FIRST_DAY + timedelta(days=number)
    return (
        f"<html><head><title>Report {number}</title>"
        f'<meta property="article:published_time" content="{day.isoformat()}"></head>'
        f"<body><article><h1>Report {number}</h1>{body}</article></body></html>"
    )
