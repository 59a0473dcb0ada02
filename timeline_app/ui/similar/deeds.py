"""Merging similar events and keeping them apart, whatever widget asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from timeline_app.domain import ChangeSet, UserError
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.wording import span_in_words
from timeline_app.services import review
from timeline_app.services.review.sources import versions_of
from timeline_app.services.sameness.suggestions import Similar
from timeline_app.ui.project_model import ProjectModel


class SimilarDeeds:
    """Changes the project through its services, and tells what was done and what was refused."""

    def __init__(self, model: ProjectModel) -> None:
        self._model = model

    def merge(self, event_ids: Iterable[int]) -> int | None:
        """Make one event of several, and choose it; its id, None where that was refused."""
        library = self._model.library
        try:
            kept = review.merge(library, *event_ids)
        except UserError as error:
            self._model.failed.emit(str(error))
            return None
        self._model.set_selection(())
        self._model.set_current_event(kept)
        self._model.message.emit(f"Merged. {self._source_words(kept)}")
        return kept

    def keep_apart(self, pair: Similar) -> bool:
        """Rule that two events are not the same; whether that was done."""
        if not self.do(lambda: review.keep_apart(self._model.library, pair.one, pair.other)):
            return False
        self._model.message.emit("Kept apart for good. Undo takes it back")
        return True

    def separate(self, evidence_id: int) -> None:
        """Make an event of its own of one source."""
        try:
            review.separate(self._model.library, evidence_id)
        except UserError as error:
            self._model.failed.emit(str(error))
        else:
            self._model.message.emit("Separated. The two events are kept apart")

    def settle(self, event_id: int, span: TimeSpan) -> None:
        """Decide for one of the dates that the sources give."""
        if self.do(lambda: review.settle(self._model.library, event_id, span)):
            self._model.message.emit(f"Dated {span_in_words(span, short=True)}")

    def dispute(self, event_id: int) -> None:
        """Keep all dates that the sources give."""
        if self.do(lambda: review.dispute(self._model.library, event_id)):
            self._model.message.emit("Both dates kept: the event is drawn as disputed")

    def leave_open(self, event_id: int) -> None:
        """Ask no more which date is right."""
        if self.do(lambda: review.leave_open(self._model.library, event_id)):
            self._model.message.emit("Left open until another source tells of it")

    def ask_again(self, event_id: int) -> None:
        """Take back what was decided on the date."""
        self.do(lambda: review.ask_again(self._model.library, event_id))

    def do(self, change: Callable[[], ChangeSet]) -> bool:
        """Make a change; whether it was made."""
        try:
            change()
        except UserError as error:
            self._model.failed.emit(str(error))
            return False
        return True

    def _source_words(self, event_id: int) -> str:
        evidence = self._model.library.project.evidence_of_event(event_id)
        count = len({each.article_id for each in evidence})
        differ = len(versions_of(evidence)) > 1
        return f"{count} sources {'differ on the date' if differ else 'agree'}"
