"""Names and pronouns of whole texts, linked with the shipped models."""

from __future__ import annotations

import re

import pytest

from timeline_app.domain import TextRange
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.events.names.entities import Entities, find_entities
from timeline_app.extraction.events.reading import Models, ReadText, read_with


class _Linked:
    """A text with its entities; a word is asked for by its form and its number among the alike."""

    def __init__(self, models: Models, text: str) -> None:
        body = [TextRange(line.start(), line.end()) for line in re.finditer(r"[^\n]+", text)]
        self.read: ReadText = read_with(models, analyse(text, body, "en"))
        self.entities: Entities = find_entities(self.read, models.pronouns)

    def names(self) -> list[str]:
        return [entity.name for entity in self.entities.all]

    def meant(self, form: str, number: int = 0) -> list[str]:
        places = [
            (sentence, index)
            for sentence, parsed in enumerate(self.read.sentences)
            for index, word in enumerate(parsed.words)
            if word.form == form
        ]
        mention = self.entities.at(*places[number])
        return [entity.name for entity in mention.entities] if mention else []


def test_all_names_of_a_person_are_one(models: Models) -> None:
    linked = _Linked(
        models,
        "Russian President Vladimir Putin met Narendra Modi in Kazan on Tuesday. Putin said he "
        "was pleased. Vladimir Putin's aides agreed.",
    )
    assert linked.meant("Putin") == linked.meant("Putin", 1) == ["Vladimir Putin"]
    assert linked.meant("Putin", 2) == ["Vladimir Putin"]
    person = next(each for each in linked.entities.all if each.short == "Putin")
    assert (person.name, person.kind, person.gender) == ("Vladimir Putin", "person", "m")


def test_an_acronym_is_what_it_stands_for(models: Models) -> None:
    linked = _Linked(
        models,
        "The International Atomic Energy Agency (IAEA) inspected the plant. The IAEA found nothing."
        " The U.S. welcomed it. Other officials in the United States did too.",
    )
    assert linked.meant("IAEA") == linked.meant("IAEA", 1)
    assert linked.meant("IAEA") == ["International Atomic Energy Agency"]
    assert linked.meant("U.S.") == linked.meant("United") == ["United States"]


def test_a_company_is_one_with_and_without_its_form(models: Models) -> None:
    text = "Apple Computer Inc. reported a profit. Apple sold more phones than Google."
    linked = _Linked(models, text)
    assert linked.meant("Apple") == linked.meant("Apple", 1) == ["Apple Computer Inc."]


def test_a_dateline_in_capitals_does_not_name_the_town(models: Models) -> None:
    linked = _Linked(models, "MOSCOW (AP) _ Talks began in Moscow. Snow fell on Moscow on Friday.")
    assert linked.names()[0] == "Moscow"


def test_an_office_alone_is_nobody(models: Models) -> None:
    linked = _Linked(models, "The Undersecretary wrote to the Boeing Chief Financial Officer.")
    assert not {"Undersecretary", "Boeing Chief Financial Officer"} & set(linked.names())


def test_the_company_is_the_only_one_nearby(models: Models) -> None:
    linked = _Linked(
        models,
        "On Monday, Microsoft said that profits rose. The company raised its forecast. Shares of "
        "Google fell after Microsoft spoke. The company did not comment.",
    )
    assert linked.meant("company") == ["Microsoft"]
    assert linked.meant("company", 1) == []


def test_a_family_name_alone_is_that_of_whom_the_article_is_about(models: Models) -> None:
    linked = _Linked(
        models,
        "Marie Okafor died in Lisbon. Her daughter Anna Okafor spoke in Paris. Many wept. "
        "Okafor was born in Lagos.",
    )
    assert linked.meant("Okafor", 2) == ["Marie Okafor"]


def test_right_behind_a_full_name_the_family_name_is_that_of_the_same(models: Models) -> None:
    linked = _Linked(
        models,
        "Bill Clinton spoke in Chicago. Clinton was cheered. Hillary Clinton spoke in Boston. "
        "Clinton was booed.",
    )
    assert linked.meant("Clinton", 1) == ["Bill Clinton"]
    assert linked.meant("Clinton", 3) == ["Hillary Clinton"]


def test_no_verb_of_a_headline_becomes_a_name(models: Models) -> None:
    linked = _Linked(
        models,
        "North Korea Joins Russia in Long War Against Ukraine\nNorth Korea has sent troops to "
        "Russia.",
    )
    assert linked.names()[:3] == ["North Korea", "Russia", "Ukraine"]
    assert not any("Joins" in name for name in linked.names())


def test_a_headline_in_capitals_names_what_the_text_names(models: Models) -> None:
    linked = _Linked(
        models,
        "RUTTE WARNS RUSSIA OVER NORTH KOREAN TROOPS\nMark Rutte warned Russia on Monday.",
    )
    assert linked.meant("RUTTE") == ["Mark Rutte"]
    assert linked.meant("RUSSIA") == ["Russia"]
    assert linked.names()[:2] == ["Mark Rutte", "Russia"]


def test_pronouns_go_to_the_person_that_is_meant(models: Models) -> None:
    linked = _Linked(
        models,
        "Russian President Vladimir Putin wants to change global power dynamics. He held a summit "
        "with leaders from China and India last week. His minister praised it.",
    )
    assert linked.meant("He") == linked.meant("His") == ["Vladimir Putin"]
    his = linked.entities.mentions[2][0]
    assert his.is_pronoun
    assert his.is_possessive


def test_they_are_those_who_did_it_together(models: Models) -> None:
    linked = _Linked(
        models,
        "Defense Secretary Lloyd Austin and Secretary of State Antony Blinken will hold talks in "
        "Washington. They will not limit the use of weapons.",
    )
    assert linked.meant("They") == ["Lloyd Austin", "Antony Blinken"]


def test_who_does_something_to_him_is_another(models: Models) -> None:
    linked = _Linked(models, "Peter Strand shot him on Friday.")
    assert linked.meant("him") == []


def test_the_president_is_the_only_one_of_the_article(models: Models) -> None:
    linked = _Linked(
        models,
        "French President Emmanuel Macron flew to Berlin. The president will return on Friday.",
    )
    assert linked.meant("president") == ["Emmanuel Macron"]


@pytest.mark.parametrize(
    "text", ["", "he he his THE THE", "((((", "A B C D E F G", "’s ’s NATO’s’s", "🙂 His 🙂 U. S. "]
)
def test_any_text_is_borne(models: Models, text: str) -> None:
    _Linked(models, text)


def test_towns_and_companies_are_told_from_people_by_what_is_said_of_them(models: Models) -> None:
    linked = _Linked(
        models,
        "Anna Berg, the mayor of Nordvik, met him in Ljubljana. He will return to Hull in March. "
        "Shares of Veltron fell after Veltron reported a loss.",
    )

    kinds = {entity.name: str(entity.kind) for entity in linked.entities.all}
    assert kinds == {
        "Anna Berg": "person",
        "Nordvik": "place",
        "Ljubljana": "place",
        "Hull": "place",
        "Veltron": "organisation",
    }


def test_he_is_not_whom_he_speaks_of(models: Models) -> None:
    linked = _Linked(
        models,
        "Kevin Allton called Andy Warhol a legend. "
        "He said that Andy Warhol was the center of the Zeitgeist.",
    )

    assert linked.meant("He") == ["Kevin Allton"]
