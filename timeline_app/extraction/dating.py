"""Dating: when a mentioned event was, from its time expression or from the article's date.

No day is ever invented: without a time expression an event that happened lies on or before the
article's date, a planned one on or after it; without an article's date it has no date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.domain import (
    USUAL,
    Certainty,
    Conventions,
    Factuality,
    Reading,
    Relation,
    TextRange,
)
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.calendar import SECONDS_PER_DAY
from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.bounds import bounded
from timeline_app.extraction.expressions import Resolution, resolve

_UNDER_WAY = re.compile(r"(?i)\b(?:is|are|am|['’]s|['’]re|(?:has|have) been)\b.*\w{2}ing\b")
_FUTURE = frozenset({Factuality.PLANNED, Factuality.POSSIBLE})
_NO_ANCHOR = "The article’s date is needed, and it is not known."
_AHEAD = "The text gives no time; it lay ahead, so not before the article’s date."
_GOING_ON = "The text gives no time; it was going on when the article was written."
_PAST = "The text gives no time; it was past, so not after the article’s date."


@dataclass(frozen=True, slots=True)
class Dating:
    """When something was, every reading of it, and in one sentence how that came about."""

    span: TimeSpan | None
    readings: tuple[Reading, ...]
    reason: str
    certainty: Certainty


def date_mention(
    analysis: Analysis,
    anchor: CivilDate | None,
    *,
    trigger: TextRange,
    expression: TextRange | None,
    factuality: Factuality,
    conventions: Conventions = USUAL,
) -> Dating:
    """Date one event again, for another article date.

    `trigger` are the words that name the event, `expression` the time expression it was linked to.
    """
    resolutions = resolve(analysis.text, analysis.expressions, anchor, conventions)
    found = next((each for each in resolutions if each.expression.range == expression), None)
    return date_by(analysis.text, anchor, trigger, found, factuality)


def date_by(
    text: str,
    anchor: CivilDate | None,
    trigger: TextRange,
    resolution: Resolution | None,
    factuality: Factuality,
    relation: Relation = Relation.WITHIN,
) -> Dating:
    """Date an event by the resolution of its time expression, None when it has none.

    `relation` is how it lies to that time.
    """
    if resolution is not None and resolution.readings:
        told = [Reading(bounded(r.span, relation), r.label) for r in resolution.readings]
        readings = _consistent(told, factuality, anchor)
        return Dating(readings[0].span, readings, resolution.reason, resolution.certainty)
    if anchor is None:
        reason = resolution.reason if resolution is not None else _NO_ANCHOR
        return Dating(None, (), reason or _NO_ANCHOR, Certainty.UNSURE)
    return _by_article_date(text, anchor, trigger, factuality)


def _by_article_date(
    text: str, anchor: CivilDate, trigger: TextRange, factuality: Factuality
) -> Dating:
    if factuality in _FUTURE:
        span = TimeSpan.on_or_after(anchor.instant)
        label, reason = "on or after the article’s date", _AHEAD
    elif factuality is Factuality.UNDER_WAY or _UNDER_WAY.search(trigger.cut(text)):
        span = TimeSpan.on(anchor).qualified(approximate=True)
        label, reason = "about the article’s date", _GOING_ON
    else:
        span = TimeSpan.on_or_before(anchor.instant)
        label, reason = "on or before the article’s date", _PAST
    certainty = Certainty.UNSURE if factuality is Factuality.POSSIBLE else Certainty.PROBABLE
    return Dating(span, (Reading(span, label),), reason, certainty)


def _consistent(
    readings: Sequence[Reading], factuality: Factuality, anchor: CivilDate | None
) -> tuple[Reading, ...]:
    """The readings that agree with tense and mood first; a plan never begins before the article."""
    if anchor is None:
        return tuple(readings)
    if factuality is Factuality.PLANNED:
        readings = [_not_before(reading, anchor) for reading in readings]
    fits = _lies_ahead if factuality in _FUTURE else _has_begun
    return tuple(sorted(readings, key=lambda reading: not fits(reading.span, anchor)))


def _lies_ahead(span: TimeSpan, anchor: CivilDate) -> bool:
    return span.end is None or span.end > anchor.instant


def _has_begun(span: TimeSpan, anchor: CivilDate) -> bool:
    return span.begin is None or span.begin < anchor.instant + SECONDS_PER_DAY


def _not_before(reading: Reading, anchor: CivilDate) -> Reading:
    """Cut off what lies before the article's date: "this week" of something that will happen."""
    span = reading.span
    if span.begin is None and span.earliest_end is None and span.end is not None:  # "by Friday"
        return _cut_to(reading, anchor)
    is_cut = (
        span.earliest_start is not None
        and span.latest_start is not None
        and span.earliest_end is not None
        and span.latest_end is not None
        and span.begin is not None
        and span.earliest_start < anchor.instant < span.latest_end - SECONDS_PER_DAY
        and not span.choices
    )
    return _cut_to(reading, anchor) if is_cut else reading


def _cut_to(reading: Reading, anchor: CivilDate) -> Reading:
    """The days from the article's on, where there is more than one."""
    end = reading.span.end
    if end is None or end <= anchor.instant + SECONDS_PER_DAY:
        return reading
    return Reading(TimeSpan.within(anchor.instant, end - SECONDS_PER_DAY), reading.label)
