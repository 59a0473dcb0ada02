"""Evidence of a project opened in the window is made when it is asked for; nobody sees it."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.decisions import decide, open_library, state
from timeline_app.domain import DamagedProject
from timeline_app.services.library import Library


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A closed project after forty decisions."""
    path = tmp_path / "project.timeline"
    with closing(open_library(path)) as library:
        for number in range(1, 41):
            decide(library, number)
    return path


def test_a_project_is_the_same_whether_its_evidence_is_made_at_once_or_later(project: Path) -> None:
    with closing(open_library(project)) as library:
        at_once = state(library)
        events = {key: library.project.events_of_article(key) for key in library.project.articles}
    with closing(Library.open(project, checks_later=True)) as library:
        assert {
            key: library.project.events_of_article(key) for key in library.project.articles
        } == events
        assert state(library) == at_once
        assert list(reversed(library.project.evidence)) == list(library.project.evidence)[::-1]


def test_decisions_go_the_same_way_with_evidence_that_is_not_made_yet(
    project: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.timeline"
    copy.write_bytes(project.read_bytes())
    with (
        closing(Library.open(project, checks_later=True)) as later,
        closing(Library.open(copy)) as at_once,
    ):
        for number in range(41, 90):
            decide(later, number)
            decide(at_once, number)
            places = [
                [each.id for each in library.project.evidence_of_article(key)]
                for library in (later, at_once)
                for key in library.project.articles
            ]
            assert places[: len(places) // 2] == places[len(places) // 2 :]
        assert dict(later.project.events).keys() == dict(at_once.project.events).keys()
        assert list(later.project.evidence) == list(at_once.project.evidence)


def test_evidence_that_makes_no_sense_is_found_by_the_look_through_the_file(project: Path) -> None:
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("UPDATE evidence SET readings = 'no list' WHERE id % 7 = 0")
        connection.commit()
    with pytest.raises(DamagedProject, match="is damaged"):
        Library.open(project)
    with closing(Library.open(project, checks_later=True)) as library:
        assert library.project.counts().total
        with pytest.raises(DamagedProject, match="is damaged"):
            library.require_sound()


def test_a_text_that_is_not_as_it_was_saved_is_found_by_the_look_through_the_file(
    project: Path,
) -> None:
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("UPDATE articles SET text = replace(text, 'a', 'e')")
        connection.commit()
    with closing(Library.open(project, checks_later=True)) as library:
        assert library.project.articles
        with pytest.raises(DamagedProject, match="is damaged"):
            library.require_sound()


def test_an_event_that_makes_no_sense_is_found_by_the_look_through_the_file(project: Path) -> None:
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("UPDATE events SET people = 'no list' WHERE id % 5 = 0")
        connection.commit()
    with closing(Library.open(project, checks_later=True)) as library:
        assert library.project.counts().total
        with pytest.raises(DamagedProject, match="is damaged"):
            library.require_sound()


def test_several_threads_may_ask_for_the_same_event(project: Path) -> None:
    with closing(Library.open(project, checks_later=True)) as library:
        events = library.project.events
        asked = list(events) * 50
        with ThreadPoolExecutor(8) as threads:
            found = list(threads.map(events.__getitem__, asked))
        assert [event.id for event in found] == asked
