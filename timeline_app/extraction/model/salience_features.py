"""What tells whether an event is worth a place on a timeline."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from timeline_app.domain import TextRange
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.event_text import EventText, is_within, stem_of
from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord
from timeline_app.extraction.model.word_senses import WordSenses

_SURE = (-1.0, 0.0, 1.0, 2.0, 3.0, 4.0)  # of the tagger's score
_OFTEN = (1, 2, 4)
_FEW = (0, 1)
_FAR = (30, 80)  # characters
_DEEPEST = 8
_CLUSTER_BITS = (4, 6, 8, 10, 12, 16)


def salience_features(
    text: EventText, number: int, event: TaggedEvent, senses: WordSenses
) -> Iterator[str]:
    """The names of the features of an event of sentence `number`."""
    sentence = text.sentences[number]
    yield from _features_of_word(sentence.words[event.word], event, senses)
    yield from _features_of_form(event)
    yield from _features_of_place(text, number, event)
    yield from _features_of_repetition(text, number, event)
    yield from _features_of_children(text, sentence, event, senses)
    own = _own_words(sentence, event, text.events[number])
    yield from _features_of_names(sentence, own)
    yield from _features_of_times(text.times_in(sentence), sentence, event, own)


def _features_of_word(word: ParsedWord, event: TaggedEvent, senses: WordSenses) -> Iterator[str]:
    yield f"upos={word.upos}"
    yield f"class={event.event_class}"
    yield f"as={word.relation}"
    yield f"lemma={word.lemma}"
    yield f"lemma={word.lemma}+{word.upos}"
    yield f"lemma={word.lemma}+{event.event_class}"
    yield f"lemma={word.lemma}+{word.main_relation}"
    yield from senses.features_of(word.lemma, word.upos)
    if word.cluster:
        yield from (f"cluster{n}={word.cluster & ((1 << n) - 1)}" for n in _CLUSTER_BITS)


def _features_of_form(event: TaggedEvent) -> Iterator[str]:
    yield f"tense={event.form.tense}+{event.form.aspect}"
    yield f"modal={event.form.modality != 'NONE'}"
    yield f"negated={event.form.is_negated}"
    yield f"passive={event.form.is_passive}"
    yield from _above("sure", event.score, _SURE)


def _features_of_place(text: EventText, number: int, event: TaggedEvent) -> Iterator[str]:
    yield f"sentence={min(number, 12)}"
    yield f"tenth={10 * number // max(len(text.sentences), 1)}"
    here = text.events[number]
    yield f"events-here={min(len(here), 8)}"
    if event == here[0]:
        yield "first-here"
    sentence = text.sentences[number]
    if is_within(text.quoted, sentence.words[event.word].range.start):
        yield "quoted"
    yield from _features_of_depth(sentence, event, here)


def _features_of_depth(
    sentence: ParsedSentence, event: TaggedEvent, here: Sequence[TaggedEvent]
) -> Iterator[str]:
    classes = {each.word: each.event_class for each in here}
    head = sentence.words[event.word].head
    depth, above = 0, event.word
    while sentence.words[above].head != above and depth < _DEEPEST:
        above = sentence.words[above].head
        depth += 1
        if above in classes:
            yield "below-event"
            yield f"below={sentence.words[above].lemma}"
            yield f"below-class={classes[above]}"
            yield f"head={sentence.words[head].lemma}"
            break
    yield f"depth={depth}"


def _features_of_repetition(text: EventText, number: int, event: TaggedEvent) -> Iterator[str]:
    word = text.sentences[number].words[event.word]
    stem = stem_of(word.lemma)
    yield f"repeated={min(text.event_lemmas[word.lemma], 4)}"
    yield from _above("spoken-of", text.stems[stem], _OFTEN)
    yield from _above("as-event", text.event_stems[stem], _OFTEN)
    if (number, event.word) in text.first_mentions:
        yield "first-mention"
    if word.lower in text.title_words or word.lemma in text.title_words:
        yield "in-title"
    if stem in text.title_stems:
        yield "stem-in-title"


def _features_of_children(
    text: EventText, sentence: ParsedSentence, event: TaggedEvent, senses: WordSenses
) -> Iterator[str]:
    times = text.times_in(sentence)
    for child in sentence.children[event.word]:
        word = sentence.words[child]
        role = word.main_relation
        yield f"has={role}"
        below = sentence.subtree(child)
        whole = TextRange(sentence.words[below[0]].range.start, sentence.words[below[-1]].range.end)
        if role in ("nsubj", "obj", "obl", "nmod"):
            inside = [n for n in sentence.names if whole.start <= n.range.start < whole.end]
            yield from (f"named={role}+{name.kind}" for name in inside)
            yield f"{role}-tag={word.upos}"
        if role in ("nsubj", "obj"):
            yield f"{role}-lemma={word.lemma.lower()}"
            said = senses.features_of(word.lemma, word.upos)
            yield from (f"{role}-{each}" for each in said if not each.startswith("field"))
        if any(whole.start <= time.start < whole.end for time in times):
            yield "dated"


def _own_words(
    sentence: ParsedSentence, event: TaggedEvent, here: Sequence[TaggedEvent]
) -> list[int]:
    """The event's word and those below it, but none of what other verbs tell."""
    verbs = {each.word for each in here if sentence.words[each.word].upos == "VERB"}
    found = [event.word]
    for member in found:
        found.extend(child for child in sentence.children[member] if child not in verbs)
    return found


def _features_of_names(sentence: ParsedSentence, own: Sequence[int]) -> Iterator[str]:
    inside = set(own)
    kinds = [
        name.kind for name in sentence.names if not inside.isdisjoint(range(name.first, name.last))
    ]
    yield from _above("names", len(kinds), _FEW)
    for kind in ("PER", "ORG", "LOC"):
        yield from _above(kind, kinds.count(kind), _FEW)
    numbers = sum(sentence.words[index].upos == "NUM" for index in own)
    yield from _above("numbers", numbers, _FEW)


def _features_of_times(
    times: Sequence[TextRange], sentence: ParsedSentence, event: TaggedEvent, own: Sequence[int]
) -> Iterator[str]:
    if not times:
        return
    yield "time-here"
    yield from _above("times-here", len(times), _FEW)
    if any(is_within(times, sentence.words[index].range.start) for index in own):
        yield "own-time"
    start = sentence.words[event.word].range.start
    after = bisect_left(times, start, key=attrgetter("start"))
    near = times[max(after - 1, 0) : after + 1]
    yield from _above("time-away", min(abs(time.start - start) for time in near), _FAR)


def _above(name: str, value: float, steps: Sequence[float]) -> Iterator[str]:
    return (f"{name}>{step}" for step in steps if value > step)
