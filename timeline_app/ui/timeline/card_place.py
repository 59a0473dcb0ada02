"""Where a small card goes: beside what it tells of, inside the window, never under the pointer."""

from __future__ import annotations

from timeline_app.layout import Area

_GAP = 6.0
_BEHIND = 16.0  # how far right of the pointer a card begins


def card_area(size: tuple[float, float], beside: Area, room: Area, x: float) -> Area:
    """The area of a card of that width and height for what lies in `beside`.

    The pointer is in `beside`, at `x`. The card goes below where `room` allows, else above, else
    to the side of the pointer that has more room.
    """
    width, height = size
    left = max(room.x, min(x + _BEHIND, room.x + room.width - width))
    below, above = beside.y + beside.height + _GAP, beside.y - _GAP - height
    if below + height <= room.y + room.height:
        return Area(left, below, width, height)
    if above >= room.y:
        return Area(left, above, width, height)
    top = max(room.y, min(beside.y, room.y + room.height - height))
    goes_right = x < room.x + room.width / 2
    return Area(x + _BEHIND if goes_right else x - _BEHIND - width, top, width, height)
