"""Articles in other languages than English, from their text to the redating of their events."""

from __future__ import annotations

import pytest

from tests.extraction.foreign.marked_articles import ARTICLES, MarkedArticle
from timeline_app.domain import Article, Certainty, TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.services import review
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.reading import find_proposals, read_pasted_html, read_pasted_text
from timeline_app.services.redating import plan_redating

_GERMAN = (
    "Brücke in Köln gesperrt\n"
    "Köln, 30. Oktober 2024\n\n"
    "Die Stadt hat am Dienstag die alte Brücke über den Rhein gesperrt. Vergangene Woche waren "
    "dort Risse entdeckt worden. Am 5. November soll der Rat darüber beraten.\n\n"
    "Die Brücke wurde am 3. Mai 1958 eröffnet, und seit 2019 ist sie in schlechtem Zustand.\n"
)


def _events(library: Library, article_id: int) -> list[tuple[str, str | None]]:
    events = library.project.events_of_article(article_id)
    return [(each.title, None if each.span is None else write_edtf(each.span)) for each in events]


def _added(library: Library, article: Article) -> int:
    return add_article(library, article, find_proposals(article))


@pytest.mark.parametrize("marked", ARTICLES, ids=lambda each: each.language)
def test_a_pasted_article_has_its_own_language(marked: MarkedArticle) -> None:
    article = read_pasted_text(marked.text)
    assert article.language == marked.language
    assert find_proposals(article) != []


def test_the_words_of_a_page_tell_its_language_whatever_it_says() -> None:
    body = "".join(f"<p>{line}</p>" for line in _GERMAN.split("\n")[3:] if line)
    page = f"<html lang='en-US'><head><title>Brücke gesperrt</title></head><body>{body}</body>"
    assert read_pasted_html(page).language == "de"


def test_a_page_is_believed_where_its_words_do_not_tell() -> None:
    page = "<html lang='nl-BE'><head><title>Foto</title></head><body><p>{}</p></body></html>"
    assert read_pasted_html(page.format("Jan Peeters, Antwerpen. " * 6)).language == "nl-BE"


def test_a_german_article_gives_dated_events(library: Library) -> None:
    article = read_pasted_text(_GERMAN)
    assert article.published == CivilDate(2024, 10, 30)
    assert _events(library, _added(library, article)) == [
        ("Die Stadt hat die alte Brücke über den Rhein gesperrt", "2024-10-29"),
        ("Vergangene Woche waren dort Risse entdeckt worden", "[2024-10-21..2024-10-27]"),
        ("Am 5. November soll der Rat darüber beraten", "2024-11-05"),
        ("Die Brücke wurde eröffnet, und seit 2019 ist sie in schlechtem Zustand", "1958-05-03"),
    ]


def test_evidence_quotes_the_article_word_for_word(library: Library) -> None:
    article_id = _added(library, read_pasted_text(_GERMAN))
    text = library.project.articles[article_id].text
    for evidence in library.project.evidence_of_article(article_id):
        assert evidence.quote == evidence.quote_range.cut(text)
        assert evidence.expression is not None
        assert evidence.expression.cut(text) in evidence.quote


def test_relative_dates_follow_when_the_article_date_is_corrected(library: Library) -> None:
    article_id = _added(library, read_pasted_text(_GERMAN))
    plan = plan_redating(library, article_id, CivilDate(2024, 10, 23))
    assert (plan.follows, plan.stays) == (2, 0)
    library.apply(plan.change)
    assert [when for _, when in _events(library, article_id)] == [
        "2024-10-22",
        "[2024-10-14..2024-10-20]",
        "2024-11-05",
        "1958-05-03",
    ]
    certainties = {each.certainty for each in library.project.events_of_article(article_id)}
    assert Certainty.CERTAIN not in certainties


def test_without_an_article_date_relative_dates_are_open(library: Library) -> None:
    article_id = _added(library, read_pasted_text(_GERMAN))
    library.apply(plan_redating(library, article_id, None).change)
    assert [when for _, when in _events(library, article_id)] == [None, None, None, "1958-05-03"]


def test_a_selection_is_dated_by_its_own_language(library: Library) -> None:
    article_id = _added(library, read_pasted_text(_GERMAN))
    start = _GERMAN.index("dort Risse")
    event_id = review.add_event_from_selection(library, article_id, TextRange(start, start + 26))
    span = library.project.events[event_id].span
    assert span is not None
    assert write_edtf(span) == "[2024-10-21..2024-10-27]"
