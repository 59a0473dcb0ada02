"""Whole articles in seven languages: their language, times, sentences and proposals."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from tests.extraction.foreign.marked_articles import ARTICLES, MarkedArticle
from timeline_app.domain import Certainty, Factuality, Proposal, TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.extraction.analysis import Analysis, analyse
from timeline_app.extraction.expressions import resolve
from timeline_app.extraction.expressions.foreign.lexicon import LANGUAGES
from timeline_app.extraction.foreign_proposals import propose_foreign
from timeline_app.extraction.timeml import tag

_in_each_language = pytest.mark.parametrize("article", ARTICLES, ids=lambda each: each.language)


def _analysed(article: MarkedArticle) -> Analysis:
    return analyse(article.text, [TextRange(0, len(article.text))])


def _proposals(article: MarkedArticle) -> list[Proposal]:
    return propose_foreign(_analysed(article), article.published)


def _titles(language: str) -> list[str]:
    article = next(each for each in ARTICLES if each.language == language)
    return [proposal.title for proposal in _proposals(article)]


def test_there_is_an_article_in_every_language() -> None:
    assert {article.language for article in ARTICLES} == set(LANGUAGES)


@_in_each_language
def test_every_time_expression_is_found_and_nothing_else(article: MarkedArticle) -> None:
    analysis = _analysed(article)
    found = [
        (each.expression.range, write_edtf(each.readings[0].span) if each.readings else "none")
        for each in resolve(article.text, analysis.expressions, article.published)
    ]
    assert analysis.language == article.language
    assert [(place.cut(article.text), edtf) for place, edtf in found] == [
        (place.cut(article.text), edtf) for place, edtf in article.times
    ]
    assert found == article.times


@_in_each_language
def test_every_sentence_with_a_date_is_one_proposal(article: MarkedArticle) -> None:
    proposals = _proposals(article)
    quotes = [proposal.quote_range for proposal in proposals]
    sentences = {
        next(quote for quote in _analysed(article).sentences if place.start in range(*quote))
        for place, edtf in article.times
        if edtf != "none"
    }
    assert quotes == sorted(sentences)


@_in_each_language
def test_a_proposal_claims_no_more_than_is_known(article: MarkedArticle) -> None:
    times = dict(article.times)
    for proposal in _proposals(article):
        assert proposal.expression is not None
        assert proposal.span is not None
        assert times[proposal.expression] == write_edtf(proposal.readings[0].span)
        assert proposal.certainty is not Certainty.CERTAIN
        begin = proposal.span.begin
        is_ahead = begin is not None and begin > article.published.instant
        assert proposal.factuality is (Factuality.PLANNED if is_ahead else Factuality.HAPPENED)
        assert 1 <= len(proposal.title) <= 91


@_in_each_language
def test_without_its_date_only_written_dates_are_resolved(article: MarkedArticle) -> None:
    proposals = propose_foreign(_analysed(article), None)
    assert any(proposal.span is None for proposal in proposals)
    assert any(proposal.span is not None for proposal in proposals)


def test_a_title_has_the_words_of_its_source_without_the_time() -> None:
    assert _titles("de")[:2] == [
        "Der Bundestag hat nach langer Debatte das neue Klimagesetz beschlossen",
        "Die Regierung hatte das Vorhaben vorgelegt",
    ]
    assert _titles("fr")[2] == "L'inspection du travail avait signalé des défauts"
    assert _titles("es")[0].startswith("El Congreso aprobó la reforma de la ley de vivienda")
    assert _titles("it")[1] == "I sindacati avevano incontrato il presidente"
    assert _titles("pt")[2] == "Milhares de pessoas manifestaram-se em Lisboa"
    assert _titles("ru")[0] == "Государственная дума приняла закон о бюджете"


def test_a_german_or_dutch_title_never_begins_with_the_verb() -> None:
    assert "Nächste Woche soll der Ausschuss noch einmal tagen" in _titles("de")
    assert "Volgende week praat de minister met de bewoners" in _titles("nl")


@_in_each_language
def test_the_tagger_finds_the_language_by_itself(article: MarkedArticle) -> None:
    tagged = tag(article.text, dt.date(*article.published))
    places = [place for place, _ in article.times]
    assert len(tagged) >= len(places)
    assert all(any(start >= place.start and end <= place.end for place in places)
               for start, end, _, _ in tagged)  # fmt: skip


def test_the_values_of_the_tagger() -> None:
    text = (
        "Der Minister sprach am Montagabend in Bonn. Letzte Woche war er in Rom, im März in Paris. "
        "Jeden Freitag tagt der Ausschuss, seit drei Jahren. Das Haus ist aus dem 19. Jahrhundert."
    )
    assert [(text[s:e], kind, value) for s, e, kind, value in tag(text, dt.date(2024, 10, 30))] == [
        ("Montagabend", "TIME", "2024-10-28TEV"),
        ("Letzte Woche", "DATE", "2024-W43"),
        ("März", "DATE", "2024-03"),
        ("Jeden Freitag", "SET", "XXXX-WXX-5"),
        ("drei Jahren", "DURATION", "P3Y"),
        ("19. Jahrhundert", "DATE", "18"),
    ]


def test_a_german_sentence_is_not_cut_at_its_abbreviations_and_ordinals() -> None:
    text = (
        "Am 3. März kam Dr. Weber nach Berlin. Er wurde im 2. Lauf Dritter und erhielt 1,5 Mio. "
        "Euro. Am 5. Mai fuhr er ab."
    )
    analysis = analyse(text, [TextRange(0, len(text))])
    assert [sentence.cut(text) for sentence in analysis.sentences] == [
        "Am 3. März kam Dr. Weber nach Berlin.",
        "Er wurde im 2. Lauf Dritter und erhielt 1,5 Mio. Euro.",
        "Am 5. Mai fuhr er ab.",
    ]


def test_foreign_words_in_an_english_article_are_no_dates() -> None:
    text = (
        "The editor of Le Monde said on Monday that the paper would not follow “La semaine "
        "dernière”, a column of the paper Oggi. “Am 3. März”, he said, was the title of the play."
    )
    analysis = analyse(text, [TextRange(0, len(text))])
    assert analysis.language == "en"
    assert [each.range.cut(text) for each in analysis.expressions] == ["Monday"]


def test_an_article_can_be_read_in_the_language_it_was_added_in() -> None:
    text = "Er kam am 3. Mai."
    assert analyse(text, [TextRange(0, len(text))], "de").language == "de"
    assert [
        each.span for each in propose_foreign(analyse(text, [TextRange(0, 17)], "de"), None)
    ] == [None]
    assert propose_foreign(analyse(text, [TextRange(0, 17)], "de"), CivilDate(2024, 6, 1)) != []


def _titles_of(text: str, language: str) -> list[str]:
    analysis = analyse(text, [TextRange(0, len(text))], language)
    return [proposal.title for proposal in propose_foreign(analysis, CivilDate(2025, 3, 14))]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Genf, 14. März 2025 – Die Außenminister haben sich am Montag in Genf getroffen"),
        ("de", "Die Wahl findet, am 3. Mai, statt"),
        ("de", "Die Wahl findet am 3. Mai, statt"),
        ("de", "Sie tagten am 3. und 17. März in Bonn"),
        ("fr", "Le Parlement a adopté, lundi, une loi importante"),
    ],
)
def test_a_sentence_that_its_time_would_leave_broken_stays_whole(
    language: str, sentence: str
) -> None:
    assert _titles_of(f"{sentence}.", language) == [sentence]


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        ("de", "Der Ausschuss (gestern) war lange beraten.", "Der Ausschuss war lange beraten"),
        ("de", "Der Zug kam am 3. März um 15.30 Uhr an Ort an.", "Der Zug kam an Ort an"),
        (
            "it",
            "Il presidente ha firmato ieri alle 18 la legge.",
            "Il presidente ha firmato la legge",
        ),
        ("nl", "De raad stemde gisteren in met het plan.", "De raad stemde in met het plan"),
    ],
)
def test_a_title_is_whole_without_its_time(language: str, sentence: str, title: str) -> None:
    assert _titles_of(sentence, language) == [title]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "Der Minister kam gestern um 9 Uhr nach Bonn und sprach mit der Presse über die Wahl.",
            "gestern um 9 Uhr",
            "2024-10-29T09:00",
        ),
        (
            "Le ministre est arrivé à Paris le 3 mars à 15h30 avec les membres de son cabinet.",
            "3 mars à 15h30",
            "2024-03-03T15:30",
        ),
        (
            "El ministro llegó ayer a las 5 de la tarde a la ciudad con los miembros del gobierno.",
            "ayer a las 5 de la tarde",
            "2024-10-29T17:00",
        ),
        (
            "El ministro murió marzo 3 de 2023 en la ciudad de Bogotá, según dijo su familia.",
            "marzo 3 de 2023",
            "2023-03-03",
        ),
        (
            "Министр прибыл в Москву вчера в 7 вечера и сказал, что он будет говорить с прессой.",
            "вчера в 7 вечера",
            "2024-10-29T19:00",
        ),
    ],
)
def test_the_tagger_gives_times_of_day(text: str, words: str, value: str) -> None:
    tagged = tag(text, dt.date(2024, 10, 30))
    assert [(text[start:end], given) for start, end, _, given in tagged] == [(words, value)]


def test_the_reason_says_who_read_a_date() -> None:
    text = "Murió marzo 3 de 2023 en Bogotá."
    found = analyse(text, [TextRange(0, len(text))], "es").expressions
    [resolution] = resolve(text, found, CivilDate(2024, 10, 30))
    assert resolution.reason == "“marzo 3 de 2023” as written, in the reading of dateparser"


def test_dateparser_loads_only_for_what_the_grammar_cannot_read() -> None:
    program = (
        "import sys\n"
        "from timeline_app.domain import TextRange\n"
        "from timeline_app.extraction.analysis import analyse\n"
        "def loads(text): analyse(text, [TextRange(0, len(text))], 'es')"
        "; return 'dateparser' in sys.modules\n"
        "print(loads('Llegó ayer a las 9 y el 3 de marzo.'), loads('Murió marzo 3 de 2023.'))"
    )
    run = [sys.executable, "-c", program]
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout == "False True\n"
