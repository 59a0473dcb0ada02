from __future__ import annotations

import pytest

from tests.extraction.reading import tagged
from timeline_app.extraction.shallow.name_kinds import Kind
from timeline_app.extraction.shallow.names import Mention, find_names


def names(*texts: str) -> list[Mention]:
    return [each for found in find_names([tagged(text) for text in texts]) for each in found]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Russian President Vladimir Putin spoke.", "Vladimir Putin", Kind.PERSON),
        ("Defense Secretary Lloyd Austin spoke.", "Lloyd Austin", Kind.PERSON),
        ("Secretary of State Antony Blinken spoke.", "Antony Blinken", Kind.PERSON),
        ("The spokeswoman Xq Zarbo spoke.", "Xq Zarbo", Kind.PERSON),
        ("He left the Ministry of Defence.", "Ministry of Defence", Kind.ORGANISATION),
        ("The African Union met.", "African Union", Kind.ORGANISATION),
        ("The WHO met.", "WHO", Kind.ORGANISATION),
        ("He spoke in Washington.", "Washington", Kind.PLACE),
        ("They took the village of Tsukuryne.", "Tsukuryne", Kind.PLACE),
        ("North Korea spoke.", "North Korea", Kind.PLACE),
        ("Meta Platforms CEO Mark Zuckerberg spoke.", "Mark Zuckerberg", Kind.PERSON),
        ("The Soviet Union fell.", "Soviet Union", Kind.PLACE),
        ("He met Luiz Inacio Lula da Silva.", "Luiz Inacio Lula da Silva", Kind.PERSON),
    ],
)
def test_names_are_told_by_words_around_and_inside_them(text: str, name: str, kind: Kind) -> None:
    assert (name, kind) in [(each.entity.name, each.entity.kind) for each in names(text)]


def test_a_title_may_stand_between_an_organisation_and_a_person() -> None:
    found = names("NATO Secretary-General Mark Rutte spoke.")
    assert [each.entity.name for each in found] == ["NATO", "Mark Rutte"]


def test_a_person_is_one_entity_however_written() -> None:
    found = names("President Joe Biden spoke.", "Later Biden left.", "Joe Biden came back.")
    assert {each.entity for each in found} == {found[0].entity}
    assert found[1].entity.short == "Biden"


def test_people_of_one_family_stay_apart() -> None:
    found = names("Bill Clinton spoke.", "Hillary Clinton left.")
    assert [each.entity.name for each in found] == ["Bill Clinton", "Hillary Clinton"]


def test_lands_that_act_are_no_scenes() -> None:
    found = {each.entity.name: each.is_local for each in names("Leaders from China met in Kazan.")}
    assert found == {"China": False, "Kazan": True}


def test_ordinary_words_at_the_beginning_are_no_names() -> None:
    assert names("Troops left.", "Police came.", "However it rained.") == []
