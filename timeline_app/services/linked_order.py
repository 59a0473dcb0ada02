"""The order of events that begin together, where the researcher has set it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from timeline_app.domain import Ruling, RulingKind


def in_linked_order(
    ids: list[int], rulings: Iterable[Ruling], begin_of: Callable[[int], int | None]
) -> list[int]:
    """Events in order of time, those that begin together as they are linked: one before the other.

    `begin_of` tells of one of `ids` when it begins, None of one without a date. What begins earlier
    stays earlier, whatever the links say; links in a circle are followed as far as they can be.
    """
    pairs = [ruling.subjects for ruling in rulings if ruling.kind is RulingKind.BEFORE]
    known = frozenset(ids) if pairs else frozenset()
    pairs = [pair for pair in pairs if known.issuperset(pair) and _begin_together(pair, begin_of)]
    ordered = list(ids) if pairs else ids
    for _round in pairs:
        is_moved = [_put_behind(ordered, *pair) for pair in pairs]
        if not any(is_moved):
            break
    return ordered


def _begin_together(pair: Iterable[int], begin_of: Callable[[int], int | None]) -> bool:
    first, second = map(begin_of, pair)
    return first is not None and first == second


def _put_behind(ids: list[int], first: int, second: int) -> bool:
    """Move the second right behind the first where it stands before it; whether it did."""
    place, behind = ids.index(second), ids.index(first)
    if place > behind:
        return False
    ids.insert(behind, ids.pop(place))
    return True
