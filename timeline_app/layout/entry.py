"""What the timeline draws: one entry for each dated event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from timeline_app.domain import Event, ReviewStatus
from timeline_app.domain.time import SpanShape, TimeSpan
from timeline_app.layout.marks import MarkLook, is_planned, is_under_way, look_of

LANE_TONES = ("lane1", "lane2", "lane3", "lane4", "lane5", "lane6")
FADED_TONE = "grid_strong"  # of marks that were not searched for, whatever their state
FADED_TEXT = "control"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """An event as the timeline draws it.

    `lane` is the key of its lane, "" for the one that takes what no other does. `tone` names the
    colour token of its mark. `number` is printed before the mark on paper, None on screen.
    `articles` are the numbers of the articles that report it, and `reported_at` is the last
    instant at which one of them did: an event that goes on is known to go on until then. A tag
    that all events of a cluster share names the cluster.
    """

    id: int
    span: TimeSpan
    label: str
    lane: str = ""
    tone: str = "lane1"
    is_proposed: bool = False
    is_planned: bool = False
    is_under_way: bool = False
    source_count: int = 1
    number: int | None = None
    articles: tuple[int, ...] = ()
    reported_at: int | None = None
    tags: tuple[str, ...] = ()

    @property
    def look(self) -> MarkLook | None:
        """The look of its mark; None when its span says nothing at all."""
        return look_of(
            self.span,
            is_proposed=self.is_proposed,
            is_planned=self.is_planned,
            is_under_way=self.is_under_way,
        )


@runtime_checkable
class TellsLabels(Protocol):
    """A sequence of entries, most of which are made only when they are asked for."""

    def labels(self, places: Sequence[int]) -> list[str]:
        """The labels of the entries at some places."""


def labels_of(entries: Sequence[TimelineEntry], places: Sequence[int]) -> list[str]:
    """The labels of the entries at some places, without making the entries if that can be."""
    if isinstance(entries, TellsLabels):
        return entries.labels(places)
    return [entries[place].label for place in places]


def entry_for(
    event: Event,
    *,
    lane: str = "",
    tone: str = "lane1",
    source_count: int = 1,
    number: int | None = None,
    articles: tuple[int, ...] = (),
    reported_at: int | None = None,
) -> TimelineEntry | None:
    """The entry of an event; None when it is rejected or folded, or has no date to draw."""
    span = event.span
    if span is None or event.is_set_aside:
        return None
    if span.shape is SpanShape.UNKNOWN:
        return None
    return TimelineEntry(
        event.id,
        span,
        event.title,
        lane=lane,
        tone=tone,
        is_proposed=event.status is ReviewStatus.PROPOSED,
        is_planned=is_planned(event),
        is_under_way=is_under_way(event),
        source_count=source_count,
        number=number,
        articles=articles,
        reported_at=reported_at,
        tags=event.tags,
    )
