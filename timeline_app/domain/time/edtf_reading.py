"""Reading EDTF: dates, sets and intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.domain.time.edtf_dates import read_edtf_date
from timeline_app.domain.time.precision import Precision, common_precision
from timeline_app.domain.time.span import TimeSpan

_OPEN = ".."
_QUALIFIERS = "?~%"
_LONGEST = 8_000  # characters; a set of a hundred intervals with times and zones is shorter
_NOTHING_KNOWN = TimeSpan(None, None, None, None, Precision.DAY)


def parse_edtf(text: str) -> TimeSpan:
    """The span that an EDTF text means. Raises ValueError for any other text.

    A qualifier of one end of an interval, of one side of a range or of one part of a date holds
    for the whole of it. Ends of different precision are told in the finer one.
    """
    if len(text) > _LONGEST:
        raise ValueError("this text is too long to be an EDTF date")
    if text.startswith("{"):
        raise ValueError("a set in braces means several dates at once; an event has one")
    sides = _split_outside_brackets(text, "/")
    return _date_or_set(text) if len(sides) == 1 else _interval(sides)


def _split_outside_brackets(text: str, separator: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for position, sign in enumerate(text):
        depth += (sign == "[") - (sign == "]")
        if sign == separator and depth == 0:
            parts.append(text[start:position])
            start = position + 1
    return [*parts, text[start:]]


def _date_or_set(text: str) -> TimeSpan:
    if not text.startswith("["):
        return read_edtf_date(text)
    bare = text.rstrip(_QUALIFIERS)
    marks = text[len(bare) :]
    if not bare.endswith("]") or len(marks) > 1:
        raise ValueError(f"this is no EDTF set: {text[:40]}")
    members = _split_outside_brackets(bare[1:-1], ",")
    if len(members) == 1:
        span = _range(members[0])
    else:
        span = TimeSpan.one_of([_member(member) for member in members])
    return span.qualified(uncertain=marks in ("?", "%"), approximate=marks in ("~", "%"))


def _member(text: str) -> TimeSpan:
    sides = _split_outside_brackets(text, "/")
    return _range(text) if len(sides) == 1 else _interval(sides)


def _range(text: str) -> TimeSpan:
    """One granule within "a..b", "..b" or "a.."; or a date alone."""
    sides = text.split(_OPEN)
    if len(sides) == 1:
        return read_edtf_date(text)
    if len(sides) != 2 or sides == ["", ""]:
        raise ValueError(f"this is no range of EDTF dates: {text[:40]}")
    dates = [_undisputed(read_edtf_date(side)) for side in sides if side]
    precision = common_precision([date.precision for date in dates])
    first, last = dates[0].earliest_start or 0, (dates[-1].latest_end or 0) - 1
    if not sides[0]:
        span = TimeSpan.on_or_before(last, precision)
    elif not sides[1]:
        span = TimeSpan.on_or_after(first, precision)
    else:
        span = TimeSpan.within(first, last, precision)
    return _with_facts_of(dates, span)


def _interval(sides: Sequence[str]) -> TimeSpan:
    if len(sides) != 2:
        raise ValueError("an interval has two ends")
    start, end = (_side(side) for side in sides)
    known = [side for side in (start, end) if side is not None]
    if not known:
        if list(sides) == [_OPEN, _OPEN]:
            return _NOTHING_KNOWN
        raise ValueError("an interval needs a date at one end at least")
    precision = common_precision([side.precision for side in known])
    starts = (start.earliest_start, start.latest_start) if start else (None, None)
    ends = (end.earliest_end, end.latest_end) if end else (None, None)
    if start and not sides[1]:
        ends = (start.earliest_end, None)
    if end and not sides[0]:
        starts = (None, end.latest_start)
    span = TimeSpan(*starts, *ends, precision)
    if span.is_single_granule and starts[0] is not None:
        span = TimeSpan.lasting(starts[0], starts[0], precision)
    return _with_facts_of(known, span)


def _side(text: str) -> TimeSpan | None:
    """One end of an interval; None when it is open ("..") or unknown ("")."""
    return None if text in ("", _OPEN) else _undisputed(_date_or_set(text))


def _undisputed(span: TimeSpan) -> TimeSpan:
    if span.choices:
        raise ValueError("the ends of a range are single dates")
    return span


def _with_facts_of(dates: Sequence[TimeSpan], span: TimeSpan) -> TimeSpan:
    """The span with the zone and the qualifiers that its dates state."""
    zones = {date.zone for date in dates if date.zone is not None}
    if len(zones) > 1:
        raise ValueError("both ends of a range are told in the same zone")
    return replace(
        span,
        zone=zones.pop() if zones else None,
        uncertain=any(date.uncertain for date in dates),
        approximate=any(date.approximate for date in dates),
    )
