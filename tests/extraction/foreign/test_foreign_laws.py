"""Laws that hold for the time expressions of any text in any language."""

from __future__ import annotations

import gc
import itertools
import time
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain import TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.detection import detect_language
from timeline_app.extraction.expressions import resolve
from timeline_app.extraction.expressions.foreign.lexicon import LANGUAGES, lexicon
from timeline_app.extraction.expressions.foreign.recognition import recognise_foreign
from timeline_app.extraction.foreign_proposals import propose_foreign

_ANCHOR = CivilDate(2024, 10, 30)
_WORDS = {
    language: sorted(
        " ".join((first, *rest)).replace("' ", "'")
        for first, phrases in lexicon(language).phrases.items()
        for rest, _ in phrases
    )
    for language in LANGUAGES
}
_NUMBERS = ["3.", "3", "31", "1er", "90", "1990er", "1990-е", "2024", "03.04.2024", "XIX", "1.500"]
_MARKS = [",", ".", "-", "–", "(", ")", "\n\n", "€", "Haus", "haus", "’"]


@st.composite
def _texts(draw: st.DrawFn) -> tuple[str, str]:
    language = draw(st.sampled_from(LANGUAGES))
    pieces = st.sampled_from(_WORDS[language] + _NUMBERS * 8 + _MARKS * 4)
    return language, " ".join(draw(st.lists(pieces, max_size=24)))


@given(_texts())
def test_words_of_time_in_any_order_are_read(given_text: tuple[str, str]) -> None:
    language, text = given_text
    _check(language, text)


@given(st.sampled_from(LANGUAGES), st.text(max_size=200))
def test_any_text_is_read(language: str, text: str) -> None:
    _check(language, text)


def _check(language: str, text: str) -> None:
    found = recognise_foreign(text, [TextRange(0, len(text))], language)
    places = [expression.range for expression in found]
    assert all(place.cut(text) == place.cut(text).strip() != "" for place in places)
    assert all(one.end <= other.start for one, other in itertools.pairwise(places))
    assert resolve(text, found, _ANCHOR) == resolve(text, found, _ANCHOR)
    analysis = analyse(text, [TextRange(0, len(text))], language)
    for proposal in propose_foreign(analysis, _ANCHOR):
        assert proposal.title
        assert proposal.expression is not None
        assert proposal.quote_range.start <= proposal.expression.start
        assert proposal.expression.end <= proposal.quote_range.end


@given(st.text(max_size=300))
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert detect_language(text) in {"", "en", *LANGUAGES}


_ADVERSARIAL: dict[str, tuple[str, str]] = {
    "months": ("de", "März "),
    "steps": ("es", "pasado próximo último "),
    "digits": ("fr", "3 "),
    "thousands": ("ru", "1 500 "),
    "spaces": ("it", " "),
    "dates": ("pt", "3 de março de 2024, "),
    "future": ("nl", "op vrijdag zal "),
    "ordinals": ("de", "am 3. "),
    "prefixes": ("fr", "il y a "),
    "clocks": ("es", "ayer a las 9:30 "),
    "hours": ("de", "um 9 "),
    "rare forms": ("es", "marzo 3 de 2025, "),
}


@pytest.mark.parametrize(("language", "piece"), _ADVERSARIAL.values(), ids=_ADVERSARIAL)
def test_the_time_grows_with_the_text(language: str, piece: str) -> None:
    short, long = piece * (6_000 // len(piece)), piece * (24_000 // len(piece))
    analyse(short, [TextRange(0, len(short))], language)
    quick, slow = (
        min(_seconds(partial(analyse, text, [TextRange(0, len(text))], language)) for _ in range(2))
        for text in (short, long)
    )
    assert slow < 12 * quick + 0.05  # four times the text


def _seconds(work: Callable[[], object]) -> float:
    """The time that work takes, undisturbed by garbage collection."""
    gc.disable()
    try:
        started = time.process_time()
        work()
        return time.process_time() - started
    finally:
        gc.enable()
