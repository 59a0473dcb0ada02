"""Word features: what the small networks know of a word before they see its neighbours.

Beside spaCy's spelling features a word brings the Brown cluster it belongs to (Brown et al. 1992,
"Class-based n-gram models of natural language"), at three depths of the cluster tree, and what
the lexicon says of it (first name, place, demonym …). Both are looked up by the hash of the word.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntFlag
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import LOWER, NORM, ORTH, PREFIX, SHAPE, SUFFIX
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    Ragged,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.types import Floats2d, Ints2d

ARCHITECTURE = "timeline_app.WordFeatures.v1"
_NODE = "word_features"
_BRANCH = 0x3FF  # the first ten bits of the path to a cluster
_BOUGH = 0x3F  # the first six


class LexiconFlag(IntFlag):
    """What the lexicon knows of a word, in one byte."""

    PLACE_BEGINS = 1
    PLACE_GOES_ON = 2
    FIRST_NAME = 4
    DEMONYM = 8
    ORGANISATION = 16
    TITLE = 32
    USUALLY_LOWER = 64
    USUALLY_CAPITAL = 128


@dataclass(frozen=True, slots=True)
class WordTable:
    """Clusters and lexicon flags of words; `words` are spaCy's string hashes, ascending."""

    words: NDArray[np.uint64]
    clusters: NDArray[np.uint16]
    flags: NDArray[np.uint8]

    def rows_of(
        self, exact: NDArray[np.uint64], lower: NDArray[np.uint64]
    ) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
        """Cluster and flags of each word: as written, else in lower case, else nought."""
        place, found = self._find(exact)
        other_place, other_found = self._find(lower)
        place = np.where(found, place, other_place)
        known = found | other_found
        clusters = np.where(known, self.clusters[place], 0).astype(np.uint64)
        flags = np.where(known, self.flags[place], 0).astype(np.uint64)
        return clusters, flags

    def clusters_of(self, doc: Doc) -> list[int]:
        """The path to the cluster of each word of a text; 0 for an unknown word."""
        hashes = doc.to_array([ORTH, LOWER]).astype(np.uint64).reshape(len(doc), 2)
        clusters: list[int] = self.rows_of(hashes[:, 0], hashes[:, 1])[0].tolist()
        return clusters

    def _find(self, hashes: NDArray[np.uint64]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        place = np.searchsorted(self.words, hashes)
        place[place == len(self.words)] = 0
        return place, self.words[place] == hashes


def give_table(model: Model, table: WordTable) -> None:  # type: ignore[type-arg]
    """Hand a table to the word features inside a network; it is saved with the weights."""
    for node in model.walk():
        if node.name == _NODE:
            node.attrs["words"] = table.words
            node.attrs["clusters"] = table.clusters
            node.attrs["flags"] = table.flags


def table_of(nlp: Language) -> WordTable:
    """The table that the networks of a pipeline look words up in."""
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            if node.name == _NODE:
                return WordTable(node.attrs["words"], node.attrs["clusters"], node.attrs["flags"])
    raise ValueError("no network of this pipeline looks words up")


@registry.architectures(ARCHITECTURE)  # type: ignore[untyped-decorator]
def word_feature_embedding(
    width: int, feature_width: int, rows: list[int], seed: int
) -> Model[list[Doc], list[Floats2d]]:
    """Embed each token of a text as the mix of its hashed features.

    `rows` says how many rows each feature's table has: norm, prefix, suffix, shape, cluster, branch
    and bough of the cluster tree, lexicon.
    """
    embedding: Model[Any, Any] = concatenate(
        *(
            HashEmbed(feature_width, count, column=column, seed=seed + column, dropout=0.0)
            for column, count in enumerate(rows)
        )
    )
    mix = Maxout(width, feature_width * len(rows), nP=3, normalize=True, dropout=0.0)
    return chain(
        _word_features(), list2ragged(), _on_arrays(embedding), _on_arrays(mix), ragged2list()
    )


def _on_arrays(layer: Model[Any, Any]) -> Model[Ragged, Ragged]:
    return with_array(layer)


def _word_features() -> Model[list[Doc], list[Ints2d]]:
    empty = WordTable(np.zeros(1, np.uint64), np.zeros(1, np.uint16), np.zeros(1, np.uint8))
    model: Model[list[Doc], list[Ints2d]] = Model(_NODE, _forward)
    give_table(model, empty)
    return model


def _forward(
    model: Model[list[Doc], list[Ints2d]],
    docs: list[Doc],
    is_train: bool,  # noqa: ARG001, FBT001 - thinc calls it so
) -> tuple[list[Ints2d], Callable[[list[Ints2d]], list[Doc]]]:
    table = WordTable(model.attrs["words"], model.attrs["clusters"], model.attrs["flags"])
    return [_features(table, doc) for doc in docs], lambda _: []


def _features(table: WordTable, doc: Doc) -> Ints2d:
    spelling = doc.to_array([NORM, PREFIX, SUFFIX, SHAPE, ORTH, LOWER]).astype(np.uint64)
    spelling = spelling.reshape(len(doc), 6)
    clusters, flags = table.rows_of(spelling[:, 4], spelling[:, 5])
    columns = (clusters, clusters & _BRANCH, clusters & _BOUGH, flags)
    return np.column_stack((spelling[:, :4], *columns))  # type: ignore[return-value]
