"""The list of articles: title, source, article date, and how far the review has come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from timeline_app.domain import Article
from timeline_app.domain.time import CivilDate
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.review.article_row import ArticleRow, paint_row, row_height
from timeline_app.ui.review.passages import state_of
from timeline_app.ui.review.state_marks import DateLight, paint_date_light
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import IconButton, SectionHeader, Surface

_Index = QModelIndex | QPersistentModelIndex
_ROW_ROLE = Qt.ItemDataRole.UserRole
_FAR_AWAY = CivilDate(999_999_999, 1, 1)

_ORDERS: tuple[tuple[str, str, Callable[[Article], object]], ...] = (
    ("added", "In the order of adding", lambda article: article.id),
    ("date", "By article date", lambda article: (article.published or _FAR_AWAY, article.id)),
    ("title", "By title", lambda article: (article.title.casefold(), article.id)),
)


class ArticleListModel(QAbstractListModel):
    """The articles of the project in one of three orders."""

    def __init__(self, model: ProjectModel) -> None:
        super().__init__()
        self._model = model
        self._rows: list[ArticleRow] = []
        self.order = "added"
        self.only_waiting = False

    def rowCount(self, _parent: _Index | None = None) -> int:
        """How many articles are listed."""
        return len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its title, or its words for a screen reader."""
        row = self._rows[index.row()]
        if role == _ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.article.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.in_words
        return None

    def row_of(self, article_id: int | None) -> int:
        """The row of an article; -1 when it is not listed."""
        ids = [row.article.id for row in self._rows]
        return ids.index(article_id) if article_id in ids else -1

    def article_at(self, row: int) -> int:
        """The id of the article in a row."""
        return self._rows[row].article.id

    def rebuild(self) -> None:
        """Read the project again."""
        self.beginResetModel()
        self._rows = self._read() if self._model.is_open else []
        self.endResetModel()

    def _read(self) -> list[ArticleRow]:
        project = self._model.library.project
        key = {name: key for name, _, key in _ORDERS}[self.order]
        rows = []
        for article in sorted(project.articles.values(), key=key):  # type: ignore[arg-type]
            events = project.events_of_article(article.id)
            ids = [event.id for event in events]
            current = self._model.current_event
            place = ids.index(current) if current in ids else None
            row = ArticleRow(article, tuple(map(state_of, events)), place)
            if not self.only_waiting or row.is_waiting:
                rows.append(row)
        return rows


class ArticleList(Surface):
    """The left panel. `chosen` carries the id of an article."""

    chosen = Signal(int)

    def __init__(self, model: ProjectModel, theme: Theme) -> None:
        super().__init__(theme, "panel")
        self._model = model
        self._articles = ArticleListModel(model)
        self._header = SectionHeader(theme, "Articles")
        self.view = QListView()
        self._fill_header()
        self._set_up_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.view, 1)
        column.addWidget(_Legend(theme))
        model.opened.connect(self.refresh)
        model.changed.connect(self.refresh)
        model.current_article_changed.connect(self.refresh)
        model.current_event_changed.connect(self.refresh)
        theme.changed.connect(self.view.viewport().update)

    @property
    def order(self) -> str:
        """The order of the list: added, date, or title."""
        return self._articles.order

    def set_order(self, order: str) -> None:
        """Sort the list another way; an unknown order changes nothing."""
        if order in {name for name, _, _ in _ORDERS}:
            self._articles.order = order
            self.refresh()

    def set_only_waiting(self, only: bool) -> None:  # noqa: FBT001 - a slot
        """Leave out the articles that are reviewed."""
        self._articles.only_waiting = only
        self.refresh()

    def step(self, count: int) -> None:
        """Go to the next article, or the one before."""
        row = self._articles.row_of(self._model.current_article) + count
        if 0 <= row < self._articles.rowCount():
            self.chosen.emit(self._articles.article_at(row))

    def refresh(self) -> None:
        """Read the project again."""
        place = self.view.verticalScrollBar().value()
        self._articles.rebuild()
        self._header.count.setText(str(self._articles.rowCount()))
        self.view.verticalScrollBar().setValue(place)
        row = self._articles.row_of(self._model.current_article)
        if row >= 0:
            self.view.setCurrentIndex(self._articles.index(row))

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

    def _set_up_view(self) -> None:
        self.view.setModel(self._articles)
        self.view.setItemDelegate(_RowDelegate(self.theme, self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName("Articles")
        self.view.clicked.connect(self._on_clicked)
        self.view.activated.connect(self._on_clicked)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self._articles.article_at(index.row()))


def _open_below(button: IconButton, menu: QMenu) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))


class _RowDelegate(QStyledItemDelegate):
    """Paints a row of the list."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, row_height(index.data(_ROW_ROLE), self._theme, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        paint_row(
            painter,
            QRectF(option.rect),
            index.data(_ROW_ROLE),
            self._theme,
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
        for light in DateLight:
            paint_date_light(painter, QPointF(x + 6, self.height() / 2), light, palette)
            x = self._write(painter, x + 19, light.value) + 13

    def _write(self, painter: QPainter, x: int, words: str) -> int:
        """Write words from `x` on; returns where they end."""
        painter.setPen(self.theme.palette.text2)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(x, 0, width + 4, self.height(), Qt.AlignmentFlag.AlignVCenter, words)
        return x + width
