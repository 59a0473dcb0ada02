"""What an article is about: people, organisations and places, and where each is mentioned."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class EntityKind(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with a name.

    `name` is the longest form in the article, `short` the usual one: a family name, "NATO".
    `gender` is "m" or "f", empty where the article and the first name leave it open.
    """

    name: str
    short: str
    kind: EntityKind
    gender: str = ""


@dataclass(frozen=True, slots=True)
class EntityMention:
    """Words that stand for entities: those from `first` up to `last` of a sentence.

    Several entities only where "they" stands for them together. `is_pronoun` also marks "the
    company"; `is_possessive` marks "his" and "Putin's", where the clitic is no part of the words.
    """

    sentence: int
    first: int
    last: int
    entities: tuple[Entity, ...]
    is_pronoun: bool = False
    is_possessive: bool = False

    def __contains__(self, word: int) -> bool:
        return self.first <= word < self.last


@dataclass(frozen=True)
class Entities:
    """The entities of an article in the order of their first mention.

    `mentions` has a member for each sentence: its mentions in text order, none overlapping.
    """

    all: tuple[Entity, ...]
    mentions: tuple[tuple[EntityMention, ...], ...]

    def at(self, sentence: int, word: int) -> EntityMention | None:
        """The mention that covers a word of a sentence."""
        here = self.mentions[sentence]
        number = bisect_right(here, word, key=lambda each: each.first) - 1
        return here[number] if number >= 0 and word in here[number] else None


def in_order(mentions: Sequence[EntityMention]) -> tuple[EntityMention, ...]:
    """The mentions of a sentence in text order."""
    return tuple(sorted(mentions, key=lambda each: each.first))
