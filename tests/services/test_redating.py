"""When the date of an article is corrected, the dates read from it follow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.sample_project import sample_article
from timeline_app.domain import (
    Article,
    Certainty,
    Change,
    DateOrigin,
    Edit,
    Event,
    Evidence,
    Reading,
    ReviewStatus,
    TextRange,
)
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.services import review
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.redating import confirm_date, plan_redating

_TEXT = (
    "Putin held a summit last week. Austin arrived on 3 October 2024. "
    "Tsukuryne fell yesterday. Officials confirmed the report."
)
_SUMMIT, _ARRIVAL, _FALL, _REPORT = range(4)
_NEW_DATE = CivilDate(2024, 11, 12)


@pytest.fixture
def article_id(library: Library) -> int:
    """An article without proposals; events are made from selections of its sentences."""
    return add_article(library, sample_article(_TEXT), [])


@pytest.fixture
def event_ids(library: Library, article_id: int) -> list[int]:
    """One event for each sentence: last week, an absolute date, yesterday, no time expression."""
    ids = []
    for sentence in _TEXT.split(". "):
        start = _TEXT.index(sentence)
        selection = TextRange(start, start + len(sentence))
        ids.append(review.add_event_from_selection(library, article_id, selection))
    return ids


def _when(library: Library, event_id: int) -> str | None:
    span = library.project.events[event_id].span
    return None if span is None else write_edtf(span)


def _evidence(library: Library, event_id: int) -> Evidence:
    return library.project.evidence_of_event(event_id)[0]


def test_dates_read_from_the_article_follow_and_undo_takes_them_back(
    library: Library, article_id: int, event_ids: list[int]
) -> None:
    before = [_when(library, i) for i in event_ids]
    assert before[:3] == ["[2024-10-21..2024-10-27]", "2024-10-03", "2024-10-28"]
    plan = plan_redating(library, article_id, _NEW_DATE)
    assert (plan.follows, plan.stays) == (3, 0)
    assert plan.sentence == "3 dates follow"
    assert [before.id for before, _ in plan.moved] == [
        event_ids[i] for i in (_SUMMIT, _FALL, _REPORT)
    ]
    assert [_when(library, i) for i in event_ids] == before
    library.apply(plan.change)
    assert [_when(library, i) for i in event_ids] == [
        "[2024-11-04..2024-11-10]",
        "2024-10-03",
        "2024-11-11",
        "[..2024-11-12]",
    ]
    article = library.project.articles[article_id]
    assert article.published == _NEW_DATE
    assert article.date_origin is DateOrigin.TYPED
    assert article.is_date_confirmed
    assert library.undo_label == "set the article date to Tue 12 Nov 2024"
    library.undo()
    assert [_when(library, i) for i in event_ids] == before
    assert library.project.articles[article_id].published == CivilDate(2024, 10, 29)


def test_what_the_researcher_has_dated_stays(
    library: Library, article_id: int, event_ids: list[int]
) -> None:
    typed = TimeSpan.on(CivilDate(2024, 10, 23))
    review.set_date(library, event_ids[_SUMMIT], typed)
    plan = plan_redating(library, article_id, _NEW_DATE)
    assert plan.sentence == "2 dates follow, 1 you edited stays"
    library.apply(plan.change)
    assert library.project.events[event_ids[_SUMMIT]].span == typed
    evidence = _evidence(library, event_ids[_SUMMIT])
    assert evidence.chosen is None
    assert write_edtf(evidence.readings[0].span) == "[2024-11-04..2024-11-10]"


def test_the_rank_of_a_chosen_reading_is_kept(
    library: Library, article_id: int, event_ids: list[int]
) -> None:
    summit = event_ids[_SUMMIT]
    review.next_reading(library, summit, 1)
    chosen = _evidence(library, summit).readings[1].label
    library.apply(plan_redating(library, article_id, _NEW_DATE).change)
    evidence = _evidence(library, summit)
    assert evidence.chosen == 1
    assert evidence.readings[1].label == chosen
    assert library.project.events[summit].span == evidence.readings[1].span


def test_without_an_article_date_what_is_relative_has_no_date(
    library: Library, article_id: int, event_ids: list[int]
) -> None:
    plan = plan_redating(library, article_id, None)
    library.apply(plan.change)
    assert [_when(library, i) for i in event_ids] == [None, "2024-10-03", None, None]
    article = library.project.articles[article_id]
    assert article.published is None
    assert article.date_origin is DateOrigin.NOT_FOUND
    assert not article.is_date_confirmed
    assert library.undo_label == "remove the article date"
    library.apply(plan_redating(library, article_id, CivilDate(2024, 10, 29)).change)
    assert _when(library, event_ids[_SUMMIT]) == "[2024-10-21..2024-10-27]"
    assert _when(library, event_ids[_REPORT]) == "[..2024-10-29]"


def test_rejected_events_follow_without_being_counted(
    library: Library, article_id: int, event_ids: list[int]
) -> None:
    review.reject(library, event_ids[_SUMMIT])
    review.set_date(library, event_ids[_FALL], None)
    review.reject(library, event_ids[_FALL])
    plan = plan_redating(library, article_id, _NEW_DATE)
    assert (plan.follows, plan.stays) == (1, 0)
    assert plan.sentence == "1 date follows"
    library.apply(plan.change)
    assert _when(library, event_ids[_SUMMIT]) == "[2024-11-04..2024-11-10]"
    assert library.project.events[event_ids[_SUMMIT]].status is ReviewStatus.REJECTED


def test_a_certainty_that_the_researcher_has_set_stays(
    library: Library, article_id: int, event_ids: list[int]
) -> None:
    review.set_certainty(library, event_ids[_REPORT], Certainty.CERTAIN)
    for published in (None, _NEW_DATE):
        library.apply(plan_redating(library, article_id, published).change)
    events = library.project.events
    assert events[event_ids[_REPORT]].certainty is Certainty.CERTAIN
    assert events[event_ids[_SUMMIT]].certainty is not Certainty.UNSURE


def test_an_event_that_another_article_dates_keeps_its_date(
    library: Library, article_id: int, event_ids: list[int]
) -> None:
    summit = library.project.events[event_ids[_SUMMIT]]
    other_id = add_article(library, _other_article(), [])
    span = TimeSpan.on(CivilDate(2024, 10, 23))
    other = Evidence(
        library.new_id(),
        summit.id,
        other_id,
        TextRange(0, 10),
        "The summit",
        trigger=TextRange(0, 10),
        readings=(Reading(span, "as written"),),
    )
    library.apply(Change("join", (Edit(None, other), Edit(summit, replace(summit, span=span)))))
    library.apply(plan_redating(library, article_id, _NEW_DATE).change)
    assert library.project.events[summit.id].span == span
    readings = _evidence(library, summit.id).readings
    assert write_edtf(readings[0].span) == "[2024-11-04..2024-11-10]"


def test_an_event_made_by_hand_without_words_of_its_own_stays(
    library: Library, article_id: int
) -> None:
    span = TimeSpan.on(CivilDate(2024, 10, 1))
    event_id = review.add_event(
        library, "By hand", span, article_id=article_id, quote_range=TextRange(0, 5)
    )
    plan = plan_redating(library, article_id, _NEW_DATE)
    assert (plan.follows, plan.stays) == (0, 1)
    assert plan.sentence == "0 dates follow, 1 you edited stays"
    library.apply(plan.change)
    assert library.project.events[event_id].span == span


def test_the_same_date_again_only_confirms_it(
    library: Library, article_id: int, event_ids: list[int]
) -> None:
    plan = plan_redating(library, article_id, CivilDate(2024, 10, 29))
    assert plan.follows == 0
    assert len(plan.change.edits) == 1


def test_a_found_date_is_confirmed_in_one_step(library: Library, article_id: int) -> None:
    confirm_date(library, article_id)
    assert library.project.articles[article_id].is_date_confirmed
    assert library.project.articles[article_id].date_origin is DateOrigin.DATELINE
    assert library.undo_label == "confirm the date of “The summit”"


def test_an_event_from_a_selection_follows_the_article(
    library: Library, article_id: int, event_ids: list[int]
) -> None:
    event: Event = library.project.events[event_ids[_SUMMIT]]
    evidence = _evidence(library, event.id)
    assert event.status is ReviewStatus.ACCEPTED
    assert not event.is_date_edited
    assert evidence.expression is not None
    assert evidence.expression.cut(_TEXT) == "last week"
    assert evidence.quote == event.title


def _other_article() -> Article:
    return sample_article("The summit was held on 23 October.", "Second")
