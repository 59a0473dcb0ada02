"""What the review says of an article, and of where a date comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from timeline_app.domain import Article, DateOrigin, Event, Evidence, Participant, Role, TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.ui.review.wording import (
    DateSource,
    added_in_words,
    characters_in_words,
    date_source,
    follows_article,
    origin_in_words,
    reasons_in_words,
    said_by,
    stand_ins,
)
from timeline_app.ui.timeline.event_body import lag_in_words

TEXT = "He held a summit last week."
ARTICLE = Article(1, "T", TEXT, (TextRange(0, len(TEXT)),), CivilDate(2024, 10, 29))
EVENT = Event(2, "Summit", parse_edtf("[2024-10-21..2024-10-27]"))


def evidence(reason: str, *, has_expression: bool = True) -> Evidence:
    whole, expression = TextRange(0, len(TEXT)), TextRange(17, 26) if has_expression else None
    return Evidence(3, 2, 1, whole, TEXT, TextRange(3, 7), expression, "rule", reason)


@pytest.mark.parametrize(
    ("reason", "source"),
    [
        (
            "“last week” counted from Tue 29 Oct 2024, the article's date",
            DateSource("last week", "Tue 29 Oct 2024", "article"),
        ),
        (
            "“last week” counted from Mon 5 Aug 2024, the last date in the text",
            DateSource("last week", "Mon 5 Aug 2024, the last date in the text", ""),
        ),
        ("“last week” as written", DateSource("last week", "", "as written")),
    ],
)
def test_where_a_date_comes_from(reason: str, source: DateSource) -> None:
    assert date_source(EVENT, evidence(reason), ARTICLE) == source


def test_without_a_time_expression_the_date_comes_from_the_article() -> None:
    source = date_source(EVENT, evidence("told as past", has_expression=False), ARTICLE)
    assert source == DateSource("held", "Tue 29 Oct 2024", "article")


def test_an_event_made_by_hand_is_typed() -> None:
    assert date_source(EVENT, None, None).detail == "typed by you"


def test_a_date_as_written_does_not_follow_the_article() -> None:
    assert not follows_article(EVENT, evidence("“6 May 2024” as written"))
    assert follows_article(EVENT, evidence("“last week” counted from …"))


def test_how_the_article_date_was_found() -> None:
    assert "not found" in origin_in_words(ARTICLE)
    found = Article(1, "", "", (), CivilDate(2024, 1, 1), DateOrigin.DATELINE, True)
    assert origin_in_words(found) == "found in the dateline, confirmed"


def test_when_an_article_was_added() -> None:
    now = datetime(2024, 10, 29, 18, 0, tzinfo=UTC)
    assert added_in_words("2024-10-29T14:20:00+00:00", now, UTC) == "added today 14:20"
    assert added_in_words("2024-10-02T14:20:00+00:00", now, UTC) == "added 2 Oct 2024"
    assert added_in_words("", now, UTC) == ""


def test_thousands_are_set_apart() -> None:
    assert characters_in_words(1895) == "1\u2009895 characters"


def test_why_tells_the_reasons_once_and_who_plays_which_part() -> None:
    explained = replace(
        evidence(""),
        source="Mark Rutte",
        why=("It lay ahead.", "It lay ahead.", "The text dates it."),
        participants=(
            Participant("Vladimir Putin", Role.AGENT, TextRange(0, 2)),
            Participant("a summit", Role.PATIENT, TextRange(8, 16)),
        ),
    )
    assert said_by(explained) == "said by Mark Rutte"
    assert reasons_in_words(explained) == (
        "It lay ahead. The text dates it. Acting: Vladimir Putin. Affected: a summit."
    )
    assert stand_ins(explained, ARTICLE) == ["“He” = Vladimir Putin"]


def test_nothing_is_told_of_what_is_not_explained() -> None:
    assert said_by(evidence("")) == ""
    assert reasons_in_words(evidence("")) == ""
    assert reasons_in_words(None) == ""
    assert stand_ins(evidence(""), ARTICLE) == []


@pytest.mark.parametrize(
    ("lag", "words"),
    [
        (None, ""),
        ((0, 0), "First report on the same day"),
        ((1, 1), "First report a day after it"),
        ((7, 7), "First report 7 days after it"),
        ((0, 1), "First report within a day of it"),
        ((2, 8), "First report 2 to 8 days after it"),
    ],
)
def test_the_reporting_lag_is_told_in_words(lag: tuple[int, int] | None, words: str) -> None:
    assert lag_in_words(lag) == words
