"""Finds texts that are the same but for a few words, as papers print the copy of one agency.

Two texts are compared by the runs of words that they share. Only texts that share some of their
smallest hashes are compared, so that a thousand texts take no million comparisons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline_app.domain.word_runs import RUN, runs_of

if TYPE_CHECKING:
    from timeline_app.domain.word_runs import Hashes

_SKETCH = 40  # smallest hashes of each text
_SHARED = 12  # of them, for a comparison
_ALIKE = 0.8  # of the runs of both texts
_CONTAINED = 0.9  # of the runs of the shorter, which a paper has cut
_FEWEST_WORDS = 40


def groups_of_copies(texts: Sequence[str]) -> list[list[int]]:
    """The places of texts that are nearly the same, in order; those without a copy are left out.

    Texts of less than 40 words are never copies: short notices resemble each other by chance.
    """
    runs = [_different_runs(text) for text in texts]
    leaders = list(range(len(texts)))
    for one, other in _likely_pairs(runs):
        first, second = _leader(leaders, one), _leader(leaders, other)
        if first != second and _are_copies(runs[one], runs[other]):
            leaders[max(first, second)] = min(first, second)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for place in range(len(texts)):
        groups[_leader(leaders, place)].append(place)
    return [group for group in groups.values() if len(group) > 1]


def _different_runs(text: str) -> Hashes:
    """The runs of a text in ascending order, each once; none of one that is too short."""
    import numpy as np

    runs = runs_of(text)
    return np.unique(runs if len(runs) > _FEWEST_WORDS - RUN else runs[:0])


def _likely_pairs(runs: Sequence[Hashes]) -> Iterator[tuple[int, int]]:
    """Pairs of places, each once, whose smallest hashes agree in part."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, hashes in enumerate(runs):
        shared: defaultdict[int, int] = defaultdict(int)
        for smallest in hashes[:_SKETCH].tolist():
            for earlier in places[smallest]:
                shared[earlier] += 1
            places[smallest].append(place)
        yield from ((other, place) for other, count in shared.items() if count >= _SHARED)


def _are_copies(one: Hashes, other: Hashes) -> bool:
    import numpy as np

    shared = len(np.intersect1d(one, other, assume_unique=True))
    either = len(one) + len(other) - shared
    return shared >= _ALIKE * either or shared >= _CONTAINED * min(len(one), len(other))


def _leader(leaders: Sequence[int], place: int) -> int:
    while leaders[place] != place:
        place = leaders[place]
    return place
