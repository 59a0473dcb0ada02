"""E-books: one article for each chapter, with the book in its citation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.makers.archives import archive, epub
from timeline_app.documents import ReadFile, read_file
from timeline_app.domain import DateOrigin, UserError
from timeline_app.domain.time import CivilDate

_PROSE = "The council of Millbrook has voted to close the old bridge over the river. " * 3
_METADATA = (
    "<dc:title>The Bridges of Millbrook</dc:title><dc:creator>Jane Doe</dc:creator>"
    "<dc:creator>John Roe</dc:creator><dc:publisher>Mill Press</dc:publisher>"
    "<dc:identifier>urn:isbn:978-0-306-40615-7</dc:identifier><dc:language>en</dc:language>"
    '<dc:date opf:event="publication">2019-05-04</dc:date>'
)


def _read(folder: Path, data: bytes) -> ReadFile:
    path = folder / "book.epub"
    path.write_bytes(data)
    return read_file(path)


def _entry(title: str, target: str, inner: str = "") -> str:
    return f'<li><a href="{target}">{title}</a>{inner}</li>'


def _point(title: str, target: str, inner: str = "") -> str:
    return (
        f"<navPoint><navLabel><text>{title}</text></navLabel>"
        f'<content src="{target}"/>{inner}</navPoint>'
    )


def test_a_chapter_cites_its_book(tmp_path: Path) -> None:
    pages = {"a.xhtml": f"<h1>Wood</h1><p>{_PROSE}</p>", "b.xhtml": f"<p>{_PROSE}</p>"}

    first, second = _read(tmp_path, epub(pages, metadata=_METADATA)).articles

    assert (first.title, second.title) == ("Wood", "The Bridges of Millbrook, part 2")
    assert first.text == f"Wood\n\n{_PROSE.strip()}"
    assert (first.author, first.source) == ("Jane Doe, John Roe", "The Bridges of Millbrook")
    assert first.citation is not None
    assert first.citation.authors == ("Jane Doe", "John Roe")
    assert first.citation.container_title == "The Bridges of Millbrook"
    assert first.citation.publisher == "Mill Press"
    assert first.citation.isbn == "9780306406157"
    assert (first.published, first.date_origin) == (CivilDate(2019, 5, 4), DateOrigin.RECORD)


def test_the_table_of_contents_tells_where_chapters_begin(tmp_path: Path) -> None:
    pages = {
        "title.xhtml": "<h1>The Bridges of Millbrook</h1>",
        "a.xhtml": f"<p>{_PROSE}</p>",
        "a2.xhtml": f"<p>It went on. {_PROSE}</p>",
        "b.xhtml": f"<h2 id='s'>Stone</h2><p>{_PROSE}</p>"
        f"<div><h2><a id='i'/>Iron</h2><p>{_PROSE}</p></div>",
    }
    nav = _entry("Of wood", "a.xhtml") + _entry("Of stone", "b.xhtml#s")
    nav += _entry("Of iron", "b.xhtml#i")

    read = _read(tmp_path, epub(pages, nav=nav, metadata=_METADATA))

    assert [article.title for article in read.articles] == ["Of wood", "Of stone", "Of iron"]
    wood, stone, iron = (article.text for article in read.articles)
    assert "It went on." in wood
    assert stone.startswith("Stone")
    assert "Iron" not in stone
    assert iron.startswith("Iron")
    assert "1 part of a few words" in read.warnings[0]


def test_older_tables_of_contents_and_parts_that_hold_chapters(tmp_path: Path) -> None:
    pages = dict.fromkeys(("p.xhtml", "a.xhtml", "b.xhtml"), f"<p>{_PROSE}</p>")
    ncx = _point(
        "Part one", "p.xhtml", _point("Chapter 1", "a.xhtml") + _point("Chapter 2", "b.xhtml")
    )

    read = _read(tmp_path, epub(pages, ncx=ncx))

    assert [each.title for each in read.articles] == ["Part one", "Chapter 1", "Chapter 2"]


def test_a_book_of_one_chapter_is_cited_as_a_book(tmp_path: Path) -> None:
    [article] = _read(tmp_path, epub({"a.xhtml": f"<p>{_PROSE}</p>"}, metadata=_METADATA)).articles

    assert article.title == "The Bridges of Millbrook"
    assert article.citation is not None
    assert article.citation.kind == "book"


def test_scripts_and_pictures_are_passed_over(tmp_path: Path) -> None:
    body = f"<script>let a = 1</script><p>{_PROSE}<img src='http://example.org/a.png'/></p>"

    [article] = _read(tmp_path, epub({"a.xhtml": body})).articles

    assert article.text == _PROSE.strip()


def test_protected_fonts_do_not_matter_and_protected_pages_do(tmp_path: Path) -> None:
    def encryption(part: str) -> dict[str, str | bytes]:
        reference = f'<CipherReference URI="OEBPS/{part}"/>'
        return {"META-INF/encryption.xml": f"<encryption>{reference}</encryption>"}

    pages = {"a.xhtml": f"<p>{_PROSE}</p>"}
    assert _read(tmp_path, epub(pages, parts=encryption("font.otf"))).articles
    with pytest.raises(UserError, match=r"book\.epub.*copy protection"):
        _read(tmp_path, epub(pages, parts=encryption("a.xhtml")))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (epub({"a.xhtml": "<img src='a.png'/>"}), "pictures"),
        (epub({"a.xhtml": _PROSE})[:400], "damaged"),
        (archive({"mimetype": "application/epub+zip", "a": "b"}), "list of parts"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(UserError, match=r"book\.epub") as caught:
        _read(tmp_path, data)

    assert reason in str(caught.value)
