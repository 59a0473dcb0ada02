"""The events of a cluster in a list that floats below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain import Event
from timeline_app.domain.time.wording import span_in_words
from timeline_app.layout.marks import mark_for
from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.marks import mark_ink, paint_mark_sample
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import ListPane, SectionHeader
from timeline_app.ui.widgets.labels import draw_words

_Index = QModelIndex | QPersistentModelIndex
_EVENT_ROLE = Qt.ItemDataRole.UserRole
_ROW, _HEAD = 28, 31
_WIDTH, _MOST_ROWS = 480, 12
_DATE_LEFT, _TITLE_LEFT, _SIDE = 50, 190, 14


class ClusterList(QFrame):
    """Arrows and letters move in it, Enter or a click picks, Escape closes.

    `picked` carries the id of an event.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, events: Sequence[Event], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self.model = _EventsModel(events, self)
        self.view = ListPane(theme, self.model, f"{len(events)} events in one place")
        self.view.paint_with(_RowDelegate(theme, self.view))
        self.view.setUniformItemSizes(True)
        self.view.clicked.connect(self._pick)
        self.view.activated.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(SectionHeader(theme, f"{len(events)} events", height=_HEAD))
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def open_at(self, below: QPoint, above: int) -> None:
        """Show the list with its corner at `below`, or over the y `above` where it has no room.

        Both are places on the screen.
        """
        rows = min(_MOST_ROWS, len(self.model.events))
        size = QSize(_WIDTH, _HEAD + rows * _ROW + 2)
        room = self.screen().availableGeometry()
        x = max(room.left(), min(below.x(), room.right() - size.width()))
        fits = below.y() + size.height() <= room.bottom()
        y = below.y() if fits else max(room.top(), above - size.height())
        self.setGeometry(x, y, size.width(), size.height())
        self.view.setCurrentIndex(self.model.index(0))
        self.show()
        self.view.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outline."""
        painter = QPainter(self)
        painter.setPen(self._theme.palette.control)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _pick(self, index: QModelIndex) -> None:
        self.close()
        self.picked.emit(self.model.events[index.row()].id)


class _EventsModel(QAbstractListModel):
    """The events as a list model, in order of time."""

    def __init__(self, events: Sequence[Event], parent: QObject) -> None:
        super().__init__(parent)
        self.events = tuple(events)

    def rowCount(self, _parent: _Index | None = None) -> int:
        return len(self.events)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        event = self.events[index.row()]
        if role == _EVENT_ROLE:
            return event
        if role == Qt.ItemDataRole.DisplayRole:
            return event.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_date_words(event)}, {event.title}"
        return None


class _RowDelegate(QStyledItemDelegate):
    """Paints a row: mark, date, title."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(_WIDTH - 2, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        palette, box = self._theme.palette, QRectF(option.rect)
        event: Event = index.data(_EVENT_ROLE)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = palette.hover if is_hovered else palette.surface
        painter.fillRect(box, palette.selected if is_current else fill)
        if is_current:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), palette.accent)
        look = mark_for(event)
        if look is not None:
            sample = QRectF(box.left() + _SIDE, box.top(), 27, box.height())
            paint_mark_sample(painter, sample, look, mark_ink(palette, look, "text2", 8.0))
        date = QRectF(
            box.left() + _DATE_LEFT, box.top(), _TITLE_LEFT - _DATE_LEFT - 8, box.height()
        )
        self._write(painter, date, _date_words(event), FontRole.CAPTION, "text2")
        title = box.adjusted(_TITLE_LEFT, 0, -_SIDE, 0)
        role = FontRole.LABEL_BOLD if is_current else FontRole.LABEL
        self._write(painter, title, event.title, role, "text")

    def _write(
        self, painter: QPainter, room: QRectF, text: str, role: FontRole, color: str
    ) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.palette.color(color))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        draw_words(painter, room, Qt.AlignmentFlag.AlignVCenter, shown)


def _date_words(event: Event) -> str:
    return "" if event.span is None else span_in_words(event.span, short=True)
