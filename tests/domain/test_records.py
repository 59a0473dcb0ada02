"""Articles, events, evidence and the changes that make and undo them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline_app.domain import (
    Article,
    Change,
    ChangeSet,
    Edit,
    Event,
    Evidence,
    NoProgress,
    TextRange,
    hash_text,
)

ARTICLE = Article(1, "A title", "A text.", (TextRange(0, 7),))
EVENT = Event(2, "A summit", None, people=("Vladimir Putin",), organisations=("NATO",))
EVIDENCE = Evidence(3, event_id=2, article_id=1, quote_range=TextRange(0, 7), quote="A text.")


def test_a_range_cuts_its_text() -> None:
    assert TextRange(2, 6).cut("A text.") == "text"


@pytest.mark.parametrize(
    ("other", "expected"),
    [(TextRange(0, 2), False), (TextRange(0, 3), True), (TextRange(6, 9), False)],
)
def test_ranges_overlap_when_they_share_a_character(other: TextRange, *, expected: bool) -> None:
    assert TextRange(2, 6).overlaps(other) is expected
    assert other.overlaps(TextRange(2, 6)) is expected


def test_actors_are_people_then_organisations() -> None:
    assert EVENT.actors == ("Vladimir Putin", "NATO")


def test_equal_texts_have_equal_hashes() -> None:
    assert hash_text("A text.") == hash_text("A text.")
    assert hash_text("A text.") != hash_text("A text")


def test_an_edit_keeps_its_record() -> None:
    with pytest.raises(ValueError, match="needs a record"):
        Edit(None, None)
    with pytest.raises(ValueError, match="identity"):
        Edit(EVENT, replace(EVENT, id=9))
    with pytest.raises(ValueError, match="identity"):
        Edit(EVENT, replace(ARTICLE, id=2))


def test_an_edit_is_about_the_record_that_there_is() -> None:
    later = replace(EVENT, title="A meeting")
    assert Edit(EVENT, later).record == later
    assert Edit(EVENT, None).record == EVENT


def test_a_change_is_taken_back_in_reverse_order() -> None:
    change = Change("add", (Edit(None, EVENT), Edit(None, EVIDENCE)))
    assert change.inverse.edits == (Edit(EVIDENCE, None), Edit(EVENT, None))
    assert change.inverse.inverse == change


def test_evidence_touches_its_event_and_its_article() -> None:
    touched = ChangeSet.of([Edit(None, EVIDENCE)])
    assert touched == ChangeSet(frozenset({1}), frozenset({2}), frozenset({3}))
    assert ChangeSet.of([Edit(None, ARTICLE), Edit(EVENT, None)]) == ChangeSet(
        frozenset({1}), frozenset({2})
    )


def test_nobody_watching_never_stops_the_work() -> None:
    NoProgress().step(1, 2, "half")
