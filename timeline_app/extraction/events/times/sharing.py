"""Events of a sentence that share a time: one that has none takes it from another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline_app.extraction.events.reading import PlacedTime
from timeline_app.extraction.events.times.relations import is_ahead, linking_words
from timeline_app.extraction.language import event_words, word_classes
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord

_PLANS = ("scheduled", "passive_plan", "possible_plan")


@dataclass(frozen=True, slots=True)
class Share:
    """That one event takes over the time of another, and why; both are words of a sentence.

    A time that stands not before the word `early`, unless that is None, is not taken over, nor by
    what is past one ahead of the article. `is_own` is false for a part of what the giver tells.
    """

    giver: int
    taker: int
    why: str
    is_own: bool
    early: int | None = None
    is_past: bool = False

    def suits(self, time: PlacedTime) -> bool:
        """Whether it may take over this time."""
        is_placed = self.early is None or time.top < self.early
        return is_placed and not (self.is_past and is_ahead(time))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two events of which the lower hangs on the upper."""

    sentence: ParsedSentence
    upper: TaggedEvent
    lower: TaggedEvent

    @property
    def above(self) -> ParsedWord:
        return self.sentence.words[self.upper.word]

    @property
    def below(self) -> ParsedWord:
        return self.sentence.words[self.lower.word]

    def leading(self, *relations: str) -> set[str]:
        """The words that lead to the lower one."""
        children = self.sentence.children_by(self.lower.word, *relations)
        return {self.sentence.words[child].lower for child in children}

    def has_subject(self) -> bool:
        """Whether the lower one has a subject of its own."""
        return self.sentence.has_child(self.lower.word, "nsubj", "csubj")

    def down(self, why: str, early: int | None = None, *, is_own: bool = False) -> Share:
        """That the lower one takes the time of the upper."""
        past = _is_past(self.lower)
        return Share(self.upper.word, self.lower.word, why, is_own, early, past)

    def up(self, why: str) -> Share:
        """That the upper one takes the time of the lower."""
        past = _is_past(self.upper)
        return Share(self.lower.word, self.upper.word, why, is_own=True, is_past=past)


def shares_of(sentence: ParsedSentence, events: Mapping[int, TaggedEvent]) -> Iterator[Share]:
    """What the events of a sentence share, each with the event above it in the tree."""
    for word, event in events.items():
        head = sentence.words[word].head
        if head in events and head != word:
            yield from _shared_by(_Pair(sentence, events[head], event))


def _shared_by(pair: _Pair) -> Iterator[Share]:
    relation = pair.below.main_relation
    if relation == "conj" or _is_joined_on(pair):
        yield from _joined(pair)
    elif relation == "acl":
        yield from _of_relative(pair)
    elif relation == "advcl":
        yield from _of_clause(pair)
    elif relation == "xcomp":
        yield from _of_infinitive(pair)
    elif pair.below.upos in ("NOUN", "PROPN") and pair.above.upos == "VERB":
        yield from _of_noun(pair, relation)


def _is_joined_on(pair: _Pair) -> bool:
    """Whether a verb stands beside the one it hangs on, as in "flew to Kazan, met Xi and left"."""
    is_bare = not pair.sentence.has_child(pair.lower.word, "mark", "nsubj", "aux")
    is_finite = pair.below.xpos in ("VBD", "VBZ", "VBP")
    return pair.below.relation == "advcl" and is_bare and is_finite


def _joined(pair: _Pair) -> Iterator[Share]:
    """As in "flew to Kazan on Tuesday and met Xi"."""
    first, second = pair.upper.form, pair.lower.form
    is_verb = pair.above.upos == pair.below.upos == "VERB" and pair.lower.event_class != "STATE"
    is_alike = first.modality == second.modality and first.aspect == second.aspect
    if is_verb and is_alike and (first.tense == "FUTURE") == (second.tense == "FUTURE"):
        early = pair.upper.word if pair.has_subject() else pair.lower.word
        yield pair.down(f"It shares the time of “{pair.above.form}”.", early, is_own=True)


def _of_relative(pair: _Pair) -> Iterator[Share]:
    """As in "the raid carried out on Monday"."""
    if pair.below.relation == "acl" and pair.below.xpos == "VBN":
        yield pair.down(f"It is told of the “{pair.above.form}” of that time.")
        yield pair.up(f"The “{pair.above.form}” is of then.")


def _of_clause(pair: _Pair) -> Iterator[Share]:
    """As in "retaliating for the raid, they fired on Thursday"; "fled when it fell in 1985"."""
    if pair.upper.form.aspect != pair.lower.form.aspect:  # "as she had foretold"
        return
    if pair.leading("mark", "advmod") & linking_words("same_time"):
        yield pair.down(f"It was when “{pair.above.form}” was.")
        yield pair.up(f"It was when “{pair.below.form}” was.")
    elif pair.below.xpos == "VBG" and not pair.sentence.has_child(pair.lower.word, "mark", "nsubj"):
        yield pair.down(f"It was in the course of “{pair.above.form}”.")


def _of_infinitive(pair: _Pair) -> Iterator[Share]:
    """As in "began to withdraw on Monday"; "is expected to join in April"; "found him guilty"."""
    lemma = pair.above.lemma
    if lemma in word_classes("event_classes.txt")["aspectual"]:
        yield pair.down(f"It is told by “{pair.above.form}”.")
        yield pair.up(f"It tells of “{pair.below.form}”.")
    elif any(lemma in event_words(each) for each in _PLANS) or not _is_aim(pair):
        yield pair.up(f"It tells of “{pair.below.form}”.")


def _is_aim(pair: _Pair) -> bool:
    """Whether the lower one is what somebody wants, says or decides: "agreed to meet on Monday"."""
    return pair.below.xpos == "VB" and pair.upper.event_class not in ("OCCURRENCE", "ASPECTUAL")


def _of_noun(pair: _Pair, relation: str) -> Iterator[Share]:
    """As in "the summit took place on Tuesday"; "Friday’s attack killed two people"."""
    if relation == "obl":
        if pair.leading("case") & linking_words("shared"):
            yield pair.down(f"It is told together with “{pair.above.form}”.")
        if pair.leading("case") & linking_words("shared_back"):
            yield pair.up(f"It was in the “{pair.below.form}” of that time.")
    elif relation in ("obj", "nsubj") and _is_light(pair.above):
        yield pair.down("")
        yield pair.up(f"It tells of the “{pair.below.form}”.")
    elif relation == "obj" and pair.upper.event_class == "OCCURRENCE":
        yield pair.down(f"It is what came of “{pair.above.form}”.")
        if pair.above.lemma not in event_words("arrange"):  # "signed a truce in June"
            yield pair.up(f"The “{pair.below.form}” is of then.")
    elif relation == "nsubj" and _brings_about(pair):
        yield pair.up(f"It is of the {pair.below.lower}.")


def _is_light(verb: ParsedWord) -> bool:
    """Whether a verb only says that its subject or object takes place."""
    aspectual = word_classes("event_classes.txt")["aspectual"]
    return verb.lemma in event_words("light") or verb.lemma in aspectual


def _brings_about(pair: _Pair) -> bool:
    """Whether a verb tells what an event did while it lasted: "the attack killed two people"."""
    form = pair.upper.form
    is_past = form.tense == "PAST" and form.aspect == "NONE"
    return is_past and pair.above.lemma in event_words("brought_about")


def _is_past(event: TaggedEvent) -> bool:
    return event.form.tense == "PAST" or event.form.aspect.startswith("PERFECTIVE")
