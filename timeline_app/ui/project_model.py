"""The open project as the views see it: what is shown, what is selected, and what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from timeline_app.domain import ChangeSet
from timeline_app.services.corrections import Corrections
from timeline_app.services.habits import Habits
from timeline_app.services.library import Library
from timeline_app.ui.similar_feed import SimilarFeed


class ProjectModel(QObject):
    """Shared by all workspaces: one library, one current article, one current event, one selection.

    `similar` finds events that may be the same, `habits` orders the queues of proposals, and
    `corrections` knows which dates were read otherwise. `preferences_wanted` carries those that
    the settings are to show.

    Views call the services with `library` and refresh on `changed`, which carries the ChangeSet
    of every change, also of undo and redo; they let go of what is half done at `closing`, while the
    project is still open. `message` carries one sentence for the status bar,
    `failed` the sentence of a UserError, which the window shows until it is closed, and
    `workspace_wanted` the name of a workspace that a view asks the window to show.
    """

    opened = Signal()
    closing = Signal()
    changed = Signal(object)
    current_article_changed = Signal(object)
    current_event_changed = Signal(object)
    selection_changed = Signal(object)
    search_changed = Signal(str)
    message = Signal(str)
    failed = Signal(str)
    workspace_wanted = Signal(str)
    similar_wanted = Signal()
    names_wanted = Signal()
    preferences_wanted = Signal(object)
    queue_changed = Signal()
    link_wanted = Signal()
    unlink_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._article: int | None = None
        self._event: int | None = None
        self._selection: frozenset[int] = frozenset()
        self._search = ""
        self._habits: Habits | None = None
        self._corrections: Corrections | None = None
        self.similar = SimilarFeed(self)

    @property
    def library(self) -> Library:
        """The open project. Raises RuntimeError before the first `open`."""
        if self._library is None:
            raise RuntimeError("no project is open")
        return self._library

    @property
    def habits(self) -> Habits:
        """What is nearly always rejected in the open project."""
        if self._habits is None:
            self._habits = Habits(self.library)
        return self._habits

    @property
    def corrections(self) -> Corrections:
        """Which dates of the open project were read by another custom."""
        if self._corrections is None:
            self._corrections = Corrections(self.library)
        return self._corrections

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        return self._library is not None

    @property
    def current_article(self) -> int | None:
        """The article that is read."""
        return self._article

    @property
    def current_event(self) -> int | None:
        """The event that has the focus; None when there is none."""
        return self._event

    @property
    def selection(self) -> frozenset[int]:
        """The selected events."""
        return self._selection

    @property
    def search(self) -> str:
        """The words that are searched for; views light up what has them."""
        return self._search

    def open(self, library: Library) -> None:
        """Show another project. The one shown before is closed."""
        self.close()
        self._library = library
        self._unsubscribe = library.subscribe(self._on_change)
        self.similar.open(library.project)
        self.opened.emit()
        self.set_current_article(next(iter(library.project.articles), None))

    def close(self) -> None:
        """Close the project; nothing is shown until the next `open`."""
        if self._library is None:
            return
        self.closing.emit()
        if self._unsubscribe is not None:
            self._unsubscribe()
        self.set_selection(())
        self.set_current_event(None)
        self.similar.close()
        self._library.close()
        self._library = self._habits = self._corrections = None
        self._article = None

    def set_current_article(self, article_id: int | None) -> None:
        """Read another article; the current event follows when it has no evidence in it."""
        if article_id == self._article:
            return
        self._article = article_id
        self.current_article_changed.emit(article_id)
        if self._event is not None and article_id not in self._articles_of(self._event):
            self.set_current_event(None)

    def set_current_event(self, event_id: int | None) -> None:
        """Move the focus to an event, and to an article that speaks of it."""
        if event_id == self._event:
            return
        self._event = event_id
        if event_id is not None:
            articles = self._articles_of(event_id)
            if articles and self._article not in articles:
                self.set_current_article(articles[0])
        self.current_event_changed.emit(event_id)

    def set_selection(self, event_ids: Iterable[int]) -> None:
        """Select events, in every view."""
        selection = frozenset(event_ids)
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit(selection)

    def set_search(self, text: str) -> None:
        """Search for other words, or for none."""
        if text != self._search:
            self._search = text
            self.search_changed.emit(text)

    def _articles_of(self, event_id: int) -> list[int]:
        return [article.id for article in self.library.project.articles_of_event(event_id)]

    def _on_change(self, change: ChangeSet) -> None:
        self.similar.follow(change)
        if self._habits is not None:
            self._habits.follow(change)
        if self._corrections is not None:
            self._corrections.follow(change)
        self._let_go()
        self.changed.emit(change)

    def _let_go(self) -> None:
        """Let go of what is no longer there: first all of it, then say so."""
        project = self.library.project
        before = self._article, self._event
        if self._article not in project.articles:
            self._article = next(iter(project.articles), None)
        if self._event not in project.events:
            self._event = None
        after = self._article, self._event
        if after[0] != before[0]:
            self.current_article_changed.emit(after[0])
        if after[1] != before[1] and self._event == after[1]:
            self.current_event_changed.emit(after[1])
        self.set_selection(self._selection & project.events.keys())
