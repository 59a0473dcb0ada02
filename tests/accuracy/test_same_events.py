"""That events of several articles are one is told no worse than it has been."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.accuracy.same_event_corpora import labelled, read_ecb
from tests.accuracy.same_event_scores import MARKED_SETS, read_floors
from timeline_app.services.sameness.weighing import load_weighing

_FLOORS = read_floors()
_SLACK = 0.5  # processors round differently
_QUICK = ("ECB+, other topics",)  # the others are scored by `make accuracy`

_ECB = """<Document doc_name="1.xml">
<token t_id="1" sentence="0" number="0">He</token>
<token t_id="2" sentence="0" number="1">escaped</token>
<token t_id="3" sentence="0" number="2">and</token>
<token t_id="4" sentence="0" number="3">ran</token>
<Markables>
<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="4"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="3" TAG_DESCRIPTOR="t3_escape_nov_30"/>
<HUMAN_PART_PER m_id="4" TAG_DESCRIPTOR="t3_ran_away"/>
</Markables></Document>"""


_LINKS = """<Relations><CROSS_DOC_COREF r_id="1" note="ACT1"><source m_id="2"/>
<target m_id="3"/></CROSS_DOC_COREF></Relations></Document>"""


@pytest.mark.parametrize("name", _QUICK)
def test_same_events_stay_above_their_floors(name: str) -> None:
    marked = MARKED_SETS[name]
    if not marked.paths():
        pytest.skip(f"{name} is not there; its licence keeps it out of the project")
    if marked.fingerprint() != _FLOORS[name]["fingerprint"]:
        pytest.skip(f"{name} is another edition than the one the floors were set on")
    floors = _FLOORS[name]["scores"]
    assert isinstance(floors, dict)
    reached = marked.scores(load_weighing())
    assert {m: it for m, it in reached.items() if it < floors[m] - _SLACK} == {}


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a topic of ECB+."""
    folder = tmp_path / "ecb-plus" / "annotated" / "3"
    folder.mkdir(parents=True)
    monkeypatch.setenv("TIMELINE_APP_CORPORA", str(tmp_path))
    return folder


def test_a_mention_has_the_label_that_it_is_linked_to(corpus: Path) -> None:
    linked = _ECB.replace("</Document>", _LINKS)
    (corpus / "3_1.xml").write_text(linked, encoding="utf-8")
    assert [mention.label for mention in labelled(read_ecb("3"))] == ["3_1 1", "ACT1"]


def test_a_mention_has_a_label_where_one_description_fits(corpus: Path) -> None:
    (corpus / "3_1.xml").write_text(_ECB, encoding="utf-8")
    topic = read_ecb("3")
    [mention] = labelled(topic)
    assert mention.trigger.cut(mention.sentence) == "escaped"
    assert mention.label == "t3_escape_nov_30"
    assert len(topic.mentions) == 2
