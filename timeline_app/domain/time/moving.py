"""Spans moved and resized as a hand on a drawing does it: the kind of knowledge stays.

What is moved goes by whole granules of its own precision, so that "sometime in October" becomes
"sometime in November" and never a day. Targets are instants; the nearest granule is taken.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto

from timeline_app.domain.time.calendar import instant_at
from timeline_app.domain.time.precision import (
    Precision,
    count_granules,
    granule_start,
    step_granules,
)
from timeline_app.domain.time.span import SpanShape, TimeSpan

_YEAR_ZERO = instant_at(0)


class Edge(Enum):
    """A bound of a span that can be taken hold of."""

    BEGIN = auto()  # the earliest start
    CORE_BEGIN = auto()  # the latest start
    CORE_END = auto()  # the earliest end
    END = auto()  # the latest end


def anchor_of(span: TimeSpan) -> int:
    """The instant a span is moved by: its outer beginning, or its outer end where that is open.

    Raises ValueError when neither is known.
    """
    anchor = span.earliest_start if span.earliest_start is not None else span.latest_end
    if anchor is None:
        raise ValueError("a span of which nothing is known cannot be moved")
    return anchor


def moved(span: TimeSpan, target: int) -> TimeSpan:
    """The span with its anchor at the granule nearest to `target`, everything else with it.

    All choices of a disputed span go the same way. Decades, centuries and millennia are counted
    from year 0 on and stop there.
    """
    if span.choices:
        return _moved_choices(span, target - anchor_of(span))
    start = anchor_of(span)
    return _stepped(span, count_granules(start, _nearest(target, span.precision), span.precision))


def _moved_choices(span: TimeSpan, distance: int) -> TimeSpan:
    """Choices of one precision keep their distances; others go each by its own granules."""
    unit, first = span.choices[0].precision, anchor_of(span.choices[0])
    count = count_granules(first, _nearest(first + distance, unit), unit)
    is_even = all(choice.precision is unit for choice in span.choices)
    choices = [
        _stepped(choice, count) if is_even else moved(choice, anchor_of(choice) + distance)
        for choice in span.choices
    ]
    result = TimeSpan.one_of(choices)
    return result.qualified(uncertain=span.uncertain, approximate=span.approximate)


def edges_of(span: TimeSpan) -> tuple[tuple[Edge, int], ...]:
    """The bounds that can be moved by themselves, in order of time.

    A single day has none, nor has a span with an open side: moving its one bound moves it all.
    """
    if span.earliest_start is None or span.latest_end is None or span.choices:
        return ()
    if span.shape is SpanShape.POINT:
        return ()
    inner: list[tuple[Edge, int]] = []
    if span.shape is SpanShape.CORE:
        if span.latest_start is not None and span.latest_start != span.earliest_start:
            inner.append((Edge.CORE_BEGIN, span.latest_start))
        if span.earliest_end is not None and span.earliest_end != span.latest_end:
            inner.append((Edge.CORE_END, span.earliest_end))
    return (Edge.BEGIN, span.earliest_start), *inner, (Edge.END, span.latest_end)


def resized(
    span: TimeSpan, edge: Edge, target: int, precision: Precision = Precision.MILLENNIUM
) -> TimeSpan:
    """The span with one bound at the granule boundary nearest to `target`.

    Bounds never pass each other: one granule is left. The limits of "sometime within" may become
    as fine as `precision`, which says nothing that is not known; a beginning or an end that is
    told as a month stays a month. A span without that edge comes back as it is.
    """
    if edge not in dict(edges_of(span)):
        return span
    if span.is_single_granule or span.is_one_granule_somewhere:
        return _within(span, edge, target, min(span.precision, precision))
    return _with_bound(span, edge, _nearest(target, span.precision))


def _within(span: TimeSpan, edge: Edge, target: int, unit: Precision) -> TimeSpan:
    begin, end, at = span.earliest_start, span.latest_end, _nearest(target, unit)
    if begin is None or end is None:
        return span
    if edge is Edge.BEGIN:
        begin = min(at, granule_start(end - 1, unit))
    else:
        end = max(at, step_granules(granule_start(begin, unit), unit))
    result = TimeSpan.within(begin, end - 1, unit)
    result = result.qualified(uncertain=span.uncertain, approximate=span.approximate)
    return replace(result, zone=span.zone)


def _with_bound(span: TimeSpan, edge: Edge, at: int) -> TimeSpan:
    """Set one of four known bounds, as far as the others leave room for a granule.

    A beginning or an end that is exactly known stays exactly known.
    """
    a, b, c, d = span.earliest_start, span.latest_start, span.earliest_end, span.latest_end
    if a is None or b is None or c is None or d is None:
        return span
    starts_exactly, ends_exactly, unit = a == b, c == d, span.precision
    last_start, first_end = step_granules(c, unit, -1), step_granules(b, unit)
    match edge:
        case Edge.BEGIN if starts_exactly:
            a = b = min(at, last_start)
        case Edge.BEGIN:
            a = min(at, b, last_start)
        case Edge.CORE_BEGIN:
            b = min(max(at, a), last_start)
        case Edge.CORE_END:
            c = max(min(at, d), first_end)
        case Edge.END if ends_exactly:
            c = d = max(at, first_end)
        case Edge.END:
            d = max(at, c, first_end)
    return replace(span, earliest_start=a, latest_start=b, earliest_end=c, latest_end=d)


def _nearest(instant: int, unit: Precision) -> int:
    """The boundary between granules that lies nearest; coarse ones are counted from year 0 on."""
    if unit > Precision.YEAR and instant < _YEAR_ZERO:
        return _YEAR_ZERO
    before = granule_start(instant, unit)
    after = step_granules(before, unit)
    return before if instant - before <= after - instant else after


def _stepped(span: TimeSpan, count: int) -> TimeSpan:
    bounds = (span.earliest_start, span.latest_start, span.earliest_end, span.latest_end)
    unit = span.precision
    if unit > Precision.YEAR:
        starts = [bound for bound in bounds[:2] if bound is not None]
        ends = [step_granules(bound, unit, -1) for bound in bounds[2:] if bound is not None]
        count = max(count, count_granules(min(starts or ends), _YEAR_ZERO, unit))
    a, b, c, d = (None if bound is None else step_granules(bound, unit, count) for bound in bounds)
    return replace(span, earliest_start=a, latest_start=b, earliest_end=c, latest_end=d)
