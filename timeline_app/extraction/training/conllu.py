"""CoNLL-U: the format of Universal Dependencies (https://universaldependencies.org/format)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

_FIELDS = 10


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word. `head` is the index of its head in the sentence, its own for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    features: str
    head: int
    relation: str
    is_followed_by_blank: bool
    misc: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the text it was taken from."""

    document: str
    text: str
    words: tuple[Word, ...]
    begins_paragraph: bool = False


@dataclass(slots=True)
class _Block:
    comments: dict[str, str] = field(default_factory=dict)
    rows: list[list[str]] = field(default_factory=list)
    glued: set[str] = field(default_factory=set)  # words that a blank does not follow


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a file, in order, with the document each belongs to."""
    document = ""
    for block in _blocks(path.read_text(encoding="utf-8").split("\n")):
        document = block.comments.get("newdoc id", document)
        yield Sentence(
            document,
            block.comments.get("text", ""),
            tuple(_word(row, block.glued) for row in block.rows),
            "newpar" in block.comments or "newdoc id" in block.comments,
        )


def _blocks(lines: Iterable[str]) -> Iterator[_Block]:
    block = _Block()
    for line in lines:
        if line.startswith("#"):
            name, _, value = line[1:].partition("=")
            block.comments[name.strip()] = value.strip()
        elif line:
            _add_row(block, line.split("\t"))
        elif block.rows:
            yield block
            block = _Block()


def _add_row(block: _Block, row: list[str]) -> None:
    if len(row) != _FIELDS:
        return
    if "-" in row[0]:  # one written word that stands for several: "don't"
        first, last = (int(part) for part in row[0].split("-"))
        inner = range(first, last + ("SpaceAfter=No" in row[9]))
        block.glued.update(str(number) for number in inner)
    elif "." not in row[0]:
        block.rows.append(row)


def _word(row: list[str], glued: set[str]) -> Word:
    number, form, lemma, upos, xpos, features, head, relation, _, misc = row
    return Word(
        form,
        lemma,
        upos,
        xpos,
        "" if features == "_" else features,
        int(head) - 1 if head != "0" else int(number) - 1,
        relation,
        "SpaceAfter=No" not in misc and number not in glued,
        misc,
    )
