"""What WordNet says of nouns and verbs: the fields of meaning, and the wider terms above them.

WordNet keeps its senses in 45 lexicographer files, such as noun.act, noun.event, verb.motion
(https://wordnet.princeton.edu/documentation/lexnames5wn).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id

_PREFIXES = {"NOUN": "n", "PROPN": "n", "VERB": "v", "AUX": "v"}


def sense_key(lemma: str, upos: str) -> int | None:
    """The hash a noun or verb is kept under; None for other words."""
    prefix = _PREFIXES.get(upos)
    return get_string_id(f"{prefix}:{lemma}") if prefix else None


@dataclass(frozen=True, slots=True, eq=False)
class WordSenses:
    """A table of words, a row for each of the ascending `keys`.

    `first` is the field of the first sense, `all_fields` those of all senses as bits. The terms
    above the first sense are `wider[wider_starts[row] : wider_starts[row + 1]]`.
    """

    keys: NDArray[np.uint64]
    first: NDArray[np.uint8]
    all_fields: NDArray[np.uint64]
    is_deverbal: NDArray[np.bool_]
    wider: NDArray[np.uint32]
    wider_starts: NDArray[np.uint32]
    _features: dict[int, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False)

    def field_of(self, lemma: str, upos: str) -> str:
        """The field of a word's first sense as a feature; empty for other than nouns and verbs."""
        if upos not in _PREFIXES:
            return ""
        row = self._row(lemma, upos)
        return "sense=?" if row is None else f"sense={self.first[row]}"

    def features_of(self, lemma: str, upos: str) -> tuple[str, ...]:
        """What is known of a word as features of a linear model."""
        if upos not in _PREFIXES:
            return ()
        row = self._row(lemma, upos)
        if row is None:
            return ("sense=?",)
        if row not in self._features:
            self._features[row] = tuple(self._features_at(row))
        return self._features[row]

    def _features_at(self, row: int) -> Iterator[str]:
        yield f"sense={self.first[row]}"
        fields = int(self.all_fields[row])
        while fields:
            yield f"field={(fields & -fields).bit_length() - 1}"
            fields &= fields - 1
        if self.is_deverbal[row]:
            yield "deverbal"
        for term in self.wider[self.wider_starts[row] : self.wider_starts[row + 1]]:
            yield f"wider={term}"

    def _row(self, lemma: str, upos: str) -> int | None:
        key = sense_key(lemma.lower(), upos)
        if key is None:
            return None
        keys = self.keys.data  # one key at a time numpy looks for five times as long
        row = bisect_left(keys, key)
        return row if row < len(keys) and keys[row] == key else None
