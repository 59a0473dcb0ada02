"""The card of a conflict: what the sources say of a date side by side, and the decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain.time.wording import span_in_words
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.project import Project
from timeline_app.services.review.sources import (
    Version,
    conflict_of,
    open_ruling,
    versions_of,
)
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.sources.quote_text import QuoteText
from timeline_app.ui.sources.sources import NumberBox, Source, sources_of
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, ElidedLabel, PlainLabel

_RADIUS = 5.0
_ABREAST = 2
_KEYS = {0: "Alt+1", 1: "Alt+2"}
_SIDE = 12


@dataclass(frozen=True, slots=True)
class Dispute:
    """The dates that the sources of an event give, and how it was decided; "" while it is not."""

    event_id: int
    versions: tuple[Version, ...]
    sources: tuple[Source, ...]
    decision: str


def dispute_of(project: Project, event_id: int) -> Dispute | None:
    """What the sources of an event differ about; None where they agree."""
    event = project.events[event_id]
    versions = versions_of(project.evidence_of_event(event_id))
    if len(versions) < 2:
        return None
    sources = tuple(sources_of(project, event))
    return Dispute(event_id, versions, sources, _decision(project, event_id))


def _decision(project: Project, event_id: int) -> str:
    event = project.events[event_id]
    if conflict_of(project, event_id):
        return ""
    if open_ruling(project, event_id) is not None and not event.is_date_edited:
        return "Left open"
    if event.span is None:
        return "Without a date"
    if event.span.choices:
        return "Both dates kept"
    return f"Decided for {span_in_words(event.span, short=True)}"


class ConflictCard(QWidget):
    """Shows a dispute. `chosen` carries a span; `decided` follows each of the other signals.

    Once it is decided one line says how, and `again_wanted` takes that back.
    """

    chosen = Signal(object)
    both_wanted = Signal()
    open_wanted = Signal()
    again_wanted = Signal()
    decided = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_decided = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_SIDE, 9, _SIDE, 9)
        self._column.setSpacing(8)
        self._body = QWidget()
        self._column.addWidget(self._body)
        self.choices: list[Button] = []
        self.chosen.connect(lambda _span: self.decided.emit())
        for wanted in (self.both_wanted, self.open_wanted, self.again_wanted):
            wanted.connect(self.decided)
        theme.changed.connect(self.update)
        self.hide()

    def show_dispute(self, dispute: Dispute | None) -> None:
        """Show another dispute, or none."""
        self.setVisible(dispute is not None)
        if dispute is None:
            return
        self._is_decided = bool(dispute.decision)
        self._body.hide()
        self._body.deleteLater()
        self._body = self._decided(dispute) if self._is_decided else self._asking(dispute)
        self._column.addWidget(self._body)
        self.setAccessibleName(f"The sources differ on the date. {dispute.decision}".strip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the fork; in the colour of errors while nothing is decided."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.line if self._is_decided else palette.alert, 1))
        painter.setBrush(palette.panel if self._is_decided else palette.surface)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        sign = QRectF(_SIDE, 12, 16, 16)
        paint_icon(painter, sign, "git-fork", palette.alert)

    def _asking(self, dispute: Dispute) -> QWidget:
        body, column = _column_in()
        column.addLayout(self._head("Sources differ on the date", "alert_text"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.choices = []
        for index, version in enumerate(dispute.versions):
            block = self._version(version, dispute.sources, _KEYS.get(index, ""))
            grid.addLayout(block, index // _ABREAST, index % _ABREAST)
        for place in range(_ABREAST):
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)
        column.addLayout(self._ways_out())
        return body

    def _ways_out(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.both = Button(
            self._theme, "Keep both", keys="Alt+3", height=26, role=FontRole.LABEL_MEDIUM
        )
        self.leave = Button(
            self._theme,
            "Leave open",
            kind=ButtonKind.QUIET,
            keys="Alt+4",
            height=26,
            role=FontRole.LABEL_MEDIUM,
        )
        self.both.setToolTip("Keep all dates: the event is drawn as disputed between them")
        self.leave.setToolTip("Keep the date as it is, and ask again with the next source")
        self.both.clicked.connect(self.both_wanted)
        self.leave.clicked.connect(self.open_wanted)
        row.addWidget(self.both)
        row.addWidget(self.leave)
        row.addStretch(1)
        return row

    def _decided(self, dispute: Dispute) -> QWidget:
        body, column = _column_in()
        row = self._head(f"Sources differ. {dispute.decision}", "text")
        self.again = Button(
            self._theme, "Ask again", kind=ButtonKind.QUIET, height=24, role=FontRole.LABEL
        )
        self.again.clicked.connect(self.again_wanted)
        row.addWidget(self.again)
        column.addLayout(row)
        return body

    def _head(self, words: str, color: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 0)
        row.addWidget(ElidedLabel(self._theme, words, FontRole.LABEL_BOLD, color), 1)
        return row

    def _version(self, version: Version, sources: Sequence[Source], keys: str) -> QVBoxLayout:
        """One date: who gives it, in which words, and the button that takes it."""
        theme, when = self._theme, span_in_words(version.span, short=True)
        column = QVBoxLayout()
        column.setSpacing(4)
        date = PlainLabel(theme, when, FontRole.BODY_MEDIUM)
        date.setWordWrap(True)
        column.addWidget(date)
        told = [each for each in sources if each.evidence in version.evidence]
        for source in told:
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(NumberBox(theme, source.number))
            row.addWidget(ElidedLabel(theme, source.name, FontRole.CAPTION, "text2"), 1)
            column.addLayout(row)
        exact = next((each for each in told if each.span == version.span), told[0])
        column.addWidget(QuoteText(theme, exact.evidence.quote, exact.marked))
        column.addStretch(1)
        take = Button(theme, "Choose", keys=keys, height=26, role=FontRole.LABEL_MEDIUM)
        take.setAccessibleName(f"Choose {when}")
        take.clicked.connect(lambda: self.chosen.emit(version.span))
        self.choices.append(take)
        column.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
        return column


def _column_in() -> tuple[QWidget, QVBoxLayout]:
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return body, column
