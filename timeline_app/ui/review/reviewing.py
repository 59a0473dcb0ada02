"""What the researcher does in the review: each act is one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from timeline_app.domain import (
    Certainty,
    ChangeSet,
    Event,
    Factuality,
    ReviewStatus,
    TextRange,
    UserError,
)
from timeline_app.domain.time import TimeSpan
from timeline_app.services import review
from timeline_app.services.project import Project
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.review.folding import Folding


class Reviewing(QObject):
    """Acts on the current event of the model. A UserError becomes `failed`, a sentence.

    `many_wanted` carries how many proposals "accept all certain" would accept; `accept_many`
    does it.
    """

    failed = Signal(str)
    many_wanted = Signal(int)

    def __init__(self, model: ProjectModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.folding = Folding(model)

    @property
    def needs_date(self) -> bool:
        """Whether the current event cannot be accepted for want of a date."""
        event = self._event()
        return event is not None and event.span is None

    def accept(self) -> None:
        """Accept, and go to the next proposal."""
        self._decide(review.accept, "Accepted")

    def reject(self) -> None:
        """Reject, and go to the next proposal."""
        self._decide(review.reject, "Rejected")

    def put_off_or_reopen(self) -> None:
        """Put a proposal off until the others are done; make any other event a proposal again."""
        event = self._event()
        if event is None:
            return
        if event.status is ReviewStatus.PROPOSED:
            self._decide(review.defer, "Put off")
        elif event.status is ReviewStatus.FOLDED:
            self._try(partial(review.unfold, self._model.library, event.id))
        else:
            self._try(partial(review.reopen, self._model.library, event.id))

    def toggle_folded(self) -> None:
        """Show the folded proposals of the article, or fold them again."""
        count = len(self.folding.events)
        if not count:
            self._model.message.emit("Nothing is folded in this article")
            return
        self.folding.toggle()
        event = self._event()
        if event is None or event.status is ReviewStatus.FOLDED:
            self.choose_first()
        self._model.message.emit(f"{count} folded {'shown' if self.folding.is_open else 'again'}")

    def accept_all_certain(self) -> None:
        """Ask for leave to accept every certain, dated proposal of the article."""
        count = len(self._certain())
        if count:
            self.many_wanted.emit(count)
        else:
            self._model.message.emit("No certain proposal waits in this article")

    def accept_many(self) -> None:
        """Accept every certain, dated proposal of the article, in one step."""
        article, count = self._model.current_article, len(self._certain())
        if article is None:
            return
        self._try(partial(review.accept_all_certain, self._model.library, article))
        self._model.message.emit(f"Accepted {count}. {self._left()}")
        self.choose_first()

    def step(self, count: int) -> None:
        """Go to another proposal; to another event when none waits."""
        events = self._on_offer() or self._events()
        ids = [event.id for event in events]
        if not ids:
            return
        current = self._model.current_event
        if current in ids:
            self._model.set_current_event(ids[(ids.index(current) + count) % len(ids)])
            return
        after = self._first_after(ids) if count > 0 else self._last_before(ids)
        self._model.set_current_event(after)

    def following(self, event_id: int) -> int | None:
        """The proposal that comes after an event, or else the first that waits."""
        ids = [event.id for event in self._on_offer()]
        others = [other for other in ids if other != event_id]
        if event_id not in ids:
            return self._first_after(others)
        after = ids[ids.index(event_id) + 1 :]
        return after[0] if after else (others[0] if others else None)

    def choose_first(self) -> None:
        """Go to the first proposal that waits; to none when all are decided."""
        offered = self._on_offer()
        self._model.set_current_event(offered[0].id if offered else None)

    def next_article(self) -> None:
        """Go to the next article in which a proposal waits."""
        project = self._model.library.project
        ids = list(project.articles)
        current = self._model.current_article
        start = ids.index(current) + 1 if current in ids else 0
        for article_id in ids[start:] + ids[:start]:
            if project.queue(article_id):
                self._model.set_current_article(article_id)
                return

    def step_reading(self, step: int) -> None:
        """Take another reading of the time words."""
        self._change(lambda event: review.next_reading(self._model.library, event.id, step))

    def choose_reading(self, index: int) -> None:
        """Take one reading of the time words."""
        self._change(lambda event: review.choose_reading(self._model.library, event.id, index))

    def step_certainty(self) -> None:
        """Take the next certainty, round in a circle."""
        event = self._event()
        if event is not None:
            values = list(Certainty)
            self.set_certainty(values[(values.index(event.certainty) + 1) % len(values)])

    def factuality_commands(self) -> Mapping[str, Callable[[], None]]:
        """The commands that set the status, by id."""
        return {
            f"review.{value.name.lower()}": partial(self.set_factuality, value)
            for value in Factuality
        }

    def set_factuality(self, value: Factuality) -> None:
        """Say whether it happened."""
        self._change(lambda event: review.set_factuality(self._model.library, event.id, value))

    def set_certainty(self, value: Certainty) -> None:
        """Say how sure it is."""
        self._change(lambda event: review.set_certainty(self._model.library, event.id, value))

    def set_date(self, span: TimeSpan) -> None:
        """Date the event by hand."""
        self._change(lambda event: review.set_date(self._model.library, event.id, span))

    def set_title(self, title: str) -> None:
        """Give the event another title."""
        self._change(lambda event: review.set_title(self._model.library, event.id, title))

    def set_actors(self, names: tuple[str, ...]) -> None:
        """Say who took part; names that were organisations stay organisations."""

        def change(event: Event) -> ChangeSet:
            known = self._project().shown(event).organisations
            organisations = [name for name in names if name in known]
            people = [name for name in names if name not in known]
            return review.set_names(
                self._model.library, event.id, people=people, organisations=organisations
            )

        self._change(change)

    def set_places(self, names: tuple[str, ...]) -> None:
        """Say where it was."""
        self._change(lambda event: review.set_names(self._model.library, event.id, places=names))

    def set_tags(self, tags: tuple[str, ...]) -> None:
        """Give the event exactly these tags."""
        self._change(lambda event: review.set_tags(self._model.library, event.id, tags))

    def split(self) -> None:
        """Make a second event of the same passage, and go to it."""
        event = self._event()
        if event is not None:
            self._model.set_current_event(review.split(self._model.library, event.id))

    def turn_day_order(self) -> None:
        """Read the dates in numbers of the article with day and month the other way round."""
        article = self._model.current_article
        order = None if article is None else review.other_day_order(self._project(), article)
        if article is None or order is None:
            self._model.message.emit("No date of this article can be read in two orders")
            return
        self._try(partial(review.read_in_order, self._model.library, article, order))
        self._model.message.emit(f"The dates of this article are read with the {order.value}")

    def add_event(self, selection: TextRange | None) -> None:
        """Make an event from selected words, or an empty one."""
        library, article = self._model.library, self._model.current_article
        try:
            if selection is None or article is None:
                event_id = review.add_event(library, "New event", None)
            else:
                event_id = review.add_event_from_selection(library, article, selection)
        except UserError as error:
            self.failed.emit(str(error))
            return
        self._model.set_current_event(event_id)

    def undo(self) -> None:
        """Take the last step back, and go to the event it was about."""
        try:
            change = self._model.library.undo()
        except UserError as error:
            self.failed.emit(str(error))
            return
        if change is None:
            self._model.message.emit("Nothing to undo")
            return
        events = self._model.library.project.events
        touched = [event_id for event_id in change.events if event_id in events]
        if len(touched) == 1:
            self._model.set_current_event(touched[0])

    def _decide(self, decision: Callable[..., ChangeSet], words: str) -> None:
        event = self._event()
        if event is None:
            return
        following = self.following(event.id)
        if self._try(partial(decision, self._model.library, event.id)):
            self._model.set_current_event(following)
            self._model.message.emit(f"{words}. {self._left()}")

    def _first_after(self, ids: list[int]) -> int | None:
        """The first of some events that stands after the current one in the text."""
        order = [event.id for event in self._events()]
        current = self._model.current_event
        place = order.index(current) if current in order else -1
        after = [event_id for event_id in order[place + 1 :] if event_id in ids]
        return after[0] if after else (ids[0] if ids else None)

    def _last_before(self, ids: list[int]) -> int | None:
        order = [event.id for event in self._events()]
        current = self._model.current_event
        place = order.index(current) if current in order else len(order)
        before = [event_id for event_id in order[:place] if event_id in ids]
        return before[-1] if before else (ids[-1] if ids else None)

    def _change(self, change: Callable[[Event], ChangeSet]) -> None:
        event = self._event()
        if event is not None:
            self._try(lambda: change(event))

    def _try(self, act: Callable[[], ChangeSet]) -> bool:
        try:
            act()
        except UserError as error:
            self.failed.emit(str(error))
            return False
        return True

    def _project(self) -> Project:
        return self._model.library.project

    def _event(self) -> Event | None:
        if self._model.current_event is None:
            return None
        return self._project().events.get(self._model.current_event)

    def _events(self) -> list[Event]:
        article = self._model.current_article
        if article is None:
            return []
        return self._project().events_of_article(article, with_folded=self.folding.is_open)

    def _on_offer(self) -> list[Event]:
        """What waits, and then what is folded, where that is shown."""
        return self._waiting() + self.folding.shown

    def _waiting(self) -> list[Event]:
        article = self._model.current_article
        return [] if article is None else self._model.habits.queue(article)

    def _certain(self) -> list[Event]:
        return [
            event
            for event in self._waiting()
            if event.span is not None and event.certainty is Certainty.CERTAIN
        ]

    def _left(self) -> str:
        count = len(self._waiting())
        return f"{count} left" if count else "All reviewed"
