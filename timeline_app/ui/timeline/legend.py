"""The legend under the canvas: every shape in use."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from timeline_app.layout import MarkLook
from timeline_app.rendering.legend import LegendEntry, legend_of, paint_legend
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Surface

_HEIGHT = 52
_MARGINS = (16.0, 4.0)


class LegendPanel(Surface):
    """Two rows of marks with their meaning."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, line_above=True, parent=parent)
        self._entries: list[LegendEntry] = []
        self.setFixedHeight(_HEIGHT)

    def show_looks(self, looks: Iterable[MarkLook], *, with_clusters: bool) -> None:
        """Explain these looks."""
        self._entries = legend_of(looks, with_clusters=with_clusters)
        self.setAccessibleName("Legend: " + ", ".join(entry.words for entry in self._entries))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the marks and their words."""
        super().paintEvent(event)
        across, down = _MARGINS
        rect = QRectF(self.rect()).adjusted(across, down, -across, -down)
        columns = max(1, -(-len(self._entries) // 2))
        painter = QPainter(self)
        scale = self.theme.scale
        paint_legend(painter, rect, self._entries, self.theme.palette, columns=columns, scale=scale)
        painter.end()
