"""The PDF is read back: what is printed, in which order, with which fonts."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from tests.rendering.publications import (
    ELECTION_QUOTE,
    SUMMIT_QUOTE,
    article,
    citation,
    event,
    instant,
    large_publication,
    publication,
    small_publication,
)
from timeline_app.domain import Cancelled, UserError
from timeline_app.domain.time import TimeSpan
from timeline_app.exporters import Publication
from timeline_app.rendering.pdf import render_pdf, write_pdf

pytestmark = pytest.mark.usefixtures("qapp")

DAY = TimeSpan.at(instant(2024, 10, 29))


def read(made: Publication) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render_pdf(made)))


def page_texts(reader: pypdf.PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def fonts_of(reader: pypdf.PdfReader) -> dict[str, bool]:
    """The fonts of all pages, each with whether it is embedded."""
    found = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font["/DescendantFonts"][0].get_object()
            name = str(descendant["/BaseFont"]).lstrip("/")
            found[name] = "/FontFile2" in descendant["/FontDescriptor"].get_object()
    return found


def test_chronology_has_titles_quotes_and_dates_in_order() -> None:
    chronology = page_texts(read(small_publication()))[1]
    expected = [
        "Putin held a summit",
        SUMMIT_QUOTE,
        "U.S. presidential election",
        ELECTION_QUOTE,
        "The fleet fled",
    ]
    places = [chronology.index(words) for words in expected]
    assert places == sorted(places)
    for words in ("[2024-10-21..2024-10-27]", "Sometime 4 – 10 Nov 2024", "← Tue 29 Oct 2024"):
        assert words in chronology
    assert "undated" in chronology
    assert "entered by hand" in chronology
    assert "Events 1 to 3 of 3" in chronology


def test_pages_are_numbered_and_refer_to_each_other() -> None:
    timeline, chronology, sources = page_texts(read(small_publication()))
    assert "Autumn 2024" in timeline
    assert "3 events from 1 article, 21 October to 10 November 2024." in timeline
    assert "Numbers refer to the chronology on page 2." in timeline
    assert "Articles in full on page 3." in chronology
    assert "3 articles read. 3 accepted: 3 as proposed. 2 rejected." in sources
    assert "https://example.org/kursk" in sources
    assert [text[-6:] for text in (timeline, chronology, sources)] == ["1 of 3", "2 of 3", "3 of 3"]


def test_timeline_shows_every_dated_event_with_its_number() -> None:
    timeline = page_texts(read(small_publication()))[0]
    assert "Putin held a summit 1" in timeline
    assert "U.S. presidential election 2" in timeline
    assert "The fleet fled" not in timeline
    for words in ("Vladimir Putin", "2 events", "Scale", "planned or possible"):
        assert words in timeline


def test_timeline_of_undated_events_says_so() -> None:
    texts = page_texts(read(publication(event(1, "The fleet fled", None, "undated", ""))))
    assert "None of the events has a date." in texts[0]
    assert "The fleet fled" in texts[1]


def test_pages_are_a4_landscape_with_title_and_creator() -> None:
    reader = read(small_publication())
    for page in reader.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)
    assert reader.metadata is not None
    assert reader.metadata.title == "Autumn 2024"
    assert reader.metadata.creator == "Timeline App 0.1.0"


def test_fonts_are_embedded_and_there_is_no_picture() -> None:
    reader = read(small_publication())
    fonts = fonts_of(reader)
    assert {"SourceSans3-Regular", "SourceSerif4SmText-Regular", "SourceCodePro-Regular"} <= set(
        fonts
    )
    assert all(fonts.values())
    assert not any(page.images for page in reader.pages)


def test_who_says_so_stands_with_the_source() -> None:
    said = replace(citation("It was so."), said_by="Mark Rutte")
    told = event(1, "It was so", DAY, "Tue 29 Oct 2024", "2024-10-29", said)
    assert "sentence 10, said by Mark Rutte" in page_texts(read(publication(told)))[1]


def test_what_two_articles_have_in_the_same_words_stands_once() -> None:
    twice = (citation(SUMMIT_QUOTE, "last week"), citation(SUMMIT_QUOTE, "last week", article=2))
    told = event(1, "Summit", DAY, "Tue 29 Oct 2024", "2024-10-29", *twice)
    made = publication(told)

    chronology = page_texts(read(replace(made, articles=(article(1), article(2)))))[1]

    assert chronology.count(SUMMIT_QUOTE) == 1
    assert "also 2, sentence 10, in the same words" in chronology


def test_words_are_parted_by_real_spaces() -> None:
    text = read(small_publication()).pages[1].extract_text()
    assert "Putin held a summit" in text
    assert "\t" not in text


def test_apostrophes_are_found_in_every_font() -> None:
    title = "Seoul’s envoys"
    told = event(1, title, DAY, "Tue 29 Oct 2024", "2024-10-29", citation("Here’s the scoop."))
    texts = page_texts(read(publication(told, title=title)))
    assert title in texts[0]
    assert "Here’s the scoop." in texts[1]


def test_letters_are_not_joined() -> None:
    text = page_texts(read(small_publication()))[1]
    assert "fled" in text
    assert "\ufb02" not in text


@pytest.mark.parametrize(
    "title",
    [
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "Two\nlines\tand a tab",
        "Turned \u202eround\u202c",
        "A lone \ud800 surrogate and \x00 NUL",
        "Москва, 北京, القاهرة, 🙂",
    ],
)
def test_hostile_titles_are_printed_as_text(title: str) -> None:
    hostile = event(1, title, DAY, "Tue 29 Oct 2024", "2024-10-29", citation("It was so."))
    texts = page_texts(read(publication(hostile, title=title)))
    assert "It was so." in texts[1]
    assert "Events" not in texts[1]
    if title.isascii() and "\n" not in title:
        assert title in texts[1]


def test_a_title_longer_than_a_page_goes_on_to_the_next() -> None:
    title = " ".join(f"word{index}" for index in range(2_500))
    long = event(1, title, DAY, "Tue 29 Oct 2024", "2024-10-29", citation("It was so."))
    after = event(2, "Then this", DAY, "Tue 29 Oct 2024", "2024-10-29")
    texts = page_texts(read(publication(long, after)))
    assert len(texts) > 4
    printed = " ".join(texts[1:])
    assert all(f"word{index}" in printed for index in range(2_500))
    assert "Then this" in texts[-2]


def test_rows_are_not_split_and_every_event_is_printed_once() -> None:
    texts = page_texts(read(large_publication(60)))
    chronology = [text for text in texts if "Chronology" in text]
    assert len(chronology) == 5
    for number in range(1, 61):
        title = f"Envoys met for round {number} of the talks"
        quote = f"The envoys met again last week, round {number}."
        holders = [text for text in chronology if title in text]
        assert len(holders) == 1
        assert quote in holders[0]


def test_nothing_accepted_is_said_and_no_file_is_made(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Nothing accepted yet: accept an event first"):
        write_pdf(publication(), tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


def test_file_is_written_whole(tmp_path: Path) -> None:
    write_pdf(small_publication(), tmp_path / "out.pdf")
    assert [file.name for file in tmp_path.iterdir()] == ["out.pdf"]
    assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == 3


class StopAtSecondPage:
    """A user who cancels."""

    def step(self, done: int, total: int, note: str = "") -> None:  # noqa: ARG002 - a protocol
        if done:
            raise Cancelled


def test_cancelling_leaves_the_old_file_alone(tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"the one before")
    with pytest.raises(Cancelled):
        write_pdf(small_publication(), target, StopAtSecondPage())
    assert target.read_bytes() == b"the one before"


class Heard:
    """Keeps what progress is told."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, int, str]] = []

    def step(self, done: int, total: int, note: str = "") -> None:
        self.steps.append((done, total, note))


def test_progress_counts_pages() -> None:
    heard = Heard()
    render_pdf(small_publication(), heard)
    assert heard.steps[0] == (0, 3, "Writing page 1 of 3")
    assert [done for done, _total, _note in heard.steps] == [0, 1, 2]
