"""Pronouns and names in their text: where they stand, and how each hangs in its tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.extraction.gazetteer import gender_of
from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord

GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_DEEPEST = 30
CLAUSES = ("root", "conj", "advcl", "acl", "ccomp", "xcomp", "parataxis", "csubj")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A run of words of one sentence; both counted from 0, `last` is behind it."""

    sentence: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Node:
    """What the tree says of a place.

    `word` is its head, `role` that word's relation without subtype; `above` are the words from it
    up to the root, `verb` the nearest verb of them, -1 for none; `clause` the head of its clause.
    """

    word: int
    role: str
    verb: int
    clause: int
    above: tuple[int, ...]
    is_possessive: bool

    @property
    def depth(self) -> int:
        """How many words lie above it."""
        return len(self.above) - 1


class PronounText:
    """A pronoun with the names around it, each of which is looked at but once."""

    def __init__(
        self, sentences: Sequence[ParsedSentence], pronoun: Place, names: Sequence[Place]
    ) -> None:
        self.sentences = sentences
        self.pronoun = pronoun
        self.names = names
        self.of_pronoun = node_at(sentences[pronoun.sentence], pronoun)
        self.nodes = {name: node_at(sentences[name.sentence], name) for name in names}
        self.called = {name: words_at(sentences, name)[-1].lower for name in names}
        self.counts = Counter(self.called.values())
        self._alike = _by_word(names, self.called)
        self.form = words_at(sentences, pronoun)[0].lower
        self.gender = GENDERS.get(self.form, "")
        self.alike = _same_pronouns(sentences, pronoun, self.gender, names)
        self._genders = _genders_of(sentences, names, self.called)

    def names_alike(self, name: Place) -> Sequence[Place]:
        """The names with the same last word, that one included."""
        return self._alike[self.called[name]]

    def fit(self, name: Place) -> float:
        """1 when a name is of the pronoun's gender, -1 of the other, 0 when it may be either."""
        gender = _gender_at(self.sentences, name) or self._genders.get(self.called[name], "")
        return 0.0 if not gender else 1.0 if gender == self.gender else -1.0


def _by_word(names: Sequence[Place], called: dict[Place, str]) -> dict[str, list[Place]]:
    alike: dict[str, list[Place]] = {}
    for name in names:
        alike.setdefault(called[name], []).append(name)
    return alike


def words_at(sentences: Sequence[ParsedSentence], place: Place) -> tuple[ParsedWord, ...]:
    """The words of a place."""
    return sentences[place.sentence].words[place.first : place.last]


def node_at(sentence: ParsedSentence, place: Place) -> Node:
    """What the tree says of a place of a sentence."""
    words = sentence.words
    top = sentence.top_of(place.first, place.last)
    above = [top]
    while words[above[-1]].head != above[-1] and len(above) <= _DEEPEST:
        above.append(words[above[-1]].head)
    verbs = (word for word in above[1:] if words[word].upos in ("VERB", "AUX"))
    clauses = (word for word in above if _begins_clause(words[word]))
    return Node(
        top,
        words[top].main_relation,
        next(verbs, -1),
        next(clauses, top),
        tuple(above),
        words[top].relation == "nmod:poss" or words[top].xpos == "PRP$",
    )


def _begins_clause(word: ParsedWord) -> bool:
    role = word.main_relation
    return role in CLAUSES and (role != "conj" or word.upos in ("VERB", "AUX"))


def _same_pronouns(
    sentences: Sequence[ParsedSentence], pronoun: Place, gender: str, names: Sequence[Place]
) -> list[Place]:
    """The pronouns of its gender before a pronoun, from the first name on, in text order."""
    first = min((name.sentence for name in names), default=pronoun.sentence)
    return [
        place
        for number in range(first, pronoun.sentence + 1)
        for index, word in enumerate(sentences[number].words)
        if GENDERS.get(word.lower) == gender
        and (place := Place(number, index, index + 1)) < pronoun
    ]


def _genders_of(
    sentences: Sequence[ParsedSentence], names: Sequence[Place], called: dict[Place, str]
) -> dict[str, str]:
    """What the first names beside each last word of names tell."""
    genders: dict[str, str] = {}
    for name in names:
        gender = _gender_at(sentences, name)
        if gender and name.last - name.first > 1:
            genders.setdefault(called[name], gender)
    return genders


def _gender_at(sentences: Sequence[ParsedSentence], name: Place) -> str:
    """The gender of a first name; "" where it tells none."""
    gender = gender_of(sentences[name.sentence].words[name.first].form)
    return gender if len(gender) == 1 else ""
