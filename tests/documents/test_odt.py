"""OpenDocument texts, zipped and flat: what their reader sees and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.files import read_only_article
from tests.documents.makers.archives import archive, flat_odt, odt
from timeline_app.documents import ReadArticle, read_file
from timeline_app.domain import DateOrigin, UserError
from timeline_app.domain.time import CivilDate

_PROSE = "The council of Millbrook has voted to close the old bridge over the river."


def _read(folder: Path, data: bytes, name: str = "memo.odt") -> ReadArticle:
    path = folder / name
    path.write_bytes(data)
    return read_only_article(path)


def _text(folder: Path, body: str) -> list[str]:
    return _read(folder, odt(body)).text.split("\n\n")


def test_headings_paragraphs_author_and_days(tmp_path: Path) -> None:
    meta = (
        "<meta:initial-creator>Jane Doe</meta:initial-creator><dc:language>en-GB</dc:language>"
        "<meta:creation-date>2024-10-29T23:30:00</meta:creation-date>"
        "<dc:date>2024-11-05T08:00:00</dc:date>"
    )
    body = f'<text:h text:outline-level="1">The Old Bridge</text:h><text:p>{_PROSE}</text:p>'

    article = _read(tmp_path, odt(body, meta=meta))

    assert article.text == f"The Old Bridge\n\n{_PROSE}"
    assert (article.title, article.author) == ("The Old Bridge", "Jane Doe")
    assert article.language == "en-gb"
    assert (article.published, article.date_origin) == (
        CivilDate(2024, 10, 29),
        DateOrigin.PROPERTIES,
    )
    assert [each.day.day for each in article.candidates] == [29, 5]


def test_a_style_made_from_the_title_s_is_the_title_s(tmp_path: Path) -> None:
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    body = f'<text:p text:style-name="P1">The Bridge</text:p><text:p>{_PROSE}</text:p>'

    assert _read(tmp_path, odt(body, styles=styles)).title == "The Bridge"


def test_lists_sections_and_links(tmp_path: Path) -> None:
    body = (
        "<text:section><text:list><text:list-item><text:p>First</text:p><text:list><text:list-item>"
        "<text:p>Within</text:p></text:list-item></text:list></text:list-item></text:list>"
        "</text:section><text:p>See <text:a>the <text:span>page</text:span></text:a>.</text:p>"
    )

    assert _text(tmp_path, body) == ["First", "Within", "See the page."]


def test_blanks_tabs_and_breaks(tmp_path: Path) -> None:
    body = (
        '<text:p>One<text:s text:c="3"/>two<text:tab/>three<text:line-break/>four\n  five'
        "<text:soft-page-break/> six</text:p>"
    )

    assert _text(tmp_path, body) == ["One two three\nfour five six"]


def test_what_was_deleted_or_noted_in_the_margin_is_not_shown(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>open</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>It is <text:change text:change-id="c"/>closed<office:annotation>'
        "<dc:creator>Roe</dc:creator><text:p>Sure?</text:p></office:annotation>."
        "<text:hidden-text>secret</text:hidden-text></text:p>"
    )

    assert _text(tmp_path, body) == ["It is closed."]


def test_notes_follow_the_text_and_boxes_their_paragraph(tmp_path: Path) -> None:
    body = (
        "<text:p>It is closed<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>See the minutes.</text:p></text:note-body></text:note>.</text:p>"
        "<text:p>A picture<draw:frame><draw:text-box><text:p>A caption.</text:p></draw:text-box>"
        "<svg:title>img</svg:title><svg:desc>of a bridge</svg:desc></draw:frame> here.</text:p>"
        "<text:p>Soon.</text:p>"
    )

    assert _text(tmp_path, body) == [
        "It is closed.",
        "A picture here.",
        "A caption.",
        "Soon.",
        "See the minutes.",
    ]


def test_rows_of_tables(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        inner = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inner}<table:covered-table-cell/></table:table-row>"

    body = (
        f"<table:table>{row('<text:p>1990</text:p>', '<text:p>It opens</text:p>')}"
        f"{row('<text:p>One.</text:p><text:p>Two.</text:p>')}</table:table>"
    )

    assert _text(tmp_path, body) == ["| 1990 | It opens |", "One.", "Two."]


def test_a_flat_file_is_read_by_what_it_says_of_itself(tmp_path: Path) -> None:
    data = flat_odt(f"<text:p>{_PROSE}</text:p>")

    assert _read(tmp_path, data, "memo.xml").text == _PROSE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (odt(""), "holds no text"),
        (odt("<text:p>"), "damaged"),
        (
            odt("", manifest="<m:file-entry><m:encryption-data/></m:file-entry>"),
            "protected by a password",
        ),
        (
            archive({"mimetype": "application/vnd.oasis.opendocument.text", "meta.xml": "<x/>"}),
            "without its text",
        ),
        (
            archive(
                {
                    "mimetype": "application/vnd.oasis.opendocument.text",
                    "content.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
                }
            ),
            "of its own",
        ),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "memo.odt"
    path.write_bytes(data)

    with pytest.raises(UserError, match=r"memo\.odt") as caught:
        read_file(path)

    assert reason in str(caught.value)
