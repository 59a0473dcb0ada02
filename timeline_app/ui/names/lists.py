"""Two lists: all names of a kind, and names that may be of the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QObject,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView

from timeline_app.rendering.fonts import FontRole
from timeline_app.services.naming import Named, SameName
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets.labels import draw_words
from timeline_app.ui.widgets.row_delegate import Index, RowDelegate

_LINE_ROLE = Qt.ItemDataRole.UserRole
_ROW = 29
_LEFT, _RIGHT, _GAP = 20.0, 14.0, 10.0
Line = tuple[str, str, str]
"""What stands in bold, beside it, and at the right end."""


class NameModel(QAbstractListModel):
    """People, places or organisations."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: tuple[Named, ...] = ()

    def rowCount(self, _parent: Index | None = None) -> int:
        """How many there are."""
        return len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, or its words for a screen reader."""
        named = self.entries[index.row()]
        also = f"also {', '.join(named.others)}" if named.others else ""
        if role == _LINE_ROLE:
            return named.name, also, str(named.events)
        if role == Qt.ItemDataRole.DisplayRole:
            return named.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            events = "1 event" if named.events == 1 else f"{named.events} events"
            return ", ".join(filter(None, (named.name, also, events)))
        return None

    def show_entries(self, entries: Sequence[Named]) -> None:
        """Show others."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()


class SameModel(QAbstractListModel):
    """Pairs of names that may be of the same."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: tuple[SameName, ...] = ()

    def rowCount(self, _parent: Index | None = None) -> int:
        """How many there are."""
        return len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The two names."""
        same = self.entries[index.row()]
        if role == _LINE_ROLE:
            return same.stands_for, f"←  {same.name}", ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{same.name} may be {same.stands_for}"
        return None

    def show_entries(self, entries: Sequence[SameName]) -> None:
        """Show others."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()


class LineDelegate(RowDelegate):
    """Paints a row: a name, what stands beside it, a number at the right end."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view, _ROW)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, *, is_chosen: bool) -> None:
        """Paint what stands in it."""
        palette = self.theme.palette
        name, beside, number = index.data(_LINE_ROLE)
        right = box.right() - _RIGHT
        if number:
            right -= self._write(painter, box, right, number) + _GAP
        left = box.left() + _LEFT
        role = FontRole.LABEL_BOLD if is_chosen else FontRole.LABEL_MEDIUM
        left += self._elided(painter, box, (left, right), name, role, palette.text) + _GAP
        if right - left > 2 * _GAP:
            self._elided(painter, box, (left, right), beside, FontRole.LABEL, palette.text2)

    def _write(self, painter: QPainter, box: QRectF, right: float, number: str) -> float:
        painter.setFont(self.theme.font(FontRole.LABEL))
        painter.setPen(self.theme.palette.text2)
        width = QFontMetricsF(painter.font()).horizontalAdvance(number)
        room = QRectF(right - width, box.top(), width + 1, box.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, number)
        return width

    def _elided(
        self,
        painter: QPainter,
        box: QRectF,
        ends: tuple[float, float],
        words: str,
        role: FontRole,
        ink: QColor,
    ) -> float:
        """Write words where there is room for them; returns their width."""
        painter.setFont(self.theme.font(role))
        painter.setPen(ink)
        metrics = QFontMetricsF(painter.font())
        room = QRectF(ends[0], box.top(), ends[1] - ends[0], box.height())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        draw_words(painter, room, Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)
