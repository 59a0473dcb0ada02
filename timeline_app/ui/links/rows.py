"""The links of an event, a line for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain.time.wording import span_in_words
from timeline_app.rendering.fonts import FontRole
from timeline_app.services import review
from timeline_app.services.project import Project
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import AddChip, Button, ButtonKind, ElidedLabel, IconButton, PlainLabel


class LinkRows(QWidget):
    """What an event is linked to.

    `chosen` carries an event's id, `removed` that of a ruling; `wanted` asks for another link.
    """

    chosen = Signal(int)
    removed = Signal(int)
    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.links: tuple[review.Link, ...] = ()
        self.rows: list[QWidget] = []
        self.add = AddChip(theme, "Link to another event (Ctrl+Shift+K)")
        self.add.clicked.connect(self.wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_links(self, project: Project, links: Sequence[review.Link]) -> None:
        """Show other links."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.links = tuple(links)
        self.rows = [self._row(project, each) for each in self.links]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)

    def _row(self, project: Project, link: review.Link) -> QWidget:
        event = project.shown(project.events[link.other])
        words = PlainLabel(self._theme, link.words, FontRole.LABEL, "text2")
        title = _Title(self._theme, event.title)
        if event.span is not None:
            title.setToolTip(f"{event.title}, {span_in_words(event.span)}")
        title.clicked.connect(lambda: self.chosen.emit(link.other))
        remove = IconButton(self._theme, "x", f"Remove the link to {event.title}", size=22)
        remove.clicked.connect(lambda: self.removed.emit(link.ruling_id))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(words)
        line.addWidget(title, 1)
        line.addWidget(remove)
        return row


class _Title(Button):
    """The title of the other event, cut where there is no room; a click goes there."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, "", kind=ButtonKind.QUIET, height=24, role=FontRole.LABEL_MEDIUM)
        self.setAccessibleName(title)
        label = ElidedLabel(theme, title, FontRole.LABEL_MEDIUM, "text", self)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 4, 0)
        line.addWidget(label, 1)
