"""A large project on the disk: what a decision costs, opening, a backup while work goes on."""

from __future__ import annotations

import random
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import accumulate, product
from pathlib import Path
from typing import TypeVar

import numpy as np

from tests.bench.measure import Measure, median_of
from tests.bench.window import start_window
from timeline_app.domain import Article, Change, Edit, Event, Evidence, Record, TextRange
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.layout import LaneGrouping
from timeline_app.services.event_columns import EventColumns
from timeline_app.services.finding import find
from timeline_app.services.garbage import no_garbage
from timeline_app.services.library import Library
from timeline_app.services.project import Project
from timeline_app.services.review import accept
from timeline_app.services.sameness.index import EventIndex
from timeline_app.services.sameness.weighing import load_weighing
from timeline_app.storage.codec import encode
from timeline_app.storage.lazy import LazyEvent, LazyEvidence, LazyRows
from timeline_app.ui.timeline.content import TimelineContent
from timeline_app.ui.timeline.scene import Coloring, SceneSource

ARTICLES, EVENTS_OF_ARTICLE = 10_000, 10
_IN_A_STEP = 100  # articles
_WORDS = 700
_DECISIONS = 300
_STARTS = 3
_FIRST_DAY = CivilDate(1990, 1, 1)
_SYLLABLES = "ba co der en fi gar hol in ket lo mar ne or pal ros sta tu ver wil yon zan".split()
_COMMON = "the of and in to a was for on that had were with said by at his from council".split()
_WORDS_KNOWN = 30_000
_QUERIES = 40
_Lazy = TypeVar("_Lazy", LazyEvent, LazyEvidence)


def vocabulary() -> tuple[list[str], list[float]]:
    """Words and their cumulative weights: as in any language, the n-th is n times rarer."""
    made = {first + second + third: None for first, second, third in product(_SYLLABLES, repeat=3)}
    made |= {f"{word}{end}": None for word in made for end in ("s", "ing")}
    words = [*_COMMON, *random.Random(1).sample(sorted(made), len(made))][:_WORDS_KNOWN]  # noqa: S311
    return words, list(accumulate(1 / rank for rank in range(2, len(words) + 2)))


def measures() -> list[Measure]:
    """Of a project of 10,000 articles and 100,000 events."""
    with tempfile.TemporaryDirectory() as name:
        project = make_large_project(Path(name) / "large.timeline")
        starts = [start_window(project).seconds for _ in range(_STARTS)]
        with closing(Library.open(project)) as library:
            decisions = _decide(library, _DECISIONS)
            seconds, waits = _back_up_while_deciding(library)
            entering, comparing = _find_similar(library)
            answers = _type_queries(library)
        with closing(Library.open(project, checks_later=True)) as library:
            shown = _show_all(library)
        size = project.stat().st_size / 1e6
    return [
        Measure("project of 100,000 events, size", size, "MB"),
        Measure("a decision on the disk, p95", _p95(decisions), "ms", 20),
        Measure("such a project open and interactive", median_of(starts), "s", 2),
        Measure("backup of it", seconds, "s", 3),
        Measure("a decision while the backup runs, p95", _p95(waits), "ms", 50),
        Measure("its 100,000 events in the arrays of the timeline", shown, "CPU s", 2),
        Measure("1,000,000 events in the arrays of the timeline", _show_a_million(), "CPU s", 2),
        Measure("its events entered to find similar ones", entering, "CPU s", 10),
        Measure("one event compared with 100,000, p95", _p95(comparing), "CPU ms", 10),
        Measure("an answer of the search, at each letter, p95", _p95(answers), "ms", 50),
    ]


def _find_similar(library: Library) -> tuple[float, list[float]]:
    """The seconds to enter all events, and those to compare each of some, of the processor."""
    index = EventIndex(library.project, load_weighing())
    begun = time.process_time()
    for event_id in library.project.events:
        index.take(event_id)
    entered, seconds = time.process_time() - begun, []
    for event_id in list(library.project.events)[:_DECISIONS]:
        begun = time.process_time()
        index.similar(event_id)
        seconds.append(time.process_time() - begun)
    return entered, seconds


def make_large_project(path: Path) -> Path:
    """Articles of made-up words, each with ten events that quote it."""
    chance, words = random.Random(7), vocabulary()  # noqa: S311
    with closing(Library.open(path)) as library:
        for start in range(0, ARTICLES, _IN_A_STEP):
            records = [
                record
                for number in range(start, start + _IN_A_STEP)
                for record in _article_with_events(library, number, chance, words)
            ]
            library.apply(Change("add articles", tuple(Edit(None, each) for each in records)))
    return path


def _article_with_events(
    library: Library, number: int, chance: random.Random, known: tuple[list[str], list[float]]
) -> Iterator[Record]:
    words = chance.choices(known[0], cum_weights=known[1], k=_WORDS)
    sentences = [" ".join(words[at : at + 14]).capitalize() + "." for at in range(0, _WORDS, 14)]
    text = " ".join(sentences)
    article = library.new_id()
    day = _FIRST_DAY.plus_days(number)
    title = f"{' '.join(words[20:26]).capitalize()} {number}"
    yield Article(article, title, text, (TextRange(0, len(text)),), day, source="The Gazette")
    for place in chance.sample(range(len(sentences)), EVENTS_OF_ARTICLE):
        start = sum(len(each) + 1 for each in sentences[:place])
        quote = sentences[place]
        event = library.new_id()
        span = TimeSpan.on(day.plus_days(-chance.randrange(400)))
        yield Event(event, quote[:60], span, people=(f"Person {chance.randrange(500)}",))
        yield Evidence(
            library.new_id(), event, article, TextRange(start, start + len(quote)), quote
        )


def _decide(library: Library, count: int) -> list[float]:
    """Seconds of each of some decisions, each on the disk when it returns."""
    chosen = random.Random(3).sample(list(library.project.events), count)  # noqa: S311
    return [_timed(library, event) for event in chosen]


def _timed(library: Library, event: int) -> float:
    start = time.perf_counter()
    accept(library, event)
    return time.perf_counter() - start


def _back_up_while_deciding(library: Library) -> tuple[float, list[float]]:
    taken: list[float] = []

    def copy() -> None:
        start = time.perf_counter()
        library.keep_backup()
        taken.append(time.perf_counter() - start)

    undecided = iter(list(library.project.events))
    worker = threading.Thread(target=copy)
    worker.start()
    waits = []
    while worker.is_alive():
        waits.append(_timed(library, next(undecided)))
        worker.join(0.1)  # as quick as a person decides who does not read
    return taken[0], waits


def _type_queries(library: Library) -> list[float]:
    """Seconds until each letter of some queries has its answer: words of texts, one to three."""
    chance, seconds = random.Random(5), list[float]()  # noqa: S311
    find(library, "warm up")
    texts = [each.text for each in list(library.project.articles.values())[:_QUERIES]]
    for text in texts:
        query = " ".join(chance.sample(text.split(), chance.choice((1, 2, 3))))
        for length in range(1, len(query) + 1):
            start = time.perf_counter()
            find(library, query[:length])
            seconds.append(time.perf_counter() - start)
    return seconds


def _show_all(library: Library) -> float:
    """Seconds of the processor until the timeline has its numbers."""
    start = time.process_time()
    TimelineContent(
        library.project,
        with_proposals=True,
        grouping=LaneGrouping.PERSON,
        coloring=Coloring.LANE,
    )
    return time.process_time() - start


def _show_a_million() -> float:
    """Seconds of the processor, the middle of three, from events as they are stored to arrays."""
    project = Project(_stored_events(1_000_000))
    seconds = []
    for _ in range(3):
        start = time.process_time()
        with no_garbage():
            events = EventColumns.of_project(project)
            SceneSource(project, events, LaneGrouping.PERSON, Coloring.LANE)
        seconds.append(time.process_time() - start)
    return median_of(seconds)


def _stored_events(count: int) -> Iterator[LazyEvent | LazyEvidence | Article]:
    """Events and their evidence as they come from the disk."""
    chance = random.Random(7)  # noqa: S311
    yield Article(1, "Report", "Text.", (TextRange(0, 5),), _FIRST_DAY)
    for number in range(2, 2 + count):
        span = TimeSpan.on(_FIRST_DAY.plus_days(chance.randrange(10_000)))
        people = (f"Person {chance.randrange(500)}",)
        yield _stored(LazyEvent, Event(number, f"Event {number}", span, people=people))
        proof = Evidence(count + number, number, 1, TextRange(0, 4), "Text")
        yield _stored(LazyEvidence, proof)


def _stored(kind: type[_Lazy], record: Record) -> _Lazy:
    row = encode(record)
    shared = LazyRows(Path("large.timeline"), tuple(row), kind.KNOWN)
    return kind(shared, tuple(row.values()))


def _p95(seconds: list[float]) -> float:
    return float(np.percentile(seconds, 95)) * 1e3
