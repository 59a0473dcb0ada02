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
from timeline_app.layout.scale import FARTHEST, Instants


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Cells of one lane in which events are counted, those without any left out.

    Cell number n lies between `begins[n]` and `ends[n]` and stands for `counts[n]` events, of which
    the first begins at `firsts[n]` and the last at `lasts[n]`; `leads[n]` is the slot of one. Each
    is a pill in `row`, or with `is_bars` a bar that fills `rows` rows from `row` on; `most` is the
    count of the highest bar of the lane.
    """

    is_bars: bool
    row: int
    rows: int
    begins: Instants
    ends: Instants
    counts: Slots
    firsts: Instants
    lasts: Instants
    leads: Slots
    most: int
    _sources: Sequence[Members]
    _places: Sequence[tuple[Slots, Slots]]

    def slots(self, cell: int) -> Slots:
        """The events of a cell."""
        parts = [
            source.slots[first[cell] : last[cell]]
            for source, (first, last) in zip(self._sources, self._places, strict=True)
        ]
        return parts[0] if len(parts) == 1 else np.concatenate(parts)


def cells_between(
    level: LevelBlocks, lane: int, near: Sequence[Block], begin: int, end: int
) -> Iterator[Cells]:
    """The cells of a lane that have a part between two instants, in order of time.

    `near` are the blocks that `level` has there.
    """
    sources = [block.rows.hidden for block in near if len(block.rows.hidden)]
    for block in near if sources else ():
        first, last = max(block.begin, begin), min(block.end, end)
        if block.is_short and first < last:
            size = level.bar if block.rows.is_bars else level.cell
            edges = np.arange(first // size, (last - 1) // size + 2, dtype=np.int64) * size
            here = [source for source in sources if source.has_between(edges[0], edges[-1])]
            if here:
                yield from _in_block(level, lane, block, here, edges)


def _in_block(
    level: LevelBlocks, lane: int, block: Block, sources: Sequence[Members], edges: Instants
) -> Iterator[Cells]:
    places = [source.begins.searchsorted(edges) for source in sources]
    counts = places[0][1:] - places[0][:-1]
    for place in places[1:]:
        counts = counts + (place[1:] - place[:-1])
    seen = np.flatnonzero(counts)
    if not len(seen):
        return
    is_bars, shape = block.rows.is_bars, level.shape(lane)
    row = (long_rows(shape) if shape.limit else 0) if is_bars else shape.height - 1
    between = [(place[seen], place[seen + 1]) for place in places]
    yield Cells(
        is_bars,
        row,
        shape.height - row,
        edges[seen],
        edges[seen + 1],
        counts[seen],
        *_limits(sources, between),
        level.fullest_bar(lane) if is_bars else 1,
        sources,
        between,
    )


def _limits(
    sources: Sequence[Members], places: Sequence[tuple[Slots, Slots]]
) -> tuple[Instants, Instants, Slots]:
    """Where the first and the last event of each cell begin, and one of them."""
    count = len(places[0][0])
    firsts, lasts = np.full(count, FARTHEST), np.full(count, -FARTHEST)
    leads = np.zeros(count, dtype=np.int64)
    for source, (first, last) in zip(sources, places, strict=True):
        here = np.flatnonzero(first < last)
        firsts[here] = np.minimum(firsts[here], source.begins[first[here]])
        lasts[here] = np.maximum(lasts[here], source.begins[last[here] - 1])
        leads[here] = source.slots[first[here]]
    return firsts, lasts, leads
