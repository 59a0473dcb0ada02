"""Valid files that are rarely made so: their text comes out, or a sentence says what is wrong."""

from __future__ import annotations

import pytest

from tests.documents.makers.archives import archive, docx, epub, odf_root, odt, paragraph
from timeline_app.documents import FileBytes, ReadFile, read_content
from timeline_app.domain import UserError

_PROSE = "The council of Millbrook has voted to close the old bridge over the river."
_ODT_TEXT = f"<text:p>{_PROSE}</text:p>"
_HEADS = (
    b"From: Jane Doe <jane@example.org>\nSubject: The bridge\n"
    b"Date: Tue, 29 Oct 2024 10:00:00 +0100\nMIME-Version: 1.0\n"
)
_BODY = f"\n{_PROSE}\n".encode()
_SXW = (
    '<?xml version="1.0"?><!DOCTYPE office:document-content PUBLIC "-//OpenOffice.org//DTD'
    ' OfficeDocument 1.0//EN" "office.dtd"><office:document-content xmlns:office="urn:o"'
    ' xmlns:text="urn:t"><office:body><text:h text:level="1">The Bridge</text:h>'
    f"<text:p>{_PROSE}<text:footnote><text:footnote-citation>1</text:footnote-citation>"
    "<text:footnote-body><text:p>So it was.</text:p></text:footnote-body></text:footnote></text:p>"
    "</office:body></office:document-content>"
)
_ALTERNATES = (
    '<w:p><mc:AlternateContent><mc:Choice Requires="new"/><mc:Fallback><w:r>'
    f"<w:t>{_PROSE}</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
)


def _read(name: str, data: bytes) -> ReadFile:
    return read_content(FileBytes(name, data))


def _texts(name: str, data: bytes) -> list[str]:
    return [article.text for article in _read(name, data).articles]


def _odt_with_head() -> bytes:
    head = f"<style:header>{_ODT_TEXT}</style:header>"
    styles = odf_root(f"<office:master-styles>{head}</office:master-styles>", "document-styles")
    content = odf_root("<office:body><office:text/></office:body>", "document-content")
    return archive({"content.xml": content, "styles.xml": styles})


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("elsewhere.docx", docx(paragraph(_PROSE), main="doc/main.xml"), _PROSE),
        ("fallback.docx", docx(_ALTERNATES), _PROSE),
        ("blank-rows.docx", docx(paragraph() * 70_000 + paragraph(_PROSE)), _PROSE),
        ("note.docx", docx("", chunks={"a.txt": _PROSE}), _PROSE),
        (
            "rich.docx",
            docx("", chunks={"a.rtf": r"{\rtf1 Closed for good.\par}"}),
            "Closed for good.",
        ),
        (
            "writer.sxw",
            archive({"mimetype": "application/vnd.sun.xml.writer", "content.xml": _SXW}),
            f"The Bridge\n\n{_PROSE}\n\nSo it was.",
        ),
        ("letterhead.odt", _odt_with_head(), _PROSE),
        (
            "thumbnail.odt",
            odt(
                _ODT_TEXT,
                manifest='<m:file-entry m:full-path="Thumbnails/a.png"><m:encryption-data/>'
                "</m:file-entry>",
            ),
            _PROSE,
        ),
        ("mark.rtf", b"\xef\xbb\xbf{\\rtf1\\ansi Closed.\\par}\x00\x00", "Closed."),
        ("dos.rtf", rb"{\rtf1\pca Caf\'82 closed.\par}", "Café closed."),
        ("astral.rtf", rb"{\rtf1\ansi Closed \u128512?.\par}", "Closed 😀."),
        ("halves.rtf", b"{\\rtf1\\ansi\\ansicpg932 \x93\xfa\x96\\{\\par}", "日本"),
        (
            "twice.rtf",
            rb"{\rtf1 A{\shp{\*\shpinst{\shptxt Box\par}}{\shprslt{\dptxbxtext Box\par}}}\par}",
            "A\n\nBox",
        ),
        ("apple.emlx", b"%d\n" % len(_HEADS + _BODY) + _HEADS + _BODY + b"<?xml?><plist/>", _PROSE),
        ("ends.eml", (_HEADS + _BODY).replace(b"\n", b"\r\r\n"), _PROSE),
        ("saved.mht", b"MIME-Version: 1.0\nContent-Type: text/plain\n" + _BODY, _PROSE),
    ],
)
def test_the_text_comes_out(name: str, data: bytes, text: str) -> None:
    assert _texts(name, data) == [text]


def test_a_part_of_a_book_may_be_named_as_a_reference_to_it_is_written() -> None:
    assert _texts("a.epub", epub({"p%201.xhtml": f"<p>{_PROSE}</p>"})) == [_PROSE]


def test_definitions_within_a_page_are_no_text() -> None:
    page = f'<!DOCTYPE html [<!ENTITY a "b">]><html><head></head><body><p>{_PROSE}</p></html>'
    assert _texts("a.xhtml", page.encode()) == [_PROSE]


def test_each_mail_of_a_mailbox_is_an_article() -> None:
    mail = b"From jane@example.org Tue Oct 29 10:00:00 2024\n" + _HEADS + _BODY + b"\n"
    assert _texts("inbox.mbox", mail * 3) == [_PROSE] * 3


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("application/ms-tnef", "Outlook alone can read"),
        ("application/pkcs7-mime", "The mail is encrypted"),
    ],
)
def test_a_mail_in_a_form_of_its_own_has_its_subject_and_a_warning(
    kind: str, sentence: str
) -> None:
    data = _HEADS + f"Content-Type: {kind}; name=a.dat\n".encode() + b"\nxyz\n"
    read = _read("a.eml", data)
    assert [article.text for article in read.articles] == ["The bridge"]
    assert not read.attachments
    assert sentence in read.warnings[0]


def test_an_attachment_that_nobody_can_read_is_named_instead_of_offered() -> None:
    data = (
        _HEADS + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee the picture.\n"
        b'--b\nContent-Type: image/png\nContent-Disposition: attachment; filename="a.png"\n'
        b"Content-Transfer-Encoding: base64\n\niVBORw0KGgoAAAAN\n--b--\n"
    )
    read = _read("a.eml", data)
    assert not read.attachments
    assert read.warnings == (
        (
            "“a.png”, attached, seems to be a picture, which cannot be read. "
            "Have its text recognised (OCR), and add that."
        ),
    )


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("blank.docx", docx(paragraph()), "holds no text"),
        ("blank.odt", odt("<text:p/>"), "holds no text"),
        ("blank.rtf", rb"{\rtf1\par}", "holds no text"),
        ("feed.xml", b'<?xml version="1.0"?><rss><channel/></rss>', "data in XML"),
        (
            "sheet.ods",
            archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            "Save it as .xlsx",
        ),
    ],
)
def test_what_holds_no_text_is_told_so(name: str, data: bytes, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        _read(name, data)
