"""A spaCy pipeline in a folder of the user's, at work in the place of the language model.

What is trusted: that the folder may choose, by their names, among the functions that installed
packages have registered with spaCy. It brings no code of its own: spaCy loads settings, tables and
arrays of numbers, and unpickles nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import spacy
from spacy.about import __version__
from spacy.language import Language
from spacy.tokens import Span, Token
from spacy.util import is_compatible_version

from timeline_app.domain import TextRange, UserError
from timeline_app.extraction.gazetteer import demonyms, is_place
from timeline_app.extraction.model.clear_labels import is_clear, universal
from timeline_app.extraction.model.parsed import (
    ParsedName,
    ParsedSentence,
    ParsedWord,
    children_of,
)
from timeline_app.extraction.model.tag_schemes import penn_tag, universal_tag
from timeline_app.extraction.model.word_features import WordTable

_BATCH = 64  # sentences
_CONFIG = "config.cfg"
_KINDS = {
    "PERSON": "PER", "PER": "PER", "NORP": "ORG", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC",
    "FAC": "LOC",
}  # fmt: skip
_NEEDED = (
    ("parser", frozenset({"token.dep"})),
    ("tagger", frozenset({"token.tag", "token.pos"})),
)


class FolderModel:
    """A loaded pipeline. It may label relations as ClearNLP does, or universally."""

    def __init__(self, nlp: Language, table: WordTable) -> None:
        self._nlp, self._table = nlp, table
        self._is_clear = is_clear(_labels(nlp))

    @classmethod
    def load(cls, folder: Path, table: WordTable) -> FolderModel:
        """Load the pipeline of a folder; UserError when that is none that could be used here.

        `table` knows the Brown clusters of words.
        """
        folder = _inner(folder)
        _check(folder)
        try:
            nlp = spacy.load(folder)
        except Exception as error:  # whatever is wrong in the files of others
            raise UserError(f"The spaCy pipeline in “{folder.name}” is damaged.") from error
        assigned = {each for name in nlp.pipe_names for each in nlp.get_pipe_meta(name).assigns}
        for what, layers in _NEEDED:
            if not assigned & layers:
                raise UserError(f"The spaCy pipeline in “{folder.name}” has no {what}.")
        return cls(nlp, table)

    def read(self, text: str, sentences: Sequence[TextRange]) -> list[ParsedSentence]:
        """Parse the sentences of a text, in order. Takes linear time.

        A range that holds several sentences is cut where the parser finds them to end.
        """
        worded = [each for each in sentences if each.cut(text).strip()]
        self._nlp.max_length = max(self._nlp.max_length, len(text) + 1)
        docs = self._nlp.pipe((each.cut(text) for each in worded), batch_size=_BATCH)
        return [
            parsed
            for doc, place in zip(docs, worded, strict=True)
            for span in doc.sents
            for parsed in self._sentence(span, self._table.clusters_of(span.as_doc()), place.start)
        ]

    def _sentence(
        self, span: Span, clusters: Sequence[int], offset: int
    ) -> Iterator[ParsedSentence]:
        """The sentence, without the blanks that spaCy counts as words; none when that is all."""
        tokens = [token for token in span if not token.is_space]
        if not tokens:
            return
        index = {token.i: number for number, token in enumerate(tokens)}
        tags = [_universal_tag(token) for token in tokens]
        lemmas = [_lemma(token) for token in tokens]
        heads, relations = self._tree(tokens, index, lemmas, tags)
        words = tuple(
            ParsedWord(
                TextRange(offset + token.idx, offset + token.idx + len(token)),
                token.text,
                lemma,
                tag,
                token.tag_ or penn_tag(tag, str(token.morph), lemma),
                str(token.morph),
                head,
                relation,
                clusters[token.i - span.start],
            )
            for token, lemma, tag, head, relation in zip(
                tokens, lemmas, tags, heads, relations, strict=True
            )
        )
        place = TextRange(words[0].range.start, words[-1].range.end)
        yield ParsedSentence(place, words, children_of(heads), tuple(_names(span, index, words)))

    def _tree(
        self,
        tokens: Sequence[Token],
        index: Mapping[int, int],
        lemmas: Sequence[str],
        tags: Sequence[str],
    ) -> tuple[list[int], list[str]]:
        """The head of each word and its relation to it, in the labels of Universal Dependencies."""
        heads = [index[_head(token).i] for token in tokens]
        relations = [
            "root" if head == number else token.dep_
            for number, (token, head) in enumerate(zip(tokens, heads, strict=True))
        ]
        return universal(heads, relations, lemmas, tags) if self._is_clear else (heads, relations)


def _inner(folder: Path) -> Path:
    """The folder of the pipeline inside that of an installed package."""
    if folder.joinpath(_CONFIG).exists():
        return folder
    inner = [path.parent for path in folder.glob(f"*/{_CONFIG}")]
    return inner[0] if len(inner) == 1 else folder


def _check(folder: Path) -> None:
    """Look at what a pipeline says of itself before anything of it is loaded."""
    try:
        meta = json.loads(folder.joinpath("meta.json").read_text(encoding="utf-8"))
        folder.joinpath(_CONFIG).read_bytes()
    except (OSError, ValueError) as error:
        raise UserError(f"There is no spaCy pipeline in “{folder.name}”.") from error
    language = meta.get("lang") if isinstance(meta, dict) else None
    made_for = meta.get("spacy_version") if isinstance(meta, dict) else None
    if language != "en":
        raise UserError(f"The spaCy pipeline in “{folder.name}” does not read English.")
    if not isinstance(made_for, str) or not is_compatible_version(__version__, made_for):
        raise UserError(
            f"The spaCy pipeline in “{folder.name}” was made for spaCy {made_for}; here is "
            f"spaCy {__version__}."
        )


def _labels(nlp: Language) -> set[str]:
    """The relations that the parsers of a pipeline may give."""
    labels = nlp.pipe_labels
    return {
        label.rpartition("-")[2].rpartition("||")[2]
        for name in nlp.pipe_names
        if "token.dep" in nlp.get_pipe_meta(name).assigns
        for label in labels[name]
    }


def _head(token: Token) -> Token:
    """The next word upwards that is no blank; the token itself below none."""
    head = token.head
    while head.is_space and head.head is not head and head.head.i != head.i:
        head = head.head
    return token if head.is_space else head


def _universal_tag(token: Token) -> str:
    return token.pos_ or universal_tag(token.tag_)


def _lemma(token: Token) -> str:
    lemma = token.lemma_ or token.text
    return lemma if _universal_tag(token) == "PROPN" else lemma.lower()


def _names(
    span: Span, index: Mapping[int, int], words: Sequence[ParsedWord]
) -> Iterator[ParsedName]:
    for entity in span.ents:
        inside = [index[token.i] for token in entity if token.i in index]
        if inside and (kind := _kind(entity)):
            place = TextRange(words[inside[0]].range.start, words[inside[-1]].range.end)
            yield ParsedName(place, inside[0], inside[-1] + 1, kind)


def _kind(entity: Span) -> str:
    """The kind of a name; empty for what is none here, such as a date or a demonym."""
    if entity.text in demonyms():
        return ""
    return "LOC" if is_place(entity.text) else _KINDS.get(entity.label_, "")
