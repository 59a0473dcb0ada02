"""The scroll bar of the lanes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from timeline_app.ui.timeline.surface import TimelineSurface


class LaneScroll(QScrollBar):
    """Scrolls the lanes of a surface, and is shown while they need it."""

    def __init__(self, surface: TimelineSurface, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._surface = surface
        surface.view_changed.connect(self._follow)
        self.valueChanged.connect(self._scroll)
        self._follow()

    def _follow(self) -> None:
        most = round(self._surface.scroll_range)
        self.setVisible(most > 0)
        self.setRange(0, most)
        self.setPageStep(max(1, round(self._surface.bands.lanes.height)))
        self.setValue(round(self._surface.scroll_position))

    def _scroll(self, value: int) -> None:
        if value != round(self._surface.scroll_position):
            self._surface.set_view(self._surface.scale, float(value))
