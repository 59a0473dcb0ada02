"""What the researcher rejects again and again moves to the end of the queue.

Learnt from the decisions of the project alone, on this computer: nothing else is kept of them but
what has been forgotten, which then counts no more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.domain import ChangeSet, Event, Evidence, Origin, ReviewStatus
from timeline_app.services.library import Library
from timeline_app.services.project import Project

_KEY = "habits"
_FEWEST = 5  # rejections before anything is concluded
_LARGEST_SHARE = 0.1  # of those accepted all the same
_LOOKED_AT = 5_000  # decisions, the latest ones
_REJECTED, _ACCEPTED = "rejected", "accepted"
_STATUSES = {ReviewStatus.REJECTED: _REJECTED, ReviewStatus.ACCEPTED: _ACCEPTED}

Trait = tuple[str, str]  # words that complete "proposals …", and a value


@dataclass(frozen=True, slots=True)
class Habit:
    """A trait of proposals that are nearly always rejected, and how often they were."""

    trait: Trait
    rejected: int
    decided: int

    @property
    def sentence(self) -> str:
        """Why a proposal comes late, for the researcher."""
        what, value = self.trait
        return (
            f"At the end of the queue: you rejected {self.rejected} of {self.decided} proposals "
            f"{what} “{value}”."
        )


class Habits:
    """Follows the decisions of one open project, and orders its queues."""

    def __init__(self, library: Library) -> None:
        self._library = library
        kept = library.read_setting(_KEY, {})
        kept = kept if isinstance(kept, dict) else {}
        self._is_on = bool(kept.get("is_on", True))
        self._forgotten = Counter(_counts_from(kept.get("forgotten")))
        self._counts: Counter[tuple[str, Trait]] = Counter()
        self._taken: dict[int, tuple[str, tuple[Trait, ...]]] = {}
        for event_id in library.project.latest_decided(_LOOKED_AT):
            self._take(event_id)

    @property
    def is_on(self) -> bool:
        """Whether queues are ordered by it."""
        return self._is_on

    @property
    def learnt(self) -> list[Habit]:
        """All that has been learnt, the most frequent first."""
        traits = {trait for _status, trait in self._counts}
        found = [habit for trait in traits if (habit := self._habit(trait)) is not None]
        return sorted(found, key=lambda habit: (-habit.rejected, habit.trait))

    def switch(self, *, is_on: bool) -> None:
        """Order queues by it, or no longer. Raises UserError."""
        self._is_on = is_on
        self._keep()

    def forget(self) -> None:
        """Let all decisions so far count no more. Raises UserError."""
        self._forgotten = Counter(self._counts)
        self._keep()

    def follow(self, change: ChangeSet) -> None:
        """Take in decisions."""
        for event_id in change.events:
            self._leave(event_id)
            self._take(event_id)

    def against(self, event_id: int) -> Habit | None:
        """Why a proposal comes late; None where it does not."""
        project = self._library.project
        event = project.events[event_id]
        if not self._is_on or event.status is not ReviewStatus.PROPOSED:
            return None
        found = (self._habit(trait) for trait in _traits(project, event))
        return max(filter(None, found), key=lambda habit: habit.rejected, default=None)

    def queue(self, article_id: int) -> list[Event]:
        """As `Project.queue`, but what is nearly always rejected comes behind the others."""
        waiting = self._library.project.queue(article_id)
        if not self._is_on or not self._counts:
            return waiting
        return sorted(waiting, key=lambda event: self.against(event.id) is not None)

    def _habit(self, trait: Trait) -> Habit | None:
        rejected, accepted = (
            self._counts[status, trait] - self._forgotten[status, trait]
            for status in (_REJECTED, _ACCEPTED)
        )
        if rejected < _FEWEST or accepted > _LARGEST_SHARE * rejected:
            return None
        return Habit(trait, rejected, rejected + accepted)

    def _take(self, event_id: int) -> None:
        event = self._library.project.events.get(event_id)
        if event is None or event.origin is not Origin.PROGRAM or event.status not in _STATUSES:
            return
        status, traits = _STATUSES[event.status], tuple(_traits(self._library.project, event))
        self._taken[event_id] = status, traits
        self._counts.update((status, trait) for trait in traits)

    def _leave(self, event_id: int) -> None:
        status, traits = self._taken.pop(event_id, ("", ()))
        self._counts.subtract((status, trait) for trait in traits)

    def _keep(self) -> None:
        forgotten = [[status, *trait, count] for (status, trait), count in self._forgotten.items()]
        self._library.write_setting(_KEY, {"is_on": self._is_on, "forgotten": forgotten})


def _traits(project: Project, event: Event) -> Iterator[Trait]:
    """What a proposal has in common with others: the word that names it, who says so."""
    evidence = project.dating_evidence(event.id)
    if evidence is None:
        return
    word = _word(evidence)
    if word:
        yield "with the word", word
    if evidence.source:
        yield "said by", evidence.source


def _word(evidence: Evidence) -> str:
    if evidence.trigger is None or evidence.trigger.start < evidence.quote_range.start:
        return ""
    start = evidence.trigger.start - evidence.quote_range.start
    end = evidence.trigger.end - evidence.quote_range.start
    return evidence.quote[start:end].casefold()


def _counts_from(kept: object) -> dict[tuple[str, Trait], int]:
    """What `forget` kept; anything else is nothing."""
    counts: dict[tuple[str, Trait], int] = {}
    for each in kept if isinstance(kept, list) else []:
        match each:
            case [str(status), str(what), str(value), int(count)]:
                counts[status, (what, value)] = count
    return counts
