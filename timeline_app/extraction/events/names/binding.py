"""Binding: which words of a sentence cannot stand for the same, by where they are in its tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.extraction.gazetteer import name_words

if TYPE_CHECKING:
    from timeline_app.extraction.model.parsed import ParsedSentence

_DEEPEST = 30
_CLAUSES = frozenset({"VERB", "AUX"})
_BESIDE = frozenset({"flat", "appos", "compound", "nmod"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "csubj"})


def may_corefer(sentence: ParsedSentence, pronoun: int, other: range) -> bool:
    """Whether a pronoun may stand for other words of its sentence.

    Not "Putin met him", not "his" in "his brother John", not "he" in "He said Putin left".
    """
    name = head_of(sentence, other)
    return not (
        _are_coarguments(sentence, pronoun, name)
        or _is_within(sentence, pronoun, name)
        or _commands(sentence, pronoun, name)
    )


def head_of(sentence: ParsedSentence, name: range) -> int:
    """The head of the phrase that a name is in, which may be its title: "Secretary Austin"."""
    top = sentence.top_of(name.start, name.stop)
    words = sentence.words
    titles = name_words("title")
    if name.start == 0 or words[name.start - 1].lower not in titles:
        return top
    for _ in range(_DEEPEST):
        head = words[top].head
        is_title = head < top and words[head].lower in titles
        if not (is_title and words[top].main_relation in _BESIDE):
            break
        top = head
    return top


def is_part_of_name(sentence: ParsedSentence, noun: int) -> bool:
    """Whether a noun is but a title or a description of a name: "her brother John"."""
    words = sentence.words
    beside = [*sentence.children_by(noun, "flat", "appos"), words[noun].head]
    relation = words[noun].main_relation
    return any(words[each].upos == "PROPN" for each in beside[:-1]) or (
        relation in _BESIDE and words[beside[-1]].upos == "PROPN"
    )


def _are_coarguments(sentence: ParsedSentence, pronoun: int, name: int) -> bool:
    words = sentence.words
    one, other = words[pronoun], words[_whole(sentence, name)]
    both_argue = all(each.main_relation in _ARGUMENTS for each in (one, other))
    return both_argue and one.head == other.head


def _whole(sentence: ParsedSentence, word: int) -> int:
    """The first member of a coordination that a word is in."""
    for _ in range(_DEEPEST):
        if sentence.words[word].main_relation not in ("conj", "appos", "flat"):
            break
        word = sentence.words[word].head
    return word


def _is_within(sentence: ParsedSentence, pronoun: int, name: int) -> bool:
    """Whether a possessive is part of the very phrase that names its owner."""
    above = pronoun
    for _ in range(_DEEPEST):
        head = sentence.words[above].head
        if head == above or sentence.words[head].upos in _CLAUSES:
            return False
        above = head
        if above == _whole(sentence, name):
            return _is_phrase_of(sentence, above, name)
    return False


def _is_phrase_of(sentence: ParsedSentence, head: int, name: int) -> bool:
    return head == name or sentence.words[name].main_relation in ("appos", "flat")


def _commands(sentence: ParsedSentence, pronoun: int, name: int) -> bool:
    """Whether a name lies in the clause whose subject the pronoun is, behind it."""
    word = sentence.words[pronoun]
    if not word.relation.startswith("nsubj") or name < pronoun:
        return False
    above = name
    for _ in range(_DEEPEST):
        if above == word.head:
            return True
        head = sentence.words[above].head
        if head == above:
            return False
        above = head
    return False
