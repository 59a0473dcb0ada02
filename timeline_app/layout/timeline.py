"""The timeline as a whole: entries and a viewport in, a display list out."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from timeline_app.layout.axis import make_axis
from timeline_app.layout.axis_levels import level_at
from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.display_list import Area, Box, DisplayList, Layer
from timeline_app.layout.entry import TimelineEntry
from timeline_app.layout.frame import ArticleDate, Bands, Era, Frame, Marking, Viewport
from timeline_app.layout.frame_axis import (
    article_lines,
    articles_strip,
    axis_below,
    axis_strips,
    drop_lines,
    era_tints,
    eras_strip,
    grid,
    pin_line,
    today_line,
)
from timeline_app.layout.frame_lanes import lane_heads, lane_lines, lane_tops, strip_heads
from timeline_app.layout.frame_rows import make_rows
from timeline_app.layout.lanes import Lane
from timeline_app.layout.metrics import SCREEN, Metrics
from timeline_app.layout.packing import CLUSTERED, Packing, pack
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.text import Measure

LEVELS_PER_DOUBLING = 2  # how finely zoom levels are told apart for packing
_KEPT_PACKINGS = 48
_FIT_MARGIN = 40.0
_FIT_TRIES = 3  # labels change sides and rows while room is made for them
_LEAST_FIT = 3 * 86_400  # a single day is shown among its neighbours


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event stands: its time, and the middle of its row from the top of the lanes."""

    begin: int
    end: int
    instant: int
    y: float
    lane: int


class TimelineLayout:
    """The geometry of one set of entries in lanes; the same for screen, strip and paper.

    It keeps the rows of each zoom level. Make another one when the entries, the lanes or the
    fonts change; `measure` must stay the same.
    """

    def __init__(
        self,
        entries: Sequence[TimelineEntry],
        lanes: Sequence[Lane],
        measure: Measure,
        metrics: Metrics = SCREEN,
        *,
        articles: Sequence[ArticleDate] = (),
        eras: Sequence[Era] = (),
    ) -> None:
        self.lanes = tuple(lanes) or (Lane("", ""),)
        self.metrics = metrics
        self.articles = tuple(articles)
        self.eras = tuple(eras)
        self.columns = EntryColumns(entries, self.lanes, measure, metrics)
        self._measure = measure
        self._packings: OrderedDict[int, Packing] = OrderedDict()

    def fit(self, width: float) -> TimeScale:
        """The scale that shows everything in a drawing of that width."""
        inner = width - self.metrics.header_width
        begin, end = self.columns.begin, self.columns.end
        if not len(self.columns):
            instants = [article.instant for article in self.articles] or [0]
            begin, end = min(instants), max(instants)
        lacking = max(0, _LEAST_FIT - (end - begin))
        begin, end = begin - lacking // 2, end + lacking // 2
        most = inner * 0.4
        before = after = min(_FIT_MARGIN, most)
        scale = TimeScale.fitting(begin, end, inner - before - after).panned(before)
        for _ in range(_FIT_TRIES):
            left, right = self._reach(scale)
            before = min(most, max(before, before + _FIT_MARGIN / 2 - left))
            after = min(most, max(after, after + _FIT_MARGIN / 2 + right - inner))
            scale = TimeScale.fitting(begin, end, inner - before - after).panned(before)
        return scale

    def _reach(self, scale: TimeScale) -> tuple[float, float]:
        """The first and the last x of all marks and labels."""
        columns, packing = self.columns, self.packing(scale)
        if not len(columns):
            return 0.0, 0.0
        extent, origin = columns.extent(scale.seconds_per_pixel), scale.x_of(columns.base)
        label = np.where(packing.shows_label, columns.label_width + self.metrics.label_gap, 0.0)
        left = extent.left - np.where(packing.label_is_left, label, 0.0)
        right = extent.right + np.where(packing.label_is_left, 0.0, label)
        return float(left.min()) + origin, float(right.max()) + origin

    def packing(self, scale: TimeScale) -> Packing:
        """The rows at a scale. Scales of one zoom level share them."""
        return self._packing(_level_of(scale))

    def prepare(self, scale: TimeScale) -> bool:
        """Find the rows of a zoom level next to this one, if they are not yet known.

        For idle times, so that no frame has to wait for it. False when nothing was left to do.
        """
        level = _level_of(scale)
        missing = [near for near in (level - 1, level + 1) if near not in self._packings]
        for near in missing[:1]:
            self._packing(near)
        return bool(missing)

    def _packing(self, level: int) -> Packing:
        if level in self._packings:
            self._packings.move_to_end(level)
            return self._packings[level]
        coarsest = 2.0 ** (level / LEVELS_PER_DOUBLING)
        packing = pack(self.columns, len(self.lanes), coarsest, self.metrics)
        self._packings[level] = packing
        if len(self._packings) > _KEPT_PACKINGS:
            self._packings.popitem(last=False)
        return packing

    def lanes_height(self, scale: TimeScale) -> float:
        """The height of all lanes together."""
        return lane_tops(self.packing(scale), self.metrics)[-1]

    def bands(self, width: float, height: float) -> Bands:
        """Where axis, eras, articles and lanes lie in a drawing of that size."""
        return Bands.of(
            width,
            height,
            self.metrics,
            has_eras=bool(self.eras),
            has_articles=bool(self.articles),
        )

    def height(self, scale: TimeScale) -> float:
        """The height a drawing needs to show all lanes without scrolling."""
        bands = self.bands(0.0, 0.0)
        strips = bands.axis.height + bands.eras.height + bands.articles.height
        return strips + self.lanes_height(scale)

    def level(self, scale: TimeScale) -> str:
        """The name of the zoom level, like "Weeks"."""
        return level_at(scale, self._measure).name

    def place_of(self, event_id: int, scale: TimeScale) -> Place | None:
        """Where an event stands; None when it is not on the timeline."""
        index = self.columns.position.get(event_id)
        if index is None:
            return None
        packing, metrics = self.packing(scale), self.metrics
        lane, row = int(self.columns.lane[index]), int(packing.row[index])
        if row == CLUSTERED:
            row = packing.lane_rows[lane] - 1
        top = lane_tops(packing, metrics)[lane] + metrics.lane_padding
        begin, end = int(self.columns.x1[index]), int(self.columns.x2[index])
        middle = begin + (end - begin) // 2
        return Place(begin, end, middle, top + (row + 0.5) * metrics.row_height, lane)

    def display_list(self, viewport: Viewport, marking: Marking | None = None) -> DisplayList:
        """What is to be painted for a viewport, and what answers to the pointer in it."""
        bands = self.bands(viewport.width, viewport.height)
        metrics = self.metrics
        axis = make_axis(
            viewport.scale,
            0.0,
            bands.axis.width,
            self._measure,
            one_strip=metrics.axis_below,
        )
        frame = Frame(viewport, marking or Marking(), metrics, self._measure, bands, axis)
        packing = self.packing(viewport.scale)
        tops = lane_tops(packing, metrics)
        rows = make_rows(frame, self.columns, packing, tops)
        whole = Area(0.0, 0.0, viewport.width, viewport.height)
        back = [
            Box(whole, fill="surface"),
            *era_tints(frame, self.eras),
            *grid(frame),
            *lane_lines(frame, tops),
            *article_lines(frame, self.articles, self.columns),
            *today_line(frame),
            *pin_line(frame),
        ]
        front = [*drop_lines(frame, rows.current), *rows.frames, *rows.labels, *rows.marks]
        layers = [Layer(whole, tuple(back)), Layer(bands.lanes, tuple(front))]
        layers += self._strips(frame, tops, rows.current)
        return DisplayList(viewport.width, viewport.height, tuple(layers), tuple(frame.hits))

    def _strips(self, frame: Frame, tops: Sequence[float], current: Area | None) -> list[Layer]:
        """What stays in its place while lanes scroll: heads, axis, eras, article dates."""
        bands, viewport = frame.bands, frame.viewport
        whole = Area(0.0, 0.0, viewport.width, viewport.height)
        if self.metrics.axis_below:
            return [Layer(whole, tuple(axis_below(frame)))]
        heads = Area(0.0, bands.lanes.y, bands.lanes.x, bands.lanes.height)
        above = [
            *eras_strip(frame, self.eras),
            *articles_strip(frame, self.articles, self.columns),
            *axis_strips(frame, current),
        ]
        layers = [Layer(whole, tuple(above))]
        if self.metrics.header_width:
            layers.append(Layer(heads, tuple(lane_heads(frame, self.lanes, tops))))
            layers.append(Layer(whole, tuple(strip_heads(frame))))
        return layers


def _level_of(scale: TimeScale) -> int:
    """The zoom level a scale belongs to; the rows of a level have room at its coarsest scale."""
    return math.ceil(math.log2(scale.seconds_per_pixel) * LEVELS_PER_DOUBLING - 1e-9)
