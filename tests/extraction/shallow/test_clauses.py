from __future__ import annotations

import pytest

from tests.extraction.reading import clauses, words

_ACCUSED = "A man accused of running a bomb factory"


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Putin held a summit.", "held", "Putin"),
        ("Leaders from China and India met him.", "met", "Leaders from China and India"),
        ("Rutte, the head of NATO, confirmed it.", "confirmed", "Rutte"),
        ("Rutte, who was in Kyiv, confirmed it.", "confirmed", "Rutte"),
        ("The man who shot him fled.", "shot", "The man"),
        ("He met Biden and flew to Rome.", "flew", "He"),
        ("In Moscow, Putin opened a fair.", "opened", "Putin"),
        ("A man accused of running a bomb factory fled.", "fled", _ACCUSED),
        ("The man running the shop fled.", "fled", "The man running the shop"),
        ("James Kopp, 44, fled.", "fled", "James Kopp"),
        ("It was late, said the minister.", "said", "the minister"),
        ("Austin and Blinken will talk.", "talk", "Austin and Blinken"),
    ],
)
def test_every_verb_finds_its_subject(text: str, verb: str, subject: str) -> None:
    sentence, found = clauses(text)
    clause = next(each for each in found if sentence.tokens[each.group.head].form == verb)
    assert words(sentence, clause.subject) == subject


@pytest.mark.parametrize(
    ("text", "verb", "rest"),
    [
        ("He said troops had left because it rained.", "left", ""),
        ("He sold the firm, and she bought a house.", "sold", "the firm"),
        ("He sold the firm and left the country.", "sold", "the firm"),
        ("He visited France, Spain and Italy.", "visited", "France , Spain and Italy"),
        ("He confirmed that units are in Kursk.", "confirmed", "that units are in Kursk"),
        ("He met the man who shot him.", "met", "the man"),
    ],
)
def test_a_clause_ends_where_the_next_begins(text: str, verb: str, rest: str) -> None:
    sentence, found = clauses(text)
    clause = next(each for each in found if sentence.tokens[each.group.head].form == verb)
    assert words(sentence, clause.rest) == rest


def test_verb_groups_know_their_auxiliaries() -> None:
    _, (clause,) = clauses("They have not been arrested.")
    group = clause.group
    assert (group.lemma, group.is_perfect, group.is_passive, group.is_negated) == (
        "arrest",
        True,
        True,
        True,
    )


def test_what_is_planned_hangs_on_its_verb() -> None:
    _, (clause,) = clauses("Putin wants to change the world.")
    assert (clause.group.lemma, clause.group.infinitive_lemma) == ("want", "change")


def test_conditions_are_told() -> None:
    _, found = clauses("If Trump wins the vote, he will cut the aid.")
    assert found[0].is_conditional
    assert not found[-1].is_conditional


def _subjects_of(text: str) -> dict[str, str]:
    sentence, found = clauses(text)
    return {each.group.lemma: words(sentence, each.subject) for each in found}


def test_a_verb_goes_on_behind_an_insertion() -> None:
    found = _subjects_of("Reed, who took office then, plans to visit Berlin.")
    assert found["plan"] == "Reed"


def test_what_follows_a_report_with_its_own_verb_is_not_who_reports() -> None:
    found = _subjects_of("Duarte, who took over then, said the company would close its plant.")
    assert found["say"] == "Duarte"
    assert found["close"] == "the company"


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("The next council meeting will take place.", "take", "The next council meeting"),
        ("He was jailed during the war and the family fled.", "flee", "the family"),
    ],
)
def test_subjects_are_whole_and_take_in_nothing_else(text: str, lemma: str, subject: str) -> None:
    assert _subjects_of(text)[lemma] == subject


def test_who_refers_to_the_name_before_its_description() -> None:
    found = _subjects_of("She married Luis Ruiz, an engineer, who died in Rome.")
    assert found["die"] == "Luis Ruiz"
