"""The tagger must not fall below what it has reached on news and on histories."""

from __future__ import annotations

import pytest

from tests.accuracy.timeml_corpora import CORPORA, Part, corpora_folder, fingerprint
from tests.accuracy.timex_floors import reached, read_floors
from tests.accuracy.timex_scores import MEASURES
from timeline_app.extraction.timeml import tag

_FLOORS = read_floors()
_PARTS = [(name, part) for name, floors in _FLOORS.items() for part in floors.f1]


@pytest.mark.parametrize(("name", "part"), _PARTS)
def test_the_tagger_stays_above_its_floors(name: str, part: Part) -> None:
    f1 = reached(name, part, tag)
    if f1 is None:
        pytest.skip(f"the corpus {name} is not there; its licence keeps it out of the project")
    if fingerprint(corpora_folder() / name) != _FLOORS[name].fingerprint:
        pytest.skip(f"the corpus {name} is another edition than the one the floors were set on")
    floors = _FLOORS[name].f1[part]
    assert {measure: each for measure, each in f1.items() if each < floors[measure]} == {}


@pytest.mark.parametrize("name", CORPORA)
def test_every_corpus_has_floors_for_every_measure(name: str) -> None:
    assert all(tuple(floors) == MEASURES for floors in _FLOORS[name].f1.values())
