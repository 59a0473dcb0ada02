"""How fast time expressions are found and resolved: news, long rows of one word, a new date."""

from __future__ import annotations

import datetime as dt
import gc
import time
from collections.abc import Callable

from tests.bench.measure import Measure, median_of, run_python
from tests.extraction.expressions.adversaries import NEWS, PIECES, repeated
from timeline_app.domain import TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.expressions import resolve
from timeline_app.extraction.timeml import tag

_TIMES = 7
_ARTICLE = 2_000  # characters
_LONG = 100_000  # characters
_MOST_TO_NEWS = 5  # times the time of news of the same length
_DAY = dt.date(2024, 10, 29)
_START = """
import time
bare = time.process_time()
import datetime
from timeline_app.extraction.timeml import tag
assert tag("They met on Tuesday.", datetime.date(2024, 10, 29))
print(time.process_time() - bare)
"""


def measures() -> list[Measure]:
    """Articles in a second, the first one, another date for one, and a row for each long text."""
    article = repeated(NEWS, 2 * len(NEWS))[:_ARTICLE]
    news = _seconds_to_tag(repeated(NEWS, _LONG)) / (_LONG / 1_000)
    starts = [float(run_python(_START)) for _ in range(_TIMES)]
    return [
        Measure("tagging an article of 2 kB", _seconds_to_tag(article) * 1e3, "ms", 1e3 / 700),
        Measure("import and first tag, over a bare Python", median_of(starts), "s", 0.1),
        Measure("another date for an article of 600 words", _seconds_to_resolve() * 1e3, "ms", 1),
        Measure("tagging news, per kB", news * 1e3, "ms"),
        *(_of_piece(piece, news) for piece in PIECES),
    ]


def _of_piece(piece: str, news: float) -> Measure:
    seconds = _seconds_to_tag(repeated(piece, _LONG)) / (_LONG / 1_000)
    return Measure(
        f"tagging {piece!r} again and again, per kB", seconds / news, "× news", _MOST_TO_NEWS
    )


def _seconds_to_tag(text: str) -> float:
    return _seconds(lambda: tag(text, _DAY))


def _seconds_to_resolve() -> float:
    text = " ".join(repeated(NEWS, 3 * len(NEWS)).split(" ")[:600])
    analysis = analyse(text, [TextRange(0, len(text))])
    return _seconds(lambda: resolve(text, analysis.expressions, CivilDate(2024, 11, 5)))


def _seconds(work: Callable[[], object]) -> float:
    """The median processor time, undisturbed by garbage collection."""
    return median_of([_seconds_once(work) for _ in range(_TIMES)])


def _seconds_once(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    started = time.process_time()
    try:
        work()
        return time.process_time() - started
    finally:
        gc.enable()
