"""The reader of MEANTIME, and the table of goals."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.accuracy.chain_scores import covers
from tests.accuracy.goals import GOALS, goal_table
from tests.accuracy.meantime import MarkedArticle, read_half
from tests.accuracy.model_scores import TEST_SETS
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import parse_edtf

_SENTENCES = (
    ("Acme", "sues"),
    ("March", "27", ",", "2008"),
    ("The", "company", "sued", "a", "rival", "of", "Boeing", "'s", "in", "May", "."),
    ("It", "lost", "."),
)
_MARKED = """
<Markables>
<ENTITY_MENTION m_id="1"><token_anchor t_id="0"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="2"><token_anchor t_id="6"/><token_anchor t_id="7"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="3"><token_anchor t_id="9"/><token_anchor t_id="10"/>
 <token_anchor t_id="11"/><token_anchor t_id="12"/></ENTITY_MENTION>
<EVENT_MENTION m_id="4"><token_anchor t_id="8"/></EVENT_MENTION>
<TIMEX3 m_id="5" type="DATE" value="2008-05"><token_anchor t_id="15"/></TIMEX3>
<TIMEX3 m_id="6" type="DATE" value="2008-03-27" functionInDocument="CREATION_TIME"/>
<ENTITY m_id="7"/>
</Markables>
<Relations>
<REFERS_TO><source m_id="1"/><source m_id="2"/><target m_id="7"/></REFERS_TO>
<HAS_PARTICIPANT sem_role="Arg0"><source m_id="4"/><target m_id="2"/></HAS_PARTICIPANT>
<HAS_PARTICIPANT sem_role="Arg1"><source m_id="4"/><target m_id="3"/></HAS_PARTICIPANT>
<TLINK reltype="IS_INCLUDED"><source m_id="4"/><target m_id="5"/></TLINK>
<TLINK reltype="IS_INCLUDED"><source m_id="4"/><target m_id="99"/></TLINK>
</Relations>
"""


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MarkedArticle:
    monkeypatch.setenv("TIMELINE_APP_CORPORA", str(tmp_path))
    folder = tmp_path / "meantime" / "intra-doc_annotation" / "corpus_airbus"
    folder.mkdir(parents=True)
    tokens = [(number, form) for number, sentence in enumerate(_SENTENCES) for form in sentence]
    written = "\n".join(
        f'<token sentence="{number}" t_id="{id_}">{form}</token>'
        for id_, (number, form) in enumerate(tokens)
    )
    file = folder / "1_Acme.xml"
    file.write_text(f"<Document>{written}{_MARKED}</Document>", encoding="utf-8")
    (read,) = read_half("development")
    return read


def test_tokens_become_text(article: MarkedArticle) -> None:
    assert article.title == "Acme sues"
    assert article.day == CivilDate(2008, 3, 27)
    assert article.body.cut(article.text) == "The company sued a rival of Boeing's in May. It lost."


def test_only_sentences_with_marked_events_are_scored(article: MarkedArticle) -> None:
    assert article.marked.cut(article.text).strip().endswith("in May.")


def test_an_event_has_its_participants_under_all_their_names(article: MarkedArticle) -> None:
    (event,) = article.events
    assert event.range.cut(article.text) == "sued"
    assert dict(event.participants) == {
        "Arg0": frozenset({"acme", "company"}),
        "Arg1": frozenset({"rival"}),
    }
    assert event.spans == (parse_edtf("2008-05"),)


def test_a_title_covers_whom_it_names() -> None:
    assert covers("Acme sued a rival", frozenset({"acme", "company"}))
    assert not covers("Acme’s rival was sued", frozenset({"boeing"}))


def test_every_goal_is_that_of_a_measure() -> None:
    for goal in GOALS:
        assert goal.measure in TEST_SETS[goal.test_set].measures


def test_the_table_says_what_is_reached() -> None:
    heading, first, second, *_ = goal_table({"TimeBank, events": {"events": 83.0, "tense": 1.0}})
    assert heading.split() == ["test", "set", "measure", "reached", "goal"]
    assert first.split()[-3:] == ["83.0", "83", "yes"]
    assert second.split()[-2:] == ["1.0", "70"]
