"""Quotations: the stretches of a text that are somebody's own words."""

from __future__ import annotations

import pytest

from tests.extraction.events.parsing import the
from timeline_app.domain import Factuality
from timeline_app.extraction.events.factuality.quotations import quotations_of
from timeline_app.extraction.events.reading import Models


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said: “We won the war in May.”", ["We won the war in May."]),
        ('"We won the war," he said, "and we lost the peace then."',
         ["We won the war,", "and we lost the peace then."]),
        ("A so-called “peace treaty” was signed.", []),
        ("“I was there. I saw it all.\n\nThe sun shone.", ["I was there. I saw it all."]),
        ("« Nous avons tous gagné », dit-il.", [" Nous avons tous gagné "]),
        ("12\" of rain fell on the town.", [" of rain fell on the town."]),
        ("”””", []),
    ],
)  # fmt: skip
def test_where_somebody_s_own_words_stand(text: str, quoted: list[str]) -> None:
    assert [each.cut(text) for each in quotations_of(text).ranges] == quoted


def test_what_is_told_in_a_quotation_is_said(models: Models) -> None:
    text = "Ana Castro led the rescue. “It was hard. The tunnel collapsed on 14 February 2010.”"

    assert the(models, "led", text).factuality is Factuality.HAPPENED
    assert the(models, "collapsed", text).factuality is Factuality.SAID
