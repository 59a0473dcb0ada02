"""Trains the small neural networks with spaCy, from a configuration and prepared texts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import registry

from timeline_app.extraction.model.word_features import WordTable, give_table

_CONFIGS = Path(__file__).resolve().parent


@registry.callbacks("timeline_app.GiveWordTable.v1")  # type: ignore[untyped-decorator]
def _giver_of_word_table(path: Path) -> Callable[[Language], None]:
    """A callback that hands the table of words to every network of a pipeline."""

    def give(nlp: Language) -> None:
        table = load_word_table(path)
        for _, pipe in nlp.pipeline:
            if hasattr(pipe, "model"):
                give_table(pipe.model, table)

    return give


def save_word_table(table: WordTable, path: Path) -> None:
    """Keep a table between the steps of the training."""
    np.savez(path, words=table.words, clusters=table.clusters, flags=table.flags)


def load_word_table(path: Path) -> WordTable:
    """Read back what `save_word_table` wrote."""
    with np.load(path) as kept:
        return WordTable(kept["words"], kept["clusters"], kept["flags"])


def train_network(name: str, folder: Path, *, steps: int | None = None) -> Path:
    """Train the network of `name`.cfg on the texts in `folder`; the best one's folder.

    With `steps` the training stops there, its learning rate falling to nought meanwhile.
    """
    config = spacy.util.load_config(
        _CONFIGS / f"{name}.cfg", overrides=_overrides(folder, steps), interpolate=False
    )
    nlp = init_nlp(config)
    (folder / name).mkdir(parents=True, exist_ok=True)
    train(nlp, folder / name, use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)
    return folder / name / "model-best"


def _overrides(folder: Path, steps: int | None) -> dict[str, str | int]:
    files = {"train": "train.spacy", "dev": "dev.spacy", "words": "words.npz"}
    overrides: dict[str, str | int] = {f"paths.{key}": str(folder / v) for key, v in files.items()}
    if steps is not None:
        overrides["training.max_steps"] = steps
        overrides["training.optimizer.learn_rate.total_steps"] = steps + steps // 10
    return overrides
