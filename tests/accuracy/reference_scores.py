"""Scores who is meant by a pronoun, from raw text with names found by ourselves, on GUM.

An answer is right if most names that were linked with the entity are names of whom the pronoun
stands for. "found" are the answers, "gold" the pronouns of those who are named in the document;
phrases such as "the company" have none, nobody having marked which of them could be answered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from tests.accuracy.parse_scores import Tally
from timeline_app.domain import TextRange
from timeline_app.extraction.events.names.entities import Entities, Entity, EntityMention
from timeline_app.extraction.events.reading import ReadText
from timeline_app.extraction.training.conllu import Sentence
from timeline_app.extraction.training.gum_names import Entity as Phrase
from timeline_app.extraction.training.gum_names import chains_by_name

REFERENCE_MEASURES = ("he and she", "they", "it", "phrases")
_MEASURES = {
    **dict.fromkeys(("he", "him", "his", "she", "her", "hers"), "he and she"),
    **dict.fromkeys(("they", "them", "their", "theirs"), "they"),
    **dict.fromkeys(("it", "its"), "it"),
}


@dataclass
class MarkedText:
    """A document of GUM: its text, and the chains of its names and pronouns by their offsets."""

    name: str
    text: str = ""
    paragraphs: list[TextRange] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    others: dict[int, tuple[str, str]] = field(default_factory=dict)


def marked_texts(sentences: Iterable[tuple[Sentence, list[Phrase]]]) -> Iterator[MarkedText]:
    """The documents of a part of GUM."""
    for name, group in groupby(sentences, lambda each: each[0].document):
        marked = MarkedText(name)
        for sentence, phrases in group:
            _add(marked, sentence, phrases)
        yield marked


def _add(marked: MarkedText, sentence: Sentence, phrases: list[Phrase]) -> None:
    marked.text += "\n" if sentence.begins_paragraph else " "
    begin = len(marked.text)
    starts = []
    for word in sentence.words:
        starts.append(len(marked.text))
        marked.text += word.form + " " * word.is_followed_by_blank
    marked.text = marked.text.rstrip()
    marked.paragraphs.append(TextRange(begin, len(marked.text)))
    for index, chain in chains_by_name(sentence, phrases).items():
        marked.names[starts[index]] = chain
    for phrase in phrases:
        last = sentence.words[phrase.end - 1]
        length = phrase.end - phrase.start
        if length == 1 or (length == 2 and sentence.words[phrase.start].form.lower() == "the"):
            marked.others[starts[phrase.end - 1]] = (phrase.chain, last.form.lower())


def score_references(marked: MarkedText, read: ReadText, entities: Entities, tally: Tally) -> None:
    """Add the answers for a document to a tally."""
    chains = _chains_of(marked, read, entities)
    named = set(marked.names.values())
    tally.gold.update(
        _MEASURES[form]
        for chain, form in marked.others.values()
        if form in _MEASURES and chain in named
    )
    for mention in (each for here in entities.mentions for each in here if each.is_pronoun):
        word = read.sentences[mention.sentence].words[mention.last - 1]
        if word.range.start not in marked.others:
            continue
        chain, form = marked.others[word.range.start]
        measure = _MEASURES.get(form, "phrases")
        tally.found[measure] += 1
        tally.right[measure] += _is_right(mention, chain, chains)


def _is_right(mention: EntityMention, chain: str, chains: dict[Entity, Counter[str]]) -> bool:
    if len(mention.entities) != 1:
        return False
    known = chains.get(mention.entities[0])
    return bool(known) and known.most_common(1)[0][0] == chain


def _chains_of(
    marked: MarkedText, read: ReadText, entities: Entities
) -> dict[Entity, Counter[str]]:
    chains: dict[Entity, Counter[str]] = defaultdict(Counter)
    for mention in (each for here in entities.mentions for each in here if not each.is_pronoun):
        words = read.sentences[mention.sentence].words[mention.first : mention.last]
        found = [marked.names[w.range.start] for w in words if w.range.start in marked.names]
        chains[mention.entities[0]].update(found[-1:])
    return chains
