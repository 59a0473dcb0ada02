"""vis-timeline in Chromium, on the events and the windows of the canvas.

`npm install` in this folder and Debian's `chromium` are all it needs; without them the figures of
`recorded.json` stand in for it. It draws all events in one lane: with several it leaves out those
below the edge of the window, and is that much faster (see the notes in `recorded.json`).
"""

from __future__ import annotations

import json
import queue
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.bench.canvas_data import Events, windows
from timeline_app.domain.time.calendar import instant_at

_FOLDER = Path(__file__).parent
_LIBRARY = _FOLDER / "node_modules" / "vis-timeline"
_SECONDS = 200  # as long as the browser may take in all
_EPOCH = instant_at(1970)
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-frame-rate-limit",
    "--disable-gpu-vsync",
    "--window-size=1920,1080",
)


@dataclass(frozen=True, slots=True)
class PeerTimes:
    """The median milliseconds of a frame by window, and whether they were measured now."""

    pan: Mapping[str, float]
    is_live: bool


def frame_times(count: int) -> PeerTimes:
    """What the browser takes, measured now or as it was recorded."""
    chromium = shutil.which("chromium")
    if chromium is None or not _LIBRARY.is_dir():
        missing = "Chromium" if chromium is None else "vis-timeline"
        sys.stderr.write(f"  {missing} is not installed: vis-timeline as recorded\n")
        return _recorded(count)
    try:
        return _run(chromium, _job(count))
    except queue.Empty:
        sys.stderr.write(f"  vis-timeline did not end in {_SECONDS} s: as recorded\n")
        return _recorded(count)


def _recorded(count: int) -> PeerTimes:
    found = json.loads((_FOLDER / "recorded.json").read_text(encoding="utf-8"))
    return PeerTimes(found["pan_ms"][str(count)], is_live=False)


def _job(count: int) -> bytes:
    events = Events(count)
    items = [_item(events, index) for index in range(count)]
    spans = {each.name: (_milliseconds(each.begin), _milliseconds(each.end)) for each in windows()}
    return json.dumps({"items": items, "windows": spans}).encode()


def _item(events: Events, index: int) -> dict[str, object]:
    start, end = int(events.starts[index]), int(events.ends[index])
    item: dict[str, object] = {
        "id": index,
        "content": events.title(index),
        "start": _milliseconds(start),
    }
    if end - start > 86_400:
        return item | {"end": _milliseconds(end), "type": "range"}
    return item | {"type": "point"}


def _milliseconds(instant: int) -> int:
    return (instant - _EPOCH) * 1_000


def _run(chromium: str, job: bytes) -> PeerTimes:
    answers: queue.Queue[bytes] = queue.Queue()
    with _served(job, answers) as address, tempfile.TemporaryDirectory() as profile:
        command = [chromium, *_FLAGS, f"--user-data-dir={profile}", f"{address}/vis.html"]
        browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            answer = json.loads(answers.get(timeout=_SECONDS))
        finally:
            browser.terminate()
            browser.wait()
    if "error" in answer:
        sys.exit(f"vis-timeline: {answer['error']}")
    return PeerTimes(
        {name: statistics.median(times) for name, times in answer.items()}, is_live=True
    )


@contextmanager
def _served(job: bytes, answers: queue.Queue[bytes]) -> Iterator[str]:
    """The page, the library and the job on a port of this machine only."""
    handler = partial(_Handler, job=job, answers=answers, directory=str(_FOLDER))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(
        self, *args: object, job: bytes, answers: queue.Queue[bytes], directory: str
    ) -> None:
        self._job, self._answers = job, answers
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Hand out a file, or the job."""
        if self.path == "/job.json":
            self._answer(self._job)
            return
        super().do_GET()

    def do_POST(self) -> None:
        """Take the times."""
        self._answers.put(self.rfile.read(int(self.headers["Content-Length"])))
        self._answer(b"{}")

    def _answer(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def translate_path(self, path: str) -> str:
        """`vis/` is the installed library."""
        if path.startswith("/vis/"):
            path = f"/node_modules/vis-timeline/{path.removeprefix('/vis/')}"
        return super().translate_path(path)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""
