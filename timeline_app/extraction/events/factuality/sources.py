"""Sources: who says, in the words of the article, that something is so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.extraction.events.factuality.judgement import below, indices_below, is_in

if TYPE_CHECKING:
    from timeline_app.extraction.model.parsed import ParsedSentence

_HIGHEST = 10  # steps up the tree
_LONGEST_NAME = 30  # words
_LONGEST_TITLE = 12  # words from "according" to the name it belongs to
_ASIDE = frozenset({"obl", "nmod"})
_OF_NAME = frozenset({"det", "amod", "compound", "flat", "nummod", "nmod", "case", "fixed", "conj"})
_REPORTED = frozenset({"ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class Source:
    """The word that reports and the words that name who does; the latter may be none.

    Where it `vouches`, as "confirmed" does, what it reports is told as a fact.
    """

    reporter: int
    words: tuple[int, ...]
    vouches: bool = False


def source_of(sentence: ParsedSentence, index: int) -> Source | None:
    """Who says what the clause of a word says; None where it is the article itself."""
    for node in _up(sentence, index):
        found = _beside(sentence, node) or _above(sentence, node)
        if found is not None and found.reporter != index:
            return found
    return None


def _up(sentence: ParsedSentence, index: int) -> Iterator[int]:
    """A word and those it hangs on, up to a relative clause, which the article vouches for."""
    for _ in range(_HIGHEST):
        yield index
        word = sentence.words[index]
        if word.relation == "acl:relcl" or word.head == index or _starts_anew(sentence, index):
            return
        index = word.head


def _starts_anew(sentence: ParsedSentence, index: int) -> bool:
    """Whether a semicolon parts a clause from what is reported before it."""
    return any(
        child < index and sentence.words[child].form == ";"
        for child in indices_below(sentence, index, "punct")
    )


def _beside(sentence: ParsedSentence, node: int) -> Source | None:
    """A source put into the clause: "according to", "Putin said" between commas, "allegedly"."""
    for child in indices_below(sentence, node):
        word = sentence.words[child]
        if word.lower == "according":
            return Source(child, _according(sentence, child))
        found = _behind_according(sentence, child) if word.main_relation in _ASIDE else None
        if found is not None:
            return found
        if _is_put_in(sentence, child):
            return _by_verb(sentence, child)
        if word.main_relation == "advmod" and is_in(word, "hearsay"):
            return Source(child, ())
    return None


def _is_put_in(sentence: ParsedSentence, index: int) -> bool:
    """Whether a clause only names the speaker: ", Putin said"."""
    if not _reports(sentence, index) or next(below(sentence, index, "nsubj"), None) is None:
        return False
    if sentence.words[index].main_relation == "parataxis":
        return True
    says_more = next(below(sentence, index, "cc", "obj", "ccomp", "xcomp", "aux"), None)
    return sentence.words[index].main_relation == "conj" and says_more is None


def _behind_according(sentence: ParsedSentence, child: int) -> Source | None:
    """The name behind "according to", though the parser hung it on the noun before it."""
    for top in (child, *list(indices_below(sentence, child, "nmod", "obl"))[-1:]):
        according = _according_before(sentence, top)
        if according is not None:
            name = _name(sentence, top)
            return Source(according, tuple(each for each in name if each > according + 1))
    return None


def _according_before(sentence: ParsedSentence, child: int) -> int | None:
    """The "according" in front of a name and its titles."""
    for place in range(child - 1, max(-1, child - _LONGEST_TITLE), -1):
        word = sentence.words[place]
        if word.lower == "according":
            return place
        if word.upos in ("VERB", "PUNCT") and word.lower not in ("to", "-", "–"):
            return None
    return None


def _according(sentence: ParsedSentence, index: int) -> tuple[int, ...]:
    """The name behind an "according" that heads its phrase."""
    for child in indices_below(sentence, index, "obl", "obj", "nmod"):
        return _name(sentence, child)
    return ()


def _above(sentence: ParsedSentence, node: int) -> Source | None:
    """The word that reports what hangs on it."""
    word = sentence.words[node]
    head = word.head
    if head == node:
        return None
    if word.main_relation == "acl" and is_in(sentence.words[head], "telling_noun"):
        is_that_clause = any(mark.lower == "that" for mark in below(sentence, node, "mark"))
        return Source(head, _owner(sentence, head)) if is_that_clause else None
    if not _reports(sentence, head):
        return None
    is_reported = (
        word.main_relation in _REPORTED
        or (word.main_relation == "xcomp" and _is_told_of_past(sentence, node, head))
        or _is_quoted_before(sentence, node, head)
    )
    return _by_verb(sentence, head) if is_reported else None


def _is_told_of_past(sentence: ParsedSentence, node: int, head: int) -> bool:
    """Whether a verb below its reporter looks back: "claims to have won", "denied taking"."""
    looks_back = sentence.words[node].xpos == "VBG" or any(
        word.lemma == "have" for word in below(sentence, node, "aux")
    )
    return looks_back or _is_passive(sentence, head)


def _is_quoted_before(sentence: ParsedSentence, node: int, head: int) -> bool:
    """Whether "the town fell" stands before "Putin said", though the parser saw a side clause."""
    if sentence.words[node].main_relation != "advcl" or node > head:
        return False
    has_mark = next(below(sentence, node, "mark"), None) is not None
    return not has_mark and next(below(sentence, node, "nsubj"), None) is not None


def _reports(sentence: ParsedSentence, index: int) -> bool:
    word = sentence.words[index]
    return word.upos == "VERB" and is_in(word, "saying")


def _is_passive(sentence: ParsedSentence, index: int) -> bool:
    return any(word.relation == "aux:pass" for word in below(sentence, index, "aux"))


def _by_verb(sentence: ParsedSentence, reporter: int) -> Source:
    word = sentence.words[reporter]
    negated = any(is_negation(sentence, child) for child in indices_below(sentence, reporter))
    vouches = is_in(word, "vouching") and not negated
    return Source(reporter, _speaker(sentence, reporter), vouches)


def is_negation(sentence: ParsedSentence, index: int) -> bool:
    """Whether a word negates its head: "not", but not that of "not only"."""
    word = sentence.words[index]
    if word.lower not in ("not", "n't", "n’t", "never"):
        return False
    following = sentence.words[index + 1 : index + 2]
    return not (following and following[0].lower in ("only", "just", "merely"))


def _speaker(sentence: ParsedSentence, reporter: int) -> tuple[int, ...]:
    """The words for who reports; those of the verb that it is joined to where it has none."""
    for _ in range(_HIGHEST):
        word = sentence.words[reporter]
        for child in indices_below(sentence, reporter, "nsubj"):
            if sentence.words[child].relation == "nsubj:pass":
                continue
            if word.relation == "acl:relcl" and sentence.words[child].lower in ("who", "which"):
                return _name(sentence, word.head)
            return _name(sentence, child)
        if word.main_relation not in ("conj", "xcomp", "advcl") or word.head == reporter:
            break
        reporter = word.head
    return ()


def _owner(sentence: ParsedSentence, noun: int) -> tuple[int, ...]:
    """Whose claim it is: "Russia’s claim that", "claims by Russia that"."""
    for child in indices_below(sentence, noun, "nmod"):
        return _name(sentence, child)
    return ()


def _name(sentence: ParsedSentence, top: int) -> tuple[int, ...]:
    """A noun with what belongs to its name, without the preposition and side clauses."""
    found, waiting = [top], [top]
    while waiting and len(found) < _LONGEST_NAME:
        node = waiting.pop()
        for child in indices_below(sentence, node):
            is_preposition = node == top and sentence.words[child].main_relation in (
                "case",
                "fixed",
            )
            inside = sentence.words[child].main_relation in _OF_NAME or _is_hyphen(sentence, child)
            if inside and not (is_preposition and child < top):
                found.append(child)
                waiting.append(child)
    return tuple(sorted(found))


def _is_hyphen(sentence: ParsedSentence, index: int) -> bool:
    return sentence.words[index].form in ("-", "–", ".", "’s", "'s")
