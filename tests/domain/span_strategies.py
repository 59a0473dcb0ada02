"""Time spans of every kind, for laws that must hold for all of them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.calendar import LARGEST_YEAR, instant_at

precisions = st.sampled_from(Precision)
_ordinary = st.integers(instant_at(1), instant_at(9_999))
_recent = st.integers(instant_at(2020), instant_at(2030))
_any = st.integers(instant_at(-LARGEST_YEAR + 2_000), instant_at(LARGEST_YEAR - 2_000))
_around_zero = st.integers(instant_at(-1_200), instant_at(1_200))
instants = st.one_of(_recent, _ordinary, _around_zero, _any)
zones = st.sampled_from([None, "Z", "+00:00", "-05:00", "+05:30", "+14:00"])


@st.composite
def _plain(draw: st.DrawFn) -> TimeSpan:
    precision = draw(precisions)
    near = st.integers(0, 400 * 86_400)
    first = draw(instants)
    moments = [first, first + draw(near)]
    one_ended = st.sampled_from(
        [
            TimeSpan.at,
            TimeSpan.on_or_before,
            TimeSpan.on_or_after,
            TimeSpan.ongoing_since,
            TimeSpan.ongoing_until,
            TimeSpan.begun,
            TimeSpan.ended,
        ]
    )
    two_ended = st.sampled_from([TimeSpan.within, TimeSpan.lasting])
    if draw(st.booleans()):
        return draw(one_ended)(first, precision)
    if draw(st.booleans()):
        return draw(two_ended)(moments[0], moments[1], precision)
    later = moments[1] + draw(near)
    return TimeSpan.between(moments[0], moments[1], later, later + draw(near), precision)


@st.composite
def undisputed(draw: st.DrawFn) -> TimeSpan:
    """A span from any constructor but `one_of`, with any qualifiers and zone."""
    span = draw(_plain()).qualified(uncertain=draw(st.booleans()), approximate=draw(st.booleans()))
    return replace(span, zone=draw(zones)) if span.precision <= Precision.HOUR else span


@st.composite
def _disputed(draw: st.DrawFn) -> TimeSpan:
    choices = draw(st.lists(undisputed(), min_size=2, max_size=4))
    return TimeSpan.one_of(choices).qualified(
        uncertain=draw(st.booleans()), approximate=draw(st.booleans())
    )


spans = st.one_of(undisputed(), _disputed())
