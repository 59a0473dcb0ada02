"""What can be done with events on the timeline, whatever widget asks for it."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.domain import ChangeSet, UserError
from timeline_app.layout import TimeScale
from timeline_app.services import review
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.timeline.creating import NEW_TITLE, span_at


class TimelineDeeds:
    """Changes the project through its services, and says in the window what could not be done."""

    def __init__(self, model: ProjectModel) -> None:
        self._model = model

    def create(self, instant: int, scale: TimeScale) -> bool:
        """Make an event as fine as the scale, and choose it; False when that was refused."""
        try:
            created = review.add_event(self._model.library, NEW_TITLE, span_at(instant, scale))
        except UserError as error:
            self._model.failed.emit(str(error))
            return False
        self._model.set_selection({created})
        self._model.set_current_event(created)
        return True

    def read(self, event_id: int) -> None:
        """Show an event in its article."""
        self._model.set_current_event(event_id)
        if self._model.library.project.articles_of_event(event_id):
            self._model.workspace_wanted.emit("review")
        else:
            self._model.message.emit("This event was entered by hand: no article speaks of it")

    def read_article(self, article_id: int) -> None:
        """Show an article."""
        self._model.set_current_article(article_id)
        self._model.workspace_wanted.emit("review")

    def accept(self) -> None:
        """Accept the selected events, or else the current one."""
        if self._change(lambda ids: review.accept(self._model.library, *ids)):
            left = self._model.library.project.counts().proposed
            self._model.message.emit(f"Accepted. {f'{left} left' if left else 'All reviewed'}")

    def delete(self) -> None:
        """Delete the selected events, or else the current one."""
        if self._change(lambda ids: review.delete_events(self._model.library, ids)):
            self._model.message.emit("Deleted. Undo brings it back")

    def _change(self, change: Callable[[frozenset[int]], ChangeSet]) -> bool:
        """Change what is chosen; tells whether that was done."""
        current = self._model.current_event
        ids = self._model.selection or frozenset([] if current is None else [current])
        if not ids:
            return False
        try:
            change(ids)
        except UserError as error:
            self._model.failed.emit(str(error))
            return False
        return True
