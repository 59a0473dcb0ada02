"""The entries of each lane in order of time, kept so that one of them can come, move or go.

An entry stands where the core of its mark begins. Finding a stretch of time costs the same for
ten entries as for a million.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.entry_table import Slots
from timeline_app.layout.placing import Flags
from timeline_app.layout.scale import FARTHEST, Instants

_EXPONENTS = 64


@dataclass(frozen=True, slots=True, eq=False)
class Members:
    """Slots in order of the beginnings of their cores (of one instant: by slot), and these."""

    slots: Slots
    begins: Instants

    def __len__(self) -> int:
        return len(self.slots)

    def between(self, begin: int, end: int) -> Members:
        """Those that begin from `begin` on and before `end`."""
        find = self.begins.searchsorted
        return self.part(int(find(_limited(begin))), int(find(_limited(end))))

    def places(self, instants: Sequence[int]) -> list[int]:
        """How many begin before each of the instants."""
        return [int(self.begins.searchsorted(_limited(instant))) for instant in instants]

    def place_of(self, slot: int, begin: int) -> int:
        """The place of one that is here and begins at that instant."""
        first, last = self.places((begin, begin + 1))
        return first + int(np.flatnonzero(self.slots[first:last] == slot)[0])

    def part(self, first: int, last: int) -> Members:
        """Those from one place on and before another."""
        return Members(self.slots[first:last], self.begins[first:last])

    def has_between(self, begin: int, end: int) -> bool:
        """Whether one may begin between two instants."""
        return bool(self.begins[0] < end and self.begins[-1] >= begin)

    def those(self, chosen: Flags) -> Members:
        """Those for which `chosen` has a yes."""
        return Members(self.slots[chosen], self.begins[chosen])

    def joined(self, others: Members) -> Members:
        """These and others."""
        if not len(others):
            return self
        begins = np.concatenate([self.begins, others.begins])
        order = np.argsort(begins, kind="stable")
        return Members(np.concatenate([self.slots, others.slots])[order], begins[order])

    def with_one(self, slot: int, begin: int) -> Members:
        """All of these and one more."""
        first, last = self.places((begin, begin + 1))
        place = first + int(np.searchsorted(self.slots[first:last], slot))
        return Members(np.insert(self.slots, place, slot), np.insert(self.begins, place, begin))

    def without(self, slot: int, begin: int) -> Members:
        """All of these but one."""
        place = self.place_of(slot, begin)
        return Members(np.delete(self.slots, place), np.delete(self.begins, place))


def _limited(instant: int) -> int:
    return min(max(instant, -FARTHEST), FARTHEST)


@dataclass(slots=True)
class LaneIndex:
    """The members of one lane: all of them, and those of each order of length apart.

    `exponents` has the number of binary digits of the length in seconds of each member, and
    `lengths` counts members by it.
    """

    members: Members
    exponents: npt.NDArray[np.int8]
    lengths: list[int]
    _by_length: dict[int, Members]
    _latest: Instants | None = None
    _earliest: Instants | None = None

    @classmethod
    def of(cls, members: Members, exponents: npt.NDArray[np.int8]) -> LaneIndex:
        """The index of members in order."""
        order = np.argsort(exponents, kind="stable")
        lengths = np.bincount(exponents, minlength=_EXPONENTS)
        ends = np.cumsum(lengths)
        by_length = Members(members.slots[order], members.begins[order])
        parts = {
            exponent: by_length.part(int(ends[exponent] - lengths[exponent]), int(ends[exponent]))
            for exponent in np.flatnonzero(lengths).tolist()
        }
        return cls(members, exponents, lengths.tolist(), parts)

    def __len__(self) -> int:
        return len(self.members)

    def of_length(self, exponent: int) -> Members:
        """The members whose length in seconds has that many binary digits."""
        return self._by_length.get(exponent, self.members.part(0, 0))

    def learn_reaches(self, x1: Instants, x2: Instants) -> bool:
        """Find out what `may_reach` tells; False where it is known.

        `x1` and `x2` are the ends of all marks by slot.
        """
        if self._latest is not None:
            return False
        slots = self.members.slots
        self._latest = np.maximum.accumulate(x2[slots])
        self._earliest = np.minimum.accumulate(x1[slots[::-1]])[::-1]
        return True

    def may_reach(self, edge: int, way: int, limit: int) -> bool:
        """Whether one that begins before `edge` ends after `limit`, where `way` is -1.

        Else whether one that begins at `edge` or after has its mark from before `limit` on. Both
        may be so as long as nothing has been learned.
        """
        if self._latest is None or self._earliest is None:
            return True
        place = self.members.places((edge,))[0]
        if way < 0:
            return place > 0 and int(self._latest[place - 1]) > limit
        return place < len(self) and int(self._earliest[place]) < limit

    def insert(self, slot: int, begin: int, exponent: int) -> None:
        """Take in one more."""
        self._latest = self._earliest = None
        self.members = self.members.with_one(slot, begin)
        place = self.members.place_of(slot, begin)
        self.exponents = np.insert(self.exponents, place, exponent)
        self.lengths[exponent] += 1
        self._by_length[exponent] = self.of_length(exponent).with_one(slot, begin)

    def remove(self, slot: int, begin: int, exponent: int) -> None:
        """Give up one that is here."""
        self._latest = self._earliest = None
        self.exponents = np.delete(self.exponents, self.members.place_of(slot, begin))
        self.members = self.members.without(slot, begin)
        self.lengths[exponent] -= 1
        self._by_length[exponent] = self.of_length(exponent).without(slot, begin)


def index_lanes(columns: EntryColumns, lane_count: int) -> list[LaneIndex]:
    """The index of every lane."""
    arrays = columns.arrays
    order = np.lexsort((arrays.c1, arrays.lane))
    edges = np.searchsorted(arrays.lane[order], np.arange(lane_count + 1))
    lanes = []
    for begin, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        slots = order[begin:end]
        exponents = length_exponents(columns, slots).astype(np.int8)
        lanes.append(LaneIndex.of(Members(slots, arrays.c1[slots]), exponents))
    return lanes


def length_exponents(columns: EntryColumns, slots: Slots) -> Slots:
    """For each entry the least n so that its mark is shorter than 2**n seconds (0: an instant)."""
    arrays = columns.arrays
    lengths = (arrays.x2[slots] - arrays.x1[slots]).astype(np.float64)
    return np.frexp(lengths)[1].astype(np.int64)
