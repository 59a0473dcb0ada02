"""Links, bookmarks and the archival form of the PDF, read back by another program."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject

from tests.rendering.publications import article, large_publication, small_publication
from timeline_app.exporters import PrintSettings, Publication
from timeline_app.rendering.pdf import render_pdf

pytestmark = pytest.mark.usefixtures("qapp")


def read(made: Publication, settings: PrintSettings | None = None) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render_pdf(made, settings=settings)), strict=True)


def links_of(page: pypdf.PageObject) -> list[DictionaryObject]:
    found = page.get("/Annots", ArrayObject())
    return [link.get_object() for link in found]


def pages_led_to(reader: pypdf.PdfReader, page: int) -> list[int]:
    """The pages that the links of a page lead to, counted from 0."""
    numbers = {each.indirect_reference.idnum: n for n, each in enumerate(reader.pages)}
    links = [link for link in links_of(reader.pages[page]) if "/Dest" in link]
    return [numbers[link["/Dest"][0].idnum] for link in links]


def test_numbers_lead_from_the_timeline_to_the_chronology_and_back() -> None:
    reader = read(small_publication())
    assert pages_led_to(reader, 0) == [1, 1]  # the third event has no date
    chronology = pages_led_to(reader, 1)
    assert chronology.count(0) == 2
    assert chronology.count(2) == 2  # from each quote to its source


def test_a_link_leads_to_the_height_of_what_it_names() -> None:
    reader = read(large_publication(9))
    tops = [link["/Dest"][3] for link in links_of(reader.pages[0])]
    assert tops == sorted(tops, reverse=True)
    assert len(set(tops)) == 9
    height = float(reader.pages[1].mediabox.height)
    assert all(0 < top < height for top in tops)


def test_links_lie_on_their_words() -> None:
    reader = read(small_publication())
    for page in reader.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        for link in links_of(page):
            left, bottom, right, top = map(float, link["/Rect"])
            assert 0 <= left < right <= width
            assert 0 <= bottom < top <= height


def test_the_address_of_an_article_is_a_link() -> None:
    links = links_of(read(small_publication()).pages[2])
    assert [link["/A"]["/URI"] for link in links if "/A" in link] == ["https://example.org/kursk"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", r"\\host\share", "smb://host", ""]
)
def test_only_addresses_of_the_web_are_links(address: str) -> None:
    made = small_publication()
    cited = replace(article(1), url=address)
    links = links_of(read(replace(made, articles=(cited,))).pages[2])
    assert not [link for link in links if "/A" in link]


def test_an_address_cannot_end_its_own_string() -> None:
    cited = replace(article(1), url="https://example.org/a)/JS(b\\c/д")
    reader = read(replace(small_publication(), articles=(cited,)))
    links = [link for link in links_of(reader.pages[2]) if "/A" in link]
    assert {link["/A"]["/URI"] for link in links} == {"https://example.org/a%29/JS%28b%5Cc/%D0%B4"}
    assert all(set(link["/A"]) == {"/S", "/URI"} for link in links)


def outline(reader: pypdf.PdfReader) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []

    def walk(entries: list[object]) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry)
            else:
                number = reader.get_destination_page_number(entry)
                found.append((entry.title, -1 if number is None else number))

    walk(reader.outline)
    return found


def test_bookmarks_name_the_parts() -> None:
    assert outline(read(small_publication())) == [
        ("Timeline", 0),
        ("Chronology", 1),
        ("Sources and method", 2),
        ("How this chronology was made", 2),
    ]


def test_bookmarks_divide_a_long_chronology() -> None:
    reader = read(large_publication(250))
    stretches = [place for place in outline(reader) if place[0].endswith("2024")]
    assert [title for title, _ in stretches] == [
        "1: Tue 29 Oct 2024",
        "101: Tue 29 Oct 2024",
        "201: Tue 29 Oct 2024",
    ]
    for (title, page), number in zip(stretches, (1, 101, 201), strict=True):
        assert f"round {number}." in reader.pages[page].extract_text(), title


def test_the_parts_that_were_not_asked_for_are_left_out() -> None:
    settings = PrintSettings(has_chronology=False, has_sources=False)
    reader = read(small_publication(), settings)
    assert outline(reader) == [("Timeline", 0)]
    assert len(reader.pages) == 1
    assert not links_of(reader.pages[0])


def test_it_is_in_the_form_for_archives() -> None:
    reader = read(small_publication())
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    (intent,) = root["/OutputIntents"]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    metadata = root["/Metadata"].get_data().decode()
    assert 'pdfaid:part="1"' in metadata
    assert 'pdfaid:conformance="B"' in metadata
    assert "Autumn 2024" in metadata
    assert reader.pdf_header == "%PDF-1.4"
    for page in reader.pages:
        for state in (page["/Resources"].get("/ExtGState") or {}).values():
            assert state.get_object().get("/ca", 1) == 1
            assert state.get_object().get("/CA", 1) == 1
        assert all(link["/F"] == 4 for link in links_of(page))
