"""Lost subjects: those that stand in the sentence, but not where the tree should have them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from timeline_app.extraction.events.titles.verb_parts import FINITE, verb_of
from timeline_app.extraction.model.parsed import ParsedSentence

_NOUNS = ("NOUN", "PROPN")
_OPENING_CLAUSES = frozenset({"after", "before", "since", "until", "till", "as", "once"})


def left_behind(
    sentence: ParsedSentence, predicate: int, subject: int | None, times: Collection[int]
) -> int | None:
    """The noun of "Fenwick, who designed the library and changed the town, died", a stray root.

    The verb was joined to those of the clause about it, with no subject, or with what ends it.
    """
    root = next(i for i, word in enumerate(sentence.words) if word.head == i)
    is_noun = sentence.words[root].upos in ("NOUN", "PROPN")
    if not is_noun or not sentence.has_child(root, "acl") or root >= predicate:
        return None
    first = min(verb_of(sentence, predicate))
    is_behind_comma = sentence.words[first - 1].form == "," and (
        subject is None or subject not in range(first - 1, predicate)
    )
    is_told_by = sentence.words[predicate].relation in ("conj", "advcl")
    is_finite = sentence.words[predicate].xpos in FINITE | {"VBN"} or first < predicate
    strays = is_behind_comma or (subject is not None and subject in times)
    return root if is_told_by and is_finite and strays else None


def behind_opening(sentence: ParsedSentence, predicate: int, times: Collection[int]) -> int | None:
    """The subject of a verb that has none, taken for a part of what opens its sentence.

    The floods of "In 1988 floods destroyed the town", the bank of "On Friday the bank closed", the
    man of "On Friday in Leeds, a man was jailed".
    """
    opening = [i for i in sentence.children_by(predicate, "obl") if i < predicate]
    for noun in opening:
        parts = sentence.children_by(noun, "nummod", "compound")
        is_noun = sentence.words[noun].upos in _NOUNS and noun not in times
        if is_noun and any(part in times for part in parts):
            return noun
    return _behind_comma(sentence, opening) if _is_finite(sentence, predicate) else None


def _is_finite(sentence: ParsedSentence, predicate: int) -> bool:
    return any(sentence.words[i].xpos in FINITE for i in verb_of(sentence, predicate))


def _behind_comma(sentence: ParsedSentence, opening: Iterable[int]) -> int | None:
    """The first noun of an opening that is only joined to it, by a comma."""
    for noun in (each for top in opening for each in sentence.subtree(top)):
        word, first = sentence.words[noun], min((noun, *sentence.children[noun]))
        is_joined = word.main_relation in ("appos", "conj") and word.upos in _NOUNS
        if is_joined and "," in (sentence.words[first].form, sentence.words[first - 1].form):
            return noun
    return None


def behind_date(
    sentence: ParsedSentence, subject: int | None, times: Collection[int]
) -> int | None:
    """The Armistice of "11/11/1918 Armistice signed", taken for part of the date."""
    if subject is None or subject not in times:
        return subject
    beside = sentence.children_by(subject, "flat", "appos")
    return next((child for child in beside if child not in times), subject)


def strayed_subject(sentence: ParsedSentence, predicate: int) -> int | None:
    """The captain of "it lost power, and the captain sent a call", joined to "power" in the tree.

    What stands right before a finite verb, with no "and" between, is its subject.
    """
    word, head = sentence.words[predicate], sentence.words[predicate].head
    is_bare = word.xpos in FINITE and not sentence.has_child(predicate, "nsubj", "cc", "mark")
    if not is_bare or head >= predicate:
        return None
    for noun in (i for i in sentence.children[head] if head < i < predicate):
        for joined in sentence.children_by(noun, "conj"):
            reach = sentence.subtree(joined)
            if reach[0] > noun and _stands_before(sentence, reach[-1], predicate):
                return joined
    return None


def strayed_words(sentence: ParsedSentence, words: Sequence[int]) -> Iterator[int]:
    """Those words that are the subjects of verbs joined to what the others tell."""
    for word in words:
        for verb in sentence.children_by(word, "conj", "advcl", "parataxis"):
            strayed = strayed_subject(sentence, verb)
            for noun in (
                sentence.children_by(sentence.words[strayed].head, "conj") if strayed else ()
            ):
                yield from sentence.subtree(noun)


def _stands_before(sentence: ParsedSentence, last: int, predicate: int) -> bool:
    """Whether nothing stands between a noun's last word and a verb but commas and adverbs."""
    between = sentence.words[last + 1 : min(verb_of(sentence, predicate))]
    return last < predicate and all(word.form == "," or word.upos == "ADV" for word in between)


def first_joined(sentence: ParsedSentence, predicate: int, noun: int) -> int:
    """The union of "after the union and the port signed it", taken for a port that was signed."""
    word, above = sentence.words[noun], sentence.words[noun].head
    is_active = sentence.words[predicate].xpos != "VBG" and sentence.has_child(predicate, "obj")
    cases = {sentence.words[i].lower for i in sentence.children_by(above, "case")}
    return above if word.relation == "conj" and is_active and cases & _OPENING_CLAUSES else noun
