"""The scores that our tagger must not fall below, corpus by corpus, and the data they hold for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.accuracy.timeml_corpora import CORPORA, Part, corpora_folder, fingerprint, read_corpus
from tests.accuracy.timex_scores import MEASURES, Tagger, score

FLOORS_FILE = Path(__file__).with_name("time_expression_floors.json")
_PARTS: tuple[Part, ...] = ("all", "held-out")

Scores = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of a corpus: F1 by part and measure, and the fingerprint of its files."""

    fingerprint: str
    f1: Mapping[Part, Scores]


def read_floors(file: Path = FLOORS_FILE) -> dict[str, Floors]:
    """The floors that are kept, by corpus."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    return {name: Floors(**floors) for name, floors in kept.items()}


def reached(name: str, part: Part, tagger: Tagger) -> Scores | None:
    """What a tagger reaches, to one decimal; None where the corpus has no such part."""
    corpus = read_corpus(corpora_folder() / name, part)
    result = score(corpus, tagger)
    return {measure: round(result.f1(measure), 1) for measure in MEASURES} if corpus else None


def write_floors(tagger: Tagger, file: Path = FLOORS_FILE) -> None:
    """Keep what a tagger reaches on the corpora that are there as their floors."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    for name in CORPORA:
        f1 = {part: reached(name, part, tagger) for part in _PARTS}
        if f1["all"] is not None:
            scores = {part: each for part, each in f1.items() if each is not None}
            kept[name] = {"fingerprint": fingerprint(corpora_folder() / name), "f1": scores}
    file.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
