"""The open project in memory: what the views read."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace
from itertools import islice, repeat
from types import MappingProxyType
from typing import Any

from timeline_app.domain import (
    Alias,
    Article,
    Change,
    ChangeSet,
    Edit,
    Event,
    Evidence,
    Preferences,
    Reading,
    Record,
    ReviewStatus,
    Ruling,
)
from timeline_app.domain.time import TimeSpan
from timeline_app.services.lazy_records import LazyById
from timeline_app.services.linked_order import in_linked_order
from timeline_app.services.names import Names, bears
from timeline_app.storage.lazy import LazyEvent, LazyEvidence

_Key = tuple[bool, tuple[int, ...], int]
_Place = tuple[int, int, int]  # of evidence in a text: its quote, the named word, its id
_Kind = tuple[ReviewStatus, bool]
AnyRecord = Record | LazyEvent | LazyEvidence


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the review of an article, or of the project, has come.

    `total` are the proposed, accepted and rejected events. The folded ones stand beside it: a
    review is complete without them. `undated` counts those, neither folded nor rejected, that have
    no date yet, and is contained in the others.
    """

    proposed: int = 0
    accepted: int = 0
    rejected: int = 0
    undated: int = 0
    total: int = 0
    folded: int = 0

    @classmethod
    def of(cls, events: Iterable[Event]) -> Counts:
        """The counts over some events."""
        return cls.tallied(Counter(map(_kind, events)))

    @classmethod
    def tallied(cls, tally: Counter[_Kind]) -> Counts:
        """The counts over events that are told apart by status and want of a date alone."""
        statuses = {status: tally[status, True] + tally[status, False] for status in ReviewStatus}
        proposed, accepted = statuses[ReviewStatus.PROPOSED], statuses[ReviewStatus.ACCEPTED]
        rejected = statuses[ReviewStatus.REJECTED]
        return cls(
            proposed,
            accepted,
            rejected,
            undated=tally[ReviewStatus.PROPOSED, True] + tally[ReviewStatus.ACCEPTED, True],
            total=proposed + accepted + rejected,
            folded=statuses[ReviewStatus.FOLDED],
        )


class Project:
    """A read model that follows every change without looking at the rest of the project.

    The mappings `articles`, `events` and `evidence` go from id to value, in the order in which
    the records were made, and stay live. Values are immutable; only `follow` changes what is in
    the mappings.
    """

    def __init__(self, records: Iterable[AnyRecord] = ()) -> None:
        self._articles: dict[int, Article] = {}
        self._events: LazyById[Event, LazyEvent] = LazyById()
        self._evidence: LazyById[Evidence, LazyEvidence] = LazyById()
        self._preferences: dict[int, Preferences] = {}
        self._rulings: dict[int, Ruling] = {}
        # Of an event the articles, and of an article the places and events, by the evidence's id.
        self._by_event: defaultdict[int, dict[int, int]] = defaultdict(dict)
        self._by_article: defaultdict[int, dict[int, tuple[_Place, int]]] = defaultdict(dict)
        self._by_hash: dict[str, int] = {}
        self._article_ids: list[int] = []
        self._chronology: list[_Key] | None = None  # made when it is first asked for
        self._tally: Counter[_Kind] = Counter()
        self.articles: Mapping[int, Article] = MappingProxyType(self._articles)
        self.events: Mapping[int, Event] = MappingProxyType(self._events)
        self.evidence: Mapping[int, Evidence] = MappingProxyType(self._evidence)
        self.rulings: Mapping[int, Ruling] = MappingProxyType(self._rulings)
        self.names = Names()
        self._kinds: dict[type[Record], MutableMapping[int, Any]] = {
            Preferences: self._preferences,
            Article: self._articles,
            Event: self._events,
            Evidence: self._evidence,
            Ruling: self._rulings,
            Alias: self.names.aliases,
        }
        self._fill(records)

    def follow(self, change: Change) -> ChangeSet:
        """Take over a change that has been saved, and say what it touched."""
        for edit in change.edits:
            self._follow_edit(edit)
        touched = ChangeSet.of(change.edits)
        renamed = self._bearing(edit.record for edit in change.edits)
        return replace(touched, events=touched.events | renamed) if renamed else touched

    def shown(self, event: Event) -> Event:
        """An event with the names that its people, organisations and places go by."""
        return self.names.shown(event)

    @property
    def records(self) -> tuple[Record, ...]:
        """All records as they are now; a project made of them is equal to this one."""
        return tuple(record for kind in self._kinds.values() for record in kind.values())

    @property
    def preferences(self) -> Preferences:
        """What the researcher has laid down for the whole project."""
        return next(iter(self._preferences.values()), Preferences())

    @property
    def has_preferences(self) -> bool:
        """Whether preferences were ever laid down, if only to take them back."""
        return bool(self._preferences)

    def chronological(self, status: ReviewStatus | None = None) -> list[Event]:
        """The events, or those of one status, in order of time; those without a date last.

        Those that begin together come in the order that links between them tell.
        """
        if self._chronology is None:
            self._chronology = sorted(_key(self._events.held(each)) for each in self._events)
        ids = (key[2] for key in self._chronology)
        chosen = [each for each in ids if status is None or self._status(each) is status]
        ordered = in_linked_order(chosen, self._rulings.values(), self._begin)
        return [self._events[each] for each in ordered]

    def evidence_of_event(self, event_id: int) -> list[Evidence]:
        """What an event rests on, the oldest evidence first."""
        return [self._evidence[i] for i in sorted(self._by_event.get(event_id, ()))]

    def evidence_of_article(self, article_id: int) -> list[Evidence]:
        """The evidence an article gives, by its place in the text."""
        return [self._evidence[place[-1]] for place, _event in self._places(article_id)]

    def dating_evidence(self, event_id: int) -> Evidence | None:
        """The evidence that gives an event its date.

        It is the oldest whose chosen reading is the event's date, or else the oldest of all; None
        when the event rests on nothing.
        """
        event, evidence = self._events[event_id], self.evidence_of_event(event_id)
        for candidate in evidence:
            if event.span is not None and chosen_span(candidate) == event.span:
                return candidate
        return evidence[0] if evidence else None

    def events_of_article(self, article_id: int, *, with_folded: bool = True) -> list[Event]:
        """The events an article is evidence for, in the order of the text."""
        ids = dict.fromkeys(event_id for _place, event_id in self._places(article_id))
        events = (self._events[event_id] for event_id in ids)
        return [event for event in events if with_folded or event.status is not ReviewStatus.FOLDED]

    def folded(self, article_id: int) -> list[Event]:
        """The folded proposals of an article, in the order of the text."""
        events = self.events_of_article(article_id)
        return [event for event in events if event.status is ReviewStatus.FOLDED]

    def told_by_several(self) -> list[int]:
        """The ids of the events that rest on more than one piece of evidence, ascending."""
        return sorted(event_id for event_id, found in self._by_event.items() if len(found) > 1)

    def articles_of_event(self, event_id: int) -> list[Article]:
        """The articles that are evidence for an event, the oldest evidence first."""
        found = self._by_event.get(event_id, {})
        if len(found) > 1:
            found = {found[evidence_id]: 0 for evidence_id in sorted(found)}
            return [self._articles[article_id] for article_id in found]
        return [self._articles[article_id] for article_id in found.values()]

    def queue(self, article_id: int) -> list[Event]:
        """The events of an article that wait for a decision; what was put off comes last."""
        waiting = [
            event
            for event in self.events_of_article(article_id)
            if event.status is ReviewStatus.PROPOSED
        ]
        return sorted(waiting, key=lambda event: event.times_deferred)

    def held_events(self) -> list[Event | LazyEvent]:
        """All events as they are held, those that nobody has looked at not yet made."""
        return self._events.all_held()

    def articles_of_events(self, event_ids: Iterable[int]) -> Iterator[tuple[int, ...]]:
        """Of each of some events the ids of its articles, as `articles_of_event` orders them."""
        nothing: dict[int, int] = {}
        for found in map(self._by_event.get, event_ids, repeat(nothing)):
            if len(found) > 1:
                yield tuple(dict.fromkeys(found[each] for each in sorted(found)))
            else:
                yield tuple(found.values())

    def latest_decided(self, most: int) -> list[int]:
        """The ids of the newest events that were accepted or rejected, at most so many."""
        counts, decided = self.counts(), (ReviewStatus.ACCEPTED, ReviewStatus.REJECTED)
        ids = (each for each in reversed(self._events) if self._status(each) in decided)
        return list(islice(ids, min(most, counts.accepted + counts.rejected)))

    def waiting_in(self, article_id: int) -> int:
        """How many proposals of an article wait for a decision."""
        ids = {event_id for _place, event_id in self._by_article.get(article_id, {}).values()}
        return sum(self._status(event_id) is ReviewStatus.PROPOSED for event_id in ids)

    def waiting_by_article(self) -> dict[int, int]:
        """How many proposals of each article wait for a decision."""
        proposed = {
            each.id for each in self._events.all_held() if each.status is ReviewStatus.PROPOSED
        }
        return {
            article_id: len(proposed.intersection(event for _place, event in found.values()))
            for article_id, found in self._by_article.items()
        }

    def counts(self, article_id: int | None = None) -> Counts:
        """How far the review of an article has come; of the whole project without an id."""
        if article_id is None:
            return Counts.tallied(self._tally)
        return Counts.of(self.events_of_article(article_id))

    def number_of_article(self, article_id: int) -> int:
        """The place of an article in the order of adding, from 1."""
        return bisect_left(self._article_ids, article_id) + 1

    def article_with_hash(self, content_hash: str) -> Article | None:
        """The article with this text, if the project has it."""
        article_id = self._by_hash.get(content_hash)
        return None if article_id is None else self._articles[article_id]

    def _begin(self, event_id: int) -> int | None:
        order = self._events.held(event_id).order()
        return None if order is None else order[0]

    def _status(self, event_id: int) -> ReviewStatus:
        return self._events.held(event_id).status

    def _places(self, article_id: int) -> list[tuple[_Place, int]]:
        """The places and events of the evidence that an article gives, in the order of the text."""
        return sorted(self._by_article.get(article_id, {}).values())

    def _bearing(self, records: Iterable[Record]) -> frozenset[int]:
        """The events in which any of these aliases is named."""
        aliases = [record for record in records if isinstance(record, Alias)]
        if not aliases:
            return frozenset()
        named = [
            event.id
            for event in self._events.values()
            if any(bears(event, alias) for alias in aliases)
        ]
        return frozenset(named)

    def _fill(self, records: Iterable[AnyRecord]) -> None:
        events: dict[int, Event | LazyEvent] = {}
        evidence: dict[int, Evidence | LazyEvidence] = {}
        for record in records:
            match record:
                case LazyEvent() | Event():
                    events[record.id] = record
                case LazyEvidence():
                    evidence[record.id] = record
                    self._enter_evidence(record, record.place)
                case Evidence():
                    evidence[record.id] = record
                    self._enter_evidence(record, _place_in_text(record))
                case _:
                    self._put(record)
                    self._enter(record)
        self._events.fill(events)
        self._evidence.fill(evidence)
        self._tally = Counter(map(_kind, events.values()))

    def _follow_edit(self, edit: Edit) -> None:
        if edit.before is not None:
            self._leave(edit.before)
        if edit.after is None:
            del self._records_like(edit.record)[edit.record.id]
        else:
            self._put(edit.after)
            self._enter(edit.after)

    def _put(self, record: Record) -> None:
        records = self._records_like(record)
        if isinstance(records, LazyById):
            records.hold(record.id, record)
            return
        comes_back = record.id not in records and record.id < next(reversed(records), 0)
        records[record.id] = record
        if comes_back:  # a deletion was undone: back to its old place
            ordered = sorted(records.items())
            records.clear()
            records.update(ordered)

    def _records_like(self, record: Record) -> MutableMapping[int, Any]:
        return self._kinds[type(record)]

    def _enter(self, record: Record) -> None:
        """Put a record into the indexes."""
        match record:
            case Article():
                self._by_hash[record.content_hash] = record.id
                insort(self._article_ids, record.id)
            case Event():
                if self._chronology is not None:
                    insort(self._chronology, _key(record))
                self._tally[_kind(record)] += 1
            case Evidence():
                self._enter_evidence(record, _place_in_text(record))
            case Alias():
                self.names.renew()

    def _enter_evidence(self, evidence: Evidence | LazyEvidence, place: _Place) -> None:
        self._by_event[evidence.event_id][evidence.id] = evidence.article_id
        self._by_article[evidence.article_id][evidence.id] = (place, evidence.event_id)

    def _leave(self, record: Record) -> None:
        """Take a record out of the indexes."""
        match record:
            case Article():
                self._by_hash.pop(record.content_hash, None)
                del self._article_ids[bisect_left(self._article_ids, record.id)]
            case Event():
                if self._chronology is not None:
                    del self._chronology[bisect_left(self._chronology, _key(record))]
                self._tally[_kind(record)] -= 1
            case Evidence():
                self._by_event[record.event_id].pop(record.id, None)
                self._by_article[record.article_id].pop(record.id, None)
            case Alias():
                self.names.renew()


def chosen_reading(evidence: Evidence) -> Reading | None:
    """The reading in use; None when there is none, or another date was typed."""
    chosen = evidence.chosen
    if chosen is None or chosen >= len(evidence.readings):
        return None
    return evidence.readings[chosen]


def chosen_span(evidence: Evidence) -> TimeSpan | None:
    """The span of the reading in use; None when there is no reading, or another date was typed."""
    reading = chosen_reading(evidence)
    return None if reading is None else reading.span


def _kind(event: Event | LazyEvent) -> _Kind:
    return event.status, not event.is_dated


def _key(event: Event | LazyEvent) -> _Key:
    order = event.order()
    return (order is None, order or (), event.id)


def _place_in_text(evidence: Evidence) -> _Place:
    named = evidence.trigger or evidence.quote_range
    return (evidence.quote_range.start, named.start, evidence.id)
