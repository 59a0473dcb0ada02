"""Times: which time expression dates which event, and how.

A time dates the event that it hangs on in the tree. Events that a sentence tells of in one breath
share it: joined verbs, a light verb and its noun, a clause of "when" and the clause around it. What
has no time then may take over that of another sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline_app.domain import Relation
from timeline_app.extraction.events.reading import ReadText
from timeline_app.extraction.events.times.carrying import carried
from timeline_app.extraction.events.times.governors import governed
from timeline_app.extraction.events.times.link import TimeLink
from timeline_app.extraction.events.times.relations import relation_of
from timeline_app.extraction.events.times.sharing import Share, shares_of

_NO_LIMITS = (Relation.WITHIN, Relation.THROUGHOUT)

__all__ = ["TimeLink", "link_times"]


def link_times(read: ReadText) -> tuple[Mapping[int, TimeLink], ...]:
    """For each sentence, the link of every event word that has a time. Takes linear time."""
    links = [_links(read, number) for number in range(len(read.sentences))]
    return tuple(carried(read, links))


def _links(read: ReadText, number: int) -> dict[int, TimeLink]:
    sentence, times = read.sentences[number], read.times[number]
    if not times:
        return {}
    events = {event.word: event for event in read.events[number]}
    links = {
        word: TimeLink(time, number, relation_of(sentence, time))
        for word, time in governed(sentence, events.keys(), times).items()
    }
    _spread(links, shares_of(sentence, events))
    return links


def _spread(links: dict[int, TimeLink], shares: Iterable[Share]) -> None:
    """Hand times on to events without one."""
    for share in shares:
        link = links.get(share.giver)
        if link is None or share.taker in links or not share.suits(link.time):
            continue
        if share.is_own or link.relation in _NO_LIMITS:
            links[share.taker] = TimeLink(
                link.time, link.sentence, link.relation, share.why, share.is_own
            )
