"""Clusters in the rows: pills with a count, and the bars of histograms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import overload

import numpy as np

from timeline_app.layout.blocks import LevelBlocks
from timeline_app.layout.clusters import Bars, Cluster, Counted, clusters_between
from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.display_list import (
    Area,
    Box,
    Histogram,
    Hit,
    Label,
    Labels,
    Numbers,
    Part,
    Pill,
)
from timeline_app.layout.entry import FADED_TONE
from timeline_app.layout.entry_table import Slots
from timeline_app.layout.frame import Frame, Parts, Primitives
from timeline_app.layout.frame_visible import LaneView
from timeline_app.layout.text import TextStyle

LEAST_PILL = 28.0
_LEAST_BAR = 3.0
_BAR_SHARE = 0.4
_MOST_COMPARED = 200  # events whose tags are looked through for one in common


@dataclass(slots=True)
class Grouped:
    """The clusters of one drawing: their labels, their marks, and how many events they hold."""

    labels: Primitives = field(default_factory=list)
    marks: Parts = field(default_factory=list)
    events: int = 0
    groups: int = 0


def make_clusters(
    frame: Frame, columns: EntryColumns, level: LevelBlocks, lanes: Sequence[LaneView]
) -> Grouped:
    """Everything that is counted in view, and lets it answer to the pointer."""
    grouped = Grouped()
    for view in lanes:
        _LaneClusters(frame, columns, level, view, grouped).add()
    return grouped


@dataclass(slots=True)
class _Sheet:
    """A cluster and where it is drawn; `more` are counted with it though they begin outside."""

    cluster: Cluster
    area: Area
    more: list[int] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many events are counted."""
        return self.cluster.count + len(self.more)

    def slots(self) -> Slots:
        """The events that are counted."""
        return np.append(self.cluster.slots, np.array(self.more, dtype=np.int64))


class _ClusterIds(Sequence[int]):
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


class _LaneClusters:
    """Draws the clusters of one lane."""

    def __init__(
        self,
        frame: Frame,
        columns: EntryColumns,
        level: LevelBlocks,
        view: LaneView,
        grouped: Grouped,
    ) -> None:
        self._frame, self._columns, self._level = frame, columns, level
        self._view, self._grouped = view, grouped
        self._shape = level.shape(view.lane)
        scale = frame.viewport.scale
        self._window = scale.time_at(0.0), scale.time_at(frame.bands.lanes.width) + 1

    def add(self) -> None:
        """Draw them all."""
        begin, end = self._window
        counted = clusters_between(self._level, self._view.lane, self._view.blocks, begin, end)
        sheets, unseen = [], []
        for cluster in counted.clusters:
            if isinstance(cluster, Bars):
                self._histogram(cluster)
            elif (sheet := self._sheet(cluster)) is not None:
                sheets.append(sheet)
            else:
                unseen.append(cluster.slots)
        self._count_beyond(sheets, counted, unseen)
        for sheet in sheets:
            self._draw(sheet)

    def _sheet(self, cluster: Cluster) -> _Sheet | None:
        """Where a pill is drawn; None when that is out of view."""
        area = self._pill_area(cluster)
        if area.x + area.width <= self._frame.left or area.x >= self._frame.right:
            return None
        return _Sheet(cluster, area)

    def _top(self, row: int) -> float:
        metrics = self._frame.metrics
        return self._view.top + metrics.lane_padding + row * metrics.row_height

    def _pill_area(self, cluster: Cluster) -> Area:
        frame, metrics = self._frame, self._frame.metrics
        begin, end = frame.x_of(cluster.begin), frame.x_of(cluster.end) - metrics.row_gap
        least = max(LEAST_PILL, frame.measure(self._text(cluster), TextStyle.LABEL_BOLD) + 14.0)
        left = min(max(begin, frame.x_of(cluster.first) - LEAST_PILL / 2), end - least)
        right = max(left + least, min(end, frame.x_of(cluster.last) + LEAST_PILL / 2))
        return self._in_row(cluster.row, left, right)

    def _in_row(self, row: int, left: float, right: float) -> Area:
        height = self._frame.metrics.pill_height
        y = self._top(row) + self._frame.metrics.row_height / 2
        return Area(left, y - height / 2 - 1.0, right - left, height)

    def _count_beyond(
        self, sheets: list[_Sheet], counted: Counted, unseen: Sequence[Slots]
    ) -> None:
        """Count what is hidden, is in no cluster in view, and reaches into the view itself."""
        view, (begin, end) = self._view, self._window
        near = self._level.hidden_near(view.lane, view.blocks, counted.begin, counted.end)
        slots = np.concatenate([np.zeros(0, dtype=np.int64), *near, *unseen])
        if not len(slots):
            return
        arrays = self._columns.arrays
        slots = slots[(arrays.x2[slots] > begin) & (arrays.x1[slots] < end)]
        is_left = arrays.c1[slots] < begin
        self._attach(sheets, slots[is_left].tolist(), is_left=True)
        self._attach(sheets, slots[~is_left].tolist(), is_left=False)

    def _attach(self, sheets: list[_Sheet], slots: list[int], *, is_left: bool) -> None:
        """Count events with the cluster at the edge, or in a pill of their own there."""
        if not slots:
            return
        text = f"‹ {len(slots)}" if is_left else f"{len(slots)} ›"
        frame = self._frame
        width = max(LEAST_PILL, frame.measure(text, TextStyle.LABEL_BOLD) + 14.0)
        x = frame.left + 3.0 if is_left else frame.right - 3.0 - width
        area = self._in_row(self._shape.height - 1, x, x + width)
        beside = next((sheet for sheet in sheets if sheet.area.meets(area)), None)
        if beside is not None:
            beside.more += slots
            return
        self._pill(area, text, len(slots), lambda: np.array(slots, dtype=np.int64), slots[0])

    def _draw(self, sheet: _Sheet) -> None:
        first = int(sheet.cluster.parts[0].slots[0])
        text = self._text(sheet.cluster) if not sheet.more else f"{sheet.count:,}"
        end = self._frame.x_of(sheet.cluster.end)
        self._pill(sheet.area, text, sheet.count, sheet.slots, first, end)

    def _histogram(self, bars: Bars) -> None:
        frame, room = self._frame, bars.rows * self._frame.metrics.row_height
        seen = np.flatnonzero(bars.counts)
        edges = frame.left + frame.viewport.scale.xs_of(np.array(bars.edges, dtype=np.int64))
        left, right, counts = edges[:-1][seen], edges[1:][seen] - 1.0, bars.counts[seen]
        heights = np.maximum(_LEAST_BAR, (room - 2.0) * counts / max(bars.most, 1))
        bottom = self._top(bars.row) + room
        tops = bottom - np.minimum(heights, room - 2.0)
        fades = np.zeros(len(seen), dtype=np.bool_)
        if frame.marking.hits is not None:
            fades[:] = [self._fades(partial(bars.slots, bar)) for bar in seen.tolist()]
        for tone, chosen in ((self._tone(bars.first_slot), ~fades), (FADED_TONE, fades)):
            if chosen.any():
                sides = left[chosen], right[chosen], tops[chosen]
                self._grouped.marks.append(Histogram(*sides, bottom, tone, _BAR_SHARE))
        self._grouped.marks.append(_bar_counts(frame, left, right, bottom, counts))
        for bar, x1, x2 in zip(seen.tolist(), left.tolist(), right.tolist(), strict=True):
            members = partial(bars.slots, bar)
            self._note(Area(x1, bottom - room, x2 - x1, room), int(bars.counts[bar]), members)

    def _pill(
        self,
        area: Area,
        text: str,
        count: int,
        members: Callable[[], Slots],
        first: int,
        end: float = 0.0,
    ) -> None:
        """Draw a pill; what is beside it may reach to `end`."""
        frame, grouped = self._frame, self._grouped
        width = frame.measure(text, TextStyle.LABEL_BOLD)
        tone = FADED_TONE if self._fades(members) else self._tone(first)
        grouped.marks.append(Pill(area, text, width, tone))
        self._note(area, count, members)
        current = self._columns.slot_of(frame.marking.current)
        x = area.x + area.width + frame.metrics.label_gap
        if current is not None and current in members():
            grouped.labels += self._current_label(current, area, x)
        elif count <= _MOST_COMPARED:
            grouped.labels += self._tag_label(members(), area, x, end)

    def _note(self, area: Area, count: int, members: Callable[[], Slots]) -> None:
        ids = _ClusterIds(self._columns, members, count)
        self._frame.hits.append(Hit(area, Part.CLUSTER, ids=ids))
        self._grouped.events += count
        self._grouped.groups += 1

    def _fades(self, members: Callable[[], Slots]) -> bool:
        """Whether nothing of what was searched for is among them."""
        hits = self._frame.marking.hits
        return hits is not None and not self._columns.are_among(hits)[members()].any()

    def _tone(self, slot: int) -> str:
        return self._columns.tones[int(self._columns.arrays.tone[slot])]

    def _current_label(self, slot: int, pill: Area, x: float) -> list[Box | Label]:
        """Frame a pill that holds the current event, and name the event beside it."""
        text = self._columns.text(slot)
        width = self._frame.measure(text, TextStyle.LABEL_BOLD)
        half = self._frame.metrics.row_height / 2 - 0.5
        y = pill.y + pill.height / 2
        whole = Area(pill.x - 5.0, y - half, x + width + 6.0 - pill.x + 5.0, 2 * half)
        return [
            Box(whole, fill="selected", outline="accent", line_width=1.75, radius=4.0),
            Label(x, y, text, width, TextStyle.LABEL_BOLD),
        ]

    def _tag_label(self, members: Slots, pill: Area, x: float, end: float) -> Iterator[Label]:
        """The tag that all events of a pill have, if there is one and room for it."""
        slots = members.tolist()
        shared = set(self._columns.entry(slots[0]).tags)
        for slot in slots[1:]:
            if not shared:
                return
            shared &= set(self._columns.entry(slot).tags)
        tag = min(shared, default="")
        width = self._frame.measure(tag, TextStyle.LABEL)
        if tag and x + width < end:
            y = pill.y + pill.height / 2
            yield Label(x, y, tag, width, TextStyle.LABEL, "text2", has_plate=True)

    def _text(self, cluster: Cluster) -> str:
        """The count; on paper the numbers, so that each event can be found in the chronology."""
        if not self._frame.metrics.shows_numbers:
            return f"{cluster.count:,}"
        entries = (self._columns.entry(slot) for slot in cluster.slots.tolist())
        numbers = sorted(entry.number for entry in entries if entry.number is not None)
        return ", ".join(_number_ranges(numbers)) or f"{cluster.count:,}"


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
