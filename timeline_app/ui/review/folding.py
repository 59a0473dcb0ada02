"""Which articles show their folded proposals, and the button that shows them."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from timeline_app.domain import Event, ReviewStatus
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.review.passages import EventState
from timeline_app.ui.review.state_marks import paint_state
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind


class Folding:
    """Whether the folded proposals of the article that is read are shown.

    That is a way to look at an article and no step of work: what waits and what is counted stays
    the same. It lasts until another project is opened.
    """

    def __init__(self, model: ProjectModel) -> None:
        self._model = model
        self._open: set[int] = set()
        model.opened.connect(self._open.clear)

    @property
    def events(self) -> list[Event]:
        """The folded proposals of the article, in text order."""
        article = self._model.current_article
        if article is None or not self._model.is_open:
            return []
        return self._model.library.project.folded(article)

    @property
    def is_open(self) -> bool:
        """Whether they are shown: on demand, or because one of them is current."""
        return self._model.current_article in self._open or self._is_current_folded()

    @property
    def shown(self) -> list[Event]:
        """Those that are shown."""
        return self.events if self.is_open else []

    def toggle(self) -> None:
        """Show those of the article, or fold them again."""
        article = self._model.current_article
        if article is None:
            return
        if self.is_open:
            self._open.discard(article)
        else:
            self._open.add(article)

    def _is_current_folded(self) -> bool:
        current = self._model.current_event
        if current is None or not self._model.is_open:
            return False
        event = self._model.library.project.events.get(current)
        return event is not None and event.status is ReviewStatus.FOLDED


class FoldToggle(Button):
    """Counts what is folded and shows it, or folds it again; hidden where nothing is folded."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", kind=ButtonKind.QUIET, keys="F", height=24, role=FontRole.LABEL)
        self.hide()

    def show_count(self, count: int, *, is_open: bool) -> None:
        """Say how many are folded, and what a click does."""
        words = f"Fold {count} again" if is_open else f"Show {count} folded"
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(count > 0)


class StateIcon(QWidget):
    """The ring, disc, cross or dash of a state."""

    def __init__(self, theme: Theme, state: EventState) -> None:
        super().__init__()
        self._theme, self._state = theme, state
        self.setFixedSize(14, 14)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_state(QPainter(self), QPointF(7, 7), self._state, self._theme.palette)
