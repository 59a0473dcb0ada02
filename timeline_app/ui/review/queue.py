"""What comes next: the proposals that wait, each with its mark, its date and its title."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from timeline_app.domain import Event
from timeline_app.domain.time.wording import span_in_words
from timeline_app.layout.marks import mark_for
from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.marks import MarkInk, paint_mark_sample
from timeline_app.ui.review.folding import FoldToggle
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import KeyCap, ListPane, SectionHeader, Surface
from timeline_app.ui.widgets.labels import draw_words

_Index = QModelIndex | QPersistentModelIndex
_ENTRY_ROLE = Qt.ItemDataRole.UserRole
_ROW = 28
_DATE_LEFT, _TITLE_LEFT = 81, 175


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """An event that waits, with its number in the article; a folded one has none."""

    number: int | None
    event: Event
    year: int | None

    @property
    def name(self) -> str:
        """What it is called."""
        return "Folded proposal" if self.number is None else f"Proposal {self.number}"

    @property
    def date_words(self) -> str:
        """The date, short: the year is left out where it is the article's."""
        if self.event.span is None:
            return "needs a date"
        return span_in_words(self.event.span, short=True, today_year=self.year)


class QueueModel(QAbstractListModel):
    """The entries as a list model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[QueueEntry, ...] = ()

    def rowCount(self, _parent: _Index | None = None) -> int:
        """How many wait."""
        return len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry, its title, or its words for a screen reader."""
        entry = self.entries[index.row()]
        if role == _ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.event.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.name}: {entry.date_words}, {entry.event.title}"
        return None

    def show_entries(self, entries: tuple[QueueEntry, ...]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()


class Queue(Surface):
    """The list below the card. `chosen` carries the id of an event."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", line_above=True)
        self.model = QueueModel(self)
        self.header = SectionHeader(theme, "Next", height=31)
        self.folded = FoldToggle(theme)
        self.header.add(self.folded)
        self.header.add(KeyCap(theme, "J", "K"))
        self.view = ListPane(theme, self.model, "Next proposals")
        self.view.paint_with(_QueueDelegate(theme, self.view))
        self.view.setUniformItemSizes(True)
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        self.setMinimumHeight(31 + 2 * _ROW)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)

    def show_entries(self, entries: tuple[QueueEntry, ...]) -> None:
        """Show what waits, the next one first."""
        self.model.show_entries(entries)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.entries[index.row()].event.id)


class _QueueDelegate(QStyledItemDelegate):
    """Paints a row: number, mark, date, title."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(self._view.viewport().width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        palette = self._theme.palette
        entry: QueueEntry = index.data(_ENTRY_ROLE)
        box = QRectF(option.rect)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(box, palette.hover if is_hovered else palette.surface)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), palette.line)
        number = QRectF(box.left(), box.top(), 29, box.height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font(FontRole.LABEL))
        painter.setPen(palette.text3)
        is_folded = entry.number is None
        painter.drawText(number, right, "–" if is_folded else str(entry.number))
        look = mark_for(entry.event)
        if look is not None:
            sample = QRectF(box.left() + 41, box.top(), 27, box.height() - 1)
            tone = palette.control if is_folded else palette.proposed
            paint_mark_sample(painter, sample, look, MarkInk(tone, palette.surface, 8))
        painter.setPen(palette.text2 if is_folded else palette.text)
        self._write(painter, box, _DATE_LEFT, _TITLE_LEFT - 8, entry.date_words)
        self._write(painter, box, _TITLE_LEFT, box.width() - 14, entry.event.title)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.focus, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))

    def _write(self, painter: QPainter, box: QRectF, left: float, right: float, text: str) -> None:
        metrics = QFontMetricsF(painter.font())
        room = QRectF(box.left() + left, box.top(), right - left, box.height())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        draw_words(painter, room, Qt.AlignmentFlag.AlignVCenter, shown)
