"""Fits the weights by which similar events are found: `python -m tests.accuracy.same_event_fit`.

A logistic model on pairs of mentions of different articles: those of ECB+ within the fitted topics,
pairs of one word from different topics, which are not the same, and those of MEANTIME on Airbus.
A sign that would speak against two events being one is left out: it would be an accident of the
labels. Needs the corpora; writes `resources/models/en/sameness.json`.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import click
import numpy as np
from numpy.typing import NDArray

from tests.accuracy.same_event_corpora import (
    FITTED_TOPICS,
    Topic,
    labelled,
    read_ecb,
    read_meantime,
)
from tests.accuracy.timeml_corpora import corpora_folder
from timeline_app.resources import resource_path
from timeline_app.services.sameness.telling import Telling, signs_of, tell
from timeline_app.services.sameness.weighing import Weighing
from timeline_app.services.sameness.words import stems_in

_BACKGROUND = "timeset/data/brat"
_MADE_FROM = (
    "ECB+ (EventStoryLine edition, CC BY 3.0), topics 1 to 20, and TimeSET (CC BY 4.0): how many "
    "texts have a stem; ECB+ and MEANTIME (CC BY 4.0), corpus airbus, for the weights of the signs"
)
_LEAST = 3.5  # set on raw articles, see `services.sameness.circumstances`
_ALWAYS = "always"
_OF_ONE_WORD = 200  # pairs from different topics
_RARE_LABEL = 5.0  # how much more a pair of MEANTIME counts that is the same: few are
_STRENGTH = 1.0
Marked = tuple[str, str, Telling]
"""The article and the label of a mention, and what it tells."""
Floats = NDArray[np.float64]


def marked_in(weighing: Weighing, topic: Topic) -> list[Marked]:
    """The labelled mentions of a topic."""
    articles = {name: weighing.vector(stems_in(text)) for name, text in topic.texts.items()}
    return [
        (
            each.article,
            each.label,
            tell(weighing, each.sentence, each.trigger, articles[each.article]),
        )
        for each in labelled(topic)
    ]


def pairs_of(marked: Sequence[Marked]) -> Iterator[tuple[Telling, Telling, bool]]:
    """The pairs of mentions from different articles, and whether they are the same event."""
    for (article, label, one), (other_article, other_label, other) in combinations(marked, 2):
        if article != other_article:
            yield one, other, label == other_label


def _background(topics: Iterable[Topic]) -> Weighing:
    """How many texts have a stem; those of one text alone are left out."""
    counts: Counter[str] = Counter()
    number = 0
    files = sorted((corpora_folder() / _BACKGROUND).rglob("*.txt"))
    news = [path.read_text(encoding="utf-8") for path in files]
    for text in [*(text for topic in topics for text in topic.texts.values()), *news]:
        counts.update(set(stems_in(text)))
        number += 1
    return Weighing(number, {s: c for s, c in sorted(counts.items()) if c > 1}, {}, _LEAST)


def _across(topics: Sequence[Sequence[Marked]]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of one word from different topics."""
    chance = random.Random(0)  # noqa: S311 - the same pairs each time
    by_word: defaultdict[str, list[tuple[int, Telling]]] = defaultdict(list)
    for number, marked in enumerate(topics):
        for _, _, telling in marked:
            for word in sorted(telling.named):
                by_word[word].append((number, telling))
    for each in by_word.values():
        found = [(a, b) for (i, a), (j, b) in combinations(each, 2) if i != j]
        chance.shuffle(found)
        yield from found[:_OF_ONE_WORD]


def _fitted(signs: Floats, is_same: Floats, counts: Floats) -> Floats:
    """The weights of a logistic model, by Newton's method, with a penalty on their squares."""
    weights = np.zeros(signs.shape[1])
    penalty = _STRENGTH * np.eye(len(weights))
    for _ in range(80):
        odds = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (counts * (odds - is_same)) + _STRENGTH * weights
        bend = (signs * (counts * odds * (1 - odds))[:, None]).T @ signs + penalty
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def _fit(weighing: Weighing, topics: Sequence[Topic], news: Topic) -> dict[str, float]:
    marked = [marked_in(weighing, topic) for topic in topics]
    rows = [(*pair, 1.0) for each in marked for pair in pairs_of(each)]
    rows += [(one, other, False, 1.0) for one, other in _across(marked)]
    for one, other, same in pairs_of(marked_in(weighing, news)):
        rows.append((one, other, same, _RARE_LABEL if same else 1.0))
    names = list(signs_of(rows[0][0], rows[0][1]))
    signs = np.array([list(signs_of(one, other).values()) for one, other, _, _ in rows])
    is_same = np.array([float(same) for _, _, same, _ in rows])
    counts = np.array([count for _, _, _, count in rows])
    kept = list(names)
    while True:
        columns = [names.index(name) for name in kept]
        weights = dict(zip(kept, _fitted(signs[:, columns], is_same, counts), strict=True))
        against = {name for name, weight in weights.items() if weight < 0 and name != _ALWAYS}
        if not against:
            return {name: round(float(weights.get(name, 0.0)), 3) for name in names}
        kept = [name for name in kept if name not in against]


@click.command()
def main() -> None:
    """Fit the weights anew."""
    topics = [read_ecb(name) for name in FITTED_TOPICS]
    weighing = _background(topics)
    content = {
        "made_from": _MADE_FROM,
        "made_by": "python -m tests.accuracy.same_event_fit",
        "texts": weighing.texts,
        "least": _LEAST,
        "signs": _fit(weighing, topics, read_meantime("airbus")),
        "with_stem": weighing.with_stem,
    }
    path = resource_path("models", "en", "sameness.json")
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for name, weight in weighing_of(content).items():
        click.echo(f"{name:22}{weight:8.3f}")


def weighing_of(content: dict[str, object]) -> dict[str, float]:
    """The weights in what was written."""
    signs = content["signs"]
    assert isinstance(signs, dict)
    return signs


if __name__ == "__main__":
    main()
