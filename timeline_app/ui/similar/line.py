"""The line that offers a similar event: when it was, who tells of it, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from timeline_app.domain import Event, ReviewStatus
from timeline_app.domain.time.calendar import civil_time
from timeline_app.domain.time.wording import span_in_words
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.project import Project
from timeline_app.services.sameness.suggestions import Similar
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ElidedLabel, IconButton, PlainLabel, plain_tool_tip

_HEIGHT = 38
_RADIUS = 5.0
_STATUS = {
    ReviewStatus.ACCEPTED: "accepted",
    ReviewStatus.PROPOSED: "proposed",
    ReviewStatus.REJECTED: "rejected",
    ReviewStatus.FOLDED: "folded",
}


class SimilarLine(QWidget):
    """Offers the likeliest similar event; hidden while there is none.

    `merge_wanted` and `apart_wanted` tell what to do with it, `list_wanted` asks to see all of
    them side by side.
    """

    merge_wanted = Signal()
    apart_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = PlainLabel(theme, "Similar", FontRole.LABEL_BOLD)
        self.words = ElidedLabel(theme, "", FontRole.LABEL, "text2")
        self.merge = Button(theme, "Merge", keys="M", height=26, role=FontRole.LABEL_MEDIUM)
        self.apart = IconButton(theme, "git-fork", "Keep apart for good (Shift+M)", size=26)
        self.setFixedHeight(_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(38, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self.title)
        row.addWidget(self.words, 1)
        row.addWidget(self.apart)
        row.addWidget(self.merge)
        self.merge.setToolTip("Make one event of both, resting on all sources (M)")
        self.merge.clicked.connect(self.merge_wanted)
        self.apart.clicked.connect(self.apart_wanted)
        theme.changed.connect(self.update)
        self.hide()

    def show_similar(self, project: Project, event_id: int, found: Sequence[Similar]) -> None:
        """Offer the first of these, and say how many there are."""
        self.setVisible(bool(found))
        if not found:
            return
        other = project.events[found[0].than(event_id)]
        words = similar_words(project, other, _year_of(project.events[event_id]))
        self.title.setText("Similar" if len(found) == 1 else f"Similar 1 of {len(found)}")
        self.words.setText(words)
        evidence = project.evidence_of_event(other.id)
        quote = f"\n“{evidence[0].quote}”" if evidence else ""
        tip = f"{other.title}{quote}"
        self.setToolTip(plain_tool_tip(tip))
        self.words.setToolTip(plain_tool_tip(tip))
        self.setAccessibleName(f"Similar event: {other.title}, {words}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show all similar events side by side."""
        if self.rect().contains(event.position().toPoint()):
            self.list_wanted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the sign of two that become one."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.line, 1))
        painter.setBrush(palette.panel)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        sign = QRectF(12, self.height() / 2 - 8, 16, 16)
        paint_icon(painter, sign, "git-merge", palette.text2)


def similar_words(project: Project, event: Event, year: int | None = None) -> str:
    """When an event was, who tells of it first, and where its review stands.

    `year` is one that is shown beside it already, and left out.
    """
    span = event.span
    when = "no date" if span is None else span_in_words(span, short=True, today_year=year)
    articles = project.articles_of_event(event.id)
    who = (articles[0].source or articles[0].title) if articles else "entered by hand"
    return f"{when}, {who}, {_STATUS[event.status]}"


def _year_of(event: Event) -> int | None:
    begin = event.span.begin if event.span is not None else None
    return None if begin is None else civil_time(begin).date.year
