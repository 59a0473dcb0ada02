"""Roles: who takes part in an event and as what, and where it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from timeline_app.domain import Participant, Role, TextRange
from timeline_app.extraction.events.names.entities import EntityKind, EntityMention
from timeline_app.extraction.events.titles.clauses import Clause
from timeline_app.extraction.events.titles.phrases import phrase_of
from timeline_app.extraction.events.titles.wording import joined, pieces_of
from timeline_app.extraction.gazetteer import name_words
from timeline_app.extraction.language import clause_words
from timeline_app.extraction.model.parsed import ParsedSentence


@dataclass(frozen=True, slots=True)
class Roles:
    """Who and what takes part; people, organisations (and lands that act) and places by name."""

    participants: tuple[Participant, ...]
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]


def roles_of(
    sentence: ParsedSentence,
    clause: Clause | None,
    trigger: int,
    mentions: Sequence[EntityMention],
    times: frozenset[int] = frozenset(),
) -> Roles:
    """The roles in a clause, or around a noun that names an event, without words of `times`."""
    told = _words(sentence, clause, trigger)
    inside = [each for each in mentions if each.first in told and each.entities]
    people = [e.name for m in inside for e in m.entities if e.kind == EntityKind.PERSON]
    scenes = [m for m in inside if _is_place(m) and _is_scene(sentence, m)]
    acting = [m for m in inside if m not in scenes]
    organisations = [e.name for m in acting for e in m.entities if e.kind != EntityKind.PERSON]
    places = [e.name for m in scenes for e in m.entities]
    participants = tuple(_participants(sentence, clause, trigger, mentions, inside, scenes, times))
    return Roles(participants, _unique(people), _unique(organisations), _unique(places))


def _words(sentence: ParsedSentence, clause: Clause | None, trigger: int) -> Collection[int]:
    if clause is None:
        return frozenset(sentence.subtree(trigger))
    told = {*clause.verb, *clause.rest}
    for head in (clause.subject, clause.filler):
        if head is not None:
            told.update(phrase_of(sentence, head))
    return told


def _is_place(mention: EntityMention) -> bool:
    return all(entity.kind == EntityKind.PLACE for entity in mention.entities)


def _is_scene(sentence: ParsedSentence, mention: EntityMention) -> bool:
    """Whether a place says where something is: "in Kazan", "flew to Kazan", "in Paris, France"."""
    if _is_of_place(sentence, mention):
        return True
    return any(_says_where(sentence, head) for head in range(mention.first, mention.last))


def _says_where(sentence: ParsedSentence, head: int) -> bool:
    """Whether "in", or "to" behind a verb, leads to a word or to the one it stands beside."""
    words, cases = sentence.words, _cases(sentence, head)
    if cases & clause_words("place"):
        return True
    if cases & clause_words("direction") and words[head].relation.startswith("obl"):
        return words[words[head].head].upos == "VERB"
    is_beside = words[head].relation in ("appos", "conj", "compound") and not cases
    return is_beside and not clause_words("place").isdisjoint(_cases(sentence, words[head].head))


def _cases(sentence: ParsedSentence, word: int) -> set[str]:
    """The prepositions that lead to a word."""
    return {sentence.words[child].lower for child in sentence.children_by(word, "case")}


def _is_of_place(sentence: ParsedSentence, mention: EntityMention) -> bool:
    """Whether it is the name of "the village of Tsukuryne" or of "Donetsk province"."""
    top = sentence.words[sentence.top_of(mention.first, mention.last)]
    if top.main_relation not in ("nmod", "compound"):
        return False
    return sentence.words[top.head].lemma.lower() in name_words("place_noun")


def _participants(
    sentence: ParsedSentence,
    clause: Clause | None,
    trigger: int,
    mentions: Sequence[EntityMention],
    inside: Sequence[EntityMention],
    scenes: Sequence[EntityMention],
    times: frozenset[int],
) -> Iterator[Participant]:
    taken: set[int] = set()
    for head, role in _arguments(sentence, clause, trigger):
        apart = _told_by(sentence, clause, head) | times
        taken.update(phrase_of(sentence, head, apart))
        yield from _taking_part(sentence, head, role, mentions, apart)
    for mention in inside:
        is_told = mention.first in taken or mention in scenes or mention.is_possessive
        if not is_told:
            yield from _named(sentence, mention, Role.OTHER)


def _arguments(
    sentence: ParsedSentence, clause: Clause | None, trigger: int
) -> Iterator[tuple[int, Role]]:
    """The heads of who does it and of whom it happens to."""
    if clause is None:
        for child in sentence.children_by(trigger, "nmod"):
            if sentence.words[child].relation == "nmod:poss":
                yield child, Role.AGENT
        return
    if clause.subject is not None:
        yield clause.subject, Role.PATIENT if clause.is_passive else Role.AGENT
    if clause.filler is not None:
        yield clause.filler, Role.PATIENT
    for child in sentence.children[clause.predicate]:
        relation = sentence.words[child].relation
        if relation == "obl:agent":
            yield child, Role.AGENT
        elif relation == "obj" and child in clause.rest:
            yield child, Role.PATIENT
        elif relation == "iobj" and child in clause.rest:
            yield child, Role.OTHER


def _told_by(sentence: ParsedSentence, clause: Clause | None, head: int) -> frozenset[int]:
    """The words of a clause that hangs on one of its own arguments: "the man who killed"."""
    if clause is None:
        return frozenset()
    below = frozenset(sentence.subtree(clause.predicate))
    return frozenset() if head in below else below


def _taking_part(
    sentence: ParsedSentence,
    head: int,
    role: Role,
    mentions: Sequence[EntityMention],
    apart: Collection[int],
) -> Iterator[Participant]:
    """A noun as its entities where it is a name, else in the words of the text."""
    for joined_head in (head, *sentence.children_by(head, "conj")):
        mention = next((m for m in mentions if m.first <= joined_head < m.last), None)
        if mention is not None and mention.entities:
            yield from _named(sentence, mention, role)
        elif sentence.words[joined_head].upos in ("NOUN", "PROPN", "NUM"):
            yield _in_words(sentence, joined_head, role, apart)


def _named(sentence: ParsedSentence, mention: EntityMention, role: Role) -> Iterator[Participant]:
    words = sentence.words
    place = TextRange(words[mention.first].range.start, words[mention.last - 1].range.end)
    for entity in mention.entities:
        yield Participant(entity.name, role, place)


def _in_words(
    sentence: ParsedSentence, head: int, role: Role, apart: Collection[int]
) -> Participant:
    conjuncts = {i for c in sentence.children_by(head, "conj") for i in sentence.subtree(c)}
    leading = set(sentence.children_by(head, "case", "cc"))
    left_out = conjuncts | leading
    words = [i for i in phrase_of(sentence, head, apart) if i not in left_out]
    place = TextRange(sentence.words[words[0]].range.start, sentence.words[words[-1]].range.end)
    return Participant(joined(pieces_of(sentence, words, {})), role, place)


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
