"""How an event lies to the time that dates it: within it, from it on, until it."""

from __future__ import annotations

from timeline_app.domain import Relation
from timeline_app.extraction.events.reading import PlacedTime
from timeline_app.extraction.expressions import meaning as meanings
from timeline_app.extraction.language import word_classes
from timeline_app.extraction.model.parsed import ParsedSentence

_LIMITS = {
    meanings.Relation.SINCE: Relation.BEGINS,
    meanings.Relation.UNTIL: Relation.ENDS,
    meanings.Relation.BY: Relation.BEFORE,
    meanings.Relation.BEFORE: Relation.BEFORE,
    meanings.Relation.AFTER: Relation.AFTER,
}
_BY_PREPOSITION = (Relation.BEGINS, Relation.ENDS, Relation.BEFORE, Relation.AFTER)


def relation_of(sentence: ParsedSentence, time: PlacedTime) -> Relation:
    """How what a time dates lies to it, by the words that lead to it."""
    match time.expression.meaning:
        case meanings.Related(relation=limit):
            return _LIMITS[limit]
        case meanings.Range():
            begins = sentence.words[time.first].lower in linking_words("begins")
            return Relation.THROUGHOUT if begins else Relation.WITHIN
    before = sentence.words[time.first - 1].lower if time.first else ""
    inside = {sentence.words[i].lower for i in range(time.first, time.last)}
    if inside & linking_words("throughout") or before in linking_words("throughout"):
        return Relation.THROUGHOUT
    found = (each for each in _BY_PREPOSITION if before in linking_words(each.value))
    return next(found, Relation.WITHIN)


def is_ahead(time: PlacedTime) -> bool:
    """Whether the words of a time say that it lies after the article: "next week", "tomorrow"."""
    return _is_ahead(time.expression.meaning)


def _is_ahead(meaning: meanings.Meaning | None) -> bool:
    match meaning:
        case meanings.Deictic(offset=offset, base=meanings.Base.ARTICLE):
            return offset > 0
        case meanings.Shift(sign=sign, base=meanings.Base.ARTICLE, origin=None):
            return sign > 0
        case meanings.Vague(tendency=tendency):
            return tendency is meanings.Tendency.FUTURE
        case meanings.PartOfDay(day=day) | meanings.ClockTime(day=day):
            return _is_ahead(day)
        case meanings.PortionOf(whole=inner) | meanings.Related(inner=inner):
            return _is_ahead(inner)
    return getattr(meaning, "step", None) is meanings.Step.NEXT


def linking_words(word_class: str) -> frozenset[str]:
    """The words of one class that lead from times to events."""
    return word_classes("linking_words.txt")[word_class]
