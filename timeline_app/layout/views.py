"""Makes stretches of the timeline, and the drawings of the views that lie in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from timeline_app.layout.axis import Axis, make_axis, wide_axis
from timeline_app.layout.blocks import LevelBlocks, May
from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.display_list import DisplayList, Layer, Told
from timeline_app.layout.eras import EraBands
from timeline_app.layout.frame import ArticleDate, Bands, Era, Frame, Marking, Parts, Viewport
from timeline_app.layout.frame_axis import (
    article_lines,
    articles_strip,
    axis_below,
    axis_edge,
    axis_plate,
    axis_strips,
    background,
    drop_lines,
    era_tints,
    eras_edge,
    eras_strip,
    gap_words,
    gaps_strip,
    grid,
    pin_line,
    today_line,
)
from timeline_app.layout.frame_beyond import Groups
from timeline_app.layout.frame_clusters import make_clusters
from timeline_app.layout.frame_lanes import lane_heads, lane_lines, strip_heads
from timeline_app.layout.frame_marked import current_area, marked_events
from timeline_app.layout.frame_rows import (
    numbered_labels,
    row_cuts,
    row_labels,
    row_marks,
    row_targets,
)
from timeline_app.layout.frame_visible import (
    Visible,
    lanes_in_view,
    seen_from,
    stray_labels,
    visible_entries,
)
from timeline_app.layout.lanes import Lane
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.primitives import Area, Box
from timeline_app.layout.stretch import Stretch, widened
from timeline_app.layout.targets import Hit, Part
from timeline_app.layout.text import Measure

_NO_LINES = np.zeros(0)
_NO_AXIS = Axis("", (), _NO_LINES, (), _NO_LINES, _NO_LINES)


@dataclass(frozen=True, slots=True)
class Contents:
    """What is drawn, whatever the view. Articles are in order of time."""

    columns: EntryColumns
    articles: Sequence[ArticleDate]
    eras: EraBands
    gaps: Sequence[Era]
    metrics: Metrics
    measure: Measure
    bands: Callable[[float, float], Bands]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a zoom level, the lanes, and where each of these begins."""

    level: LevelBlocks
    lanes: Sequence[Lane]
    tops: Sequence[float]


@dataclass(frozen=True, slots=True)
class _Heads:
    """The heads of lanes and strips, and what they were drawn for."""

    rows: tuple[tuple[Lane, ...], tuple[float, ...]]
    bands: Bands
    scroll: float
    layer: Layer
    hits: tuple[Hit, ...]


class Views:
    """Draws views; keeps the heads of the lanes, which seldom change."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._heads: _Heads | None = None

    def stretch(
        self, viewport: Viewport, marking: Marking, rows: Rows, may_pack: May, margin: float = 0.0
    ) -> Stretch:
        """What lies in a view and within `margin` pixels beside it.

        What nobody has seen yet is counted for the moment where there `may_pack` says no.
        """
        contents, wide = self._contents, widened(viewport, margin)
        inner = contents.bands(wide.width, wide.height).axis.width
        axis = wide_axis(wide.scale, 0.0, inner, contents.measure)
        is_paper = contents.metrics.shows_numbers
        shown = axis.seen(0.0, inner) if is_paper else axis.whole()
        frame = self._frame(wide, marking.behind, shown, may_pack)
        lanes = lanes_in_view(frame, rows.level, rows.tops)
        visible = visible_entries(frame, contents.columns, lanes)
        clusters, groups = make_clusters(frame, contents.columns, rows.level, lanes)
        current = current_area(frame, contents.columns, visible)
        parts: Parts = [
            *self._back(frame, rows.tops),
            *drop_lines(frame, current),
            row_marks(frame, contents.columns, visible),
            *(() if is_paper else row_labels(frame, contents.columns, visible)),
            *clusters,
            *self._strips(frame),
        ]
        return Stretch(
            viewport,
            marking.behind,
            margin,
            self._layer(viewport, frame, parts, margin),
            visible,
            Groups(contents.columns, rows.level, groups),
            axis,
            tuple(frame.hits),
            all(block.is_final for view in lanes for block in view.blocks),
        )

    def _layer(self, viewport: Viewport, frame: Frame, parts: Parts, margin: float) -> Layer:
        """All that moves with time; a picture of it is worth while where it is wider than views."""
        clip = _over_time(self._contents.bands(viewport.width, viewport.height))
        return Layer(clip, tuple(parts), -margin, _over_time(frame.bands) if margin else None)

    def view(
        self, stretch: Stretch, viewport: Viewport, marking: Marking, rows: Rows
    ) -> DisplayList | None:
        """The drawing of a view; None where it does not lie in the stretch."""
        shift = stretch.shift(viewport, marking)
        if shift is None:
            return None
        contents = self._contents
        viewport = replace(viewport, scale=stretch.scale_of(shift))
        frame = self._frame(viewport, marking, self._own_axis(viewport))
        visible = seen_from(stretch.visible, frame, shift)
        clusters, groups = stretch.groups.see(frame, shift)
        current = current_area(frame, contents.columns, visible)
        over: Parts = [
            *background(frame, stray_labels(stretch.visible, frame, shift), self._eras_of(frame)),
            *self._labels(frame, visible),
            *clusters.parts,
            *marked_events(frame, contents.columns, visible),
        ]
        is_in = (visible.places.right > frame.left) & (visible.places.left < frame.right)
        told = Told(int(is_in.sum()), clusters.events, clusters.groups, stretch.is_final)
        layers = (
            replace(stretch.layer, shift=shift),
            Layer(frame.bands.lanes, tuple(over)),
            *self._edges(frame, current, stretch, shift),
            *self._heads_of(frame, rows),
        )
        targets = row_targets(frame, contents.columns, visible)
        size = viewport.width, viewport.height
        return DisplayList(*size, layers, tuple(frame.hits), targets, groups, told)

    def _eras_of(self, frame: Frame) -> Sequence[Era]:
        return self._contents.eras.at(frame.viewport.scale)

    def _own_axis(self, viewport: Viewport) -> Axis:
        """The axis of one view, where it is in one strip."""
        contents = self._contents
        if not contents.metrics.axis_below:
            return _NO_AXIS
        width = contents.bands(viewport.width, viewport.height).axis.width
        return make_axis(viewport.scale, 0.0, width, contents.measure, one_strip=True)

    def _labels(self, frame: Frame, visible: Visible) -> Parts:
        """What depends on the edges of the view; on paper numbers stand with the labels."""
        columns = self._contents.columns
        if self._contents.metrics.shows_numbers:
            return numbered_labels(frame, columns, visible)
        labels = row_labels(frame, columns, visible, staying=True)
        return [*row_cuts(frame, columns, visible), *labels]

    def _frame(
        self, viewport: Viewport, marking: Marking, axis: Axis, may_pack: May | None = None
    ) -> Frame:
        contents = self._contents
        bands = contents.bands(viewport.width, viewport.height)
        may = may_pack or _always
        return Frame(viewport, marking, contents.metrics, contents.measure, bands, axis, may)

    def _back(self, frame: Frame, tops: Sequence[float]) -> Parts:
        """What lies behind the events."""
        contents = self._contents
        return [
            Box(frame.bands.lanes, fill="surface"),
            *era_tints(frame, self._eras_of(frame)),
            *grid(frame),
            *lane_lines(frame, tops),
            *article_lines(frame, contents.articles, contents.columns),
            *today_line(frame),
            *pin_line(frame),
        ]

    def _strips(self, frame: Frame) -> Parts:
        """What lies above the lanes: eras, article dates, axis."""
        contents = self._contents
        if contents.metrics.axis_below:
            return []
        return [
            *eras_strip(frame, self._eras_of(frame)),
            *gaps_strip(frame, contents.gaps),
            *articles_strip(frame, contents.articles, contents.columns),
            *axis_strips(frame),
        ]

    def _edges(
        self, frame: Frame, current: Area | None, stretch: Stretch, shift: float
    ) -> tuple[Layer, ...]:
        """What of the strips holds on to the view, and what is marked in them."""
        bands, metrics = frame.bands, self._contents.metrics
        if metrics.axis_below:
            return (Layer(bands.axis, tuple(axis_below(frame))),)
        frame.hits.extend(_moved(stretch.articles, shift, frame))
        frame.hits.append(Hit(bands.axis, Part.AXIS))
        parts: Parts = axis_plate(frame, current, stretch.axis.minors, shift)
        if not metrics.shows_numbers:
            sticky = stretch.axis.sticky(-shift, bands.axis.width - shift)
            parts = [
                *eras_edge(frame, self._eras_of(frame)),
                *gap_words(frame, self._contents.gaps),
                *axis_edge(frame, sticky),
                *parts,
            ]
        return (Layer(_over_time(bands), tuple(parts)),)

    def _heads_of(self, frame: Frame, rows: Rows) -> tuple[Layer, ...]:
        """The heads of lanes and strips, the same as before unless something has changed."""
        if not self._contents.metrics.header_width:
            return ()
        key, kept = (tuple(rows.lanes), tuple(rows.tops)), self._heads
        bands, scroll = frame.bands, frame.viewport.scroll
        if kept is None or (kept.rows, kept.bands, kept.scroll) != (key, bands, scroll):
            own = replace(frame, hits=[])
            parts = (*lane_heads(own, rows.lanes, rows.tops), *strip_heads(own))
            area = Area(0.0, 0.0, bands.lanes.x, frame.viewport.height)
            layer = Layer(area, parts, extent=area)
            kept = self._heads = _Heads(key, bands, scroll, layer, tuple(own.hits))
        frame.hits.extend(kept.hits)
        return (kept.layer,)


def _over_time(bands: Bands) -> Area:
    """All of the drawing but the heads."""
    axis, lanes = bands.axis, bands.lanes
    top, bottom = min(axis.y, lanes.y), lanes.y + lanes.height
    return Area(lanes.x, top, lanes.width, bottom - top)


def _moved(hits: Iterable[Hit], shift: float, frame: Frame) -> Iterator[Hit]:
    for hit in hits:
        x = hit.area.x + shift
        if x + hit.area.width > frame.left and x < frame.right:
            yield replace(hit, area=hit.area._replace(x=x))


def _always() -> bool:
    return True
