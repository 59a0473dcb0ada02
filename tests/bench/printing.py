"""How long the PDF of a project takes, how large it is, and what memory it needs."""

from __future__ import annotations

import json

from tests.bench.measure import Measure, median_of, run_python

_FEW, _MANY = 500, 10_000
_TIMES = 3
# The first page of a process waits for fonts and libraries; the program has them by then.
_CHILD = """
import json, sys, time
from PySide6.QtGui import QGuiApplication
from tests.bench.exporting import make_publication
from tests.bench.peak import peak_megabytes
from timeline_app.rendering.pdf import render_pdf

application = QGuiApplication([])
made = make_publication(int(sys.argv[1]))
render_pdf(make_publication(3))
start = time.perf_counter()
document = render_pdf(made)
seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "bytes": len(document), "megabytes": peak_megabytes()}))
"""


def measures() -> list[Measure]:
    """A usual project, and one of about 400 pages or more."""
    few = [json.loads(run_python(_CHILD, str(_FEW))) for _ in range(_TIMES)]
    many = json.loads(run_python(_CHILD, str(_MANY)))
    seconds = median_of([run["seconds"] for run in few])
    return [
        Measure(f"PDF of {_FEW:,} events", seconds, "s", 0.5),
        Measure(f"PDF of {_FEW:,} events, size", few[0]["bytes"] / 1e3, "kB", 500),
        Measure(f"PDF of {_MANY:,} events", many["seconds"], "s", 15),
        Measure(f"PDF of {_MANY:,} events, peak memory", many["megabytes"], "MB", 400),
    ]
