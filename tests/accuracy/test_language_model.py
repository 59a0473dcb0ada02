"""The language model must not fall below what it has reached."""

from __future__ import annotations

import pytest

from tests.accuracy.model_scores import TEST_SETS, Tools, load_tools, read_floors

_FLOORS = read_floors()
_SLACK = 0.3  # processors round differently


@pytest.fixture(scope="module")
def tools() -> Tools:
    return load_tools()


@pytest.mark.parametrize("name", _FLOORS)
def test_the_model_stays_above_its_floors(name: str, tools: Tools) -> None:
    test_set = TEST_SETS[name]
    if not test_set.paths():
        pytest.skip(f"{name} is not there; its licence keeps it out of the project")
    if test_set.fingerprint() != _FLOORS[name]["fingerprint"]:
        pytest.skip(f"{name} is another edition than the one the floors were set on")
    if test_set.needs:
        pytest.importorskip(test_set.needs)
    reached = test_set.f1(tools)
    floors = _FLOORS[name]["f1"]
    assert isinstance(floors, dict)
    assert {m: f1 for m, f1 in reached.items() if f1 < floors[m] - _SLACK} == {}
