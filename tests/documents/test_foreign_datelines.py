"""Datelines of articles in other languages, where they open the running text or stand above it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.files import read_only_article
from timeline_app.documents import ReadArticle
from timeline_app.domain import DateOrigin
from timeline_app.domain.time import CivilDate

_DAY = CivilDate(2025, 3, 14)

_SENTENCES = {
    "de": "Die Außenminister haben sich am Montag in Genf getroffen. Sie sprachen lange.",
    "fr": "Les ministres se sont réunis lundi à Genève. Ils ont parlé longtemps.",
    "es": "Los ministros se reunieron el lunes en Ginebra. Hablaron mucho tiempo.",
    "it": "I ministri si sono riuniti lunedì a Ginevra. Hanno parlato a lungo.",
    "pt": "Os ministros reuniram-se na segunda-feira em Genebra. Falaram muito tempo.",
    "nl": "De ministers kwamen maandag bijeen in Genève. Zij spraken lang.",
    "ru": "Министры встретились в понедельник в Женеве. Они говорили долго.",
}
_OPENINGS = [
    ("de", "Genf, 14. März 2025 – ", "Genf", ""),
    ("de", "Rom, den 14.3.2025 – ", "Rom", ""),
    ("de", "BERLIN (dpa/AFP) 14.03.2025 – ", "BERLIN", "dpa/AFP"),
    ("fr", "Paris, le 14 mars 2025 – ", "Paris", ""),
    ("fr", "GENÈVE (Reuters) 14 mars 2025 ", "GENÈVE", "Reuters"),
    ("fr", "GENÈVE (Reuters) 14 mars 2025 - ", "GENÈVE", "Reuters"),
    ("es", "París, 14 mar. 2025 (EFE).- ", "París", "EFE"),
    ("es", "San Sebastián, 14 de marzo de 2025 (EFE).- ", "San Sebastián", "EFE"),
    ("it", "Ginevra, 14 marzo 2025 - ", "Ginevra", ""),
    ("it", "ROMA, 14 MAR 2025 (ANSA) - ", "ROMA", "ANSA"),
    ("pt", "Lisboa, 14 de março de 2025 — ", "Lisboa", ""),
    ("pt", "Bruxelas, 14 mar 2025 (Lusa) – ", "Bruxelas", "Lusa"),
    ("nl", "Amsterdam, 14 maart 2025 – ", "Amsterdam", ""),
    ("nl", "Den Haag, vrijdag 14 maart 2025 – ", "Den Haag", ""),
    ("ru", "Женева, 14 марта 2025 г. — ", "Женева", ""),
    ("ru", "МОСКВА, 14 марта 2025 года (ТАСС) — ", "МОСКВА", "ТАСС"),
]
_LABELS = [
    ("de", "Stand: 14.03.2025, 10:30 Uhr"),
    ("de", "Stand 14. März 2025"),
    ("de", "Veröffentlicht am 14. März 2025"),
    ("de", "Aktualisiert am 14.03.2025 um 9 Uhr"),
    ("fr", "Publié le 14 mars 2025 à 10h30"),
    ("fr", "Mis à jour le 14 mars 2025 à 10 h 30"),
    ("es", "Publicado el 14 de marzo de 2025 a las 10:30."),
    ("it", "Pubblicato il 14 marzo 2025 alle 10.30"),
    ("pt", "Publicado em 14 de março de 2025 às 10h30"),
    ("nl", "Gepubliceerd op 14 maart 2025 om 10.30 uur"),
    ("ru", "Опубликовано 14 марта 2025 г. в 10:30"),
]


def _read(folder: Path, text: str) -> ReadArticle:
    path = folder / "article.txt"
    path.write_text(text, encoding="utf-8")
    return read_only_article(path)


def _body(article: ReadArticle) -> list[str]:
    return [piece.cut(article.text) for piece in article.body]


@pytest.mark.parametrize("heading", ["", "Treffen in Genf\n\n"])
@pytest.mark.parametrize(("language", "opening", "place", "source"), _OPENINGS)
def test_a_dateline_opens_the_running_text(
    tmp_path: Path, language: str, opening: str, place: str, source: str, heading: str
) -> None:
    article = _read(tmp_path, f"{heading}{opening}{_SENTENCES[language]}\n")

    assert article.published == _DAY
    assert article.date_origin is DateOrigin.DATELINE
    assert article.place == place
    assert not source or article.source == source
    assert _body(article) == [_SENTENCES[language]]


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
@pytest.mark.parametrize(("language", "label"), _LABELS)
def test_a_labelled_date_stands_before_the_text(
    tmp_path: Path, language: str, label: str, gap: str
) -> None:
    article = _read(tmp_path, f"{label}{gap}{_SENTENCES[language]}\n")

    assert article.published == _DAY
    assert _body(article) == [_SENTENCES[language]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Minister haben am 14. März 2025 – einem Freitag – in Genf verhandelt. Es blieb ruhig.",
        "Am 14. März 2025 – Der Tag war kalt – kamen die Minister nach Genf. Es blieb ruhig.",
        "Seit 14. März 2025 – Die Regel gilt – wird verhandelt, und das jeden Tag. Es blieb ruhig.",
        "Veröffentlicht am 14. März 2025 wurde der Bericht erst spät. Es blieb danach ruhig.",
        "Publié le 14 mars 2025, le rapport a surpris tout le monde à Genève. Rien ne suit.",
        "Publicado el 14 de marzo de 2025, el informe sorprendió a todos. Nada más se sabe.",
        "Stand heute ist das Gesetz vom 14. März 2025 noch in Kraft. Es blieb danach ruhig.",
        "Женева была 14 марта 2025 года — Министры говорят — полна людей. Все были там.",
    ],
)
def test_a_date_within_the_first_sentence_is_not_the_articles(
    tmp_path: Path, sentence: str
) -> None:
    article = _read(tmp_path, sentence)

    assert article.published is None
    assert _body(article) == [sentence]


@pytest.mark.parametrize(
    ("opening", "place", "source"),
    [
        ("BERLIN, 14. März (dpa) - ", "BERLIN", "dpa"),
        ("PARIS, 14 mars (AFP) - ", "PARIS", "AFP"),
        ("МОСКВА, 14 мар — ", "МОСКВА", ""),
    ],
)
def test_a_dateline_without_its_year_is_left_out_and_not_completed(
    tmp_path: Path, opening: str, place: str, source: str
) -> None:
    article = _read(tmp_path, opening + _SENTENCES["de"])

    assert article.published is None
    assert article.place == place
    assert _body(article) == [_SENTENCES["de"]]
    assert not source or article.source == source


def test_the_first_publication_comes_before_an_update(tmp_path: Path) -> None:
    labels = "Veröffentlicht am 14. März 2025\nAktualisiert am 15. März 2025\n\n"
    article = _read(tmp_path, labels + _SENTENCES["de"])

    assert article.published == _DAY
