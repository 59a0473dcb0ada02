"""Embedding: what the words above a clause in the tree say of its factuality.

A clause below a verb is as true as that verb lets it be (Karttunen 1971): below "managed to" it
happened, below "failed to" it did not, below "wants to" nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline_app.domain import Factuality
from timeline_app.extraction.events.factuality.judgement import (
    Sign,
    below,
    indices_below,
    is_in,
    is_infinitive,
)
from timeline_app.extraction.events.factuality.moods import own_sign
from timeline_app.extraction.events.factuality.sources import is_negation
from timeline_app.extraction.model.verb_groups import verb_form

if TYPE_CHECKING:
    from timeline_app.extraction.model.parsed import ParsedSentence

_HIGHEST = 10  # steps up the tree


def sign_from_above(sentence: ParsedSentence, index: int) -> Sign | None:
    """What stands above a word says of it; None where nothing there speaks against it."""
    for _ in range(_HIGHEST):
        head = sentence.words[index].head
        if head == index:
            return None
        sign = _sign_of_head(sentence, index, head)
        if sign is not None:
            return sign
        if not _is_as_true_as(sentence, index, head):
            return None
        sign = own_sign(sentence, head, verb_form(sentence, head))
        if sign is not None:
            return sign
        index = head
    return None


def _sign_of_head(sentence: ParsedSentence, index: int, head: int) -> Sign | None:
    match sentence.words[index].main_relation:
        case "xcomp":
            return _below_verb(sentence, index, head)
        case "ccomp" | "csubj":
            return _of_content(sentence, head)
        case "acl" if sentence.words[index].relation != "acl:relcl":
            return _below_noun(sentence, index, head)
        case "advcl":
            return _beside_clause(sentence, index, head)
        case "conj":
            return _joined(sentence, index, head)
    return None


def _is_as_true_as(sentence: ParsedSentence, index: int, head: int) -> bool:
    """Whether a clause is true if and only if the one above it is."""
    word, above = sentence.words[index], sentence.words[head]
    match word.main_relation:
        case "xcomp":
            return not is_infinitive(sentence, index) or is_in(above, "implicative")
        case "conj":
            return word.xpos == above.xpos and word.xpos in ("VB", "VBG", "VBN")
        case "advcl":
            is_bare = word.xpos == "VBG" and next(below(sentence, index, "mark"), None) is None
            return is_bare and above.upos == "VERB" and not _is_negated(sentence, head)
    return False


def _is_negated(sentence: ParsedSentence, index: int) -> bool:
    return any(is_negation(sentence, child) for child in indices_below(sentence, index))


def _below_verb(sentence: ParsedSentence, index: int, head: int) -> Sign | None:
    """Below "plans to", "wants to", "refused to", "denied doing"."""
    above = sentence.words[head]
    has_to = is_infinitive(sentence, index)
    if is_in(above, "denying") or is_in(above, "impossible_predicate"):
        denies = not _is_negated(sentence, head)
        return (
            Sign(Factuality.DENIED, f"“{above.form}” says that it did not happen.")
            if denies
            else None
        )
    if not has_to:
        is_wish = sentence.words[index].xpos == "VBG" and is_in(above, "hoping")
        return _wished(above.form) if is_wish else None
    if _looks_back(sentence, index) or is_in(above, "implicative"):
        return None
    if _is_planned(sentence, head):
        return Sign(Factuality.PLANNED, f"“{above.form} to” says that it lay ahead.")
    if is_in(above, "hoping") or is_in(above, "possible_predicate"):
        return _wished(above.form)
    return Sign(Factuality.POSSIBLE, f"“to {sentence.words[index].form}” tells what it was for.")


def _looks_back(sentence: ParsedSentence, index: int) -> bool:
    """Whether the infinitive is a perfect: "is said to have left"."""
    return any(word.lemma == "have" for word in below(sentence, index, "aux"))


def _is_planned(sentence: ParsedSentence, head: int) -> bool:
    above = sentence.words[head]
    if _is_negated(sentence, head):
        return False
    is_passive = any(word.relation == "aux:pass" for word in below(sentence, head, "aux"))
    if is_passive or above.upos == "ADJ":
        return is_in(above, "planned") or is_in(above, "due")
    has_object = next(below(sentence, head, "obj", "iobj"), None) is not None
    return is_in(above, "planning") and not has_object


def _wished(form: str) -> Sign:
    return Sign(Factuality.POSSIBLE, f"It is only what “{form}” is about.")


def _of_content(sentence: ParsedSentence, head: int) -> Sign | None:
    """Below "fears that", "denied that", "it is possible that"."""
    above = sentence.words[head]
    if is_in(above, "contradicting") and not _is_negated(sentence, head):
        return Sign(Factuality.DENIED, f"“{above.form}” denies it.")
    is_open = is_in(above, "possible_predicate") and above.upos == "ADJ"
    if is_open or (is_in(above, "hoping") and not is_in(above, "saying")):
        return _wished(above.form)
    return None


def _below_noun(sentence: ParsedSentence, index: int, head: int) -> Sign | None:
    """Below "a plan to", "the failure to", "the first to"."""
    above = sentence.words[head]
    if is_in(above, "denying_noun"):
        return Sign(Factuality.DENIED, f"“{above.form}” says that it did not happen.")
    if not is_infinitive(sentence, index):
        marks = {mark.lower for mark in below(sentence, index, "mark")}
        is_aim = marks & {"of", "for"} and is_in(above, "possible_noun")
        return _wished(above.form) if is_aim else None
    if is_in(above, "ordinal"):
        return None
    if any(is_in(word, "ordinal") for word in below(sentence, head, "amod")):
        return None
    is_headline = above.relation == "root" and above.upos == "PROPN"
    if is_in(above, "planning_noun") or is_headline:
        return Sign(Factuality.PLANNED, f"“{above.form} to” says that it lay ahead.")
    return _wished(above.form)


def _beside_clause(sentence: ParsedSentence, index: int, head: int) -> Sign | None:
    """Beside another clause: "to train", "when the parliament meets"."""
    word = sentence.words[index]
    if is_infinitive(sentence, index):
        is_outcome = any(each.lower == "only" for each in below(sentence, index, "advmod"))
        why = f"“to {word.form}” tells what it was for."
        return None if is_outcome else Sign(Factuality.POSSIBLE, why)
    if not any(is_in(mark, "when") for mark in below(sentence, index, "mark", "advmod")):
        return None
    above = verb_form(sentence, head)
    if above.tense == "FUTURE" and verb_form(sentence, index).tense in ("PRESENT", "PRESPART"):
        return Sign(Factuality.PLANNED, "It goes with something that lay ahead.")
    return None


def _joined(sentence: ParsedSentence, index: int, head: int) -> Sign | None:
    """Joined to a clause below "if", or by "or" to one with "not"."""
    if next(_conditions(sentence, head), None) and verb_form(sentence, index).tense != "FUTURE":
        return Sign(Factuality.POSSIBLE, "It is joined to a condition.")
    joiners = {word.lower for word in below(sentence, index, "cc")}
    if joiners & {"or", "nor"} and _is_negated(sentence, head):
        return Sign(Factuality.DENIED, "It is joined to what is denied.")
    return None


def _conditions(sentence: ParsedSentence, index: int) -> Iterator[str]:
    return (word.form for word in below(sentence, index, "mark") if is_in(word, "condition"))
