"""What makes proposals is found by its name, its own and that of others."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.arch.sources import ROOT
from tests.extraction.reading import TUESDAY, whole
from timeline_app.domain import UserError
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.foreign_proposals import propose_foreign
from timeline_app.extraction.proposer import RULES, EngineSettings
from timeline_app.extraction.proposers import (
    GROUP,
    OURS,
    load_proposer,
    load_rules,
    names_of_proposers,
    propose_with,
)

_PLUGINS = """
from timeline_app.domain import UserError

class Silent:
    name, title = "silent", "Says nothing"

    def propose(self, analysis, anchor, **_):
        return []

def load(settings):
    return Silent()

class Failing(Silent):
    title = "The other one"

    def propose(self, analysis, anchor, **_):
        return analysis.nothing

def load_failing(settings):
    return Failing()

def load_no_more(settings):
    raise UserError("Its licence has run out.")

def load_broken(settings):
    return settings["nothing"]
"""
_ENTRY_POINTS = f"""[{GROUP}]
silent = others_finder:load
failing = others_finder:load_failing
out = others_finder:load_no_more
broken = others_finder:load_broken
missing = others_lost:load
{RULES} = others_finder:load_broken
"""


@pytest.fixture
def _others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program that brings ways of finding events, some of them broken."""
    about = tmp_path / "others_finder-1.0.dist-info"
    about.mkdir()
    about.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: others-finder\n")
    about.joinpath("entry_points.txt").write_text(_ENTRY_POINTS)
    tmp_path.joinpath("others_finder.py").write_text(_PLUGINS)
    monkeypatch.syspath_prepend(tmp_path)


def test_our_own_are_registered_for_others_to_see() -> None:
    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    registered = project["entry-points"][GROUP]
    assert registered == {
        name: f"timeline_app.extraction.proposers:{load.__name__}" for name, load in OURS.items()
    }


@pytest.mark.usefixtures("_others")
def test_what_others_bring_is_found_and_ours_stays_ours() -> None:
    assert set(names_of_proposers()) >= {*OURS, "silent", "broken", "missing"}
    assert names_of_proposers().count(RULES) == 1
    silent = load_proposer(EngineSettings("silent"))
    assert silent.title == "Says nothing"
    assert silent.propose(analyse("", []), None) == []
    assert load_proposer(EngineSettings(RULES)).name == RULES


@pytest.mark.usefixtures("_others")
@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("out", "Its licence has run out."),
        ("broken", "“broken”, which is to find events, cannot be loaded"),
        ("missing", "“missing”, which is to find events, cannot be loaded"),
        ("nobody's", "No program for finding events is installed as “nobody's”."),
    ],
)
def test_what_cannot_be_loaded_is_told_in_one_sentence(name: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        load_proposer(EngineSettings(name))


@pytest.mark.usefixtures("_others")
def test_what_fails_at_its_work_is_told_in_one_sentence() -> None:
    failing = load_proposer(EngineSettings("failing"))
    with pytest.raises(UserError, match="“The other one” failed at finding events"):
        failing.propose(analyse("", []), None)


def test_what_is_not_in_english_needs_no_proposer() -> None:
    text = "Der Minister kam am 3. Mai 2024 nach Berlin. Er sprach mit der Presse."
    analysis = analyse(text, [whole(text)])
    found = propose_with(load_rules(EngineSettings()), analysis, TUESDAY)
    assert found == propose_foreign(analysis, TUESDAY) != []
