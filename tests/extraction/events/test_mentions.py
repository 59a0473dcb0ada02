"""Mentions: which words of a text become proposals."""

from __future__ import annotations

import pytest

from tests.extraction.events.parsing import TUESDAY, proposals, titles
from timeline_app.domain import Cancelled, TextRange
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.events.proposer import ModelProposer
from timeline_app.extraction.events.reading import Models


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one event in several words
        ("Apple began selling the phone in June.", ["Apple began selling the phone"]),
        ("The court ordered Google to pay a fine.", ["The court ordered Google to pay a fine"]),
        ("Lee is going to call the vendor tomorrow.", ["Lee is going to call the vendor"]),
        (
            "In January 2011 Castro presented a report on abandoned mines to the senate.",
            ["Castro presented a report on abandoned mines to the senate"],
        ),
        ("As discussed, Acme opened a plant.", ["Acme opened a plant"]),
        # saying is the source of what is said, not an event
        ("The minister said that Poland had sent tanks.", ["Poland sent tanks"]),
        ("Poland has sent tanks, the minister said.", ["Poland sent tanks"]),
        # but announcing and confirming is
        (
            "Mark Rutte confirmed that the troops had arrived.",
            ["Mark Rutte confirmed that the troops had arrived"],
        ),
        # what something was done for has not happened
        ("Kim sent men to Russia to train and fight.", ["Kim sent men to Russia to train"]),
        ("Adding more soldiers is expensive.", []),
    ],
)
def test_what_is_told_as_an_event(models: Models, text: str, expected: list[str]) -> None:
    shown = [each.title for each in proposals(models, text) if not each.is_folded]

    assert shown == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "?",
        "…",
        "12 34 56",
        "a, b, c",
        "{x: [1, 2]}",
        "😀 😀",
        "\n\n",
        "raise ValueError('attack failed') if is_over() else attack(kabul, 2010)",
        "<li class='war'><b>attack</b></li>",
        "log.info('server stopped at %s', now())",
        "Traceback (most recent call last):",
    ],
)
def test_nothing_comes_of_what_is_no_text(models: Models, text: str) -> None:
    assert titles(models, text) == []


class _StoppedAtOnce:
    def step(self, done: int, total: int, note: str = "") -> None:
        del done, total, note
        raise Cancelled


def test_a_long_text_can_be_given_up(models: Models) -> None:
    text = "Putin met Xi. " * 1_000
    analysis = analyse(text, [TextRange(0, len(text))])

    with pytest.raises(Cancelled):
        ModelProposer(models).propose(analysis, TUESDAY, progress=_StoppedAtOnce())
