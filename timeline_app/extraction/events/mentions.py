"""Mentions: which of the words that stand for events are told of as events of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from timeline_app.extraction.events.titles.clauses import Clause, clause_of
from timeline_app.extraction.language import clause_words, event_words
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.parsed import ParsedSentence

_TELLING = ("ccomp", "parataxis")


@dataclass(frozen=True, slots=True)
class Mention:
    """One event of a sentence. `clause` is None where only a noun names it."""

    event: TaggedEvent
    clause: Clause | None


def mentions_in(
    sentence: ParsedSentence,
    events: Collection[TaggedEvent],
    dated: Collection[int],
    times: Collection[int],
) -> list[Mention]:
    """The events of a sentence worth a proposal, in text order.

    `dated` are the event words with a time of their own, `times` the words of time expressions.
    """
    by_word = {each.word: each for each in events}
    return list(_mentions(sentence, by_word, dated, times))


def _mentions(
    sentence: ParsedSentence,
    events: Mapping[int, TaggedEvent],
    dated: Collection[int],
    times: Collection[int],
) -> Iterator[Mention]:
    clauses: dict[int, Clause] = {}
    for index in events:
        if is_predicate(sentence, index) and _tells(sentence, index, events, dated):
            clause = clause_of(sentence, index, times)
            if clause.subject is not None:
                clauses[index] = clause
    for index, event in events.items():
        if index in clauses:
            yield Mention(event, clauses[index])
        elif _names_event(sentence, index, clauses, dated):
            yield Mention(event, None)


def is_predicate(sentence: ParsedSentence, index: int) -> bool:
    """Whether a word heads a clause: a verb, or a noun or adjective with a copula."""
    word = sentence.words[index]
    if word.upos in ("VERB", "AUX"):
        return word.main_relation not in ("amod", "compound", "case", "mark", "fixed")
    return sentence.has_child(index, "cop")


def _tells(
    sentence: ParsedSentence, index: int, events: Mapping[int, TaggedEvent], dated: Collection[int]
) -> bool:
    """Whether a verb tells of an event by itself, not as a part or in the words of another."""
    word = sentence.words[index]
    if any(tells_nothing(sentence, index) for tells_nothing in _EXCLUSIONS):
        return False
    if word.relation == "xcomp" and (word.head in dated or index not in dated):
        return False
    if word.relation == "ccomp" and is_statement(sentence, word.head) and index not in dated:
        return word.head not in events
    return index in dated or word.xpos != "VB" or not _is_purpose(sentence, index)


def _only_describes(sentence: ParsedSentence, index: int) -> bool:
    """Whether it is a participle like "compared with", "as discussed", "on abandoned mines"."""
    word = sentence.words[index]
    if not word.relation.startswith(("acl", "advcl")) or word.xpos not in ("VBG", "VBN"):
        return False
    if word.relation == "acl" and word.xpos == "VBN" and sentence.has_child(index, "mark"):
        return True
    is_aside = _is_led_by_as(sentence, index) and not sentence.has_child(index, "nsubj", "aux")
    return is_aside or word.lemma == "compare" or word.lemma in event_words("stative")


def _is_led_by_as(sentence: ParsedSentence, index: int) -> bool:
    return any(sentence.words[mark].lower == "as" for mark in sentence.children_by(index, "mark"))


def _says_that_there_is(sentence: ParsedSentence, index: int) -> bool:
    return sentence.words[index].lemma == "be" and sentence.has_child(index, "expl")


def _is_gerund(sentence: ParsedSentence, index: int) -> bool:
    """Whether it is a verb used as a noun: "adding soldiers", "for stealing"."""
    word = sentence.words[index]
    if word.xpos != "VBG" or sentence.has_child(index, "aux", "nsubj"):
        return False
    if not word.relation.startswith(("acl", "advcl")):
        return True
    markers = {sentence.words[c].lower for c in sentence.children_by(index, "mark", "case")}
    return not markers <= clause_words("same_subject")


def _is_purpose(sentence: ParsedSentence, index: int) -> bool:
    """Whether it is the verb of "to train and fight" that says what for."""
    for place in (index, sentence.words[index].head):
        has_to = any(sentence.words[c].lower == "to" for c in sentence.children_by(place, "mark"))
        relations = ("advcl", "acl") if place == index else ("advcl", "acl", "xcomp")
        if has_to and sentence.words[place].relation.startswith(relations):
            return True
    return False


def is_mere_report(sentence: ParsedSentence, index: int) -> bool:
    """Whether a verb only says who says something."""
    word = sentence.words[index]
    if word.lemma not in event_words("say") or is_statement(sentence, index):
        return False
    tells = sentence.has_child(index, *_TELLING)
    return tells or word.relation in _TELLING or not sentence.has_child(index, "obj")


def is_statement(sentence: ParsedSentence, index: int) -> bool:
    """Whether saying it is an event by itself: confirming, announcing, denying."""
    return sentence.words[index].lemma in event_words("statement")


def _names_event(
    sentence: ParsedSentence, index: int, clauses: Mapping[int, Clause], dated: Collection[int]
) -> bool:
    """Whether a noun tells of an event that no clause around it tells of."""
    word = sentence.words[index]
    if word.upos not in ("NOUN", "PROPN") or index in clauses:
        return False
    if word.head in clauses and word.head in dated and word.relation.startswith("nsubj"):
        return False  # "Friday’s attack killed two people" is one event
    if word.head in clauses and word.relation == "obj":  # "called a strike for May"
        return index in dated and sentence.words[word.head].lemma in event_words("arrange")
    return index in dated or word.head not in clauses


_EXCLUSIONS = (is_mere_report, _only_describes, _says_that_there_is, _is_gerund)
