"""Clusters in the rows: pills with a count, and the bars of histograms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import overload

import numpy as np

from timeline_app.layout.blocks import LevelBlocks
from timeline_app.layout.clusters import Cells, cells_between
from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.entry import FADED_TONE
from timeline_app.layout.entry_table import Slots
from timeline_app.layout.frame import Frame, Parts
from timeline_app.layout.frame_visible import LaneView
from timeline_app.layout.primitives import Area, Histogram, Label, Labels, Numbers, Pill
from timeline_app.layout.text import TextStyle

LEAST_PILL = 28.0
PILL_PAD = 14.0  # beside the text, both sides together
_LEAST_BAR = 3.0
_BAR_SHARE = 0.4
_MOST_COMPARED = 200  # events whose tags are looked through for one in common


@dataclass(slots=True)
class Group:
    """One cluster: where it is drawn, and which events it holds."""

    area: Area
    count: int
    members: Callable[[], Slots]
    is_pill: bool
    tone: str


@dataclass(slots=True)
class LaneGroups:
    """The clusters of one lane in order of time, an element of each list for each."""

    view: LaneView
    begin: int
    end: int
    left: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    top: list[float] = field(default_factory=list)
    bottom: list[float] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    tones: list[str] = field(default_factory=list)
    cells: list[tuple[Cells, int]] = field(default_factory=list)

    def group(self, place: int, shift: float = 0.0) -> Group:
        """One of them, moved right."""
        cells, cell = self.cells[place]
        left, top = self.left[place], self.top[place]
        area = Area(left + shift, top, self.right[place] - left, self.bottom[place] - top)
        members = partial(cells.slots, cell)
        return Group(area, self.counts[place], members, not cells.is_bars, self.tones[place])

    def add(self, cells: Cells, left: Numbers, right: Numbers, top: float, height: float) -> None:
        """Add cells in order of time; the tones have to follow."""
        count = len(left)
        self.left += left.tolist()
        self.right += right.tolist()
        self.top += [top] * count
        self.bottom += [top + height] * count
        self.counts += cells.counts.tolist()
        self.begins += cells.begins.tolist()
        self.ends += cells.ends.tolist()
        self.cells += [(cells, cell) for cell in range(count)]


class ClusterIds(Sequence[int]):
    """The ids of the events of a cluster, looked up when somebody asks: it may have very many."""

    def __init__(self, columns: EntryColumns, members: Callable[[], Slots], count: int) -> None:
        self._columns, self._members, self._count = columns, members, count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> int: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[int]: ...

    def __getitem__(self, place: int | slice) -> int | Sequence[int]:
        found: int | list[int] = self._columns.arrays.id[self._members()].tolist()[place]
        return found

    def __iter__(self) -> Iterator[int]:
        return iter(self._columns.arrays.id[self._members()].tolist())


def make_clusters(
    frame: Frame, columns: EntryColumns, level: LevelBlocks, lanes: Sequence[LaneView]
) -> tuple[Parts, list[LaneGroups]]:
    """Everything that is counted: how it is drawn, and what it is."""
    parts: Parts = []
    found = []
    for view in lanes:
        maker = _LaneClusters(frame, columns, level, view)
        maker.add()
        parts += [*maker.labels, *maker.marks]
        found.append(maker.groups)
    return parts, found


class _LaneClusters:
    """Draws the clusters of one lane."""

    def __init__(
        self, frame: Frame, columns: EntryColumns, level: LevelBlocks, view: LaneView
    ) -> None:
        self._frame, self._columns, self._level = frame, columns, level
        scale = frame.viewport.scale
        begin, end = scale.time_at(0.0), scale.time_at(frame.bands.lanes.width) + 1
        self.groups = LaneGroups(view, begin, end)
        self.labels: Parts = []
        self.marks: Parts = []

    def add(self) -> None:
        """Draw them all."""
        groups, view = self.groups, self.groups.view
        for cells in cells_between(self._level, view.lane, view.blocks, groups.begin, groups.end):
            if cells.is_bars:
                self._bars(cells)
            else:
                self._pills(cells)

    def _top(self, row: int) -> float:
        metrics = self._frame.metrics
        return self.groups.view.top + metrics.lane_padding + row * metrics.row_height

    def _xs(self, instants: Slots) -> Numbers:
        return self._frame.left + self._frame.viewport.scale.xs_of(instants)

    def _bars(self, cells: Cells) -> None:
        frame, room = self._frame, cells.rows * self._frame.metrics.row_height
        left, right = self._xs(cells.begins), self._xs(cells.ends) - 1.0
        heights = np.maximum(_LEAST_BAR, (room - 2.0) * cells.counts / max(cells.most, 1))
        bottom = self._top(cells.row) + room
        tops = bottom - np.minimum(heights, room - 2.0)
        tone, fades = self._tones(cells)[0], self._fades(cells)
        for used, chosen in ((tone, ~fades), (FADED_TONE, fades)):
            if chosen.any():
                sides = left[chosen], right[chosen], tops[chosen]
                self.marks.append(Histogram(*sides, bottom, used, _BAR_SHARE))
        self.marks.append(_bar_counts(frame, left, right, bottom, cells.counts))
        self.groups.add(cells, left, right, bottom - room, room)
        self.groups.tones += [tone] * len(left)

    def _pills(self, cells: Cells) -> None:
        frame, metrics = self._frame, self._frame.metrics
        rooms = self._rooms(cells)
        texts = [self._text(cells, cell, room) for cell, room in enumerate(rooms)]
        widths = np.array([frame.measure(text, TextStyle.LABEL_BOLD) for text in texts])
        left, right = self._sides(cells, widths)
        y = self._top(cells.row) + metrics.row_height / 2 - metrics.pill_height / 2 - 1.0
        fades, leads = self._fades(cells).tolist(), cells.leads.tolist()
        self.groups.add(cells, left, right, y, metrics.pill_height)
        tones = [
            FADED_TONE if fade else t for t, fade in zip(self._tones(cells), fades, strict=True)
        ]
        self.groups.tones += tones
        ends = self._xs(cells.ends).tolist()
        rows = zip(left.tolist(), right.tolist(), texts, widths.tolist(), tones, strict=True)
        for cell, (x1, x2, text, width, tone) in enumerate(rows):
            area = Area(x1, y, x2 - x1, metrics.pill_height)
            self.marks.append(Pill(area, text, width, tone))
            if self._columns.entry(leads[cell]).tags and cells.counts[cell] <= _MOST_COMPARED:
                self.labels += self._tag_label(cells.slots(cell), area, ends[cell])

    def _sides(self, cells: Cells, widths: Numbers) -> tuple[Numbers, Numbers]:
        """From the first to the last event as far as the cell has room, and as wide as the text."""
        begin, end = self._xs(cells.begins), self._xs(cells.ends) - self._frame.metrics.row_gap
        least, half = np.maximum(LEAST_PILL, widths + PILL_PAD), LEAST_PILL / 2
        left = np.minimum(np.maximum(begin, self._xs(cells.firsts) - half), end - least)
        right = np.maximum(left + least, np.minimum(end, self._xs(cells.lasts) + half))
        return left, right

    def _fades(self, cells: Cells) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Of which cells nothing was searched for."""
        count, hits = len(cells.counts), self._frame.marking.hits
        if hits is None:
            return np.zeros(count, dtype=np.bool_)
        is_hit = self._columns.are_among(hits)
        return np.array([not is_hit[cells.slots(cell)].any() for cell in range(count)])

    def _tones(self, cells: Cells) -> list[str]:
        tones = self._columns.tones
        return [tones[tone] for tone in self._columns.arrays.tone[cells.leads].tolist()]

    def _tag_label(self, members: Slots, pill: Area, end: float) -> Iterator[Label]:
        """The tag that all events of a pill have, if there is one and room for it."""
        slots = members.tolist()
        shared = set(self._columns.entry(slots[0]).tags)
        for slot in slots[1:]:
            if not shared:
                return
            shared &= set(self._columns.entry(slot).tags)
        tag = min(shared, default="")
        width = self._frame.measure(tag, TextStyle.LABEL)
        x = pill.x + pill.width + self._frame.metrics.label_gap
        if tag and x + width < end:
            y = pill.y + pill.height / 2
            yield Label(x, y, tag, width, TextStyle.LABEL, "text2", has_plate=True)

    def _rooms(self, cells: Cells) -> list[float]:
        """The widths that the texts of pills can have: none reaches into the next one."""
        frame = self._frame
        ends = np.minimum(self._xs(cells.ends), frame.left + frame.bands.lanes.width)
        rooms: list[float] = (ends - self._xs(cells.begins) - frame.metrics.row_gap).tolist()
        return [room - PILL_PAD for room in rooms]

    def _text(self, cells: Cells, cell: int, room: float) -> str:
        """The count; on paper the numbers, so that each event can be found in the chronology.

        Where there is no room for all, the first and the last.
        """
        count = f"{cells.counts[cell]:,}"
        if not self._frame.metrics.shows_numbers:
            return count
        entries = (self._columns.entry(slot) for slot in cells.slots(cell).tolist())
        numbers = sorted(entry.number for entry in entries if entry.number is not None)
        text = ", ".join(_number_ranges(numbers)) or count
        if self._frame.measure(text, TextStyle.LABEL_BOLD) <= room:
            return text
        return f"{numbers[0]} … {numbers[-1]}" if len(numbers) > 1 else text


def _bar_counts(
    frame: Frame, left: Numbers, right: Numbers, bottom: float, counts: Slots
) -> Labels:
    """The counts of bars, where they have room."""
    texts = [f"{count:,}" for count in counts.tolist()]
    widths = np.array([frame.measure(text, TextStyle.COUNT) for text in texts])
    fits = np.flatnonzero(widths + 4.0 <= right - left)
    return Labels(
        ((left + right - widths) / 2)[fits],
        np.full(len(fits), bottom - 8.0),
        [texts[place] for place in fits.tolist()],
        widths[fits],
        np.zeros(len(fits), dtype=np.int16),
        TextStyle.COUNT,
        has_plate=False,
    )


def _number_ranges(numbers: Sequence[int]) -> list[str]:
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return [str(a) if a == b else f"{a}–{b}" for a, b in ranges]
