"""Sentences with names, as the corpora give them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

KINDS = ("PER", "ORG", "LOC")


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name: the words from `start` up to `end` of its sentence, and PER, ORG or LOC."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A sentence as words with the names in it; of the words of `unknown` nothing is said."""

    document: str
    words: tuple[str, ...]
    blanks: tuple[bool, ...]
    names: tuple[Name, ...]
    unknown: tuple[int, ...] = ()


def written_blanks(words: Sequence[str]) -> Iterator[bool]:
    """Whether a blank follows each word, where only the words are known."""
    for word, following in zip(words, [*words[1:], "."], strict=True):
        glued = following in {".", ",", ")", ";", ":", "?", "!", "'s", "n't", "%", "''", "]"}
        yield not (glued or word in {"(", "``", "$", "["})
