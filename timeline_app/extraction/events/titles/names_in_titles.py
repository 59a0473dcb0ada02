"""Naming: what stands in a title for pronouns and for names with offices before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_app.extraction.events.names.entities import EntityKind, EntityMention
from timeline_app.extraction.events.titles.titles import Names
from timeline_app.extraction.model.parsed import ParsedSentence

_LONGEST_OFFICE = 6
_BEFORE_NAMES = ("nmod", "compound", "amod", "det", "appos", "nummod")


def names_for(
    sentence: ParsedSentence, subject: int | None, mentions: Sequence[EntityMention]
) -> Names:
    """The words to write for the mentions of a sentence, in a title with that subject."""
    subject_words = frozenset(sentence.subtree(subject)) if subject is not None else frozenset()
    actors = {e for each in mentions if each.first in subject_words for e in each.entities}
    full: dict[int, str] = {}
    short: dict[int, str] = {}
    for mention in mentions:
        if mention.is_pronoun:
            is_own = mention.first not in subject_words and actors.issuperset(mention.entities)
            is_word = mention.last == mention.first + 1  # not "the company", which tells enough
            if mention.entities and is_word and not is_own:
                full[mention.first] = short[mention.first] = _for_pronoun(mention)
        elif _is_person(mention):
            office = dict.fromkeys(_office_before(sentence, mention), "")
            short.update(office)
            short.update(dict.fromkeys(range(mention.first, mention.last), ""))
            short[mention.first] = mention.entities[0].short
            if mention.first in subject_words:
                full.update(office)
    return Names(full, short)


def _for_pronoun(mention: EntityMention) -> str:
    names = [entity.short for entity in mention.entities]
    text = " and ".join(names) if len(names) < 3 else ", ".join(names)
    return f"{text}’s" if mention.is_possessive else text


def _is_person(mention: EntityMention) -> bool:
    return len(mention.entities) == 1 and mention.entities[0].kind == EntityKind.PERSON


def _office_before(sentence: ParsedSentence, mention: EntityMention) -> Iterator[int]:
    """The words of "Russian President" before the name."""
    for head in range(mention.first, mention.last):
        for child in sentence.children_by(head, *_BEFORE_NAMES):
            below = sentence.subtree(child)
            if below[-1] < mention.first:
                yield from (i for i in below if sentence.words[i].upos not in ("CCONJ", "PUNCT"))
    top = sentence.top_of(mention.first, mention.last)
    above = sentence.words[top].head
    is_of_office = sentence.words[top].relation == "nmod" and sentence.words[above].upos == "PROPN"
    if is_of_office and 0 < mention.first - above < _LONGEST_OFFICE:
        # "Secretary of State Antony Blinken", read as if he were the one it is the secretary of
        yield from range(above, mention.first)
