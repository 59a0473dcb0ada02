"""The shapes of events: which mark a span asks for, and where its parts lie.

One mark stands for one kind of knowledge, wherever an event is drawn. A `MarkLook` is that kind
with its variants; a `MarkShape` places it in pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from timeline_app.domain import Event, Factuality, ReviewStatus
from timeline_app.domain.time import SpanShape, TimeSpan

OPEN_LENGTH = 62.0  # how far an open side fades, in pixels: a sign, not a scale
ONGOING_LENGTH = 110.0  # "goes on" with no report of how long
ONGOING_SOLID = 0.55  # the part of it that is solid
POINT_RADIUS = 5.0
WHISKER_INNER, WHISKER_OUTER = 6.0, 11.0
FORK_STEM = 13.0
MIN_BAR = 2.0
MIN_SOFT = 10.0  # an uncertain stretch needs this much to be recognised
MIN_FORK = 14.0
MIN_EXTENT = 48.0  # a known day this wide shows how long the day is


class MarkKind(IntEnum):
    """What a mark says about time."""

    POINT = 0  # the day is known
    ABOUT = 1  # about that day
    PERIOD = 2  # lasted from a to b
    WITHIN = 3  # sometime inside
    CORE = 4  # the core is known, its edges are not
    BEFORE = 5  # on or before
    AFTER = 6  # on or after
    ONGOING = 7  # goes on since
    UNTIL = 8  # until, with no known beginning
    DISPUTED = 9  # the sources differ
    CLUSTER = 10  # several events, counted


class MarkLook(NamedTuple):
    """A kind of mark and its variants: hollow is not accepted, dashed has not (yet) happened."""

    kind: MarkKind
    is_hollow: bool = False
    is_dashed: bool = False
    is_approximate: bool = False


def ink_token(look: MarkLook, tone: str) -> str:
    """The colour of a mark of some tone: proposals and disputes have one of their own."""
    if look.is_hollow:
        return "proposed"
    return "alert" if look.kind is MarkKind.DISPUTED else tone


@dataclass(frozen=True, slots=True)
class MarkShape:
    """A mark placed on a line: outer bounds `x1` to `x2` and core `c1` to `c2`, in pixels.

    The core is where the event surely was going on; it is empty (c1 == c2 or c1 > c2) when no
    such time is known. For POINT and ABOUT `c1` is the centre; for DISPUTED `c1` and `c2` are the
    two dates.
    """

    look: MarkLook
    x1: float
    x2: float
    c1: float
    c2: float

    @property
    def ink_left(self) -> float:
        """Where painting begins: marks reach beyond their time by a sign or a radius."""
        return ink_extent(self)[0]

    @property
    def ink_right(self) -> float:
        """Where painting ends."""
        return ink_extent(self)[1]


NOT_HAPPENED = frozenset({Factuality.PLANNED, Factuality.POSSIBLE})
_SPANS_KEPT = 20_000  # many events share a day
_KINDS = {
    SpanShape.POINT: MarkKind.POINT,
    SpanShape.WITHIN: MarkKind.WITHIN,
    SpanShape.PERIOD: MarkKind.PERIOD,
    SpanShape.CORE: MarkKind.CORE,
    SpanShape.BEFORE: MarkKind.BEFORE,
    SpanShape.AFTER: MarkKind.AFTER,
    SpanShape.ONGOING: MarkKind.ONGOING,
    SpanShape.UNTIL: MarkKind.UNTIL,
    SpanShape.DISPUTED: MarkKind.DISPUTED,
}


@lru_cache(maxsize=_SPANS_KEPT)
def mark_kind(span: TimeSpan) -> MarkKind | None:
    """The kind of mark a span asks for; None when nothing at all is known."""
    shape = span.shape
    if shape is SpanShape.POINT and span.approximate:
        return MarkKind.ABOUT
    return _KINDS.get(shape)


def look_of(
    span: TimeSpan,
    *,
    is_proposed: bool = False,
    is_planned: bool = False,
    is_under_way: bool = False,
) -> MarkLook | None:
    """The look of a span; None when nothing at all is known.

    What is under way since a day or after goes on; where a day or a period is known of it, that
    is what the mark shows.
    """
    kind = mark_kind(span)
    if kind is None:
        return None
    if kind is MarkKind.AFTER and is_under_way:
        kind = MarkKind.ONGOING
    approximate = span.approximate and kind is not MarkKind.ABOUT
    return MarkLook(kind, is_proposed, is_planned, approximate)


def is_planned(event: Event) -> bool:
    """Whether the event has not happened, or not yet, as far as its source says."""
    return event.factuality in NOT_HAPPENED


def is_under_way(event: Event) -> bool:
    """Whether the event was going on when its source wrote of it."""
    return event.factuality is Factuality.UNDER_WAY


def mark_for(event: Event) -> MarkLook | None:
    """The look of an event; None while it has no date."""
    if event.span is None:
        return None
    proposed = event.status in (ReviewStatus.PROPOSED, ReviewStatus.FOLDED)
    return look_of(
        event.span,
        is_proposed=proposed,
        is_planned=is_planned(event),
        is_under_way=is_under_way(event),
    )


@dataclass(frozen=True, slots=True)
class MarkBounds:
    """The instants a mark is drawn from, all known: see `MarkShape` for their meaning.

    Open sides repeat the known bound; `place_mark` draws their length as a sign. An event that
    goes on and was last reported at `c2` is solid until there.
    """

    x1: int
    x2: int
    c1: int
    c2: int


def mark_bounds(span: TimeSpan, reported_at: int | None = None) -> MarkBounds | None:
    """The instants of a span's mark; None when nothing at all is known."""
    match mark_kind(span):
        case None:
            return None
        case MarkKind.BEFORE | MarkKind.UNTIL:
            return _bounds_before(span)
        case MarkKind.AFTER | MarkKind.ONGOING as kind:
            return _bounds_after(span, kind, reported_at)
        case MarkKind.DISPUTED:
            return _bounds_of_choices(span)
        case _:
            return _bounds_closed(span)


@lru_cache(maxsize=_SPANS_KEPT)
def _bounds_closed(span: TimeSpan) -> MarkBounds:
    begin, end = _known(span.earliest_start), _known(span.latest_end)
    if span.shape is SpanShape.POINT:
        middle = begin + (end - begin) // 2
        return MarkBounds(begin, end, middle, middle)
    if span.shape is SpanShape.CORE:
        return MarkBounds(begin, end, _known(span.latest_start), _known(span.earliest_end))
    return MarkBounds(begin, end, begin, end)


def _bounds_before(span: TimeSpan) -> MarkBounds:
    end = _known(span.latest_end if span.latest_end is not None else span.earliest_end)
    return MarkBounds(end, end, end, end)


def _bounds_after(span: TimeSpan, kind: MarkKind, reported_at: int | None) -> MarkBounds:
    begin = _known(span.earliest_start)
    if kind is MarkKind.AFTER:
        return MarkBounds(begin, begin, begin, begin)
    solid_from = _known(span.latest_start)
    least = max(solid_from, span.earliest_end or solid_from)
    solid_to = max(least, reported_at) if reported_at is not None else least
    return MarkBounds(begin, solid_to, solid_from, solid_to)


def _bounds_of_choices(span: TimeSpan) -> MarkBounds | None:
    middles = sorted(middle for choice in span.choices if (middle := _middle(choice)) is not None)
    if not middles:
        return None
    return MarkBounds(middles[0], middles[-1], middles[0], middles[-1])


def _middle(span: TimeSpan) -> int | None:
    bounds = mark_bounds(span)
    return None if bounds is None else bounds.x1 + (bounds.x2 - bounds.x1) // 2


def _known(bound: int | None) -> int:
    if bound is None:
        raise ValueError("this bound must be known")
    return bound


def place_mark(look: MarkLook, x1: float, x2: float, c1: float, c2: float) -> MarkShape:
    """A mark at the pixels of its four instants, with the least widths and the open lengths."""
    fade = ONGOING_LENGTH * (1 - ONGOING_SOLID)
    match look.kind:
        case MarkKind.BEFORE:
            placed = (x2 - OPEN_LENGTH, x2, x2, x2)
        case MarkKind.UNTIL:
            placed = (x2 - ONGOING_LENGTH, x2, x2 - ONGOING_LENGTH + fade, x2)
        case MarkKind.AFTER:
            placed = (x1, x1 + OPEN_LENGTH, x1, x1)
        case MarkKind.ONGOING:
            solid = max(c2, c1 + ONGOING_LENGTH * ONGOING_SOLID)
            placed = (x1, solid + fade, c1, solid)
        case MarkKind.DISPUTED:
            placed = (c1, max(c2, c1 + MIN_FORK), c1, max(c2, c1 + MIN_FORK))
        case MarkKind.POINT | MarkKind.ABOUT:
            placed = (x1, x2, c1, c1)
        case kind:
            least = MIN_BAR if kind is MarkKind.PERIOD else MIN_SOFT
            return _widened(look, x1, x2, c1, c2, least)
    return MarkShape(look, *placed)


def _widened(look: MarkLook, x1: float, x2: float, c1: float, c2: float, least: float) -> MarkShape:
    grow = max(0.0, least - (x2 - x1)) / 2
    if grow and look.kind is MarkKind.CORE:
        return MarkShape(look, x1 - grow, x2 + grow, (x1 + x2) / 2 - 1, (x1 + x2) / 2 + 1)
    if look.kind is MarkKind.CORE:
        return MarkShape(look, x1, x2, c1, c2)
    return MarkShape(look, x1 - grow, x2 + grow, x1 - grow, x2 + grow)


def ink_extent(shape: MarkShape) -> tuple[float, float]:
    """The leftmost and rightmost pixel a mark may paint."""
    match shape.look.kind:
        case MarkKind.POINT:
            return _point_extent(shape, POINT_RADIUS)
        case MarkKind.ABOUT:
            return _point_extent(shape, WHISKER_OUTER + 1)
        case MarkKind.DISPUTED:
            return shape.c1 - FORK_STEM, shape.c2 + POINT_RADIUS
        case _:
            reach = WHISKER_OUTER if shape.look.is_approximate else 0.0
            return shape.x1 - reach, shape.x2 + reach


def _point_extent(shape: MarkShape, radius: float) -> tuple[float, float]:
    left, right = shape.c1 - radius, shape.c1 + radius
    if shape.x2 - shape.x1 < MIN_EXTENT:
        return left, right
    return min(left, shape.x1), max(right, shape.x2)


_OPEN_KINDS = (MarkKind.BEFORE, MarkKind.AFTER, MarkKind.ONGOING, MarkKind.UNTIL)


def sample_shape(look: MarkLook, left: float, width: float) -> MarkShape:
    """A mark fitted between `left` and `left + width`, for legends, cells and lists.

    It shows the kind, not a scale. Where an open side has its chevron there is no room for the
    whiskers of "about", which the words beside a sample say anyway.
    """
    if look.is_approximate and look.kind in _OPEN_KINDS:
        look = look._replace(is_approximate=False)
    elif look.is_approximate:
        left, width = left + WHISKER_OUTER, max(MIN_SOFT, width - 2 * WHISKER_OUTER)
    right, middle = left + width, left + width / 2
    match look.kind:
        case MarkKind.POINT | MarkKind.ABOUT:
            return MarkShape(look, middle, middle, middle, middle)
        case MarkKind.CORE:
            return MarkShape(look, left, right, left + width * 0.3, right - width * 0.3)
        case MarkKind.ONGOING:
            return MarkShape(look, left, right, left, left + width * ONGOING_SOLID)
        case MarkKind.UNTIL:
            return MarkShape(look, left, right, right - width * ONGOING_SOLID, right)
        case MarkKind.DISPUTED:
            first = left + FORK_STEM
            second = max(first + FORK_STEM / 2, right - POINT_RADIUS)
            return MarkShape(look, first, second, first, second)
        case _:
            return MarkShape(look, left, right, left, right)
