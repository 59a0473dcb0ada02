"""Coreference: whom "he", "their" or "the president" stands for, where that is clear enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from timeline_app.extraction.events.anaphors import Memory, resolve_plainly
from timeline_app.extraction.events.binding import may_corefer
from timeline_app.extraction.events.entity import Entity, EntityKind, EntityMention

if TYPE_CHECKING:
    from timeline_app.extraction.model.parsed import ParsedSentence
    from timeline_app.extraction.model.pronouns import PronounRanker

GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}

_EARLIER = 6  # sentences that a name may lie before its pronoun
_MOST = 12  # names that a pronoun is weighed against
_MARGIN = 0.7  # logarithms of odds, between the best and the second person
_LIKELY = -0.9
_GOES_ON = 1.5  # for whom the last pronoun of that gender stood for
_OTHER_GENDER = 4.0


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
        self._people = [
            [each for each in here if each.entities[0].kind == EntityKind.PERSON] for here in names
        ]
        self._last: dict[str, tuple[int, Entity]] = {}  # by gender: in which sentence, and who

    def of_sentence(self, number: int) -> Iterator[EntityMention]:
        """The pronouns of a sentence that are clear."""
        for index, word in enumerate(self._sentences[number].words):
            gender = GENDERS.get(word.lower, "")
            if gender and word.upos == "PRON":
                entity = self._meant(number, index, gender)
                if entity is not None:
                    self._last[gender] = (number, entity)
                    is_possessive = word.relation == "nmod:poss"
                    yield EntityMention(
                        number, index, index + 1, (entity,),
                        is_pronoun=True, is_possessive=is_possessive,
                    )  # fmt: skip

    def _meant(self, number: int, index: int, gender: str) -> Entity | None:
        """The person whom a pronoun stands for, if one is well ahead of the others."""
        scores = self._scores(number, index, gender)
        ranked = sorted(scores, key=scores.__getitem__, reverse=True)
        if not ranked or scores[ranked[0]] < _LIKELY:
            return None
        if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < _MARGIN:
            return None
        return ranked[0]

    def _scores(self, number: int, index: int, gender: str) -> dict[Entity, float]:
        from timeline_app.extraction.model.pronoun_features import Place

        around = self._around(number)
        names = [Place(each.sentence, each.first, each.last) for each in around]
        possible = [
            (mention, place)
            for mention, place in zip(around, names, strict=True)
            if self._is_possible(mention, number, index)
        ]
        pronoun = Place(number, index, index + 1)
        places = [place for _, place in possible]
        values = self._ranker.scores(self._sentences, pronoun, places, names)
        scores: dict[Entity, float] = {}
        for (mention, _), value in zip(possible, values, strict=True):
            entity = mention.entities[0]
            score = value + self._prior(entity, number, gender)
            scores[entity] = max(score, scores.get(entity, score))
        return scores

    def _around(self, number: int) -> list[EntityMention]:
        """The last names of people before the end of a sentence, in text order."""
        first = max(0, number - _EARLIER)
        near = [each for here in self._people[first : number + 1] for each in here]
        return near[-_MOST:]

    def _is_possible(self, mention: EntityMention, number: int, index: int) -> bool:
        sentence = self._sentences[number]
        return mention.sentence < number or may_corefer(sentence, index, mention)

    def _prior(self, entity: Entity, number: int, gender: str) -> float:
        prior = 0.0
        last = self._last.get(gender)
        if last is not None and last[1] == entity and number - last[0] <= 2:
            prior += _GOES_ON
        if entity.gender and entity.gender != gender:
            prior -= _OTHER_GENDER
        return prior
