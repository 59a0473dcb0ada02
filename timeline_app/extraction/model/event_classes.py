"""The class of an event in the terms of TimeML 1.2.1, by word lists and the words around it."""

from __future__ import annotations

from timeline_app.extraction.language import word_classes
from timeline_app.extraction.model.parsed import ParsedSentence

_CLAUSES = ("ccomp", "xcomp", "parataxis")
_OF_NOUNS = {
    "reporting_noun": "REPORTING",
    "intentional_noun": "I_ACTION",
    "intentional_state_noun": "I_STATE",
    "aspectual_noun": "ASPECTUAL",
}


def class_of(sentence: ParsedSentence, index: int) -> str:
    """OCCURRENCE, REPORTING, PERCEPTION, ASPECTUAL, I_ACTION, I_STATE or STATE."""
    word = sentence.words[index]
    lemma = word.lemma.lower()
    if word.upos in ("VERB", "AUX"):
        return _of_verb(sentence, index, lemma)
    if word.upos == "ADJ":
        return _of_adjective(sentence, index, lemma)
    if sentence.has_child(index, "acl"):
        for name, event_class in _OF_NOUNS.items():
            if lemma in _words(name):
                return event_class
    return "OCCURRENCE"


def _of_verb(sentence: ParsedSentence, index: int, lemma: str) -> str:
    has_clause = sentence.has_child(index, *_CLAUSES)
    stands_aside = sentence.words[index].relation == "parataxis"
    tests = (
        ("REPORTING", "reporting_anything", True),
        ("REPORTING", "reporting", has_clause or stands_aside),
        ("PERCEPTION", "perception", True),
        ("ASPECTUAL", "aspectual", lemma != "keep" or has_clause),
        ("I_STATE", "intentional_state", True),
        ("I_ACTION", "strongly_intentional", True),
        ("I_ACTION", "intentional_action", has_clause),
        ("STATE", "state", True),
    )
    classes = (name for name, words, is_so in tests if is_so and lemma in _words(words))
    return next(classes, "OCCURRENCE")


def _of_adjective(sentence: ParsedSentence, index: int, lemma: str) -> str:
    if lemma in _words("occurring_adjective"):
        return "OCCURRENCE"
    if lemma in _words("intentional_adjective") and sentence.has_child(
        index, *_CLAUSES, "advcl", "obl"
    ):
        return "I_STATE"
    return "STATE"


def _words(name: str) -> frozenset[str]:
    return word_classes("event_classes.txt")[name]
