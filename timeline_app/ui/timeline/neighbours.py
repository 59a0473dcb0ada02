"""Which event the arrow keys lead to."""

from __future__ import annotations

from enum import Enum, auto

from timeline_app.layout import TimelineLayout


class Way(Enum):
    """Where an arrow key points."""

    EARLIER = auto()
    LATER = auto()
    UP = auto()
    DOWN = auto()


_ALONG = (Way.EARLIER, Way.LATER)


def neighbour(layout: TimelineLayout, event_id: int | None, way: Way) -> int | None:
    """The next event in time, or the nearest in time in the next lane that has any.

    Without a current event it is the first; None when there is nothing further that way.
    """
    columns = layout.columns
    if not len(columns):
        return None
    index = columns.position.get(event_id) if event_id is not None else None
    if index is None:
        return columns.entries[0].id
    found = _in_lane(layout, index, way) if way in _ALONG else _in_next_lane(layout, index, way)
    return None if found is None else columns.entries[found].id


def _in_lane(layout: TimelineLayout, index: int, way: Way) -> int | None:
    members: list[int] = layout.columns.lane_indices(int(layout.columns.lane[index])).tolist()
    position = members.index(index) + (1 if way is Way.LATER else -1)
    return members[position] if 0 <= position < len(members) else None


def _in_next_lane(layout: TimelineLayout, index: int, way: Way) -> int | None:
    columns = layout.columns
    lane, here = int(columns.lane[index]), int(columns.c1[index])
    down = range(lane + 1, len(layout.lanes))
    for other in down if way is Way.DOWN else range(lane - 1, -1, -1):
        members: list[int] = columns.lane_indices(other).tolist()
        if members:
            return min(members, key=lambda member: abs(int(columns.c1[member]) - here))
    return None
