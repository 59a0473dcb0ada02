"""The find box: whatever one looks for, in one field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from timeline_app.domain import TextRange
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.finding import Hit, HitKind
from timeline_app.storage.search import Snippet
from timeline_app.ui.help import explain
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import LineField, caps_width, paint_caps
from timeline_app.ui.widgets.labels import draw_words

_WIDTH, _LEAST_WIDTH, _HEIGHT = 420, 140, 30
_ROW, _SNIPPET_ROW, _MOST_HEIGHT = 34, 52, 430
_ICONS = {
    HitKind.DATE: "calendar",
    HitKind.COMMAND: "keyboard",
    HitKind.NAME: "users",
    HitKind.EVENT: "chart-no-axes-gantt",
    HitKind.ARTICLE: "file-text",
    HitKind.HELP: "info",
}
_WORDS = "Find an event, article, name, date or command"
_Index = QModelIndex | QPersistentModelIndex


class FindBox(LineField):
    """Finds while one types; `chosen` carries the Hit that was picked."""

    chosen = Signal(object)

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explain(self, "finding")
        self._theme = theme
        self._find: Callable[[str], list[Hit]] | None = None
        self._hits = _Hits(self)
        self._list = _HitList(theme, self._hits, self)
        self.setFixedHeight(_HEIGHT)
        self.setMaximumWidth(_WIDTH)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setTextMargins(27, 0, 60, 0)
        self.setAccessibleName(_WORDS)
        self.setPlaceholderText(_WORDS)
        self.textEdited.connect(self._search)
        self.textChanged.connect(model.set_search)
        self._list.clicked.connect(self._pick)

    def find_with(self, find: Callable[[str], list[Hit]]) -> None:
        """Say what looks for the words that are typed."""
        self._find = find

    def sizeHint(self) -> QSize:
        """As wide as it may be; a narrow window makes it narrower."""
        return QSize(_WIDTH, _HEIGHT)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is found at the moment, best first."""
        return self._hits.hits

    @property
    def is_listing(self) -> bool:
        """Whether the list is open below the field."""
        return self._list.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move in the list, Enter picks, Escape leaves."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list."""
        super().focusOutEvent(event)
        self._list.hide()

    def leave(self) -> None:
        """Forget what was typed, and give the focus back."""
        self.clear()
        self._list.hide()
        self.clearFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, its icon, and its keys while it is empty."""
        super().paintEvent(event)
        palette = self._theme.palette
        painter = QPainter(self)
        paint_icon(painter, QRectF(11, 7, 16, 16), "search", palette.text2)
        if not self.text():
            left = self.width() - 11 - caps_width(self._theme, "Ctrl+K")
            paint_caps(painter, self._theme, left, self.height() / 2, "Ctrl+K", palette.text2)

    def _search(self, text: str) -> None:
        hits = self._find(text) if self._find is not None else []
        self._hits.show(hits)
        if hits:
            self._list.place_below(self)
            self._list.setCurrentIndex(self._hits.index(0))
        else:
            self._list.hide()

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            hit = self._hits.hits[index.row()]
            self.leave()
            self.chosen.emit(hit)


def _height_of(hit: Hit) -> int:
    return _ROW if hit.snippet is None else _SNIPPET_ROW


class _Hits(QAbstractListModel):
    """The hits as a list model."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show(self, hits: list[Hit]) -> None:
        self.beginResetModel()
        self.hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, _parent: _Index | None = None) -> int:
        return len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = f", “{hit.snippet.text}”" if hit.snippet is not None else ""
            return f"{hit.kind}: {hit.title}, {hit.detail}{words}"
        return None


class _HitList(QListView):
    """Floats below the field, without taking its focus."""

    def __init__(self, theme: Theme, hits: _Hits, field: QWidget) -> None:
        super().__init__(field)
        self._hits = hits
        self.setModel(hits)
        self.setItemDelegate(_HitDelegate(theme, hits, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("popup")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName("Found")
        self.hide()

    def place_below(self, field: QWidget) -> None:
        window = field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        corner = field.mapTo(window, QPoint(0, field.height() + 4))
        height = min(_MOST_HEIGHT, sum(map(_height_of, self._hits.hits)) + 4)
        self.setGeometry(corner.x(), corner.y(), field.width(), height)
        self.show()
        self.raise_()

    def step(self, count: int) -> None:
        rows = len(self._hits.hits)
        if rows:
            row = (self.currentIndex().row() + count) % rows
            self.setCurrentIndex(self._hits.index(row))


class _HitDelegate(QStyledItemDelegate):
    """A row: icon, title, detail on the right; below, the words around what was found."""

    def __init__(self, theme: Theme, hits: _Hits, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._hits = theme, hits

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(_WIDTH, _height_of(self._hits.hits[index.row()]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        palette, hit = self._theme.palette, self._hits.hits[index.row()]
        box = QRectF(option.rect)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, palette.selected if is_current else palette.surface)
        if hit.snippet is not None:
            self._paint_snippet(painter, box.adjusted(36, 28, -10, -4), hit.snippet)
        box.setHeight(_ROW)
        icon_box = QRectF(box.left() + 10, box.center().y() - 8, 16, 16)
        paint_icon(painter, icon_box, _ICONS[hit.kind], palette.text2)
        painter.setFont(self._theme.font(FontRole.CAPTION))
        painter.setPen(palette.text3)
        middle = Qt.AlignmentFlag.AlignVCenter
        room = box.adjusted(36, 0, -10, 0)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, hit.detail)
        detail = QFontMetricsF(painter.font()).horizontalAdvance(hit.detail)
        room.setWidth(max(40.0, room.width() - detail - 12))
        font = self._theme.font(FontRole.BODY)
        painter.setFont(font)
        painter.setPen(palette.text)
        elided = QFontMetricsF(font).elidedText(
            hit.title, Qt.TextElideMode.ElideRight, room.width()
        )
        draw_words(painter, room, middle, elided)

    def _paint_snippet(self, painter: QPainter, room: QRectF, snippet: Snippet) -> None:
        """One line of plain text, from a little before the first words that were found."""
        palette, font = self._theme.palette, self._theme.font(FontRole.LABEL)
        metrics = QFontMetricsF(font)
        text, lit = _beginning_near(snippet, metrics, room.width())
        painter.setFont(font)
        for place in lit:
            left = room.left() + metrics.horizontalAdvance(text[: place.start])
            width = metrics.horizontalAdvance(text[place.start : place.end])
            mark = QRectF(left, room.top() + 1, width, room.height() - 3) & room
            painter.fillRect(mark, palette.proposed_fill)
        painter.setPen(palette.text2)
        line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        draw_words(painter, room, Qt.AlignmentFlag.AlignVCenter, line)


def _beginning_near(
    snippet: Snippet, metrics: QFontMetricsF, width: float
) -> tuple[str, tuple[TextRange, ...]]:
    """The snippet, cut at its front where what was found would lie outside of the width."""
    text, cut = snippet.text, 0
    first = snippet.lit[0]
    while cut < first.start and metrics.horizontalAdvance(text[cut : first.end]) > width * 0.7:
        blank = text.find(" ", cut)
        cut = blank + 1 if 0 <= blank < first.start else first.start
    if not cut:
        return text, snippet.lit
    lit = (TextRange(place.start - cut + 1, place.end - cut + 1) for place in snippet.lit)
    return f"…{text[cut:]}", tuple(lit)
