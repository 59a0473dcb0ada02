"""Which words of a sentence cannot stand for the same, in trees written by hand."""

from __future__ import annotations

from tests.extraction.model.trees import tree
from timeline_app.extraction.events.names.binding import head_of, may_corefer


def test_what_one_verb_joins_is_two() -> None:
    met = tree(
        "Putin Putin PROPN NNP 2 nsubj",
        "met meet VERB VBD 0 root",
        "him he PRON PRP 2 obj",
    )
    assert not may_corefer(met, 2, range(1))


def test_an_owner_may_be_the_subject() -> None:
    met = tree(
        "Putin Putin PROPN NNP 2 nsubj",
        "met meet VERB VBD 0 root",
        "his he PRON PRP$ 4 nmod:poss",
        "mother mother NOUN NN 2 obj",
    )
    assert may_corefer(met, 2, range(1))


def test_the_brother_of_somebody_is_another() -> None:
    came = tree(
        "His he PRON PRP$ 2 nmod:poss",
        "brother brother NOUN NN 4 nsubj",
        "John John PROPN NNP 2 appos",
        "came come VERB VBD 0 root",
    )
    assert not may_corefer(came, 0, range(2, 3))


def test_he_who_says_it_is_none_of_those_he_names() -> None:
    said = tree(
        "He he PRON PRP 2 nsubj",
        "said say VERB VBD 0 root",
        "Putin Putin PROPN NNP 4 nsubj",
        "left leave VERB VBD 2 ccomp",
    )
    assert not may_corefer(said, 0, range(2, 3))


def test_a_pronoun_may_come_before_its_name() -> None:
    left = tree(
        "When when ADV WRB 3 advmod",
        "he he PRON PRP 3 nsubj",
        "arrived arrive VERB VBD 5 advcl",
        "Putin Putin PROPN NNP 5 nsubj",
        "smiled smile VERB VBD 0 root",
    )
    assert may_corefer(left, 1, range(3, 4))


def test_a_title_can_be_the_head_of_a_name() -> None:
    came = tree(
        "Secretary secretary PROPN NNP 3 nsubj",
        "Austin Austin PROPN NNP 1 flat",
        "came come VERB VBD 0 root",
    )
    assert head_of(came, range(1, 2)) == 0
