"""Which forms of a name go together."""

from __future__ import annotations

import pytest

from timeline_app.extraction.events.names.naming import (
    family_name,
    initials_of,
    is_acronym,
    key_of,
    may_be_same_person,
    may_be_short_for,
    tidy,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "United States"),
        ("U. S.", "USA"),
        ("The Hague", "Hague"),
        ("Apple Inc.", "Apple"),
        ("NATO", "North Atlantic Treaty Organization"),
        ("Erbamont N.V.", "Erbamont"),
        ("U.S. Air Force", "US Air Force"),
    ],
)
def test_forms_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key_of(tidy(one)) == key_of(other)


def test_names_of_different_things_have_different_keys() -> None:
    assert len({key_of(name) for name in ("Georgia", "Boeing", "Bank of England", "Us")}) == 4


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Vladimir Putin", "Putin"),
        ("Luiz Inácio Lula da Silva", "da Silva"),
        ("Martin Luther King Jr.", "King"),
        ("Putin", "Putin"),
        ("Ludwig van Beethoven", "van Beethoven"),
    ],
)
def test_a_family_name_keeps_its_particles(name: str, family: str) -> None:
    assert family_name(name.split()) == family


def test_an_acronym_is_made_of_large_words_or_of_all() -> None:
    assert "IAEA" in initials_of("International Atomic Energy Agency")
    assert {"BE", "BOE"} <= initials_of("Bank of England")
    assert initials_of("Ukraine") == frozenset()
    assert is_acronym("U.N.")
    assert not is_acronym("Un")


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("J. Biden", "Joe Biden", True),
        ("Vladimir Putin", "Vladimir Vladimirovich Putin", True),
        ("Bill Clinton", "Hillary Clinton", False),
        ("Joe Biden", "John Biden", False),
    ],
)
def test_first_names_and_initials_tell_people_apart(one: str, other: str, is_same: bool) -> None:
    assert may_be_same_person(one.split(), other.split()) is is_same


def test_a_word_that_only_tells_the_sort_is_no_short_name() -> None:
    assert may_be_short_for("Goldman", "Goldman Sachs")
    assert may_be_short_for("Apple", "Apple Computer Inc.")
    assert not may_be_short_for("Bank", "Bank of England")
    assert not may_be_short_for("Senate", "Senate Judiciary Committee")
    assert not may_be_short_for("Washington", "Washington Post")
