"""Pronouns: whom a subject "he", "she" or "they" stands for, where that is clear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline_app.extraction.shallow.clauses import Clause
from timeline_app.extraction.shallow.name_kinds import Kind
from timeline_app.extraction.shallow.names import Entity, Mention
from timeline_app.extraction.shallow.phrases import Span, TaggedSentence

_GENDER = {"he": "m", "she": "f"}


def is_pronoun(sentence: TaggedSentence, span: Span | None) -> bool:
    """Whether a subject is a personal pronoun or a bare demonstrative."""
    return span is not None and len(span) == 1 and sentence.tokens[span.start].lower in _PRONOUNS


_PRONOUNS = frozenset(
    "i you he she it we they this that these those there who which what someone something anyone "
    "anything everyone everything nobody nothing one some many others both all most several none "
    "each few".split()
)


@dataclass(slots=True)
class PronounMemory:
    """What the text has talked about so far; sentences are shown to it in text order."""

    people: list[Entity] = field(default_factory=list)
    couple: tuple[Entity, ...] = ()

    def resolve(self, word: str) -> tuple[Entity, ...]:
        """Whom a lower-case pronoun stands for; () when that is not clear."""
        if word in _GENDER:
            return self._person(_GENDER[word])
        return self.couple if word == "they" else ()

    def resolve_within(
        self,
        sentence: TaggedSentence,
        clauses: Sequence[Clause],
        number: int,
        mentions: Sequence[Mention],
        word: str,
    ) -> tuple[Entity, ...]:
        """Whom the pronoun subject of clause `number` stands for: somebody of this sentence first.

        "Putin said he would come": the subject of the clause before, if the gender fits.
        """
        for clause in reversed(clauses[:number]):
            subject = clause.subject
            if subject is None or is_pronoun(sentence, subject):
                continue
            people = [each.entity for each in mentions if _leads(each, [subject])]
            if len(people) == 1 and word in _GENDER:
                gender = people[0].gender
                return (people[0],) if not gender or _GENDER[word] in gender else ()
            if len(people) > 1 and word == "they":
                return tuple(dict.fromkeys(people))
        return self.resolve(word)

    def _person(self, gender: str) -> tuple[Entity, ...]:
        for person in self.people:
            if not person.gender or gender in person.gender:
                return (person,)
        return ()

    def show(
        self, sentence: TaggedSentence, clauses: Sequence[Clause], mentions: Sequence[Mention]
    ) -> None:
        """Remember the people of a sentence, its subjects before the others."""
        subjects = [clause.subject for clause in clauses if clause.subject is not None]
        kept = self._kept(sentence, subjects)
        leading = [each.entity for each in mentions if _leads(each, subjects)]
        others = [
            each.entity
            for each in mentions
            if each.entity.kind is Kind.PERSON and each.entity not in leading
        ]
        found = list(dict.fromkeys((*leading, *kept, *others)))
        if found:
            self.people = found
        elif not kept:
            self.people = self.people[:1]
        self.couple = self._couple(sentence, subjects, mentions)

    def _kept(self, sentence: TaggedSentence, subjects: Sequence[Span]) -> list[Entity]:
        """Those whom a pronoun of this sentence has just stood for."""
        return [
            entity
            for subject in subjects
            if is_pronoun(sentence, subject)
            for entity in self.resolve(sentence.tokens[subject.start].lower)
        ]

    def _couple(
        self,
        sentence: TaggedSentence,
        subjects: Sequence[Span],
        mentions: Sequence[Mention],
    ) -> tuple[Entity, ...]:
        """Two or more people that are the subject together."""
        for subject in subjects:
            if is_pronoun(sentence, subject):
                if sentence.tokens[subject.start].lower == "they":
                    return self.couple
                continue
            people = [
                each.entity
                for each in mentions
                if each.span.start in subject and each.entity.kind is Kind.PERSON
            ]
            if len(people) > 1 and _are_joined(sentence, subject):
                return tuple(dict.fromkeys(people))
        return ()


def _are_joined(sentence: TaggedSentence, subject: Span) -> bool:
    words = {token.lower for token in sentence.tokens[subject.start : subject.end]}
    return "and" in words


def _leads(mention: Mention, subjects: Sequence[Span]) -> bool:
    return mention.entity.kind is Kind.PERSON and any(
        mention.span.start in subject for subject in subjects
    )
