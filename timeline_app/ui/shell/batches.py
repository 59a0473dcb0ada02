"""What one drop, paste or choice of texts has come to."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from timeline_app.services.library import Library


@dataclass(slots=True)
class Batch:
    """What one drop, paste or choice has come to so far."""

    library: Library  # the project that was open when it began
    total: int
    waiting: deque[int] = field(default_factory=deque)  # the keys of what is not settled
    read: dict[int, Callable[[], None]] = field(default_factory=dict)  # how to settle a key
    closed: int = 0
    proposals: int = 0
    folded: int = 0
    events: int = 0  # that stood in files of events
    remarks: list[str] = field(default_factory=list)
    added: list[int] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)


def summary_of(batch: Batch) -> str:
    """What was added, in words; what was found of several articles is only counted."""
    if not batch.added:
        return f"Added {_counted(batch.events, 'event')}"
    folded = f", {batch.folded} folded" if batch.folded else ""
    added = _counted(len(batch.added), "article")
    summary = f"Added {added} with {_counted(batch.proposals, 'proposal')}{folded}"
    if batch.events:
        summary += f", and {_counted(batch.events, 'event')}"
    if not batch.remarks:
        return summary
    if len(batch.added) == 1:
        return f"{summary}. {batch.remarks[0]}"
    return f"{summary}. In {len(batch.remarks)} of them dates stand where no event was found."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"
