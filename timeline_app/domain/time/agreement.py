"""What several sources together say of one time: where they agree, the narrower of all.

A stretch of one unit, as "in October" or "last week", says that it was at some time in it; with a
day from another source it is that day. What lasted from a to b agrees with each time within it, as
who tells of one day of a congress does not deny the others. "About" gives way by one unit either
side. What remains is where the bounds of all hold; where nothing remains they disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline_app.domain.time.precision import Precision, granule_end, granule_start
from timeline_app.domain.time.span import SpanShape, TimeSpan

_LASTING = (SpanShape.PERIOD, SpanShape.CORE, SpanShape.ONGOING, SpanShape.UNTIL)


def agreement(spans: Sequence[TimeSpan]) -> TimeSpan | None:
    """The span that all of these leave; None where they disagree.

    Where one of them is what remains it is returned as it is, so that "October" stays a month.
    Raises ValueError without any span.
    """
    if not spans:
        raise ValueError("nothing agrees where nothing is said")
    if len(set(spans)) == 1:
        return spans[0]
    common: tuple[TimeSpan, ...] = (spans[0],)
    for span in spans[1:]:
        common = _both(common, span)
    if len(common) > 1:
        return TimeSpan.one_of(common)
    return common[0] if common else None


def agree(one: TimeSpan, other: TimeSpan) -> bool:
    """Whether two spans can be of the same time."""
    return agreement((one, other)) is not None


def _both(alternatives: tuple[TimeSpan, ...], span: TimeSpan) -> tuple[TimeSpan, ...]:
    """What remains of each alternative; each alternative of a disputed span counts by itself."""
    left = (inner for each in alternatives for inner in (each.choices or (each,)))
    right = span.choices or (span,)
    found = (_common(one, other) for one in left for other in right)
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _common(one: TimeSpan, other: TimeSpan) -> TimeSpan | None:
    if one.zone != other.zone and one.zone is not None and other.zone is not None:
        one, other = _as_days(one), _as_days(other)  # their clocks show different times
    for longer, shorter in ((one, other), (other, one)):
        if longer.shape in _LASTING and _covers(longer, shorter):
            return longer
    unit = min(one.precision, other.precision, Precision.DAY)
    first, second = (_loosened(_in_units(span, unit)) for span in (one, other))
    found = _between(first, second, unit, one.zone or other.zone)
    if found is None:
        return None
    same = (each for each in (one, other) if _bounds(found) == _bounds(_in_units(each, unit)))
    return replace(
        next(same, found),
        uncertain=one.uncertain and other.uncertain,
        approximate=one.approximate and other.approximate,
    )


def _between(one: TimeSpan, other: TimeSpan, unit: Precision, zone: str | None) -> TimeSpan | None:
    """The bounds that hold for both; None where they leave no time."""
    try:
        return TimeSpan(
            _latest(one.earliest_start, other.earliest_start),
            _earliest(one.latest_start, other.latest_start),
            _latest(one.earliest_end, other.earliest_end),
            _earliest(one.latest_end, other.latest_end),
            unit,
            zone=zone if unit <= Precision.HOUR else None,
        )
    except ValueError:  # the bounds contradict each other
        return None


def _in_units(span: TimeSpan, unit: Precision) -> TimeSpan:
    """The same, told in a finer unit: one month somewhere is one day somewhere in it."""
    if span.precision <= unit or not (span.is_single_granule or span.is_one_granule_somewhere):
        return span
    begin, end = span.earliest_start, span.latest_end
    if begin is None or end is None:
        if end is not None:
            told = TimeSpan.on_or_before(end - 1, unit)
        else:
            told = TimeSpan.on_or_after(begin or 0, unit)
    else:
        told = TimeSpan.within(begin, end - 1, unit)
    return told.qualified(uncertain=span.uncertain, approximate=span.approximate)


def _loosened(span: TimeSpan) -> TimeSpan:
    """A span that is only "about", with one of its units either side."""
    if not span.approximate:
        return span
    unit = span.precision
    return replace(
        span,
        earliest_start=_before(span.earliest_start, unit),
        latest_start=_after(span.latest_start, unit),
        earliest_end=_before(span.earliest_end, unit),
        latest_end=_after(span.latest_end, unit),
    )


def _before(bound: int | None, unit: Precision) -> int | None:
    return None if bound is None else granule_start(bound - 1, unit)


def _after(bound: int | None, unit: Precision) -> int | None:
    return None if bound is None else granule_end(bound, unit)


def _covers(longer: TimeSpan, shorter: TimeSpan) -> bool:
    """Whether all that a span may be lies within the stretch of one that lasted."""
    if shorter.earliest_start is None or shorter.latest_end is None:
        return False
    begin, end = longer.earliest_start, longer.latest_end
    return (begin is None or begin <= shorter.earliest_start) and (
        end is None or shorter.latest_end <= end
    )


def _as_days(span: TimeSpan) -> TimeSpan:
    begin, end = span.earliest_start, span.latest_end
    if span.precision >= Precision.DAY or begin is None or end is None:
        return replace(span, zone=None)
    return TimeSpan.within(begin, end - 1)


def _bounds(span: TimeSpan) -> tuple[int | None, ...]:
    return span.earliest_start, span.latest_start, span.earliest_end, span.latest_end


def _latest(*bounds: int | None) -> int | None:
    return max(_known(bounds), default=None)


def _earliest(*bounds: int | None) -> int | None:
    return min(_known(bounds), default=None)


def _known(bounds: Iterable[int | None]) -> list[int]:
    return [bound for bound in bounds if bound is not None]
