"""Factuality of events that a noun names: "the planned summit", "a call for talks".

Their own modifiers and the word they hang on decide. The mood of the clause does not: in "the
election could bring bad news" it is not the election that is uncertain.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline_app.domain import Factuality
from timeline_app.extraction.events.factuality.embedding import sign_from_above
from timeline_app.extraction.events.factuality.judgement import (
    Sign,
    below,
    indices_below,
    is_in,
)
from timeline_app.extraction.events.factuality.moods import lasts, own_sign
from timeline_app.extraction.events.factuality.sources import is_negation
from timeline_app.extraction.model.verb_groups import verb_form

if TYPE_CHECKING:
    from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord

_MODIFIERS = (
    ("denied_adjective", Factuality.DENIED, "“{}” says that it did not come about."),
    ("possible_adjective", Factuality.POSSIBLE, "“{}” says only that it may be."),
    ("planned_adjective", Factuality.PLANNED, "“{}” says that it lay ahead."),
    ("alleged_adjective", Factuality.SAID, "“{}” says that the article does not vouch for it."),
)
_VERBS = (
    ("undoing", Factuality.DENIED, "“{}” says that it did not come about."),
    ("asking_for", Factuality.POSSIBLE, "It is only what “{}” is about."),
    ("calling_for", Factuality.POSSIBLE, "It is only what “{} for” is about."),
    ("arranging", Factuality.PLANNED, "“{}” says that it lay ahead."),
)
_NOUNS = (
    ("denying_noun", Factuality.DENIED, "“{}” says that it did not come about."),
    ("possible_noun", Factuality.POSSIBLE, "It is only what “{}” is about."),
    ("planning_noun", Factuality.PLANNED, "“{}” says that it lay ahead."),
    ("telling_noun", Factuality.SAID, "“{}” says that the article does not vouch for it."),
)
_FOR = frozenset({"for", "against", "of"})


def noun_sign(sentence: ParsedSentence, index: int) -> Sign | None:
    """What its modifiers and the word it hangs on say of an event that a noun names."""
    return _by_modifier(sentence, index) or _by_head(sentence, index)


def _by_modifier(sentence: ParsedSentence, index: int) -> Sign | None:
    for word in below(sentence, index, "det", "advmod", "neg"):
        if word.lower in ("no", "neither"):
            return Sign(Factuality.DENIED, f"“{word.form}” denies it.")
    for word in below(sentence, index, "case"):
        if word.lower == "without":
            return Sign(Factuality.DENIED, "“without” denies it.")
    modifiers = list(below(sentence, index, "amod", "compound"))
    return next(
        (
            Sign(factuality, why.format(word.form))
            for word_class, factuality, why in _MODIFIERS
            for word in modifiers
            if is_in(word, word_class)
        ),
        None,
    )


def _by_head(sentence: ParsedSentence, index: int) -> Sign | None:
    word = sentence.words[index]
    if word.head == index:
        return None
    head = sentence.words[word.head]
    if head.upos == "VERB" and _is_governed(sentence, index, head):
        denied = any(is_negation(sentence, i) for i in indices_below(sentence, word.head))
        return None if denied else _by_verb(sentence, index, head)
    is_of = any(case.lower in _FOR for case in below(sentence, index, "case"))
    if head.upos == "NOUN" and word.main_relation == "nmod" and is_of:
        return _sign_in(_NOUNS, head)
    return None


def _by_verb(sentence: ParsedSentence, index: int, head: ParsedWord) -> Sign | None:
    """A proposal that is rejected was made all the same."""
    word = sentence.words[index]
    is_made = is_in(word, "possible_noun") or is_in(word, "planning_noun")
    if is_made and is_in(head, "answering"):
        return None
    if is_in(head, "undoing") and _is_open(sentence, word.head):
        return None  # "refused to ban the strike"
    is_for = word.main_relation == "obl"
    return _sign_in([each for each in _VERBS if is_for == (each[0] == "calling_for")], head)


def _is_open(sentence: ParsedSentence, verb: int) -> bool:
    """Whether it is not told as a fact what a verb says."""
    form = verb_form(sentence, verb)
    return (own_sign(sentence, verb, form) or sign_from_above(sentence, verb)) is not None


def _is_governed(sentence: ParsedSentence, index: int, head: ParsedWord) -> bool:
    """Whether the noun is what the verb is about: "cancelled the summit", "called for talks"."""
    word = sentence.words[index]
    if word.main_relation == "obj" or word.relation == "nsubj:pass":
        return True
    is_for = any(case.lower == "for" for case in below(sentence, index, "case"))
    return word.main_relation == "obl" and is_for and is_in(head, "calling_for")


def _sign_in(classes: Iterable[tuple[str, Factuality, str]], word: ParsedWord) -> Sign | None:
    return next(
        (
            Sign(factuality, why.format(word.form))
            for word_class, factuality, why in classes
            if is_in(word, word_class)
        ),
        None,
    )


def holding_verb(sentence: ParsedSentence, index: int) -> int | None:
    """The verb that says that it takes place: "held a summit", "the talks resumed"."""
    word = sentence.words[index]
    head = sentence.words[word.head]
    if word.head == index or head.upos != "VERB":
        return None
    is_held = word.main_relation == "obj" or word.relation == "nsubj:pass"
    if is_held and (is_in(head, "holding") or _is_new(sentence, index)):
        return word.head
    is_subject = word.main_relation == "nsubj"
    occurs = is_subject and (is_in(head, "occurring") or lasts(sentence, word.head))
    return word.head if occurs else None


def _is_new(sentence: ParsedSentence, index: int) -> bool:
    """Whether the noun is one of many, of which nothing is known yet: "could trigger a war"."""
    return any(word.lower in ("a", "an") for word in below(sentence, index, "det"))
