"""Other programs read a project through views with plain columns."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.resources import seeds_path
from timeline_app.services import review
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.reading import find_proposals, read_articles


@pytest.fixture
def others(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection to a project that was closed."""
    path = tmp_path / "autumn.timeline"
    [article] = read_articles(seeds_path("000_621c974184a7e2e5.txt"))
    with closing(Library.open(path)) as library:
        add_article(library, article, find_proposals(article))
        event = next(iter(library.project.events))
        review.set_names(library, event, people=["Jane Doe", "Marie Curie"])
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def test_events_have_days_and_names_in_words(others: sqlite3.Connection) -> None:
    rows = others.execute("SELECT * FROM events_view ORDER BY id").fetchall()
    assert rows[0]["people"] == "Jane Doe; Marie Curie"
    week = others.execute(
        "SELECT * FROM events_view WHERE date = '[2024-10-21..2024-10-27]'"
    ).fetchone()
    assert (week["earliest_day"], week["latest_day"]) == ("2024-10-21", "2024-10-27")
    assert {row["status"] for row in rows} <= {"proposed", "folded"}
    assert all(row["passages"] == 1 for row in rows)


def test_evidence_comes_with_its_event_and_article(others: sqlite3.Connection) -> None:
    row = others.execute(
        "SELECT * FROM evidence_view WHERE date_as_written = 'last week'"
    ).fetchone()
    assert "summit" in row["event"]
    assert "last week" in row["quote"]
    assert row["article_date"] == "2024-10-29"


def test_articles_count_their_events(others: sqlite3.Connection) -> None:
    [row] = others.execute("SELECT * FROM articles_view").fetchall()
    assert row["events"] > 5
    assert row["characters"] > 1_000
