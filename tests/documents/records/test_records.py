"""Bibliographic records: their files are linked, abstracts read, and none is dropped unsaid."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.documents.records import samples
from timeline_app.documents import LIMITS, ReadArticle, ReadFile, read_file
from timeline_app.domain import DateOrigin, UserError
from timeline_app.domain.time import CivilDate

_DAY = CivilDate(2024, 10, 29)
_FILES = {
    "a.ris": samples.RIS,
    "a.bib": samples.BIBTEX,
    "a.rdf": samples.ZOTERO_RDF,
}
_ALL = {**_FILES, "a.json": samples.CSL_JSON}


def _read(folder: Path, name: str, text: str) -> ReadFile:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def _bridge(read: ReadFile) -> ReadArticle:
    return read.linked[0].record if read.linked else read.articles[0]


@pytest.mark.parametrize("name", _FILES)
def test_the_files_of_a_record_are_linked_the_printed_one_first(tmp_path: Path, name: str) -> None:
    linked = _read(tmp_path, name, _FILES[name]).linked

    paths = [each.path for each in linked]
    assert paths[0].startswith("files/13/bridge")
    assert paths[1] == "files/12/bridge.html"
    assert linked[0].record == linked[1].record
    assert linked[0].record.text == ""


@pytest.mark.parametrize("name", _ALL)
def test_a_record_tells_title_people_outlet_and_day(tmp_path: Path, name: str) -> None:
    record = _bridge(_read(tmp_path, name, _ALL[name]))

    assert record.title.casefold() == "old bridge is closed for good"
    assert record.author.startswith("Jane Doe")
    assert record.source == "The Harbour Herald"
    assert (record.published, record.date_origin) == (_DAY, DateOrigin.RECORD)
    assert record.url.startswith("https://herald.example/bridge")
    assert record.language in ("en", "en-gb")
    [candidate] = record.candidates
    assert candidate.where == f"the record in “{name}”"
    assert "29" in candidate.written
    citation = record.citation
    assert citation is not None
    assert citation.kind == "article-newspaper"
    assert citation.authors[0] == "Doe, Jane"
    assert citation.container_title == "The Harbour Herald"
    assert citation.page.startswith("3")
    assert citation.accessed == CivilDate(2025, 1, 5)


@pytest.mark.parametrize("name", _FILES)
def test_an_abstract_without_a_file_becomes_an_article_that_says_so(
    tmp_path: Path, name: str
) -> None:
    [article] = _read(tmp_path, name, _FILES[name]).articles

    assert article.title.startswith("The state of the bridges")
    assert [part.cut(article.text) for part in article.body] == [samples.ABSTRACT]
    assert article.published is None
    assert article.candidates == ()
    only, date = article.warnings
    assert only.startswith("Only the abstract of “The state of the bridges")
    assert date.startswith("Its record dates it “")
    assert "2023" in date


def test_a_record_with_neither_is_told_of(tmp_path: Path) -> None:
    read = _read(tmp_path, "a.json", samples.CSL_JSON)

    assert len(read.articles) == 1
    assert read.warnings == (
        (
            "“The state of the bridges” in “a.json” has neither a file nor an abstract: "
            "there is nothing to read."
        ),
    )


def test_markup_in_titles_and_abstracts_is_taken_out(tmp_path: Path) -> None:
    article = _read(tmp_path, "a.json", samples.CSL_JSON).articles[0]

    assert article.title == "Old bridge is closed for good"
    assert article.text == f"{samples.ABSTRACT}\n\nA ferry & a bridge."


def test_names_and_commands_of_latex_are_read(tmp_path: Path) -> None:
    read = _read(tmp_path, "a.bib", samples.BIBTEX)

    record = read.linked[0].record
    assert record.author == "Jane Doe, Anna van der Berg, Kurt Gödel"
    assert record.citation is not None
    assert record.citation.page == "3–4"
    assert record.url.endswith("?a=1%202")
    assert read.articles[0].title == "The state of the bridges & their 100% of piers"
    assert read.articles[0].author == "Harbour Council"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (r"Caf{\'e}, na\"ive, \v{S}koda, \c{c}a, Malm{\"{o}}", "Café, naïve, Škoda, ça, Malmö"),
        (r"A \emph{new} \textit{bridge} \& its 100\% cost", "A new bridge & its 100% cost"),
        (r"{The {Old} {Bridge}}, and $\alpha$", "The Old Bridge, and $α$"),
        (r"Mr.~Doe \textendash{} a life, S{\o}ren, {\AA}rhus", "Mr. Doe – a life, Søren, Århus"),
    ],
)
def test_the_usual_commands_of_latex_become_letters(
    tmp_path: Path, written: str, title: str
) -> None:
    entry = f"@article{{a, title = {{{written}}}, abstract = {{{samples.ABSTRACT}}}}}"

    [article] = _read(tmp_path, "a.bib", entry).articles

    assert article.title == title


def test_a_long_note_stands_in_for_an_abstract_and_a_short_one_does_not(tmp_path: Path) -> None:
    note = "<p>He says that the piers had been failing since the flood of 1998.</p>"
    items = [
        {"title": "Long", "issued": {"date-parts": [["2024", "5"]]}, "note": note},
        {"title": "Short", "issued": {}, "note": "Publisher: X"},
    ]

    read = _read(tmp_path, "a.json", json.dumps(items))

    assert [article.text for article in read.articles] == [note[3:-4]]
    assert read.articles[0].warnings[0] == "Only the note of “Long” was there, not its text."
    assert "“2024-05”" in read.articles[0].warnings[1]
    assert "“Short”" in read.warnings[0]


@pytest.mark.parametrize(
    "place",
    ["/srv/doe/bridge.pdf", "../secret.txt", "files/../../secret.txt", "file:///etc/hosts",
     r"D:\doe\bridge.pdf", "//server/share/bridge.pdf", "smb://server/x"],
)  # fmt: skip
def test_a_file_outside_the_folder_is_never_linked(tmp_path: Path, place: str) -> None:
    text = samples.RIS.replace("files/12/bridge.html", place)

    read = _read(tmp_path, "a.ris", text)

    assert [each.path for each in read.linked] == ["files/13/bridge.pdf"]
    assert any("does not lie below the folder" in warning for warning in read.warnings)


def test_addresses_of_pages_are_no_files(tmp_path: Path) -> None:
    text = samples.RIS.replace("files/12/bridge.html", "https://herald.example/a.pdf")

    read = _read(tmp_path, "a.ris", text)

    assert len(read.linked) == 1
    assert read.warnings == ()


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("files/1/a.pdf", "files/1/a.pdf"),
        (":a.pdf:PDF", "a.pdf"),
        (r"Text\: long:files/1/a\;b.pdf:application/pdf", "files/1/a;b.pdf"),
        (r"Full:files\\1\\a.pdf:PDF", "files/1/a.pdf"),
        ("a.pdf:PDF", "a.pdf"),
    ],
)
def test_every_way_of_naming_a_file_in_bibtex_is_read(
    tmp_path: Path, written: str, path: str
) -> None:
    read = _read(tmp_path, "a.bib", f"@misc{{a, title={{A}}, file={{{written}}}}}")

    assert [each.path for each in read.linked] == [path]


def test_the_formats_are_known_without_their_suffixes(tmp_path: Path) -> None:
    for name, text in _ALL.items():
        read = _read(tmp_path, f"{name}.txt", text)
        assert read.linked or read.articles[0].citation is not None


def test_a_damaged_entry_spoils_no_other(tmp_path: Path) -> None:
    text = "@article{broken, title = {never closed\n\n" + samples.BIBTEX + samples.BIBTEX

    read = _read(tmp_path, "a.bib", text)

    assert len(read.articles) == 2
    assert any("is damaged: it is not read" in warning for warning in read.warnings)

    ris = "TY  - JOUR\nTI  - Never ended\nAB  - Something was said here.\n" + samples.RIS
    assert len(_read(tmp_path, "a.ris", ris).articles) == 2


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("a.ris", "nothing here", "holds no bibliographic records"),
        ("a.bib", "nothing here", "holds no bibliographic records"),
        ("a.json", '{"a": [1, 2]}', "holds no bibliographic records"),
        ("a.json", '[{"title": "A", ]', "is damaged in line 1"),
        ("a.json", "[" * 100_000, "nested too deeply"),
        ("a.json", f'[{{"title": {"9" * 5_000}}}]', "a number that is far too long"),
        ("a.rdf", samples.ZOTERO_RDF[:900], "is damaged"),
        ("a.rdf", "<!DOCTYPE r [<!ENTITY a 'b'>]><r>&a;</r>", "is not read"),
        ("a.ris", "TY  - NEWS\nER  - \n" * (LIMITS.records + 1), "more than 20,000 records"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_ends_in_a_sentence(
    tmp_path: Path, name: str, text: str, sentence: str
) -> None:
    with pytest.raises(UserError, match=rf"“{name}”.*{sentence}"):
        _read(tmp_path, name, text)


def test_values_of_the_wrong_kind_are_passed_over(tmp_path: Path) -> None:
    items = [
        {
            "title": ["A list"],
            "author": "a string",
            "issued": [2024],
            "page": {"a": 1},
            "URL": None,
        },
        {"title": 7, "issued": {"date-parts": [["x"], None]}, "author": [None, {"family": 3}]},
        None,
        "text",
    ]

    read = _read(tmp_path, "a.json", json.dumps(items))

    assert len(read.warnings) == 2
    assert "“A list”" in read.warnings[0]
    assert "“7”" in read.warnings[1]


def test_a_title_of_a_thousand_braces_is_read(tmp_path: Path) -> None:
    title = "{" * 1_000 + "A" + "}" * 1_000

    read = _read(tmp_path, "a.bib", f"@misc{{a, title={{{title}}}}}")

    assert "“A”" in read.warnings[0]
