"""What reaches the window from outside: files and texts dropped, pasted, chosen; the samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from timeline_app.resources import seeds_path
from timeline_app.services.event_files import is_foreign_timeline
from timeline_app.services.incoming import Incoming
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.dialogs import Dialogs
from timeline_app.ui.shell.import_list import ImportList
from timeline_app.ui.shell.incoming import Arrival, arrival_of
from timeline_app.ui.shell.projects import ProjectKeeper

# Two tell of the same summit on different days, one has vague dates.
_SAMPLES = ("000_621c974184a7e2e5.txt", "summit-other-date.txt", "vague-dates.txt")
_NOTHING_THERE = "The clipboard holds no text. Copy the article’s text first."


class Arrivals(QObject):
    """Sends what arrives where it belongs: a project is opened, events and articles are added.

    `began` tells that texts are about to be added.
    """

    began = Signal()

    def __init__(
        self,
        model: ProjectModel,
        keeper: ProjectKeeper,
        imports: ImportList,
        dialogs: Dialogs,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._model, self._keeper, self._dialogs = model, keeper, dialogs
        self._imports = imports

    def commands(self) -> dict[str, Callable[[], None]]:
        """What its actions do."""
        return {
            "window.add": self.choose_files,
            "window.paste": self.paste,
            "window.samples": self.add_samples,
            "window.imports": self._imports.show,
        }

    def take(self, arrival: Arrival) -> None:
        """Open or add what was dropped or pasted."""
        if arrival.project is not None and self._is_foreign(arrival.project):
            self.add((Incoming("file", str(arrival.project)),))
        elif arrival.project is not None:
            self._keeper.open_path(arrival.project)
        elif arrival.texts:
            self.add(arrival.texts)

    def add(self, texts: tuple[Incoming, ...], *, is_listed: bool = True) -> None:
        """Read texts and add them to the project; several are listed."""
        if not texts or not self._keeper.ensure_open():
            return
        self.began.emit()
        self._imports.add(texts, is_listed=is_listed)

    def choose_files(self) -> None:
        """Ask for files and add them."""
        self.add(tuple(Incoming("file", str(path)) for path in self._dialogs.articles()))

    def paste(self) -> None:
        """Take what the clipboard holds."""
        arrival = arrival_of(QGuiApplication.clipboard().mimeData())
        if arrival.texts or arrival.project:
            self.take(arrival)
        else:
            self._model.failed.emit(_NOTHING_THERE)

    def add_samples(self) -> None:
        """Add the articles that come with the program."""
        samples = tuple(Incoming("file", str(seeds_path(name))) for name in _SAMPLES)
        self.add(samples, is_listed=False)

    def _is_foreign(self, path: Path) -> bool:
        """Whether a file that ends in .timeline is one of another program, not to be opened."""
        if self._model.is_open and path.exists():
            own = self._model.library.path
            if own.exists() and own.samefile(path):  # its file must not be read
                return False
        return is_foreign_timeline(path)
