"""The list of articles: title, source, article date, and how far the review has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from timeline_app.domain import Article, ChangeSet, DateTrust
from timeline_app.domain.time import CivilDate
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.review.article_row import (
    ArticleRow,
    LetterWidths,
    paint_row,
    row_height,
    title_width,
)
from timeline_app.ui.review.passages import state_of
from timeline_app.ui.review.state_marks import paint_date_light
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import IconButton, ListPane, SectionHeader, Surface

_Index = QModelIndex | QPersistentModelIndex
_ROW_ROLE = Qt.ItemDataRole.UserRole
_PAUSE = 100  # milliseconds, at least: articles added one after the other are shown together
_FAR_AWAY = CivilDate(999_999_999, 1, 1)

_ORDERS: tuple[tuple[str, str, Callable[[Article], Any]], ...] = (
    ("added", "In the order of adding", lambda article: article.id),
    ("date", "By article date", lambda article: (article.published or _FAR_AWAY, article.id)),
    ("title", "By title", lambda article: (article.title.casefold(), article.id)),
)


class ArticleListModel(QAbstractListModel):
    """The articles of the project in one of three orders.

    What a row shows is read when it is first seen, and again when it has changed.
    """

    def __init__(self, model: ProjectModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._rows: dict[int, ArticleRow] = {}
        self._waiting: dict[int, int] = {}  # proposals, by article
        self._listed: list[int] = []
        self._titles: dict[int, str] = {}
        self.order = "added"
        self.only_waiting = False

    @property
    def waiting(self) -> tuple[int, int]:
        """How many proposals wait, and in how many articles, listed or not."""
        if not self._waiting:
            self._waiting = self._model.library.project.waiting_by_article()
        waiting = [self._waiting_in(article) for article in self._model.library.project.articles]
        return sum(waiting), sum(count > 0 for count in waiting)

    def rowCount(self, _parent: _Index | None = None) -> int:
        """How many articles are listed."""
        return len(self._listed)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its title, or its words for a screen reader."""
        article_id = self._listed[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[article_id]
        if role == _ROW_ROLE:
            return self._with_current(self._row(article_id))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._row(article_id).in_words
        return None

    def row_of(self, article_id: int | None) -> int:
        """The row of an article; -1 when it is not listed."""
        return self._listed.index(article_id) if article_id in self._listed else -1

    def article_at(self, row: int) -> int:
        """The id of the article in a row."""
        return self._listed[row]

    def reread(self) -> None:
        """Read the whole project again."""
        self._rows.clear()
        self._waiting.clear()
        self.arrange()

    def follow(self, change: ChangeSet) -> None:
        """Forget the rows that a change touches."""
        project = self._model.library.project
        touched = set(change.articles)
        for event_id in change.events & project.events.keys():
            touched.update(article.id for article in project.articles_of_event(event_id))
        for article_id in touched:
            self._rows.pop(article_id, None)
            self._waiting.pop(article_id, None)

    def arrange(self) -> None:
        """List the articles in their order; says so to the view only when that has changed."""
        titles = {article.id: article.title for article in self._in_order()}
        if list(titles) == self._listed:
            self._titles = titles
            if titles:
                self.dataChanged.emit(self.index(0), self.index(len(titles) - 1))
            return
        self.beginResetModel()
        self._listed, self._titles = list(titles), titles
        self.endResetModel()

    def _in_order(self) -> list[Article]:
        if not self._model.is_open:
            return []
        key = {name: key for name, _, key in _ORDERS}[self.order]
        articles = sorted(self._model.library.project.articles.values(), key=key)
        return [each for each in articles if not self.only_waiting or self._waiting_in(each.id)]

    def _waiting_in(self, article_id: int) -> int:
        if article_id not in self._waiting:
            self._waiting[article_id] = self._model.library.project.waiting_in(article_id)
        return self._waiting[article_id]

    def _row(self, article_id: int) -> ArticleRow:
        if article_id not in self._rows:
            project = self._model.library.project
            events = project.events_of_article(article_id, with_folded=False)
            states = tuple(map(state_of, events))
            self._rows[article_id] = ArticleRow(project.articles[article_id], states)
        return self._rows[article_id]

    def _with_current(self, row: ArticleRow) -> ArticleRow:
        current = self._model.current_event
        if current is None or row.article.id != self._model.current_article:
            return row
        project = self._model.library.project
        events = project.events_of_article(row.article.id, with_folded=False)
        ids = [event.id for event in events]
        return replace(row, current=ids.index(current) if current in ids else None)


class ArticleList(Surface):
    """The left panel. `chosen` carries the id of an article."""

    chosen = Signal(int)

    def __init__(self, model: ProjectModel, theme: Theme) -> None:
        super().__init__(theme, "panel")
        self._model = model
        self._articles = ArticleListModel(model, self)
        self._header = SectionHeader(theme, "Articles")
        self.view = ListPane(theme, self._articles, "Articles")
        self.view.paint_with(_RowDelegate(theme, self.view))
        self._arranging = QTimer(self, singleShot=True)
        self._fill_header()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.view, 1)
        column.addWidget(_Legend(theme))
        self._arranging.timeout.connect(self._arrange)
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        model.opened.connect(self.refresh)
        model.changed.connect(self._on_change)
        model.current_article_changed.connect(self._show_current)
        model.current_event_changed.connect(self._show_current)

    @property
    def order(self) -> str:
        """The order of the list: added, date, or title."""
        return self._articles.order

    @property
    def waiting(self) -> tuple[int, int]:
        """How many proposals wait, and in how many articles."""
        return self._articles.waiting

    def set_order(self, order: str) -> None:
        """Sort the list another way; an unknown order changes nothing."""
        if order in {name for name, _, _ in _ORDERS}:
            self._articles.order = order
            self._arrange()

    def set_only_waiting(self, only: bool) -> None:  # noqa: FBT001 - a slot
        """Leave out the articles that are reviewed."""
        self._articles.only_waiting = only
        self._arrange()

    def step(self, count: int) -> None:
        """Go to the next article, or the one before."""
        self._arrange()
        row = self._articles.row_of(self._model.current_article) + count
        if 0 <= row < self._articles.rowCount():
            self.chosen.emit(self._articles.article_at(row))

    def refresh(self) -> None:
        """Read the project again."""
        self._articles.reread()
        self._show_current()

    def _on_change(self, change: ChangeSet) -> None:
        """Show new states at once, new articles together with those that follow them closely.

        The longer the list, the longer it takes to lay out, and the less often that is done.
        """
        self._articles.follow(change)
        if not change.articles:
            self._arrange()
        elif not self._arranging.isActive():
            self._arranging.start(max(_PAUSE, self._articles.rowCount()))

    def _arrange(self) -> None:
        self._arranging.stop()
        place = self.view.verticalScrollBar().value()
        self._articles.arrange()
        self.view.verticalScrollBar().setValue(place)
        self._show_current()

    def _show_current(self) -> None:
        self._header.count.setText(str(self._articles.rowCount()))
        row = self._articles.row_of(self._model.current_article)
        if row >= 0:
            self.view.setCurrentIndex(self._articles.index(row))
        self.view.viewport().update()

    def _fill_header(self) -> None:
        sort = IconButton(self.theme, "arrow-down-up", "Order of the articles", size=26)
        filter_ = IconButton(self.theme, "list-filter", "Which articles are listed", size=26)
        orders = QMenu(self)
        group = QActionGroup(orders)
        for name, words, _ in _ORDERS:
            action = QAction(words, orders, checkable=True, checked=name == "added")
            action.triggered.connect(lambda _=False, n=name: self.set_order(n))
            group.addAction(action)
            orders.addAction(action)
        filters = QMenu(self)
        only = QAction("Only articles with proposals waiting", filters, checkable=True)
        only.toggled.connect(self.set_only_waiting)
        filters.addAction(only)
        for button, menu in ((sort, orders), (filter_, filters)):
            button.clicked.connect(lambda _=False, b=button, m=menu: _open_below(b, m))
            self._header.add(button)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._articles.article_at(index.row()))


def _open_below(button: IconButton, menu: QMenu) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))


class _RowDelegate(QStyledItemDelegate):
    """Paints a row of the list."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._title_widths: dict[str, float] = {}
        self._letters = LetterWidths(theme)
        theme.changed.connect(self._measure)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        width, title = self._view.viewport().width(), str(index.data())
        wide = self._title_widths.get(title)
        if wide is None:
            wide = self._title_widths[title] = title_width(title, self._letters)
        return QSize(width, row_height(wide, width, self._theme.scale))

    def _measure(self) -> None:
        self._letters = LetterWidths(self._theme)
        self._title_widths.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        paint_row(
            painter,
            QRectF(option.rect),
            index.data(_ROW_ROLE),
            self._theme,
            self._letters,
            is_current=is_current,
            is_hovered=is_hovered,
            has_focus=has_focus,
        )


class _Legend(Surface):
    """What the lights beside the dates mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", line_above=True)
        self.setFixedHeight(30)
        self.setAccessibleName("Lights beside the dates: found, guessed, none")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        palette = self.theme.palette
        painter = QPainter(self)
        painter.setFont(self.theme.font(FontRole.CAPTION))
        x = self._write(painter, 14, "Date") + 13
        for trust in DateTrust:
            paint_date_light(painter, QPointF(x + 6, self.height() / 2), trust, palette)
            x = self._write(painter, x + 19, trust.value) + 13

    def _write(self, painter: QPainter, x: int, words: str) -> int:
        """Write words from `x` on; returns where they end."""
        painter.setPen(self.theme.palette.text2)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(x, 0, width + 4, self.height(), Qt.AlignmentFlag.AlignVCenter, words)
        return x + width
