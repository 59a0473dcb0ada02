"""Clusters: what has no row, counted in cells of time.

Cells keep their places at all times, so that clusters neither overlap nor wander.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from timeline_app.layout.blocks import Block, LevelBlocks, long_rows
from timeline_app.layout.entry_table import Slots
from timeline_app.layout.lane_index import Members


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """Events of a lane that are drawn as one pill, and the cell in which they begin.

    It stays between `begin` and `end`, which no other cluster of the lane uses.
    """

    row: int
    parts: tuple[Members, ...]
    count: int
    begin: int
    end: int

    @property
    def first(self) -> int:
        """Where the first of them begins."""
        return min(int(part.begins[0]) for part in self.parts)

    @property
    def last(self) -> int:
        """Where the last of them begins."""
        return max(int(part.begins[-1]) for part in self.parts)

    @property
    def slots(self) -> Slots:
        """The slots of all of them."""
        return np.concatenate([part.slots for part in self.parts])


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """A histogram of counts that fills `rows` rows of a lane from `row` on.

    Bar number n lies between `edges` n and n + 1 and stands for `counts[n]` events; `most` is the
    count of the highest bar of the lane.
    """

    row: int
    rows: int
    edges: Sequence[int]
    counts: Slots
    most: int
    sources: Sequence[Members]
    places: Sequence[Sequence[int]]

    @property
    def first_slot(self) -> int:
        """One of the events."""
        sources = zip(self.sources, self.places, strict=True)
        return next(int(s.slots[p[0]]) for s, p in sources if p[0] < p[-1])

    def slots(self, bar: int) -> Slots:
        """The events of a bar."""
        return np.concatenate([part.slots for part in _parts(self.sources, self.places, bar)])


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """The clusters of a lane, and the instants from and to which they count what is hidden."""

    clusters: Sequence[Cluster | Bars]
    begin: int
    end: int


def clusters_between(
    level: LevelBlocks, lane: int, near: Sequence[Block], begin: int, end: int
) -> Counted:
    """The clusters of a lane in all cells that have a part between two instants.

    `near` are the blocks that `level` has there.
    """
    sources = [block.rows.hidden for block in near if len(block.rows.hidden)]
    first, last = begin, end
    found: list[Cluster | Bars] = []
    for block in near if sources else ():
        window = max(block.begin, begin), min(block.end, end)
        if block.is_short and window[0] < window[1]:
            size = level.bar if block.rows.is_bars else level.cell
            cells = range(window[0] // size, (window[1] - 1) // size + 2)
            edges = [number * size for number in cells]
            here = [source for source in sources if source.has_between(edges[0], edges[-1])]
            found += _in_block(level, lane, block, here, edges)
            first, last = min(first, edges[0]), max(last, edges[-1])
    return Counted(found, first, last)


def _in_block(
    level: LevelBlocks,
    lane: int,
    block: Block,
    sources: Sequence[Members],
    edges: Sequence[int],
) -> Iterator[Cluster | Bars]:
    if not sources:
        return
    is_bars, shape = block.rows.is_bars, level.shape(lane)
    places = [source.places(edges) for source in sources]
    counts = np.sum([np.diff(place) for place in places], axis=0)
    if not counts.any():
        return
    if is_bars:
        row = long_rows(shape) if shape.limit else 0
        rows, most = shape.height - row, level.fullest_bar(lane)
        yield Bars(row, rows, edges, counts, most, sources, places)
        return
    for cell in np.flatnonzero(counts).tolist():
        parts = _parts(sources, places, cell)
        row, count = shape.height - 1, int(counts[cell])
        yield Cluster(row, parts, count, edges[cell], edges[cell + 1])


def _parts(
    sources: Sequence[Members], places: Sequence[Sequence[int]], cell: int
) -> tuple[Members, ...]:
    """What each source has in a cell."""
    return tuple(
        source.part(place[cell], place[cell + 1])
        for source, place in zip(sources, places, strict=True)
        if place[cell] < place[cell + 1]
    )
