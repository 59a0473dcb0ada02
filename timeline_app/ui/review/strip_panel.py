"""The strip below the article: what is decided and what waits, on a small timeline."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from timeline_app.layout.marks import MarkKind, MarkLook
from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.marks import mark_ink, paint_mark_sample
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.strip import StripWidget
from timeline_app.ui.widgets import Button, ButtonKind, IconButton, PlainLabel, SectionHeader

_SAMPLES = (
    ("accepted", MarkLook(MarkKind.PERIOD), "accepted"),
    ("proposed", MarkLook(MarkKind.PERIOD, is_hollow=True), "proposed"),
    ("sometime within", MarkLook(MarkKind.WITHIN), "text2"),
    ("on or before", MarkLook(MarkKind.BEFORE), "text2"),
    ("planned", MarkLook(MarkKind.PERIOD, is_dashed=True), "text2"),
)


class StripPanel(QWidget):
    """The strip with its head: legend, zoom, fit."""

    def __init__(self, model: ProjectModel, theme: Theme) -> None:
        super().__init__()
        self.strip = StripWidget(model, theme)
        header = SectionHeader(theme, "On the timeline", height=29)
        header.row.setSpacing(2)
        legend = _Legend(theme)
        header.row.insertWidget(2, legend, 1)
        header.row.setStretch(3, 0)
        self._level = PlainLabel(theme, "", FontRole.CAPTION, "text2")
        self._level.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._level.setFixedWidth(62)
        smaller = IconButton(theme, "minus", "Show more time", size=24)
        larger = IconButton(theme, "plus", "Show less time", size=24)
        fit = Button(
            theme, "Fit", kind=ButtonKind.QUIET, keys="0", height=24, role=FontRole.CAPTION
        )
        for part in (smaller, self._level, larger, fit):
            header.add(part)
        smaller.clicked.connect(self.strip.zoom_out)
        larger.clicked.connect(self.strip.zoom_in)
        fit.clicked.connect(self.strip.fit)
        self.strip.level_changed.connect(self._level.setText)
        self._level.setText(self.strip.level)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.strip, 1)


class _Legend(QWidget):
    """The shapes of the strip, as many as there is room for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName("Legend: " + ", ".join(words for words, _, _ in _SAMPLES))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(60, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setFont(self._theme.font(FontRole.CAPTION))
        x = 14.0
        for words, look, tone in _SAMPLES:
            width = painter.fontMetrics().horizontalAdvance(words)
            if x + 28 + width > self.width():
                return
            sample = QRectF(x, 0, 20, self.height())
            paint_mark_sample(painter, sample, look, mark_ink(palette, look, tone, 8))
            painter.setPen(palette.text2)
            box = QRectF(x + 27, 0, width + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
            x += 27 + width + 16
