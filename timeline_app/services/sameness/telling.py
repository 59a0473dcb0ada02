"""What an article says of an event, as words that can be compared with those of another article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from timeline_app.domain import Evidence, TextRange
from timeline_app.services.sameness.weighing import Vector, Weighing, cosine
from timeline_app.services.sameness.words import (
    names_in,
    numbers_in,
    stem,
    stems_in,
    words_in,
)

_LIGHT = frozenset(map(stem, "hold host give stage conduct carry".split()))
# What follows a light verb, up to a preposition or the end of the clause.
_HELD = re.compile(
    r"(?: out| on)?((?: (?!of|with|in|on|at|to|for|from|by|between|and|that|as)[\w’'-]+){1,4})"
)
_BEGINNING = 4  # letters that derived words share: "acquire", "acquisition"


@dataclass(frozen=True, slots=True)
class Telling:
    """The words that name an event, those of the sentence, and those of the article.

    `names` are those of the sentence that begin with a capital.
    """

    named: frozenset[str]
    sentence: Vector
    article: Vector
    names: frozenset[str]
    numbers: frozenset[str]


def tell(weighing: Weighing, sentence: str, trigger: TextRange, article: Vector) -> Telling:
    """What a sentence tells; `trigger` are the words in it that name the event."""
    named = named_by(sentence, trigger)
    return Telling(
        named,
        weighing.vector(stems_in(sentence)),
        article,
        names_in(sentence),
        numbers_in(sentence),
    )


def trigger_in(evidence: Evidence) -> TextRange:
    """The words that name the event, counted in the quote; all of it where they are unknown."""
    trigger, quote = evidence.trigger, evidence.quote_range
    if trigger is None or trigger.start < quote.start or trigger.end > quote.end:
        return TextRange(0, len(evidence.quote))
    return TextRange(trigger.start - quote.start, trigger.end - quote.start)


def named_by(sentence: str, trigger: TextRange) -> frozenset[str]:
    """The stems that name an event; those of "held a summit" are those of "summit" alone."""
    words = words_in(trigger.cut(sentence))
    named = frozenset(stems_in(" ".join(words))) or frozenset(map(stem, words))
    if len(words) == 1 and stem(words[0]) in _LIGHT:
        held = _HELD.match(sentence, trigger.end)
        return frozenset(stems_in(held[1])) if held and stems_in(held[1]) else named
    return named


def signs_of(one: Telling, other: Telling) -> Mapping[str, float]:
    """What two tellings have in common: each sign that is weighed, from 0 to 1."""
    common = one.named & other.named
    article = cosine(one.article, other.article)
    return {
        "always": 1.0,
        "same word": float(bool(common)),
        "derived word": float(not common and _is_derived(one.named, other.named)),
        "all words": float(one.named == other.named),
        "sentence": cosine(one.sentence, other.sentence),
        "article": article,
        "names": _contained(one.names, other.names),
        "numbers": float(bool(one.numbers & other.numbers)),
        "same word, article": article if common else 0.0,
    }


def _is_derived(some: frozenset[str], others: frozenset[str]) -> bool:
    return any(
        one[:_BEGINNING] == other[:_BEGINNING] and min(len(one), len(other)) >= _BEGINNING
        for one in some
        for other in others
    )


def _contained(some: frozenset[str], others: frozenset[str]) -> float:
    """How many of the fewer names are among the others, 0 to 1."""
    fewest = min(len(some), len(others))
    return len(some & others) / fewest if fewest else 0.0
