"""The same event told by several articles becomes one, and its sources settle its date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.sample_project import day, open_sample, proposal, sample_article
from timeline_app.domain import Article, Proposal, Reading, ReviewStatus, TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.services import review
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.redating import plan_redating
from timeline_app.services.review.sources import reporting_lag

_WEEK = "[2024-10-21..2024-10-27]"


def _add(library: Library, text: str, edtf: str, published: CivilDate | None = None) -> int:
    """An article with one event of this date; the id of the event."""
    article = replace(sample_article(text, text[:12]), published=published)
    made = proposal(text, text=text, readings=(Reading(parse_edtf(edtf), "as told"),))
    article_id = add_article(library, article, [made])
    return library.project.events_of_article(article_id)[0].id


def _date(library: Library, event_id: int) -> str:
    span = library.project.events[event_id].span
    assert span is not None
    return write_edtf(span)


@pytest.fixture
def week_id(library: Library) -> int:
    return _add(library, "Putin held a summit last week.", _WEEK, CivilDate(2024, 10, 29))


def test_merging_keeps_all_evidence_and_narrows_the_date(library: Library, week_id: int) -> None:
    other = _add(library, "The summit began on Tuesday.", "2024-10-22", CivilDate(2024, 10, 24))
    review.set_tags(library, other, ["summit"])
    before = library.project.events

    kept = review.merge(library, week_id, other)

    assert kept == week_id
    assert _date(library, kept) == "2024-10-22"
    assert len(library.project.evidence_of_event(kept)) == 2
    assert library.project.events[kept].tags == ("summit",)
    assert other not in before
    assert review.conflict_of(library.project, kept) == ()
    library.undo()
    assert (_date(library, week_id), _date(library, other)) == (_WEEK, "2024-10-22")


def test_the_accepted_event_is_the_one_that_is_kept(library: Library, week_id: int) -> None:
    other = _add(library, "The summit began on Tuesday.", "2024-10-22")
    review.accept(library, other)
    assert review.merge(library, week_id, other) == other
    assert library.project.events[other].status is ReviewStatus.ACCEPTED


def test_a_date_of_the_researchers_own_stays(library: Library, week_id: int) -> None:
    review.set_date(library, week_id, day(23))
    other = _add(library, "The summit began on Tuesday.", "2024-10-22")
    kept = review.merge(library, other, week_id)
    assert _date(library, kept) == "2024-10-23"


def test_one_event_cannot_be_merged(library: Library, week_id: int) -> None:
    with pytest.raises(ValueError, match="two events"):
        review.merge(library, week_id, week_id)


def test_keeping_apart_outlives_reopening_and_merging(library: Library, week_id: int) -> None:
    second = _add(library, "A summit began on Tuesday.", "2024-10-22")
    third = _add(library, "The summit was on Wednesday.", "2024-10-23")
    review.keep_apart(library, third, second)
    kept = review.merge(library, week_id, second)
    assert review.is_apart(library.project, third, kept)
    folder = library.path.parent
    library.close()
    again = open_sample(folder)
    assert review.is_apart(again.project, kept, third)
    again.undo()
    assert review.is_apart(again.project, second, third)
    again.undo()
    assert not review.is_apart(again.project, second, third)
    again.close()


def test_a_source_can_be_separated_again(library: Library, week_id: int) -> None:
    other = _add(library, "The summit began on Tuesday.", "2024-10-22")
    kept = review.merge(library, week_id, other)
    [_, second] = library.project.evidence_of_event(kept)

    alone = review.separate(library, second.id)

    assert (_date(library, kept), _date(library, alone)) == (_WEEK, "2024-10-22")
    assert review.is_apart(library.project, kept, alone)
    with pytest.raises(ValueError, match="rests on"):
        review.separate(library, second.id)
    library.undo()
    assert _date(library, kept) == "2024-10-22"


@pytest.fixture
def conflict_id(library: Library) -> int:
    """An event that one article puts on the 22nd and two on the 24th."""
    first = _add(library, "The summit was on Tuesday.", "2024-10-22")
    second = _add(library, "The summit was on Thursday.", "2024-10-24")
    third = _add(library, "The summit was on 24 October.", "2024-10-24")
    return review.merge(library, first, second, third)


def test_sources_that_differ_are_a_conflict(library: Library, conflict_id: int) -> None:
    versions = review.conflict_of(library.project, conflict_id)
    assert [(v.span, len(v.evidence)) for v in versions] == [(day(22), 1), (day(24), 2)]
    assert _date(library, conflict_id) == "2024-10-22"


def test_a_version_can_be_chosen(library: Library, conflict_id: int) -> None:
    review.settle(library, conflict_id, day(24))
    assert _date(library, conflict_id) == "2024-10-24"
    assert review.conflict_of(library.project, conflict_id) == ()
    review.ask_again(library, conflict_id)
    assert len(review.conflict_of(library.project, conflict_id)) == 2


def test_both_can_be_kept(library: Library, conflict_id: int) -> None:
    review.dispute(library, conflict_id)
    assert _date(library, conflict_id) == "[2024-10-22,2024-10-24]"


def test_left_open_it_is_asked_again_with_another_source(
    library: Library, conflict_id: int
) -> None:
    review.leave_open(library, conflict_id)
    assert review.conflict_of(library.project, conflict_id) == ()
    other = _add(library, "The summit was on Friday.", "2024-10-25")
    review.merge(library, conflict_id, other)
    assert len(review.conflict_of(library.project, conflict_id)) == 3


def test_the_agreed_date_follows_the_article(library: Library) -> None:
    text = "The summit was held last week."
    article: Article = replace(sample_article(text), published=CivilDate(2024, 10, 29))
    article_id = add_article(library, article, list[Proposal]())
    first = review.add_event_from_selection(library, article_id, TextRange(0, len(text)))
    other = _add(library, "It was held in October.", "2024-10")
    kept = review.merge(library, first, other)
    assert _date(library, kept) == _WEEK
    library.apply(plan_redating(library, article_id, CivilDate(2024, 10, 22)).change)
    assert _date(library, kept) == "[2024-10-14..2024-10-20]"


@pytest.mark.parametrize(
    ("edtf", "published", "lag"),
    [
        ("2024-10-22", 22, (0, 0)),
        ("2024-10-22", 29, (7, 7)),
        ("2024-10-20/2024-10-22", 23, (1, 1)),
        ("[2024-10-21..2024-10-27]", 29, (2, 8)),
        ("[2024-10-21..2024-10-27]", 25, (0, 4)),
        ("2024-10-25", 22, None),
        ("2024", 22, None),
        ("[..2024-10-22]", 22, None),
    ],
)
def test_the_lag_counts_from_the_event_to_the_first_report(
    library: Library, edtf: str, published: int, lag: tuple[int, int] | None
) -> None:
    first = _add(library, "It fell then.", edtf, CivilDate(2024, 10, published))
    second = _add(library, "It fell at that time.", edtf, CivilDate(2024, 11, 1))
    kept = review.merge(library, first, second)
    assert reporting_lag(library.project, library.project.events[kept]) == lag
