"""The tagger must not fall below what it has reached on news and on histories."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.accuracy.timeml_corpora import corpora_folder, fingerprint, read_corpus
from tests.accuracy.timex_scores import score
from timeline_app.extraction.timeml import tag

_FLOORS: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("time_expression_floors.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", _FLOORS)
def test_the_tagger_stays_above_its_floors(name: str) -> None:
    folder = corpora_folder() / name
    corpus = read_corpus(folder) if folder.is_dir() else []
    if not corpus:
        pytest.skip(f"the corpus {name} is not there; its licence keeps it out of the project")
    floors = _FLOORS[name]
    if fingerprint(folder) != floors["fingerprint"]:
        pytest.skip(f"the corpus {name} is another edition than the one the floors were set on")
    result = score(corpus, tag)
    reached = {measure: round(result.f1(measure), 1) for measure in floors["f1"]}
    below = {measure: f1 for measure, f1 in reached.items() if f1 < floors["f1"][measure]}
    assert below == {}
