"""Every field of a proposal is printed, and the folded ones are counted."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.services.sample_project import (
    TEXT,
    folded_proposal,
    sample_article,
    sample_proposals,
)
from timeline_app.cli.extraction_output import extraction_as_json, extraction_as_table
from timeline_app.domain import Factuality, Grammar

_GRAMMAR = Grammar("OCCURRENCE", "PAST", "NONE", "NONE", is_negated=True)


def test_json_carries_what_explains_a_proposal() -> None:
    folded = replace(folded_proposal(), grammar=_GRAMMAR)
    printed = json.loads(json.dumps(extraction_as_json(sample_article(), [folded])))
    (proposal,) = printed["proposals"]
    start = TEXT.index("Tsukuryne fell")
    assert proposal["clause"] == {"text": "Tsukuryne fell", "start": start, "end": start + 14}
    assert proposal["participants"] == [
        {
            "name": "Tsukuryne",
            "role": "agent",
            "text": "Tsukuryne",
            "start": start,
            "end": start + 9,
        }
    ]
    assert (proposal["source"], proposal["relation"]) == ("Mark Rutte", "before")
    assert proposal["why"] == ["The subject comes from the clause."]
    assert (proposal["salience"], proposal["folded"]) == (0.125, True)
    grammar = [proposal[key] for key in ("class", "tense", "aspect", "polarity", "modality")]
    assert grammar == ["OCCURRENCE", "PAST", "NONE", "NEG", "NONE"]


def test_json_says_what_is_not_known() -> None:
    printed = extraction_as_json(sample_article(), sample_proposals())
    for proposal in printed["proposals"]:
        for key in ("clause", "source", "class", "tense", "aspect", "polarity", "modality"):
            assert proposal[key] is None, key
        assert (proposal["participants"], proposal["why"]) == ([], [])
        assert not proposal["folded"]


def test_the_table_counts_what_is_folded() -> None:
    table = extraction_as_table(sample_article(), [*sample_proposals(), folded_proposal()])
    assert table.endswith("3 proposals, 1 folded (--all lists them too)")
    assert "Fall of Tsukuryne" not in table


def test_the_table_lists_what_is_folded_on_demand() -> None:
    proposals = [*sample_proposals(), folded_proposal()]
    *_, last, counts = extraction_as_table(
        sample_article(), proposals, with_folded=True
    ).splitlines()
    assert last.endswith("Fall of Tsukuryne  (certain, happened, said by Mark Rutte, folded)")
    assert counts == "3 proposals, 1 folded"


def test_the_table_names_who_says_it_once() -> None:
    said = replace(folded_proposal(), factuality=Factuality.SAID, is_folded=False)
    assert "(certain, said by Mark Rutte)" in extraction_as_table(sample_article(), [said])
