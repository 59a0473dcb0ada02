"""What is shown of the sample articles: found, to the point, and with the right dates."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.accuracy.samples import SAMPLES, Sample, read_sample
from timeline_app.domain import Factuality
from timeline_app.extraction.events.proposer import ModelProposer
from timeline_app.extraction.events.reading import Models

_SEED = "000_621c974184a7e2e5"
_FIRST = 8
_LEAST_RECALL, _LEAST_PRECISION = 0.85, 0.8


@pytest.fixture(scope="module")
def proposer() -> ModelProposer:
    return ModelProposer(Models.load())


@pytest.fixture(scope="module", params=SAMPLES)
def sample(request: pytest.FixtureRequest, proposer: ModelProposer) -> Sample:
    return read_sample(request.param, proposer)


def test_what_belongs_on_a_timeline_is_shown(sample: Sample) -> None:
    missing = [each["title"] for each in sample.missing()]
    assert sample.recall >= _LEAST_RECALL, missing


def test_little_else_is_shown(sample: Sample) -> None:
    others = [each.title for each in sample.beside_the_point()]
    assert sample.precision >= _LEAST_PRECISION, others


def test_what_did_not_happen_is_not_shown_as_if_it_had(sample: Sample) -> None:
    claimed = [each.title for each in sample.shown if each.factuality is Factuality.HAPPENED]
    assert list(_titles_with(claimed, sample.gold["not_happened"])) == []


def _titles_with(titles: list[str], phrases: list[str]) -> Iterator[str]:
    for title in titles:
        if any(phrase.lower() in title.lower() for phrase in phrases):
            yield title


def test_titles_are_whole(sample: Sample) -> None:
    for title in (each.title for each in sample.shown):
        assert len(title) <= 90
        assert not title[0].islower()
        assert not title.endswith((" in", " of", " to", " the", " and", ",")), title


def test_the_most_salient_are_those_of_the_gold_list(proposer: ModelProposer) -> None:
    sample = read_sample(_SEED, proposer)
    assert sample.missing() == []
    assert sample.wrong() == []
    first = sorted(sample.shown, key=lambda each: -each.salience)[:_FIRST]
    for expected in sample.gold["events"]:
        assert any(each in first for each in sample.matching(expected)), expected["title"]
