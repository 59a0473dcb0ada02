"""What is rejected again and again comes last, says why, and can be forgotten."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.sample_project import day, proposal, sample_article
from timeline_app.domain import Proposal, Reading
from timeline_app.services import review
from timeline_app.services.habits import Habits
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library

RIGHT = "Elected a mayor."
WRONG = "Rained all day."


def added(library: Library, *quotes: str, source: str = "") -> int:
    """An article with a proposal for each sentence."""
    number = len(library.project.articles)
    text = f"Report {number}. " + " ".join(quotes)
    article = sample_article(text, f"Report {number}")
    return add_article(library, article, list(_proposals(text, quotes, source)))


def _proposals(text: str, quotes: tuple[str, ...], source: str) -> list[Proposal]:
    readings = (Reading(day(2), "as written"),)
    return [replace(proposal(each, text=text, readings=readings), source=source) for each in quotes]


def reject(library: Library, times: int, *, source: str = "", quote: str = WRONG) -> None:
    for _ in range(times):
        article = added(library, quote, source=source)
        review.reject(library, library.project.queue(article)[0].id)


def titles(habits: Habits, article: int) -> list[str]:
    return [event.title for event in habits.queue(article)]


def test_what_was_rejected_five_times_comes_last_and_says_why(library: Library) -> None:
    reject(library, 4)
    article = added(library, WRONG, RIGHT)
    assert titles(Habits(library), article) == ["Rained all day", "Elected a mayor"]
    reject(library, 1)
    habits = Habits(library)
    assert titles(habits, article) == ["Elected a mayor", "Rained all day"]
    late = habits.against(habits.queue(article)[-1].id)
    assert late is not None
    assert late.sentence == (
        "At the end of the queue: you rejected 5 of 5 proposals with the word “rained”."
    )
    assert habits.against(habits.queue(article)[0].id) is None


def test_who_says_so_counts_as_well(library: Library) -> None:
    for quote in ("Fell.", "Rose.", "Sank.", "Broke.", "Burnt."):
        reject(library, 1, source="a neighbour", quote=quote)
    [habit] = Habits(library).learnt
    assert habit.trait == ("said by", "a neighbour")


def test_what_is_sometimes_accepted_keeps_its_place(library: Library) -> None:
    reject(library, 9)
    article = added(library, WRONG)
    review.accept(library, library.project.queue(article)[0].id)
    assert Habits(library).learnt == []


def test_decisions_are_followed_and_undone(library: Library) -> None:
    habits = Habits(library)
    library.subscribe(habits.follow)
    reject(library, 5)
    assert len(habits.learnt) == 1
    library.undo()
    assert habits.learnt == []
    library.redo()
    assert len(habits.learnt) == 1


def test_it_is_switched_off_and_forgotten_for_good(library: Library) -> None:
    reject(library, 5)
    article = added(library, WRONG, RIGHT)
    habits = Habits(library)
    habits.switch(is_on=False)
    assert titles(Habits(library), article) == ["Rained all day", "Elected a mayor"]
    habits.switch(is_on=True)
    habits.forget()
    assert habits.learnt == Habits(library).learnt == []
    reject(library, 5)
    assert [habit.rejected for habit in Habits(library).learnt] == [5]


@pytest.mark.parametrize("kept", [7, [], {"forgotten": "x"}, {"forgotten": [[1, 2], "x"]}])
def test_a_setting_that_makes_no_sense_forgets_nothing(library: Library, kept: object) -> None:
    library.write_setting("habits", kept)
    reject(library, 5)
    assert len(Habits(library).learnt) == 1
