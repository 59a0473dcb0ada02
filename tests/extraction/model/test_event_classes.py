"""Classes of events in the terms of TimeML."""

from __future__ import annotations

from tests.extraction.model.trees import tree
from timeline_app.extraction.model.event_classes import class_of


def test_saying_reports() -> None:
    sentence = tree("He he PRON PRP 2 nsubj", "said say VERB VBD 0 root", "so so ADV RB 2 advmod")
    assert class_of(sentence, 1) == "REPORTING"


def test_explaining_reports_only_what_is_said() -> None:
    told = tree(
        "He he PRON PRP 2 nsubj",
        "explained explain VERB VBD 0 root",
        "it it PRON PRP 4 nsubj",
        "failed fail VERB VBD 2 ccomp",
    )
    bare = tree("It it PRON PRP 2 nsubj", "explained explain VERB VBD 0 root", "a a DET DT 2 obj")
    assert class_of(told, 1) == "REPORTING"
    assert class_of(bare, 1) == "OCCURRENCE"


def test_helping_is_an_action_only_with_what_is_helped() -> None:
    sentence = tree(
        "He he PRON PRP 2 nsubj",
        "helped help VERB VBD 0 root",
        "win win VERB VB 2 xcomp",
    )
    assert class_of(sentence, 1) == "I_ACTION"
    assert class_of(sentence, 2) == "OCCURRENCE"


def test_adjectives_are_states() -> None:
    sentence = tree("It it PRON PRP 3 nsubj", "is be AUX VBZ 3 cop", "calm calm ADJ JJ 0 root")
    assert class_of(sentence, 2) == "STATE"


def test_wanting_is_a_state_and_beginning_an_aspect() -> None:
    sentence = tree(
        "They they PRON PRP 2 nsubj",
        "want want VERB VBP 0 root",
        "to to PART TO 4 mark",
        "begin begin VERB VB 2 xcomp",
    )
    assert class_of(sentence, 1) == "I_STATE"
    assert class_of(sentence, 3) == "ASPECTUAL"
