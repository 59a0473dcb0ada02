"""Clauses: for the word that stands for an event, who does what to whom, as words of its tree.

The relations are those of Universal Dependencies (https://universaldependencies.org/u/dep/).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from timeline_app.extraction.events.titles.lost_subjects import (
    behind_date,
    behind_opening,
    first_joined,
    left_behind,
    strayed_subject,
    strayed_words,
)
from timeline_app.extraction.events.titles.phrases import phrase_of
from timeline_app.extraction.events.titles.verb_parts import FINITE, verb_of
from timeline_app.extraction.language import event_words
from timeline_app.extraction.model.parsed import ParsedSentence

# Where a noun hangs that a verb was joined to instead of the verb before it.
_ASTRAY = frozenset({"obl", "obj", "nmod"})
_SHARED = frozenset({"conj", "advcl", "xcomp"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_LONGEST_CHAIN = 8


@dataclass(frozen=True, slots=True)
class Clause:
    """What a sentence says of one event; all numbers are indices of its words.

    `predicate` is the verb, noun or adjective at its head. `subject` heads who does it, or whom it
    happens to where `is_passive`; it may stand in another clause, when that is shared or left out.
    `filler` heads the noun that a relative clause is about, when that noun is its object. `verb`
    are helping verbs, negations, predicate and particle, `rest` all else that belongs to it, both
    in text order, without times and clauses apart. `owner` heads whose subject it is, where the
    subject is left out: "sales rose, but Acme’s fell".
    """

    predicate: int
    verb: tuple[int, ...]
    rest: tuple[int, ...]
    subject: int | None
    filler: int | None = None
    is_passive: bool = False
    owner: int | None = None

    @property
    def own(self) -> tuple[int, ...]:
        """Its own words, in text order."""
        return tuple(sorted({*self.verb, *self.rest}))


def clause_of(
    sentence: ParsedSentence, predicate: int, times: Collection[int] = frozenset()
) -> Clause:
    """The clause around a predicate. `times` are the words of time expressions."""
    subject = _own_subject(sentence, predicate)
    verb = verb_of(sentence, predicate)
    stray = left_behind(sentence, predicate, subject, times)
    subject = subject if stray is None else stray
    is_finite = stray is not None and len(verb) == 1  # "…, which makes pumps, closed"
    is_passive = _is_passive(sentence, predicate) and not is_finite
    skipped = {*verb, *times}
    for each in sentence.children_by(predicate, "nsubj"):
        skipped.update(sentence.subtree(each))
    if subject is None and (subject := behind_opening(sentence, predicate, times)) is not None:
        skipped.update(sentence.subtree(subject))
    words = phrase_of(sentence, predicate, times)
    skipped.update(strayed_words(sentence, words))
    rest = tuple(i for i in words if i not in skipped)
    filler = None
    if subject is None or _is_relative_pronoun(sentence, subject):
        subject = _subject_elsewhere(sentence, predicate)
    elif _has_relative_object(sentence, predicate):
        filler = sentence.words[predicate].head
        rest = tuple(i for i in rest if sentence.words[i].xpos not in ("WDT", "WP"))
    owner = next((i for i in sentence.children[predicate] if _owns(sentence, i)), None)
    subject = _as_named(sentence, behind_date(sentence, subject, times))
    return Clause(predicate, verb, rest, subject, filler, is_passive, owner)


def subject_of(
    sentence: ParsedSentence, clause: Clause, times: Collection[int] = frozenset()
) -> list[int]:
    """The words of the subject, without what led to it and without the clause that tells of it."""
    head = clause.subject
    if head is None:
        return []
    told = frozenset(sentence.subtree(clause.predicate))
    own = frozenset() if head in told else told
    leading = set(sentence.children_by(head, "case", "cc", "advmod"))
    words = [i for i in phrase_of(sentence, head, times) if i not in own and i not in leading]
    subjects = list(sentence.children_by(clause.predicate, "nsubj"))
    for other in subjects if head in subjects else ():
        further = phrase_of(sentence, other, times)
        if words and further[0] == words[-1] + 1:  # "the ship" and "Halcyon Dawn" of one name
            words.extend(further)
    return _with_twin(sentence, words) if words else words


def _with_twin(sentence: ParsedSentence, words: list[int]) -> list[int]:
    """The words of a subject with what a hyphen joins to it: "Austria-Hungary"."""
    first, last = words[0], words[-1]
    if first > 1 and _is_hyphen(sentence, first - 1):
        return [first - 2, first - 1, *words]
    if last + 2 < len(sentence.words) and _is_hyphen(sentence, last + 1):
        return [*words, last + 1, last + 2]
    return words


def _is_hyphen(sentence: ParsedSentence, index: int) -> bool:
    """Whether a mark makes one name of the two beside it, which it touches."""
    before, mark, behind = sentence.words[index - 1 : index + 2]
    touches = before.range.end == mark.range.start and mark.range.end == behind.range.start
    return mark.form == "-" and touches and before.upos == behind.upos == "PROPN"


# --- the subject --------------------------------------------------------------------------------


def _own_subject(sentence: ParsedSentence, predicate: int) -> int | None:
    subjects = [
        child
        for child in sentence.children_by(predicate, "nsubj", "csubj")
        if sentence.words[child].upos != "VERB"
    ]
    return _behind_topic(sentence, predicate, subjects) if subjects else None


def _behind_topic(sentence: ParsedSentence, predicate: int, subjects: Sequence[int]) -> int:
    """The missiles of "Ukraine war: Russian missiles hit Kyiv"; else the first subject."""
    first = subjects[0]
    colon = next((i for i in range(first, predicate) if sentence.words[i].form == ":"), predicate)
    nouns = (*subjects, *sentence.children_by(first, "appos"))
    return next((noun for noun in nouns if colon < noun < predicate), first)


def _owns(sentence: ParsedSentence, index: int) -> bool:
    """Whether it is the Acme of "Acme’s fell", without the noun."""
    word = sentence.words[index]
    is_of_verb = sentence.words[word.head].upos == "VERB" and index < word.head
    return word.relation == "nmod:poss" and word.upos == "PROPN" and is_of_verb


def _is_relative_pronoun(sentence: ParsedSentence, index: int) -> bool:
    word = sentence.words[index]
    return word.lower in _RELATIVE and word.xpos in ("WDT", "WP")


def _subject_elsewhere(sentence: ParsedSentence, predicate: int) -> int | None:
    """The subject that a verb without one of its own shares with the verb or noun above it."""
    is_finite = sentence.words[predicate].xpos in FINITE
    if (strayed := strayed_subject(sentence, predicate)) is not None:
        return strayed
    for _ in range(_LONGEST_CHAIN):
        word = sentence.words[predicate]
        relation, head = word.main_relation, word.head
        if relation == "acl" and head != predicate:
            return _named_by(sentence, first_joined(sentence, predicate, head))
        is_astray = is_finite and relation in _ASTRAY
        if head == predicate or not (is_astray or relation in _SHARED):
            return None
        if relation == "xcomp" and (controller := _object(sentence, head)) is not None:
            return controller
        subject = _own_subject(sentence, head)
        if subject is not None and not _is_relative_pronoun(sentence, subject):
            return subject
        predicate = head
    return None


def _named_by(sentence: ParsedSentence, noun: int) -> int:
    """The name that a noun stands beside, if it does: "Jones, a prosecutor who …"."""
    word = sentence.words[noun]
    is_beside = word.relation == "appos" and sentence.words[word.head].upos == "PROPN"
    return word.head if is_beside and word.upos != "PROPN" else noun


def _as_named(sentence: ParsedSentence, subject: int | None) -> int | None:
    """The name of "the builder, Martin Sayle," where a subject has one beside it."""
    if subject is None or sentence.words[subject].upos == "PROPN":
        return subject
    people = [name for name in sentence.names if name.kind == "PER"]
    beside = sentence.children_by(subject, "appos")
    named = (i for i in beside if any(name.first <= i < name.last for name in people))
    return next(named, subject)


def _object(sentence: ParsedSentence, predicate: int) -> int | None:
    return next(sentence.children_by(predicate, "obj", "iobj"), None)


def _has_relative_object(sentence: ParsedSentence, predicate: int) -> bool:
    """Whether its object is the noun it hangs on: "the bridge (that) engineers built"."""
    word = sentence.words[predicate]
    if word.relation != "acl:relcl":
        return False
    objects = [sentence.words[child] for child in sentence.children_by(predicate, "obj")]
    if any(each.xpos in ("WDT", "WP") for each in objects):
        return True
    openers = [sentence.words[i].xpos for i in sentence.subtree(predicate) if i < predicate]
    has_pronoun = any(tag in ("WDT", "WP", "WRB", "WP$") for tag in openers)
    has_more = sentence.has_child(predicate, "obl", "xcomp", "ccomp", "cop")
    return not objects and not has_pronoun and not has_more


def _is_passive(sentence: ParsedSentence, predicate: int) -> bool:
    relations = {sentence.words[child].relation for child in sentence.children[predicate]}
    word = sentence.words[predicate]
    is_bare = word.relation == "advcl" and "mark" in relations and "aux:pass" not in relations
    if relations & {"nsubj:pass", "aux:pass", "csubj:pass"}:
        return not is_bare  # "after traders sold", taken for sold traders
    if word.xpos != "VBN" and not _is_taken_for_past(sentence, predicate):
        return False
    if word.relation == "conj" and "nsubj" not in relations and "aux" not in relations:
        head = sentence.words[word.head]
        return head.xpos == "VBN" and _is_passive(sentence, word.head)
    is_participle = word.relation in ("acl", "advcl") and "aux" not in relations
    has_object = sentence.has_child(predicate, "obj") and not sentence.has_child(predicate, "iobj")
    return is_participle and not has_object and not is_only_verb(sentence, predicate)


def _is_taken_for_past(sentence: ParsedSentence, predicate: int) -> bool:
    """Whether a verb like "jailed" stands without the object it needs: "was found and jailed"."""
    word = sentence.words[predicate]
    is_transitive = word.xpos == "VBD" and word.lemma in event_words("transitive")
    return is_transitive and not sentence.has_child(predicate, "obj", "ccomp", "xcomp")


def is_only_verb(sentence: ParsedSentence, predicate: int) -> bool:
    """Whether a participle is the past tense of a whole sentence, as in "Shares closed at 84"."""
    word = sentence.words[predicate]
    if word.relation != "acl" or word.xpos == "VBG" or not _is_at_top(sentence, word.head):
        return False
    others = (w for i, w in enumerate(sentence.words) if i != predicate)
    has_verb = any(w.upos in ("VERB", "AUX") and w.xpos in FINITE for w in others)
    return not has_verb and not sentence.has_child(predicate, "aux")


def _is_at_top(sentence: ParsedSentence, noun: int) -> bool:
    """Whether a noun is a root, or behind the "In Madrid," that was taken for one."""
    head = sentence.words[noun].head
    is_root = sentence.words[head].head == head
    is_behind_place = sentence.words[noun].relation == "conj" and sentence.has_child(head, "case")
    return is_root and (head == noun or is_behind_place)
