"""The numbers of entries in arrays, with what the indices in them mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from timeline_app.domain.time import TimeSpan
from timeline_app.layout.coded import Coded, paired
from timeline_app.layout.entry import TimelineEntry
from timeline_app.layout.lanes import Lane
from timeline_app.layout.marks import MarkKind, MarkLook, look_of, mark_bounds, mark_kind
from timeline_app.layout.placing import Flags
from timeline_app.layout.scale import Instants

NO_LANE = -1
_MOST_SOURCES = 9_999  # that are told apart

Slots = npt.NDArray[np.int64]
SmallNumbers = npt.NDArray[np.int16]
_T = TypeVar("_T")


@dataclass(slots=True)
class EntryArrays:
    """One element for each entry, in any order.

    `x1` to `c2` are the instants of its mark (see `marks.MarkBounds`), `lane` the index of its
    lane, `look` and `tone` indices into the `looks` and `tones` of the columns, `sources` how many
    articles report it.
    """

    id: Slots
    x1: Instants
    x2: Instants
    c1: Instants
    c2: Instants
    lane: SmallNumbers
    look: SmallNumbers
    tone: SmallNumbers
    sources: SmallNumbers

    def __len__(self) -> int:
        return len(self.id)

    @classmethod
    def empty(cls, count: int) -> EntryArrays:
        """Room for entries that stand in no lane yet."""
        wide, small = np.zeros((5, count), dtype=np.int64), np.zeros((4, count), dtype=np.int16)
        small[0] = NO_LANE
        first, x1, x2, c1, c2 = wide
        return cls(first, x1, x2, c1, c2, *small)

    def those(self, chosen: Flags | slice) -> EntryArrays:
        """A copy of the chosen elements."""
        return EntryArrays(*(getattr(self, field.name)[chosen].copy() for field in fields(self)))

    def extended(self, count: int) -> EntryArrays:
        """A copy with room for `count` more."""
        more = EntryArrays.empty(count)
        names = [field.name for field in fields(self)]
        return EntryArrays(
            *(np.concatenate([getattr(self, name), getattr(more, name)]) for name in names)
        )


class EntryState(NamedTuple):
    """What of the look of a mark does not follow from its date."""

    is_proposed: bool
    is_planned: bool
    is_under_way: bool


@dataclass(slots=True)
class EntryTable:
    """The arrays of some entries, and the looks and tones that their indices stand for."""

    arrays: EntryArrays
    looks: list[MarkLook] = field(default_factory=list)
    tones: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, entries: Sequence[TimelineEntry], lanes: Sequence[Lane]) -> EntryTable:
        """Read entries; those of other lanes stand in the first one."""
        table, indices = cls(EntryArrays.empty(len(entries))), lane_indices(lanes)
        for place, entry in enumerate(entries):
            table.put(place, entry, indices.get(entry.lane, 0))
        return table

    @classmethod
    def of_columns(
        cls,
        ids: Slots,
        spans: Coded[TimeSpan],
        states: Coded[EntryState],
        *,
        reported: Instants,
        lanes: Slots,
        tones: Coded[str],
        sources: Slots,
    ) -> EntryTable:
        """What `of` makes of entries, of columns of what they would say, one element for each.

        All spans have a mark. `reported` are the instants up to which what goes on is known to.
        """
        looks = paired(spans, states).mapped(_look_of)
        arrays = EntryArrays.empty(len(ids))
        bounds = np.array([_four_bounds(span) for span in spans.values], dtype=np.int64)
        arrays.x1, arrays.x2, arrays.c1, arrays.c2 = bounds.reshape(-1, 4)[spans.codes].T.copy()
        goes_on = spans.are(lambda span: mark_kind(span) is MarkKind.ONGOING)
        arrays.c2[goes_on] = np.maximum(arrays.c2, reported)[goes_on]
        arrays.x2[goes_on] = arrays.c2[goes_on]
        arrays.id, arrays.lane = ids.copy(), lanes.astype(np.int16)
        arrays.look, arrays.tone = looks.codes.astype(np.int16), tones.codes.astype(np.int16)
        arrays.sources = np.minimum(sources, _MOST_SOURCES).astype(np.int16)
        return cls(arrays, list(looks.values), list(tones.values))

    def put(self, place: int, entry: TimelineEntry, lane: int | None = None) -> None:
        """Write an entry at a place, in a lane, or in the one that the place is in already.

        An entry of which nothing is known stands in no lane.
        """
        arrays, look = self.arrays, entry.look
        bounds = mark_bounds(entry.span, entry.reported_at)
        arrays.id[place] = entry.id
        if bounds is None or look is None:
            arrays.lane[place] = NO_LANE
            return
        arrays.x1[place], arrays.x2[place] = bounds.x1, bounds.x2
        arrays.c1[place], arrays.c2[place] = bounds.c1, bounds.c2
        if lane is not None:
            arrays.lane[place] = lane
        arrays.look[place] = _place_in(self.looks, look)
        arrays.tone[place] = _place_in(self.tones, entry.tone)
        arrays.sources[place] = min(entry.source_count, _MOST_SOURCES)

    def those(self, chosen: Flags, lane_of: Slots) -> EntryTable:
        """A copy with the chosen entries; `lane_of` has the new index of each lane."""
        arrays = self.arrays.those(chosen)
        moved = lane_of[arrays.lane].astype(np.int16)
        arrays.lane = np.where(arrays.lane == NO_LANE, arrays.lane, moved)
        return EntryTable(arrays, list(self.looks), list(self.tones))

    def extended(self, count: int) -> EntryTable:
        """A copy with room for `count` more."""
        return EntryTable(self.arrays.extended(count), list(self.looks), list(self.tones))


def _look_of(date: tuple[TimeSpan, EntryState]) -> MarkLook:
    span, (is_proposed, is_planned, is_under_way) = date
    look = look_of(span, is_proposed=is_proposed, is_planned=is_planned, is_under_way=is_under_way)
    if look is None:
        raise ValueError("a date of which nothing is known has no mark")
    return look


def _four_bounds(span: TimeSpan) -> tuple[int, int, int, int]:
    bounds = mark_bounds(span)
    if bounds is None:
        raise ValueError("a date of which nothing is known has no place")
    return bounds.x1, bounds.x2, bounds.c1, bounds.c2


def lane_indices(lanes: Sequence[Lane]) -> Mapping[str, int]:
    """The index of each lane by its key."""
    return {lane.key: index for index, lane in enumerate(lanes)}


def _place_in(known: list[_T], value: _T) -> int:
    """The index of a value in a short list, to which it is added when it is new."""
    try:
        return known.index(value)
    except ValueError:
        known.append(value)
        return len(known) - 1
