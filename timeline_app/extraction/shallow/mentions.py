"""Event mentions: the clauses and noun phrases of an article that tell of an event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.domain import Factuality
from timeline_app.extraction.language import event_words
from timeline_app.extraction.shallow.clauses import Clause, find_clauses
from timeline_app.extraction.shallow.factuality import (
    attributions,
    direct_speech,
    factuality_of,
    is_attributed,
    is_report,
    is_statement,
)
from timeline_app.extraction.shallow.linking import TimeMention, link_times
from timeline_app.extraction.shallow.names import Entity, Mention
from timeline_app.extraction.shallow.nominals import dated_nominals, is_called_for, names_event
from timeline_app.extraction.shallow.phrases import Span, TaggedSentence
from timeline_app.extraction.shallow.pronouns import PronounMemory, is_pronoun
from timeline_app.extraction.shallow.states import is_state
from timeline_app.extraction.shallow.tags import NOMINAL, Tag

_OWNERS = {"his": "he", "her": "she"}
_OPENING_QUOTES = frozenset({'"', "“", "``", "` `", "as"})
_EMPTY_SUBJECTS = frozenset({"there", "i", "you", "we", "this", "that", "what"})
_TIME_UNITS = frozenset("day week month quarter year season decade century".split())


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
    nominal = [
        EventMention(
            sentence, phrase, phrase, _nominal_factuality(sentence, phrase, time), time, None
        )
        for phrase, time in dated_nominals(sentence.tagged, sentence.clauses, sentence.times)
    ]
    taken = {mention.time.span for mention in nominal if mention.time is not None}
    clauses = list(_clause_mentions(sentence, links, taken, memory))
    return sorted(nominal + clauses, key=lambda mention: mention.trigger.start)


def _nominal_factuality(sentence: ReadSentence, phrase: Span, time: TimeMention) -> Factuality:
    is_planned = is_called_for(sentence.tagged, sentence.clauses, phrase, time)
    return Factuality.PLANNED if is_planned else Factuality.HAPPENED


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
            _trigger(sentence.tagged, clause),
            clause.extent,
            factuality_of(sentence.tagged, clause, sources.get(number), is_attributed=attributed),
            time,
            clause,
            sources.get(number),
            _actors(sentence, number, memory),
        )


def _trigger(tagged: TaggedSentence, clause: Clause) -> Span:
    """The verb group, without the clitic and adverbs that open "’s also asked".

    The clitic of "’s asking" stays: without it nothing would tell that it is under way.
    """
    group = clause.group
    start = group.span.start
    if tagged.tokens[start].form.startswith(("'", "’")) and not group.is_progressive:
        start += 1
        while start < group.head and tagged.tags[start] is Tag.ADVERB:
            start += 1
    start = min(start, group.head)
    return Span(start, max(group.span.end, (group.infinitive or 0) + 1))


def _tells_of_event(
    sentence: ReadSentence, clause: Clause, time: TimeMention | None, speech: Sequence[Span]
) -> bool:
    tagged = sentence.tagged
    if clause.subject is None or clause.is_conditional or _is_spoken(clause, speech):
        return False
    if any(excludes(tagged, clause) for excludes in _EXCLUSIONS):
        return False
    if not is_state(clause):
        return True
    if clause.group.lemma == "be":
        return time is not None and names_event(tagged, clause.subject)
    return time is not None and clause.group.is_past


def _is_mere_report(tagged: TaggedSentence, clause: Clause) -> bool:
    """Whether it only says who says something, in front of it or behind it."""
    if is_report(clause) and not is_statement(clause):
        return not _makes_public(tagged, clause)
    tags = tagged.tags[clause.rest.start : clause.rest.end]
    is_bare = all(tag in (Tag.TIME, Tag.ADVERB, Tag.PREPOSITION) for tag in tags)
    return is_bare and (is_statement(clause) or clause.group.lemma in event_words("decide"))


def _makes_public(tagged: TaggedSentence, clause: Clause) -> bool:
    """Whether it is like "reported a fall in profit on Thursday": a thing, and a time of it."""
    if clause.group.lemma != "report" or clause.group.is_passive:
        return False
    phrase = tagged.phrase_at(clause.rest.start) if len(clause.rest) else None
    is_thing = phrase is not None and tagged.tags[phrase.end - 1] is Tag.NOUN
    tags = tagged.tags[clause.extent.start : clause.extent.end]
    return is_thing and Tag.TIME in tags and Tag.THAT not in tags


def _has_empty_subject(tagged: TaggedSentence, clause: Clause) -> bool:
    """Whether nobody is named: "there was", "whose works shaped it", "the year ended"."""
    subject = clause.subject
    if subject is None:
        return True
    first = tagged.tokens[subject.start].lower
    is_empty = first == "whose" or (len(subject) == 1 and first in _EMPTY_SUBJECTS)
    return is_empty or tagged.tokens[subject.end - 1].lower in _TIME_UNITS


def _is_object_relative(tagged: TaggedSentence, clause: Clause) -> bool:
    """Whether the noun before is the object: "the embargo (that) the U.N. imposed"."""
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
    """Whether it is like "Jane Doe contributed to this article"."""
    words = {token.lower for token in tagged.tokens[clause.rest.start : clause.rest.end]}
    return "this" in words and bool(words & {"article", "report", "story"})


def _is_opinion(tagged: TaggedSentence, clause: Clause) -> bool:
    """Whether it judges: "called the deployment a mistake", "was considered dangerous"."""
    if clause.group.lemma not in event_words("opinion"):
        return False
    phrase = tagged.phrase_at(clause.rest.start) if len(clause.rest) else None
    if phrase is None or clause.group.is_passive:
        return clause.group.is_passive
    following = tagged.phrase_at(phrase.end) if phrase.end < clause.rest.end else None
    has_quality = phrase.end < clause.rest.end and tagged.tokens[phrase.end].form in _OPENING_QUOTES
    return has_quality or (following is not None and following.start == phrase.end)


def _has_gerund_subject(tagged: TaggedSentence, clause: Clause) -> bool:
    """Whether the subject is a deed, not a doer: "Adding more soldiers … will put pressure"."""
    subject = clause.subject
    return subject is not None and subject.start > 0 and tagged.tags[subject.start - 1] is Tag.ING


_EXCLUSIONS = (
    _is_mere_report,
    _is_opinion,
    _has_empty_subject,
    _has_gerund_subject,
    _is_object_relative,
    _is_about_itself,
)


def _is_spoken(clause: Clause, speech: Sequence[Span]) -> bool:
    return any(clause.group.head in quote for quote in speech)


def _actors(sentence: ReadSentence, number: int, memory: PronounMemory) -> tuple[Entity, ...]:
    clause = sentence.clauses[number]
    if clause.subject is None:
        return ()
    word = sentence.tagged.tokens[clause.subject.start].lower
    if not is_pronoun(sentence.tagged, clause.subject):
        is_owner = sentence.tagged.tags[clause.subject.start + 1] in (Tag.NOUN, Tag.ADJECTIVE)
        if word not in _OWNERS or not is_owner:
            return ()
        word = _OWNERS[word]
    return memory.resolve_within(sentence.tagged, sentence.clauses, number, sentence.names, word)
