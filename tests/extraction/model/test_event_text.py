"""What an article's events have in common."""

from __future__ import annotations

from tests.extraction.model.trees import tree
from timeline_app.domain import TextRange
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.event_text import EventText, is_within, stem_of
from timeline_app.extraction.model.verb_groups import VerbForm

_RESIGNED = tree(
    "Lindholm Lindholm PROPN NNP 2 nsubj",
    "resigned resign VERB VBD 0 root",
    "after after ADP IN 5 case",
    "Monday’s Monday PROPN NNP 5 nmod:poss",
    "resignation resignation NOUN NN 2 obl",
)
_EVENTS = [
    TaggedEvent(word, "OCCURRENCE", VerbForm(), 2.0)
    for word, each in enumerate(_RESIGNED.words)
    if each.lemma.startswith("resign")
]


def _text() -> EventText:
    times = [TextRange(24, 32), TextRange(90, 96)]
    return EventText([_RESIGNED], [_EVENTS], times, "Minister’s resignation")


def test_words_of_one_family_have_one_stem() -> None:
    assert stem_of("resignation") == stem_of("Resign") != stem_of("rescue")
    assert _text().event_stems["resig"] == 2
    assert _text().event_lemmas["resign"] == 1
    assert "resig" in _text().title_stems


def test_the_first_event_of_a_stem_is_its_first_mention() -> None:
    assert _text().first_mentions == {(0, 1)}


def test_the_times_of_a_sentence_begin_in_it() -> None:
    assert list(_text().times_in(_RESIGNED)) == [TextRange(24, 32)]


def test_a_range_holds_what_stands_before_its_end() -> None:
    ranges = [TextRange(2, 4), TextRange(6, 9)]
    assert [position for position in range(10) if is_within(ranges, position)] == [2, 3, 6, 7, 8]


def test_nothing_is_in_an_empty_text() -> None:
    text = EventText([], [], [], "")
    assert not text.stems
    assert not text.first_mentions
    assert not text.title_stems
