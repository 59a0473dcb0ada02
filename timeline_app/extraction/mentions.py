"""Event mentions: the clauses and noun phrases of an article that tell of an event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.domain import Factuality
from timeline_app.extraction.clauses import Clause, find_clauses
from timeline_app.extraction.factuality import (
    attributions,
    direct_speech,
    factuality_of,
    is_attributed,
    is_report,
    is_statement,
)
from timeline_app.extraction.language import event_words
from timeline_app.extraction.linking import TimeMention, link_times
from timeline_app.extraction.names import Entity, Mention
from timeline_app.extraction.phrases import Span, TaggedSentence, is_event_noun
from timeline_app.extraction.pronouns import PronounMemory, is_pronoun
from timeline_app.extraction.tags import NOMINAL, Tag

OWNERS = {"his": "he", "her": "she"}
_TIME_OF_NOUN = frozenset("before after since during for despite until following amid".split())
_OPENING_QUOTES = frozenset({'"', "“", "``", "` `", "as"})
_BEFORE_PLACE = frozenset({"in", "at", "near", "on", "between", "with"})


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with everything found in it: clauses, names, dates."""

    tagged: TaggedSentence
    clauses: tuple[Clause, ...]
    names: tuple[Mention, ...]
    times: tuple[TimeMention, ...]


@dataclass(frozen=True, slots=True)
class EventMention:
    """One mention of an event. `clause` is None when a noun phrase names it.

    `actors` are the entities that the subject stands for when it is a pronoun.
    """

    sentence: ReadSentence
    trigger: Span
    extent: Span
    factuality: Factuality
    time: TimeMention | None
    clause: Clause | None
    source: Clause | None = None
    actors: tuple[Entity, ...] = ()


def read_sentence(
    tagged: TaggedSentence, names: tuple[Mention, ...], times: Sequence[TimeMention]
) -> ReadSentence:
    """Find the clauses of a sentence."""
    return ReadSentence(tagged, tuple(find_clauses(tagged)), names, tuple(times))


def find_mentions(sentence: ReadSentence, memory: PronounMemory) -> list[EventMention]:
    """The event mentions of one sentence; `memory` knows the sentences before it."""
    if _is_no_statement(sentence.tagged):
        return []
    links = link_times(sentence.clauses, sentence.times)
    nominal = list(_noun_mentions(sentence))
    taken = {mention.time.span for mention in nominal if mention.time is not None}
    clauses = list(_clause_mentions(sentence, links, taken, memory))
    return sorted(nominal + clauses, key=lambda mention: mention.trigger.start)


def _is_no_statement(tagged: TaggedSentence) -> bool:
    """Whether the sentence asks or is no sentence at all."""
    return not tagged.tokens or tagged.tokens[-1].form.endswith("?")


# --- clauses ------------------------------------------------------------------------------------


def _clause_mentions(
    sentence: ReadSentence,
    links: Mapping[int, TimeMention],
    taken: set[Span],
    memory: PronounMemory,
) -> Iterator[EventMention]:
    sources = attributions(sentence.tagged, sentence.clauses)
    attributed = is_attributed(sentence.tagged)
    speech = direct_speech(sentence.tagged)
    for number, clause in enumerate(sentence.clauses):
        time = links.get(number)
        if time is not None and time.span in taken:
            time = None
        if not _tells_of_event(sentence, clause, time, speech):
            continue
        yield EventMention(
            sentence,
            _trigger(clause),
            clause.extent,
            factuality_of(sentence.tagged, clause, sources.get(number), is_attributed=attributed),
            time,
            clause,
            sources.get(number),
            _actors(sentence, number, memory),
        )


def _trigger(clause: Clause) -> Span:
    end = clause.group.span.end
    return Span(clause.group.span.start, max(end, (clause.group.infinitive or 0) + 1))


def _tells_of_event(
    sentence: ReadSentence, clause: Clause, time: TimeMention | None, speech: Sequence[Span]
) -> bool:
    tagged = sentence.tagged
    if clause.subject is None or clause.is_conditional:
        return False
    if (is_report(clause) and not is_statement(clause)) or _is_opinion(tagged, clause):
        return False
    word = tagged.tokens[clause.subject.start].lower
    if len(clause.subject) == 1 and word in ("there", "i", "you", "we", "this", "that", "what"):
        return False
    if _is_gerund_subject(tagged, clause.subject) or _is_spoken(clause, speech):
        return False
    if _is_object_relative(tagged, clause) or _is_about_itself(tagged, clause):
        return False
    if not _is_state(clause):
        return True
    return time is not None and (clause.group.is_past or _names_event(tagged, clause.subject))


def _is_object_relative(tagged: TaggedSentence, clause: Clause) -> bool:
    """ "the embargo (that) the United Nations imposed on Iraq": the noun before is the object."""
    if clause.subject is None or clause.subject.end > clause.group.span.start:
        return False
    before = clause.subject.start - 1
    if clause.opener in ("which", "whom", "that") and not clause.is_relative:
        before -= 1
        is_noun = before >= 0 and tagged.tags[before] in NOMINAL
        return clause.opener != "that" or (is_noun and not _has_object(tagged, clause))
    is_noun = before >= 0 and tagged.tags[before] in NOMINAL
    return is_noun and not clause.is_relative and not _has_object(tagged, clause)


def _has_object(tagged: TaggedSentence, clause: Clause) -> bool:
    if clause.group.lemma not in event_words("transitive") or clause.group.is_passive:
        return True
    phrase = tagged.phrase_at(clause.rest.start) if len(clause.rest) else None
    return phrase is not None and phrase.start == clause.rest.start


def _is_about_itself(tagged: TaggedSentence, clause: Clause) -> bool:
    """ "Jane Doe contributed to this article"."""
    words = {token.lower for token in tagged.tokens[clause.rest.start : clause.rest.end]}
    return "this" in words and bool(words & {"article", "report", "story"})


def _is_opinion(tagged: TaggedSentence, clause: Clause) -> bool:
    """ "called the deployment a mistake", "was considered dangerous"."""
    if clause.group.lemma not in event_words("opinion"):
        return False
    phrase = tagged.phrase_at(clause.rest.start) if len(clause.rest) else None
    if phrase is None or clause.group.is_passive:
        return clause.group.is_passive
    following = tagged.phrase_at(phrase.end) if phrase.end < clause.rest.end else None
    has_quality = phrase.end < clause.rest.end and tagged.tokens[phrase.end].form in _OPENING_QUOTES
    return has_quality or (following is not None and following.start == phrase.end)


def _is_gerund_subject(tagged: TaggedSentence, subject: Span) -> bool:
    """ "Adding more soldiers … will put pressure": the subject is a deed, not a doer."""
    return subject.start > 0 and tagged.tags[subject.start - 1] is Tag.ING


def _is_spoken(clause: Clause, speech: Sequence[Span]) -> bool:
    return any(clause.group.head in quote for quote in speech)


def _is_state(clause: Clause) -> bool:
    """Whether the verb tells how things are, not what happened."""
    group = clause.group
    if group.infinitive is not None and group.lemma in event_words("scheduled") | {"be"}:
        return group.infinitive_lemma in ("be", "have")
    if group.is_passive or group.is_progressive:
        return group.lemma in ("base", "locate", "know", "call", "concern", "involve", "divide")
    return group.lemma in event_words("stative")


def _actors(sentence: ReadSentence, number: int, memory: PronounMemory) -> tuple[Entity, ...]:
    clause = sentence.clauses[number]
    if clause.subject is None:
        return ()
    word = sentence.tagged.tokens[clause.subject.start].lower
    word = OWNERS.get(word, word)
    if word not in OWNERS.values() and not is_pronoun(sentence.tagged, clause.subject):
        return ()
    return memory.resolve_within(sentence.tagged, sentence.clauses, number, sentence.names, word)


# --- noun phrases -------------------------------------------------------------------------------


def _noun_mentions(sentence: ReadSentence) -> Iterator[EventMention]:
    """Noun phrases that name an event and have a time of their own."""
    tagged = sentence.tagged
    for time in sentence.times:
        phrase = _dated_phrase(tagged, time)
        if phrase is not None and not _is_object_of_clause(sentence, phrase):
            yield EventMention(sentence, phrase, phrase, Factuality.HAPPENED, time, None)


def _dated_phrase(tagged: TaggedSentence, time: TimeMention) -> Span | None:
    """The phrase of an event that the time expression belongs to: behind it, or inside it."""
    if not time.is_apart:
        phrase = tagged.phrase_at(time.span.start)
        return phrase if phrase is not None and _names_event(tagged, phrase) else None
    end = time.span.start
    if end and tagged.tags[end - 1] is Tag.PREPOSITION:
        end -= 1
    phrase = tagged.phrase_ending_at(end)
    if phrase is None:
        return None
    start = phrase.start
    while not _names_event(tagged, Span(start, phrase.end)):
        if start < 2 or tagged.tokens[start - 1].lower not in _BEFORE_PLACE:
            return None
        before = tagged.phrase_ending_at(start - 1)
        if before is None:
            return None
        phrase, start = before, before.start
        if _names_event(tagged, phrase):
            return Span(phrase.start, end)
    return Span(start, end)


def _names_event(tagged: TaggedSentence, phrase: Span) -> bool:
    return is_event_noun(tagged.tokens[phrase.end - 1], tagged.tags[phrase.end - 1])


def _is_object_of_clause(sentence: ReadSentence, phrase: Span) -> bool:
    """Whether the clause around it tells of the event itself: "held a summit"."""
    for clause in sentence.clauses:
        if clause.subject is not None and phrase.start in clause.subject:
            return not (clause.group.modal or _is_state(clause) or is_report(clause))
    before = phrase.start - 1
    if before < 0:
        return False
    return sentence.tagged.tokens[before].lower not in _TIME_OF_NOUN
