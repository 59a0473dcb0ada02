"""Similar events and conflicts on the card of the review, and what M does there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from timeline_app.domain import ChangeSet, ReviewStatus
from timeline_app.domain.time import TimeSpan
from timeline_app.services.project import Project
from timeline_app.services.review.sources import conflict_of
from timeline_app.services.sameness.suggestions import Similar
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.similar.conflict import ConflictCard, dispute_of
from timeline_app.ui.similar.deeds import SimilarDeeds
from timeline_app.ui.similar.line import SimilarLine

_PAUSE = 200  # milliseconds
_NO_CONFLICT = "The sources of this event do not differ on its date"


class SimilarOnCard(QObject):
    """Keeps a line and a conflict up to date with the current event.

    `following` gives the event to go to when the current one becomes part of an accepted event;
    without it the merged event stays. With `merges_selection` several selected events are merged
    rather than the current one with what is similar to it.
    """

    def __init__(
        self,
        model: ProjectModel,
        parent: QObject,
        *,
        following: Callable[[int], int | None] = lambda _event: None,
        merges_selection: bool = False,
    ) -> None:
        super().__init__(parent)
        self._model, self._following = model, following
        self._merges_selection = merges_selection
        self._shown: tuple[SimilarLine, ConflictCard] | None = None
        self._deeds = SimilarDeeds(model)
        model.current_event_changed.connect(lambda _event: self.refresh())
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.refresh)
        model.changed.connect(self._on_change)
        model.similar.changed.connect(self.refresh)

    def watch(self, line: SimilarLine, conflict: ConflictCard) -> None:
        """Show everything in these from now on, and do what their buttons say."""
        self._shown = line, conflict
        line.merge_wanted.connect(self.merge)
        line.apart_wanted.connect(self.keep_apart)
        line.list_wanted.connect(self._model.similar_wanted)
        conflict.chosen.connect(lambda span: self._decide(self._deeds.settle, span))
        conflict.both_wanted.connect(lambda: self._decide(self._deeds.dispute))
        conflict.open_wanted.connect(lambda: self._decide(self._deeds.leave_open))
        conflict.again_wanted.connect(lambda: self._decide(self._deeds.ask_again))
        self.refresh()

    def let_go(self) -> None:
        """Show nothing any more."""
        self._shown = None

    def refresh(self) -> None:
        """Show what is similar to the current event, and what its sources differ about."""
        if self._shown is None:
            return
        line, conflict = self._shown
        event_id = self._event()
        if event_id is None:
            line.hide()
            conflict.hide()
            return
        project = self._model.library.project
        line.show_similar(project, event_id, self._model.similar.of(event_id))
        conflict.show_dispute(dispute_of(project, event_id))

    def _on_change(self, change: ChangeSet) -> None:
        """Compare at once what was changed here, and new articles when no more come."""
        if change.articles and self._event() not in change.events:
            self._pause.start()
        else:
            self._pause.stop()
            self.refresh()

    def commands(self, scope: str) -> dict[str, Callable[[], None]]:
        """What the commands of a workspace do, by their ids."""
        return {
            f"{scope}.merge": self.merge,
            f"{scope}.keep_apart": self.keep_apart,
            f"{scope}.choose_first": lambda: self._choose(0),
            f"{scope}.choose_second": lambda: self._choose(1),
            f"{scope}.keep_both": lambda: self._settle(self._deeds.dispute),
            f"{scope}.leave_open": lambda: self._settle(self._deeds.leave_open),
        }

    def dispute(self) -> None:
        """Keep all dates that the sources of the current event give."""
        self._decide(self._deeds.dispute)

    def merge(self) -> None:
        """Merge with the likeliest similar event; on from what is accepted, if all agree."""
        if self._merges_selection and len(self._model.selection) > 1:
            self._deeds.merge(sorted(self._model.selection))
            return
        pair, event_id = self._pair(), self._event()
        if pair is None or event_id is None:
            self._model.message.emit("No similar event was found")
            return
        following = self._following(event_id)
        kept = self._deeds.merge((pair.one, pair.other))
        if kept is None:
            return
        project = self._model.library.project
        is_decided = project.events[kept].status is ReviewStatus.ACCEPTED
        if is_decided and dispute_of(project, kept) is None and following in project.events:
            self._model.set_current_event(following)

    def keep_apart(self) -> None:
        """Rule that the likeliest similar event is another."""
        pair = self._pair()
        if pair is None:
            self._model.message.emit("No similar event was found")
        else:
            self._deeds.keep_apart(pair)

    def _choose(self, place: int) -> None:
        """Take the date at a place of the conflict."""
        event_id = self._event()
        versions = conflict_of(self._project, event_id) if event_id is not None else ()
        if place < len(versions):
            self._decide(self._deeds.settle, versions[place].span)
        else:
            self._model.message.emit(_NO_CONFLICT)

    def _settle(self, decide: Callable[[int], None]) -> None:
        event_id = self._event()
        if event_id is not None and conflict_of(self._project, event_id):
            decide(event_id)
        else:
            self._model.message.emit(_NO_CONFLICT)

    @property
    def _project(self) -> Project:
        return self._model.library.project

    def _decide(self, decide: Callable[..., None], *given: TimeSpan) -> None:
        event_id = self._event()
        if event_id is not None:
            decide(event_id, *given)

    def separate(self, evidence_id: int) -> None:
        """Make an event of its own of one source."""
        self._deeds.separate(evidence_id)

    def _pair(self) -> Similar | None:
        event_id = self._event()
        found = self._model.similar.of(event_id) if event_id is not None else []
        return found[0] if found else None

    def _event(self) -> int | None:
        event_id = self._model.current_event
        is_there = self._model.is_open and event_id in self._model.library.project.events
        return event_id if is_there else None
