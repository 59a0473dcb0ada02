"""The rows of a zoom level, found block by block and only where somebody looks.

Rows depend on the zoom level and on the data, never on what is in view, so that nothing jumps
while panning. A lane of few events is packed as a whole. A fuller one is cut into blocks of time
that are packed by themselves, so that a look at a place costs what lies near it, and a change
moves nothing that is far away: blocks of even number first, each on its own; then those between
them, round what their two neighbours have taken. A block takes in what begins in it, and nothing
in it reaches farther than a quarter of its length. Longer events are packed before, in blocks that
are 2, 4, 8 … times as long, and may take half of a lane's rows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.entry_table import Slots
from timeline_app.layout.lane_index import LaneIndex, Members, length_exponents
from timeline_app.layout.lanes import Lane
from timeline_app.layout.marks import ONGOING_LENGTH
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.packing import Grid, PackedRows, Reach, is_dense, pack
from timeline_app.layout.scale import Instants

LEVELS_PER_DOUBLING = 2  # how finely zoom levels are told apart
BAR_ROWS = 3  # the height of a lane that is nothing but a histogram
_BARS_PER_CELL = 4
_CELLS_PER_BLOCK = 16
_QUARTER = 2  # binary digits by which the longest mark of a block is shorter than the block
_KEPT_BLOCKS = 2_000
_SEARCHED = 8  # instants for each bar from which a search for its ends is quicker than a division
_TRIED_PER_ROW = 12  # no more than 8 long events can stand in a row of their block
_SIGNS = 2 * ONGOING_LENGTH  # what a mark, its number and its count take beside time and label

SHORT = -1  # stands for all lengths that fit into the smallest blocks
_Key = tuple[int, int, int]  # lane, binary digits of the length or SHORT, number of the block
May = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last instant of all entries."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class LaneShape:
    """How a lane is drawn at a level: its height in rows, the rows that may have marks.

    With `is_whole` it is packed at once, with `is_bars` it is nothing but a histogram.
    """

    height: int
    limit: int
    is_whole: bool = False
    is_bars: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of what begins between two instants; one of the short blocks, or one of longer events.

    Only the short ones have cells of their own, in which everything hidden is counted.
    """

    rows: PackedRows
    begin: int
    end: int
    is_short: bool = True
    is_final: bool = True


@dataclass(frozen=True, slots=True)
class _Packed:
    """Packed rows, and the instant from which the pixels of what they take are counted."""

    rows: PackedRows
    origin: int


class LevelBlocks:
    """The rows of all lanes at one zoom level.

    `seconds_per_pixel` is the coarsest scale of the level. Nothing is packed before it is asked
    for; what has been is kept.
    """

    def __init__(
        self,
        columns: EntryColumns,
        index: Sequence[LaneIndex],
        lanes: Sequence[Lane],
        span: Span,
        level: int,
        metrics: Metrics,
    ) -> None:
        self._columns, self._index, self._lanes = columns, index, lanes
        self._span, self._metrics = span, metrics
        self.seconds_per_pixel = math.pow(2.0, level / LEVELS_PER_DOUBLING)
        self.bar = max(1, round(metrics.bar_width * self.seconds_per_pixel))
        self.cell = _BARS_PER_CELL * self.bar
        self._block = _CELLS_PER_BLOCK * self.cell
        self._slack = math.ceil((metrics.row_gap + 1.0) * self.seconds_per_pixel)
        self._beside = math.ceil((metrics.max_label + _SIGNS) * self.seconds_per_pixel)
        self._longest_short = self._block.bit_length() - 1 - _QUARTER
        self._packed: dict[_Key, _Packed] = {}
        self._fullest: dict[int, int] = {}
        self._shapes: dict[int, LaneShape] = {}

    def shape(self, lane: int) -> LaneShape:
        """How a lane is drawn."""
        found = self._shapes.get(lane)
        if found is None:
            found = self._shape(lane)
            self._shapes[lane] = found
        return found

    def _shape(self, lane: int) -> LaneShape:
        chosen, count = self._lanes[lane], len(self._index[lane])
        if chosen.is_collapsed or chosen.rows == 1:
            return LaneShape(1, 0, is_bars=True)
        if is_dense(count, self._width(lane), self._metrics):
            return LaneShape(chosen.rows or BAR_ROWS, 0, is_bars=True)
        limit = chosen.rows - 1 if chosen.rows else self._metrics.max_rows
        if count > self._metrics.most_at_once:
            return LaneShape(limit + 1, limit)
        packed = self._rows(lane, SHORT, 0, LaneShape(0, limit, is_whole=True)).rows
        height = chosen.rows or packed.used + bool(len(packed.hidden))
        return LaneShape(height, limit, is_whole=True)

    def _width(self, lane: int) -> float:
        begins = self._index[lane].members.begins
        if not len(begins):
            return 0.0
        return int(begins[-1] - begins[0]) / self.seconds_per_pixel

    def near(self, lane: int, begin: int, end: int, may_pack: May) -> Iterator[Block]:
        """All blocks with marks that may lie between two instants.

        As soon as `may_pack` says no, blocks that nobody has seen yet are given as histograms
        instead, as things of the moment.
        """
        shape = self.shape(lane)
        if shape.is_bars:
            members = self._index[lane].members
            yield Block(PackedRows.all_hidden(members, is_bars=True), *self._everywhere)
        elif shape.is_whole:
            yield Block(self._rows(lane, SHORT, 0, shape).rows, *self._everywhere)
        else:
            for exponent, number in self._near(lane, begin, end):
                yield self._block_or_bars(lane, exponent, number, may_pack)

    def _block_or_bars(self, lane: int, exponent: int, number: int, may_pack: May) -> Block:
        length = self._length(exponent)
        begin, end = number * length, (number + 1) * length
        if (lane, exponent, number) in self._packed or may_pack():
            rows = self._rows(lane, exponent, number, self.shape(lane)).rows
            return Block(rows, begin, end, is_short=exponent == SHORT)
        rows = PackedRows.all_hidden(self._members(lane, exponent, number), is_bars=True)
        return Block(rows, begin, end, is_short=exponent == SHORT, is_final=False)

    def hidden_beyond(
        self, lane: int, blocks: Sequence[Block], edge: int, way: int
    ) -> Iterator[Slots]:
        """What has no row and may reach over an instant from one side.

        It begins before the instant where `way` is -1, else at it or after.
        """
        if not self.shape(lane).is_bars:
            for block in blocks:
                yield from _beside(block.rows.hidden, edge, way, block.end - block.begin)
            return
        index = self._index[lane]
        for exponent in (e for e, count in enumerate(index.lengths) if count):
            reach = (1 << exponent) + self._slack
            yield from _beside(index.of_length(exponent), edge, way, reach)

    def may_reach(self, lane: int, edge: int, way: int, limit: int) -> bool:
        """Whether what begins on one side of an instant may reach over another one there.

        Told quickly, and for certain only where it is a no.
        """
        return not self.shape(lane).is_bars or self._index[lane].may_reach(edge, way, limit)

    def row_of(self, slot: int) -> int:
        """The row of an entry; that of the clusters when it is in one."""
        lane = int(self._columns.arrays.lane[slot])
        shape = self.shape(lane)
        if not shape.is_bars:
            exponent, number = (SHORT, 0) if shape.is_whole else self._home(slot)
            packed = self._rows(lane, exponent, number, shape).rows
            place = np.flatnonzero(packed.slots == slot)
            if len(place):
                return int(packed.row[place[0]])
        return shape.height - 1

    def fullest_bar(self, lane: int) -> int:
        """The number of events in the bar of a lane that has most."""
        most = self._fullest.get(lane)
        if most is None:
            most = self._fullest[lane] = _fullest(self._index[lane].members.begins, self.bar)
        return most

    def forget(self, lane: int, slot: int) -> None:
        """Let go of all rows that an entry has part in; it comes or goes."""
        self._shapes.pop(lane, None)
        self._fullest.pop(lane, None)
        exponent, number = self._home(slot)
        length = self._length(exponent)
        begin, end = (number - 1) * length, (number + 2) * length
        self._packed = {
            key: packed
            for key, packed in self._packed.items()
            if key[0] != lane or not self._depends(key, exponent, begin, end)
        }

    def _depends(self, key: _Key, exponent: int, begin: int, end: int) -> bool:
        """Whether a block has to do with blocks of a length between two instants."""
        _, own, number = key
        length = self._length(own)
        if self._shapes.get(key[0]) is None and number == 0 and own == SHORT:
            return True  # it may be a lane that is packed as a whole
        shorter = own <= exponent
        return shorter and (number + 2) * length > begin and (number - 1) * length < end

    def _home(self, slot: int) -> tuple[int, int]:
        """The length and the number of the block of an entry."""
        exponent = int(length_exponents(self._columns, np.array([slot]))[0])
        length = SHORT if exponent <= self._longest_short else exponent
        return length, int(self._columns.arrays.c1[slot]) // self._length(length)

    def _length(self, exponent: int) -> int:
        """How long the blocks for events of a length are, in seconds."""
        longer: int = 1 << max(0, exponent - self._longest_short)
        return self._block * longer

    def _near(
        self, lane: int, begin: int, end: int, longer_than: int | None = None
    ) -> Iterator[tuple[int, int]]:
        """The blocks in which something may lie between two instants, the longest first.

        Blocks of shorter events may be very many: those of `longer_than` and below are left out.
        """
        for exponent in (*self._long_exponents(lane), SHORT):
            if longer_than is not None and exponent <= longer_than:
                return
            length = self._length(exponent)
            first = (begin - (length >> _QUARTER) - self._beside) // length
            for number in range(first, (end + self._beside) // length + 1):
                yield exponent, number

    def _long_exponents(self, lane: int) -> list[int]:
        counts = self._index[lane].lengths
        least = self._longest_short + 1
        return [e for e in range(len(counts) - 1, least - 1, -1) if counts[e]]

    def _members(self, lane: int, exponent: int, number: int) -> Members:
        length, index = self._length(exponent), self._index[lane]
        begin, end = number * length, (number + 1) * length
        if exponent != SHORT:
            return index.of_length(exponent).between(begin, end)
        members = index.members.between(begin, end)
        if not self._long_exponents(lane):
            return members
        return members.those(length_exponents(self._columns, members.slots) <= self._longest_short)

    def _rows(self, lane: int, exponent: int, number: int, shape: LaneShape) -> _Packed:
        key = (lane, exponent, number)
        packed = self._packed.get(key)
        if packed is None:
            packed = self._pack(lane, exponent, number, shape)
            if len(self._packed) >= _KEPT_BLOCKS:
                self._packed.clear()
            self._packed[key] = packed
        return packed

    def _pack(self, lane: int, exponent: int, number: int, shape: LaneShape) -> _Packed:
        if shape.is_whole:
            members, grid = self._index[lane].members, self._grid(None)
            rows = pack(self._columns, members, grid, shape.limit, (), self._metrics)
            return _Packed(rows, self._span.begin)
        members, origin = self._members(lane, exponent, number), number * self._length(exponent)
        width = self._length(exponent) / self.seconds_per_pixel
        if exponent == SHORT and is_dense(len(members), width, self._metrics):
            return _Packed(PackedRows.all_hidden(members, is_bars=True), origin)
        if not len(members):
            return _Packed(PackedRows.all_hidden(members), origin)
        limit = shape.limit if exponent == SHORT else long_rows(shape)
        members, others = self._worth_trying(members, exponent, limit)
        taken = self._taken(lane, exponent, number, shape, limit)
        grid = self._grid(origin)
        rows = pack(self._columns, members, grid, limit, taken, self._metrics)
        return _Packed(replace(rows, hidden=rows.hidden.joined(others)), origin)

    def _worth_trying(self, members: Members, exponent: int, limit: int) -> tuple[Members, Members]:
        """Of long events those that most articles tell of, as many as could have rows; the rest."""
        most = limit * _TRIED_PER_ROW
        if exponent == SHORT or len(members) <= most:
            return members, members.part(0, 0)
        chosen = np.zeros(len(members), dtype=np.bool_)
        chosen[self._columns.by_weight(members.slots)[:most]] = True
        return members.those(chosen), members.those(~chosen)

    def _taken(
        self, lane: int, exponent: int, number: int, shape: LaneShape, limit: int
    ) -> list[list[Reach]]:
        """What longer events, and for odd blocks their neighbours, have taken of each row."""
        length = self._length(exponent)
        begin, end = number * length, (number + 1) * length
        near = list(self._near(lane, begin, end, longer_than=exponent))
        if number % 2:
            near += [(exponent, number - 1), (exponent, number + 1)]
        taken: list[list[Reach]] = [[] for _ in range(limit)]
        for other in near:
            packed = self._rows(lane, *other, shape)
            shift = (packed.origin - begin) / self.seconds_per_pixel
            for row, left, right in packed.rows.reach:
                if row < limit:
                    taken[row].append((left + shift, right + shift))
        return [sorted(row) for row in taken]

    def _grid(self, origin: int | None) -> Grid:
        span = self._span
        return Grid(origin, self.seconds_per_pixel, span.begin, span.end)

    @property
    def _everywhere(self) -> tuple[int, int]:
        return self._span.begin, self._span.end + 1


def _fullest(begins: Instants, bar: int) -> int:
    """The most of these instants, which are in order, in one of the bars of a length."""
    if not len(begins):
        return 1
    first, last = int(begins[0]) // bar, int(begins[-1]) // bar
    if last - first < len(begins) // _SEARCHED:
        edges = begins.searchsorted(np.arange(first, last + 2, dtype=np.int64) * bar)
        return max(1, int(np.diff(edges).max()))
    bars = begins // np.int64(bar)
    edges = np.flatnonzero(bars[1:] != bars[:-1])
    return int(np.diff(edges, prepend=-1, append=len(bars) - 1).max())


def _beside(members: Members, edge: int, way: int, reach: int) -> Iterator[Slots]:
    """Those that begin within `reach` before an instant, or after it."""
    begin, end = (edge - reach, edge) if way < 0 else (edge, edge + reach)
    if len(members) and members.has_between(begin, end):
        yield members.between(begin, end).slots


def long_rows(shape: LaneShape) -> int:
    """How many rows of a lane the events that are longer than a block may take."""
    return max(1, shape.limit // 2)


def level_of(seconds_per_pixel: float) -> int:
    """The zoom level a scale belongs to; the rows of a level have room at its coarsest scale."""
    return math.ceil(math.log2(seconds_per_pixel) * LEVELS_PER_DOUBLING - 1e-9)
