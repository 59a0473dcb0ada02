"""One file of every format that is read, made by code; no text is like another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from email.message import EmailMessage
from io import BytesIO

from openpyxl import Workbook

from tests.documents.bundles.samples import europresse_page
from tests.documents.makers.archives import docx, epub, odt, paragraph, run
from tests.documents.makers.compound import msg
from tests.documents.makers.printed import column, pdf
from timeline_app.documents.bundles import BundlePageReader
from timeline_app.documents.delimited import DelimitedReader
from timeline_app.documents.docx import DocxReader
from timeline_app.documents.epub import EpubReader
from timeline_app.documents.html import HtmlReader
from timeline_app.documents.mail import EmlReader, MhtmlReader, MsgReader
from timeline_app.documents.markdown import MarkdownReader
from timeline_app.documents.odt import OdtReader
from timeline_app.documents.pdf import PdfReader
from timeline_app.documents.plain_text import PlainTextReader
from timeline_app.documents.records import (
    BibtexReader,
    CslJsonReader,
    RisReader,
    ZoteroRdfReader,
)
from timeline_app.documents.rtf import RtfReader
from timeline_app.documents.workbook import WorkbookReader

_OPENING = "The {0} council closed the {0} bridge over the {0} river last week."
_SENTENCES = (
    _OPENING,
    "Engineers of {0} had warned that the {0} piers would fail.",
    "The mayor of {0} thanked the {0} firefighters, and led {0} drivers to the {0} ferry.",
)


def prose(town: str) -> str:
    """Three sentences of which no five words in a row stand in those of another town."""
    return " ".join(sentence.format(town) for sentence in _SENTENCES)


def _html(town: str) -> str:
    date = '<meta property="article:published_time" content="2024-10-29">'
    return (
        f"<html><head><title>Bridge of {town}</title>{date}</head><body><article>"
        f"<h1>Bridge of {town}</h1><p>{prose(town)}</p><p>{prose(town + 'ville')}</p>"
        "</article></body></html>"
    )


def _mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = "jane@example.org", "john@example.org"
    mail["Subject"], mail["Date"] = "Bridge of Mailford", "Tue, 29 Oct 2024 10:00:00 +0000"
    mail.set_content(prose("Mailford"))
    return mail.as_bytes()


def _archive() -> bytes:
    head = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/bridge\n"
        "Subject: Bridge\nDate: Tue, 5 Nov 2024 10:00:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
    )
    part = "--b\nContent-Type: text/html\nContent-Location: https://example.org/bridge\n\n"
    return f"{head}{part}{_html('Saveham')}\n--b--\n".encode()


def _printed() -> bytes:
    words = prose("Printon").split()
    lines = [" ".join(words[at : at + 8]) for at in range(0, len(words), 8)]
    return pdf([column(["Bridge of Printon", "", *lines], 60, 760)])


def _word() -> bytes:
    return docx(paragraph(run("Bridge of Wordley")) + paragraph(run(prose("Wordley"))))


def _open_document() -> bytes:
    return odt(f"<text:p>Bridge of Openham</text:p><text:p>{prose('Openham')}</text:p>")


def _book() -> bytes:
    return epub({"one.xhtml": f"<h1>Bridge of Bookwell</h1><p>{prose('Bookwell')}</p>"})


def _workbook() -> bytes:
    book, written = Workbook(), BytesIO()
    assert book.active is not None
    for row in (("Date", "Event"), ("2024-10-29", "Bridge closed"), ("2024-11-05", "Ferry starts")):
        book.active.append(row)
    book.save(written)
    return written.getvalue()


def _ris() -> str:
    lines = ("TY  - NEWS", "TI  - Bridge of Risby", "DA  - 2024/10/29/", "ER  - ")
    return "\n".join((*lines[:3], f"AB  - {prose('Risby')}", lines[3], ""))


def _bibtex() -> str:
    return (
        "@article{bridge,\n  title = {Bridge of Bibton},\n  date = {2024-10-29},\n"
        f"  abstract = {{{prose('Bibton')}}},\n}}\n"
    )


def _csl_json() -> str:
    day = {"date-parts": [[2024, 10, 29]]}
    record = {"type": "article-newspaper", "title": "Bridge of Cslford", "issued": day}
    return json.dumps([record | {"abstract": prose("Cslford")}])


def _zotero() -> str:
    return (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:z="http://www.zotero.org/namespaces/export#"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:bib="http://purl.org/net/biblio#">'
        '<bib:Article rdf:about="#item_1"><z:itemType>newspaperArticle</z:itemType>'
        "<dc:title>Bridge of Zotham</dc:title><dc:date>2024-10-29</dc:date>"
        f"<dcterms:abstract>{prose('Zotham')}</dcterms:abstract></bib:Article></rdf:RDF>"
    )


def _rtf() -> str:
    return rf"{{\rtf1\ansi Bridge of Richley\par {prose('Richley')}\par}}"


def _text(town: str) -> str:
    return f"Bridge of {town}\n\n{town}, 29 October 2024\n\n{prose(town)}\n"


def every_format() -> Mapping[type, tuple[str, bytes]]:
    """A file for each reader: its name and its bytes."""
    outlook = {"subject": "Bridge of Outlook", "body": prose("Lookout"), "sender": "Jane Doe"}
    table = "Date,Event\n2024-10-29,Bridge closed\n2024-11-05,Ferry starts\n"
    return {
        BibtexReader: ("a.bib", _bibtex().encode()),
        BundlePageReader: ("b.html", europresse_page().encode()),
        CslJsonReader: ("c.json", _csl_json().encode()),
        DelimitedReader: ("d.csv", table.encode()),
        DocxReader: ("e.docx", _word()),
        EmlReader: ("f.eml", _mail()),
        EpubReader: ("g.epub", _book()),
        HtmlReader: ("h.html", _html("Webster").encode()),
        MarkdownReader: ("i.md", f"# Bridge of Marksby\n\n{prose('Marksby')}\n".encode()),
        MhtmlReader: ("j.mhtml", _archive()),
        MsgReader: ("k.msg", msg(outlook)),
        OdtReader: ("l.odt", _open_document()),
        PdfReader: ("m.pdf", _printed()),
        PlainTextReader: ("n.txt", _text("Plainton").encode()),
        RisReader: ("o.ris", _ris().encode()),
        RtfReader: ("p.rtf", _rtf().encode()),
        WorkbookReader: ("q.xlsx", _workbook()),
        ZoteroRdfReader: ("r.rdf", _zotero().encode()),
    }
