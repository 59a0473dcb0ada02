"""Damage is found, told in sentences, and mended where it can be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.resources import seeds_path
from timeline_app.services.checking import check_project, mend
from timeline_app.services.finding import HitKind, find
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.reading import find_proposals, read_articles
from timeline_app.services.review import add_event
from timeline_app.storage.checking import Mend, check_file

_SEED = "000_621c974184a7e2e5.txt"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "autumn.timeline")
    [article] = read_articles(seeds_path(_SEED))
    add_article(opened, article, find_proposals(article))
    yield opened
    opened.close()


def damage(library: Library, *statements: str) -> Library:
    """Do to the closed file what no program of ours does, and open it again."""
    library.close()
    with closing(sqlite3.connect(library.path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return Library.open(library.path)


def test_nothing_is_wrong_with_a_project_as_it_is_made(library: Library) -> None:
    assert check_project(library) == ()


def test_a_quote_that_slipped_is_put_back(library: Library) -> None:
    moved = "UPDATE evidence SET quote_start = quote_start + 3, quote_end = quote_end + 3"
    damaged = damage(library, moved)
    faults = check_project(damaged)
    assert {fault.mend for fault in faults} == {Mend.QUOTE}
    assert all(fault.sentence.startswith("A quote of the event “") for fault in faults)

    mended = mend(damaged, faults)

    assert mended == len(faults) > 3
    assert check_project(damaged) == ()
    assert damaged.undo_label == "mend quotes"
    damaged.close()


def test_a_quote_that_is_nowhere_is_told(library: Library) -> None:
    damaged = damage(library, "UPDATE evidence SET quote = 'Nobody wrote this.'")

    faults = check_project(damaged)

    about_quotes = [fault for fault in faults if fault.mend is Mend.NOTHING]
    assert len(about_quotes) > 3
    assert mend(damaged, about_quotes) == 0
    damaged.close()


def test_a_changed_letter_is_found(library: Library) -> None:
    library.close()
    with closing(sqlite3.connect(library.path, isolation_level=None)) as connection:
        connection.execute("UPDATE articles SET text = replace(text, 'e', 'f')")

    faults = check_file(library.path)

    assert any("is not as it was saved" in fault.sentence for fault in faults)


def test_evidence_without_its_event_is_told(library: Library) -> None:
    library.close()
    with closing(sqlite3.connect(library.path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM events WHERE id = (SELECT min(id) FROM events)")

    faults = check_file(library.path)

    assert any("that is missing" in fault.sentence for fault in faults)


def test_an_index_is_made_anew(library: Library) -> None:
    library.close()
    with closing(sqlite3.connect(library.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = 'CREATE INDEX events_by_end ON events (title)' "
            "WHERE name = 'events_by_end'"
        )
    damaged = Library.open(library.path)
    faults = check_project(damaged)
    assert any(fault.mend is Mend.INDEXES for fault in faults)

    mend(damaged, faults)

    assert check_project(damaged) == ()
    damaged.close()


def test_a_search_that_is_out_of_step_is_put_right(library: Library) -> None:
    damaged = damage(library, "UPDATE events SET title = 'Zeppelin' WHERE id > 0")
    assert find(damaged, "zeppelin") == []
    faults = check_project(damaged)
    assert [fault.sentence for fault in faults] == ["The search does not find all that there is."]

    mend(damaged, faults)

    assert check_project(damaged) == ()
    assert find(damaged, "zeppelin") != []
    damaged.close()


def test_compacting_gives_room_back(library: Library) -> None:
    for name in ("war-history.txt", "court-case.txt", "disaster.txt"):
        [article] = read_articles(seeds_path(name))
        add_article(library, article, find_proposals(article))
    while library.undo() is not None:
        pass
    add_event(library, "A vote", None)  # what was undone can no longer be redone

    freed = library.compact()

    assert freed > 10_000
    assert check_project(library) == ()


def test_the_search_passes_over_what_is_gone_from_under_its_indexes(library: Library) -> None:
    quote = next(iter(library.project.evidence.values())).quote
    assert {hit.kind for hit in find(library, quote)} == {HitKind.EVENT, HitKind.ARTICLE}
    damaged = damage(library, "DELETE FROM evidence", "DELETE FROM articles")
    assert find(damaged, quote) == []
    damaged.close()
