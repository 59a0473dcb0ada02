"""Clauses: for the word that stands for an event, who does what to whom, as words of its tree.

The relations are those of Universal Dependencies (https://universaldependencies.org/u/dep/).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from timeline_app.extraction.events.titles.phrases import phrase_of
from timeline_app.extraction.language import event_words
from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord

_HELPERS = frozenset({"aux", "cop"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Where a noun hangs that a verb was joined to instead of the verb before it.
_ASTRAY = frozenset({"obl", "obj", "nmod"})
_OF_DUE = frozenset({"cop", "aux", "mark"})
_OF_NOUNS = ("det", "case", "amod", "compound", "nummod", "nmod")
_SHARED = frozenset({"conj", "advcl", "xcomp"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OPENING_CLAUSES = frozenset({"after", "before", "since", "until", "till", "as", "once"})
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
    verb = _verb(sentence, predicate)
    if (left_behind := _left_behind(sentence, predicate, subject, times)) is not None:
        subject = left_behind
    is_finite = left_behind is not None and len(verb) == 1  # "…, which makes pumps, closed"
    is_passive = _is_passive(sentence, predicate) and not is_finite
    skipped = {*verb, *times}
    for each in sentence.children_by(predicate, "nsubj"):
        skipped.update(sentence.subtree(each))
    if subject is None and (subject := _behind_year(sentence, predicate, times)) is not None:
        skipped.update(sentence.subtree(subject))
    words = phrase_of(sentence, predicate, times)
    skipped.update(_strayed(sentence, words))
    rest = tuple(i for i in words if i not in skipped)
    filler = None
    if subject is None or _is_relative_pronoun(sentence, subject):
        subject = _subject_elsewhere(sentence, predicate)
    elif _has_relative_object(sentence, predicate):
        filler = sentence.words[predicate].head
        rest = tuple(i for i in rest if sentence.words[i].xpos not in ("WDT", "WP"))
    owner = next((i for i in sentence.children[predicate] if _owns(sentence, i)), None)
    subject = _as_named(sentence, _behind_date(sentence, subject, times))
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


def _left_behind(
    sentence: ParsedSentence, predicate: int, subject: int | None, times: Collection[int]
) -> int | None:
    """The noun of "Fenwick, who designed the library and changed the town, died", a stray root.

    The verb was joined to those of the clause about it, with no subject, or with what ends it.
    """
    root = next(i for i, word in enumerate(sentence.words) if word.head == i)
    is_noun = sentence.words[root].upos in ("NOUN", "PROPN")
    if not is_noun or not sentence.has_child(root, "acl") or root >= predicate:
        return None
    first = min(_verb(sentence, predicate))
    is_behind_comma = sentence.words[first - 1].form == "," and (
        subject is None or subject not in range(first - 1, predicate)
    )
    is_told_by = sentence.words[predicate].relation in ("conj", "advcl")
    is_finite = sentence.words[predicate].xpos in _FINITE | {"VBN"} or first < predicate
    strays = is_behind_comma or (subject is not None and subject in times)
    return root if is_told_by and is_finite and strays else None


def _behind_year(sentence: ParsedSentence, predicate: int, times: Collection[int]) -> int | None:
    """The floods of "In 1988 floods destroyed the town", taken for 1988 of them."""
    nouns = (
        child
        for child in sentence.children_by(predicate, "obl")
        if child < predicate and sentence.words[child].upos == "NOUN" and child not in times
    )
    return next(
        (i for i in nouns if any(n in times for n in sentence.children_by(i, "nummod"))), None
    )


def _owns(sentence: ParsedSentence, index: int) -> bool:
    """Whether it is the Acme of "Acme’s fell", without the noun."""
    word = sentence.words[index]
    is_of_verb = sentence.words[word.head].upos == "VERB" and index < word.head
    return word.relation == "nmod:poss" and word.upos == "PROPN" and is_of_verb


def _behind_date(
    sentence: ParsedSentence, subject: int | None, times: Collection[int]
) -> int | None:
    """The Armistice of "11/11/1918 Armistice signed", taken for part of the date."""
    if subject is None or subject not in times:
        return subject
    beside = sentence.children_by(subject, "flat", "appos")
    return next((child for child in beside if child not in times), subject)


def _is_relative_pronoun(sentence: ParsedSentence, index: int) -> bool:
    word = sentence.words[index]
    return word.lower in _RELATIVE and word.xpos in ("WDT", "WP")


def _subject_elsewhere(sentence: ParsedSentence, predicate: int) -> int | None:
    """The subject that a verb without one of its own shares with the verb or noun above it."""
    is_finite = sentence.words[predicate].xpos in _FINITE
    if (strayed := _strayed_subject(sentence, predicate)) is not None:
        return strayed
    for _ in range(_LONGEST_CHAIN):
        word = sentence.words[predicate]
        relation, head = word.main_relation, word.head
        if relation == "acl" and head != predicate:
            return _named_by(sentence, _first_joined(sentence, predicate, head))
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


def _strayed_subject(sentence: ParsedSentence, predicate: int) -> int | None:
    """The captain of "it lost power, and the captain sent a call", joined to "power" in the tree.

    What stands right before a finite verb, with no "and" between, is its subject.
    """
    word, head = sentence.words[predicate], sentence.words[predicate].head
    is_bare = word.xpos in _FINITE and not sentence.has_child(predicate, "nsubj", "cc", "mark")
    if not is_bare or head >= predicate:
        return None
    for noun in (i for i in sentence.children[head] if head < i < predicate):
        for joined in sentence.children_by(noun, "conj"):
            reach = sentence.subtree(joined)
            if reach[0] > noun and _stands_before(sentence, reach[-1], predicate):
                return joined
    return None


def _strayed(sentence: ParsedSentence, words: Sequence[int]) -> Iterator[int]:
    """Those words that are the subjects of verbs joined to what the others tell."""
    for word in words:
        for verb in sentence.children_by(word, "conj", "advcl", "parataxis"):
            strayed = _strayed_subject(sentence, verb)
            for noun in (
                sentence.children_by(sentence.words[strayed].head, "conj") if strayed else ()
            ):
                yield from sentence.subtree(noun)


def _stands_before(sentence: ParsedSentence, last: int, predicate: int) -> bool:
    """Whether nothing stands between a noun's last word and a verb but commas and adverbs."""
    between = sentence.words[last + 1 : min(_verb(sentence, predicate))]
    return last < predicate and all(word.form == "," or word.upos == "ADV" for word in between)


def _first_joined(sentence: ParsedSentence, predicate: int, noun: int) -> int:
    """The union of "after the union and the port signed it", taken for a port that was signed."""
    word, above = sentence.words[noun], sentence.words[noun].head
    is_active = sentence.words[predicate].xpos != "VBG" and sentence.has_child(predicate, "obj")
    cases = {sentence.words[i].lower for i in sentence.children_by(above, "case")}
    return above if word.relation == "conj" and is_active and cases & _OPENING_CLAUSES else noun


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
    has_verb = any(w.upos in ("VERB", "AUX") and w.xpos in _FINITE for w in others)
    return not has_verb and not sentence.has_child(predicate, "aux")


def _is_at_top(sentence: ParsedSentence, noun: int) -> bool:
    """Whether a noun is a root, or behind the "In Madrid," that was taken for one."""
    head = sentence.words[noun].head
    is_root = sentence.words[head].head == head
    is_behind_place = sentence.words[noun].relation == "conj" and sentence.has_child(head, "case")
    return is_root and (head == noun or is_behind_place)


# --- the words ----------------------------------------------------------------------------------


def _verb(sentence: ParsedSentence, predicate: int) -> tuple[int, ...]:
    """Helping verbs, negations, the predicate and its particle, in text order."""
    own = {predicate}
    for child in sentence.children[predicate]:
        word = sentence.words[child]
        is_helper = word.main_relation in _HELPERS
        if is_helper or word.relation == "compound:prt" or is_negation(word):
            own.add(child)
        if word.lower == "to" and word.relation == "mark":
            own.update(_due(sentence, predicate, child))
    if sentence.words[predicate].upos not in ("VERB", "AUX"):
        own.update(_modifiers(sentence, predicate))
    return tuple(sorted(own))


def _due(sentence: ParsedSentence, predicate: int, to: int) -> list[int]:
    """The words of "is to" and "is due to" before an infinitive; none without a finite "be"."""
    below = [i for i in sentence.subtree(predicate) if i <= to]
    finite = (i for i in below if _is_finite_be(sentence.words[i]))
    start = next(finite, to + 1)
    return [i for i in below if i >= start and sentence.words[i].relation in _OF_DUE]


def _is_finite_be(word: ParsedWord) -> bool:
    return word.lemma == "be" and word.xpos in ("VBZ", "VBP", "VBD")


def _modifiers(sentence: ParsedSentence, predicate: int) -> Iterator[int]:
    """The words that come with a noun or adjective that is a predicate."""
    for child in sentence.children_by(predicate, *_OF_NOUNS):
        yield from phrase_of(sentence, child, frozenset())


def is_negation(word: ParsedWord) -> bool:
    """Whether a word denies what it hangs on."""
    return word.relation == "advmod" and word.lower in ("not", "n't", "n’t", "never")
