"""Roles: who takes part in an event, as what, and where it is."""

from __future__ import annotations

import pytest

from tests.extraction.events.parsing import the
from timeline_app.domain import Role
from timeline_app.extraction.events.reading import Models


def test_who_does_it_and_whom_it_happens_to(models: Models) -> None:
    text = "French police arrested Pavel Durov in Paris on Saturday."
    arrested = the(models, "arrested", text)

    assert [(each.name, each.role) for each in arrested.participants] == [
        ("French police", Role.AGENT), ("Pavel Durov", Role.PATIENT)
    ]  # fmt: skip
    assert [each.range.cut(text) for each in arrested.participants] == [
        "French police", "Pavel Durov"
    ]  # fmt: skip
    assert arrested.people == ("Pavel Durov",)
    assert arrested.places == ("Paris",)


def test_the_roles_of_a_passive_are_turned_round(models: Models) -> None:
    abandoned = the(models, "abandoned", "The deal was abandoned by Donald Trump in 2018.")

    assert {each.name: each.role for each in abandoned.participants} == {
        "the deal": Role.PATIENT, "Donald Trump": Role.AGENT
    }  # fmt: skip


def test_joined_subjects_are_one_participant_each(models: Models) -> None:
    met = the(models, "met", "Xi Jinping and Narendra Modi met in Kazan on Wednesday.")

    assert [each.name for each in met.participants] == ["Xi Jinping", "Narendra Modi"]


def test_a_pronoun_takes_part_under_the_name(models: Models) -> None:
    text = "President Vladimir Putin spoke on Monday. He opened the summit on Tuesday."
    opened = the(models, "opened", text)

    assert opened.participants[0].name == "Vladimir Putin"
    assert opened.participants[0].range.cut(text) == "He"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The leaders met in Kazan, Russia, on Friday.", ("Kazan", "Russia")),
        ("He flew to Washington on Monday.", ("Washington",)),
        ("Putin met leaders from China on Monday.", ()),
        ("Russia attacked Ukraine on Monday.", ()),
    ],
)
def test_a_place_is_where_something_happens(
    models: Models, text: str, places: tuple[str, ...]
) -> None:
    trigger = next(word for word in ("met", "flew", "attacked") if word in text)

    assert the(models, trigger, text).places == places
