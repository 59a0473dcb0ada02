"""Events in order of time: which one comes next, in all lanes or in one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.lane_index import LaneIndex

_Place = tuple[int, int]  # a lane, and a place in it


class TimeOrder:
    """The order of what begins first; of what begins at once, that in an upper lane."""

    def __init__(self, columns: EntryColumns, index: Sequence[LaneIndex]) -> None:
        self._columns, self._index = columns, index

    def rank(self, event_id: int | None) -> int | None:
        """How many events come before one; None when it is not on the timeline."""
        here = self._place(event_id)
        if here is None:
            return None
        begin = self._begin(here)
        return sum(self._before(lane, here, begin) for lane in range(len(self._index)))

    def step(self, event_id: int | None, step: int) -> int | None:
        """The event after another (1) or before it (-1).

        Where there is no other, it is the first one, or with -1 the last.
        """
        here = self._place(event_id)
        if here is None:
            ends = [0 if step > 0 else len(lane) - 1 for lane in self._index]
            return self._id(self._ahead(ends, step))
        begin = self._begin(here)
        places = [self._before(lane, here, begin) for lane in range(len(self._index))]
        if step > 0:
            places[here[0]] += 1
        else:
            places = [place - 1 for place in places]
        return self._id(self._ahead(places, step))

    def along(self, event_id: int, step: int) -> int | None:
        """The next event of the same lane (1), or the one before (-1)."""
        here = self._place(event_id)
        if here is None:
            return None
        place = here[1] + step
        return self._id((here[0], place)) if 0 <= place < len(self._index[here[0]]) else None

    def across(self, event_id: int, step: int) -> int | None:
        """The event nearest in time of the next lane below (1) or above (-1) that has any."""
        here = self._place(event_id)
        if here is None:
            return None
        lane = here[0] + step
        while 0 <= lane < len(self._index) and not len(self._index[lane]):
            lane += step
        if not 0 <= lane < len(self._index):
            return None
        begins, begin = self._index[lane].members.begins, self._begin(here)
        after = int(np.searchsorted(begins, begin))
        near = [place for place in (after - 1, after) if 0 <= place < len(begins)]
        return self._id((lane, min(near, key=lambda place: abs(int(begins[place]) - begin))))

    def _ahead(self, places: Sequence[int], step: int) -> _Place | None:
        """The first of the places that exist, in the order of time (or, backwards, the last)."""
        found = [
            (lane, place)
            for lane, place in enumerate(places)
            if 0 <= place < len(self._index[lane])
        ]
        choose = min if step > 0 else max
        return choose(found, key=lambda at: (self._begin(at), at[0]), default=None)

    def _before(self, lane: int, here: _Place, begin: int) -> int:
        """How many members of a lane come before a place."""
        if lane == here[0]:
            return here[1]
        until = begin + 1 if lane < here[0] else begin
        return self._index[lane].members.places((until,))[0]

    def _place(self, event_id: int | None) -> _Place | None:
        slot = self._columns.slot_of(event_id)
        if slot is None:
            return None
        arrays = self._columns.arrays
        lane, begin = int(arrays.lane[slot]), int(arrays.c1[slot])
        return lane, self._index[lane].members.place_of(slot, begin)

    def _begin(self, place: _Place) -> int:
        return int(self._index[place[0]].members.begins[place[1]])

    def _id(self, place: _Place | None) -> int | None:
        if place is None:
            return None
        slot = self._index[place[0]].members.slots[place[1]]
        return int(self._columns.arrays.id[slot])
