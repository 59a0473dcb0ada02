"""The way back through what was looked at: workspaces, articles, events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.workspaces import WorkspaceStack

_LONGEST = 200  # places


@dataclass(frozen=True, slots=True)
class Place:
    """What is looked at: the name of a workspace, and the ids of an article and an event."""

    workspace: str
    article: int | None
    event: int | None


class Trail(QObject):
    """Notes each place where one stays for a moment; `changed` when ways open or close."""

    changed = Signal()

    def __init__(
        self,
        model: ProjectModel,
        stack: WorkspaceStack,
        show: Callable[[str], None],
        parent: QObject,
    ) -> None:
        """`show` shows a workspace by its name."""
        super().__init__(parent)
        self._model, self._stack, self._show = model, stack, show
        self._places: list[Place] = []
        self._at = -1
        # What is chosen together, such as an event and its article, is one place.
        self._noting = QTimer(self, singleShot=True, interval=0)
        self._noting.timeout.connect(self._note)
        model.opened.connect(self._begin)
        model.current_article_changed.connect(self._noting.start)
        model.current_event_changed.connect(self._noting.start)
        stack.shown.connect(lambda _name: self._noting.start())

    @property
    def has_before(self) -> bool:
        """Whether there is a way back."""
        return self._at > 0

    @property
    def has_after(self) -> bool:
        """Whether one has gone back, and can go forward again."""
        return self._at < len(self._places) - 1

    def commands(self) -> dict[str, Callable[[], None]]:
        """What its actions do."""
        return {
            "window.back": lambda: self._go(-1),
            "window.forward": lambda: self._go(1),
        }

    def _begin(self) -> None:
        self._places.clear()
        self._at = -1
        self.changed.emit()

    def _note(self) -> None:
        if not self._model.is_open or self._stack.is_at_start:
            return
        model = self._model
        here = Place(self._stack.shown_name, model.current_article, model.current_event)
        if self._at >= 0 and self._places[self._at] == here:
            return
        self._places[self._at + 1 :] = [here]
        del self._places[:-_LONGEST]
        self._at = len(self._places) - 1
        self.changed.emit()

    def _go(self, step: int) -> None:
        """Go to the next place that way which is still there."""
        self._noting.stop()
        self._note()
        at = self._at + step
        while 0 <= at < len(self._places) and not self._is_there(self._places[at]):
            at += step
        if 0 <= at < len(self._places):
            self._at = at
            self._visit(self._places[at])
            self.changed.emit()

    def _is_there(self, place: Place) -> bool:
        project = self._model.library.project
        is_article_there = place.article is None or place.article in project.articles
        return is_article_there and (place.event is None or place.event in project.events)

    def _visit(self, place: Place) -> None:
        self._show(place.workspace)
        self._model.set_current_article(place.article)
        self._model.set_current_event(place.event)
