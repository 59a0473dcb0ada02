"""Anaphors that need no weighing: "they", "it", "the company", "the president"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline_app.extraction.events.binding import head_of
from timeline_app.extraction.events.entity import Entity, EntityKind, EntityMention
from timeline_app.extraction.gazetteer import name_words

if TYPE_CHECKING:
    from timeline_app.extraction.model.parsed import ParsedSentence

_PLURAL = frozenset({"they", "them", "their", "theirs"})
_NEUTER = frozenset({"it", "its"})
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
            self._show_subject(sentence, subjects[-1], mentions)

    def _show_subject(
        self, sentence: ParsedSentence, subject: int, mentions: Sequence[EntityMention]
    ) -> None:
        together = joined(sentence, subject, mentions)
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


def resolve_plainly(
    sentence: ParsedSentence, number: int, mentions: Sequence[EntityMention], memory: Memory
) -> list[EntityMention]:
    """The anaphors of a sentence that are clear; shows the sentence to the memory."""
    found = [
        *_pronouns(sentence, number, mentions, memory),
        *_phrases(sentence, number, mentions, memory),
    ]
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


def joined(
    sentence: ParsedSentence, subject: int, mentions: Sequence[EntityMention]
) -> tuple[Entity, ...]:
    """The entities that a subject consists of: of "Austin and Blinken" both.

    () where one of its members is none, as in "Austin and his staff".
    """
    members = [subject, *sentence.children_by(subject, "conj")]
    tops = {head_of(sentence, range(each.first, each.last)): each.entities for each in mentions}
    if any(member not in tops for member in members):
        return ()
    return tuple(dict.fromkeys(entity for member in members for entity in tops[member]))


def _pronouns(
    sentence: ParsedSentence, number: int, mentions: Sequence[EntityMention], memory: Memory
) -> Iterator[EntityMention]:
    for index, word in enumerate(sentence.words):
        if word.upos != "PRON":
            continue
        entities: tuple[Entity, ...] = ()
        if word.lower in _PLURAL:
            entities = _pair_before(sentence, index, mentions, memory)
        elif word.lower in _NEUTER:
            entities = _thing_before(sentence, index, mentions, memory)
        if entities:
            yield pronoun_of(sentence, number, index, entities)


def _pair_before(
    sentence: ParsedSentence, index: int, mentions: Sequence[EntityMention], memory: Memory
) -> tuple[Entity, ...]:
    """The subjects joined by "and" before "they", if no other subject is nearer."""
    before = [each for each in _all_subjects(sentence) if each < index]
    before = [each for each in before if sentence.words[each].lower not in _PLURAL]
    if not before:
        return memory.pair
    together = joined(sentence, before[-1], mentions)
    return together if len(together) > 1 else ()


def _thing_before(
    sentence: ParsedSentence, index: int, mentions: Sequence[EntityMention], memory: Memory
) -> tuple[Entity, ...]:
    """The organisation or land that is the subject before "it", if no other thing is nearer."""
    word = sentence.words[index]
    before = [each for each in mentions if each.last <= index]
    things = {e for each in before for e in each.entities if e.kind != EntityKind.PERSON}
    subjects = [each for each in _all_subjects(sentence) if each < index]
    if word.lower == "it" and not _acts(sentence, index):
        return ()
    if subjects:
        alone = joined(sentence, subjects[-1], mentions)
        return alone if len(alone) == 1 and things == set(alone) else ()
    return (memory.subject,) if memory.subject is not None and not things else ()


def _acts(sentence: ParsedSentence, index: int) -> bool:
    """Whether a pronoun is the subject of a verb that takes no clause: not in "it emerged that"."""
    word = sentence.words[index]
    is_empty = any(sentence.children_by(word.head, "csubj", "ccomp", "expl", "cop"))
    is_verb = sentence.words[word.head].upos == "VERB"
    return word.relation == "nsubj" and is_verb and not is_empty


def _all_subjects(sentence: ParsedSentence) -> list[int]:
    words = sentence.words
    return [
        index
        for index, word in enumerate(words)
        if word.relation.startswith("nsubj") and word.xpos not in ("WDT", "WP")
    ]


def _phrases(
    sentence: ParsedSentence, number: int, mentions: Sequence[EntityMention], memory: Memory
) -> Iterator[EntityMention]:
    """The likes of "the president", "the company", "the man", where there is only one."""
    covered = {word for each in mentions for word in range(each.first, each.last)}
    for index, word in enumerate(sentence.words):
        if word.upos not in ("NOUN", "PROPN") or index in covered:
            continue
        here = (e for each in mentions if each.last < index for e in each.entities)
        if _is_bare(sentence, index) and (entity := _holder(word.lower, memory, here)):
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
    return memory.only_organisation(noun, (e for e in here if e.kind == EntityKind.ORGANISATION))
