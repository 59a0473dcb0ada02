"""Finds similar events between two frames, while the window is at rest."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.domain import ChangeSet
from timeline_app.services.project import Project
from timeline_app.services.sameness.suggestions import Similar, Suggestions
from timeline_app.services.sameness.weighing import load_weighing

_SLICE = 0.004  # seconds of work, so that no frame waits
_PAUSE = 12  # milliseconds between two slices
_FIRST = 600  # milliseconds after a change: reading and drawing come first
_TOLD_EVERY = 0.5  # seconds: a list that is filled is not laid out anew with every pair


class SimilarFeed(QObject):
    """The similar events of the open project; `changed` tells that there are others than before.

    `finished` is emitted when everything is compared.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._suggestions: Suggestions | None = None
        self._told_at = 0.0
        self._is_news = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._work)

    @property
    def is_done(self) -> bool:
        """Whether everything is compared."""
        return self._suggestions is None or self._suggestions.is_done

    def open(self, project: Project) -> None:
        """Look at another project."""
        self._suggestions = Suggestions(project, load_weighing())
        self._timer.start(_FIRST)

    def close(self) -> None:
        """Let go of the project."""
        self._timer.stop()
        self._suggestions = None

    def follow(self, change: ChangeSet) -> None:
        """Look again at what a change has touched."""
        if self._suggestions is not None and change.events:
            self._suggestions.follow(change.events)
            self._is_news = True
            self._timer.start(_FIRST)

    def of(self, event_id: int) -> list[Similar]:
        """What may be the same as an event, the likeliest first; it is compared now if need be."""
        if self._suggestions is None:
            return []
        self._suggestions.look_at(event_id)
        return self._suggestions.of(event_id)

    def all(self) -> list[Similar]:
        """All that was found until now, the likeliest first."""
        return [] if self._suggestions is None else self._suggestions.all()

    def _work(self) -> None:
        if self._suggestions is None:
            return
        until = time.perf_counter() + _SLICE
        while not self._suggestions.is_done and time.perf_counter() < until:
            self._is_news |= self._suggestions.work()
        if self._suggestions.is_done or time.perf_counter() > self._told_at + _TOLD_EVERY:
            self._tell()
        if not self._suggestions.is_done:
            self._timer.start(_PAUSE)
        else:
            self.finished.emit()

    def _tell(self) -> None:
        if self._is_news:
            self._is_news, self._told_at = False, time.perf_counter()
            self.changed.emit()
