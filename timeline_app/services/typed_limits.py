"""What a word beside a date makes of it: "by", "since", "until", "between … and"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.precision import common_precision

Limit = Callable[[TimeSpan], TimeSpan | None]
_OpenSpan = Callable[..., TimeSpan]


def from_to(first: TimeSpan, last: TimeSpan) -> TimeSpan | None:
    """All the time from one date to the other; None when the order is wrong."""
    begin, end = first.begin, last.end
    if begin is None or end is None or begin >= end:
        return None
    precision = common_precision([first.precision, last.precision])
    return _with_facts(TimeSpan.lasting(begin, end - 1, precision), first, last)


def somewhere_in(span: TimeSpan) -> TimeSpan | None:
    """One granule within the span."""
    if span.begin is None or span.end is None or span.choices:
        return None
    return _with_facts(TimeSpan.within(span.begin, span.end - 1, span.precision), span)


def lasting_all(span: TimeSpan) -> TimeSpan | None:
    """The whole of the span."""
    if span.begin is None or span.end is None or span.choices:
        return None
    return _with_facts(TimeSpan.lasting(span.begin, span.end - 1, span.precision), span)


def with_edges(core: TimeSpan, outer: TimeSpan) -> TimeSpan | None:
    """A core that is certain, with edges that reach no further than the outer span."""
    bounds = (outer.begin, core.begin, core.end, outer.end)
    first, last_start, first_end, last = bounds
    if first is None or last_start is None or first_end is None or last is None:
        return None
    if not first <= last_start < first_end <= last:
        return None
    precision = common_precision([core.precision, outer.precision])
    span = TimeSpan.between(first, last_start, first_end - 1, last - 1, precision)
    return _with_facts(span, core, outer)


def _with_facts(span: TimeSpan, *sources: TimeSpan) -> TimeSpan:
    zones = [source.zone for source in sources if source.zone is not None]
    return replace(
        span,
        zone=zones[0] if zones else None,
        uncertain=any(source.uncertain for source in sources),
        approximate=any(source.approximate for source in sources),
    )


def _up_to_end(make: _OpenSpan) -> Limit:
    def limit(span: TimeSpan) -> TimeSpan | None:
        if span.end is None or span.choices:
            return None
        return _with_facts(make(span.end - 1, span.precision), span)

    return limit


def _from_begin(make: _OpenSpan) -> Limit:
    def limit(span: TimeSpan) -> TimeSpan | None:
        if span.begin is None or span.choices:
            return None
        return _with_facts(make(span.begin, span.precision), span)

    return limit


def _before(span: TimeSpan) -> TimeSpan | None:
    if span.begin is None or span.choices:
        return None
    return _with_facts(TimeSpan.on_or_before(span.begin - 1, span.precision), span)


def _after(span: TimeSpan) -> TimeSpan | None:
    if span.end is None or span.choices:
        return None
    return _with_facts(TimeSpan.on_or_after(span.end, span.precision), span)


def _since_about(span: TimeSpan) -> TimeSpan | None:
    return _from_begin(TimeSpan.ongoing_since)(span.qualified(approximate=True))


def _limit(pattern: str, limit: Limit) -> tuple[re.Pattern[str], Limit]:
    return re.compile(f"(?i:{pattern})"), limit


LIMITS: tuple[tuple[re.Pattern[str], Limit], ...] = (
    _limit(r"(?:until|till|up to) (.+), start unknown", _up_to_end(TimeSpan.ended)),
    _limit(r"from (.+), end unknown", _from_begin(TimeSpan.begun)),
    _limit(
        r"(?:by|on or before|(?:no|not) later than|at the latest) (.+)",
        _up_to_end(TimeSpan.on_or_before),
    ),
    _limit(r"(.+) (?:or earlier|at the latest)", _up_to_end(TimeSpan.on_or_before)),
    _limit(
        r"(?:on or after|(?:no|not) (?:earlier|sooner) than|not before|at the earliest) (.+)",
        _from_begin(TimeSpan.on_or_after),
    ),
    _limit(r"(.+) (?:or later|at the earliest)", _from_begin(TimeSpan.on_or_after)),
    _limit(r"before (.+)", _before),
    _limit(r"after (.+)", _after),
    _limit(r"(?:ever )?since (.+)", _from_begin(TimeSpan.ongoing_since)),
    _limit(r"(?:until|till|up to) (.+)", _up_to_end(TimeSpan.ongoing_until)),
    _limit(r"from about ((?:(?! to | until | till | through |[–—]| - ).)+)", _since_about),
    _limit(
        r"(?:from|starting|beginning) ((?:(?! to | until | till | through |[–—]| - ).)+?)"
        r"(?: on| onwards?)?",
        _from_begin(TimeSpan.on_or_after),
    ),
    _limit(r"(.+) onwards?", _from_begin(TimeSpan.on_or_after)),
)
