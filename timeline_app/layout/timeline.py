"""The timeline as a whole: entries and a viewport in, a display list out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count
from time import perf_counter

import numpy as np

from timeline_app.layout.axis_levels import level_at
from timeline_app.layout.blocks import LevelBlocks, Span, level_of
from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.display_list import DisplayList, Layer
from timeline_app.layout.entry import TimelineEntry
from timeline_app.layout.entry_table import NO_LANE, Slots
from timeline_app.layout.eras import EraBands
from timeline_app.layout.frame import ArticleDate, Bands, Era, Marking, Viewport
from timeline_app.layout.frame_lanes import lane_tops
from timeline_app.layout.lane_index import index_lanes, length_exponents
from timeline_app.layout.lanes import Lane
from timeline_app.layout.metrics import SCREEN, Metrics
from timeline_app.layout.scale import Instants, TimeScale
from timeline_app.layout.stretch import Stretch
from timeline_app.layout.text import Measure
from timeline_app.layout.time_order import TimeOrder
from timeline_app.layout.views import Contents, Rows, Views

_KEPT_LEVELS = 48
_FAR = 1_000.0  # pixels, more than a label may reach beyond the edges of everything
_FIT_MARGIN = 40.0
_FIT_TRIES = 3  # labels change sides and rows while room is made for them
_AMONG = 3  # a single day, or minute, is shown among its neighbours
_LEAST_FIT, _MOST_LEAST_FIT = 600, 3 * 86_400


class Lacking(Enum):
    """Where there are rows that nobody has found yet."""

    NOTHING = auto()
    BESIDE = auto()
    IN_VIEW = auto()


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

    It keeps the rows of each zoom level. Single entries can change; make another one when the
    lanes or the fonts do. `measure` must stay the same.
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
        gaps: Sequence[Era] = (),
        columns: EntryColumns | None = None,
    ) -> None:
        """Read the entries; `columns` has them already, where they were made elsewhere."""
        self.lanes = tuple(lanes) or (Lane("", ""),)
        self.metrics = metrics
        self.articles = tuple(articles)
        self.eras = tuple(eras)
        self.gaps = tuple(gaps)
        self.columns = columns or EntryColumns(entries, self.lanes, measure, metrics)
        self._measure = measure
        self._index = index_lanes(self.columns, len(self.lanes))
        self.order = TimeOrder(self.columns, self._index)
        self._span = self._whole_span()
        self._levels: OrderedDict[int, LevelBlocks] = OrderedDict()
        self._stretch: Stretch | None = None
        contents = Contents(
            self.columns,
            sorted(self.articles, key=lambda article: (article.instant, article.number)),
            EraBands(self.eras, measure),
            self.gaps,
            metrics,
            measure,
            self.bands,
        )
        self._views = Views(contents)

    def __len__(self) -> int:
        return sum(map(len, self._index))

    def _whole_span(self) -> Span:
        arrays = self.columns.arrays
        in_lane = arrays.lane != NO_LANE
        if not in_lane.any():
            return Span(0, 0)
        ends = np.maximum(arrays.x2, arrays.c2)[in_lane]
        return Span(int(arrays.x1[in_lane].min()), int(ends.max()))

    @property
    def span(self) -> Span:
        """The first and the last instant that are drawn to scale."""
        return self._span

    def instants(self) -> Instants:
        """Where all entries begin, in no order."""
        return np.concatenate([lane.members.begins for lane in self._index])

    def put(self, entry: TimelineEntry) -> None:
        """Add an entry, or move it to where it says now."""
        slot = self.columns.slot_of(entry.id)
        if slot is not None:
            self._take_out(slot)
        slot = self.columns.put(entry)
        arrays = self.columns.arrays
        lane = int(arrays.lane[slot])
        if lane == NO_LANE:
            return
        span = Span(int(arrays.x1[slot]), int(max(arrays.x2[slot], arrays.c2[slot])))
        exponent = int(length_exponents(self.columns, np.array([slot]))[0])
        self._index[lane].insert(slot, int(arrays.c1[slot]), exponent)
        self._forget(lane, slot)
        if len(self) == 1 or span.begin < self._span.begin or span.end > self._span.end:
            self._span = self._whole_span()
            self._levels.clear()

    def remove(self, event_id: int) -> None:
        """Take an event out; nothing happens when it is not there."""
        slot = self.columns.slot_of(event_id)
        if slot is not None:
            self._take_out(slot)
            self.columns.remove(slot)

    def count(self, lanes: Sequence[Lane]) -> None:
        """Take over the counts of the same lanes."""
        self._stretch = None
        self.lanes = tuple(lanes) or self.lanes

    def _take_out(self, slot: int) -> None:
        arrays = self.columns.arrays
        lane = int(arrays.lane[slot])
        exponent = int(length_exponents(self.columns, np.array([slot]))[0])
        self._index[lane].remove(slot, int(arrays.c1[slot]), exponent)
        self._forget(lane, slot)

    def _forget(self, lane: int, slot: int) -> None:
        self._stretch = None
        for level in self._levels.values():
            level.forget(lane, slot)

    def fit(self, width: float) -> TimeScale:
        """The scale that shows everything in a drawing of that width."""
        inner = width - self.metrics.header_width
        begin, end = self._span.begin, self._span.end
        if not len(self):
            instants = [article.instant for article in self.articles] or [0]
            begin, end = min(instants), max(instants)
        lacking = max(0, self.least_stretch() - (end - begin))
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

    def least_stretch(self, slots: Slots | None = None) -> int:
        """The least time, in seconds, that a view of some events, or of all, is to show.

        It is three times the shortest of them, from ten minutes to three days.
        """
        arrays = self.columns.arrays
        if slots is None:
            slots = np.flatnonzero(arrays.lane != NO_LANE)
        lengths = arrays.x2[slots] - arrays.x1[slots]
        shortest = int(lengths[lengths > 0].min(initial=_MOST_LEAST_FIT))
        return max(_LEAST_FIT, min(_MOST_LEAST_FIT, _AMONG * shortest))

    def _reach(self, scale: TimeScale) -> tuple[float, float]:
        """The first and the last x of all marks and labels when everything is in view."""
        x1, x2 = scale.x_of(self._span.begin), scale.x_of(self._span.end)
        shift = self.metrics.header_width + _FAR
        viewport = Viewport(scale.panned(_FAR), shift + x2 + _FAR, _FAR)
        stretch = self._views.stretch(viewport, Marking(), self._rows_at(scale), _always)
        visible = stretch.visible
        if not len(visible.slots):
            return x1, x2
        left = np.minimum(visible.left, visible.places.left - visible.number_width)
        return float(left.min()) - shift, float(visible.right.max()) - shift

    def _level_at(self, scale: TimeScale) -> LevelBlocks:
        """The rows of the zoom level a scale belongs to."""
        return self._level(level_of(scale.seconds_per_pixel))

    def _level(self, number: int) -> LevelBlocks:
        if number in self._levels:
            self._levels.move_to_end(number)
            return self._levels[number]
        level = LevelBlocks(self.columns, self._index, self.lanes, self._span, number, self.metrics)
        self._levels[number] = level
        if len(self._levels) > _KEPT_LEVELS:
            self._levels.popitem(last=False)
        return level

    def prepare(self, viewport: Viewport, deadline: float) -> Lacking:
        """Find rows in view, then those beside it, then at the zoom levels next to this one.

        For idle times, so that no frame has to wait for it. It does a piece of the work at least,
        and ends soon after the time `deadline` (of `time.perf_counter`); it tells what is left.
        """
        pieces = count()
        scale, width = viewport.scale, viewport.width
        number = level_of(scale.seconds_per_pixel)
        begin, end = scale.time_at(-width / 2), scale.time_at(width * 1.5)
        window = scale.time_at(0.0), scale.time_at(width)
        for lacking, other, stretch in (
            (Lacking.IN_VIEW, number, window),
            (Lacking.BESIDE, number, (begin, end)),
            (Lacking.BESIDE, number + 1, (begin, end)),
            (Lacking.BESIDE, number - 1, window),
        ):
            level = self._level(other)
            for lane in range(len(self.lanes)):
                level.fullest_bar(lane)
                for block in level.near(
                    lane, *stretch, lambda: not next(pieces) or perf_counter() < deadline
                ):
                    if not block.is_final:
                        return lacking
        arrays = self.columns.arrays
        has_learned = any(lane.learn_reaches(arrays.x1, arrays.x2) for lane in self._index)
        return Lacking.BESIDE if has_learned else Lacking.NOTHING

    def lanes_height(self, scale: TimeScale) -> float:
        """The height of all lanes together."""
        return self.lane_tops(scale)[-1]

    def lane_rows(self, scale: TimeScale) -> list[int]:
        """The number of rows of each lane."""
        return self._rows(self._level_at(scale))

    def lane_tops(self, scale: TimeScale) -> list[float]:
        """The top of each lane, and the bottom of the last, from the top of the first."""
        return self._tops(self._level_at(scale))

    def _rows(self, level: LevelBlocks) -> list[int]:
        return [level.shape(lane).height for lane in range(len(self.lanes))]

    def _tops(self, level: LevelBlocks) -> list[float]:
        return lane_tops(self._rows(level), self.lanes, self.metrics)

    def bands(self, width: float, height: float) -> Bands:
        """Where axis, eras, articles and lanes lie in a drawing of that size."""
        return Bands.of(
            width,
            height,
            self.metrics,
            has_eras=bool(self.eras),
            has_gaps=bool(self.gaps),
            has_articles=bool(self.articles),
        )

    def height(self, scale: TimeScale) -> float:
        """The height a drawing needs to show all lanes without scrolling."""
        bands = self.bands(0.0, 0.0)
        strips = bands.axis.height + bands.eras.height + bands.gaps.height + bands.articles.height
        return strips + self.lanes_height(scale)

    def level(self, scale: TimeScale) -> str:
        """The name of the zoom level, like "Weeks"."""
        return level_at(scale, self._measure).name

    def place_of(self, event_id: int, scale: TimeScale) -> Place | None:
        """Where an event stands; None when it is not on the timeline."""
        slot = self.columns.slot_of(event_id)
        if slot is None:
            return None
        arrays, level = self.columns.arrays, self._level_at(scale)
        lane, row = int(arrays.lane[slot]), level.row_of(slot)
        top = self._tops(level)[lane] + self.metrics.lane_padding
        begin, end = int(arrays.x1[slot]), int(arrays.x2[slot])
        middle = begin + (end - begin) // 2
        return Place(begin, end, middle, top + (row + 0.5) * self.metrics.row_height, lane)

    def display_list(
        self,
        viewport: Viewport,
        marking: Marking | None = None,
        deadline: float | None = None,
    ) -> DisplayList:
        """What is to be painted for a viewport, and what answers to the pointer in it.

        With a `deadline` (of `time.perf_counter`) rows that nobody has seen yet are left for
        another time when it has passed, and what would stand in them is counted meanwhile.
        """
        marked, rows = marking or Marking(), self._rows_at(viewport.scale)
        if self._stretch is not None:
            shown = self._views.view(self._stretch, viewport, marked, rows)
            if shown is not None:
                return shown
        may_pack = _always if deadline is None else lambda: perf_counter() < deadline
        stretch = self._views.stretch(viewport, marked, rows, may_pack)
        shown = self._views.view(stretch, viewport, marked, rows)
        if shown is None:
            raise ValueError("a view lies in its own stretch")
        return shown

    def widen(self, viewport: Viewport, marking: Marking, margin: float) -> bool:
        """Lay out what is beside a view too, so that panned views need little more.

        False where that was done before, and the view does not come near its ends. Until something
        changes, `display_list` makes views out of it.
        """
        kept = self._stretch
        shift = kept.shift(viewport, marking) if kept is not None else None
        if shift is not None and -1.5 * margin <= shift <= -0.5 * margin:
            return False
        rows = self._rows_at(viewport.scale)
        self._stretch = self._views.stretch(viewport, marking, rows, _always, margin)
        return True

    @property
    def wide_layer(self) -> Layer | None:
        """What `widen` has laid out last."""
        return self._stretch.layer if self._stretch is not None else None

    def _rows_at(self, scale: TimeScale) -> Rows:
        level = self._level_at(scale)
        return Rows(level, self.lanes, self._tops(level))


def _always() -> bool:
    return True
