"""Phrases: the words below a word of a tree that tell of the same, and none that tell of more.

The relations are those of Universal Dependencies (https://universaldependencies.org/u/dep/).
"""

from __future__ import annotations

from collections.abc import Collection

from timeline_app.extraction.language import event_words
from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord

_APART = frozenset({"parataxis", "discourse", "vocative", "dep", "dislocated"})
_BESIDE = frozenset({"conj", "nummod", "nmod"})
_ASIDES = frozenset({"according", "meanwhile", "meantime"})
_COMMAS = frozenset({",", "(", "–", "—", "--", ":", ";"})
_LEADING_ON = frozenset({"of", "with", "from", "for"})  # "charged with robbing a shop"
_JOINTS = frozenset("-–/’'&")
_ADDRESSES = ("http://", "https://")


def phrase_of(
    sentence: ParsedSentence, head: int, times: Collection[int] = frozenset()
) -> list[int]:
    """The words of a phrase, in text order, without times, asides and clauses apart."""
    reached, kept = [head], {head}
    for member in reached:
        for child in sentence.children[member]:
            is_of_time = _is_of_time(sentence, child, times)
            if not is_of_time and _is_apart(sentence, child, is_own=member == head):
                continue
            reached.append(child)  # what hangs on a time, as in "this week in Paris", is kept
            if not is_of_time:
                kept.add(child)
    return sorted(index for index in kept if not _is_loose(sentence, index, kept))


def _is_of_time(sentence: ParsedSentence, index: int, times: Collection[int]) -> bool:
    """Whether a word is of a time expression, or only leads to one, as "on" does."""
    word = sentence.words[index]
    return index in times or (word.relation == "case" and word.head in times)


def _is_apart(sentence: ParsedSentence, index: int, *, is_own: bool) -> bool:
    """Whether a word and all below it tell of something else; `is_own` hangs on the predicate."""
    word = sentence.words[index]
    relation = word.main_relation
    if relation in ("mark", "cc"):
        return is_own or _leads_apart(sentence, index)
    if relation in ("acl", "appos"):  # "the group, a bank," but not "the captain Rafael Sousa"
        return word.relation == "acl:relcl" or _is_behind_comma(sentence, index)
    if relation == "advcl":
        return not _completes(sentence, index)
    if relation in _BESIDE and _is_age(sentence, index):
        return True
    if word.lower in _ASIDES or _is_source(sentence, index):
        return True
    return relation in _APART or (relation == "conj" and _heads_clause(sentence, index))


def _is_source(sentence: ParsedSentence, index: int) -> bool:
    """Whether it is the police of "according to police"."""
    cases = sentence.children_by(index, "case")
    return any(sentence.words[child].lower == "according" for child in cases)


def _leads_apart(sentence: ParsedSentence, index: int) -> bool:
    """Whether an "and" or an "if" leads to a clause that is not kept."""
    word = sentence.words[index]
    if word.relation == "cc":
        return _heads_clause(sentence, word.head)
    verb = sentence.words[word.head]
    if verb.xpos == "VBG" and word.lower in _LEADING_ON:
        return False
    if verb.xpos == "VBN" and verb.relation == "acl":  # "a report on abandoned mines"
        return False
    return word.lower not in ("to", "that")


def _is_age(sentence: ParsedSentence, index: int) -> bool:
    """Whether it is the number of "Smith, 44, of Leeds"."""
    word = sentence.words[index]
    is_number = word.form.isdigit() and len(word.form) < 4 and index > word.head
    is_of_name = sentence.words[word.head].upos == "PROPN"
    return is_number and is_of_name and _is_behind_comma(sentence, index)


def _completes(sentence: ParsedSentence, index: int) -> bool:
    """Whether a clause says what was voted, ordered, allowed, or what somebody was accused of."""
    marks = {sentence.words[child].lower for child in sentence.children_by(index, "mark")}
    word = sentence.words[index]
    if word.xpos == "VBG" and index > word.head and not _is_behind_comma(sentence, index):
        return not marks.isdisjoint(_LEADING_ON)
    return "to" in marks and sentence.words[word.head].lemma in event_words("object_infinitive")


def _heads_clause(sentence: ParsedSentence, index: int) -> bool:
    is_verb = sentence.words[index].upos in ("VERB", "AUX")
    return is_verb or sentence.has_child(index, "nsubj", "cop")


def _is_behind_comma(sentence: ParsedSentence, index: int) -> bool:
    first = sentence.subtree(index)[0]
    before = sentence.words[first - 1].form if first else ""
    return not {sentence.words[first].form, before}.isdisjoint(_COMMAS)


def _is_loose(sentence: ParsedSentence, index: int, kept: Collection[int]) -> bool:
    """Whether it is the address of a page, or a mark that joins no two of the words kept."""
    word = sentence.words[index]
    if word.lower.startswith(_ADDRESSES):
        return True
    if word.upos != "PUNCT":
        return False
    if index - 1 not in kept or index + 1 not in kept:
        return True
    if word.form == ",":
        return not _is_inner_comma(sentence.words[index - 1], sentence.words[index + 1])
    return word.form not in _JOINTS


def _is_inner_comma(before: ParsedWord, behind: ParsedWord) -> bool:
    """Whether a comma stands in a list, in a number, or between a town and its land."""
    if behind.main_relation in ("conj", "cc", "amod", "nummod"):
        return True
    return before.upos == behind.upos and behind.upos in ("PROPN", "NUM", "ADJ")
