"""What the comparison of events has learned: how rare words are, and what each sign weighs.

Both are in `resources/models/en/sameness.json`, with what they were made from.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from timeline_app.resources import resource_path

Vector = Mapping[str, float]
"""Weights by stem, of length 1 all together."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """How many of `texts` have a stem, and the weight of each sign by its name.

    `least` is the score from which two events are offered as similar.
    """

    texts: int
    with_stem: Mapping[str, int]
    signs: Mapping[str, float]
    least: float

    def rarity(self, stem: str) -> float:
        """The logarithm of how rare a stem is in news, about 0 to 6."""
        return math.log((self.texts + 1) / (self.with_stem.get(stem, 0) + 0.5))

    def vector(self, stems: Iterable[str]) -> Vector:
        """Stems by the logarithm of how often they stand here, times their rarity."""
        counts = Counter(stems)
        weights = {s: (1 + math.log(count)) * self.rarity(s) for s, count in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {stem: weight / length for stem, weight in weights.items()} if length else {}

    def score(self, signs: Mapping[str, float]) -> float:
        """The logarithm of the odds that two events are one, from what they have in common."""
        return sum(self.signs[name] * value for name, value in signs.items())


def cosine(one: Vector, other: Vector) -> float:
    """How alike two vectors are, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[stem] for stem, weight in one.items() if stem in other)


@cache
def load_weighing() -> Weighing:
    """What was learned, from the program's resources."""
    kept = json.loads(resource_path("models", "en", "sameness.json").read_text(encoding="utf-8"))
    return Weighing(kept["texts"], kept["with_stem"], kept["signs"], kept["least"])
