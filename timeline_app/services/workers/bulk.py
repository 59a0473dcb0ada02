"""Reads many texts at once and gives them back in their order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice

from timeline_app.domain import Preferences, UserError
from timeline_app.domain.time import CivilDate
from timeline_app.services.incoming import Found, Incoming
from timeline_app.services.proposing import Proposers
from timeline_app.services.workers.pool import ReadingPool

_AHEAD = 2  # texts for each process that are read before the one that is waited for


def read_all(
    pool: ReadingPool,
    texts: Iterable[Incoming],
    preferences: Preferences,
    proposers: Proposers,
    today: CivilDate | None = None,
) -> Iterator[tuple[Incoming, Found | UserError]]:
    """Each text with what it holds, or why it cannot be read; all processes of the pool read.

    Few texts are read ahead, so that a thousand need no more memory than ten.
    """
    waiting: deque[tuple[Incoming, Future[Found]]] = deque()
    rest = iter(texts)
    with ThreadPoolExecutor(pool.size, thread_name_prefix="read") as threads:

        def begin(count: int) -> None:
            for text in islice(rest, count):
                future = threads.submit(pool.read, text, preferences, proposers, today=today)
                waiting.append((text, future))

        begin(pool.size * (1 + _AHEAD))
        while waiting:
            text, future = waiting.popleft()
            try:
                yield text, future.result()
            except UserError as error:
                yield text, error
            begin(1)
