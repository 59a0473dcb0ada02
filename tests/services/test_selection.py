"""Events made from words that are selected in an article."""

from __future__ import annotations

import pytest

from tests.services.sample_project import sample_article
from timeline_app.domain import TextRange, UserError
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.review import add_event_from_selection

_TEXT = (
    "On 3 October 2024 Austin arrived, and on 5 October 2024  he left. "
    "Nothing else is known. In 2019 it had been different."
)


@pytest.fixture
def article_id(library: Library) -> int:
    return add_article(library, sample_article(_TEXT), [])


def _select(library: Library, article_id: int, words: str) -> tuple[str, str, str | None]:
    """Title, quote and date of the event made from some words."""
    start = _TEXT.index(words)
    event_id = add_event_from_selection(library, article_id, TextRange(start, start + len(words)))
    event = library.project.events[event_id]
    quote = library.project.evidence_of_event(event_id)[0].quote
    return event.title, quote, None if event.span is None else write_edtf(event.span)


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Austin arrived", "2024-10-03"),
        ("he left", "2024-10-05"),
        ("Nothing else is known", "[..2024-10-29]"),
        ("it had been different", "2019"),
    ],
)
def test_the_nearest_time_expression_of_the_sentence_dates_the_event(
    library: Library, article_id: int, words: str, when: str
) -> None:
    assert _select(library, article_id, words)[2] == when


def test_the_words_are_title_and_quote_without_blank_ends(
    library: Library, article_id: int
) -> None:
    title, quote, _ = _select(library, article_id, " 5 October 2024  he left. ")
    assert quote == "5 October 2024  he left."
    assert title == "5 October 2024 he left."


def test_a_long_selection_gives_a_short_title(library: Library) -> None:
    words = _TEXT + " And so on, and so on."
    long_id = add_article(library, sample_article(words), [])
    event_id = add_event_from_selection(library, long_id, TextRange(0, len(words)))
    event = library.project.events[event_id]
    assert library.project.evidence_of_event(event_id)[0].quote == words
    assert event.title == " ".join(words.split())[:119].rsplit(" ", 1)[0] + "…"


def test_selecting_nothing_is_told_in_a_sentence(library: Library, article_id: int) -> None:
    for selection in (TextRange(3, 3), TextRange(_TEXT.index("  he"), _TEXT.index("he"))):
        with pytest.raises(UserError, match="Select the words"):
            add_event_from_selection(library, article_id, selection)
    assert not library.project.events
