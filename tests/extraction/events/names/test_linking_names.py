"""Which of the names of an article are one, from names given in text order."""

from __future__ import annotations

from timeline_app.extraction.events.names.entity import Entity, EntityKind
from timeline_app.extraction.events.names.found_name import FoundName
from timeline_app.extraction.events.names.linking_names import entities_of


def _linked(kind: EntityKind, *names: str) -> list[Entity]:
    """The entities of names, each with its titles before a colon: "mrs.: Clinton"."""
    found = []
    for number, name in enumerate(names):
        titles, _, form = name.rpartition(": ")
        found.append(FoundName(number, 0, 1, form, kind, tuple(titles.split())))
    entities = entities_of(found)
    return [entities[each] for each in found]


def test_a_title_tells_husband_and_wife_apart() -> None:
    peter, she, he = _linked(EntityKind.PERSON, "Peter Strand", "mrs.: Strand", "mr.: Strand")
    assert peter == he
    assert (peter.gender, she.gender) == ("m", "f")


def test_a_family_name_before_the_whole_name_is_the_same() -> None:
    first, whole = _linked(EntityKind.PERSON, "Putin", "Vladimir Putin")
    assert first == whole
    assert (whole.name, whole.short) == ("Vladimir Putin", "Putin")


def test_only_the_first_of_a_family_goes_by_its_name() -> None:
    jeb, george = _linked(EntityKind.PERSON, "Jeb Bush", "George Bush")
    assert (jeb.short, george.short) == ("Bush", "George Bush")


def test_an_initial_is_not_enough_to_be_another() -> None:
    assert len(set(_linked(EntityKind.PERSON, "Joe Biden", "J. Biden", "Biden"))) == 1


def test_the_usual_name_is_the_one_most_used() -> None:
    whole, short, again = _linked(
        EntityKind.ORGANISATION, "International Atomic Energy Agency", "IAEA", "IAEA"
    )
    assert whole == short == again
    assert (whole.name, whole.short) == ("International Atomic Energy Agency", "IAEA")


def test_lands_of_one_word_in_common_are_two() -> None:
    assert len(set(_linked(EntityKind.PLACE, "North Korea", "South Korea", "Korea"))) == 3


def test_thousands_of_namesakes_are_borne() -> None:
    names = [f"{chr(65 + number % 26)}{number} Smith" for number in range(3000)]
    assert len(set(_linked(EntityKind.PERSON, *names))) == 3000
