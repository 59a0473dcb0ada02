"""The timeline workspace: puts facets, canvas and inspector together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from timeline_app.domain import ChangeSet
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.calendar import instant_at
from timeline_app.domain.time.moving import Edge
from timeline_app.layout import LaneChoices, LaneGrouping, TimelineEntry, TimeScale
from timeline_app.ui.exporting.clipboard import copy_chosen
from timeline_app.ui.help import explain
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.bar import TimelineBar
from timeline_app.ui.timeline.canvas import TimelineCanvas
from timeline_app.ui.timeline.content import TimelineContent
from timeline_app.ui.timeline.creating import scale_showing
from timeline_app.ui.timeline.deeds import TimelineDeeds
from timeline_app.ui.timeline.empty import EmptyLine
from timeline_app.ui.timeline.facet_columns import Facet
from timeline_app.ui.timeline.facets import FacetPanel
from timeline_app.ui.timeline.folding import Folding, Side
from timeline_app.ui.timeline.inspector import Inspector
from timeline_app.ui.timeline.kept_view import KeptView
from timeline_app.ui.timeline.lane_commands import lane_commands
from timeline_app.ui.timeline.lane_scroll import LaneScroll
from timeline_app.ui.timeline.legend import LegendPanel
from timeline_app.ui.timeline.menus import CanvasMenus
from timeline_app.ui.timeline.overview import Overview
from timeline_app.ui.timeline.scene import Coloring
from timeline_app.ui.timeline.status_words import status_words
from timeline_app.ui.timeline.telling import CanvasTeller
from timeline_app.ui.widgets import Surface

_FACETS, _INSPECTOR = 236, 348
_LEAST_FACETS, _MOST_FACETS = 200, 340
_LEAST_INSPECTOR, _MOST_INSPECTOR = 300, 480


class TimelineWorkspace(QWidget):
    """The timeline with everything round it.

    `status_changed` carries what the status bar says on its right.
    """

    status_changed = Signal(str)

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explain(self, "timeline")
        self._model = model
        self._is_stale = False
        self._grouping = LaneGrouping.ACTOR
        self._coloring = Coloring.LANE
        self._lanes: dict[LaneGrouping, LaneChoices] = {}
        self._content: TimelineContent | None = None
        self._folding = Folding()
        self._deeds = TimelineDeeds(model)
        self.facets = FacetPanel(theme)
        self.bar = TimelineBar(theme)
        self.canvas = TimelineCanvas(model, theme)
        self.teller = CanvasTeller(self.canvas)
        self.empty = EmptyLine(theme, self.canvas)
        self.legend = LegendPanel(theme)
        self.overview = Overview(theme)
        self.inspector = Inspector(model, theme)
        self._lane_scroll = LaneScroll(self.canvas)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out(theme)
        self._connect()
        self.menus = CanvasMenus(self.canvas, model, self.commands())
        if model.is_open:
            self.refresh()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """What the commands of the timeline do, by their ids."""
        return {
            "timeline.zoom_in": self.canvas.zoom_in,
            "timeline.zoom_out": self.canvas.zoom_out,
            "timeline.fit_all": self.canvas.fit_all,
            "timeline.fit_selection": self.canvas.fit_selection,
            "timeline.back": self.canvas.back,
            "timeline.forward": self.canvas.forward,
            "timeline.pan_earlier": self.canvas.pan_earlier,
            "timeline.pan_later": self.canvas.pan_later,
            "timeline.move_earlier": lambda: self.canvas.nudge(-1),
            "timeline.move_later": lambda: self.canvas.nudge(1),
            "timeline.end_earlier": lambda: self.canvas.nudge(-1, Edge.END),
            "timeline.end_later": lambda: self.canvas.nudge(1, Edge.END),
            "timeline.card": self.canvas.toggle_card,
            "timeline.select_all": self.canvas.select_all,
            "timeline.new_event": self.new_event,
            "timeline.edit_title": self.inspector.edit_title,
            "timeline.edit_date": self.inspector.edit_date,
            "timeline.copy": lambda: copy_chosen(self._model),
            "timeline.accept": self._deeds.accept,
            "timeline.delete": self._deeds.delete,
            **self.inspector.similar.commands("timeline"),
            **lane_commands(self.canvas.lane_hand, self._model),
            "timeline.proposals": self.bar.proposals.toggle,
            "timeline.eras": self.bar.eras.toggle,
            "timeline.gaps": self.bar.gaps.toggle,
            "timeline.legend": self.bar.legend.toggle,
            "timeline.facets": lambda: self._turn_panel(Side.FACETS),
            "timeline.inspector": lambda: self._turn_panel(Side.INSPECTOR),
            "timeline.clear_filter": self.facets.clear,
        }

    def focus_target(self) -> QWidget:
        """What gets the focus when the workspace is shown."""
        return self.canvas

    def save_view(self) -> dict[str, Any]:
        """The view as JSON values."""
        return KeptView(
            self.canvas.scale,
            self.canvas.scroll_position,
            self._grouping,
            self._coloring,
            self.facets.filter,
            self._lanes,
            self.bar.proposals.isChecked(),
            self.bar.legend.isChecked(),
            self.bar.eras.isChecked(),
            self.bar.gaps.isChecked(),
            tuple(self._splitter.sizes()),
        ).as_json()

    def restore_view(self, view: Mapping[str, Any]) -> None:
        """Show what `save_view` has kept; what is missing, or makes no sense, stays as it is."""
        kept = KeptView.of(view)
        if kept is None:
            return
        self._grouping, self._coloring = kept.grouping, kept.coloring
        self._lanes = dict(kept.lanes)
        self._take_up_lanes()
        self.bar.show_choices(self._grouping, self._coloring)
        self.bar.proposals.setChecked(kept.proposals)
        self.bar.legend.setChecked(kept.legend)
        self.bar.eras.setChecked(kept.eras)
        self.bar.gaps.setChecked(kept.gaps)
        self.facets.set_filter(kept.filter)
        self._splitter.setSizes(list(kept.sizes))
        self.refresh()
        self.canvas.set_view(kept.scale, kept.scroll)

    def go_to_date(self, span: TimeSpan) -> None:
        """Show a date in the middle, as wide as it asks for."""
        scale = scale_showing(span, self.canvas.time_width)
        if scale is not None:
            self.canvas.go_to(scale)

    def show_only(self, facet: Facet, key: str) -> None:
        """Show the events that have one value of a facet, all of them in view."""
        self.facets.show_only(facet, key)
        self.canvas.fit_all()

    def refresh(self) -> None:
        """Read the project again."""
        if not self._model.is_open:
            return
        self._is_stale = False
        self._content = TimelineContent(
            self._model.library.project,
            with_proposals=self.bar.proposals.isChecked(),
            grouping=self._grouping,
            coloring=self._coloring,
        )
        self._filter()
        self._search(self._model.search)
        self.canvas.set_today(_now())
        self.inspector.refresh()

    def _start_afresh(self) -> None:
        """Another project: nothing of it has been chosen yet."""
        self._lanes = {}
        self._take_up_lanes()
        self._content = None
        self.facets.clear()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed while the timeline was hidden."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window one of the panels makes room for the canvas."""
        super().resizeEvent(event)
        self._fold()

    def new_event(self) -> None:
        """Make an event in the middle of the view."""
        middle = self.canvas.time_width / 2
        self._create(self.canvas.scale.time_at(middle))

    def _filter(self, changed: Sequence[TimelineEntry] | None = None) -> None:
        """Show what the filter lets through; with `changed`, nothing else is different."""
        content = self._content
        if content is None or not self._model.is_open:
            return
        filtered = content.filter(self.facets.filter)
        self._arrange(changed=changed)
        self.facets.show_values(filtered, content.tones)
        self.overview.set_instants(*content.instants)
        self.empty.show_counts(self._model.library.project.counts(), *content.counts)

    def _arrange(
        self, *, refits: bool = True, changed: Sequence[TimelineEntry] | None = None
    ) -> None:
        """Lay out what the filter lets through, in lanes as they are chosen."""
        if self._content is None:
            return
        hand = self.canvas.lane_hand
        self._lanes[self._grouping] = hand.choices
        with_eras, with_gaps = self.bar.eras.isChecked(), self.bar.gaps.isChecked()
        scene = self._content.scene(hand.choices, with_eras=with_eras, with_gaps=with_gaps)
        if changed is None:
            self.canvas.set_scene(scene, refits=refits)
        else:
            self.canvas.change_scene(scene, changed)

    def _search(self, text: str) -> None:
        """Light up what is searched for."""
        if self._content is not None:
            self.canvas.set_hits(self._content.found(text))

    def _fold(self) -> None:
        shown = self._folding.shown(self.width())
        self.facets.setVisible(Side.FACETS in shown)
        self.inspector.setVisible(Side.INSPECTOR in shown)
        self.bar.show_folded(shown)

    def _turn_panel(self, side: Side) -> None:
        self._folding = self._folding.turned(side, self.width())
        self._fold()

    def _on_change(self, change: ChangeSet) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        changed = self._content.change(change) if self._content is not None else None
        if changed is None or self._is_stale:
            self.refresh()
            return
        self._filter(changed)
        self._search(self._model.search)
        self.inspector.refresh()

    def _create(self, instant: int) -> None:
        if self._deeds.create(instant, self.canvas.scale):
            self.inspector.edit_title()

    def _show_view(self) -> None:
        """Let everything round the canvas follow its view."""
        if not self._model.is_open:  # a glide may outlast the project
            return
        canvas = self.canvas
        self.bar.show_scale(canvas.scale, canvas.level)
        self.bar.show_travel(has_before=canvas.has_before, has_after=canvas.has_after)
        begin, end = canvas.scale.time_at(0), canvas.scale.time_at(canvas.time_width)
        self.overview.set_frame(begin, end)
        looks = canvas.layout_model.columns.looks_in_use()
        self.legend.show_looks(looks, with_clusters=canvas.display_list().told.groups > 0)
        self.inspector.show_place(canvas.layout_model)
        self.status_changed.emit(self._status())

    def _status(self) -> str:
        shown, total = self._content.counts if self._content is not None else (0, 0)
        canvas = self.canvas
        return status_words(
            canvas.display_list().told, canvas.scale, canvas.time_width, shown, total
        )

    def _choose_grouping(self, grouping: LaneGrouping) -> None:
        self._grouping = grouping
        self._take_up_lanes()
        self._regroup()

    def _choose_coloring(self, coloring: Coloring) -> None:
        self._coloring = coloring
        self._regroup()

    def _take_up_lanes(self) -> None:
        self.canvas.lane_hand.choices = self._lanes.get(self._grouping, LaneChoices())

    def _regroup(self) -> None:
        if self._content is not None:
            self._content.group(self._grouping, self._coloring)
            self._filter()

    def _choose_zoom(self, seconds_per_pixel: float) -> None:
        scale = self.canvas.scale
        factor = scale.seconds_per_pixel / seconds_per_pixel
        self.canvas.set_view(scale.zoomed(factor, self.canvas.time_width / 2))

    def _choose_stretch(self, begin: int, end: int) -> None:
        self.canvas.set_view(TimeScale.fitting(begin, end, self.canvas.time_width))

    def _lay_out(self, theme: Theme) -> None:
        stage = QHBoxLayout()
        stage.setSpacing(0)
        stage.addWidget(self.canvas, 1)
        stage.addWidget(self._lane_scroll)
        centre = Surface(theme, "surface")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(stage, 1)
        column.addWidget(self.legend)
        column.addWidget(self.overview)
        self.facets.setMinimumWidth(_LEAST_FACETS)
        self.facets.setMaximumWidth(_MOST_FACETS)
        self.inspector.setMinimumWidth(_LEAST_INSPECTOR)
        self.inspector.setMaximumWidth(_MOST_INSPECTOR)
        for widget in (self.facets, centre, self.inspector):
            self._splitter.addWidget(widget)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([_FACETS, 856, _INSPECTOR])
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def _connect(self) -> None:
        model, canvas, bar = self._model, self.canvas, self.bar
        model.opened.connect(self._start_afresh)
        model.changed.connect(self._on_change)
        model.current_event_changed.connect(lambda _event: self._show_view())
        canvas.view_changed.connect(self._show_view)
        canvas.opened.connect(self._deeds.read)
        canvas.article_opened.connect(self._deeds.read_article)
        canvas.creation_asked.connect(self._create)
        bar.grouping_chosen.connect(self._choose_grouping)
        bar.coloring_chosen.connect(self._choose_coloring)
        bar.proposals_toggled.connect(lambda _on: self.refresh())
        for toggled in (bar.eras_toggled, bar.gaps_toggled):
            toggled.connect(lambda _on: self._arrange(refits=False))
        bar.legend_toggled.connect(self.legend.setVisible)
        bar.facets.clicked.connect(lambda: self._turn_panel(Side.FACETS))
        bar.inspector.clicked.connect(lambda: self._turn_panel(Side.INSPECTOR))
        bar.zoom_chosen.connect(self._choose_zoom)
        bar.back.clicked.connect(canvas.back)
        bar.forward.clicked.connect(canvas.forward)
        bar.zoom_in.clicked.connect(canvas.zoom_in)
        bar.zoom_out.clicked.connect(canvas.zoom_out)
        bar.fit.clicked.connect(canvas.fit_all)
        canvas.lane_hand.choices_changed.connect(lambda: self._arrange(refits=False))
        self.facets.filter_changed.connect(self._filter)
        self.facets.names_button.clicked.connect(model.names_wanted)
        model.search_changed.connect(self._search)
        self.overview.stretch_chosen.connect(self._choose_stretch)
        self.inspector.step_asked.connect(canvas.step_event)
        self.inspector.opened.connect(self._deeds.read)
        self.inspector.closed.connect(canvas.setFocus)
        self.empty.clear_asked.connect(self.facets.clear)


def _now() -> int:
    """The present second on the clock of this computer."""
    now = datetime.now().astimezone()
    return instant_at(now.year, now.month, now.day, now.hour, now.minute, now.second)
