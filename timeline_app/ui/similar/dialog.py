"""All that waits to be brought together: similar events, and dates on which sources differ."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from timeline_app.domain import ChangeSet
from timeline_app.rendering.fonts import FontRole
from timeline_app.services import review
from timeline_app.services.sameness.suggestions import Similar
from timeline_app.ui.dialog_frame import frame_dialog
from timeline_app.ui.help import explain
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.similar.conflict import ConflictCard, dispute_of
from timeline_app.ui.similar.deeds import SimilarDeeds
from timeline_app.ui.similar.pairs import PairDelegate, PairModel
from timeline_app.ui.similar.side_by_side import SideBySide
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, ListPane, PlainLabel, Surface

_SIZE, _LIST = (1_040, 620), 380
_NOTHING = "No similar events wait. They are found in all articles as these are added."
_LOOKING = "Looking for similar events…"


class SimilarDialog(QDialog):
    """A list beside what is chosen of it: M merges a pair, Shift+M keeps it apart.

    Events whose sources differ on the date come last; Alt+1 to Alt+4 settle such a conflict.
    """

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Similar events and conflicts")
        explain(self, "same-event")
        self._model, self._theme = model, theme
        self._deeds = SimilarDeeds(model)
        self.pairs = PairModel(self)
        self.list = ListPane(theme, self.pairs, "Similar events")
        self.list.paint_with(PairDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.counts = PlainLabel(theme, "", FontRole.LABEL, "text2")
        self.card = ConflictCard(theme, self)
        self.area = QScrollArea()
        self.merge = Button(theme, "Merge", kind=ButtonKind.PRIMARY, keys="M")
        self.apart = Button(theme, "Keep apart", keys="Shift+M")
        self.undo = Button(theme, "Undo", keys="Ctrl+Z")
        self.close_button = Button(theme, "Close", keys="Esc")
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def pair(self) -> Similar | None:
        """The pair that is shown."""
        entry = self._entry
        return entry if isinstance(entry, Similar) else None

    @property
    def conflict(self) -> int | None:
        """The event whose conflict is shown."""
        entry = self._entry
        return entry if isinstance(entry, int) else None

    @property
    def _entry(self) -> Similar | int | None:
        return self.pairs.entry(self.list.currentIndex().row())

    def choose(self, event_id: int) -> None:
        """Show the likeliest pair of an event."""
        rows = (
            row for row, pair in enumerate(self.pairs.pairs) if event_id in (pair.one, pair.other)
        )
        self._show_row(next(rows, 0))

    def refresh(self) -> None:
        """Show what waits now; the chosen row stays where it is."""
        if not self._model.is_open:
            return
        row, before = max(0, self.list.currentIndex().row()), self._entry
        project = self._model.library.project
        self.pairs.show_waiting(project, self._model.similar.all(), review.open_conflicts(project))
        count = self.pairs.rowCount()
        kept = (i for i in range(count) if _is_same(self.pairs.entry(i), before))
        self._show_row(min(next(kept, row), count - 1))

    def _merge(self) -> None:
        if self.pair is not None:
            self._deeds.merge((self.pair.one, self.pair.other))

    def _keep_apart(self) -> None:
        if self.pair is not None:
            self._deeds.keep_apart(self.pair)

    def _undo(self) -> None:
        self._deeds.do(lambda: self._model.library.undo() or ChangeSet())

    def _on_change(self, change: ChangeSet) -> None:
        """Compare anew at once what a decision has touched: it may have made other pairs."""
        for event_id in change.events:
            self._model.similar.of(event_id)
        self.refresh()

    def _show_row(self, row: int) -> None:
        index = self.pairs.index(row)
        self.list.setCurrentIndex(index)
        self._show_entry()

    def _show_entry(self) -> None:
        pair, conflict = self.pair, self.conflict
        for button in (self.merge, self.apart):
            button.setEnabled(pair is not None)
        count = self.pairs.rowCount()
        row = self.list.currentIndex().row()
        self.counts.setText(f"{row + 1} of {count}" if count else "")
        if pair is not None:
            shown = SideBySide(self._model.library.project, pair, self._theme)
            shown.article_opened.connect(self._read)
            self._show(shown)
        elif conflict is not None:
            self._show(self._conflict(conflict))
        else:
            self._show(self._empty())

    def _show(self, page: QWidget) -> None:
        before = self.area.takeWidget()
        self.area.setWidget(page)
        if before is not None:
            # A button on it may have led here, so it lives until the click is done.
            before.hide()
            before.setParent(self)
            before.deleteLater()

    def _conflict(self, event_id: int) -> QWidget:
        project, deeds = self._model.library.project, self._deeds
        self.card = ConflictCard(self._theme)
        self.card.chosen.connect(lambda span: deeds.settle(event_id, span))
        self.card.both_wanted.connect(lambda: deeds.dispute(event_id))
        self.card.open_wanted.connect(lambda: deeds.leave_open(event_id))
        page, column = self._page()
        title = PlainLabel(self._theme, project.events[event_id].title, FontRole.BODY_BOLD)
        title.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(self.card)
        column.addStretch(1)
        self.card.show_dispute(dispute_of(project, event_id))
        return page

    def _choose(self, place: int) -> None:
        if self.conflict is not None and place < len(self.card.choices):
            self.card.choices[place].click()

    def _settle(self, decide: Callable[[int], None]) -> None:
        if self.conflict is not None:
            decide(self.conflict)

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = Surface(self._theme, "surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(12)
        return page, column

    def _empty(self) -> QWidget:
        words = _NOTHING if self._model.similar.is_done else _LOOKING
        page, column = self._page()
        label = PlainLabel(self._theme, words, FontRole.BODY, "text2")
        label.setWordWrap(True)
        column.addWidget(label)
        column.addStretch(1)
        return page

    def _read(self, event_id: int, article_id: int) -> None:
        self._model.set_current_article(article_id)
        self._model.set_current_event(event_id)
        self._model.workspace_wanted.emit("review")
        self.accept()

    def _connect(self) -> None:
        selection = self.list.selectionModel()
        selection.currentChanged.connect(lambda _now, _before: self._show_entry())
        self.merge.clicked.connect(self._merge)
        self.apart.clicked.connect(self._keep_apart)
        self.undo.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.accept)
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("M", self.merge.click),
            ("Shift+M", self.apart.click),
            ("Ctrl+Z", self.undo.click),
            ("Alt+1", lambda: self._choose(0)),
            ("Alt+2", lambda: self._choose(1)),
            ("Alt+3", lambda: self._settle(self._deeds.dispute)),
            ("Alt+4", lambda: self._settle(self._deeds.leave_open)),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)
        self._model.changed.connect(self._on_change)
        self._model.similar.changed.connect(self.refresh)
        self._model.similar.finished.connect(self.refresh)
        self._model.closing.connect(self.reject)

    def _lay_out(self) -> None:
        self.area.setWidgetResizable(True)
        self.area.setFrameStyle(0)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        title = PlainLabel(self._theme, self.windowTitle(), FontRole.EVENT_TITLE)
        buttons = (self.close_button, self.apart, self.merge)
        panes = (self.list, self.area)
        frame_dialog(
            self, self._theme, (title, self.counts), panes, (self.undo, buttons), (*_SIZE, _LIST)
        )
        self.list.setFocus()


def _is_same(one: Similar | int | None, other: Similar | int | None) -> bool:
    if isinstance(one, Similar) and isinstance(other, Similar):
        return (one.one, one.other) == (other.one, other.other)
    return one is not None and one == other
