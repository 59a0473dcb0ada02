"""The clusters that a view shows, and what is counted at its edges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from timeline_app.layout.blocks import LevelBlocks
from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.entry_table import Slots
from timeline_app.layout.frame import Frame, Parts
from timeline_app.layout.frame_clusters import LEAST_PILL, PILL_PAD, ClusterIds, Group, LaneGroups
from timeline_app.layout.primitives import Area, Box, Label, Pill
from timeline_app.layout.scale import Instants
from timeline_app.layout.targets import GroupTargets, Hit, Part
from timeline_app.layout.text import TextStyle

_EDGE_GAP = 3.0
_NONE = np.zeros(0, dtype=np.int64)


@dataclass(slots=True)
class Seen:
    """The clusters in a view: what is drawn over them, and how many events they hold."""

    parts: Parts = field(default_factory=list)
    events: int = 0
    groups: int = 0


@dataclass(slots=True)
class _Places:
    """The clusters of a lane that a view shows, from `first` on and before `last`."""

    lane: LaneGroups
    first: int
    last: int
    merged: set[int] = field(default_factory=set)


class Groups:
    """The clusters of a stretch, and views of them."""

    def __init__(
        self, columns: EntryColumns, level: LevelBlocks, lanes: Sequence[LaneGroups]
    ) -> None:
        self._columns, self._level, self._lanes = columns, level, lanes
        self._beyond: dict[tuple[int, int, int], tuple[Instants, Slots]] = {}

    def see(self, frame: Frame, shift: float) -> tuple[Seen, GroupTargets]:
        """What a view shows in which they stand `shift` pixels farther right."""
        seen, shown = Seen(), []
        left, right = frame.left - shift, frame.right - shift
        for lane in self._lanes:
            first = bisect_right(lane.right, left)
            places = _Places(lane, first, max(first, bisect_left(lane.left, right)))
            self._count_beyond(frame, shift, places, seen)
            self._mark_current(frame, shift, places, seen)
            shown.append(places)
            seen.events += sum(lane.counts[places.first : places.last])
            seen.groups += places.last - places.first
        return seen, self._targets(shown, shift)

    def _targets(self, shown: Iterable[_Places], shift: float) -> GroupTargets:
        places = [
            (each.lane, place)
            for each in shown
            for place in range(each.first, each.last)
            if place not in each.merged
        ]
        left = np.array([lane.left[place] for lane, place in places]) + shift
        right = np.array([lane.right[place] for lane, place in places]) + shift
        top = np.array([lane.top[place] for lane, place in places])
        bottom = np.array([lane.bottom[place] for lane, place in places])

        def members(number: int) -> Sequence[int]:
            lane, place = places[number]
            return self._ids(lane.group(place))

        return GroupTargets(left, right, top, bottom, members)

    def _ids(self, group: Group) -> ClusterIds:
        return ClusterIds(self._columns, group.members, group.count)

    def _count_beyond(self, frame: Frame, shift: float, places: _Places, seen: Seen) -> None:
        """Count what is hidden, is in no cluster in view, and reaches into the view itself."""
        lane, first, last, scale = places.lane, places.first, places.last, frame.viewport.scale
        ended = lane.ends[first - 1] if first else lane.begin
        begun = lane.begins[last] if last < len(lane.begins) else lane.end
        begin, end = scale.time_at(0.0), scale.time_at(frame.bands.lanes.width) + 1
        if self._level.may_reach(lane.view.lane, ended, -1, begin):
            times, slots = self._near(lane, ended, -1)
            reached = int(times.searchsorted(begin, side="right"))
            if reached < len(times):
                self._attach(frame, shift, places, seen, slots[reached:], -1)
        if self._level.may_reach(lane.view.lane, begun, 1, end):
            times, slots = self._near(lane, begun, 1)
            reached = int(times.searchsorted(end))
            if reached:
                self._attach(frame, shift, places, seen, slots[:reached], 1)

    def _near(self, lane: LaneGroups, edge: int, way: int) -> tuple[Instants, Slots]:
        """What is hidden before (`way` -1) or after an instant, by how near it comes to it."""
        key = (lane.view.lane, edge, way)
        found = self._beyond.get(key)
        if found is None:
            view = lane.view
            near = list(self._level.hidden_beyond(view.lane, view.blocks, edge, way))
            found = self._in_order(np.concatenate(near), way) if near else (_NONE, _NONE)
            self._beyond[key] = found
        return found

    def _in_order(self, slots: Slots, way: int) -> tuple[Instants, Slots]:
        arrays = self._columns.arrays
        times = (arrays.x2 if way < 0 else arrays.x1)[slots]
        order = np.argsort(times, kind="stable")
        return times[order], slots[order]

    def _attach(
        self, frame: Frame, shift: float, places: _Places, seen: Seen, slots: Slots, way: int
    ) -> None:
        """Count events with the pill at the edge, or in one of their own there."""
        text = f"‹ {len(slots):,}" if way < 0 else f"{len(slots):,} ›"
        area = self._edge_area(frame, places.lane, text, way)
        beside = self._beside(places, area, shift)
        if beside is None:
            tone = self._columns.tones[int(self._columns.arrays.tone[slots[0]])]
            group = Group(area, len(slots), lambda: slots, is_pill=True, tone=tone)
            seen.groups += 1
        else:
            old = places.lane.group(beside, shift)
            places.merged.add(beside)
            count = old.count + len(slots)
            members = partial(_joined, old.members, slots)
            group = Group(old.area, count, members, is_pill=True, tone=old.tone)
            text = f"{count:,}"
        seen.events += len(slots)
        seen.parts.append(_pill(frame, group, text))
        frame.hits.append(Hit(group.area, Part.CLUSTER, ids=self._ids(group)))

    def _edge_area(self, frame: Frame, lane: LaneGroups, text: str, way: int) -> Area:
        metrics = frame.metrics
        width = max(LEAST_PILL, frame.measure(text, TextStyle.LABEL_BOLD) + PILL_PAD)
        x = frame.left + _EDGE_GAP if way < 0 else frame.right - _EDGE_GAP - width
        row = self._level.shape(lane.view.lane).height - 1
        top = lane.view.top + metrics.lane_padding + (row + 0.5) * metrics.row_height
        return Area(x, top - metrics.pill_height / 2 - 1.0, width, metrics.pill_height)

    def _beside(self, places: _Places, area: Area, shift: float) -> int | None:
        """The pill that would lie under another one at the edge of the view."""
        for place in {places.first, places.last - 1} - places.merged:
            if places.first <= place < places.last:
                group = places.lane.group(place, shift)
                if group.is_pill and group.area.meets(area):
                    return place
        return None

    def _mark_current(self, frame: Frame, shift: float, places: _Places, seen: Seen) -> None:
        """Frame the pill that holds the current event, and name the event beside it."""
        slot = self._columns.slot_of(frame.marking.current)
        if slot is None or self._columns.arrays.lane[slot] != places.lane.view.lane:
            return
        place = bisect_right(places.lane.begins, int(self._columns.arrays.c1[slot])) - 1
        if not places.first <= place < places.last:
            return
        group = places.lane.group(place, shift)
        if group.is_pill and slot in group.members():
            pill = _pill(frame, group, f"{group.count:,}")
            seen.parts += _current(frame, group, self._columns.text(slot), pill)


def _joined(members: Callable[[], Slots], more: Slots) -> Slots:
    return np.concatenate([members(), more])


def _pill(frame: Frame, group: Group, text: str) -> Pill:
    return Pill(group.area, text, frame.measure(text, TextStyle.LABEL_BOLD), group.tone)


def _current(frame: Frame, group: Group, title: str, pill: Pill) -> Parts:
    width = frame.measure(title, TextStyle.LABEL_BOLD)
    half, area = frame.metrics.row_height / 2 - 0.5, group.area
    x, y = area.x + area.width + frame.metrics.label_gap, area.y + area.height / 2
    whole = Area(area.x - 5.0, y - half, x + width + 6.0 - area.x + 5.0, 2 * half)
    return [
        Box(whole, fill="selected", outline="accent", line_width=1.75, radius=4.0),
        pill,
        Label(x, y, title, width, TextStyle.LABEL_BOLD),
    ]
