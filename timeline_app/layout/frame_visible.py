"""What can be seen of a timeline: decided for all entries at once, in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from timeline_app.layout.columns import EntryColumns, Flags, Indices
from timeline_app.layout.frame import Frame
from timeline_app.layout.marks import MIN_EXTENT, ONGOING_LENGTH, MarkKind
from timeline_app.layout.packing import CLUSTERED, Cluster, Packing, Rows
from timeline_app.layout.scale import Pixels

_SIGN = ONGOING_LENGTH + 10.0  # the farthest that a mark reaches beyond its instants
_SLACK = 60.0  # labels of marked events are bold and so a little longer
_FARTHEST_LABEL = 700.0


@dataclass(frozen=True, slots=True)
class Visible:
    """The entries in view: their indices, four x each (x1, x2, c1, c2), and the y of their rows.

    `is_dot` marks those that are nothing but a disc: a known day without a label.
    """

    indices: Indices
    xs: Pixels
    ys: Pixels
    is_dot: Flags


def visible_entries(
    frame: Frame, columns: EntryColumns, packing: Packing, tops: Sequence[float]
) -> Visible:
    """The entries that have a row and show something of mark or label."""
    indices = _with_row_in_view(frame, columns, packing, tops)
    scale, width = frame.viewport.scale, frame.bands.lanes.width
    xs = np.stack(
        [scale.xs_of(c[indices]) for c in (columns.x1, columns.x2, columns.c1, columns.c2)],
        axis=1,
    )
    shows, is_left = packing.shows_label[indices], packing.label_is_left[indices]
    label = np.where(shows, columns.label_width[indices] + _SLACK, _SLACK)
    left = xs.min(axis=1) - _SIGN - columns.number_width[indices] - np.where(is_left, label, 0.0)
    right = xs.max(axis=1) + _SIGN + np.where(is_left, 0.0, label)
    is_seen = (right > 0) & (left < width)
    indices, xs = indices[is_seen], xs[is_seen]
    is_dot = ~shows[is_seen] & (columns.number_width[indices] == 0)
    is_dot &= (columns.kind[indices] == MarkKind.POINT) & (xs[:, 1] - xs[:, 0] < MIN_EXTENT)
    ys = row_middles(frame, tops, columns.lane[indices], packing.row[indices])
    return Visible(indices, xs + frame.left, ys, is_dot)


def visible_clusters(frame: Frame, packing: Packing, tops: Sequence[float]) -> list[Cluster]:
    """The clusters whose cells are in view."""
    clusters = packing.clusters
    if not clusters:
        return []
    scale, lanes = frame.viewport.scale, frame.bands.lanes
    begin = scale.xs_of(np.array([cluster.begin for cluster in clusters], dtype=np.int64))
    end = scale.xs_of(np.array([cluster.end for cluster in clusters], dtype=np.int64))
    is_seen = (end > 0) & (begin < lanes.width)
    return [
        cluster
        for cluster in (clusters[index] for index in np.flatnonzero(is_seen).tolist())
        if _is_lane_in_view(frame, tops, cluster.lane)
    ]


def row_middles(frame: Frame, tops: Sequence[float], lane: Rows, row: Rows) -> Pixels:
    """The y of rows in the drawing."""
    metrics = frame.metrics
    lane_tops = np.array(tops, dtype=np.float64)[lane]
    inside = metrics.lane_padding + (row + 0.5) * metrics.row_height
    result: Pixels = frame.bands.lanes.y + lane_tops + inside - frame.viewport.scroll
    return result


def _with_row_in_view(
    frame: Frame, columns: EntryColumns, packing: Packing, tops: Sequence[float]
) -> Indices:
    scale, lanes = frame.viewport.scale, frame.bands.lanes
    reach = _SIGN + _FARTHEST_LABEL
    near = columns.between(scale.time_at(-reach), scale.time_at(lanes.width + reach))
    indices: Indices = np.arange(near.start, near.stop)[packing.row[near] != CLUSTERED]
    ys = row_middles(frame, tops, columns.lane[indices], packing.row[indices])
    half = frame.metrics.row_height
    return indices[(ys > lanes.y - half) & (ys < lanes.y + lanes.height + half)]


def _is_lane_in_view(frame: Frame, tops: Sequence[float], lane: int) -> bool:
    scroll = frame.viewport.scroll
    return tops[lane + 1] > scroll and tops[lane] < scroll + frame.bands.lanes.height
