"""Word documents: what their reader sees and no more, in whatever dialect they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.files import read_only_article
from tests.documents.makers.archives import STRICT, archive, docx, paragraph, run
from timeline_app.documents import ReadArticle, read_file
from timeline_app.domain import DateOrigin, UserError
from timeline_app.domain.time import CivilDate

_PROSE = "The council of Millbrook has voted to close the old bridge over the river."


def _read(folder: Path, data: bytes, name: str = "memo.docx") -> ReadArticle:
    path = folder / name
    path.write_bytes(data)
    return read_only_article(path)


def _text(folder: Path, body: str, **others: dict[str, str]) -> list[str]:
    return _read(folder, docx(body, parts=others.get("parts"))).text.split("\n\n")


def test_paragraphs_title_author_and_days(tmp_path: Path) -> None:
    core = (
        "<dc:title>Memo</dc:title><dc:creator>Jane Doe</dc:creator>"
        "<dcterms:created>2024-10-29T23:30:00Z</dcterms:created>"
        "<dcterms:modified>2024-11-05T08:00:00Z</dcterms:modified>"
    )
    styles = '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    body = paragraph("The Old Bridge", style="Titel") + paragraph() + paragraph(_PROSE)

    article = _read(tmp_path, docx(body, core=core, parts={"styles": styles}))

    assert article.text == f"The Old Bridge\n\n{_PROSE}"
    assert (article.title, article.author) == ("The Old Bridge", "Jane Doe")
    assert (article.published, article.date_origin) == (
        CivilDate(2024, 10, 29),
        DateOrigin.PROPERTIES,
    )
    assert [each.day.day for each in article.candidates] == [29, 5]
    assert [piece.cut(article.text) for piece in article.body] == [_PROSE]


def test_a_dateline_is_believed_before_the_properties(tmp_path: Path) -> None:
    core = "<dcterms:created>2024-11-05T08:00:00Z</dcterms:created>"
    body = paragraph(f"MILLBROOK, 29 October 2024 – {_PROSE}")

    article = _read(tmp_path, docx(body, core=core))

    assert article.published == CivilDate(2024, 10, 29)
    assert article.date_origin is DateOrigin.DATELINE


def test_the_day_of_a_letterhead_is_a_dateline(tmp_path: Path) -> None:
    parts = {"header": paragraph("29 October 2024")}

    article = _read(tmp_path, docx(paragraph(_PROSE), parts=parts))

    assert article.text == _PROSE
    assert (article.published, article.date_origin) == (
        CivilDate(2024, 10, 29),
        DateOrigin.DATELINE,
    )


def test_strict_documents_and_other_names_of_the_main_part(tmp_path: Path) -> None:
    data = docx(paragraph(_PROSE), namespace=STRICT, main="word/document2.xml")

    assert _read(tmp_path, data).text == _PROSE


def test_what_was_deleted_is_gone_and_what_was_inserted_is_there(tmp_path: Path) -> None:
    body = paragraph(
        "The bridge is ",
        "<w:del><w:r><w:delText>open</w:delText></w:r></w:del>",
        f"<w:ins>{run('closed')}</w:ins>",
        f"<w:moveFrom>{run(' to cars')}</w:moveFrom><w:moveTo>{run(' to all')}</w:moveTo>",
        ".",
    )
    joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("One ") + "</w:p>"

    assert _text(tmp_path, body + joined + paragraph("sentence.")) == [
        "The bridge is closed to all.",
        "One sentence.",
    ]


def test_codes_of_fields_and_hidden_words_are_not_shown(tmp_path: Path) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t> in secret</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> aloud</w:t></w:r>'
    code = "<w:r><w:instrText> HYPERLINK x </w:instrText></w:r>"
    body = paragraph(
        "See ",
        mark("begin"),
        code,
        run("inner"),
        mark("separate"),
        "the page",
        mark("end"),
        f'<w:fldSimple w:instr=" PAGE ">{run(" 7")}</w:fldSimple>',
        hidden,
        shown,
        ".",
    )

    assert _text(tmp_path, body) == ["See the page 7 aloud."]


def test_breaks_tabs_hyphens_and_signs(tmp_path: Path) -> None:
    body = paragraph(
        "<w:r><w:t>One</w:t><w:br/><w:t>line</w:t><w:tab/><w:t>co</w:t><w:noBreakHyphen/>"
        '<w:t>op</w:t><w:softHyphen/><w:t>era</w:t><w:sym w:font="Symbol" w:char="F0B7"/>'
        '<w:sym w:char="20AC"/></w:r>'
    )

    assert _text(tmp_path, body) == ["One\nline co-opera•€"]


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    assert _text(tmp_path, paragraph("Around ", both, "it.")) == ["Around it.", "In a box."]


def test_rows_of_tables_are_rows_and_layouts_are_paragraphs(tmp_path: Path) -> None:
    def cell(*paragraphs: str) -> str:
        return f"<w:tc>{''.join(map(paragraph, paragraphs))}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell('1991')}{cell('A ferry sinks')}</w:tr></w:tbl>"
    table = (
        f"<w:tbl><w:tr>{cell('1990')}{cell('The bridge opens')}</w:tr>"
        f"<w:tr>{cell('First.', 'Second.')}{cell('Third.')}</w:tr>"
        f"<w:tr><w:tc>{inner}</w:tc></w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('gone')}</w:tr></w:tbl>"
    )

    assert _text(tmp_path, table) == [
        "| 1990 | The bridge opens |",
        "First.",
        "Second.",
        "Third.",
        "| 1991 | A ferry sinks |",
    ]


def test_content_controls_show_what_was_entered(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(_PROSE)}</w:sdtContent></w:sdt>"
    empty = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{paragraph('Click here')}</w:sdtContent></w:sdt>"
    )

    assert _text(tmp_path, control + empty) == [_PROSE]


def test_notes_follow_the_text(tmp_path: Path) -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("---")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("See the minutes.")}</w:footnote>'
        f'<w:footnote w:id="9">{paragraph("Not referred to.")}</w:footnote>'
    )
    body = paragraph("It is closed.", '<w:r><w:footnoteReference w:id="2"/></w:r>')

    assert _text(tmp_path, body + paragraph("Soon."), parts={"footnotes": notes}) == [
        "It is closed.",
        "Soon.",
        "See the minutes.",
    ]


@pytest.mark.parametrize("form", ["html", "mht"])
def test_pages_that_were_put_into_a_document_are_read(tmp_path: Path, form: str) -> None:
    page = f"<html><title>x</title><body><p>{_PROSE}</p></body></html>"
    if form == "mht":
        page = f"MIME-Version: 1.0\nContent-Type: text/html\n\n{page}"
    data = docx("<w:altChunk/>", chunks={f"chunk.{form}": page})

    assert _read(tmp_path, data).text == _PROSE


def test_damaged_styles_do_not_keep_the_text_away(tmp_path: Path) -> None:
    assert _text(tmp_path, paragraph(_PROSE), parts={"styles": "<w:style>"}) == [_PROSE]


def test_a_forged_suffix_does_not_matter(tmp_path: Path) -> None:
    assert _read(tmp_path, docx(paragraph(_PROSE)), "memo.txt").text == _PROSE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (docx(""), "holds no text"),
        (docx("<w:p>"), "damaged"),
        (docx(paragraph(_PROSE))[:900], "damaged"),
        (archive({"[Content_Types].xml": "", "word/other.xml": "<x/>"}), "text is missing"),
        (docx("<w:p>" * 300 + "</w:p>" * 300), "levels deep"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "memo.docx"
    path.write_bytes(data)

    with pytest.raises(UserError, match=r"memo\.docx") as caught:
        read_file(path)

    assert reason in str(caught.value)
