"""Rows: some events of a lane get one each, the others are hidden, to be counted in clusters.

An event takes the first row in which its mark and label have room, in order of their left edges
(first fit). What finds none has its mark in a gap, with the label where there is room left on one
side of it, or is hidden. Where that would befall many, what most articles tell of is placed first,
with its labels, and the marks of all others go between. Where most would be hidden, all are, and
the stretch is a histogram of counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.entry_table import Slots
from timeline_app.layout.lane_index import Members
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.placing import Flags
from timeline_app.layout.scale import Instants, Pixels

HIDDEN = -1
_LEAST_RANGE = 240.0  # data narrower than this has no end that labels could turn back at
_BEYOND = 77.0  # how far past the last instant labels may reach
_WIDEST_GAP = 100_000.0  # pixels: nothing but a very long mark reaches across
_FEW_WITHOUT = 0.25  # the part without a row up to which the others keep their labels
_SHARE_OF_WEIGHTY = 0.35  # of the room, for what most articles tell of, with labels

Rows = npt.NDArray[np.int16]
Reach = tuple[float, float]
Taken = Sequence[Sequence[Reach]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A zoom level seen from an instant: pixels count from `origin`.

    Without an origin they count from the first entry, and the wide gaps between entries are
    shortened: pixels then tell what is beside what, wherever in time that is.

    Rows have room at `seconds_per_pixel` and at every finer scale of the level. `begin` and `end`
    are the first and the last instant of all entries.
    """

    origin: int | None
    seconds_per_pixel: float
    begin: int
    end: int

    def positions(self, instants: Instants) -> Pixels:
        """The pixels of instants in order of time."""
        if self.origin is not None:
            return self.distances(instants, self.origin)
        gaps = np.diff(instants).astype(np.float64) / self.seconds_per_pixel
        return np.cumsum(np.concatenate([[0.0], np.minimum(gaps, _WIDEST_GAP)]))[: len(instants)]

    def distances(self, instants: Instants, start: int) -> Pixels:
        """How many pixels instants lie after another one."""
        result: Pixels = (instants - np.int64(start)).astype(np.float64) / self.seconds_per_pixel
        return result


@dataclass(frozen=True, slots=True)
class PackedRows:
    """The rows of some entries of a lane.

    `slots` have a row each, counted from 0 in the lane; `hidden` have none, in order of their
    beginnings. With `is_bars` the hidden ones are so many that they are drawn as a histogram.
    `reach` has row, first and last pixel of each mark with its label.
    """

    slots: Slots
    row: Rows
    shows_label: Flags
    label_is_left: Flags
    hidden: Members
    is_bars: bool = False
    reach: Sequence[tuple[int, float, float]] = ()

    @property
    def used(self) -> int:
        """The number of rows with marks."""
        return int(self.row.max(initial=HIDDEN)) + 1

    @classmethod
    def all_hidden(cls, members: Members, *, is_bars: bool = False) -> PackedRows:
        """None of them has a row."""
        nothing = np.zeros(0, dtype=np.bool_)
        rows = np.zeros(0, dtype=np.int16)
        return cls(members.slots[:0], rows, nothing, nothing, members, is_bars)


def pack(
    columns: EntryColumns, members: Members, grid: Grid, limit: int, taken: Taken, metrics: Metrics
) -> PackedRows:
    """The rows of entries.

    There are `limit` rows; `taken` says for each which stretches others have, from left to right
    (it may be empty).
    """
    slots = members.slots
    ink = _ink(columns, members, grid)
    left, right = ink.on(grid, members)
    reach = columns.label_widths(slots) + metrics.label_gap
    is_left = _left_labels(columns, members, grid, ink, reach)
    wholes = left - np.where(is_left, reach, 0.0), right + np.where(is_left, 0.0, reach)
    fit = _Fit(limit, taken, metrics)
    rows = fit.rows(*wholes)
    shows = rows != HIDDEN
    for run in _runs(*wholes, metrics.row_gap) if not shows.all() else ():
        if not shows[run].all():
            sides = (left[run], right[run]), (wholes[0][run], wholes[1][run])
            part = _Part(slots[run], *sides, reach[run], is_left[run])
            rows[run], shows[run], is_left[run] = _thinned(columns, part, fit, rows[run])
    return _found(members, (left, right), reach, (rows, shows, is_left))


def _found(
    members: Members, marks: tuple[Pixels, Pixels], reach: Pixels, found: tuple[Rows, Flags, Flags]
) -> PackedRows:
    """The rows that were found for some of the members, and what they take."""
    rows, shows, is_left = found
    has_row = rows != HIDDEN
    left = marks[0] - np.where(shows & is_left, reach, 0.0)
    right = marks[1] + np.where(shows & ~is_left, reach, 0.0)
    taken = zip(*(each[has_row].tolist() for each in (rows, left, right)), strict=True)
    return PackedRows(
        members.slots[has_row],
        rows[has_row],
        shows[has_row],
        is_left[has_row],
        members.those(~has_row),
        reach=list(taken),
    )


class _Ink(NamedTuple):
    """Where marks with their numbers begin and end, in pixels from the beginnings of entries."""

    left: Pixels
    right: Pixels

    def on(self, grid: Grid, members: Members) -> tuple[Pixels, Pixels]:
        """The same in pixels of a grid."""
        at = grid.positions(members.begins)
        return at + self.left, at + self.right


class _Part(NamedTuple):
    """Entries that are packed together: where their marks begin and end, and these with labels.

    `reach` is how far a label reaches beyond its mark, `is_left` on which side it should stand.
    """

    slots: Slots
    marks: tuple[Pixels, Pixels]
    wholes: tuple[Pixels, Pixels]
    reach: Pixels
    is_left: Flags


class _Label(NamedTuple):
    """A label that looks for room: its mark, how far it reaches beyond, where it should stand."""

    mark: Reach
    reach: float
    is_left: bool


def _runs(left: Pixels, right: Pixels, gap: float) -> list[Slots]:
    """The places of what hangs together: between two runs there is room in every row.

    What has too little room in one run changes nothing in another.
    """
    order = np.argsort(left, kind="stable")
    reached = np.maximum.accumulate(right[order])
    starts = np.flatnonzero(left[order][1:] >= reached[:-1] + gap) + 1
    return np.split(order, starts)


def is_dense(count: int, width: float, metrics: Metrics) -> bool:
    """Whether so many marks in a stretch of that many pixels are a histogram."""
    return count > 2 * metrics.max_rows and width / count < metrics.bars_below


def _ink(columns: EntryColumns, members: Members, grid: Grid) -> _Ink:
    places = columns.places(members.slots, members.begins, grid.seconds_per_pixel)
    return _Ink(places.left - columns.number_widths(members.slots), places.right)


def _pairs(left: Pixels, right: Pixels) -> list[Reach]:
    return list(zip(left.tolist(), right.tolist(), strict=True))


def _thinned(
    columns: EntryColumns, part: _Part, fit: _Fit, rows: Rows
) -> tuple[Rows, Flags, Flags]:
    """Rows for all marks that have room, whether labels have it too, and on the left side.

    `rows` are those of what found one for mark and label; not all have.
    """
    slots, marks, wholes, _, is_left = part
    if np.count_nonzero(rows == HIDDEN) > _FEW_WITHOUT * len(rows):
        chosen = _weightiest(columns, part, _SHARE_OF_WEIGHTY * fit.room(*marks))
        rows = np.full(len(slots), HIDDEN, dtype=np.int16)
        rows[chosen] = fit.rows(wholes[0][chosen], wholes[1][chosen])
    shows = rows != HIDDEN
    others, placed = np.flatnonzero(~shows), np.flatnonzero(shows)
    reaches = zip(rows[placed].tolist(), _pairs(wholes[0][placed], wholes[1][placed]), strict=True)
    fit = fit.after(list(reaches))
    rows[others] = fit.rows(marks[0][others], marks[1][others])
    ends = _pairs(marks[0][others], marks[1][others])
    reaches, sides = part.reach[others].tolist(), is_left[others].tolist()
    labels = [_Label(*each) for each in zip(ends, reaches, sides, strict=True)]
    shows[others], is_left[others] = fit.labels_with_room(rows[others], labels)
    return rows, shows, is_left


def _weightiest(columns: EntryColumns, part: _Part, room: float) -> Slots:
    """What most articles tell of, as far as marks and labels fit into a room of so many pixels."""
    order = columns.by_weight(part.slots)
    used = np.cumsum((part.wholes[1] - part.wholes[0])[order])
    return np.sort(order[used <= room])


def _left_labels(
    columns: EntryColumns, members: Members, grid: Grid, ink: _Ink, reach: Pixels
) -> Flags:
    """Labels stand left of what is open to the left, and where the data ends.

    They turn to the right where the data begins: left of it there is nothing but the edge.
    """
    opens_left = columns.opens_left(members.slots)
    if (grid.end - grid.begin) / grid.seconds_per_pixel + 2 * _BEYOND <= _LEAST_RANGE:
        return opens_left
    room_before = grid.distances(members.begins, grid.begin) + _BEYOND
    room_after = _BEYOND - grid.distances(members.begins, grid.end)
    has_room_left, has_room_right = reach - ink.left < room_before, ink.right + reach <= room_after
    result: Flags = np.where(opens_left, has_room_left | ~has_room_right, ~has_room_right)
    return result & (has_room_left | opens_left)


class _Fit:
    """First fit into rows of which parts may be taken already."""

    def __init__(self, limit: int, taken: Taken, metrics: Metrics) -> None:
        self._limit, self._metrics = limit, metrics
        self._taken = [list(row) for row in taken] or [[] for _ in range(limit)]
        self._gap = metrics.row_gap

    def room(self, left: Pixels, right: Pixels) -> float:
        """The length of all rows together."""
        return self._limit * float(right.max() - left.min())

    def after(self, reaches: Sequence[tuple[int, Reach]]) -> _Fit:
        """The rows when more stretches of them are taken."""
        taken = [list(row) for row in self._taken]
        for row, reach in reaches:
            taken[row].append(reach)
        return _Fit(self._limit, [sorted(row) for row in taken], self._metrics)

    def rows(self, left: Pixels, right: Pixels) -> Rows:
        """The row of each stretch; HIDDEN where all are taken."""
        rows = np.full(len(left), HIDDEN, dtype=np.int16)
        order = np.argsort(left, kind="stable").tolist()
        lefts, rights = left.tolist(), (right + self._gap).tolist()
        ends = [-math.inf] * self._limit
        obstacles = [self._obstacles(row) for row in self._taken]
        ahead = [next(row) for row in obstacles]
        for index in order:
            begin, end = lefts[index], rights[index]
            for number, taken_to in enumerate(ends):
                if taken_to > begin:
                    continue
                while ahead[number][1] <= begin:
                    ahead[number] = next(obstacles[number])
                if ahead[number][0] >= end:
                    ends[number] = end
                    rows[index] = number
                    break
        return rows

    def _obstacles(self, row: Sequence[Reach]) -> Iterator[Reach]:
        """What was there before, each with the gap after it; then nothing any more."""
        found = [(begin, end + self._gap) for begin, end in row]
        return iter([*found, (math.inf, math.inf)])

    def labels_with_room(self, rows: Rows, labels: Sequence[_Label]) -> tuple[Flags, Flags]:
        """Which labels fit between the neighbours of their marks in the row, and which on the left.

        Where there is no room on the side on which a label should stand, it may be on the other.
        """
        shows = np.zeros(len(rows), dtype=np.bool_)
        is_left = np.array([label.is_left for label in labels], dtype=np.bool_)
        for row in range(self._limit):
            here = np.flatnonzero(rows == row).tolist()
            placed = [(labels[index].mark, index) for index in here]
            placed += [(reach, HIDDEN) for reach in self._taken[row]]
            for index, on_left in self._sides(sorted(placed), labels):
                shows[index], is_left[index] = True, on_left
        return shows, is_left

    def _sides(
        self, placed: Sequence[tuple[Reach, int]], labels: Sequence[_Label]
    ) -> Iterator[tuple[int, bool]]:
        """The labels that have room in a row, and whether that is on the left."""
        limits = [*(reach[0] - self._gap for reach, _ in placed[1:]), math.inf]
        end = -math.inf
        for ((left, right), index), limit in zip(placed, limits, strict=False):
            last = right
            if index != HIDDEN:
                label = labels[index]
                has_left, has_right = left - label.reach >= end, right + label.reach <= limit
                on_left = has_left and (label.is_left or not has_right)
                if on_left or has_right:
                    yield index, on_left
                    last = right if on_left else right + label.reach
            end = max(end, last + self._gap)
