"""How running jobs are shown: nothing at first, then a thin bar, then a way to stop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from timeline_app.ui.jobs import Job, JobRunner
from timeline_app.ui.shell.status_bar import StatusBar
from timeline_app.ui.theme import Theme

HEIGHT = 3
_SHOW_AFTER, _CANCEL_AFTER = 300, 2_000


class BusyBar(QWidget):
    """Three pixels under the tool bar; `show_share` takes 0 to 1."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("Progress")
        self.hide()

    @property
    def share(self) -> float:
        """How much of the work is done, 0 to 1."""
        return self._share

    def show_share(self, share: float) -> None:
        """Show how much is done."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.palette.selected)
        done = max(24, round(self.width() * self._share))
        painter.fillRect(0, 0, done, HEIGHT, self._theme.palette.accent)


class BusyWatch(QObject):
    """Follows the jobs of some runners with the bar and the status line."""

    def __init__(self, runners: Sequence[JobRunner], bar: BusyBar, status: StatusBar) -> None:
        super().__init__(bar)
        self._runners, self._bar, self._status = tuple(runners), bar, status
        self._show = QTimer(self, singleShot=True, interval=_SHOW_AFTER)
        self._offer = QTimer(self, singleShot=True, interval=_CANCEL_AFTER)
        self._words = ""
        for runner in self._runners:
            runner.started.connect(self._on_started)
        status.cancel_wanted.connect(self._cancel)
        self._show.timeout.connect(self._on_slow)
        self._offer.timeout.connect(status.offer_cancel)

    @Slot(object)
    def _on_started(self, job: Job) -> None:
        job.progressed.connect(self._on_progress)
        job.ended.connect(self._on_ended)
        if len(self._jobs()) == 1:
            self._words = job.label
            self._bar.show_share(0.0)
            self._show.start()
            self._offer.start()

    @Slot()
    def _on_slow(self) -> None:
        self._bar.show()
        self._bar.raise_()
        self._status.show_busy(self._words)

    @Slot(object, object, str)
    def _on_progress(self, done: int, total: int, note: str) -> None:
        job = self.sender()
        label = job.label if isinstance(job, Job) else self._words
        self._words = note or label
        self._bar.show_share(done / total if total else 0.0)
        if self._bar.isVisible():
            self._status.show_busy(self._words)

    @Slot()
    def _on_ended(self) -> None:
        job = self.sender()
        waiting = [other for other in self._jobs() if other is not job]
        if waiting:
            self._words = waiting[0].label
            if self._bar.isVisible():
                self._status.show_busy(self._words)
            return
        self._show.stop()
        self._offer.stop()
        self._bar.hide()
        self._status.show_idle()

    @Slot()
    def _cancel(self) -> None:
        for job in self._jobs():
            job.cancel()

    def _jobs(self) -> list[Job]:
        return [job for runner in self._runners for job in runner.jobs]
