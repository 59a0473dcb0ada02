"""Texts in which people, organisations and places are marked, from several corpora.

Each corpus marks a little differently. The manner of Universal NER counts: titles, determiners
and demonyms are no part of a name, states are places, products are nothing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans
from spacy.vocab import Vocab

from timeline_app.extraction.training.conllu import Sentence
from timeline_app.extraction.training.corpora import corpora_path
from timeline_app.extraction.training.gum_names import names_in_gum, read_gum
from timeline_app.extraction.training.partly_named import partly_named
from timeline_app.extraction.training.texts import KINDS, Name, NamedSentence, written_blanks

_HELD_OUT_SHARE = 2  # every second document of the UNER test part stays unseen
_WEIGHT_OF_UNER = 3  # its manner counts: its texts are seen three times as often
_LONGEST_RUN = 5  # sentences
_LOOSE_CLITIC = re.compile(r" (?=n't\b|'(?:s|ll|m|re|ve|d)\b)")  # UNER has "did n't"


def write_named_texts(folder: Path, seed: int) -> tuple[Path, Path]:
    """Write `train.spacy` and `dev.spacy` of texts with names."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable shuffle, no secret
    seen, held_out = uner_parts()
    watched = [sentence for sentence in held_out if _share(sentence.document, 4) == 0]
    whole = [*(seen * _WEIGHT_OF_UNER), *wikigold(), *gum("train"), *gum("dev")]
    train = [*whole, *partly_named()]
    paths = folder / "train.spacy", folder / "dev.spacy"
    for path, sentences in zip(paths, (train, watched), strict=True):
        runs = list(_runs(sentences, chance))
        chance.shuffle(runs)
        vocab = Vocab()
        DocBin(docs=[named_doc(run, vocab) for run in runs]).to_disk(path)
    return paths


def uner_parts() -> tuple[list[NamedSentence], list[NamedSentence]]:
    """Universal NER: what is trained on, and the half of its test part that never is."""
    test = list(_uner("test"))
    seen = [sentence for sentence in test if not is_held_out(sentence.document)]
    return [*_uner("dev"), *seen], [s for s in test if is_held_out(s.document)]


def is_held_out(document: str) -> bool:
    """Whether a document of the UNER test part is kept for judging."""
    return _share(document, _HELD_OUT_SHARE) == 0


def _share(document: str, parts: int) -> int:
    return (crc32(document.encode()) >> 8) % parts


def _uner(part: str) -> Iterator[NamedSentence]:
    document = text = ""
    words: list[str] = []
    labels: list[str] = []
    path = corpora_path("uner-ewt", f"en_ewt-ud-{part}.iob2")
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc id"):
            document = line.partition("=")[2].strip()
        elif line.startswith("# text"):
            text = _LOOSE_CLITIC.sub("", line.partition("=")[2].strip())
        elif line and not line.startswith("#"):
            words.append(line.split("\t")[1])
            labels.append(line.split("\t")[2])
        elif not line and words:
            blanks = tuple(_blanks_in(text, words))
            yield NamedSentence(document, tuple(words), blanks, tuple(_names(labels)))
            words, labels = [], []


def _blanks_in(text: str, words: Sequence[str]) -> Iterator[bool]:
    """Whether a blank follows each of the words in the text they were taken from."""
    position = 0
    for word in words:
        found = text.find(word, position)
        position = found + len(word) if found >= 0 else position
        yield text[position : position + 1].isspace() or position >= len(text)


def _named(sentence: Sentence, names: tuple[Name, ...]) -> NamedSentence:
    return NamedSentence(
        sentence.document,
        tuple(word.form for word in sentence.words),
        tuple(word.is_followed_by_blank for word in sentence.words),
        names,
    )


def _names(labels: Sequence[str]) -> Iterator[Name]:
    """The names in a row of IOB labels, of either scheme; other kinds are left out."""
    start, kind = 0, ""
    for index, label in enumerate([*labels, "O"]):
        continues = label.startswith("I-") and label[2:] == kind
        if kind and not continues:
            yield from [Name(start, index, kind)] if kind in KINDS else []
            kind = ""
        if label != "O" and not continues:
            start, kind = index, label[2:]


def wikigold() -> Iterator[NamedSentence]:
    """WikiGold: its texts are words apart by blanks, which are put where English has them."""
    rows: list[tuple[str, str]] = []
    for line in corpora_path("wikigold", "wikigold.txt").read_text(encoding="utf-8").splitlines():
        if line.strip():
            word, label = line.split(" ")
            rows.append((word, label))
        elif rows:
            yield _wikigold_sentence(rows)
            rows = []


def _wikigold_sentence(rows: list[tuple[str, str]]) -> NamedSentence:
    words = tuple(word for word, _ in rows)
    names = tuple(_names([label for _, label in rows]))
    return NamedSentence("wikigold", words, tuple(written_blanks(words)), names)


def gum(part: str) -> Iterator[NamedSentence]:
    """GUM: the entities whose head is a proper noun, cut down to the name."""
    for sentence, entities in read_gum(corpora_path("ud-gum-free", f"{part}.conllu")):
        found = names_in_gum(sentence, entities)
        yield _named(sentence, tuple(Name(start, end, kind) for start, end, kind in found))


def _runs(
    sentences: Iterable[NamedSentence], chance: random.Random
) -> Iterator[list[NamedSentence]]:
    run: list[NamedSentence] = []
    length = chance.randint(1, _LONGEST_RUN)
    for sentence in sentences:
        if run and (len(run) >= length or run[0].document != sentence.document):
            yield run
            run, length = [], chance.randint(1, _LONGEST_RUN)
        run.append(sentence)
    if run:
        yield run


def named_doc(sentences: Sequence[NamedSentence], vocab: Vocab) -> Doc:
    """The sentences as one spaCy text with entities."""
    doc = Doc(
        vocab,
        words=[word for sentence in sentences for word in sentence.words],
        spaces=[blank for sentence in sentences for blank in sentence.blanks],
    )
    spans = []
    unknown = []
    offset = 0
    for sentence in sentences:
        for name in sentence.names:
            spans.append(doc[offset + name.start : offset + name.end])
            spans[-1].label_ = name.kind
        unknown += [doc[offset + index : offset + index + 1] for index in sentence.unknown]
        offset += len(sentence.words)
    doc.set_ents(filter_spans(spans), missing=unknown, default="outside")
    return doc
