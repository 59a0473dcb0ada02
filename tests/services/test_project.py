"""The read model follows every change and answers in the order a reader expects."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.sample_project import OTHER_TEXT, day, proposal, sample_article
from timeline_app.domain import (
    Change,
    Edit,
    Event,
    Evidence,
    Reading,
    ReviewStatus,
    TextRange,
)
from timeline_app.services import review
from timeline_app.services.importing import add_article, delete_article
from timeline_app.services.library import Library
from timeline_app.services.project import Counts, Project


def _titles(events: list[Event]) -> list[str]:
    return [event.title for event in events]


def test_events_of_an_article_come_in_the_order_of_the_text(
    library: Library, article_id: int
) -> None:
    assert _titles(library.project.events_of_article(article_id)) == [
        "Putin held a summit last week",
        "Austin will talk later",
        "Tsukuryne fell on Monday",
    ]


def test_chronology_puts_events_without_a_date_last(library: Library, article_id: int) -> None:
    project = library.project
    review.add_event(library, "Before all", day(1))
    assert _titles(project.chronological()) == [
        "Before all",
        "Putin held a summit last week",
        "Tsukuryne fell on Monday",
        "Austin will talk later",
    ]
    assert _titles(project.chronological(ReviewStatus.ACCEPTED)) == ["Before all"]
    first = project.queue(article_id)[0]
    review.set_date(library, first.id, day(31))
    assert _titles(project.chronological())[1:3] == ["Tsukuryne fell on Monday", first.title]


def test_the_queue_holds_what_waits_with_what_was_put_off_last(
    library: Library, article_id: int
) -> None:
    project = library.project
    first, second, third = project.queue(article_id)
    review.defer(library, first.id)
    assert [e.id for e in project.queue(article_id)] == [second.id, third.id, first.id]
    review.defer(library, second.id)
    assert [e.id for e in project.queue(article_id)] == [third.id, first.id, second.id]
    review.accept(library, third.id)
    assert [e.id for e in project.queue(article_id)] == [first.id, second.id]


def test_counts_follow_the_review(library: Library, article_id: int) -> None:
    project = library.project
    assert project.counts(article_id) == Counts(proposed=3, undated=1, total=3)
    first, undated, _ = project.queue(article_id)
    review.accept(library, first.id)
    review.reject(library, undated.id)
    expected = Counts(proposed=1, accepted=1, rejected=1, undated=0, total=3)
    assert project.counts(article_id) == project.counts() == expected


def test_articles_are_numbered_in_the_order_of_adding_also_after_undo(
    library: Library, article_id: int
) -> None:
    project = library.project
    second = add_article(library, sample_article(OTHER_TEXT, "Second"), [])
    third = add_article(library, sample_article("Third text.", "Third"), [])
    assert [project.number_of_article(i) for i in (article_id, second, third)] == [1, 2, 3]
    delete_article(library, article_id)
    assert project.number_of_article(second) == 1
    library.undo()
    assert list(project.articles) == [article_id, second, third]


def test_a_second_article_can_be_evidence_for_the_same_event(
    library: Library, article_id: int
) -> None:
    project = library.project
    event = project.queue(article_id)[0]
    other_id = add_article(library, sample_article(OTHER_TEXT, "Second"), [])
    reading = Reading(day(23), "as written")
    second = Evidence(
        library.new_id(),
        event.id,
        other_id,
        TextRange(4, 10),
        "summit",
        readings=(reading,),
    )
    library.apply(Change("join", (Edit(None, second),)))
    assert [a.id for a in project.articles_of_event(event.id)] == [article_id, other_id]
    assert project.events_of_article(other_id) == [event]
    assert project.dating_evidence(event.id) != second
    library.apply(Change("move", (Edit(event, replace(event, span=day(23))),)))
    assert project.dating_evidence(event.id) == second
    library.undo()
    library.undo()
    assert [a.id for a in project.articles_of_event(event.id)] == [article_id]


def test_an_event_without_evidence_has_none_that_dates_it(library: Library) -> None:
    event_id = review.add_event(library, "By hand", day(1))
    assert library.project.dating_evidence(event_id) is None
    assert library.project.articles_of_event(event_id) == []


def test_evidence_comes_by_its_place_in_the_text(library: Library) -> None:
    late_first = [
        proposal("was held", text=OTHER_TEXT),
        proposal("The summit", text=OTHER_TEXT),
    ]
    article_id = add_article(library, sample_article(OTHER_TEXT), late_first)
    evidence = library.project.evidence_of_article(article_id)
    assert [e.quote for e in evidence] == ["The summit", "was held"]


def test_the_mappings_cannot_be_written_to() -> None:
    with pytest.raises(TypeError):
        Project().events[1] = Event(1, "Event", None)  # type: ignore[index]
