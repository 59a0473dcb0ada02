"""GAP: ambiguous pronouns of Wikipedia with two names each (Webster et al. 2018)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.domain import TextRange
from timeline_app.extraction.model.language_model import LanguageModel
from timeline_app.extraction.model.parsed import ParsedSentence
from timeline_app.extraction.model.pronoun_places import Place
from timeline_app.extraction.sentences import split_sentences
from timeline_app.extraction.training.corpora import corpora_path


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A pronoun, two names, and whether it stands for each of them; all names of the text."""

    sentences: list[ParsedSentence]
    pronoun: Place
    candidates: tuple[Place, ...]
    is_meant: tuple[bool, ...]
    names: tuple[Place, ...]


def read_gap(part: str, model: LanguageModel) -> Iterator[Ambiguity]:
    """The texts of one part, parsed: "development" or "validation"."""
    path = corpora_path("gap", f"gap-{part}.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = row["Text"]
            sentences = model.read(text, split_sentences(text, [TextRange(0, len(text))]))
            candidates = tuple(_place(sentences, row, name) for name in "AB")
            yield Ambiguity(
                sentences,
                _place(sentences, row, "Pronoun"),
                candidates,
                tuple(row[f"{name}-coref"] == "TRUE" for name in "AB"),
                tuple(_names(sentences, candidates)),
            )


def _place(sentences: Sequence[ParsedSentence], row: dict[str, str], name: str) -> Place:
    start = int(row[f"{name}-offset"])
    end = start + len(row[name])
    for number, sentence in enumerate(sentences):
        inside = [
            index
            for index, word in enumerate(sentence.words)
            if word.range.start < end and start < word.range.end
        ]
        if inside:
            return Place(number, inside[0], inside[-1] + 1)
    raise ValueError(f"{row['ID']}: no word at {start}")


def _names(sentences: Sequence[ParsedSentence], candidates: Sequence[Place]) -> list[Place]:
    """The people of a text; where a candidate overlaps one, the candidate counts."""
    people = [
        Place(number, name.first, name.last)
        for number, sentence in enumerate(sentences)
        for name in sentence.names
        if name.kind == "PER"
    ]
    others = [place for place in people if not any(_overlap(place, c) for c in candidates)]
    return sorted({*others, *candidates})


def _overlap(one: Place, other: Place) -> bool:
    return one.sentence == other.sentence and one.first < other.last and other.first < one.last
