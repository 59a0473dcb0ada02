"""The bar over the canvas: lanes, colours, what is shown, and the zoom."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from timeline_app.layout import LaneGrouping, TimeScale
from timeline_app.layout.scale import COARSEST, FINEST
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.checks import CheckBox
from timeline_app.ui.timeline.folding import Side
from timeline_app.ui.timeline.scene import Coloring
from timeline_app.ui.widgets import Button, Combo, IconButton, PlainLabel, Surface

_HEIGHT = 40
_LEAST_WIDTH, _SIDES, _SPACING = 280, 24, 6
_STOPS = 1_000
_SLIDER = 66
_LANES = (
    (LaneGrouping.ACTOR, "Actor"),
    (LaneGrouping.PERSON, "Person"),
    (LaneGrouping.ORGANISATION, "Organisation"),
    (LaneGrouping.PLACE, "Place"),
    (LaneGrouping.TAG, "Tag"),
    (LaneGrouping.ARTICLE, "Article"),
    (LaneGrouping.SOURCE, "Source"),
    (LaneGrouping.KIND, "Kind of date"),
    (LaneGrouping.STATUS, "Status"),
    (LaneGrouping.NONE, "None"),
)
_COLORS = (
    (Coloring.LANE, "Lane"),
    (Coloring.ARTICLE, "Article"),
    (Coloring.REVIEW, "Review"),
)


class TimelineBar(Surface):
    """The controls of the canvas. Its signals carry what the user chose."""

    grouping_chosen = Signal(object)
    coloring_chosen = Signal(object)
    proposals_toggled = Signal(bool)
    legend_toggled = Signal(bool)
    eras_toggled = Signal(bool)
    gaps_toggled = Signal(bool)
    zoom_chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, line_below=True, parent=parent)
        self.setFixedHeight(_HEIGHT)
        self.lanes = Combo(theme, "Lanes", [words for _, words in _LANES], 104)
        self.colors = Combo(theme, "Colour", [words for _, words in _COLORS], 96)
        self.proposals = CheckBox(theme, "Proposals")
        self.eras = CheckBox(theme, "Eras")
        self.gaps = CheckBox(theme, "Gaps")
        self.legend = CheckBox(theme, "Legend")
        self.facets = IconButton(theme, "list-filter", "Show the filter", size=26)
        self.inspector = IconButton(theme, "info", "Show the details of the event", size=26)
        self.back = IconButton(theme, "history", "Back to the view before (B)", size=24)
        self.forward = IconButton(
            theme, "history-forward", "Forward to the view after (Shift+B)", size=24
        )
        self.zoom_out = IconButton(theme, "minus", "Zoom out (-)", size=26)
        self.zoom_in = IconButton(theme, "plus", "Zoom in (+)", size=26)
        self.slider = ZoomSlider(theme)
        self.level = PlainLabel(theme, "Weeks", FontRole.LABEL, "text2")
        self.level.setMinimumWidth(46)
        self.fit = Button(theme, "Fit", keys="0", height=26, role=FontRole.LABEL_MEDIUM)
        self.proposals.setChecked(True)
        self.eras.setChecked(True)
        self.legend.setChecked(True)
        self._lay_out(theme)
        self._connect()

    def show_scale(self, scale: TimeScale, level: str) -> None:
        """Show the zoom of the canvas."""
        self.slider.show_step(scale.seconds_per_pixel)
        self.level.setText(level)

    def show_travel(self, *, has_before: bool, has_after: bool) -> None:
        """Offer the ways through the views that there are."""
        self.back.setEnabled(has_before)
        self.forward.setEnabled(has_after)

    def show_folded(self, shown: frozenset[Side]) -> None:
        """Offer the panels that are not shown."""
        self.facets.setVisible(Side.FACETS not in shown)
        self.inspector.setVisible(Side.INSPECTOR not in shown)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """It can be narrow: what has no room is in the menus as well."""
        return QSize(_LEAST_WIDTH, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room, the least needed first."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        spare = self.width() - self._widths(self._all_parts) - _SIDES
        for widgets in self._least_needed_first:
            for widget in widgets:
                widget.setVisible(spare >= 0)
            spare += self._widths(widgets) if spare < 0 else 0

    def show_choices(self, grouping: LaneGrouping, coloring: Coloring) -> None:
        """Show what is chosen, without a signal."""
        for combo, index in (
            (self.lanes, [value for value, _ in _LANES].index(grouping)),
            (self.colors, [value for value, _ in _COLORS].index(coloring)),
        ):
            combo.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            combo.setCurrentIndex(index)
            combo.blockSignals(False)  # noqa: FBT003

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(_SPACING)
        row.addWidget(self.facets)
        color_word = PlainLabel(theme, "Colour", FontRole.LABEL, "text2")
        lane_word = PlainLabel(theme, "Lanes", FontRole.LABEL, "text2")
        chosen = (lane_word, self.lanes, color_word, self.colors)
        checks = (self.proposals, self.eras, self.gaps, self.legend)
        travel = (self.back, self.forward)
        zoom = (*travel, self.zoom_out, self.slider, self.zoom_in, self.level, self.fit)
        for widget in (*chosen, *checks):
            row.addWidget(widget)
        row.addStretch(1)
        for part in (*zoom, self.inspector):
            row.addWidget(part)
        self._all_parts = (self.facets, *chosen, *checks, *zoom, self.inspector)
        self._least_needed_first = (
            (self.gaps,),
            (self.level,),
            (color_word, self.colors),
            (self.slider,),
            (self.legend, self.eras),
            (*travel, lane_word),
            (self.proposals,),
        )

    def _widths(self, widgets: Iterable[QWidget]) -> int:
        """The room that widgets need; those that others have hidden need none."""
        panels = (self.facets, self.inspector)
        return sum(
            widget.sizeHint().width() + _SPACING
            for widget in widgets
            if widget not in panels or not widget.isHidden()
        )

    def _connect(self) -> None:
        self.lanes.currentIndexChanged.connect(
            lambda index: self.grouping_chosen.emit(_LANES[index][0])
        )
        self.colors.currentIndexChanged.connect(
            lambda index: self.coloring_chosen.emit(_COLORS[index][0])
        )
        self.proposals.toggled.connect(self.proposals_toggled)
        self.eras.toggled.connect(self.eras_toggled)
        self.gaps.toggled.connect(self.gaps_toggled)
        self.legend.toggled.connect(self.legend_toggled)
        self.slider.step_chosen.connect(self.zoom_chosen)


class ZoomSlider(QSlider):
    """A slider over all zoom levels, coarse on the left. Chosen are seconds per pixel."""

    step_chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setRange(0, _STOPS)
        self.setAccessibleName("Zoom")
        self.setFixedSize(_SLIDER, 26)
        self.sliderMoved.connect(self._on_moved)
        theme.changed.connect(self.update)

    def show_step(self, seconds_per_pixel: float) -> None:
        """Show a zoom level."""
        if not self.isSliderDown():
            self.setValue(_stop_of(seconds_per_pixel))

    def sizeHint(self) -> QSize:
        """As the design has it."""
        return QSize(_SLIDER, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw line, ticks and handle."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, left, right = self.height() / 2, 7.0, self.width() - 7.0
        x = left + (right - left) * self.value() / _STOPS
        painter.setPen(QPen(palette.control, 1))
        for fifth in range(6):
            tick = left + (right - left) * fifth / 5
            painter.drawLine(QPointF(tick, middle - 4), QPointF(tick, middle + 4))
        painter.setPen(QPen(palette.control, 2))
        painter.drawLine(QPointF(x, middle), QPointF(right, middle))
        painter.setPen(QPen(palette.accent, 2))
        painter.drawLine(QPointF(left, middle), QPointF(x, middle))
        painter.setBrush(palette.surface)
        painter.drawEllipse(QRectF(x - 6, middle - 6, 12, 12))

    def _on_moved(self, value: int) -> None:
        self.step_chosen.emit(_step_at(value))


def _stop_of(seconds_per_pixel: float) -> int:
    share = math.log(seconds_per_pixel / FINEST) / math.log(COARSEST / FINEST)
    return round(_STOPS * (1 - share))


def _step_at(stop: int) -> float:
    return float(FINEST * (COARSEST / FINEST) ** (1 - stop / _STOPS))
