"""What is judged of an event, and the words of the language that decide it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from timeline_app.domain import Factuality
from timeline_app.extraction.language import word_classes

if TYPE_CHECKING:
    from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord

_MOST_CHILDREN = 60  # looked at below one word: keeps endless sentences cheap


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether an event happened, who says so, and why this is held.

    `reporter` is the index of the word that reports it ("said", "according"), `source_words` are
    the words that name who does, both of the event's sentence; `why` is one short sentence.
    """

    factuality: Factuality
    reporter: int | None = None
    source_words: tuple[int, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """What one word of the sentence says of the factuality of an event."""

    factuality: Factuality
    why: str


def is_in(word: ParsedWord, word_class: str) -> bool:
    """Whether the base form of a word, or the word itself, belongs to a class."""
    words = word_classes("factuality_words.txt")[word_class]
    return word.lemma.lower() in words or word.lower in words


def below(sentence: ParsedSentence, index: int, *relations: str) -> Iterator[ParsedWord]:
    """The words that hang on a word by one of the relations, subtypes included."""
    return (sentence.words[child] for child in indices_below(sentence, index, *relations))


def indices_below(sentence: ParsedSentence, index: int, *relations: str) -> Iterator[int]:
    """The places of the words that hang on a word by one of the relations."""
    for child in islice(sentence.children[index], _MOST_CHILDREN):
        if not relations or sentence.words[child].main_relation in relations:
            yield child


def is_infinitive(sentence: ParsedSentence, index: int) -> bool:
    """Whether a verb stands behind "to"."""
    word = sentence.words[index]
    helpers = below(sentence, index, "mark", "aux")
    return any(helper.lower == "to" for helper in helpers) and word.upos in ("VERB", "AUX", "NOUN")
