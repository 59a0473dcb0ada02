"""A parsed text: its words with tags, lemmas and trees, and the names in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from timeline_app.domain import TextRange


@dataclass(frozen=True, slots=True)
class ParsedWord:
    """A word of a sentence.

    Its tags, features and relation are those of Universal Dependencies (`upos`, `features`,
    `relation`) and of the Penn Treebank (`xpos`). `head` is the index of its head among the words
    of the sentence: its own for the root, whose relation is "root". `cluster` is the path to its
    Brown cluster, the first bit lowest; 0 for an unknown word. `lower` is the form in lower case,
    `main_relation` the relation without its subtype: "nsubj" of "nsubj:pass".
    """

    range: TextRange
    form: str
    lemma: str
    upos: str
    xpos: str
    features: str
    head: int
    relation: str
    cluster: int = 0
    lower: str = field(init=False, repr=False, compare=False)
    main_relation: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out once what is asked for a hundred times."""
        object.__setattr__(self, "lower", self.form.lower())
        object.__setattr__(self, "main_relation", self.relation.partition(":")[0])

    def has(self, feature: str) -> bool:
        """Whether it has a feature such as "Tense=Past"."""
        return feature in self.features.split("|")


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name: the words from `first` up to `last` of its sentence; PER, ORG or LOC."""

    range: TextRange
    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence as a tree of words, in text order, with the names in it."""

    range: TextRange
    words: tuple[ParsedWord, ...]
    children: tuple[tuple[int, ...], ...]
    names: tuple[ParsedName, ...]

    def children_by(self, index: int, *relations: str) -> Iterator[int]:
        """The words that depend on a word by one of the relations, subtypes included."""
        for child in self.children[index]:
            if self.words[child].main_relation in relations:
                yield child

    def has_child(self, index: int, *relations: str) -> bool:
        """Whether a word depends on a word by one of the relations, subtypes included."""
        return next(self.children_by(index, *relations), None) is not None

    def top_of(self, first: int, last: int) -> int:
        """Of the words from `first` up to `last` the first that hangs on none of the others."""
        heads = ((index, self.words[index].head) for index in range(first, last))
        return next(i for i, head in heads if head == i or not first <= head < last)

    def subtree(self, index: int) -> list[int]:
        """A word and all below it, in text order."""
        found = [index]
        for member in found:
            found.extend(self.children[member])
        return sorted(found)


class SentenceParser(Protocol):
    """Makes trees of sentences: the language model, or what takes its place."""

    def read(self, text: str, sentences: Sequence[TextRange]) -> list[ParsedSentence]:
        """Parse the sentences of a text, in order. Takes linear time."""


def children_of(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The dependents of each word, in order, from the head of each."""
    children: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    return tuple(tuple(below) for below in children)
