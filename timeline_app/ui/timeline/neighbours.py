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


def neighbour(layout: TimelineLayout, event_id: int | None, way: Way) -> int | None:
    """The next event in time, or the nearest in time in the next lane that has any.

    Without a current event it is the first; None when there is nothing further that way.
    """
    order = layout.order
    if order.rank(event_id) is None or event_id is None:
        return order.step(None, 1)
    step = 1 if way in (Way.LATER, Way.DOWN) else -1
    return (order.along if way in (Way.EARLIER, Way.LATER) else order.across)(event_id, step)
