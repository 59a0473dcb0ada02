"""The reading processes of a program: one for each core, started when they are needed."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from timeline_app.domain import UNWATCHED, Preferences, Progress
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.proposer import BUILT_IN, RULES, SPACY_FOLDER
from timeline_app.services.incoming import Found, Incoming, with_proposals
from timeline_app.services.proposing import Proposers
from timeline_app.services.workers.child import Task
from timeline_app.services.workers.limits import WorkerLimits
from timeline_app.services.workers.worker import Worker

MOST = 4  # processes: each takes some 300 MB
_NEEDS_NOTHING = frozenset((BUILT_IN, RULES, SPACY_FOLDER))  # engines that ask no other program


class ReadingPool:
    """Reads files and texts in processes of their own, in which nothing that they hold can hurt.

    Any number of threads may call; each waits until a process is free. Close it at the end.
    """

    def __init__(self, size: int | None = None, limits: WorkerLimits | None = None) -> None:
        self.size = size or min(MOST, os.cpu_count() or 1)
        self._limits = limits or WorkerLimits()
        self._lock = threading.Lock()
        self._is_closed = False
        self._workers: set[Worker] = set()
        self._free: queue.LifoQueue[Worker | None] = queue.LifoQueue()
        for _ in range(self.size):
            self._free.put(None)

    def read(
        self,
        text: Incoming,
        preferences: Preferences,
        proposers: Proposers,
        progress: Progress = UNWATCHED,
        *,
        today: CivilDate | None = None,
    ) -> Found:
        """What a file or a text holds, with the events in it; a day after `today` is doubted.

        An engine that has to ask another program looks for the events in this process: those that
        read may not. Raises UserError when the text cannot be read or passes a limit, Cancelled
        when `progress` is told to stop, and RuntimeError once the pool is closed.
        """
        engine = proposers.settings
        if engine.name in _NEEDS_NOTHING:
            with self._worker(progress) as worker:
                task = Task(text, preferences, engine, today)
                return worker.ask(task, lambda: progress.step(0, 1))
        found = self.open(text, progress, today=today)
        if found.events is not None:
            return found
        articles = tuple(article for article, _ in found.articles)
        return with_proposals(found, articles, preferences, proposers, progress)

    def open(
        self,
        text: Incoming,
        progress: Progress = UNWATCHED,
        *,
        today: CivilDate | None = None,
    ) -> Found:
        """What a file or a text holds, without looking for events; raises what `read` does."""
        with self._worker(progress) as worker:
            return worker.ask(Task(text, today=today), lambda: progress.step(0, 1))

    def get_ready(self, progress: Progress = UNWATCHED) -> None:
        """Start a process and let it load what the first article needs."""
        with self._worker(progress) as worker:
            worker.ask(Task(None), lambda: progress.step(0, 1))

    def close(self) -> None:
        """End all processes; what they read is given up."""
        with self._lock:
            self._is_closed = True
            workers = tuple(self._workers)
        for worker in workers:
            worker.stop()

    @contextmanager
    def _worker(self, progress: Progress) -> Iterator[Worker]:
        kept = self._wait_for_one(progress)
        worker = kept
        try:
            worker = self._living(kept)
            yield worker
        finally:
            # One that was ended is replaced at once: the next text does not wait for its start.
            self._free.put(worker if self._is_closed or worker is None else self._living(worker))

    def _wait_for_one(self, progress: Progress) -> Worker | None:
        while True:
            progress.step(0, 1)
            try:
                return self._free.get(timeout=0.05)
            except queue.Empty:
                continue

    def _living(self, worker: Worker | None) -> Worker:
        """The process itself, or another where it has ended or was never started."""
        if worker is not None and worker.is_alive:
            return worker
        with self._lock:
            if self._is_closed:
                raise RuntimeError("the pool of reading processes is closed")
            if worker is not None:
                self._workers.discard(worker)
            started = Worker(self._limits)
            self._workers.add(started)
            return started
