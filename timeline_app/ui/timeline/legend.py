"""The legend under the canvas: every shape in use."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.layout import MarkLook
from timeline_app.rendering.legend import LegendEntry, legend_columns, legend_of, paint_legend
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Surface

_ROW, _LEAST_ROWS = 22, 2
_MARGINS = (16.0, 4.0)


class LegendPanel(Surface):
    """Rows of marks with their meaning: two, or more where the panel is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, line_above=True, parent=parent)
        self._entries: list[LegendEntry] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_looks(self, looks: Iterable[MarkLook], *, with_clusters: bool) -> None:
        """Explain these looks."""
        self._entries = legend_of(looks, with_clusters=with_clusters)
        self.updateGeometry()
        self.setAccessibleName("Legend: " + ", ".join(entry.words for entry in self._entries))
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A narrow panel has more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of as many rows as the width asks for."""
        rows = -(-len(self._entries) // self._columns(width))
        return round(max(_LEAST_ROWS, rows) * _ROW + 2 * _MARGINS[1])

    def sizeHint(self) -> QSize:
        """The height at the present width."""
        return QSize(0, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """No less than all rows."""
        return self.sizeHint()

    def _columns(self, width: int) -> int:
        return legend_columns(self._entries, width - 2 * _MARGINS[0], self.theme.scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the marks and their words."""
        super().paintEvent(event)
        across, down = _MARGINS
        rect = QRectF(self.rect()).adjusted(across, down, -across, -down)
        painter = QPainter(self)
        paint_legend(
            painter,
            rect,
            self._entries,
            self.theme.palette,
            columns=self._columns(self.width()),
            scale=self.theme.scale,
        )
        painter.end()
