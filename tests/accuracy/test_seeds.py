"""The sample articles must come out as their gold annotations say."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from timeline_app.documents import ReadArticle, read_text
from timeline_app.domain import Factuality, Proposal
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.shallow.proposals import propose
from timeline_app.resources import seeds_path

SEEDS = ["000_621c974184a7e2e5", "vague-dates", "day-first-dates", "summit-other-date"]


@dataclass(frozen=True)
class Sample:
    article: ReadArticle
    gold: dict[str, Any]
    proposals: list[Proposal]

    def matching(self, expected: dict[str, Any]) -> list[Proposal]:
        """The proposals whose title holds all the words of an expected event."""
        words = [word.lower() for word in expected["words"]]
        return [
            each for each in self.proposals if all(word in each.title.lower() for word in words)
        ]


@pytest.fixture(scope="module", params=SEEDS)
def sample(request: pytest.FixtureRequest) -> Sample:
    text = seeds_path(f"{request.param}.txt").read_text(encoding="utf-8")
    gold = json.loads(seeds_path(f"{request.param}.gold.json").read_text(encoding="utf-8"))
    article = read_text(text, request.param)
    analysis = analyse(article.text, article.body)
    return Sample(article, gold, propose(analysis, article.published, title=article.title))


def test_title_and_date_are_found(sample: Sample) -> None:
    year, month, day = map(int, sample.gold["date"].split("-"))
    assert sample.article.published == CivilDate(year, month, day)
    assert sample.article.title == sample.gold["title"]


def test_every_expected_event_is_proposed(sample: Sample) -> None:
    missing = [each["title"] for each in sample.gold["events"] if not sample.matching(each)]
    assert missing == []


def test_expected_events_have_the_right_date_and_factuality(sample: Sample) -> None:
    wrong = {
        each["title"]: [
            (found.title, found.span and write_edtf(found.span), found.factuality.value)
            for found in sample.matching(each)
        ]
        for each in sample.gold["events"]
        if not any(
            found.span == parse_edtf(each["when"]) and found.factuality == each["factuality"]
            for found in sample.matching(each)
        )
    }
    assert wrong == {}


def test_what_did_not_happen_is_not_proposed_as_if_it_had(sample: Sample) -> None:
    claimed = [each.title for each in sample.proposals if each.factuality is Factuality.HAPPENED]
    wrong = [
        title
        for title in claimed
        for phrase in sample.gold["not_happened"]
        if phrase.lower() in title.lower()
    ]
    assert wrong == []


def test_few_proposals_are_beside_the_point(sample: Sample) -> None:
    expected = {each.trigger for event in sample.gold["events"] for each in sample.matching(event)}
    assert len(expected) / len(sample.proposals) >= sample.gold["precision"]


def test_titles_read_like_entries_of_a_chronology(sample: Sample) -> None:
    for proposal in sample.proposals:
        assert 8 <= len(proposal.title) <= 90
        assert not proposal.title[0].islower()
        assert not proposal.title.endswith((" in", " of", " to", " the", " and", ","))
        assert "  " not in proposal.title
