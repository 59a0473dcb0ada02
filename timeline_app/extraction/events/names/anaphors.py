"""Anaphors that need no weighing: "they", "it", "the company", "the president"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline_app.extraction.events.names.binding import head_of, may_corefer
from timeline_app.extraction.events.names.entity import (
    Entity,
    EntityKind,
    EntityMention,
    in_order,
)
from timeline_app.extraction.gazetteer import is_organisation, name_words

if TYPE_CHECKING:
    from timeline_app.extraction.model.parsed import ParsedSentence

_PLURAL = frozenset({"they", "them", "their", "theirs"})
_NEUTER = frozenset({"it", "its"})
_NEAR = 12  # mentions before a pronoun that are looked at
_RECENT = 3  # sentences in which an organisation must be the only one
_GENDER_OF_NOUN = {"man": "m", "woman": "f"}  # of those that the only person may be called


@dataclass(slots=True)
class Memory:
    """What the sentences before have talked about; they are shown to it in text order.

    `pair` are the people or lands that were the last subject together, () when the last subject
    was another; `subject` the organisation or land that was it alone.
    """

    titles: Mapping[str, tuple[Entity, ...]]
    pair: tuple[Entity, ...] = ()
    subject: Entity | None = None
    people: dict[Entity, None] = field(default_factory=dict)
    organisations: list[tuple[int, Entity]] = field(default_factory=list)

    def show(
        self, sentence: ParsedSentence, number: int, mentions: Sequence[EntityMention]
    ) -> None:
        """Remember a sentence and what it mentions, pronouns included."""
        for entity in (entity for each in mentions for entity in each.entities):
            if entity.kind == EntityKind.PERSON:
                self.people[entity] = None
            elif entity.kind == EntityKind.ORGANISATION:
                self.organisations.append((number, entity))
        self.organisations = [e for e in self.organisations if number - e[0] < _RECENT]
        subjects = subjects_of(sentence)
        if subjects:
            self._show_subject(_Seen(sentence, mentions).joined(subjects[-1]))

    def _show_subject(self, together: tuple[Entity, ...]) -> None:
        self.pair = together if len(together) > 1 else ()
        alone = together[0] if len(together) == 1 else None
        is_thing = alone is not None and alone.kind != EntityKind.PERSON
        self.subject = alone if is_thing else None

    def only_organisation(self, noun: str, here: Iterable[Entity]) -> Entity | None:
        """The one organisation nearby that "the bank" or the like can stand for.

        `here` are those that the sentence has mentioned before the noun.
        """
        recent = dict.fromkeys([*(entity for _, entity in self.organisations), *here])
        named = [entity for entity in recent if noun in entity.name.lower().split()]
        possible = named or list(recent)
        return possible[0] if len(possible) == 1 else None


class _Seen:
    """A sentence with what it mentions, so that each pronoun of it takes constant time."""

    def __init__(self, sentence: ParsedSentence, mentions: Sequence[EntityMention]) -> None:
        self.sentence = sentence
        self.mentions = in_order(mentions)
        self._by_head = {head_of(sentence, range(each.first, each.last)): each for each in mentions}
        self._subjects = [
            index
            for index, word in enumerate(sentence.words)
            if word.relation.startswith("nsubj") and word.xpos not in ("WDT", "WP")
        ]

    def subject_before(self, index: int) -> int | None:
        """The nearest subject before a word that is not "they" or "it" itself."""
        place = bisect_left(self._subjects, index) - 1
        words = self.sentence.words
        for subject in self._subjects[max(0, place - _RECENT) : place + 1][::-1]:
            if words[subject].lower not in _PLURAL | _NEUTER:
                return subject
        return None

    def joined(self, subject: int) -> tuple[Entity, ...]:
        """The entities that a subject consists of: of "Austin and Blinken" both.

        () where one of its members is none, as in "Austin and his staff".
        """
        members = [subject, *self.sentence.children_by(subject, "conj")]
        if any(member not in self._by_head for member in members):
            return ()
        return tuple(dict.fromkeys(e for each in members for e in self._by_head[each].entities))

    def may_be(self, pronoun: int, subject: int) -> bool:
        """Whether a pronoun can stand for a subject: not in "Firefox, its main rival, grew"."""
        mention = self._by_head.get(subject)
        words = range(mention.first, mention.last) if mention else range(subject, subject + 1)
        return may_corefer(self.sentence, pronoun, words)

    def things_before(self, index: int) -> Iterator[Entity]:
        """The last organisations and lands before a word, a bounded number."""
        place = bisect_left(self.mentions, index, key=lambda each: each.first)
        for each in self.mentions[max(0, place - _NEAR) : place]:
            yield from (e for e in each.entities if e.kind != EntityKind.PERSON)


def resolve_plainly(
    sentence: ParsedSentence, number: int, mentions: Sequence[EntityMention], memory: Memory
) -> list[EntityMention]:
    """The anaphors of a sentence that are clear; shows the sentence to the memory."""
    seen = _Seen(sentence, mentions)
    found = [*_pronouns(seen, number, memory), *_phrases(seen, number, memory)]
    memory.show(sentence, number, [*mentions, *found])
    return found


def pronoun_of(
    sentence: ParsedSentence, number: int, index: int, entities: tuple[Entity, ...]
) -> EntityMention:
    """A pronoun that stands for entities."""
    is_possessive = sentence.words[index].relation == "nmod:poss"
    return EntityMention(
        number, index, index + 1, entities, is_pronoun=True, is_possessive=is_possessive
    )


def subjects_of(sentence: ParsedSentence) -> list[int]:
    """The subjects of the main clause and of those joined to it, in text order."""
    words = sentence.words
    return [
        index
        for index, word in enumerate(words)
        if word.relation.startswith("nsubj") and words[word.head].relation in ("root", "conj")
    ]


def _pronouns(seen: _Seen, number: int, memory: Memory) -> Iterator[EntityMention]:
    for index, word in enumerate(seen.sentence.words):
        entities: tuple[Entity, ...] = ()
        if word.upos == "PRON" and word.lower in _PLURAL:
            entities = _pair_before(seen, index, memory)
        elif word.upos == "PRON" and word.lower in _NEUTER:
            entities = _thing_before(seen, index, memory)
        if entities:
            yield pronoun_of(seen.sentence, number, index, entities)


def _pair_before(seen: _Seen, index: int, memory: Memory) -> tuple[Entity, ...]:
    """The subjects joined by "and" before "they", if no other subject is nearer."""
    subject = seen.subject_before(index)
    if subject is None:
        return memory.pair
    together = seen.joined(subject)
    return together if len(together) > 1 and seen.may_be(index, subject) else ()


def _thing_before(seen: _Seen, index: int, memory: Memory) -> tuple[Entity, ...]:
    """The organisation or land that is the subject before "it", if no other thing is nearer."""
    if seen.sentence.words[index].lower == "it" and not _acts(seen.sentence, index):
        return ()
    things = set(seen.things_before(index))
    subject = seen.subject_before(index)
    if subject is not None:
        alone = seen.joined(subject)
        is_clear = len(alone) == 1 and things == set(alone) and seen.may_be(index, subject)
        return alone if is_clear else ()
    return (memory.subject,) if memory.subject is not None and not things else ()


def _acts(sentence: ParsedSentence, index: int) -> bool:
    """Whether a pronoun is the subject of a verb that takes no clause: not in "it emerged that"."""
    word = sentence.words[index]
    is_empty = any(sentence.children_by(word.head, "csubj", "ccomp", "expl", "cop"))
    is_verb = sentence.words[word.head].upos == "VERB"
    return word.relation == "nsubj" and is_verb and not is_empty


def _phrases(seen: _Seen, number: int, memory: Memory) -> Iterator[EntityMention]:
    """The likes of "the president", "the company", "the man", where there is only one."""
    sentence = seen.sentence
    covered = {word for each in seen.mentions for word in range(each.first, each.last)}
    for index, word in enumerate(sentence.words):
        if word.upos not in ("NOUN", "PROPN") or index in covered or not _is_bare(sentence, index):
            continue
        entity = _holder(word.lower, memory, seen.things_before(index))
        if entity is not None:
            following = sentence.words[index + 1 : index + 2]
            is_possessive = any(each.xpos == "POS" for each in following)
            yield EntityMention(
                number, index - 1, index + 1, (entity,),
                is_pronoun=True, is_possessive=is_possessive,
            )  # fmt: skip


def _is_bare(sentence: ParsedSentence, index: int) -> bool:
    """Whether a noun has nothing but "the" before it and nothing that narrows it behind it."""
    words = sentence.words
    if index == 0 or words[index - 1].lower != "the" or words[index].relation == "compound":
        return False
    narrowing = ("amod", "compound", "nmod", "acl", "appos", "flat", "conj", "nummod")
    owners = list(sentence.children_by(index, *narrowing))
    return not owners and words[index].relation not in ("flat", "appos")


def _holder(noun: str, memory: Memory, here: Iterable[Entity]) -> Entity | None:
    """Who is the president, the company or the man of the article so far."""
    if noun in _GENDER_OF_NOUN:
        fitting = [e for e in memory.people if e.gender in ("", _GENDER_OF_NOUN[noun])]
        return fitting[0] if len(fitting) == 1 == len(memory.people) else None
    holders = memory.titles.get(noun, ())
    if holders:
        return holders[0] if len(holders) == 1 and holders[0] in memory.people else None
    if noun not in name_words("group"):
        return None
    groups = (e for e in here if e.kind == EntityKind.ORGANISATION)
    found = memory.only_organisation(noun, groups)
    return found if found is not None and _may_be_called(found, noun) else None


def _may_be_called(entity: Entity, noun: str) -> bool:
    """Whether "the ministry" can be this one: by its name, or as a business like any."""
    is_business = noun in name_words("business") and not is_organisation(entity.name)
    return is_business or noun in entity.name.lower()
