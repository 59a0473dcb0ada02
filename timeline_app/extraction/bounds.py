"""Bounds: when an event was, from how it lies to the time that its text names."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.domain import Relation
from timeline_app.domain.time import Precision, TimeSpan


def bounded(span: TimeSpan, relation: Relation) -> TimeSpan:
    """The span of an event that lies so to a time with this span.

    What begins with a time has an open end, what ends with it an open beginning, and what lasted
    throughout it took all of it. A span that is open already says as much, and stays.
    """
    begin, end, unit = span.begin, span.end, span.precision
    if begin is None or end is None or span.choices:
        return span
    found = span
    match relation:
        case Relation.BEGINS:
            found = replace(span, latest_end=None)
        case Relation.ENDS:
            found = replace(span, earliest_start=None, latest_start=None)
        case Relation.BEFORE:
            found = TimeSpan.on_or_before(begin - 1, unit)
        case Relation.AFTER:
            found = TimeSpan.on_or_after(end, unit)
        case Relation.THROUGHOUT if unit >= Precision.DAY:
            found = TimeSpan.lasting(begin, end - 1, unit)
    return found.qualified(uncertain=span.uncertain, approximate=span.approximate)
