"""The review workspace: articles, reader, card, queue, and the strip."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from timeline_app.domain import Article, ChangeSet
from timeline_app.ui.help import explain
from timeline_app.ui.jobs import JobRunner
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.review.article_header import ArticleHeader
from timeline_app.ui.review.article_list import ArticleList
from timeline_app.ui.review.card import Card, CardHead
from timeline_app.ui.review.counts_line import CountsLine
from timeline_app.ui.review.current import SentencesOfArticle, current_event
from timeline_app.ui.review.finished import Finished
from timeline_app.ui.review.margins import AnnotatedReader
from timeline_app.ui.review.offering import Offering
from timeline_app.ui.review.passages import numbers_of, passages_of, state_of
from timeline_app.ui.review.queue import Queue, QueueEntry
from timeline_app.ui.review.reviewing import Reviewing
from timeline_app.ui.review.strip_panel import StripPanel
from timeline_app.ui.review.unread import UnreadWalk
from timeline_app.ui.similar.on_card import SimilarOnCard
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import MessageLine, Surface

_LIST, _CARD, _STRIP = 264, 416, 174
_FOLD_BELOW = 1_060
_STRIP_FROM = 400  # pixels of height: below an open import list the text comes first
_PAUSE = 100  # milliseconds: many articles that are added at once are counted together


class ReviewWorkspace(QWidget):
    """Shows the model's current article and event, and lets `Reviewing` act on them."""

    status_changed = Signal(str)

    def __init__(
        self,
        model: ProjectModel,
        theme: Theme,
        runner: JobRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        explain(self, "review")
        self._model, self._theme = model, theme
        self._sentences = SentencesOfArticle(runner, self)
        self._shown_article: int | None = None
        self._telling = QTimer(self, singleShot=True, interval=_PAUSE)
        self._telling.timeout.connect(self._tell_status)
        self.articles = ArticleList(model, theme)
        self.header = ArticleHeader(model, theme)
        self.message = MessageLine(theme)
        self.page = AnnotatedReader(theme)
        self.counts = CountsLine(theme)
        self.unread = UnreadWalk(model, self.page.reader, self.counts, self._sentences)
        self.strip = StripPanel(model, theme)
        self.head = CardHead(theme)
        self.card = Card(theme)
        self.finished = Finished(theme)
        self.queue = Queue(theme)
        self.reviewing = Reviewing(model, self)
        self.similar = SimilarOnCard(model, self, following=self.reviewing.following)
        self.similar.watch(self.card.similar, self.card.conflict)
        self._lay_out()
        self._connect()
        self.articles.refresh()
        self._on_article(model.current_article)

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """The commands of the review, by id."""
        reviewing, card = self.reviewing, self.card
        return {
            "review.confirm_date": self.header.date_bar.confirm_date,
            "review.change_date": self.header.date_bar.start_editing,
            "review.new_event": self._new_event,
            "review.jump": self._jump,
            "review.next_unread": self.unread.next,
            "review.unread": self.unread.toggle,
            "review.next_article": lambda: self.articles.step(1),
            "review.previous_article": lambda: self.articles.step(-1),
            "review.accept": self._accept,
            "review.reject": reviewing.reject,
            "review.later": reviewing.put_off_or_reopen,
            "review.accept_all": reviewing.accept_all_certain,
            "review.edit_title": card.title.start_editing,
            "review.edit_date": self._edit_date,
            "review.next_reading": lambda: reviewing.step_reading(1),
            "review.previous_reading": lambda: reviewing.step_reading(-1),
            "review.certainty": reviewing.step_certainty,
            "review.tag": self._tag,
            "review.split": self._split,
            "review.day_order": reviewing.turn_day_order,
            **reviewing.factuality_commands(),
            "review.next": lambda: reviewing.step(1),
            "review.previous": lambda: reviewing.step(-1),
            "review.undo": reviewing.undo,
            "review.folded": self._toggle_folded,
            "review.reasons": card.details.reasons.toggle,
            "review.fit": self.strip.strip.fit,
            **self.similar.commands("review"),
        }

    def save_view(self) -> dict[str, Any]:
        """Sizes, order and text size, as JSON values."""
        return {
            "columns": self._columns.sizes(),
            "rows": self._rows.sizes(),
            "order": self.articles.order,
            "text": self.page.reader.font_size,
            "scroll": self.page.reader.verticalScrollBar().value(),
        }

    def restore_view(self, view: dict[str, Any]) -> None:
        """Take up what `save_view` gave."""
        for splitter, key in ((self._columns, "columns"), (self._rows, "rows")):
            sizes = view.get(key)
            if isinstance(sizes, list) and len(sizes) == splitter.count():
                splitter.setSizes([int(size) for size in sizes])
        self.articles.set_order(str(view.get("order", "added")))
        self.page.reader.set_font_size(float(view.get("text", self.page.reader.font_size)))
        self.page.reader.verticalScrollBar().setValue(int(view.get("scroll", 0)))

    def focus_target(self) -> QWidget:
        """The reader takes the keyboard."""
        return self.page.reader

    def refresh(self) -> None:
        """Show article, events and counts as they are now."""
        article = self._article()
        self._centre.setVisible(article is not None)
        if article is None:
            self._shown_article = None
            self._show_card()
            return
        if article.id != self._shown_article:
            self._shown_article = article.id
            self.page.reader.show_text(article.text, article.body)
            self.message.clear()
        self.header.refresh()
        self._show_passages()
        self._show_card()
        self._tell_status()

    def showEvent(self, event: QShowEvent) -> None:
        """Say how the review stands."""
        super().showEvent(event)
        self._tell_status()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list of articles makes room, in a low one the strip."""
        super().resizeEvent(event)
        self.strip.setVisible(self.height() >= _STRIP_FROM)
        self.articles.setVisible(self.width() >= _FOLD_BELOW)

    def _accept(self) -> None:
        if self.reviewing.needs_date:
            self._model.message.emit("This proposal needs a date before it can be accepted")
            self._edit_date()
        else:
            self.reviewing.accept()

    def _edit_date(self) -> None:
        if self._model.current_event is not None:
            self.card.date.start_editing()

    def _new_event(self) -> None:
        self.reviewing.add_event(self.page.reader.selected_range())
        if self._model.current_event is not None:
            self.card.title.start_editing()

    def _tag(self) -> None:
        if self._model.current_event is not None:
            self.card.start_tagging()

    def _split(self) -> None:
        if self._model.current_event is not None:
            self.reviewing.split()
            self.card.title.start_editing()

    def _jump(self) -> None:
        if self._model.current_event is not None:
            self.page.reader.reveal(self._model.current_event)
            self.page.reader.setFocus()

    def _toggle_folded(self) -> None:
        self.reviewing.toggle_folded()
        self.refresh()

    def _article(self) -> Article | None:
        if not self._model.is_open or self._model.current_article is None:
            return None
        return self._model.library.project.articles.get(self._model.current_article)

    def _show_passages(self) -> None:
        article = self._article()
        if article is None:
            return
        project = self._model.library.project
        is_unfolded = self.reviewing.folding.is_open
        passages = passages_of(project, article.id, with_folded=is_unfolded)
        self.page.reader.show_passages(passages, self._model.current_event)
        self.counts.show_states(map(state_of, project.events_of_article(article.id)))
        self.unread.refresh()

    def _show_card(self) -> None:
        article, event_id = self._article(), self._model.current_event
        events = []
        if article is not None:
            project = self._model.library.project
            events = project.events_of_article(article.id, with_folded=False)
        states = tuple(map(state_of, events))
        ids = [event.id for event in events]
        folding = self.reviewing.folding
        self.head.show_progress(states, ids.index(event_id) if event_id in ids else None)
        folded = [event.id for event in folding.events]
        if event_id in folded:
            self.head.show_folded(folded.index(event_id), len(folded))
        for button in (self.head.tag, self.head.split, self.head.link):
            button.setEnabled(event_id is not None)
        self.card.setVisible(event_id is not None)
        self.finished.setVisible(event_id is None)
        if event_id is not None:
            project = self._model.library.project
            current = current_event(project, event_id, self._model.current_article, self._sentences)
            self.card.show_event(current)
            habit = self._model.habits.against(event_id)
            self.card.details.show_habit("" if habit is None else habit.sentence)
            self.card.details.show_links(project, event_id)
        elif article is not None:
            waiting = self._model.library.project.counts().proposed
            here = len(self._model.library.project.queue(article.id))
            self.finished.show_counts(len(states), len(states) - here, waiting - here, len(folded))
        self.queue.show_entries(self._entries(article))
        self.queue.folded.show_count(len(folded), is_open=folding.is_open)

    def _show_quote(self) -> None:
        """Show the number of the sentence, now that it is known."""
        event_id = self._model.current_event
        if event_id is None or not self._model.is_open:
            return
        project, article = self._model.library.project, self._model.current_article
        self.card.show_quote(current_event(project, event_id, article, self._sentences))

    def _entries(self, article: Article | None) -> tuple[QueueEntry, ...]:
        """What waits, beginning with the proposal that J goes to; then what is folded, if shown."""
        if article is None:
            return ()
        year = article.published.year if article.published is not None else None
        project = self._model.library.project
        numbers, waiting = numbers_of(project, article.id), self._model.habits.queue(article.id)
        places = [event.id for event in waiting]
        current = self._model.current_event
        following = self.reviewing.following(current) if current is not None else None
        first = places.index(following) if following in places else 0
        ordered = waiting[first:] + waiting[:first] + self.reviewing.folding.shown
        return tuple(
            QueueEntry(numbers.get(event.id), event, year)
            for event in ordered
            if event.id != current
        )

    def _tell_status(self) -> None:
        if not self._model.is_open:
            return
        waiting, articles = self.articles.waiting
        if not waiting:
            is_empty = not self._model.library.project.events
            self.status_changed.emit("" if is_empty else "Everything is reviewed")
            return
        where = "1 article" if articles == 1 else f"{articles:,} articles"
        self.status_changed.emit(f"{waiting:,} waiting in {where}")

    def _on_event(self, event_id: int | None) -> None:
        self._show_passages()
        self._show_card()
        if event_id is not None:
            self.page.reader.reveal(event_id)

    def _on_article(self, article_id: int | None) -> None:
        self.refresh()
        if article_id is not None and not self._speaks_of_current(article_id):
            self.reviewing.choose_first()

    def _speaks_of_current(self, article_id: int) -> bool:
        events = self._model.library.project.events_of_article(article_id)
        return any(event.id == self._model.current_event for event in events)

    def _on_change(self, change: ChangeSet) -> None:
        project, article = self._model.library.project, self._model.current_article
        events = project.events_of_article(article) if article is not None else []
        here = {event.id for event in events} | {self._model.current_event}
        if article in change.articles or change.events & here or article is None:
            self.refresh()
        elif not self._telling.isActive():
            self._telling.start()

    def _connect(self) -> None:
        model, reviewing, card = self._model, self.reviewing, self.card
        model.changed.connect(self._on_change)
        model.queue_changed.connect(self.refresh)
        model.current_article_changed.connect(self._on_article)
        model.current_event_changed.connect(self._on_event)
        self.articles.chosen.connect(model.set_current_article)
        self.page.event_chosen.connect(model.set_current_event)
        self.queue.chosen.connect(model.set_current_event)
        self.queue.folded.clicked.connect(self._toggle_folded)
        self.counts.new_event_wanted.connect(self._new_event)
        self.finished.next_wanted.connect(reviewing.next_article)
        reviewing.failed.connect(self.message.show_error)
        self._sentences.found.connect(self._show_quote)
        card.date.dated.connect(reviewing.set_date)
        card.readings.chosen.connect(reviewing.choose_reading)
        Offering(model, card.offer)
        card.title.committed.connect(reviewing.set_title)
        card.details.actors_edited.connect(reviewing.set_actors)
        card.details.places_edited.connect(reviewing.set_places)
        card.details.tags_edited.connect(reviewing.set_tags)
        card.details.links.chosen.connect(model.set_current_event)
        card.details.links.removed.connect(model.unlink_wanted)
        card.details.factuality_chosen.connect(reviewing.set_factuality)
        card.details.certainty_chosen.connect(reviewing.set_certainty)
        card.quote.jump.clicked.connect(self._jump)
        self.header.date_bar.day_order.clicked.connect(reviewing.turn_day_order)
        self.head.tag.clicked.connect(self._tag)
        self.head.split.clicked.connect(self._split)
        self.head.link.clicked.connect(model.link_wanted)
        decisions = card.decisions
        ends = (decisions.accept, decisions.reject, decisions.later, decisions.reopen)
        for button in (*ends, decisions.unfold):
            button.clicked.connect(self._take_focus_back)  # first, so that Space is Later again
        decisions.accept.clicked.connect(self._accept)
        decisions.reject.clicked.connect(reviewing.reject)
        decisions.edit.clicked.connect(card.title.start_editing)
        for button in (decisions.later, decisions.reopen, decisions.unfold):
            button.clicked.connect(reviewing.put_off_or_reopen)
        for button in (card.similar.merge, card.similar.apart):
            button.clicked.connect(self._take_focus_back)
        card.conflict.decided.connect(self._take_focus_back)
        ends_of_typing = (card.date.closed, card.title.closed, self.header.date_bar.closed)
        for closed in (*ends_of_typing, card.details.tags.closed):
            closed.connect(self._take_focus_back)

    def _take_focus_back(self) -> None:
        self.page.reader.setFocus()

    def _lay_out(self) -> None:
        self._centre = Surface(self._theme, "surface")
        centre = _column(self._centre)
        centre.addWidget(self.header)
        centre.addWidget(self.message)
        centre.addWidget(self.page, 1)
        centre.addWidget(self.counts)
        self._upper = QSplitter(Qt.Orientation.Horizontal)
        self._upper.addWidget(self.articles)
        self._upper.addWidget(self._centre)
        self._rows = QSplitter(Qt.Orientation.Vertical)
        self._rows.addWidget(self._upper)
        self._rows.addWidget(self.strip)
        right = Surface(self._theme, "surface")
        side = _column(right)
        for part in (self.head, self.card, self.finished):
            side.addWidget(part)
        side.addWidget(self.queue, 1)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.addWidget(self._rows)
        self._columns.addWidget(right)
        self.articles.setMinimumWidth(220)
        right.setMinimumWidth(380)
        self.strip.setMinimumHeight(110)
        for splitter, sizes in (
            (self._upper, (_LIST, 760)),
            (self._rows, (598, _STRIP)),
            (self._columns, (1_024, _CARD)),
        ):
            splitter.setHandleWidth(1)
            splitter.setSizes(list(sizes))
            splitter.setStretchFactor(0, 0 if splitter is self._upper else 1)
            splitter.setStretchFactor(1, 1 if splitter is self._upper else 0)
        self._columns.setChildrenCollapsible(False)
        self._upper.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._columns)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
