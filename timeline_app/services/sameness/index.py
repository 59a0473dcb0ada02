"""An index of the events of a project, in which those that are told alike lie together.

Each event is entered under its rarest words: those of its title, and the names in it. Only events
that share some of them, lie at the same time, and come from other articles are compared, so that
one more article costs the same in a project of any size.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from heapq import nlargest
from itertools import islice, product

from timeline_app.domain import Article, Event, Evidence
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.calendar import SECONDS_PER_DAY
from timeline_app.services.project import Project
from timeline_app.services.sameness.circumstances import Account, circumstances
from timeline_app.services.sameness.telling import Telling, signs_of, tell, trigger_in
from timeline_app.services.sameness.weighing import Vector, Weighing
from timeline_app.services.sameness.words import stems_in

_KEYS = 8  # words that an event is entered under
_CROWD = 300  # a word of more events than that tells nothing here
_COMPARED = 24
_LEAST_SHARED = 2
_TELLINGS = 4  # of an event that many articles tell of
_LEAD = 3_000  # characters of an article that tell what it is about
_ARTICLES_KEPT, _TELLINGS_KEPT = 512, 4_096
_NEAR = 3 * SECONDS_PER_DAY  # so far apart may be dates of one event that a source has wrong


class EventIndex:
    """Finds the events that may be the same as one event, with the logarithm of the odds.

    Events that are folded, rejected, or rest on no article are never found.
    """

    def __init__(self, project: Project, weighing: Weighing) -> None:
        self._project = project
        self._weighing = weighing
        self._keys: dict[int, tuple[str, ...]] = {}
        self._events: defaultdict[str, set[int]] = defaultdict(set)
        self._article = lru_cache(_ARTICLES_KEPT)(self._vector_of)
        self._told = lru_cache(_TELLINGS_KEPT)(self._telling_of)

    def __len__(self) -> int:
        return len(self._keys)

    def take(self, event_id: int) -> None:
        """Enter an event as it is now, or let go of one that is no more."""
        for key in self._keys.pop(event_id, ()):
            self._events[key].discard(event_id)
        event = self._project.events.get(event_id)
        if event is None or event.is_set_aside:
            return
        keys = self._keys_of(event)
        if keys:
            self._keys[event_id] = keys
            for key in keys:
                self._events[key].add(event_id)

    def similar(self, event_id: int) -> list[tuple[int, float]]:
        """The ids of other events with their scores, the likeliest first."""
        event = self._project.events.get(event_id)
        if event is None or event_id not in self._keys:
            return []
        scored = [(other.id, self._score(event, other)) for other in self._candidates(event)]
        return sorted(scored, key=lambda pair: (-pair[1], pair[0]))

    def _keys_of(self, event: Event) -> tuple[str, ...]:
        """Words that need no evidence: that of a large project is not looked at before its time."""
        if not self._project.articles_of_event(event.id):
            return ()
        words = (event.title, *event.people, *event.organisations, *event.places)
        stems = dict.fromkeys(stems_in(" ".join(words)))
        return tuple(nlargest(_KEYS, stems, key=self._weighing.rarity))

    def _candidates(self, event: Event) -> list[Event]:
        """The events that share most of the rare words, and lie at the same time."""
        shared: Counter[int] = Counter()
        for key in self._keys[event.id]:
            if len(self._events[key]) <= _CROWD:
                shared.update(self._events[key])
        del shared[event.id]
        likely = (other for other, count in shared.most_common() if count >= _LEAST_SHARED)
        found = (self._project.events[other] for other in likely)
        return list(islice((o for o in found if self._is_possible(event, o)), _COMPARED))

    def _is_possible(self, one: Event, other: Event) -> bool:
        """Whether the dates allow it, and no article tells of both."""
        if not _are_near(one.span, other.span):
            return False
        told, others = (
            {article.id for article in self._project.articles_of_event(event.id)}
            for event in (one, other)
        )
        return not told & others

    def _score(self, one: Event, other: Event) -> float:
        """The best score of their tellings, and what dates, parts and titles add."""
        accounts = self._account(one), self._account(other)
        weighing = self._weighing
        pairs = product(*(account.tellings for account in accounts))
        words = max(weighing.score(signs_of(*pair)) for pair in pairs)
        return words + circumstances(weighing, *accounts)

    def _account(self, event: Event) -> Account:
        evidence = tuple(self._project.evidence_of_event(event.id)[:_TELLINGS])
        return Account(event, evidence, tuple(map(self._told, evidence)))

    def _telling_of(self, evidence: Evidence) -> Telling:
        article = self._article(self._project.articles[evidence.article_id])
        return tell(self._weighing, evidence.quote, trigger_in(evidence), article)

    def _vector_of(self, article: Article) -> Vector:
        return self._weighing.vector(stems_in(f"{article.title}\n{article.text[:_LEAD]}"))


def _are_near(one: TimeSpan | None, other: TimeSpan | None) -> bool:
    """Whether two events can be the same by their dates, one of which a source may have wrong."""
    if one is None or other is None:
        return True
    return _gap(one, other) <= _NEAR and _gap(other, one) <= _NEAR


def _gap(one: TimeSpan, other: TimeSpan) -> int:
    """The seconds between the end of one and the beginning of the other; below 0 they overlap."""
    if one.latest_end is None or other.earliest_start is None:
        return -1
    return other.earliest_start - one.latest_end
