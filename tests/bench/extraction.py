"""How long an article takes from its file to its proposals, first in a new process, then warm."""

from __future__ import annotations

import time

from tests.bench.measure import Measure, median_of, run_python
from timeline_app.resources import seeds_path
from timeline_app.services.proposing import Proposers
from timeline_app.services.reading import find_proposals, read_articles

_TIMES = 15
_COLD_TIMES = 5
_SEED = seeds_path("000_621c974184a7e2e5.txt")
_COLD = """
import sys, time
start = time.perf_counter()
from pathlib import Path
from timeline_app.services.reading import find_proposals, read_articles
found = find_proposals(*read_articles(Path(sys.argv[1])))
assert found
print(time.perf_counter() - start)
"""


def measures() -> list[Measure]:
    """Cold and warm times for the sample article, and the rate for a long one."""
    cold = [float(run_python(_COLD, str(_SEED))) for _ in range(_COLD_TIMES)]
    [article], proposers = read_articles(_SEED), Proposers()
    find_proposals(article, proposers=proposers)
    warm = [_seconds_for_seed(proposers) for _ in range(_TIMES)]
    kilobytes = len(article.text.encode("utf-8")) / 1_000
    return [
        Measure("sample article to proposals, first in a process", median_of(cold), "s", 2.0),
        Measure("sample article to proposals, warm", median_of(warm), "s", 0.5),
        Measure("extraction, warm, per kB of text", median_of(warm) / kilobytes * 1e3, "ms"),
    ]


def _seconds_for_seed(proposers: Proposers) -> float:
    start = time.perf_counter()
    find_proposals(*read_articles(_SEED), proposers=proposers)
    return time.perf_counter() - start
