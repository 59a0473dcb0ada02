"""The language model at work: from sentences to words with tags, trees and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from timeline_app.domain import TextRange
from timeline_app.extraction.gazetteer import demonyms, is_place
from timeline_app.extraction.model import word_features
from timeline_app.extraction.model.files import model_folder, read_model_file
from timeline_app.extraction.model.name_kinds import with_kinds
from timeline_app.extraction.model.packing import unpack
from timeline_app.extraction.model.parsed import (
    ParsedName,
    ParsedSentence,
    ParsedWord,
    children_of,
)
from timeline_app.extraction.model.word_ranges import has_emoji, word_ranges

PIPELINE_FILE = "pipeline.bin"
_ENDS = frozenset(".!?…;") | {"...", "--", "—", "–"}
_BORDERS = frozenset({"|", "||"})  # of the cells of a table
_LONGEST_DATE = 3  # words: "3 May 2021"
_BATCH = 128  # sentences
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # of a torn text: spaCy cannot encode it


class LanguageModel:
    """A loaded model. Loading takes part of a second: do it once, in a worker."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._table = word_features.table_of(nlp)

    @classmethod
    def load(cls, folder: Path | None = None) -> LanguageModel:
        """Load the shipped model, or that of a folder; UserError when it is missing or damaged."""
        folder = folder or model_folder()
        packed = read_model_file(folder, PIPELINE_FILE)
        return cls(unpack(packed))

    @property
    def clusters(self) -> word_features.WordTable:
        """What it knows of words: their Brown clusters, and what they can be."""
        return self._table

    def read(self, text: str, sentences: Sequence[TextRange]) -> list[ParsedSentence]:
        """Parse the sentences of a text, in order. Takes linear time.

        A range that holds several sentences is cut where the parser finds them to end.
        """
        text = _HALF_CHARACTER.sub("\ufffd", text)
        ranges = [word_ranges(self._nlp, text, sentence) for sentence in sentences]
        ranges = [tokens for tokens in ranges if tokens]
        docs = (_doc(self._nlp, text, tokens) for tokens in ranges)
        parsed = self._nlp.pipe(docs, batch_size=_BATCH)
        return with_kinds(
            [
                sentence
                for doc, tokens in zip(parsed, ranges, strict=True)
                for sentence in self._sentences(doc, tokens)
            ]
        )

    def read_words(self, words: Sequence[str]) -> ParsedSentence:
        """Parse a sentence that was cut into words by others; ranges count words."""
        starts: list[bool | int | None] = [index == 0 for index in range(len(words))]
        doc = Doc(self._nlp.vocab, list(words), sent_starts=starts)
        ranges = [TextRange(index, index + 1) for index in range(len(words))]
        return _sentence(self._nlp(doc)[:], ranges, self._table.clusters_of(doc))

    def _sentences(self, doc: Doc, tokens: Sequence[TextRange]) -> Iterator[ParsedSentence]:
        clusters = self._table.clusters_of(doc)
        for span in doc.sents:
            inside = slice(span.start, span.end)
            yield _sentence(span, tokens[inside], clusters[inside])


def _doc(nlp: Language, text: str, tokens: Sequence[TextRange]) -> Doc:
    words = ["".join(token.cut(text).split()) for token in tokens]
    gaps = [text[before.end : token.start] for before, token in pairwise(tokens)]
    return Doc(
        nlp.vocab,
        words=words,
        spaces=[*map(bool, gaps), False],
        sent_starts=list(_possible_starts(words, gaps)),
    )


def _possible_starts(words: Sequence[str], gaps: Sequence[str]) -> Iterator[bool | int]:
    """Where a sentence begins (1), where the parser may let one begin (0) and where not (-1).

    Left alone it parts "Apple" from "today launched" and "No." from "1". `gaps` are what stands
    between the words: blanks, emoji and the like.
    """
    yield True
    cell = 0  # where the cell of a table begins
    for place, (before, word) in enumerate(pairwise(words)):
        is_numbered = before == "." and words[place - 1] == "No" and word[:1].isdigit()
        is_open = before not in _ENDS and _goes_on(before, word)
        if before in _BORDERS or set(gaps[place]) == {"\t"}:
            yield -1 if _may_be_date(words[cell : place + 1]) else 1
            cell = place + 1
        elif has_emoji(gaps[place]):
            yield 1
        else:
            yield -1 if is_numbered or is_open else 0


def _may_be_date(cell: Sequence[str]) -> bool:
    """Whether a cell of a table may date the next: it is short and has a number."""
    words = [word for word in cell if word not in _BORDERS]
    return len(words) <= _LONGEST_DATE and any(word.isdigit() for word in words)


def _goes_on(before: str, word: str) -> bool:
    """Whether a word cannot begin a sentence: a small letter does not, nor does part of a name."""
    if before in (":", ","):
        return True
    if before.endswith("."):
        return word[:1].isdigit() or word[:1].islower()
    return word[:1].islower() or (before[:1].isupper() and word[:1].isalnum())


def _sentence(span: Span, ranges: Sequence[TextRange], clusters: Sequence[int]) -> ParsedSentence:
    words = tuple(
        _word(token, place, span.start, cluster)
        for token, place, cluster in zip(span, ranges, clusters, strict=True)
    )
    return ParsedSentence(
        TextRange(ranges[0].start, ranges[-1].end),
        words,
        children_of([word.head for word in words]),
        tuple(_names(span.ents, span.start, ranges)),
    )


def _word(token: Token, place: TextRange, offset: int, cluster: int) -> ParsedWord:
    relation = token.dep_
    return ParsedWord(
        place,
        token.text,
        _lemma(token),
        token.pos_,
        token.tag_,
        str(token.morph),
        token.head.i - offset,
        "root" if relation == "ROOT" else relation,
        cluster,
    )


def _lemma(token: Token) -> str:
    if token.dep_ == "aux" and token.lower_ in ("'s", "’s") and token.head.tag_ in ("VBN", "VBD"):
        return "have"  # "he's asked"; that of "he's asked by them" is aux:pass
    return token.lemma_ if token.pos_ == "PROPN" else token.lemma_.lower()


def _names(
    entities: Iterable[Span], offset: int, ranges: Sequence[TextRange]
) -> Iterator[ParsedName]:
    for entity in entities:
        first, last = entity.start - offset, entity.end - offset
        place = TextRange(ranges[first].start, ranges[last - 1].end)
        if kind := _kind(entity):
            yield ParsedName(place, first, last, kind)


def _kind(entity: Span) -> str:
    """The kind of a name; the gazetteer knows better. Empty for a demonym, which is no name."""
    text = entity.text.replace(". ", ".")
    if text in demonyms():
        return ""
    return "LOC" if is_place(text) else entity.label_
