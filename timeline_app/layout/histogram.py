"""How many events begin in each stretch of the calendar: for the overview."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from timeline_app.layout.axis_text import age_length
from timeline_app.layout.calendar_steps import Step, Unit
from timeline_app.layout.scale import Instants

_MOST_BUCKETS = 60
_STEPS: tuple[tuple[Step, str], ...] = (
    (Step(Unit.HOUR), "per hour"),
    (Step(Unit.DAY), "per day"),
    (Step(Unit.WEEK), "per week"),
    (Step(Unit.MONTH), "per month"),
    (Step(Unit.MONTH, 3), "per quarter"),
    (Step(Unit.YEAR), "per year"),
    (Step(Unit.YEAR, 10), "per decade"),
    (Step(Unit.YEAR, 100), "per century"),
    (Step(Unit.YEAR, 1_000), "per millennium"),
)


def bucket_edges(begin: int, end: int) -> tuple[tuple[int, ...], str]:
    """Edges of at most 60 buckets of the calendar that cover begin to end, and their name."""
    step, name = _bucket(max(1, end - begin))
    edges = list(step.instants(begin, end + 1))
    return (*edges, step.next_after(edges[-1])), name


def _bucket(length: int) -> tuple[Step, str]:
    for step, name in _STEPS:
        if length / step.seconds <= _MOST_BUCKETS:
            return step, name
    count = 10_000
    while length / Step(Unit.AGE, count).seconds > _MOST_BUCKETS:
        count *= 10
    return Step(Unit.AGE, count), f"per {age_length(count)}"


def count_in(edges: Sequence[int], instants: Sequence[int] | Instants) -> tuple[int, ...]:
    """How many of the instants lie in each bucket; those outside are in none."""
    ordered = np.sort(np.asarray(instants, dtype=np.int64))
    places = np.searchsorted(ordered, np.array(edges, dtype=np.int64))
    return tuple(np.diff(places).tolist())
