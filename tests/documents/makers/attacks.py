"""Files made to harm who reads them: bombs, endless loops, depth, climbing paths, lies.

Each is small as a file, or of a size that a mail could bring. What a reader must do with any of
them is to end soon, with a text or with one sentence.
"""

# Large texts are put together only when they are wanted.
# ruff: noqa: PLW0108

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage

_PROSE = "London, 1 May 2024. The ministers met in Rome last week and signed the treaty. "
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
_CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
    'version="1.0"><rootfiles><rootfile full-path="{place}" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "{ten}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">'
    '<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;">'
    '<!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;">]>{body}'
)
_OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{body}'


@dataclass(frozen=True, slots=True)
class Attack:
    """A file: its name, which says what it does, and how it is made."""

    name: str
    make: Callable[[], bytes]


def attacks() -> Iterator[Attack]:
    """All of them."""
    for group in (_archives, _documents, _pages, _printed, _mails, _texts, _forged):
        for name, make in group().items():
            yield Attack(name, make)


def _zip(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def _docx(body: bytes, **others: bytes) -> bytes:
    return _zip({"[Content_Types].xml": _TYPES.encode(), "word/document.xml": body, **others})


def _odt(body: bytes) -> bytes:
    return _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": body})


def _epub(package: bytes, place: str = "OEBPS/content.opf", **others: bytes) -> bytes:
    container = _CONTAINER.format(place=place).encode()
    parts = {"mimetype": b"application/epub+zip", "META-INF/container.xml": container}
    return _zip({**parts, "OEBPS/content.opf": package, **others})


def _word(inner: str) -> str:
    return f"<w:document {_W}><w:body>{inner}</w:body></w:document>"


def _lying(data: bytes) -> bytes:
    """The same archive, whose directory says that every part is short."""
    changed = bytearray(data)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        changed[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def _archives() -> dict[str, Callable[[], bytes]]:
    bomb = b"<x>" + b"0" * 300_000_000
    nested = "PK" * 10
    return {
        "part-of-300-mb.docx": lambda: _docx(bomb),
        "part-of-300-mb.odt": lambda: _odt(bomb),
        "part-of-300-mb.epub": lambda: _epub(bomb),
        "part-of-300-mb.xlsx": lambda: _zip(
            {"[Content_Types].xml": _TYPES.encode(), "xl/workbook.xml": bomb}
        ),
        "says-it-is-short.docx": lambda: _lying(_docx(b"<x>" + b"0" * 30_000_000)),
        "fifty-thousand-parts.docx": lambda: _zip(
            {f"word/{number}.xml": b"" for number in range(50_000)}, zipfile.ZIP_STORED
        ),
        "climbs-out.epub": lambda: _epub(b"<package/>", "../../../../etc/passwd"),
        "climbs-out-by-parts.docx": lambda: _docx(
            _word(f"<w:p><w:r><w:t>{_PROSE}</w:t></w:r></w:p>").encode(),
            **{"../../../tmp/evil.txt": b"x", "/etc/evil": b"x", "..\\..\\evil": b"x"},
        ),
        "archive-in-archive.docx": lambda: _docx(_zip({"word/document.xml": b"<x/>"})),
        "ends-in-the-middle.docx": lambda: _docx(_word("").encode())[:200],
        "nothing-but-signatures.docx": nested.encode,
        "two-parts-of-one-name.odt": _two_of_one_name,
    }


def _two_of_one_name() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<a/>")
        archive.filelist[-1].filename = "content.xml"
        archive.writestr("content2.xml", "<b/>")
        archive.filelist[-1].filename = "content.xml"
    return target.getvalue()


def _documents() -> dict[str, Callable[[], bytes]]:
    laughs, outside = _ENTITIES.format(ten="ha" * 50, body="{}"), _OUTSIDE.replace("{body}", "{}")
    deep = "<w:p>" * 20_000 + "x" + "</w:p>" * 20_000
    cells = "<w:tbl><w:tr><w:tc>" * 300 + _PROSE + "</w:tc></w:tr></w:tbl>" * 300
    rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{}</rdf:RDF>'
    entity = "<w:p><w:r><w:t>&g;</w:t></w:r></w:p>"
    foreign = "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"
    return {
        "entities-that-grow.docx": lambda: _docx(laughs.format(_word(entity)).encode()),
        "entities-that-grow.odt": lambda: _odt(laughs.format("<x>&g;</x>").encode()),
        "entities-that-grow.epub": lambda: _epub(laughs.format("<package>&g;</package>").encode()),
        "entities-that-grow.rdf": lambda: laughs.format(rdf.format("&g;")).encode(),
        "entities-that-grow.xml": lambda: laughs.format("<timeline>&g;</timeline>").encode(),
        "entity-of-a-file.docx": lambda: _docx(outside.format(_word(foreign)).encode()),
        "entity-of-a-file.odt": lambda: _odt(outside.format("<x>&a;</x>").encode()),
        "entity-of-a-file.rdf": lambda: outside.format(rdf.format("&a;")).encode(),
        "twenty-thousand-deep.docx": lambda: _docx(_word(deep).encode()),
        "twenty-thousand-deep.odt": lambda: _odt(("<a>" * 20_000 + "</a>" * 20_000).encode()),
        "tables-in-tables.docx": lambda: _docx(_word(cells).encode()),
        "spine-of-itself.epub": lambda: _epub(_spine_of_itself()),
        "no-such-encoding.docx": lambda: _docx(
            b'<?xml version="1.0" encoding="x-evil"?>' + _word("").encode()
        ),
    }


def _spine_of_itself() -> bytes:
    items = "".join(f'<itemref idref="a{number % 3}"/>' for number in range(20_000))
    return (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
        '<item id="a0" href="content.opf" media-type="application/xhtml+xml"/></manifest>'
        f"<spine>{items}</spine></package>"
    ).encode()


def _pages() -> dict[str, Callable[[], bytes]]:
    prose = f"<p>{_PROSE * 5}</p>"
    head = "<!doctype html><html><head><title>Treaty</title></head><body>"
    return {
        "two-hundred-thousand-attributes.html": lambda: (
            head + "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + f">{prose}"
        ).encode(),
        "four-hundred-thousand-links.html": lambda: (
            head + prose + "<a href=#>x</a>" * 400_000
        ).encode(),
        "tags-never-closed.html": lambda: (head + "<div><b><i><a>" * 30_000 + prose).encode(),
        "two-hundred-thousand-deep.html": lambda: (head + "<div>" * 200_000 + prose).encode(),
        "tables-in-tables.html": lambda: (head + "<table><tr><td>" * 400 + prose).encode(),
        "one-endless-comment.html": lambda: (head + prose + "<!--" + "-" * 5_000_000).encode(),
        "one-endless-attribute.html": lambda: (
            head + f'{prose}<p title="' + "x" * 5_000_000
        ).encode(),
        "entities.html": lambda: (head + prose + "&lt;" * 1_000_000).encode(),
        "linked-data-very-deep.html": lambda: (
            head.replace("</head>", _deep_data()) + prose
        ).encode(),
        "date-of-many-numbers.html": lambda: (
            head + prose + f"<time>{'1/2/' * 200_000}</time>"
        ).encode(),
        "scripts-and-far-pictures.html": lambda: (
            head
            + '<script src="http://127.0.0.1:9/x.js"></script><img src="http://127.0.0.1:9/x.png">'
            + '<iframe src="file:///etc/passwd"></iframe><link rel=stylesheet href="//127.0.0.1:9">'
            + prose
        ).encode(),
        "nul-and-surrogates.html": lambda: (
            head.encode() + b"<p>\x00\xed\xa0\x80" + prose.encode() + b"&#xD800;&#0;"
        ),
        "utf-16-without-a-mark.html": lambda: (head + prose).encode("utf-16-le"),
    }


def _deep_data() -> str:
    return '<script type="application/ld+json">' + '{"a":[' * 100_000 + "</script></head>"


def _pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    body, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(body))
    )


def _one_page(content: bytes, resources: bytes = b"", *others: bytes) -> bytes:
    return _pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<"
            b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>" + resources + b">>>>",
            content,
            *others,
        ]
    )


def _stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), extra, data)


def _flate(data: bytes) -> bytes:
    return _stream(zlib.compress(data, 9), b"/Filter/FlateDecode")


def _printed() -> dict[str, Callable[[], bytes]]:
    text = b"BT /F 12 Tf 50 700 Td (%s) Tj ET\n" % _PROSE.encode()
    twice = zlib.compress(zlib.compress(b" " * 200_000_000, 9), 9)
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
    return {
        "stream-of-200-mb.pdf": lambda: _one_page(_flate(text + b" " * 200_000_000)),
        "stream-packed-twice.pdf": lambda: _one_page(
            _stream(twice, b"/Filter[/FlateDecode/FlateDecode]")
        ),
        "a-million-words.pdf": lambda: _one_page(
            _flate(b"BT /F 12 Tf 50 700 Td " + b"(a) Tj 1 0 Td " * 1_000_000 + b"ET")
        ),
        "form-that-draws-itself.pdf": lambda: _one_page(
            _stream(b"/X Do"),
            b"/XObject<</X 5 0 R>>",
            _stream(b"/X Do", form + b"/Resources<</XObject<</X 5 0 R>>>>"),
        ),
        "forms-that-double.pdf": lambda: _one_page(
            _stream(b"/X Do"),
            b"/XObject<</X 5 0 R>>",
            *(
                _stream(
                    b"/X Do " * 10,
                    form + b"/Resources<</XObject<</X %d 0 R>>>>" % (number + 1),
                )
                for number in range(5, 25)
            ),
            _stream(text, form),
        ),
        "pages-in-a-circle.pdf": lambda: _pdf(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>",
            ]
        ),
        "fifty-thousand-pages.pdf": lambda: _pdf(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Count 50000/Kids[" + b"3 0 R " * 50_000 + b"]>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
            ]
        ),
        "arrays-very-deep.pdf": lambda: _one_page(
            _stream(text), b"/X " + b"[" * 100_000 + b"]" * 100_000
        ),
        "no-such-catalog.pdf": lambda: _one_page(_stream(text)).replace(b"/Root 1", b"/Root 99"),
        "table-that-points-anywhere.pdf": lambda: _one_page(_stream(text)).replace(
            b"0000000", b"9999999"
        ),
        "cut-in-the-middle.pdf": lambda: _one_page(_stream(text))[:400],
        "page-of-no-size.pdf": lambda: _one_page(_stream(text)).replace(
            b"[0 0 600 800]", b"[0 0 1e30 -1e30]"
        ),
        "longer-than-it-says.pdf": lambda: _one_page(
            b"<</Length 99999999999>>stream\n" + text + b"\nendstream"
        ),
    }


def _mails() -> dict[str, Callable[[], bytes]]:
    return {
        "twenty-thousand-brackets.eml": lambda: _mail(f"From: {'(' * 20_000}\n"),
        "parts-in-parts.eml": lambda: _parts_in_parts(3_000),
        "mails-in-mails.eml": lambda: (
            b"Content-Type: message/rfc822\nMIME-Version: 1.0\nSubject: x\n\n" * 5_000
        ),
        "hundred-thousand-words.eml": lambda: _mail(
            "Subject: " + "\n ".join(["=?utf-8?q?a?="] * 100_000) + "\n"
        ),
        "one-header-of-10-mb.eml": lambda: _mail("X-Long: " + "x" * 10_000_000 + "\n"),
        "no-such-charset.eml": lambda: _mail("Content-Type: text/plain; charset=x-evil\n"),
        "not-base64.eml": lambda: _mail("Content-Transfer-Encoding: base64\n"),
        "boundary-that-never-ends.eml": lambda: _mail(
            'Content-Type: multipart/mixed; boundary="x"\n', "--x\n" * 100_000
        ),
        "page-that-asks-far.mht": _far_page,
        "attachment-that-climbs.eml": _climbing_attachment,
    }


def _mail(header: str, body: str = _PROSE) -> bytes:
    sent = "From: a@b.c\nDate: Wed, 1 May 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
    return f"{sent}{header}\n{body}".encode()


def _parts_in_parts(depth: int) -> bytes:
    lines = ["From: a@b.c", "MIME-Version: 1.0"]
    for number in range(depth):
        lines += [f'Content-Type: multipart/mixed; boundary="b{number}"', "", f"--b{number}"]
    return "\n".join([*lines, "Content-Type: text/plain", "", _PROSE]).encode()


def _far_page() -> bytes:
    html = f'<html><title>x</title><img src="http://127.0.0.1:9/x"><p>{_PROSE * 5}</p>'
    return (
        "From: <Saved by a browser>\nMIME-Version: 1.0\nSnapshot-Content-Location: file:///etc\n"
        'Content-Type: multipart/related; boundary="b"; type="text/html"\n\n--b\n'
        f"Content-Type: text/html\n\n{html}\n--b--\n"
    ).encode()


def _climbing_attachment() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.c", "The treaty"
    message.set_content(_PROSE * 5)
    message.add_attachment(b"x", "text", "plain", filename="../../../../tmp/evil.txt")
    return message.as_bytes()


def _texts() -> dict[str, Callable[[], bytes]]:
    return {
        "a-hundred-megabytes.txt": lambda: (_PROSE * 1_300_000).encode(),
        "ten-million-lines.txt": lambda: b"\n" * 5_000_000 + b"a\n" * 5_000_000,
        "one-line-of-ten-megabytes.txt": lambda: b"x" * 9_900_000,
        "thousand-dates.txt": lambda: (_PROSE + "1/2/3 " * 30_000).encode(),
        "nothing-but-brackets.md": lambda: b"[" * 500_000,
        "quotes-in-quotes.md": lambda: b"> " * 100_000 + b"x",
        "turned-round.txt": lambda: (_PROSE + "\u202e\u2066 evil \u202c" * 50).encode(),
        "nul-and-surrogates.txt": lambda: _PROSE.encode() + b"\x00\xed\xa0\x80\xff\xfe" * 9,
        "number-beyond-letters.rtf": lambda: b"{\\rtf1 " + _PROSE.encode() + b"\\u99999999 x}",
        "groups-in-groups.rtf": lambda: b"{\\rtf1 " + b"{" * 100_000 + _PROSE.encode(),
        "picture-of-20-mb.rtf": lambda: (
            b"{\\rtf1 " + _PROSE.encode() + b"{\\pict " + b"ff" * 10_000_000 + b"}}"
        ),
        "a-million-columns.csv": lambda: b"date,title\n" + b"," * 1_000_000,
        "open-quote.csv": lambda: b'date,title\n2024-05-01,"' + b"x\n" * 1_000_000,
        "lists-very-deep.json": lambda: b"[" * 1_000_000,
        "braces-very-deep.bib": lambda: b"@article{a, title={" + b"{" * 200_000,
    }


def _forged() -> dict[str, Callable[[], bytes]]:
    return {
        "page-called.pdf": lambda: f"<html><body><p>{_PROSE * 5}</p></body></html>".encode(),
        "pdf-called.html": lambda: _one_page(_stream(b"BT /F 12 Tf (x) Tj ET")),
        "program-called.docx": lambda: b"MZ" + bytes(range(256)) * 50,
        "database-called.txt": lambda: b"SQLite format 3\x00" + bytes(500),
        "picture-called.eml": lambda: b"\x89PNG\r\n\x1a\n" + bytes(500),
    }
