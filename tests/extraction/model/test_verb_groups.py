"""Tense, aspect, modality and polarity out of trees."""

from __future__ import annotations

import pytest

from tests.extraction.model.trees import tree
from timeline_app.extraction.model.verb_groups import VerbForm, verb_form

_SHE = "She she PRON PRP {head} nsubj"


@pytest.mark.parametrize(
    ("helpers", "verb", "form"),
    [
        ([], "left leave VERB VBD", VerbForm("PAST")),
        ([], "leaves leave VERB VBZ", VerbForm("PRESENT")),
        (["will will AUX MD aux"], "leave leave VERB VB", VerbForm("FUTURE")),
        (["has have AUX VBZ aux"], "left leave VERB VBN", VerbForm("PRESENT", "PERFECTIVE")),
        (["had have AUX VBD aux"], "left leave VERB VBN", VerbForm("PAST", "PERFECTIVE")),
        (["is be AUX VBZ aux"], "leaving leave VERB VBG", VerbForm("PRESENT", "PROGRESSIVE")),
        (
            ["has have AUX VBZ aux", "been be AUX VBN aux"],
            "leaving leave VERB VBG",
            VerbForm("PRESENT", "PERFECTIVE_PROGRESSIVE"),
        ),
        (
            ["was be AUX VBD aux:pass"],
            "seen see VERB VBN",
            VerbForm("PAST", is_passive=True),
        ),
        (["might might AUX MD aux"], "leave leave VERB VB", VerbForm("NONE", modality="MIGHT")),
        (
            ["did do AUX VBD aux", "n't not PART RB advmod"],
            "leave leave VERB VB",
            VerbForm("PAST", is_negated=True),
        ),
        (
            ["wo will AUX MD aux", "n’t not PART RB advmod"],
            "leave leave VERB VB",
            VerbForm("FUTURE", is_negated=True),
        ),
        (["to to PART TO mark"], "leave leave VERB VB", VerbForm("INFINITIVE")),
    ],
)
def test_a_verb_with_its_helpers(helpers: list[str], verb: str, form: VerbForm) -> None:
    place = len(helpers) + 2
    rows = [_SHE.format(head=place)]
    rows += [f"{' '.join(row.split()[:4])} {place} {row.split()[4]}" for row in helpers]
    sentence = tree(*rows, f"{verb} 0 root")

    assert verb_form(sentence, place - 1) == form


def test_joined_verbs_share_their_helper() -> None:
    sentence = tree(
        "They they PRON PRP 3 nsubj",
        "will will AUX MD 3 aux",
        "meet meet VERB VB 0 root",
        "and and CCONJ CC 5 cc",
        "talk talk VERB VB 3 conj",
    )

    assert verb_form(sentence, 4).tense == "FUTURE"


def test_an_adjective_has_the_tense_of_its_copula() -> None:
    sentence = tree("He he PRON PRP 3 nsubj", "was be AUX VBD 3 cop", "ready ready ADJ JJ 0 root")

    assert verb_form(sentence, 2) == VerbForm("PAST")


def test_a_noun_has_no_tense() -> None:
    sentence = tree(
        "No no DET DT 2 det", "talks talk NOUN NNS 3 nsubj", "followed follow VERB VBD 0 root"
    )

    assert verb_form(sentence, 1) == VerbForm(is_negated=True)


def test_going_to_is_future() -> None:
    sentence = tree(
        "He he PRON PRP 3 nsubj",
        "is be AUX VBZ 3 aux",
        "going go VERB VBG 0 root",
        "to to PART TO 5 mark",
        "win win VERB VB 3 xcomp",
    )

    assert verb_form(sentence, 4).tense == "FUTURE"


def test_the_first_word_of_a_sentence_counts_as_a_child() -> None:
    sentence = tree("Rain rain NOUN NN 2 nsubj", "fell fall VERB VBD 0 root")

    assert sentence.has_child(1, "nsubj")
    assert not sentence.has_child(1, "obj")


def test_to_makes_an_infinitive_also_behind_is() -> None:
    sentence = tree(
        "The the DET DT 2 det",
        "aim aim NOUN NN 5 nsubj:outer",
        "is be AUX VBZ 5 cop",
        "to to PART TO 5 mark",
        "win win VERB VB 0 root",
    )

    assert verb_form(sentence, 4).tense == "INFINITIVE"


def test_a_bare_verb_joined_to_a_finite_one_has_its_tense() -> None:
    sentence = tree(
        "They they PRON PRP 2 nsubj",
        "come come VERB VBP 0 root",
        "and and CCONJ CC 4 cc",
        "go go VERB VB 2 conj",
    )

    assert verb_form(sentence, 3).tense == "PRESENT"
