"""Entities: the names and pronouns of an article, each linked to whom or what it stands for.

"Russian President Vladimir Putin", "Putin" and, where that is clear, "he" are one person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.extraction.events.names.article_names import find_names
from timeline_app.extraction.events.names.coreference import resolve
from timeline_app.extraction.events.names.entity import (
    Entities,
    Entity,
    EntityKind,
    EntityMention,
    in_order,
)
from timeline_app.extraction.events.names.found_name import FoundName
from timeline_app.extraction.events.names.linking_names import entities_of

if TYPE_CHECKING:
    from timeline_app.extraction.events.reading import ReadText
    from timeline_app.extraction.model.parsed import ParsedSentence
    from timeline_app.extraction.model.pronouns import PronounRanker

__all__ = ["Entities", "Entity", "EntityKind", "EntityMention", "find_entities"]


def find_entities(read: ReadText, ranker: PronounRanker) -> Entities:
    """Link the names and pronouns of an article. Takes linear time; doubt leaves a pronoun out."""
    names = find_names(read)
    linked = entities_of([name for each in names for name in each])
    mentions = [
        tuple(_mention(read.sentences[name.sentence], name, linked[name]) for name in each)
        for each in names
    ]
    titles = _titles(names, linked)
    others = resolve(read.sentences, mentions, titles, ranker)
    together = (
        in_order([*named, *further]) for named, further in zip(mentions, others, strict=True)
    )
    everybody = dict.fromkeys(linked[name] for each in names for name in each)
    return Entities(tuple(everybody), tuple(together))


def _mention(sentence: ParsedSentence, name: FoundName, entity: Entity) -> EntityMention:
    following = sentence.words[name.last : name.last + 1]
    is_possessive = any(word.xpos == "POS" for word in following)
    return EntityMention(
        name.sentence, name.first, name.last, (entity,), is_possessive=is_possessive
    )


def _titles(
    names: list[list[FoundName]], linked: dict[FoundName, Entity]
) -> dict[str, tuple[Entity, ...]]:
    """Whom each title goes with in the article."""
    titles: dict[str, dict[Entity, None]] = {}
    for name in (name for each in names for name in each):
        for title in name.titles:
            titles.setdefault(title, {})[linked[name]] = None
    return {title: tuple(holders) for title, holders in titles.items()}
