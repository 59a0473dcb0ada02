"""Coreference: whom "he", "their" or "the president" stands for, where that is clear enough."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.extraction.events.names.anaphors import Memory, pronoun_of, resolve_plainly
from timeline_app.extraction.events.names.binding import is_part_of_name, may_corefer
from timeline_app.extraction.events.names.entity import Entity, EntityKind, EntityMention
from timeline_app.extraction.gazetteer import name_words
from timeline_app.extraction.model.pronoun_places import GENDERS, Place

if TYPE_CHECKING:
    from timeline_app.extraction.model.parsed import ParsedSentence
    from timeline_app.extraction.model.pronouns import PronounRanker

_EARLIER = 9  # sentences that a name may lie before its pronoun
_MOST = 12  # names that a pronoun is weighed against
_MARGIN = 1.0  # logarithms of odds, between the best and the second person
_LIKELY = -0.6
_GOES_ON = 1.5  # for whom the last pronoun of that gender stood for
_STAYS = 3  # sentences that it does so
_MOST_BEHIND = 3  # and behind it in its sentence
_MOST_NOUNS = 4
_MAIN = 0.5  # for the one person whom the article is about
_FEWEST_OF_MAIN = 3  # mentions
_UNKNOWN = 0.6  # for a gender that nothing tells
_OUT_OF_REACH = 0.0  # for whom only pronouns have named of late
_NOUN = 1.0  # for nouns, which the ranker has not learnt of


def resolve(
    sentences: Sequence[ParsedSentence],
    names: Sequence[Sequence[EntityMention]],
    titles: Mapping[str, tuple[Entity, ...]],
    ranker: PronounRanker,
) -> list[list[EntityMention]]:
    """The pronouns and the like of each sentence that stand for entities.

    `names` are the mentions by name of each sentence; `titles` tells who in the article bears a
    title such as "president".
    """
    people = _PersonalPronouns(sentences, names, ranker)
    memory = Memory(titles)
    found = []
    for number, sentence in enumerate(sentences):
        personal = list(people.of_sentence(number))
        plain = resolve_plainly(sentence, number, [*names[number], *personal], memory)
        found.append([*personal, *plain])
    return found


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A name or a noun such as "her mother", whose `entity` is None."""

    sentence: int
    first: int
    last: int
    entity: Entity | None


class _PersonalPronouns:
    """Resolves "he" and "she", sentence by sentence, with what it has resolved before."""

    def __init__(
        self,
        sentences: Sequence[ParsedSentence],
        names: Sequence[Sequence[EntityMention]],
        ranker: PronounRanker,
    ) -> None:
        self._sentences = sentences
        self._ranker = ranker
        self._people = [list(_people_named(here)) for here in names]
        self._nouns_of = {gender: list(_people_unnamed(sentences, gender)) for gender in ("m", "f")}
        self._main = _main_people(self._people)
        self._last: dict[str, tuple[int, Entity]] = {}  # by gender: in which sentence, and who

    def of_sentence(self, number: int) -> Iterator[EntityMention]:
        """The pronouns of a sentence that are clear."""
        for index, word in enumerate(self._sentences[number].words):
            gender = GENDERS.get(word.lower, "")
            if gender and word.upos == "PRON":
                entity = self._meant(number, index, gender)
                if entity is not None:
                    self._last[gender] = (number, entity)
                    yield pronoun_of(self._sentences[number], number, index, (entity,))

    def _meant(self, number: int, index: int, gender: str) -> Entity | None:
        """The person whom a pronoun stands for, if one is well ahead of the others."""
        scores = self._scores(number, index, gender)
        ranked = sorted(scores, key=scores.__getitem__, reverse=True)
        if not ranked or scores[ranked[0]] < _LIKELY:
            return None
        if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < _MARGIN:
            return None
        return ranked[0]

    def _scores(self, number: int, index: int, gender: str) -> dict[Entity | None, float]:
        """How likely each person is, and None for one without a name."""
        named = self._named(number, index)
        names = [_place(each) for each in named]
        nouns = self._nouns(number, index, gender)
        barred = self._barred(named, number, index, gender)
        possible = [
            each
            for each in [*named, *nouns]
            if each.entity not in barred and self._may_be(each, number, index, gender)
        ]
        places = [_place(each) for each in possible]
        pronoun = Place(number, index, index + 1)
        around = sorted([*names, *(_place(each) for each in nouns)])
        values = self._ranker.scores(self._sentences, pronoun, places, around)
        scores: dict[Entity | None, float] = {}
        for each, value in zip(possible, values, strict=True):
            score = value + self._prior(each.entity, number, gender)
            scores[each.entity] = max(score, scores.get(each.entity, score))
        for entity in self._out_of_reach(number, gender, barred):
            least = _OUT_OF_REACH + self._prior(entity, number, gender)
            scores[entity] = max(least, scores.get(entity, least))
        return scores

    def _barred(
        self, named: Sequence[_Candidate], number: int, index: int, gender: str
    ) -> set[Entity]:
        """Whom "he" in "He said Putin left" cannot be, wherever else they are mentioned."""
        if not self._sentences[number].words[index].relation.startswith("nsubj"):
            return set()
        return {
            each.entity
            for each in named
            if each.entity and each.sentence == number
            if not self._may_be(each, number, index, gender)
        }

    def _out_of_reach(
        self, number: int, gender: str, barred: Collection[Entity]
    ) -> Iterator[Entity]:
        """Whom only pronouns have named of late, and whom the article is about."""
        last = self._last.get(gender)
        if last is not None and number - last[0] <= _STAYS and last[1] not in barred:
            yield last[1]
        for entity in self._main:
            if entity is not None and entity.gender == gender and entity not in barred:
                yield entity

    def _named(self, number: int, index: int) -> list[_Candidate]:
        """The last names of people before a word, and the next of its sentence, in text order."""
        first = max(0, number - _EARLIER)
        near = [each for here in self._people[first : number + 1] for each in here]
        split = bisect_left(near, (number, index), key=lambda each: (each.sentence, each.first))
        return near[max(0, split - _MOST) : split + _MOST_BEHIND]

    def _nouns(self, number: int, index: int, gender: str) -> list[_Candidate]:
        """The nouns for people of that gender before a word, in its sentence or the last."""
        nouns = self._nouns_of[gender]
        place = (number, index)
        split = bisect_left(nouns, place, key=lambda each: (each.sentence, each.first))
        near = nouns[max(0, split - _MOST_NOUNS) : split]
        return [each for each in near if number - each.sentence <= 1]

    def _may_be(self, candidate: _Candidate, number: int, index: int, gender: str) -> bool:
        entity = candidate.entity
        if entity is not None and entity.gender not in ("", gender):
            return False
        if candidate.sentence < number:
            return True
        words = range(candidate.first, candidate.last)
        return may_corefer(self._sentences[number], index, words)

    def _prior(self, entity: Entity | None, number: int, gender: str) -> float:
        if entity is None:
            return _NOUN
        prior = _MAIN * (entity in self._main) - _UNKNOWN * (not entity.gender)
        last = self._last.get(gender)
        goes_on = last is not None and last[1] == entity and number - last[0] <= _STAYS
        return prior + _GOES_ON * goes_on


def _main_people(people: Sequence[Sequence[_Candidate]]) -> frozenset[Entity | None]:
    """Whom the article names much more often than anybody else; one or none."""
    counts = Counter(each.entity for here in people for each in here).most_common(2)
    if not counts or counts[0][1] < _FEWEST_OF_MAIN:
        return frozenset()
    is_alone = len(counts) < 2 or counts[0][1] >= 2 * counts[1][1]
    return frozenset({counts[0][0]}) if is_alone else frozenset()


def _people_named(mentions: Sequence[EntityMention]) -> Iterator[_Candidate]:
    for each in mentions:
        if each.entities[0].kind == EntityKind.PERSON:
            yield _Candidate(each.sentence, each.first, each.last, each.entities[0])


def _people_unnamed(sentences: Sequence[ParsedSentence], gender: str) -> Iterator[_Candidate]:
    """The nouns for one person of a gender, such as "mother"."""
    nouns = name_words("male_noun" if gender == "m" else "female_noun")
    for number, sentence in enumerate(sentences):
        for index, word in enumerate(sentence.words):
            is_one = word.upos == "NOUN" and word.lower in nouns
            if is_one and not is_part_of_name(sentence, index):
                yield _Candidate(number, index, index + 1, None)


def _place(candidate: _Candidate) -> Place:
    return Place(candidate.sentence, candidate.first, candidate.last)
