from __future__ import annotations

import pytest

from tests.extraction.reading import TUESDAY, proposals, whole
from timeline_app.domain import Certainty, Factuality, TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.dating import date_mention


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Putin held a summit in Kazan last week.", "[2024-10-21..2024-10-27]"),
        ("Russia captured the village of Tsukuryne.", "[..2024-10-29]"),
        ("Austin will meet Blinken in Rome later this week.", "[2024-10-29..2024-11-03]"),
        ("Austin will meet Blinken in Rome.", "[2024-10-29..]"),
        ("NATO is closing its office in Rome.", "2024-10-29~"),
        ("Germany invaded Poland on 1 September 1939.", "1939-09-01"),
        ("On Monday, Austin met Blinken in Rome.", "2024-10-28"),
    ],
)
def test_dates_come_from_the_clause_or_from_the_article(text: str, when: str) -> None:
    (proposal,) = proposals(text)
    assert proposal.span is not None
    assert write_edtf(proposal.span) == when
    assert proposal.readings[0].span == proposal.span
    assert proposal.reason


def test_without_any_date_there_is_no_span_and_a_reason() -> None:
    (proposal,) = proposals("Putin held a summit in Kazan last week.", None)
    assert proposal.span is None
    assert proposal.readings == ()
    assert proposal.reason


def test_a_full_date_needs_no_article_date() -> None:
    (proposal,) = proposals("Germany invaded Poland on 1 September 1939.", None)
    assert proposal.span is not None
    assert write_edtf(proposal.span) == "1939-09-01"


def test_what_only_follows_from_the_article_is_less_certain() -> None:
    (proposal,) = proposals("Russia captured the village of Tsukuryne.")
    assert proposal.certainty is Certainty.PROBABLE
    assert proposal.expression is None


def test_a_plan_never_lies_before_the_article() -> None:
    for text in ("Austin will meet Blinken in Rome this year.", "Austin will meet Blinken in May."):
        for proposal in proposals(text):
            assert proposal.span is not None
            assert proposal.span.end is None or proposal.span.end > TUESDAY.instant


def test_of_a_plan_whose_day_is_over_nobody_says_that_it_happened() -> None:
    (proposal,) = proposals("Austin was to meet Blinken in Rome on 1 May 2024.")
    assert proposal.factuality is Factuality.POSSIBLE


def test_what_goes_on_is_not_dated_by_a_day_that_is_over() -> None:
    (proposal,) = proposals("NATO is discussing a request that Iran made in Rome last week.")
    assert proposal.span is not None
    assert write_edtf(proposal.span) != "[2024-10-21..2024-10-27]"


def test_a_mention_is_dated_again_for_another_article_date() -> None:
    text = "Putin held a summit in Kazan last week."
    (proposal,) = proposals(text)
    dating = date_mention(
        analyse(text, [whole(text)]),
        CivilDate(2024, 11, 5),
        trigger=proposal.trigger,
        expression=proposal.expression,
        factuality=Factuality.HAPPENED,
    )
    assert dating.span is not None
    assert write_edtf(dating.span) == "[2024-10-28..2024-11-03]"
    assert len(dating.readings) > 1


def test_what_is_under_way_lies_about_the_article_s_date() -> None:
    text = "The siege of Kobane, now in its third month, wears them down."
    dating = date_mention(
        analyse(text, [whole(text)]),
        TUESDAY,
        trigger=TextRange(4, 9),
        expression=None,
        factuality=Factuality.UNDER_WAY,
    )
    assert dating.span is not None
    assert write_edtf(dating.span) == "2024-10-29~"
    assert "going on" in dating.reason


def test_dating_again_by_the_same_date_changes_nothing() -> None:
    text = (
        "Putin held a summit in Kazan last week. Russia captured the village of Tsukuryne. "
        "Austin will meet Blinken in Rome later this week. The summit next month might fail."
    )
    analysis = analyse(text, [whole(text)])
    for proposal in proposals(text):
        dating = date_mention(
            analysis,
            TUESDAY,
            trigger=proposal.trigger,
            expression=proposal.expression,
            factuality=proposal.factuality,
        )
        assert (dating.span, dating.readings) == (proposal.span, proposal.readings)
