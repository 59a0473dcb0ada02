"""Times: which time expression dates which event of a sentence, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline_app.domain import Relation
from timeline_app.extraction.events.reading import PlacedTime, ReadText
from timeline_app.extraction.model.parsed import ParsedSentence


@dataclass(frozen=True, slots=True)
class TimeLink:
    """A time that dates an event: which, in which sentence it stands, how it lies to it, and why.

    `why` is a short sentence, empty where the time stands with the event itself.
    """

    time: PlacedTime
    sentence: int
    relation: Relation = Relation.WITHIN
    why: str = ""


def link_times(read: ReadText) -> tuple[Mapping[int, TimeLink], ...]:
    """For each sentence, the link of every event word that has a time."""
    return tuple(_links(read, number) for number in range(len(read.sentences)))


def _links(read: ReadText, number: int) -> dict[int, TimeLink]:
    events = frozenset(event.word for event in read.events[number])
    links: dict[int, TimeLink] = {}
    for time in read.times[number]:
        governor = _governor(read.sentences[number], time.top, events)
        if governor is not None:
            links.setdefault(governor, TimeLink(time, number))
    return links


def _governor(sentence: ParsedSentence, word: int, events: frozenset[int]) -> int | None:
    """The nearest event above a word."""
    while word not in events:
        if sentence.words[word].head == word:
            return None
        word = sentence.words[word].head
    return word
