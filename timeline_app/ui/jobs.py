"""Long work in a worker thread, watched from the main thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal, Slot

from timeline_app.domain import Cancelled, Progress

Work = Callable[[Progress], object]


class Job(QObject):
    """One piece of work. All its public signals arrive in the main thread.

    Exactly one of `finished` (with the result), `failed` (with the exception) and `cancelled` is
    emitted, and `ended` after it. Connect before the event loop runs again.
    """

    progressed = Signal(object, object, str)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    _reported = Signal(object, object, str)
    _closed = Signal(object)

    def __init__(self, label: str, parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self._stop = threading.Event()
        queued = Qt.ConnectionType.QueuedConnection
        self._reported.connect(self._on_reported, queued)
        self._closed.connect(self._on_closed, queued)

    @property
    def is_cancelled(self) -> bool:
        """Whether the job was told to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Tell the job to stop at its next step; nothing of it is kept."""
        self._stop.set()

    def step(self, done: int, total: int, note: str = "") -> None:
        """Report a step, in the worker. Raises Cancelled when the job should stop."""
        if self.is_cancelled:
            raise Cancelled
        self._reported.emit(done, total, note)

    def close(self, future: Future[object]) -> None:
        """Tell the main thread how it ended; called in the worker."""
        self._closed.emit(future)

    @Slot(object, object, str)
    def _on_reported(self, done: int, total: int, note: str) -> None:
        if not self.is_cancelled:
            self.progressed.emit(done, total, note)

    @Slot(object)
    def _on_closed(self, future: Future[object]) -> None:
        error = future.exception()
        if self.is_cancelled or isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.finished.emit(future.result())
        self.ended.emit()


class JobRunner(QObject):
    """Runs plain functions in worker threads: one after the other, or as many at once as told."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None, *, at_once: int = 1) -> None:
        super().__init__(parent)
        self._workers = ThreadPoolExecutor(max_workers=at_once, thread_name_prefix="job")
        self._jobs: list[Job] = []
        self._is_closed = False

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The jobs that run or wait, in order."""
        return tuple(self._jobs)

    @property
    def is_closed(self) -> bool:
        """Whether no more work is taken."""
        return self._is_closed

    def run(self, label: str, work: Work) -> Job:
        """Start `work` in the worker; `label` says in words what is being done.

        Raises RuntimeError once the runner is closed.
        """
        job = Job(label, self)
        self._jobs.append(job)
        job.ended.connect(self._sweep)
        self._workers.submit(work, job).add_done_callback(job.close)
        self.started.emit(job)
        return job

    def close(self) -> None:
        """Stop all jobs and wait for the workers."""
        self._is_closed = True
        for job in self._jobs:
            job.cancel()
        self._workers.shutdown(wait=True)
        self._jobs.clear()

    @Slot()
    def _sweep(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self._jobs:
            self._jobs.remove(job)
            job.deleteLater()
