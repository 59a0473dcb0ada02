from __future__ import annotations

from tests.extraction.reading import proposals
from timeline_app.extraction.repeats import merge_duplicates
from timeline_app.extraction.shallow.salience import select


def salience(text: str, title: str = "") -> float:
    return proposals(text, title=title)[0].salience


def test_what_the_text_dates_ranks_higher() -> None:
    assert salience("Putin opened a school on Monday.") > salience("Putin opened a school.")


def test_names_rank_higher_than_nobody() -> None:
    assert salience("Putin opened a school in May.") > salience("A man opened a school in May.")


def test_what_may_happen_ranks_lower() -> None:
    happened, possible = (
        salience("Putin opened a school on Monday."),
        salience("Putin might open a school on Friday."),
    )
    assert happened > possible


def test_words_of_the_headline_rank_higher() -> None:
    text = "Putin opened a school in Kazan."
    assert salience(text, "School opened in Kazan") > salience(text)


def test_selecting_and_merging_what_is_selected_changes_nothing() -> None:
    found = proposals("Putin opened a school on Monday. Xi Jinping closed a bank in May.")
    assert select(found, 20) == found
    assert merge_duplicates([*found, *found]) == found
