"""Moods: what a verb's own helpers and side clauses say of its factuality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain import Factuality
from timeline_app.extraction.events.factuality.judgement import (
    Sign,
    below,
    indices_below,
    is_in,
    is_infinitive,
)
from timeline_app.extraction.events.factuality.sources import is_negation, source_of
from timeline_app.extraction.language import event_words
from timeline_app.extraction.model.verb_groups import VerbForm, verb_form

if TYPE_CHECKING:
    from timeline_app.extraction.model.parsed import ParsedSentence

_TO_BE = frozenset({"is", "are", "was", "were"})
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_ABLE = frozenset({"CAN", "COULD", "WOULD"})  # negated they deny: "could not", "would not"


def own_sign(sentence: ParsedSentence, index: int, form: VerbForm) -> Sign | None:
    """What a clause says of itself: a condition, a modal verb, a negation, a future, a wish."""
    return (
        _condition(sentence, index, form)
        or _negation(sentence, index, form)
        or _near_miss(sentence, index)
        or _modal(sentence, index, form)
        or _future(sentence, index, form)
        or _of_its_verb(sentence, index)
    )


def _condition(sentence: ParsedSentence, index: int, form: VerbForm) -> Sign | None:
    for word in below(sentence, index, "mark"):
        if is_in(word, "condition"):
            return Sign(Factuality.POSSIBLE, f"“{word.form}” makes it a condition.")
        if is_in(word, "instead"):
            return Sign(Factuality.DENIED, f"“{word.form}” says that it did not happen.")
    if form.tense == "PAST":
        return None
    for child in indices_below(sentence, index, "advcl"):
        for word in below(sentence, child, "mark"):
            if is_in(word, "condition") and word.lower != "whether":
                return Sign(Factuality.POSSIBLE, f"It hangs on a condition: “{word.form}”.")
    return None


def _near_miss(sentence: ParsedSentence, index: int) -> Sign | None:
    """What almost happened did not, unless it is a figure that almost doubled."""
    if is_in(sentence.words[index], "growth"):
        return None
    for word in below(sentence, index, "advmod"):
        if is_in(word, "near_miss"):
            return Sign(Factuality.DENIED, f"“{word.form}” says that it did not happen.")
    return None


def _modal(sentence: ParsedSentence, index: int, form: VerbForm) -> Sign | None:
    if form.modality == "NONE":
        return None
    if form.modality == "WOULD" and form.aspect == "NONE" and _was_reported(sentence, index):
        return Sign(Factuality.PLANNED, "“would” after a report tells of what lay ahead.")
    return Sign(Factuality.POSSIBLE, f"“{form.modality.lower()}” says only that it may be.")


def _was_reported(sentence: ParsedSentence, index: int) -> bool:
    """Whether a past report stands above: "said that it would"."""
    source = source_of(sentence, index)
    return source is not None and sentence.words[source.reporter].xpos in ("VBD", "VBN")


def _negation(sentence: ParsedSentence, index: int, form: VerbForm) -> Sign | None:
    word = _denying_word(sentence, index)
    if not word and form.is_negated and not _is_only(sentence, index):
        word = "not"
    if not word or (form.modality != "NONE" and form.modality not in _ABLE):
        return None
    return Sign(Factuality.DENIED, f"“{word}” denies it.")


def _is_only(sentence: ParsedSentence, index: int) -> bool:
    """Whether the only "not" is that of "not only"."""
    nots = [i for i in indices_below(sentence, index) if sentence.words[i].lower == "not"]
    return bool(nots) and not any(is_negation(sentence, each) for each in nots)


def _denying_word(sentence: ParsedSentence, index: int) -> str:
    """The "no" or "nobody" among those who take part, or the "not" of the clause."""
    for child in indices_below(sentence, index, "nsubj", "obj", "advmod", "aux", "cc"):
        word = sentence.words[child]
        if is_negation(sentence, child) or word.lower in ("neither", "nor"):
            return word.form
        if word.main_relation in ("nsubj", "obj"):
            if is_in(word, "nobody"):
                return word.form
            if any(is_in(det, "nobody") for det in below(sentence, child, "det")):
                return "no"
    return ""


def _future(sentence: ParsedSentence, index: int, form: VerbForm) -> Sign | None:
    if form.tense == "FUTURE" or any(word.lower in _WILL for word in below(sentence, index, "aux")):
        if next(below(sentence, index, "csubj"), None) is not None:
            return Sign(Factuality.POSSIBLE, "“will” foretells what something would lead to.")
        return Sign(Factuality.PLANNED, "“will” says that it lay ahead.")
    if is_infinitive(sentence, index):
        helpers = list(below(sentence, index, "aux", "cop", "mark", "advmod"))
        due = [word for word in helpers if is_in(word, "due")]
        for word in due or (word for word in helpers if word.lower in _TO_BE):
            return Sign(Factuality.PLANNED, f"“{word.form} to” says that it lay ahead.")
        is_headline = sentence.words[index].relation == "root"
        if is_headline and next(below(sentence, index, "nsubj"), None) is not None:
            return Sign(Factuality.PLANNED, "“to” in a headline says that it lay ahead.")
    return None


def _of_its_verb(sentence: ParsedSentence, index: int) -> Sign | None:
    """What "plans to", "wants to", "failed to", "is scheduled" say of the whole clause."""
    word = sentence.words[index]
    embeds = any(is_infinitive(sentence, i) for i in indices_below(sentence, index, "xcomp"))
    is_passive = any(helper.relation == "aux:pass" for helper in below(sentence, index, "aux"))
    if is_passive and is_in(word, "planned") and (embeds or _is_dated_plan(sentence, index)):
        return Sign(Factuality.PLANNED, f"“{word.form}” says that it lay ahead.")
    return _before_infinitive(sentence, index) if embeds and not is_passive else None


def _before_infinitive(sentence: ParsedSentence, index: int) -> Sign | None:
    word = sentence.words[index]
    is_going = word.lower in ("going", "gon") and verb_form(sentence, index).tense == "PRESENT"
    if is_going or is_in(word, "intending"):
        return Sign(Factuality.PLANNED, f"“{word.form} to” tells of a plan.")
    if is_in(word, "wishing"):
        return Sign(Factuality.POSSIBLE, f"“{word.form} to” tells of a wish.")
    if word.lemma == "fail":
        return Sign(Factuality.DENIED, "“fail to” says that it did not happen.")
    return None


def _is_dated_plan(sentence: ParsedSentence, index: int) -> bool:
    """Whether it only says that something is to be: "the talks are planned for March"."""
    if sentence.words[index].lemma not in event_words("slated"):
        return False
    form = verb_form(sentence, index)
    return form.aspect == "NONE" and (form.tense == "PRESENT" or _is_for_a_day(sentence, index))


def _is_for_a_day(sentence: ParsedSentence, index: int) -> bool:
    return any(
        case.lower == "for"
        for child in indices_below(sentence, index, "obl")
        for case in below(sentence, child, "case")
    )


def lasts(sentence: ParsedSentence, index: int) -> bool:
    """Whether it is said to go on: "continues to shell", and the "shell" in it."""
    word = sentence.words[index]
    if is_in(word, "lasting") and next(below(sentence, index, "xcomp"), None) is not None:
        return verb_form(sentence, index).tense == "PRESENT"
    if word.main_relation != "xcomp" or word.head == index:
        return False
    head = sentence.words[word.head]
    return is_in(head, "lasting") and verb_form(sentence, word.head).tense == "PRESENT"
