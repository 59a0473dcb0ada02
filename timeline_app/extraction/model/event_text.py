"""An article as the salience ranker sees it: its events, and what it speaks of how often."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from timeline_app.domain import TextRange
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.parsed import ParsedSentence

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_STEM = 5  # "resignation" and "resigned" begin with as many letters that are the same
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class EventText:
    """A parsed article: its events by sentence and its title.

    `times` are its time expressions, `quoted` the stretches in somebody's own words, in text order.
    """

    sentences: Sequence[ParsedSentence]
    events: Sequence[Sequence[TaggedEvent]]
    times: Sequence[TextRange]
    title: str
    quoted: Sequence[TextRange] = ()

    @cached_property
    def event_lemmas(self) -> Counter[str]:
        """How often each lemma stands for an event."""
        return Counter(self.sentences[number].words[word].lemma for number, word in self._places())

    @cached_property
    def event_stems(self) -> Counter[str]:
        """How often each stem stands for an event."""
        return Counter(stem_of(self.sentences[n].words[word].lemma) for n, word in self._places())

    @cached_property
    def stems(self) -> Counter[str]:
        """How often the stem of each noun, verb, adjective and number is in the text."""
        words = (word for sentence in self.sentences for word in sentence.words)
        return Counter(stem_of(word.lemma) for word in words if word.upos in _TELLING)

    @cached_property
    def first_mentions(self) -> frozenset[tuple[int, int]]:
        """The sentence and word of the first event of each stem."""
        first: dict[str, tuple[int, int]] = {}
        for number, word in self._places():
            first.setdefault(stem_of(self.sentences[number].words[word].lemma), (number, word))
        return frozenset(first.values())

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The words of the title in lower case."""
        return frozenset(_WORD.findall(self.title.lower()))

    @cached_property
    def title_stems(self) -> frozenset[str]:
        """The stems of the words of the title."""
        return frozenset(stem_of(word) for word in self.title_words)

    def times_in(self, sentence: ParsedSentence) -> Sequence[TextRange]:
        """The time expressions that begin in a sentence."""
        start = attrgetter("start")
        first = bisect_left(self.times, sentence.range.start, key=start)
        return self.times[first : bisect_left(self.times, sentence.range.end, key=start)]

    def _places(self) -> Iterator[tuple[int, int]]:
        for number, events in enumerate(self.events):
            yield from ((number, event.word) for event in events)


def stem_of(word: str) -> str:
    """What a word begins with, in lower case: the same for most words of one family."""
    return word.lower()[:_STEM]


def is_within(ranges: Sequence[TextRange], position: int) -> bool:
    """Whether a character stands in one of some ranges, which are in text order."""
    place = bisect_right(ranges, position, key=attrgetter("start"))
    return place > 0 and position < ranges[place - 1].end
