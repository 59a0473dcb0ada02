"""Events that are told alike are found, whatever else is in the project."""

from __future__ import annotations

import pytest

from tests.gui.similar_projects import fill_similar, tell
from timeline_app.domain import TextRange
from timeline_app.services import review
from timeline_app.services.library import Library
from timeline_app.services.sameness.suggestions import Suggestions
from timeline_app.services.sameness.telling import named_by
from timeline_app.services.sameness.weighing import load_weighing
from timeline_app.services.sameness.words import stem, stems_in


@pytest.fixture
def pair(library: Library) -> tuple[int, int]:
    return fill_similar(library)


def _found(library: Library) -> list[tuple[int, int]]:
    suggestions = Suggestions(library.project, load_weighing())
    while not suggestions.is_done:
        suggestions.work()
    return [(each.one, each.other) for each in suggestions.all()]


def test_the_same_event_in_two_articles_is_found(library: Library, pair: tuple[int, int]) -> None:
    tell(library, "Vladimir Putin opened talks on trade in Geneva.", "2024-10-22", 25, "B")
    assert _found(library) == [pair]


def test_what_was_long_before_is_another(library: Library) -> None:
    fill_similar(library, "2014-10-22")
    assert _found(library) == []


def test_what_a_source_dates_a_little_otherwise_is_the_same(library: Library) -> None:
    pair = fill_similar(library, "2024-10-29")
    assert _found(library) == [pair]


def test_what_another_did_is_less_likely(library: Library, pair: tuple[int, int]) -> None:
    suggestions = Suggestions(library.project, load_weighing())
    suggestions.look_at(pair[0])
    [before] = suggestions.of(pair[0])
    suggestions.follow(review.set_names(library, pair[1], people=["Xi Jinping"]).events)
    suggestions.look_at(pair[0])
    [after] = suggestions.of(pair[0])
    assert after.score < before.score


def test_rejected_and_folded_events_are_not_offered(
    library: Library, pair: tuple[int, int]
) -> None:
    review.reject(library, pair[0])
    assert _found(library) == []


def test_events_of_one_article_are_not_compared(library: Library, pair: tuple[int, int]) -> None:
    kept = review.merge(library, *pair)
    third = tell(library, "Vladimir Putin opened the bridge over the Volga.", "2024-10-22", 26, "C")
    assert _found(library) == [(kept, third)]


def test_it_follows_the_project(library: Library, pair: tuple[int, int]) -> None:
    suggestions = Suggestions(library.project, load_weighing())
    suggestions.look_at(pair[0])
    assert [each.than(pair[0]) for each in suggestions.of(pair[0])] == [pair[1]]

    suggestions.follow(review.delete_events(library, [pair[1]]).events)
    assert suggestions.of(pair[0]) == []

    undone = library.undo()
    assert undone is not None
    suggestions.follow(undone.events)
    suggestions.look_at(pair[0])
    assert len(suggestions.of(pair[0])) == 1
    review.keep_apart(library, *pair)
    assert suggestions.of(pair[0]) == []


@pytest.mark.parametrize(
    ("one", "other"), [("acquired", "acquires"), ("bought", "buying"), ("stopped", "stop")]
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_function_words_tell_nothing() -> None:
    assert stems_in("He said that it was over") == []


@pytest.mark.parametrize(
    ("sentence", "trigger", "named"),
    [
        ("He held a summit with leaders.", "held", {"summit"}),
        ("They hosted it.", "hosted", {"host"}),
        ("The bridge collapsed.", "collapsed", {"collaps"}),
    ],
)
def test_light_verbs_name_nothing_themselves(sentence: str, trigger: str, named: set[str]) -> None:
    start = sentence.index(trigger)
    assert named_by(sentence, TextRange(start, start + len(trigger))) == named
