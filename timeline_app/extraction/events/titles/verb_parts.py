"""Verb parts: the words of a sentence that make up the verb of a clause."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.extraction.events.titles.phrases import phrase_of
from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # tags of verbs that have a subject
_HELPERS = frozenset({"aux", "cop"})
_OF_DUE = frozenset({"cop", "aux", "mark"})
_OF_NOUNS = ("det", "case", "amod", "compound", "nummod", "nmod")


def verb_of(sentence: ParsedSentence, predicate: int) -> tuple[int, ...]:
    """Helping verbs, negations, the predicate and its particle, in text order."""
    own = {predicate}
    for child in sentence.children[predicate]:
        word = sentence.words[child]
        is_helper = word.main_relation in _HELPERS
        if is_helper or word.relation == "compound:prt" or is_negation(word):
            own.add(child)
        if word.lower == "to" and word.relation == "mark":
            own.update(_due(sentence, predicate, child))
    if sentence.words[predicate].upos not in ("VERB", "AUX"):
        own.update(_modifiers(sentence, predicate))
    return tuple(sorted(own))


def _due(sentence: ParsedSentence, predicate: int, to: int) -> list[int]:
    """The words of "is to" and "is due to" before an infinitive; none without a finite "be"."""
    below = [i for i in sentence.subtree(predicate) if i <= to]
    finite = (i for i in below if _is_finite_be(sentence.words[i]))
    start = next(finite, to + 1)
    return [i for i in below if i >= start and sentence.words[i].relation in _OF_DUE]


def _is_finite_be(word: ParsedWord) -> bool:
    return word.lemma == "be" and word.xpos in ("VBZ", "VBP", "VBD")


def _modifiers(sentence: ParsedSentence, predicate: int) -> Iterator[int]:
    """The words that come with a noun or adjective that is a predicate."""
    for child in sentence.children_by(predicate, *_OF_NOUNS):
        yield from phrase_of(sentence, child, frozenset())


def is_negation(word: ParsedWord) -> bool:
    """Whether a word denies what it hangs on."""
    return word.relation == "advmod" and word.lower in ("not", "n't", "n’t", "never")
