"""Takes events out of files that are dropped or chosen among the articles."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from timeline_app.domain import UserError
from timeline_app.services.event_files import (
    holds_events,
    is_foreign_timeline,
    take_events,
)
from timeline_app.services.incoming import Incoming
from timeline_app.services.library import Library
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.adding import Readers

if TYPE_CHECKING:
    from timeline_app.documents.read_events import ReadEvents


class EventTaker(QObject):
    """Has files of events read and adds each in one step."""

    def __init__(self, model: ProjectModel, readers: Readers, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._readers = model, readers

    def is_foreign(self, path: Path) -> bool:
        """Whether a file that ends in .timeline is one of another program."""
        return not self._is_open(path) and is_foreign_timeline(path)

    def take(self, texts: tuple[Incoming, ...]) -> tuple[Incoming, ...]:
        """Begin with the files of events; those that remain are for others."""
        ours = [text for text in texts if self._has_events(text)]
        for text in ours:
            self._read(text)
        return tuple(text for text in texts if text not in ours)

    def _has_events(self, text: Incoming) -> bool:
        if text.kind != "file":
            return False
        path = Path(text.content)
        return not self._is_open(path) and holds_events(path)

    def _is_open(self, path: Path) -> bool:
        """Whether it is the open project, whose file must not be read."""
        if not self._model.is_open or not path.exists():
            return False
        own = self._model.library.path
        return own.exists() and own.samefile(path)

    def _read(self, text: Incoming) -> None:
        library, pool = self._model.library, self._readers.pool
        read = partial(pool.open_events, text)
        job = self._readers.runner.run(f"Reading {text.name}", read)
        job.finished.connect(lambda found: self._keep(library, found, text.name))
        job.failed.connect(self._fail)

    def _keep(self, library: Library, found: ReadEvents | None, name: str) -> None:
        if found is None or not self._model.is_open or self._model.library is not library:
            return
        try:
            taken = take_events(library, found, name)
        except UserError as error:
            self._fail(error)
            return
        self._model.message.emit(f"{taken.in_words} from {name}")
        if found.warnings:
            self._model.failed.emit(" ".join(found.warnings))

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._model.failed.emit(str(error))
