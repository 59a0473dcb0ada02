"""Where many marks lie: `marks.place_mark` and `marks.ink_extent` for whole columns at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.layout.marks import (
    FORK_STEM,
    MIN_BAR,
    MIN_EXTENT,
    MIN_FORK,
    MIN_SOFT,
    ONGOING_LENGTH,
    ONGOING_SOLID,
    OPEN_LENGTH,
    POINT_RADIUS,
    WHISKER_OUTER,
    MarkKind,
)
from timeline_app.layout.scale import Pixels

Kinds = npt.NDArray[np.int8]
Flags = npt.NDArray[np.bool_]

_FADE = ONGOING_LENGTH * (1 - ONGOING_SOLID)
_PLAIN = (MarkKind.POINT, MarkKind.ABOUT)


class MarkPlaces(NamedTuple):
    """Marks in pixels: bounds and core as in `MarkShape`, and where their ink begins and ends."""

    x1: Pixels
    x2: Pixels
    c1: Pixels
    c2: Pixels
    left: Pixels
    right: Pixels


def place_marks(
    kinds: Kinds, approximate: Flags, x1: Pixels, x2: Pixels, c1: Pixels, c2: Pixels
) -> MarkPlaces:
    """Marks at the pixels of their four instants, with the least widths and the open lengths.

    All arguments have one element for each mark. The arrays that are passed in stay as they are.
    """
    places = MarkPlaces(x1.copy(), x2.copy(), c1.copy(), c2.copy(), x1.copy(), x2.copy())
    for kind in np.flatnonzero(np.bincount(kinds, minlength=1)).tolist():
        here = np.flatnonzero(kinds == kind)
        part = MarkPlaces(*(column[here] for column in places))
        placed = _place(MarkKind(kind), part, approximate[here])
        for column, values in zip(places, placed, strict=True):
            column[here] = values
    return places


def _place(kind: MarkKind, at: MarkPlaces, approximate: Flags) -> MarkPlaces:
    """Marks of one kind; `left` and `right` of `at` are not read."""
    if kind in _PLAIN:
        return _place_points(kind, at)
    x1, x2, c1, c2 = at[:4]
    match kind:
        case MarkKind.BEFORE:
            bounds = (x2 - OPEN_LENGTH, x2, x2, x2)
        case MarkKind.UNTIL:
            bounds = (x2 - ONGOING_LENGTH, x2, x2 - ONGOING_LENGTH + _FADE, x2)
        case MarkKind.AFTER:
            bounds = (x1, x1 + OPEN_LENGTH, x1, x1)
        case MarkKind.ONGOING:
            solid = np.maximum(c2, c1 + ONGOING_LENGTH * ONGOING_SOLID)
            bounds = (x1, solid + _FADE, c1, solid)
        case MarkKind.DISPUTED:
            second = np.maximum(c2, c1 + MIN_FORK)
            return MarkPlaces(c1, second, c1, second, c1 - FORK_STEM, second + POINT_RADIUS)
        case _:
            bounds = _widened(kind, x1, x2, c1, c2)
    reach = np.where(approximate, WHISKER_OUTER, 0.0)
    return MarkPlaces(*bounds, bounds[0] - reach, bounds[1] + reach)


def _place_points(kind: MarkKind, at: MarkPlaces) -> MarkPlaces:
    radius = POINT_RADIUS if kind is MarkKind.POINT else WHISKER_OUTER + 1
    is_wide = at.x2 - at.x1 >= MIN_EXTENT
    left, right = at.c1 - radius, at.c1 + radius
    return MarkPlaces(
        at.x1,
        at.x2,
        at.c1,
        at.c1,
        np.where(is_wide, np.minimum(left, at.x1), left),
        np.where(is_wide, np.maximum(right, at.x2), right),
    )


def _widened(
    kind: MarkKind, x1: Pixels, x2: Pixels, c1: Pixels, c2: Pixels
) -> tuple[Pixels, Pixels, Pixels, Pixels]:
    least = MIN_BAR if kind is MarkKind.PERIOD else MIN_SOFT
    grow = np.maximum(0.0, least - (x2 - x1)) / 2
    left, right = x1 - grow, x2 + grow
    if kind is not MarkKind.CORE:
        return left, right, left, right
    middle = (x1 + x2) / 2
    is_grown = grow > 0
    return left, right, np.where(is_grown, middle - 1, c1), np.where(is_grown, middle + 1, c2)
