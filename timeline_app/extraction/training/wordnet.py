"""Makes the table of word senses from WordNet 3.0 (Debian package `wordnet-base`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from timeline_app.domain import UserError
from timeline_app.extraction.model.word_senses import WordSenses, sense_key

_FOLDER = Path("/usr/share/wordnet")
_FILES = {"noun": "NOUN", "verb": "VERB"}
_WIDER = ("@", "@i")
_LENGTH_OF_OFFSET = 8


@dataclass(frozen=True, slots=True)
class _Synset:
    """A set of synonyms: its field, whether a verb is behind it, the sets of wider terms."""

    field: int
    is_deverbal: bool
    wider: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    first: int
    all_fields: int
    is_deverbal: bool
    wider: tuple[int, ...]


def make_word_senses() -> WordSenses:
    """The table of all nouns and verbs of one word; UserError when WordNet is not installed."""
    if not _FOLDER.is_dir():
        raise UserError(f"There is no {_FOLDER}. Install the Debian package wordnet-base.")
    rows: dict[int, _Row] = {}
    for name, upos in _FILES.items():
        synsets = dict(_synsets(_FOLDER / f"data.{name}"))
        for lemma, senses in _index(_FOLDER / f"index.{name}"):
            key = sense_key(lemma, upos)
            if key is not None:
                rows[key] = _row(synsets, senses)
    ordered = [rows[key] for key in sorted(rows)]
    return WordSenses(
        np.array(sorted(rows), np.uint64),
        np.array([row.first for row in ordered], np.uint8),
        np.array([row.all_fields for row in ordered], np.uint64),
        np.array([row.is_deverbal for row in ordered], np.bool_),
        np.array([term for row in ordered for term in row.wider], np.uint32),
        np.cumsum([0, *(len(row.wider) for row in ordered)]).astype(np.uint32),
    )


def _row(synsets: Mapping[str, _Synset], senses: list[str]) -> _Row:
    first = synsets[senses[0]]
    fields = {synsets[sense].field for sense in senses}
    terms = sorted(_terms_above(synsets, senses[0]))
    return _Row(first.field, sum(1 << field for field in fields), first.is_deverbal, tuple(terms))


def _terms_above(synsets: Mapping[str, _Synset], sense: str) -> set[int]:
    """The offsets of a sense and of all above it."""
    waiting, found = [sense], {sense}
    while waiting:
        above = set(synsets[waiting.pop()].wider) - found
        found |= above
        waiting.extend(above)
    return {int(offset) for offset in found}


def _synsets(path: Path) -> Iterator[tuple[str, _Synset]]:
    """Each set of synonyms by its offset."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            facts = line.partition("|")[0].split()
            pointers = list(zip(facts, facts[1:], facts[2:], strict=False))
            wider = [
                offset
                for mark, offset, _ in pointers
                if mark in _WIDER and len(offset) == _LENGTH_OF_OFFSET
            ]
            derived = any(mark == "+" and kind == "v" for mark, _, kind in pointers)
            yield facts[0], _Synset(int(facts[1]), derived, tuple(wider))


def _index(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Each lemma of one word with the offsets of its senses, the most frequent first."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            lemma, _, count, *rest = line.split()
            if lemma.isalpha():
                yield lemma, rest[-int(count) :]
