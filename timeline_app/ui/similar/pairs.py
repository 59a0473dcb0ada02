"""The list of what waits: similar events, and events whose sources differ, with their dates."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QObject,
    QRectF,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView

from timeline_app.domain import Event
from timeline_app.domain.time.wording import span_in_words
from timeline_app.layout.marks import mark_for
from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.marks import mark_ink, paint_mark_sample
from timeline_app.services.project import Project
from timeline_app.services.sameness.suggestions import Similar
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets.labels import draw_words
from timeline_app.ui.widgets.row_delegate import Index, RowDelegate

_PAIR_ROLE = Qt.ItemDataRole.UserRole
_ROW, _LINE = 56, 20
_MARK, _TEXT = 14.0, 52.0
_DIFFERS = "sources differ on the date"


class PairModel(QAbstractListModel):
    """What waits: pairs of similar events, then events whose sources differ on the date."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pairs: tuple[Similar, ...] = ()
        self.conflicts: tuple[int, ...] = ()
        self._events: tuple[tuple[Event, ...], ...] = ()

    def rowCount(self, _parent: Index | None = None) -> int:
        """How many wait."""
        return len(self._events)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The two events, or the one, or their words."""
        events = self._events[index.row()]
        if role == _PAIR_ROLE:
            return events
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = " / ".join(f"{event.title}, {_when(event)}" for event in events)
            return words if len(events) > 1 else f"{words}: {_DIFFERS}"
        return None

    def entry(self, row: int) -> Similar | int | None:
        """The pair of a row, or the id of an event with a conflict; None where there is no row."""
        entries: tuple[Similar | int, ...] = (*self.pairs, *self.conflicts)
        return entries[row] if 0 <= row < len(entries) else None

    def show_waiting(
        self, project: Project, pairs: Sequence[Similar], conflicts: Sequence[int]
    ) -> None:
        """Show others."""
        self.beginResetModel()
        self.pairs, self.conflicts = tuple(pairs), tuple(conflicts)
        self._events = (
            *((project.events[pair.one], project.events[pair.other]) for pair in pairs),
            *((project.events[event_id],) for event_id in conflicts),
        )
        self.endResetModel()


class PairDelegate(RowDelegate):
    """Paints a row: two lines, each with mark, title, and date."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view, _ROW)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, *, is_chosen: bool) -> None:  # noqa: ARG002
        """Paint both events, or the one and that its sources differ."""
        events = index.data(_PAIR_ROLE)
        lines = [
            QRectF(box.left(), box.top() + 8 + number * _LINE, box.width(), _LINE)
            for number in range(2)
        ]
        for number, (line, event) in enumerate(zip(lines, events, strict=False)):
            self._paint_event(painter, line, event, is_first=number == 0)
        if len(events) == 1:
            self._paint_difference(painter, lines[1])

    def _paint_difference(self, painter: QPainter, line: QRectF) -> None:
        palette = self.theme.palette
        sign = QRectF(line.left() + _MARK + 8, line.top() + 3, 14, 14)
        paint_icon(painter, sign, "git-fork", palette.alert)
        painter.setFont(self.theme.font(FontRole.LABEL))
        painter.setPen(palette.alert_text)
        room = line.adjusted(_TEXT, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, _DIFFERS.capitalize())

    def _paint_event(
        self, painter: QPainter, line: QRectF, event: Event, *, is_first: bool
    ) -> None:
        palette = self.theme.palette
        look = mark_for(event)
        if look is not None:
            sample = QRectF(line.left() + _MARK, line.top(), 30, line.height())
            paint_mark_sample(painter, sample, look, mark_ink(palette, look, "lane2", 8.0))
        painter.setFont(self.theme.font(FontRole.LABEL))
        when = _when(event)
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(when)
        painter.setPen(palette.text2)
        date = QRectF(line.right() - width - 14, line.top(), width + 2, line.height())
        draw_words(painter, date, Qt.AlignmentFlag.AlignVCenter, when)
        role = FontRole.LABEL_MEDIUM if is_first else FontRole.LABEL
        painter.setFont(self.theme.font(role))
        painter.setPen(palette.text)
        room = QRectF(line.left() + _TEXT, line.top(), 0, line.height())
        room.setRight(date.left() - 10)
        metrics = QFontMetricsF(painter.font())
        title = metrics.elidedText(event.title, Qt.TextElideMode.ElideRight, room.width())
        draw_words(painter, room, Qt.AlignmentFlag.AlignVCenter, title)


def _when(event: Event) -> str:
    return "no date" if event.span is None else span_in_words(event.span, short=True)
