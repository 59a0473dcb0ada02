"""Tense, aspect, modality and polarity of a word in its tree, in the terms of TimeML 1.2.1.

http://www.timeml.org/publications/timeMLdocs/annguide_1.2.1.pdf, section 2.1.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord

_FUTURE = frozenset({"will", "wo", "shall", "sha", "'ll", "’ll"})  # "wo" of "won't"
_MODALS = {
    "can": "CAN", "ca": "CAN", "could": "COULD", "may": "MAY", "might": "MIGHT", "must": "MUST",
    "should": "SHOULD", "would": "WOULD", "ought": "OUGHT", "'d": "WOULD", "’d": "WOULD",
}  # fmt: skip
_OF_PRESENT = frozenset({"CAN", "SHOULD"})  # annotators gave these a tense, the others none
_MAIN = frozenset({"root", "parataxis", "ccomp", "conj"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "without"})
_PAST = frozenset({"VBD"})
_PRESENT = frozenset({"VBP", "VBZ"})


@dataclass(frozen=True, slots=True)
class VerbForm:
    """How a verb, or a word with a copula, is put. The words are those of TimeML's attributes.

    `tense` is PAST, PRESENT, FUTURE, INFINITIVE, PRESPART, PASTPART or NONE; `aspect`
    PROGRESSIVE, PERFECTIVE, PERFECTIVE_PROGRESSIVE or NONE; `modality` a modal verb or NONE.
    """

    tense: str = "NONE"
    aspect: str = "NONE"
    modality: str = "NONE"
    is_negated: bool = False
    is_passive: bool = False


def verb_form(sentence: ParsedSentence, index: int) -> VerbForm:
    """How the word at `index` is put in its sentence."""
    word = sentence.words[index]
    negated = _is_negated(sentence, index)
    helpers = _helpers(sentence, index)
    has_copula = word.upos == "ADJ" and any(helper.relation == "cop" for helper in helpers)
    if word.upos not in ("VERB", "AUX") and not has_copula:
        return VerbForm(is_negated=negated, modality=_modality(helpers))
    return VerbForm(
        _tense(sentence, index, helpers),
        _aspect(word, helpers),
        _modality(helpers),
        negated,
        is_passive=any(helper.relation == "aux:pass" for helper in helpers),
    )


def _helpers(sentence: ParsedSentence, index: int) -> list[ParsedWord]:
    """The auxiliaries of a word; those of the first of joined verbs stand for all."""
    own = [sentence.words[child] for child in sentence.children_by(index, "aux", "cop")]
    word = sentence.words[index]
    if own or word.relation != "conj" or sentence.has_child(index, "nsubj", "mark"):
        return own
    first = sentence.words[word.head]
    if first.upos == "VERB" and _may_share(first.xpos, word.xpos):
        return _helpers(sentence, word.head)
    return own


def _may_share(first: str, second: str) -> bool:
    return first == second and second in ("VB", "VBN", "VBG")


def _modality(helpers: list[ParsedWord]) -> str:
    for helper in helpers:
        if helper.xpos == "MD" and helper.lower in _MODALS:
            return _MODALS[helper.lower]
    return "NONE"


def _tense(sentence: ParsedSentence, index: int, helpers: list[ParsedWord]) -> str:
    if any(helper.lower in _FUTURE for helper in helpers):
        return "FUTURE"
    modality = _modality(helpers)
    if modality != "NONE":
        return "PRESENT" if modality in _OF_PRESENT else "NONE"
    word = sentence.words[index]
    if word.xpos == "VB" and _has_to(sentence, index):  # "the aim is to win"
        return _of_going(sentence, index) or "INFINITIVE"
    for tag in [helper.xpos for helper in helpers] + [word.xpos]:
        if tag in _PAST:
            return "PAST"
        if tag in _PRESENT:
            return "PRESENT"
    return _of_non_finite(sentence, index, helpers)


def _of_non_finite(sentence: ParsedSentence, index: int, helpers: list[ParsedWord]) -> str:
    word = sentence.words[index]
    tags = {word.xpos, *(helper.xpos for helper in helpers)}
    is_main = not helpers and word.relation in _MAIN
    if "VB" in tags:
        if not helpers and _is_joined_to_finite(sentence, index):
            return _tense(sentence, word.head, _helpers(sentence, word.head))
        is_order = is_main and word.relation != "conj" and not _has_to(sentence, index)
        return "PRESENT" if is_order else _of_going(sentence, index) or "INFINITIVE"
    if "VBG" in tags:
        return "PRESPART"
    if word.xpos == "VBN":  # of a headline, or a past tense taken for a participle
        return "PAST" if is_main else "PASTPART"
    return "NONE"


def _is_joined_to_finite(sentence: ParsedSentence, index: int) -> bool:
    """Whether what looks like an infinitive goes on with a finite verb: "they come and go"."""
    word = sentence.words[index]
    head = sentence.words[word.head]
    is_bare = word.relation == "conj" and not _has_to(sentence, index)
    return is_bare and head.xpos in _PAST | _PRESENT


def _has_to(sentence: ParsedSentence, index: int) -> bool:
    return any(sentence.words[child].lower == "to" for child in sentence.children_by(index, "mark"))


def _of_going(sentence: ParsedSentence, index: int) -> str:
    """FUTURE for the verb behind "is going to"."""
    head = sentence.words[sentence.words[index].head]
    is_future = head.lower in ("going", "gon") and sentence.words[index].relation == "xcomp"
    return "FUTURE" if is_future else ""


def _aspect(word: ParsedWord, helpers: list[ParsedWord]) -> str:
    perfective = any(helper.lemma.lower() in ("have", "'ve", "’ve") for helper in helpers)
    progressive = word.xpos == "VBG" and any(
        helper.relation == "aux" and helper.lemma.lower() == "be" for helper in helpers
    )
    progressive = progressive or any(helper.lower == "being" for helper in helpers)
    if perfective:
        return "PERFECTIVE_PROGRESSIVE" if progressive else "PERFECTIVE"
    return "PROGRESSIVE" if progressive else "NONE"


def _is_negated(sentence: ParsedSentence, index: int) -> bool:
    return any(
        sentence.words[child].lower in _NEGATIONS
        for child in sentence.children_by(index, "advmod", "det", "case", "mark", "aux", "neg")
    )
