"""Tags of one scheme are put into the other."""

from __future__ import annotations

import pytest

from timeline_app.extraction.model.tag_schemes import penn_tag, universal_tag


@pytest.mark.parametrize(
    ("penn", "universal"),
    [
        ("VBD", "VERB"), ("NNPS", "PROPN"), ("NN", "NOUN"), ("PRP$", "PRON"), ("MD", "AUX"),
        ("JJR", "ADJ"), ("TO", "PART"), (",", "PUNCT"), ("-LRB-", "PUNCT"), ("HYPH", "PUNCT"),
        ("", "X"), ("XX", "X"),
    ],
)  # fmt: skip
def test_penn_to_universal(penn: str, universal: str) -> None:
    assert universal_tag(penn) == universal


@pytest.mark.parametrize(
    ("universal", "features", "lemma", "penn"),
    [
        ("VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", "meet", "VBD"),
        ("VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "meet", "VBZ"),
        ("VERB", "Tense=Pres|VerbForm=Fin", "meet", "VBP"),
        ("VERB", "Tense=Past|VerbForm=Part", "meet", "VBN"),
        ("VERB", "Tense=Pres|VerbForm=Part", "meet", "VBG"),
        ("VERB", "VerbForm=Inf", "meet", "VB"),
        ("AUX", "VerbForm=Fin", "will", "MD"),
        ("NOUN", "Number=Plur", "talk", "NNS"),
        ("PROPN", "", "Putin", "NNP"),
        ("PRON", "Person=3|Poss=Yes", "his", "PRP$"),
        ("PART", "", "to", "TO"),
        ("ADJ", "Degree=Cmp", "big", "JJR"),
        ("PUNCT", "", ",", "."),
    ],
)
def test_universal_to_penn(universal: str, features: str, lemma: str, penn: str) -> None:
    assert penn_tag(universal, features, lemma) == penn
