"""Events that were deleted, or merged into others, are listed and come back with their evidence."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.sample_project import day, open_sample, proposal, sample_article
from timeline_app.domain import Event, Evidence, Reading
from timeline_app.services import review
from timeline_app.services.history import Entry, bring_back, deleted_events
from timeline_app.services.importing import add_article, delete_article
from timeline_app.services.library import Library

_TEXTS = ("Putin held a summit last week.", "The summit began on Tuesday.")


@pytest.fixture
def told(library: Library) -> tuple[int, int]:
    """Two events, each told of by an article of its own."""
    for text in _TEXTS:
        made = proposal(text, text=text, readings=(Reading(day(22), "as told"),))
        add_article(library, sample_article(text, text[:12]), [made])
    first, second = library.project.events
    return first, second


def state(library: Library, event_id: int) -> tuple[Event | None, list[Evidence]]:
    project = library.project
    return project.events.get(event_id), project.evidence_of_event(event_id)


def back(library: Library, entry: Entry) -> None:
    assert entry.state is not None
    bring_back(library, entry.state, entry.evidence)


def test_a_deleted_event_comes_back_with_its_evidence(
    library: Library, told: tuple[int, int]
) -> None:
    before = state(library, told[0])
    review.delete_events(library, [told[0]])
    review.set_title(library, told[1], "Meeting")
    [entry] = deleted_events(library)
    assert entry.changes == ("“Putin held a summit last week”, Tue 22 Oct 2024",)
    back(library, entry)
    assert state(library, told[0]) == before
    assert deleted_events(library) == []
    library.undo()
    assert told[0] not in library.project.events


def test_what_was_merged_into_another_event_takes_its_evidence_back(
    library: Library, told: tuple[int, int]
) -> None:
    before = state(library, told[1])
    review.merge(library, *told)
    assert len(library.project.evidence_of_event(told[0])) == 2
    [entry] = deleted_events(library)
    back(library, entry)
    assert state(library, told[1]) == before
    assert len(library.project.evidence_of_event(told[0])) == 1


def test_evidence_of_an_article_that_is_gone_stays_gone(
    library: Library, told: tuple[int, int]
) -> None:
    [article] = library.project.articles_of_event(told[0])
    review.accept(library, told[0])
    review.delete_events(library, [told[0]])
    delete_article(library, article.id)
    [entry] = deleted_events(library)
    back(library, entry)
    event, evidence = state(library, told[0])
    assert event is not None
    assert evidence == []


def test_what_an_article_took_with_it_is_listed(library: Library, told: tuple[int, int]) -> None:
    [article] = library.project.articles_of_event(told[0])
    delete_article(library, article.id)
    assert [entry.state.id for entry in deleted_events(library) if entry.state] == [told[0]]


def test_an_undone_deletion_deleted_nothing(library: Library, told: tuple[int, int]) -> None:
    review.delete_events(library, [told[0]])
    library.undo()
    assert deleted_events(library) == []
    review.set_title(library, told[0], "Kept")
    assert deleted_events(library) == []


def test_the_last_deleted_stands_first_and_outlives_reopening(tmp_path: Path) -> None:
    with closing(open_sample(tmp_path)) as library:
        first, second = (review.add_event(library, title, day(3)) for title in ("One", "Two"))
        for event_id in (second, first):
            review.delete_events(library, [event_id])
    with closing(open_sample(tmp_path)) as library:
        entries = deleted_events(library)
        assert [entry.state.title for entry in entries if entry.state] == ["One", "Two"]
        back(library, replace(entries[1]))
        assert list(library.project.events) == [second]
