"""What tells whether an event is worth a place on a timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.domain import TextRange
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.parsed import ParsedSentence
from timeline_app.extraction.model.word_senses import WordSenses

_STEPS = (-1.0, 0.0, 1.0, 2.0, 3.0, 4.0)  # of the tagger's score
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class EventText:
    """A parsed article: its events by sentence, its time expressions and its title."""

    sentences: Sequence[ParsedSentence]
    events: Sequence[Sequence[TaggedEvent]]
    times: Sequence[TextRange]
    title: str

    def lemma_counts(self) -> Counter[str]:
        """How often each lemma stands for an event."""
        return Counter(
            sentence.words[event.word].lemma
            for sentence, events in zip(self.sentences, self.events, strict=True)
            for event in events
        )

    def words_of_title(self) -> frozenset[str]:
        """The words of the title in lower case."""
        return frozenset(self.title.lower().replace(",", " ").split())


def salience_features(
    text: EventText, number: int, event: TaggedEvent, counts: Counter[str], senses: WordSenses
) -> Iterator[str]:
    """The names of the features of an event of sentence `number`."""
    sentence = text.sentences[number]
    word = sentence.words[event.word]
    yield f"upos={word.upos}"
    yield f"class={event.event_class}"
    yield f"as={word.relation}"
    yield f"lemma={word.lemma}"
    yield from senses.features_of(word.lemma, word.upos)
    yield f"tense={event.form.tense}+{event.form.aspect}"
    yield f"modal={event.form.modality != 'NONE'}"
    yield f"negated={event.form.is_negated}"
    yield f"passive={event.form.is_passive}"
    yield from (f"sure>{step}" for step in _STEPS if event.score > step)
    yield from _features_of_place(text, number, event)
    yield from _features_of_arguments(text, sentence, event)
    yield f"repeated={min(counts[word.lemma], 4)}"
    if word.lower in text.words_of_title() or word.lemma in text.words_of_title():
        yield "in-title"


def _features_of_place(text: EventText, number: int, event: TaggedEvent) -> Iterator[str]:
    yield f"sentence={min(number, 12)}"
    yield f"tenth={10 * number // max(len(text.sentences), 1)}"
    yield f"events-here={min(len(text.events[number]), 8)}"
    sentence = text.sentences[number]
    depth, above = 0, event.word
    while sentence.words[above].head != above and depth < _DEEPEST:
        above = sentence.words[above].head
        depth += 1
        if any(other.word == above for other in text.events[number]):
            yield "below-event"
            yield f"below={sentence.words[above].lemma}"
            break
    yield f"depth={depth}"
    if text.events[number] and event == text.events[number][0]:
        yield "first-here"


def _features_of_arguments(
    text: EventText, sentence: ParsedSentence, event: TaggedEvent
) -> Iterator[str]:
    for child in sentence.children[event.word]:
        word = sentence.words[child]
        role = word.relation.partition(":")[0]
        yield f"has={role}"
        below = sentence.subtree(child)
        first, last = sentence.words[below[0]].range, sentence.words[below[-1]].range
        if role in ("nsubj", "obj", "obl", "nmod"):
            inside = [n for n in sentence.names if first.start <= n.range.start < last.end]
            yield from (f"named={role}+{name.kind}" for name in inside)
            yield f"{role}-tag={word.upos}"
        if any(first.start <= time.start < last.end for time in text.times):
            yield "dated"
    here = sentence.range
    if any(here.start <= time.start < here.end for time in text.times):
        yield "time-here"
