"""The order of events that begin together, where the researcher has set it."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_app.domain import Event, Ruling, RulingKind


def in_linked_order(events: list[Event], rulings: Iterable[Ruling]) -> list[Event]:
    """Events in order of time, those that begin together as they are linked: one before the other.

    What begins earlier stays earlier, whatever the links say; links in a circle are followed as
    far as they can be.
    """
    pairs = [ruling.subjects for ruling in rulings if ruling.kind is RulingKind.BEFORE]
    known = {event.id: event for event in events} if pairs else {}
    pairs = [pair for pair in pairs if _begin_together(*map(known.get, pair))]
    if not pairs:
        return events
    ids = [event.id for event in events]
    for _round in pairs:
        is_moved = [_put_behind(ids, *pair) for pair in pairs]
        if not any(is_moved):
            break
    return [known[event_id] for event_id in ids]


def _begin_together(one: Event | None, other: Event | None) -> bool:
    if one is None or other is None:
        return False
    first, second = one.order(), other.order()
    return first is not None and second is not None and first[0] == second[0]


def _put_behind(ids: list[int], first: int, second: int) -> bool:
    """Move the second right behind the first where it stands before it; whether it did."""
    place, behind = ids.index(second), ids.index(first)
    if place > behind:
        return False
    ids.insert(behind, ids.pop(place))
    return True
