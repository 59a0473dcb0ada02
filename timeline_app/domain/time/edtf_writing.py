"""Writing time spans as EDTF."""

from __future__ import annotations

from timeline_app.domain.time.edtf_parts import granule_text
from timeline_app.domain.time.precision import granule_end
from timeline_app.domain.time.span import TimeSpan

_OPEN = ".."


def write_edtf(span: TimeSpan) -> str:
    """The EDTF text of a span; `parse_edtf` reads the same span back.

    Bounds that lie inside a granule of the span's precision are written as that granule.
    """
    if span.choices:
        return f"[{','.join(_member_text(choice) for choice in span.choices)}]{_marks(span)}"
    text = _member_text(span)
    return f"[{text}]" if _OPEN in text and "/" not in text else text


def bounds_as_edtf(span: TimeSpan) -> dict[str, str | None]:
    """The four bounds by name, each as the granule that it includes; None when it is open."""
    return {
        "earliest_start": _granule(span, span.earliest_start),
        "latest_start": _granule(span, span.latest_start),
        "earliest_end": _granule(span, _last_second(span.earliest_end)),
        "latest_end": _granule(span, _last_second(span.latest_end)),
    }


def _granule(span: TimeSpan, instant: int | None) -> str | None:
    return None if instant is None else granule_text(instant, span.precision) + (span.zone or "")


def _last_second(end: int | None) -> int | None:
    return None if end is None else end - 1


def _member_text(span: TimeSpan) -> str:
    """A span without the brackets round a single one: "a", "a..b", "..b", "a..", or "a/b"."""
    if span.is_single_granule:
        return _qualified(span, span.earliest_start)
    if span.is_one_granule_somewhere:
        first, last = span.earliest_start, span.latest_start
        return f"{_qualified(span, first)}{_OPEN}{_qualified(span, last)}"
    return f"{_start_text(span)}/{_end_text(span)}"


def _start_text(span: TimeSpan) -> str:
    """The left side of an interval; empty when nothing is known but the end (/b)."""
    if (
        span.earliest_start is None
        and span.latest_start is not None
        and span.earliest_end == span.latest_end == _end_of_granule(span, span.latest_start)
    ):
        return ""
    return _side_text(span, span.earliest_start, span.latest_start)


def _end_text(span: TimeSpan) -> str:
    """The right side of an interval; empty when nothing is known but the beginning (a/)."""
    if (
        span.latest_end is None
        and span.earliest_end is not None
        and span.earliest_start == span.latest_start
        and span.earliest_end == _end_of_granule(span, span.latest_start)
    ):
        return ""
    return _side_text(span, _last_second(span.earliest_end), _last_second(span.latest_end))


def _side_text(span: TimeSpan, first: int | None, last: int | None) -> str:
    if first is None and last is None:
        return _OPEN
    if first == last:
        return _qualified(span, first)
    return f"[{_qualified(span, first)}{_OPEN}{_qualified(span, last)}]"


def _end_of_granule(span: TimeSpan, instant: int | None) -> int | None:
    return None if instant is None else granule_end(instant, span.precision)


def _qualified(span: TimeSpan, instant: int | None) -> str:
    text = _granule(span, instant)
    return "" if text is None else text + _marks(span)


def _marks(span: TimeSpan) -> str:
    if span.uncertain and span.approximate:
        return "%"
    if span.uncertain:
        return "?"
    return "~" if span.approximate else ""
