"""Which events of a project may be the same, kept up to date as the project changes.

Nothing is compared at once: `follow` notes what has changed, `work` does a little of what is noted,
so that a window can do it between two frames.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from timeline_app.services.project import Project
from timeline_app.services.review.merging import apart_pairs
from timeline_app.services.sameness.index import EventIndex
from timeline_app.services.sameness.weighing import Weighing

Pair = tuple[int, int]
_AT_ONCE = 150  # events that are entered in a few milliseconds


@dataclass(frozen=True, slots=True)
class Similar:
    """Two events that may be one, the older first; `score` is the logarithm of the odds."""

    one: int
    other: int
    score: float

    def than(self, event_id: int) -> int:
        """The one of them that is not this one."""
        return self.other if event_id == self.one else self.one


class Suggestions:
    """The pairs of similar events in a project, but for those that are kept apart."""

    def __init__(self, project: Project, weighing: Weighing) -> None:
        self._project = project
        self._least = weighing.least
        self._index = EventIndex(project, weighing)
        self._scores: dict[Pair, float] = {}
        self._partners: defaultdict[int, set[int]] = defaultdict(set)
        self._to_enter: dict[int, None] = dict.fromkeys(reversed(list(project.events)))
        self._to_compare: dict[int, None] = {}
        self._entered = 0
        self._compared: dict[int, int] = {}  # how many were entered when an event was compared

    @property
    def is_done(self) -> bool:
        """Whether everything is compared that there is."""
        return not (self._to_enter or self._to_compare)

    def follow(self, event_ids: Iterable[int]) -> None:
        """Note that events were added, changed, or taken away."""
        for event_id in event_ids:
            self._forget(event_id)
            if event_id in self._project.events:
                self._to_enter[event_id] = None
            else:
                self._index.take(event_id)
                self._to_enter.pop(event_id, None)

    def work(self) -> bool:
        """Do one step of what is noted, a millisecond or two; whether it changed the pairs."""
        if self._to_enter:
            self._enter(self._to_enter.popitem()[0])
            return False
        if not self._to_compare:
            return False
        event_id, _ = self._to_compare.popitem()
        return self._compare(event_id)

    def look_at(self, event_id: int) -> None:
        """Compare one event now, before those that are noted; a small project is entered whole."""
        if event_id in self._to_enter:
            del self._to_enter[event_id]
            self._enter(event_id)
        for _ in range(min(len(self._to_enter), _AT_ONCE)):
            self._enter(self._to_enter.popitem()[0])
        if self._compared.get(event_id) != self._entered:
            self._to_compare.pop(event_id, None)
            self._compare(event_id)

    def of(self, event_id: int) -> list[Similar]:
        """What may be the same as an event, the likeliest first."""
        pairs = (_pair(event_id, other) for other in self._partners.get(event_id, ()))
        return self._shown(pairs)

    def all(self) -> list[Similar]:
        """All pairs, the likeliest first."""
        return self._shown(self._scores)

    def _enter(self, event_id: int) -> None:
        self._entered += 1
        self._index.take(event_id)
        self._to_compare[event_id] = None

    def _shown(self, pairs: Iterable[Pair]) -> list[Similar]:
        apart, events = apart_pairs(self._project), self._project.events
        found = [
            Similar(*pair, self._scores[pair])
            for pair in pairs
            if pair not in apart and all(each in events for each in pair)
        ]
        return sorted(found, key=lambda each: (-each.score, each.one, each.other))

    def _compare(self, event_id: int) -> bool:
        self._compared[event_id] = self._entered
        found = [
            (_pair(event_id, other), score)
            for other, score in self._index.similar(event_id)
            if score >= self._least
        ]
        is_new = any(pair not in self._scores for pair, _ in found)
        for pair, score in found:
            self._scores[pair] = score
            self._partners[pair[0]].add(pair[1])
            self._partners[pair[1]].add(pair[0])
        return is_new

    def _forget(self, event_id: int) -> None:
        self._to_compare.pop(event_id, None)
        for other in self._partners.pop(event_id, ()):
            self._partners[other].discard(event_id)
            self._scores.pop(_pair(event_id, other), None)


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
