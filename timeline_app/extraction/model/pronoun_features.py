"""What tells whom a pronoun stands for: where the two stand in the text and in their trees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from timeline_app.extraction.gazetteer import gender_of
from timeline_app.extraction.model.parsed import ParsedSentence

GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_ROLES = ("nsubj", "obj", "obl", "nmod", "conj", "appos")
_DEEPEST = 12


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A run of words of one sentence; both counted from 0, `last` is behind it."""

    sentence: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Node:
    """What the tree says of a place: its head word, role, verb and depth."""

    word: int
    role: str
    verb: int
    depth: int
    is_possessive: bool


def pronoun_features(
    sentences: Sequence[ParsedSentence], pronoun: Place, name: Place, names: Sequence[Place]
) -> list[float]:
    """The features of a pair. `names` are all names of the text, in order, that one included."""
    of_pronoun = _node(sentences, pronoun)
    of_name = _node(sentences, name)
    return [
        *_distance(sentences, pronoun, name, names),
        *_role_features(of_pronoun),
        *_role_features(of_name),
        *_pair(sentences, pronoun, name, of_pronoun, of_name),
        *_standing(sentences, pronoun, name, names),
        *_gender(sentences, pronoun, name, names),
    ]


def _node(sentences: Sequence[ParsedSentence], place: Place) -> _Node:
    words = sentences[place.sentence].words
    top = sentences[place.sentence].top_of(place.first, place.last)
    role = words[top].main_relation
    depth, above, verb = 0, top, -1
    while words[above].head != above and depth < _DEEPEST:
        above = words[above].head
        depth += 1
        if verb < 0 and words[above].upos in ("VERB", "AUX"):
            verb = above
    is_possessive = words[top].relation == "nmod:poss" or words[top].xpos == "PRP$"
    return _Node(top, role, verb, depth, is_possessive)


def _distance(
    sentences: Sequence[ParsedSentence], pronoun: Place, name: Place, names: Sequence[Place]
) -> list[float]:
    first, second = sorted((pronoun, name))
    between = [other for other in names if first < other < second and other != name]
    words = second.first - first.last
    if first.sentence != second.sentence:
        lengths = [len(each.words) for each in sentences[first.sentence : second.sentence]]
        words += sum(lengths)
    return [
        float(pronoun.sentence - name.sentence),
        log1p(max(words, 0)),
        float(name > pronoun),
        float(len(between)),
        float(len({_last_word(sentences, other) for other in between})),
    ]


def _role_features(node: _Node) -> list[float]:
    roles = [float(node.role == role) for role in _ROLES]
    return [*roles, float(node.is_possessive), float(node.depth)]


def _pair(
    sentences: Sequence[ParsedSentence], pronoun: Place, name: Place, of_pronoun: _Node,
    of_name: _Node,
) -> list[float]:  # fmt: skip
    together = pronoun.sentence == name.sentence
    same_verb = together and of_pronoun.verb == of_name.verb
    return [
        float(of_pronoun.role == of_name.role),
        float(same_verb),
        float(same_verb and not of_pronoun.is_possessive),
        float(together and _is_above(sentences[name.sentence], of_name.verb, of_pronoun.word)),
        float(together and _is_above(sentences[name.sentence], of_pronoun.verb, of_name.word)),
        float(of_name.role == "nsubj" and pronoun.sentence - name.sentence == 1),
        float(of_pronoun.role == "nsubj" and pronoun.first <= 1),
    ]


def _is_above(sentence: ParsedSentence, verb: int, word: int) -> bool:
    """Whether a word lies below a verb in the tree."""
    for _ in range(_DEEPEST):
        if word == verb:
            return True
        head = sentence.words[word].head
        if head == word:
            return False
        word = head
    return False


def _standing(
    sentences: Sequence[ParsedSentence], pronoun: Place, name: Place, names: Sequence[Place]
) -> list[float]:
    """How much the text is about the name."""
    called = _last_word(sentences, name)
    alike = [other for other in names if _last_word(sentences, other) == called]
    before = [other for other in alike if other < pronoun]
    subjects = [each for each in names if each < pronoun and _node(sentences, each).role == "nsubj"]
    nearest = max((each for each in names if each < pronoun), default=name)
    return [
        float(len(alike)),
        float(len(before)),
        float(_last_word(sentences, names[0]) == called),
        float(bool(subjects) and _last_word(sentences, subjects[-1]) == called),
        float(nearest == name),
        float(not any(e.sentence == name.sentence and e < name for e in names)),
        float(name.last - name.first),
        float(sum(_node(sentences, other).role == "nsubj" for other in alike)),
        float(pronoun.sentence - max((o.sentence for o in before), default=name.sentence)),
    ]


def is_of_other_gender(
    sentences: Sequence[ParsedSentence], pronoun: Place, name: Place, names: Sequence[Place]
) -> bool:
    """Whether the first name that a name goes with is never of the pronoun's gender."""
    return _fit(sentences, name, names, _wanted_gender(sentences, pronoun)) < 0


def _wanted_gender(sentences: Sequence[ParsedSentence], pronoun: Place) -> str:
    return GENDERS.get(sentences[pronoun.sentence].words[pronoun.first].lower, "")


def _gender(
    sentences: Sequence[ParsedSentence], pronoun: Place, name: Place, names: Sequence[Place]
) -> list[float]:
    wanted = _wanted_gender(sentences, pronoun)
    own = _fit(sentences, name, names, wanted)
    rivals = {
        _last_word(sentences, other)
        for other in names
        if other < pronoun and _fit(sentences, other, names, wanted) > 0
    }
    return [own, float(len(rivals - {_last_word(sentences, name)})), float(wanted == "f")]


def _fit(
    sentences: Sequence[ParsedSentence], name: Place, names: Sequence[Place], wanted: str
) -> float:
    """1 when the name is of the wanted gender, -1 of the other, 0 when it may be either."""
    called = _last_word(sentences, name)
    for place in [name, *names]:
        if _last_word(sentences, place) == called:
            gender = gender_of(sentences[place.sentence].words[place.first].form)
            if len(gender) == 1 and (place.last - place.first > 1 or place == name):
                return 1.0 if gender == wanted else -1.0
    return 0.0


def _last_word(sentences: Sequence[ParsedSentence], place: Place) -> str:
    return sentences[place.sentence].words[place.last - 1].lower
