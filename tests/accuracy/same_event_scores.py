"""How well it is told which events are one: `python -m tests.accuracy.same_event_scores`.

Scored are pairs of mentions that people marked, from different articles, by their words alone: the
corpora know neither titles nor the dates that events have here. With `--set-floors` what is reached
becomes the floors. How the labels of ECB+ came about, `same_event_corpora` tells: they favour what
is told in like words, so the recall there is that among such pairs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np

from tests.accuracy.same_event_corpora import (
    FITTED_TOPICS,
    OTHER_TOPICS,
    TEST_TOPICS,
    Topic,
    ecb_paths,
    meantime_paths,
    read_ecb,
    read_meantime,
)
from tests.accuracy.same_event_fit import marked_in, pairs_of
from timeline_app.services.sameness.telling import signs_of
from timeline_app.services.sameness.weighing import Weighing, load_weighing

FLOORS = Path(__file__).with_name("same_event_floors.json")
_RECALL, _PRECISION = 0.6, 0.95


@dataclass(frozen=True, slots=True)
class MarkedSet:
    """A test set: its topics, the files of one, and how one is read."""

    topics: tuple[str, ...]
    files: Callable[[str], list[Path]]
    read: Callable[[str], Topic]

    def paths(self) -> list[Path]:
        """Its files; none where the corpora are not there."""
        return [path for topic in self.topics for path in self.files(topic)]

    def fingerprint(self) -> str:
        """The SHA-256 over its files: floors hold for this very data."""
        digest = hashlib.sha256()
        for path in self.paths():
            digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()

    def scores(self, weighing: Weighing) -> dict[str, float]:
        """What is reached, in percent, and of how many pairs that are the same."""
        found = [pair for topic in self.topics for pair in self._scored(weighing, topic)]
        order = np.argsort([-score for score, _ in found], kind="stable")
        right = np.cumsum(np.array([same for _, same in found])[order])
        precision = right / np.arange(1, len(right) + 1)
        recall = right / right[-1]
        at_recall = precision[np.searchsorted(recall, _RECALL)]
        sure = recall[precision >= _PRECISION]
        return {
            "precision at recall 60": round(100 * float(at_recall), 1),
            "recall at precision 95": round(100 * float(sure.max(initial=0.0)), 1),
            "pairs that are one event": int(right[-1]),
        }

    def _scored(self, weighing: Weighing, topic: str) -> Iterator[tuple[float, bool]]:
        for one, other, same in pairs_of(marked_in(weighing, self.read(topic))):
            yield weighing.score(signs_of(one, other)), same


MARKED_SETS: Mapping[str, MarkedSet] = {
    "ECB+, fitted topics": MarkedSet(FITTED_TOPICS, ecb_paths, read_ecb),
    "ECB+, other topics": MarkedSet(OTHER_TOPICS, ecb_paths, read_ecb),
    "ECB+, test topics": MarkedSet(TEST_TOPICS, ecb_paths, read_ecb),
    "MEANTIME, Apple": MarkedSet(("apple",), meantime_paths, read_meantime),
}


def read_floors() -> dict[str, dict[str, object]]:
    """The floors by the name of the test set: "fingerprint", and "scores" by measure."""
    floors: dict[str, dict[str, object]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


@click.command()
@click.option("--set-floors", is_flag=True, help="Keep what is reached as the floors.")
def main(*, set_floors: bool) -> None:
    """Print how well events of several articles are told to be one."""
    weighing, floors = load_weighing(), {}
    for name, each in MARKED_SETS.items():
        if not each.paths():
            click.echo(f"{name}: not there")
            continue
        scores = each.scores(weighing)
        floors[name] = {"fingerprint": each.fingerprint(), "scores": scores}
        click.echo(f"{name}: {', '.join(f'{key} {value}' for key, value in scores.items())}")
    if set_floors:
        content = json.dumps(floors, indent=1, ensure_ascii=False)
        FLOORS.write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
