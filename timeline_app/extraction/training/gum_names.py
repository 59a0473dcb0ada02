"""Names out of GUM's entities (https://gucorpling.org/gum/): its spans hold whole phrases.

Of "the former mayor of Detroit Coleman Young, who …" only "Coleman Young" is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline_app.extraction.training.conllu import Sentence, Word, read_conllu

_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_BRACKET = re.compile(r"\((\d+)-([a-z]+)-([^()]*)|(\d+)?\)")
_INSIDE_NAMES = frozenset(
    "of the and for & - – ' 's ’s de la du der van von bin al el in on at".split()
)
_NEVER_FIRST = frozenset("DET PRON ADP CCONJ PUNCT PART NUM".split())
# Titles stand beside names and are no part of them.
_TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. prof prof. professor president senator sen. rep. gov. governor "
    "general gen. minister judge justice king queen prince princess pope sir lord lady secretary "
    "chancellor mayor captain colonel lieutenant sergeant officer father sister saint chairman "
    "director congressman congresswoman representative uncle aunt archbishop bishop "
    "cardinal".split()
)


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity's phrase: the words from `start` up to `end`, its type and identity, if any.

    Phrases of one `chain` stand for the same in their document.
    """

    start: int
    end: int
    type: str
    identity: str
    chain: str


def read_gum(path: Path) -> Iterator[tuple[Sentence, list[Entity]]]:
    """Sentences with the entities that lie in them."""
    for sentence in read_conllu(path):
        yield sentence, list(_entities(sentence))


def _entities(sentence: Sentence) -> Iterator[Entity]:
    opened: list[tuple[str, int, str, str]] = []
    for index, word in enumerate(sentence.words):
        found = re.search(r"Entity=([^|]*)", word.misc)
        for bracket in _BRACKET.finditer(found[1] if found else ""):
            if bracket[2]:
                rest = bracket[3].split("-")
                # infstat, salience, centering, minspan, link, and an identity for things known
                opened.append((bracket[1], index, bracket[2], "-".join(rest[5:])))
                if found and found[1][bracket.end() : bracket.end() + 1] != ")":
                    continue
            if bracket[0].endswith(")") and opened:
                place = _opening(opened, bracket[4])
                chain, start, kind, identity = opened.pop(place)
                yield Entity(start, index + 1, kind, identity, chain)


def _opening(opened: list[tuple[str, int, str, str]], number: str | None) -> int:
    if number is not None:
        for place in range(len(opened) - 1, -1, -1):
            if opened[place][0] == number:
                return place
    return len(opened) - 1


def names_in_gum(sentence: Sentence, entities: list[Entity]) -> list[tuple[int, int, str]]:
    """The names in a sentence as (start, end, kind); of names within names the outermost."""
    found: list[tuple[int, int, str]] = []
    for entity in sorted(entities, key=lambda entity: (entity.start - entity.end, entity.start)):
        name = _name_of(sentence.words, entity)
        if name and all(name[1] <= start or end <= name[0] for start, end, _ in found):
            found.append(name)
    return sorted(found)


def chains_by_name(sentence: Sentence, entities: list[Entity]) -> dict[int, str]:
    """The chain of every word of a name, by its place in the sentence."""
    chains: dict[int, str] = {}
    for entity in entities:
        name = _name_of(sentence.words, entity)
        for index in range(*name[:2]) if name else ():
            chains.setdefault(index, entity.chain)
    return chains


def _name_of(words: tuple[Word, ...], entity: Entity) -> tuple[int, int, str] | None:
    if entity.type not in _KINDS:
        return None
    head = head_of(words, entity)
    if head is None or words[head].upos != "PROPN":
        return None
    start, end = head, head + 1
    is_person = entity.type == "person"
    while start > entity.start and _goes_on(words, start - 1, is_person=is_person):
        start -= 1
    while end < entity.end and _goes_on(words, end, is_person=is_person):
        end += 1
    end = _with_tail(words, end, entity) if not is_person else end
    while start < end - 1 and _is_no_beginning(words[start]):
        start += 1
    while end > start + 1 and words[end - 1].upos in ("PUNCT", "ADP", "DET", "CCONJ", "PART"):
        end -= 1
    if is_person and words[start].xpos == "NNPS":  # peoples are no names: "Americans"
        return None
    return None if _is_no_beginning(words[start]) else (start, end, _KINDS[entity.type])


def head_of(words: tuple[Word, ...], entity: Entity) -> int | None:
    """The first word of an entity that depends on none of its other words."""
    for index in range(entity.start, entity.end):
        head = words[index].head
        if head == index or not entity.start <= head < entity.end:
            return index
    return None


def _goes_on(words: tuple[Word, ...], index: int, *, is_person: bool) -> bool:
    word = words[index]
    if word.upos == "PROPN" or word.form in ("-", "–", ".") or word.relation == "flat":
        return word.form.lower() not in _TITLES or not is_person
    return word.form[:1].isupper() and word.upos in ("NOUN", "ADJ", "VERB", "X")


def _with_tail(words: tuple[Word, ...], end: int, entity: Entity) -> int:
    """Takes in "of Portsmouth", "and Human Services": small words with a capital behind them."""
    while end < entity.end and words[end].form.lower() in _INSIDE_NAMES:
        following = end + 1
        while following < entity.end and words[following].form.lower() in _INSIDE_NAMES:
            following += 1
        if following >= entity.end or words[following].upos != "PROPN":
            return end
        if entity.identity and words[end].form not in entity.identity.replace("_", " "):
            return end
        end = following + 1
        while end < entity.end and words[end].upos == "PROPN":
            end += 1
    return end


def _is_no_beginning(word: Word) -> bool:
    return word.upos in _NEVER_FIRST or word.form.lower() in _TITLES
