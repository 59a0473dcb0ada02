from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import proposals, titles
from timeline_app.extraction.shallow.titles import LONGEST


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "North Korea has sent about 10, 000 troops to Russia.",
            "North Korea sent about 10,000 troops to Russia",
        ),
        (
            "Russian President Vladimir Putin opened the fair on Monday.",
            "Vladimir Putin opened the fair",
        ),
        ("The prison has been closed.", "The prison was closed"),
        (
            "The minister has already taken the train to Rome.",
            "The minister took the train to Rome",
        ),
        ("Lavrov didn’t meet the ambassador on Friday.", "Lavrov did not meet the ambassador"),
        ("War broke out in 1939.", "War broke out"),
        (
            "On Monday, the court ruled that the law was void.",
            "The court ruled that the law was void",
        ),
        (
            "The queen opened the school, which cost two million pounds.",
            "The queen opened the school",
        ),
        ("Spain sold the U. S. -built ships in May.", "Spain sold the U.S.-built ships"),
        ("The union signed a deal at 2 p.m. local time.", "The union signed a deal"),
        ("A trial is scheduled for 12 November.", "Trial"),
        ("A meeting is planned for next week in Geneva.", "Meeting in Geneva"),
    ],
)
def test_titles_say_who_did_what(text: str, title: str) -> None:
    assert title in titles(text)


def test_names_stand_in_for_pronouns() -> None:
    text = "President Vladimir Putin spoke. He held a summit with Iran last week."
    assert "Putin held a summit with Iran" in titles(text)


def test_two_people_stand_in_for_they() -> None:
    text = "Lloyd Austin and Antony Blinken met Biden. They signed a treaty in Rome on Monday."
    assert "Austin and Blinken signed a treaty in Rome" in titles(text)


def test_long_titles_are_cut_where_a_phrase_ends() -> None:
    text = (
        "The national committee of the teachers signed an agreement with the ministry of education "
        "about the hours of work in the schools of the eastern provinces on Monday."
    )
    (title,) = titles(text)
    assert len(title) <= LONGEST
    assert title.endswith(("education", "work", "schools"))


@given(st.text(alphabet='Putin held a summit, in the and U.S. ’s"“” 10,000 last week.\n'))
def test_titles_are_short_and_begin_large(text: str) -> None:
    for proposal in proposals(text):
        assert 0 < len(proposal.title) <= LONGEST
        assert not proposal.title[0].islower()
