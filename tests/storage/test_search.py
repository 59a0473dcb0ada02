"""Search: every text is found, any question is safe, and the indexes follow every change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.sample_project import day, sample_article
from timeline_app.services import review
from timeline_app.services.finding import HitKind, find
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.storage.search import searchable_words


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "autumn.timeline")
    add_article(opened, sample_article(), [])
    yield opened
    opened.close()


def found(library: Library, text: str) -> list[str]:
    return [hit.title for hit in find(library, text)]


def test_the_words_around_a_hit_are_shown_and_lit(library: Library) -> None:
    [hit] = find(library, "tsukur")
    assert hit.kind is HitKind.ARTICLE
    assert hit.snippet is not None
    assert "Tsukuryne fell on Monday" in hit.snippet.text
    assert [place.cut(hit.snippet.text) for place in hit.snippet.lit] == ["Tsukuryne"]


@pytest.mark.parametrize("text", ["zizek", "ŽIŽEK", "Žiž", "slavoj zizek"])
def test_case_and_accents_do_not_matter(library: Library, text: str) -> None:
    event = review.add_event(library, "Meeting", day(2))
    review.set_names(library, event, people=["Slavoj Žižek"])
    events = [hit.title for hit in find(library, text) if hit.kind is HitKind.EVENT]
    assert events == ["Meeting"]


def test_it_follows_changes_undo_redo_and_deletion(library: Library) -> None:
    event = review.add_event(library, "Meeting", day(2))
    review.set_title(library, event, "Zeppelin")
    assert (found(library, "meeting"), found(library, "zeppelin")) == ([], ["Zeppelin"])
    library.undo()
    assert (found(library, "meeting"), found(library, "zeppelin")) == (["Meeting"], [])
    library.redo()
    assert found(library, "zeppelin") == ["Zeppelin"]
    review.delete_events(library, [event])
    assert found(library, "zeppelin") == []
    library.undo()
    assert found(library, "zeppelin") == ["Zeppelin"]


def test_it_is_there_after_reopening(library: Library) -> None:
    review.add_event(library, "Zeppelin", day(2))
    library.close()
    again = Library.open(library.path)
    assert found(again, "zepp") == ["Zeppelin"]
    again.close()


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("meeting after:2024-10-03", ["Meeting 5"]),
        ("meeting before:2024-10-03", ["Meeting 2"]),
        ("meeting tag:Talks", ["Meeting 5"]),
        ("tag:talks", ["Meeting 5"]),
        ("meeting after:2024-10-01 before:2024-10", []),
        ("meeting after:nonsense", []),
    ],
)
def test_conditions(library: Library, text: str, titles: list[str]) -> None:
    review.add_event(library, "Meeting 2", day(2))
    later = review.add_event(library, "Meeting 5", day(5))
    review.set_tags(library, later, ["talks"])
    assert [hit.title for hit in find(library, text) if hit.kind is HitKind.EVENT] == titles


def test_one_letter_more_is_not_yet_a_word() -> None:
    assert searchable_words("summit p") == ("summit",)
    assert searchable_words("summit 7") == ("summit", "7")
    assert searchable_words('" \0 -- *') == ()


@settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.text(st.characters(exclude_categories=[]), max_size=30)
    | st.lists(
        st.sampled_from(
            ["AND", "OR", "NOT", "NEAR(", ")", '"', "'", "*", "^", ":", "title:", "-", "+", "{",
             "}", "\\", "summit", "tag:", "after:", "\x00", "\ud800", "%", "_", ";", "--"]
        ),
        max_size=8,
    ).map(" ".join)
)  # fmt: skip
def test_no_question_is_an_error(library: Library, text: str) -> None:
    for hit in find(library, text):
        if hit.snippet is not None:
            assert all(place.end <= len(hit.snippet.text) for place in hit.snippet.lit)
