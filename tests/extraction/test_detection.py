"""Which language a text is in."""

from __future__ import annotations

import itertools
import re

import pytest

from tests.extraction.foreign.marked_articles import ARTICLES, MarkedArticle
from timeline_app.extraction.any_language import language_of
from timeline_app.extraction.detection import detect_language
from timeline_app.resources import seeds_path


@pytest.mark.parametrize("article", ARTICLES, ids=lambda each: each.language)
def test_two_sentences_tell_the_language(article: MarkedArticle) -> None:
    sentences = re.split(r"(?<=[.!?])\s+", article.text.strip())
    pairs = [f"{one} {other}" for one, other in itertools.pairwise(sentences)]
    assert {pair: detect_language(pair) for pair in pairs} == dict.fromkeys(pairs, article.language)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda each: each.language)
def test_one_sentence_is_never_taken_for_another_language(article: MarkedArticle) -> None:
    sentences = re.split(r"(?<=[.!?])\s+", article.text.strip())
    assert {detect_language(sentence) for sentence in sentences} <= {article.language, ""}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das Treffen fand am 3. März 2024 statt.", "de"),
        ("La réunion a eu lieu le 3 mars 2024.", "fr"),
        ("La reunión tuvo lugar el 3 de marzo de 2024.", "es"),
        ("La riunione si è tenuta il 3 marzo 2024.", "it"),
        ("A reunião realizou-se em 3 de março de 2024.", "pt"),
        ("De vergadering vond plaats op 3 maart 2024.", "nl"),
        ("Встреча состоялась 3 марта 2024 года.", "ru"),
        ("He resigned in March.", "en"),
        ("It was in 44 BC.", "en"),
        ("BUNDESTAG BESCHLIESST GESETZ ÜBER DIE NEUEN STEUERN FÜR DAS JAHR", "de"),
        ("Merkel reist nach Paris", ""),
        ("Los Angeles Mayor Maria de la Cruz met Juan de los Santos in El Paso.", ""),
        ("Leonardo di Caprio, Robert de Niro and Vincent van den Berg left La Scala.", ""),
        ("12 345 2024", ""),
        ("", ""),
        ("Sejm przyjął we wtorek ustawę budżetową na przyszły rok, przeciw było 57 posłów.", ""),
    ],
)
def test_short_texts(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_a_quotation_does_not_make_an_english_text_foreign() -> None:
    text = (
        "He was reading Le Monde when they came for him. “C'est la vie, et il n'y a rien à faire "
        "dans ce pays”, he said, and put on his coat. They took him to the station by car."
    )
    assert detect_language(text) == "en"


def test_the_seed_articles_are_english() -> None:
    articles = sorted(seeds_path().rglob("*.txt"))
    assert articles
    assert {detect_language(path.read_text(encoding="utf-8")) for path in articles} == {"en"}


def test_words_count_for_more_than_what_a_page_says() -> None:
    german = "Der Minister sagte, dass er nicht mit dem Präsidenten gesprochen habe."
    assert language_of(german, "en") == "de"
    assert language_of("Merkel reist nach Paris", "de") == "de"
    assert language_of("Merkel reist nach Paris") == "en"


def test_a_language_that_is_not_known_here_is_believed() -> None:
    catalan = "El Parlament va aprovar dimarts la llei de pressupostos per a la setmana que ve."
    assert language_of(catalan, "ca") == "ca"
