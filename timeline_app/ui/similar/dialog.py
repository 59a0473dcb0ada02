"""All similar events of the project, one pair after the other: merge, or keep apart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from timeline_app.domain import ChangeSet
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.sameness.suggestions import Similar
from timeline_app.ui.dialog_frame import frame_dialog
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.similar.deeds import SimilarDeeds
from timeline_app.ui.similar.pairs import PairDelegate, PairModel
from timeline_app.ui.similar.side_by_side import SideBySide
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, ListPane, PlainLabel, Surface

_SIZE, _LIST = (1_040, 620), 380
_NOTHING = "No similar events wait. They are found in all articles as these are added."
_LOOKING = "Looking for similar events…"


class SimilarDialog(QDialog):
    """A list of pairs beside the pair that is chosen; M merges it, Shift+M keeps it apart."""

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Similar events")
        self._model, self._theme = model, theme
        self._deeds = SimilarDeeds(model)
        self.pairs = PairModel(self)
        self.list = ListPane(theme, self.pairs, "Similar events")
        self.list.paint_with(PairDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.counts = PlainLabel(theme, "", FontRole.LABEL, "text2")
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
        row = self.list.currentIndex().row()
        return self.pairs.pairs[row] if 0 <= row < len(self.pairs.pairs) else None

    def choose(self, event_id: int) -> None:
        """Show the likeliest pair of an event."""
        rows = (
            row for row, pair in enumerate(self.pairs.pairs) if event_id in (pair.one, pair.other)
        )
        self._show_row(next(rows, 0))

    def refresh(self) -> None:
        """Show what waits now; the chosen row stays where it is."""
        row = max(0, self.list.currentIndex().row())
        before = self.pair
        found = self._model.similar.all() if self._model.is_open else []
        if self._model.is_open:
            self.pairs.show_pairs(self._model.library.project, found)
        kept = next((i for i, pair in enumerate(found) if _same(pair, before)), row)
        self._show_row(min(kept, len(found) - 1))

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
        self._show_pair()

    def _show_pair(self) -> None:
        pair, count = self.pair, len(self.pairs.pairs)
        for button in (self.merge, self.apart):
            button.setEnabled(pair is not None)
        if pair is None:
            self.counts.setText("")
            self.area.setWidget(self._empty())
            return
        self.counts.setText(f"{self.list.currentIndex().row() + 1} of {count}")
        shown = SideBySide(self._model.library.project, pair, self._theme)
        shown.article_opened.connect(self._read)
        self.area.setWidget(shown)

    def _empty(self) -> QWidget:
        words = _NOTHING if self._model.similar.is_done else _LOOKING
        page = Surface(self._theme, "surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 20, 20, 20)
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
        selection.currentChanged.connect(lambda _now, _before: self._show_pair())
        self.merge.clicked.connect(self._merge)
        self.apart.clicked.connect(self._keep_apart)
        self.undo.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.accept)
        for keys, button in (("M", self.merge), ("Shift+M", self.apart), ("Ctrl+Z", self.undo)):
            QShortcut(QKeySequence(keys), self, button.click)
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


def _same(one: Similar, other: Similar | None) -> bool:
    return other is not None and (one.one, one.other) == (other.one, other.other)
