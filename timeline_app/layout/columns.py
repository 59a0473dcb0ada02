"""The entries of a timeline as columns of numbers, so that a frame costs what is visible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline_app.layout.entry import TimelineEntry
from timeline_app.layout.lanes import Lane
from timeline_app.layout.marks import (
    FORK_STEM,
    MIN_BAR,
    MIN_EXTENT,
    MIN_FORK,
    MIN_SOFT,
    ONGOING_LENGTH,
    ONGOING_SOLID,
    OPEN_LENGTH,
    POINT_RADIUS,
    WHISKER_OUTER,
    MarkKind,
    MarkLook,
    mark_bounds,
)
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scale import Pixels
from timeline_app.layout.text import Measure, TextStyle, elide

SOURCE_BOX = 14.0
SOURCE_GAP = 6.0
NUMBER_GAP = 6.0

Indices = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Extent:
    """Where marks begin and end, in pixels from the first instant of the columns."""

    left: Pixels
    right: Pixels


class EntryColumns:
    """Entries in order of their beginning, with their marks' instants and labels' widths.

    Entries of which nothing is known are left out.
    """

    def __init__(
        self,
        entries: Sequence[TimelineEntry],
        lanes: Sequence[Lane],
        measure: Measure,
        metrics: Metrics,
    ) -> None:
        placed = []
        for entry in entries:
            bounds = mark_bounds(entry.span, entry.reported_at)
            look = entry.look
            if bounds is not None and look is not None:
                placed.append((bounds, look, entry))
        placed.sort(key=lambda row: (row[0].x1, row[0].x2, row[2].id))
        self.entries: tuple[TimelineEntry, ...] = tuple(entry for _, _, entry in placed)
        self.looks: tuple[MarkLook, ...] = tuple(look for _, look, _ in placed)
        bounds_rows = [(b.x1, b.x2, b.c1, b.c2) for b, _, _ in placed]
        table = np.array(bounds_rows, dtype=np.int64).reshape(-1, 4)
        self.x1, self.x2, self.c1, self.c2 = (np.ascontiguousarray(table[:, i]) for i in range(4))
        self.kind = np.array([look.kind for look in self.looks], dtype=np.int8)
        self.approximate = np.array([look.is_approximate for look in self.looks], dtype=np.bool_)
        indices = {lane.key: index for index, lane in enumerate(lanes)}
        self.lane = np.array([indices.get(e.lane, 0) for e in self.entries], dtype=np.int16)
        self.labels: tuple[str, ...] = tuple(
            elide(e.label, metrics.max_label, TextStyle.LABEL, measure) for e in self.entries
        )
        self._measure_texts(measure, metrics)
        self.position = {entry.id: index for index, entry in enumerate(self.entries)}
        self.base = int(self.x1[0]) if len(self.x1) else 0
        self._latest = np.maximum.accumulate(np.maximum(self.x2, self.c2))

    def __len__(self) -> int:
        return len(self.entries)

    def _measure_texts(self, measure: Measure, metrics: Metrics) -> None:
        self.text_width = np.array(
            [measure(text, TextStyle.LABEL) for text in self.labels], dtype=np.float64
        )
        box = SOURCE_GAP + SOURCE_BOX
        boxes = [box if shows_sources(e, metrics) else 0.0 for e in self.entries]
        self.label_width = self.text_width + np.array(boxes, dtype=np.float64)
        self.number_width = np.array(
            [
                measure(str(e.number), TextStyle.LABEL_BOLD) + NUMBER_GAP
                if metrics.shows_numbers and e.number is not None
                else 0.0
                for e in self.entries
            ],
            dtype=np.float64,
        )

    @property
    def begin(self) -> int:
        """The first instant that is drawn to scale."""
        return self.base

    @property
    def end(self) -> int:
        """The last instant that is drawn to scale."""
        return int(self._latest[-1]) if len(self) else 0

    def between(self, begin: int, end: int) -> slice:
        """A stretch of indices that holds every mark between two instants, and perhaps more."""
        first = int(np.searchsorted(self._latest, begin, side="left"))
        last = int(np.searchsorted(self.x1, end, side="right"))
        return slice(first, max(first, last))

    def extent(self, seconds_per_pixel: float) -> Extent:
        """How far all marks reach at a scale, as `marks.place_mark` and `ink_extent` say."""
        x1, x2, c1, c2 = (
            (column - self.base).astype(np.float64) / seconds_per_pixel
            for column in (self.x1, self.x2, self.c1, self.c2)
        )
        kind = self.kind
        least = np.where(kind == MarkKind.PERIOD, MIN_BAR, MIN_SOFT)
        grow = np.maximum(0.0, least - (x2 - x1)) / 2
        whiskers = np.where(self.approximate, WHISKER_OUTER, 0.0)
        left, right = x1 - grow, x2 + grow
        self._place_points(x1, x2, c1, left, right)
        before, after = kind == MarkKind.BEFORE, kind == MarkKind.AFTER
        left[before], right[before] = x2[before] - OPEN_LENGTH, x2[before]
        left[after], right[after] = x1[after], x1[after] + OPEN_LENGTH
        until, ongoing = kind == MarkKind.UNTIL, kind == MarkKind.ONGOING
        left[until], right[until] = x2[until] - ONGOING_LENGTH, x2[until]
        solid = np.maximum(c2, c1 + ONGOING_LENGTH * ONGOING_SOLID)
        left[ongoing] = x1[ongoing]
        right[ongoing] = solid[ongoing] + ONGOING_LENGTH * (1 - ONGOING_SOLID)
        fork = kind == MarkKind.DISPUTED
        left[fork] = c1[fork] - FORK_STEM
        right[fork] = np.maximum(c2, c1 + MIN_FORK)[fork] + POINT_RADIUS
        return Extent(left - whiskers, right + whiskers)

    def _place_points(
        self, x1: Pixels, x2: Pixels, c1: Pixels, left: Pixels, right: Pixels
    ) -> None:
        for kind, radius in ((MarkKind.POINT, POINT_RADIUS), (MarkKind.ABOUT, WHISKER_OUTER + 1)):
            here = self.kind == kind
            wide = here & (x2 - x1 >= MIN_EXTENT)
            left[here], right[here] = c1[here] - radius, c1[here] + radius
            left[wide] = np.minimum(left, x1)[wide]
            right[wide] = np.maximum(right, x2)[wide]

    def lane_indices(self, lane: int) -> Indices:
        """The entries of a lane, in order."""
        result: Indices = np.flatnonzero(self.lane == lane)
        return result


def shows_sources(entry: TimelineEntry, metrics: Metrics) -> bool:
    """Whether the number of sources stands after the label."""
    return metrics.shows_source_counts and entry.source_count >= 2
