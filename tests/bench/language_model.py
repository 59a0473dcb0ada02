"""What the language model takes on one core: to load, in memory, and for 500 words."""

from __future__ import annotations

from tests.bench.measure import Measure, median_of, run_python
from timeline_app.resources import seeds_path

_WORDS = 500
_TIMES = 3
_RUN = """
import resource, statistics, sys, time
from pathlib import Path

# numpy starts its threads when it is loaded, so the core is chosen before.
try:
    import os
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
except AttributeError:
    pass  # only Linux binds a process to a core

import timeline_app.services
from timeline_app.documents import read_text
from timeline_app.extraction.analysis import analyse

def megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

article = read_text(sys.argv[1])
analysis = analyse(article.text, article.body)
bare, start = megabytes(), time.perf_counter()
import spacy
from timeline_app.extraction.events.proposer import ModelProposer
from timeline_app.extraction.events.reading import Models
imported = time.perf_counter()
proposer = ModelProposer(Models.load())
loaded = time.perf_counter()

def seconds():
    start = time.perf_counter()
    analysis = analyse(article.text, article.body)
    assert proposer.propose(analysis, article.published, title=article.title)
    return time.perf_counter() - start

first = seconds()
warm = statistics.median(seconds() for _ in range(7))
print(imported - start, loaded - imported, first, warm, megabytes() - bare)
"""


def measures() -> list[Measure]:
    """Medians of several processes."""
    article = _article()
    runs = [[float(each) for each in run_python(_RUN, article).split()] for _ in range(_TIMES)]
    imported, loaded, first, warm, memory = map(median_of, zip(*runs, strict=True))
    words = f"article of {_WORDS} words, one core"
    return [
        Measure("import of what the language model needs", imported, "s"),
        Measure("load of the language model", loaded, "s", 1.0),
        Measure(f"{words}, first after the load", first, "s"),
        Measure(f"{words}, warm", warm, "s", 0.3),
        Measure("memory added by the language model", memory, "MB", 250),
    ]


def _article() -> str:
    """Two of the sample articles, cut to the length; the headline and date are the first one's."""
    texts = [seeds_path(f"{name}.txt").read_text("utf-8") for name in ("court-case", "earnings")]
    return " ".join("\n\n".join(texts).split(" ")[:_WORDS])
