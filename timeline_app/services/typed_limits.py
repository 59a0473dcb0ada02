"""What the words beside a date make of it: "by", "since", "until", "between … and"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.precision import common_precision

Limit = Callable[[TimeSpan], TimeSpan | None]
_Make = Callable[[int, int, Precision], TimeSpan]  # from the first and the last second of a date


def from_to(first: TimeSpan, last: TimeSpan) -> TimeSpan | None:
    """All the time from one date to the other; None when there is none."""
    start, end = _closed(first), _closed(last)
    if start is None or end is None or start[0] > end[1]:
        return None
    precision = common_precision([first.precision, last.precision])
    return _with_facts(TimeSpan.lasting(start[0], end[1], precision), first, last)


def with_edges(core: TimeSpan, outer: TimeSpan) -> TimeSpan | None:
    """A core that is certain, with edges that reach no further than the outer span."""
    inside, around = _closed(core), _closed(outer)
    if inside is None or around is None or not around[0] <= inside[0] <= inside[1] <= around[1]:
        return None
    precision = common_precision([core.precision, outer.precision])
    span = TimeSpan.between(around[0], *inside, around[1], precision)
    return _with_facts(span, core, outer)


def _closed(span: TimeSpan) -> tuple[int, int] | None:
    """The first and the last second of a date; None for what is open or disputed."""
    if span.begin is None or span.end is None or span.choices:
        return None
    return span.begin, span.end - 1


def _with_facts(span: TimeSpan, *sources: TimeSpan) -> TimeSpan:
    """The span with the zone and the qualifiers of the dates it was made of."""
    zones = [source.zone for source in sources if source.zone is not None]
    return replace(
        span,
        zone=zones[0] if zones else None,
        uncertain=any(source.uncertain for source in sources),
        approximate=any(source.approximate for source in sources),
    )


def _limit(make: _Make) -> Limit:
    def apply(span: TimeSpan) -> TimeSpan | None:
        bounds = _closed(span)
        if bounds is not None:
            return _with_facts(make(*bounds, span.precision), span)
        choices = [changed for choice in span.choices if (changed := apply(choice)) is not None]
        return TimeSpan.one_of(choices) if len(choices) > 1 else None

    return apply


somewhere_in: Limit = _limit(TimeSpan.within)
"""One granule within the span."""

lasting_all: Limit = _limit(TimeSpan.lasting)
"""The whole of the span."""

_by = _limit(lambda _first, last, unit: TimeSpan.on_or_before(last, unit))
_before = _limit(lambda first, _last, unit: TimeSpan.on_or_before(first - 1, unit))
_from = _limit(lambda first, _last, unit: TimeSpan.on_or_after(first, unit))
_after = _limit(lambda _first, last, unit: TimeSpan.on_or_after(last + 1, unit))
_since = _limit(lambda first, _last, unit: TimeSpan.ongoing_since(first, unit))
_begun = _limit(lambda first, _last, unit: TimeSpan.begun(first, unit))
_until = _limit(lambda _first, last, unit: TimeSpan.ongoing_until(last, unit))
_ended = _limit(lambda _first, last, unit: TimeSpan.ended(last, unit))


def _since_about(span: TimeSpan) -> TimeSpan | None:
    return _since(span.qualified(approximate=True))


_ONE_END = r"((?:(?! to | until | till | through |[–—]| - ).)+?)"  # "from" without its "to"

LIMITS: tuple[tuple[re.Pattern[str], Limit], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), limit)
    for pattern, limit in (
        (r"(?:until|till|up to) (.+), start unknown", _ended),
        (r"from (.+), end unknown", _begun),
        (r"(?:by|on or before|(?:no|not) later than|at the latest) (.+)", _by),
        (r"(.+) (?:or earlier|at the latest)", _by),
        (r"(?:on or after|(?:no|not) (?:earlier|sooner) than|not before) (.+)", _from),
        (r"at the earliest (.+)", _from),
        (r"(.+) (?:or later|at the earliest)", _from),
        (r"before (.+)", _before),
        (r"after (.+)", _after),
        (r"(?:ever )?since (.+)", _since),
        (r"(?:until|till|up to) (.+)", _until),
        (rf"from about {_ONE_END}", _since_about),
        (rf"(?:from|starting|beginning) {_ONE_END}(?: on| onwards?)?", _from),
        (r"(.+) onwards?", _from),
    )
)
