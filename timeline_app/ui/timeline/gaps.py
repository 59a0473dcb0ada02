"""Stretches of time of which no event tells, and that are far longer than others in between."""

from __future__ import annotations

import numpy as np

from timeline_app.domain.time.calendar import SECONDS_PER_DAY
from timeline_app.layout import Era
from timeline_app.layout.scale import Instants

_FEWEST = 3  # stretches before any can be called long
_LONG = 3  # times the usual one
_MOST = 200  # the longest ones
_YEAR = 365.2425 * SECONDS_PER_DAY
_AGES = ((1e9, "billion"), (1e6, "million"))
_UNITS = (
    ("year", _YEAR, 2),
    ("month", _YEAR / 12, 2),
    ("week", 7.0 * SECONDS_PER_DAY, 2),
    ("day", 1.0 * SECONDS_PER_DAY, 1),
    ("hour", 3_600.0, 1),
    ("minute", 60.0, 1),
)


def gaps_between(begins: Instants, ends: Instants) -> tuple[Era, ...]:
    """The gaps between events that begin and end at these instants, in order of time.

    A gap is a stretch between two events in which none lies, not even the uncertain part of one,
    and that is at least three times as long as the median of such stretches. What is open on one
    side is known at its other side alone.
    """
    order = np.argsort(begins, kind="stable")
    reached = np.maximum.accumulate(ends[order])[:-1]
    following = begins[order][1:]
    is_between = following > reached
    reached, following = reached[is_between], following[is_between]
    lengths = following - reached
    if len(lengths) < _FEWEST:
        return ()
    long = np.flatnonzero(lengths >= _LONG * np.median(lengths))
    longest = np.sort(long[np.argsort(-lengths[long], kind="stable")[:_MOST]])
    found = zip(reached[longest].tolist(), following[longest].tolist(), strict=True)
    return tuple(Era(gap_in_words(end - begin), begin, end) for begin, end in found)


def gap_in_words(seconds: int) -> str:
    """How long nothing is told: "7 weeks without events", in whole units, rounded down.

    Of long ages three digits are told: "9.03 billion years without events".
    """
    for size, name in _AGES:
        if seconds >= size * _YEAR:
            return f"{seconds / (size * _YEAR):.3g} {name} years without events"
    for unit, length, least in _UNITS:
        count = int(seconds / length)
        if count >= least:
            return f"{count:,} {unit}{'s' if count > 1 else ''} without events"
    return "less than a minute without events"
