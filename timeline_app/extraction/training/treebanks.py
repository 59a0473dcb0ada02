"""Treebanks as training texts: runs of neighbouring sentences with gold tags and trees."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from timeline_app.extraction.training.conllu import Sentence, Word, read_conllu
from timeline_app.extraction.training.corpora import corpora_path

TREEBANKS = ("ud-ewt", "ud-gum-free")
_LONGEST_RUN = 6  # sentences
_DEV_SHARE = 4  # every fourth document of the dev parts is kept to watch the training


def write_treebanks(folder: Path, seed: int) -> tuple[Path, Path]:
    """Write `train.spacy` and `dev.spacy`; the test parts are never read."""
    train: list[list[Sentence]] = []
    watched: list[list[Sentence]] = []
    for treebank in TREEBANKS:
        train += _documents(read_conllu(corpora_path(treebank, "train.conllu")))
        for number, document in enumerate(
            _documents(read_conllu(corpora_path(treebank, "dev.conllu")))
        ):
            (watched if number % _DEV_SHARE == 0 else train).append(document)
    chance = random.Random(seed)  # noqa: S311 - a repeatable shuffle, no secret
    paths = folder / "train.spacy", folder / "dev.spacy"
    for path, documents in zip(paths, (train, watched), strict=True):
        runs = [run for document in documents for run in _runs(document, chance)]
        chance.shuffle(runs)
        vocab = Vocab()
        DocBin(docs=[gold_doc(run, vocab) for run in runs]).to_disk(path)
    return paths


def _documents(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    documents: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        documents.setdefault(sentence.document, []).append(sentence)
    return list(documents.values())


def _runs(document: list[Sentence], chance: random.Random) -> Iterator[list[Sentence]]:
    """The sentences in runs of one to six, mostly few: articles come sentence by sentence."""
    position = 0
    while position < len(document):
        length = chance.choice((1, 1, 1, 2, 3, _LONGEST_RUN))
        yield document[position : position + length]
        position += length


def gold_doc(sentences: list[Sentence], vocab: Vocab) -> Doc:
    """The sentences as one spaCy text with tags, morphology, lemmas and trees."""
    words = [word for sentence in sentences for word in sentence.words]
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.is_followed_by_blank for word in words],
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.features for word in words],
        lemmas=[word.lemma for word in words],
        heads=list(_heads(sentences)),
        deps=[_relation(word, index) for word, index in _indexed(sentences)],
        sent_starts=[index == 0 for _, index in _indexed(sentences)],
    )


def _heads(sentences: list[Sentence]) -> Iterator[int]:
    offset = 0
    for sentence in sentences:
        yield from (offset + word.head for word in sentence.words)
        offset += len(sentence.words)


def _indexed(sentences: list[Sentence]) -> Iterator[tuple[Word, int]]:
    for sentence in sentences:
        yield from ((word, index) for index, word in enumerate(sentence.words))


def _relation(word: Word, index: int) -> str:
    return "ROOT" if word.head == index else word.relation
