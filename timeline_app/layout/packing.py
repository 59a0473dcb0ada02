"""Rows: every event of a lane gets one, or is counted in a cluster.

Rows depend on the zoom level and on all the data, never on what is in view, so that nothing jumps
while panning. An event takes the first row in which its mark and label have room, in order of
their left edges (first fit). Where a lane has too few rows its densest cells are gathered into
counted pills; if that would hide most of the lane, marks are placed alone and only the labels that
have room beside them stay; and where there is no room for marks either, the lane is a histogram of
counts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline_app.layout.columns import EntryColumns, Extent, Flags, Indices
from timeline_app.layout.marks import MarkKind
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scale import Pixels

CLUSTERED = -1
BAR_ROWS = 2  # the height of a lane that is a histogram
_LEAST_RANGE = 240.0  # data narrower than this has no end that labels could turn back at
_BEYOND = 72.0  # how far past the last mark labels may reach
_MOST_CROWDED = 0.5  # the part of a lane's cells that may be pills so that the rest has labels

Rows = npt.NDArray[np.int16]
_Reach = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Events of a lane that are drawn as one, and where they lie first and last.

    It is a pill, or with a `share` a bar that is so high (0 to 1). It stays between `begin` and
    `end`, which no other cluster of the lane's `row` uses. `members` are indices, `ids` events.
    """

    lane: int
    row: int
    members: tuple[int, ...]
    ids: tuple[int, ...]
    first: int
    last: int
    begin: int
    end: int
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Packing:
    """Where everything is at one zoom level.

    `row` counts from 0 in each lane and is CLUSTERED for what is in a cluster; a lane's pills
    stand in a row of their own under the others, which `lane_rows` counts too.
    """

    row: Rows
    shows_label: Flags
    label_is_left: Flags
    lane_rows: tuple[int, ...]
    clusters: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True)
class _Lane:
    """The rows of one lane's members; `is_bars` draws all of them as a histogram."""

    row: Rows
    shows_label: Flags
    is_bars: bool = False

    @property
    def used(self) -> int:
        """The number of rows with marks."""
        return int(self.row.max(initial=CLUSTERED)) + 1


def pack(
    columns: EntryColumns, lane_count: int, seconds_per_pixel: float, metrics: Metrics
) -> Packing:
    """The rows of all entries when a pixel stands for at most `seconds_per_pixel`."""
    extent = columns.extent(seconds_per_pixel)
    is_left = _left_labels(columns, extent, metrics)
    row = np.full(len(columns), CLUSTERED, dtype=np.int16)
    shows = np.zeros(len(columns), dtype=np.bool_)
    lane_rows, clusters = [], []
    for lane in range(lane_count):
        members = columns.lane_indices(lane)
        cell = max(1, round(metrics.cluster_width * seconds_per_pixel))
        fitted = _pack_lane(columns, members, extent, is_left, cell, metrics)
        row[members], shows[members] = fitted.row, fitted.shows_label
        hidden = members[fitted.row == CLUSTERED].tolist()
        if fitted.is_bars:
            cell = max(1, round(metrics.bar_width * seconds_per_pixel))
        found = _clusters(columns, lane, fitted, hidden, cell)
        lane_rows.append(BAR_ROWS if fitted.is_bars else fitted.used + bool(found))
        clusters += found
    return Packing(row, shows, is_left, tuple(lane_rows), tuple(clusters))


def _pack_lane(
    columns: EntryColumns,
    members: Indices,
    extent: Extent,
    is_left: Flags,
    cell: int,
    metrics: Metrics,
) -> _Lane:
    left = extent.left[members] - columns.number_width[members]
    right = extent.right[members]
    if _is_dense(left, right, metrics):
        none = np.full(len(members), CLUSTERED, dtype=np.int16)
        return _Lane(none, np.zeros(len(members), dtype=np.bool_), is_bars=True)
    reach = columns.label_width[members] + metrics.label_gap
    whole_left = left - np.where(is_left[members], reach, 0.0)
    whole_right = right + np.where(is_left[members], 0.0, reach)
    rows = _first_fit(whole_left, whole_right, metrics)
    is_hidden = rows == CLUSTERED
    if not is_hidden.any():
        return _Lane(rows, ~is_hidden)
    cells = columns.c1[members] // cell
    is_crowded: Flags = np.isin(cells, cells[is_hidden])
    stays = ~is_crowded | (right - left > metrics.cluster_width / 2)
    crowded = np.unique(cells[is_crowded]).size
    if crowded > 1 and crowded > _MOST_CROWDED * np.unique(cells).size:
        rows = _first_fit(left, right, metrics)
        wholes = list(zip(whole_left.tolist(), whole_right.tolist(), strict=True))
        marks = list(zip(left.tolist(), right.tolist(), strict=True))
        return _Lane(rows, _labels_with_room(rows, marks, wholes, metrics.row_gap))
    rows = np.full(len(members), CLUSTERED, dtype=np.int16)
    rows[stays] = _first_fit(whole_left[stays], whole_right[stays], metrics)
    return _Lane(rows, rows != CLUSTERED)


def _labels_with_room(
    rows: Rows, marks: Sequence[_Reach], wholes: Sequence[_Reach], gap: float
) -> Flags:
    """Which labels fit between the neighbours of their marks in the row, from left to right."""
    shows = np.zeros(len(rows), dtype=np.bool_)
    for row in range(int(rows.max(initial=CLUSTERED)) + 1):
        placed = sorted(np.flatnonzero(rows == row).tolist(), key=marks.__getitem__)
        limits = [marks[index][0] - gap for index in placed[1:]] + [math.inf]
        end = -math.inf
        for index, limit in zip(placed, limits, strict=True):
            begin, whole_end = wholes[index]
            shows[index] = begin >= end and whole_end <= limit
            end = (whole_end if shows[index] else marks[index][1]) + gap
    return shows


def _left_labels(columns: EntryColumns, extent: Extent, metrics: Metrics) -> Flags:
    """Labels stand left of what is open to the left, and where the data ends.

    They turn to the right where the data begins: left of it there is nothing but the edge.
    """
    opens_left: Flags = (columns.kind == MarkKind.BEFORE) | (columns.kind == MarkKind.UNTIL)
    if not len(columns):
        return opens_left
    begin, end = float(extent.left.min()) - _BEYOND, float(extent.right.max()) + _BEYOND
    if end - begin <= _LEAST_RANGE:
        return opens_left
    reach = columns.label_width + columns.number_width + metrics.label_gap
    has_room_left = extent.left - reach > begin
    has_room_right = extent.right + reach <= end
    result: Flags = np.where(opens_left, has_room_left | ~has_room_right, ~has_room_right)
    return result & (has_room_left | opens_left)


def _is_dense(left: Pixels, right: Pixels, metrics: Metrics) -> bool:
    if len(left) <= 2 * metrics.max_rows:
        return False
    return float(right.max() - left.min()) / len(left) < metrics.bars_below


def _first_fit(left: Pixels, right: Pixels, metrics: Metrics) -> Rows:
    rows = np.full(len(left), CLUSTERED, dtype=np.int16)
    order = np.argsort(left, kind="stable").tolist()
    lefts, rights = left.tolist(), (right + metrics.row_gap).tolist()
    ends: list[float] = []
    for index in order:
        begin = lefts[index]
        for number, end in enumerate(ends):
            if end <= begin:
                ends[number] = rights[index]
                rows[index] = number
                break
        else:
            if len(ends) < metrics.max_rows:
                rows[index] = len(ends)
                ends.append(rights[index])
    return rows


def _clusters(
    columns: EntryColumns, lane: int, fitted: _Lane, members: list[int], size: int
) -> list[Cluster]:
    """One cluster for each cell of the row.

    Cells keep their places at all times, so that clusters do not overlap and do not wander.
    """
    cells: dict[int, list[int]] = {}
    for index, cell in zip(members, (columns.c1[members] // size).tolist(), strict=True):
        cells.setdefault(cell, []).append(index)
    most = max(map(len, cells.values()), default=1)
    clusters = []
    for cell, indices in cells.items():
        moments = columns.c1[indices]
        clusters.append(
            Cluster(
                lane,
                fitted.used,
                tuple(indices),
                tuple(columns.entries[index].id for index in indices),
                int(moments.min()),
                int(moments.max()),
                cell * size,
                (cell + 1) * size,
                len(indices) / most if fitted.is_bars else None,
            )
        )
    return clusters
