"""Rows: every event of a lane gets one, or is counted in a cluster.

Rows depend on the zoom level and on all the data, never on what is in view, so that nothing jumps
while panning. An event takes the first row in which its mark and label have room, in order of
their left edges (first fit). What finds none of the rows is gathered into counted pills below.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline_app.layout.columns import EntryColumns, Extent, Flags, Indices
from timeline_app.layout.marks import MarkKind
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scale import Pixels

CLUSTERED = -1
_LEAST_RANGE = 500.0  # data narrower than this has no end that labels could turn back at
_BEYOND = 72.0  # how far past the last mark labels may reach

Rows = npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Events of a lane that share a pill: their indices, and where they lie first and last.

    The pill stays between `begin` and `end`, which no other pill of the lane's `row` uses.
    """

    lane: int
    row: int
    members: tuple[int, ...]
    first: int
    last: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Packing:
    """Where everything is at one zoom level.

    `row` counts from 0 in each lane and is CLUSTERED for what is in a pill; a lane's pills stand
    in a row of their own under the others, which `lane_rows` counts too.
    """

    row: Rows
    shows_label: Flags
    label_is_left: Flags
    lane_rows: tuple[int, ...]
    clusters: tuple[Cluster, ...]


def pack(
    columns: EntryColumns, lane_count: int, seconds_per_pixel: float, metrics: Metrics
) -> Packing:
    """The rows of all entries when a pixel stands for at most `seconds_per_pixel`."""
    extent = columns.extent(seconds_per_pixel)
    is_left = _left_labels(columns, extent, metrics)
    row = np.full(len(columns), CLUSTERED, dtype=np.int16)
    shows = np.zeros(len(columns), dtype=np.bool_)
    cell = max(1, round(metrics.cluster_width * seconds_per_pixel))
    lane_rows, clusters = [], []
    for lane in range(lane_count):
        members = columns.lane_indices(lane)
        fitted = _pack_lane(columns, members, extent, is_left, cell, metrics)
        row[members], shows[members] = fitted.row, fitted.shows_label
        used = int(fitted.row.max()) + 1 if len(members) else 0
        pills = _clusters(columns, lane, used, members[fitted.row == CLUSTERED].tolist(), cell)
        lane_rows.append(used + bool(pills))
        clusters += pills
    return Packing(row, shows, is_left, tuple(lane_rows), tuple(clusters))


@dataclass(frozen=True, slots=True)
class _FittedLane:
    row: Rows
    shows_label: bool


def _pack_lane(
    columns: EntryColumns,
    members: Indices,
    extent: Extent,
    is_left: Flags,
    cell: int,
    metrics: Metrics,
) -> _FittedLane:
    """The rows of one lane: dots alone where it is dense, else the densest cells make way."""
    left = extent.left[members] - columns.number_width[members]
    right = extent.right[members]
    if _is_dense(left, right, metrics):
        return _FittedLane(_first_fit(left, right, metrics), shows_label=False)
    reach = columns.label_width[members] + metrics.label_gap
    whole_left = left - np.where(is_left[members], reach, 0.0)
    whole_right = right + np.where(is_left[members], 0.0, reach)
    rows = _first_fit(whole_left, whole_right, metrics)
    if (rows == CLUSTERED).any():
        cells = columns.c1[members] // cell
        is_crowded = np.isin(cells, cells[rows == CLUSTERED])
        stays = ~is_crowded | (right - left > metrics.cluster_width / 2)
        rows = np.full(len(members), CLUSTERED, dtype=np.int16)
        rows[stays] = _first_fit(whole_left[stays], whole_right[stays], metrics)
    return _FittedLane(rows, shows_label=True)


def _left_labels(columns: EntryColumns, extent: Extent, metrics: Metrics) -> Flags:
    """Labels stand left of what is open to the left, and where the data ends."""
    opens_left: Flags = (columns.kind == MarkKind.BEFORE) | (columns.kind == MarkKind.UNTIL)
    if not len(columns):
        return opens_left
    begin, end = float(extent.left.min()) - _BEYOND, float(extent.right.max()) + _BEYOND
    reach = columns.label_width + metrics.label_gap
    turns_back = (extent.right + reach > end) & (extent.left - reach > begin)
    result: Flags = opens_left | (turns_back & (end - begin > _LEAST_RANGE))
    return result


def _is_dense(left: Pixels, right: Pixels, metrics: Metrics) -> bool:
    if len(left) <= metrics.max_rows:
        return False
    return float(right.max() - left.min()) / len(left) < metrics.dots_below


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
    columns: EntryColumns, lane: int, row: int, members: list[int], size: int
) -> list[Cluster]:
    """One pill for each cell of the row, the cells as wide as a pill may be.

    Cells keep their places at all times, so that pills do not overlap and do not wander.
    """
    cells: dict[int, list[int]] = {}
    for index in members:
        cells.setdefault(int(columns.c1[index]) // size, []).append(index)
    clusters = []
    for cell, indices in cells.items():
        moments = [int(columns.c1[index]) for index in indices]
        clusters.append(
            Cluster(
                lane,
                row,
                tuple(indices),
                min(moments),
                max(moments),
                cell * size,
                (cell + 1) * size,
            )
        )
    return clusters
