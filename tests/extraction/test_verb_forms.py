from __future__ import annotations

import pytest

from timeline_app.extraction.verb_forms import Form, past_form, read_verb, simple_past


@pytest.mark.parametrize(
    ("word", "lemma", "forms"),
    [
        ("says", "say", Form.THIRD),
        ("stopped", "stop", Form.PAST | Form.PARTICIPLE),
        ("hoped", "hope", Form.PAST | Form.PARTICIPLE),
        ("tried", "try", Form.PAST | Form.PARTICIPLE),
        ("went", "go", Form.PAST),
        ("taken", "take", Form.PARTICIPLE),
        ("hit", "hit", Form.BASE | Form.PAST | Form.PARTICIPLE),
        ("dying", "die", Form.ING),
        ("making", "make", Form.ING),
    ],
)
def test_forms_are_told_by_tables_and_by_spelling(word: str, lemma: str, forms: Form) -> None:
    reading = read_verb(word)
    assert reading is not None
    assert (reading.lemma, reading.forms) == (lemma, forms)


def test_a_word_that_is_no_verb_has_no_reading() -> None:
    assert read_verb("because") is None
    assert read_verb("") is None


def test_the_lean_tells_verbs_from_nouns() -> None:
    says, man = read_verb("says"), read_verb("man")
    assert says is not None
    assert man is not None
    assert man.lean < 0.1
    assert says.lean > 0.9


def test_irregular_pasts_are_known() -> None:
    assert past_form("take") == "took"
    assert past_form("walk") == ""


@pytest.mark.parametrize(
    ("lemma", "past"),
    [
        ("hold", "held"),
        ("be", "was"),
        ("stop", "stopped"),
        ("offer", "offered"),
        ("visit", "visited"),
        ("refer", "referred"),
        ("submit", "submitted"),
        ("panic", "panicked"),
        ("try", "tried"),
        ("play", "played"),
        ("free", "freed"),
    ],
)
def test_the_past_of_any_verb(lemma: str, past: str) -> None:
    assert simple_past(lemma) == past
