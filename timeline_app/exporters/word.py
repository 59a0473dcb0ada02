"""DOCX: the chronology as a document with real headings and a table whose head repeats.

python-docx makes the document around the table; the rows, of which there may be many thousands, are
written into it as a stream.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from timeline_app.domain import Progress
from timeline_app.exporters.exporter import watched
from timeline_app.exporters.packed import fill, writable
from timeline_app.exporters.publication import (
    NO_WORDS,
    Citation,
    Publication,
    PublishedArticle,
    PublishedEvent,
)

if TYPE_CHECKING:
    from docx.document import Document

_MAIN_PART = "word/document.xml"
_PLACE = "timeline-app-rows"  # stands in the cell of the row that the events take the place of
_ROW = re.compile(rb"<w:tr\b(?:(?!<w:tr\b).)*?timeline-app-rows.*?</w:tr>", re.DOTALL)
_HEADINGS = ("No.", "Date", "Event", "Source")
_WIDTHS = (600, 1_900, 4_700, 1_800)  # twentieths of a point


class WordExporter:
    """Title, summary, table of events, sources."""

    key = "docx"
    name = "Chronology, Word"
    suffix = ".docx"
    is_whole = False

    def losses(self, _publication: Publication) -> list[str]:
        """Words hold everything that people read."""
        return []

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write row by row into the document that surrounds them."""
        frame = BytesIO()
        _document(publication).save(frame)
        rows = ("".join(_row(event)).encode() for event in watched(publication.events, progress))
        fill(stream, frame, _MAIN_PART, _ROW, rows)


def _document(publication: Publication) -> Document:
    """All but the rows; core properties tell title and program."""
    from docx import Document

    document = Document()
    document.core_properties.title = _writable(publication.title)[:255]
    document.core_properties.author = ""
    if publication.made_on is not None:
        made = datetime(*publication.made_on, tzinfo=UTC)
        document.core_properties.created = document.core_properties.modified = made
    document.core_properties.comments = f"Made with Timeline App {publication.version}"
    document.add_heading(_writable(publication.title), level=0)
    document.add_paragraph(_writable(f"{publication.summary} Compiled {publication.compiled}."))
    document.add_heading("Chronology", level=1)
    _add_table(document)
    document.add_heading("Sources", level=1)
    for article in publication.articles:
        document.add_paragraph(_writable(_source(article)))
    document.add_paragraph(_writable(publication.record.sentence))
    return document


def _add_table(document: Document) -> None:
    from docx.oxml import OxmlElement

    table = document.add_table(rows=2, cols=len(_HEADINGS), style="Table Grid")
    for cell, heading in zip(table.rows[0].cells, _HEADINGS, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    # Word repeats a row with this mark on every page.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    table.rows[1].cells[0].text = _PLACE


def _row(event: PublishedEvent) -> Iterator[str]:
    cells = (_number(event), _date(event), _told(event), _sources(event))
    yield "<w:tr>"
    for width, cell in zip(_WIDTHS, cells, strict=True):
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
    yield "</w:tr>"


def _number(event: PublishedEvent) -> str:
    return _paragraph(_run(str(event.number)))


def _date(event: PublishedEvent) -> str:
    """As written, then in words and in EDTF."""
    written = next((each.as_written for each in event.citations if each.as_written), NO_WORDS)
    lines = [_paragraph(_run(event.when)), _paragraph(_run(f"“{written}”"))]
    return "".join([*lines, _paragraph(_run(event.edtf))] if event.edtf else lines)


def _told(event: PublishedEvent) -> str:
    """Title, who and where, note, quotes."""
    parts = [_paragraph(_run(event.title, "<w:b/>"))]
    facts = ", ".join(fact for fact in (event.detail, event.certainty.value, *event.tags) if fact)
    parts.append(_paragraph(_run(facts)))
    if event.note:
        parts.append(_paragraph(_run(event.note)))
    parts += [_paragraph(_run(f"“{each.quote}”", "<w:i/>")) for each in event.citations]
    return "".join(parts)


def _sources(event: PublishedEvent) -> str:
    return "".join(_paragraph(_run(_place(each))) for each in event.citations) or "<w:p/>"


def _place(citation: Citation) -> str:
    if citation.page is not None:
        place = f", page {citation.page}"
    else:
        place = f", sentence {citation.sentence}" if citation.sentence else ""
    by = f", {citation.said_by}" if citation.said_by else ""
    return f"[{citation.article_number}] {citation.article_name}{place}{by}"


def _source(article: PublishedArticle) -> str:
    parts = (article.author, article.title, article.source, article.published_in_words, article.url)
    return f"[{article.number}] " + ". ".join(part for part in parts if part)


def _paragraph(content: str) -> str:
    return f"<w:p>{content}</w:p>"


def _run(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = "<w:br/>".join(map(_text, _writable(text).split("\n")))
    return f"<w:r>{look}{lines}</w:r>"


def _text(line: str) -> str:
    return f'<w:t xml:space="preserve">{escape(line, quote=False)}</w:t>'


def _writable(text: str) -> str:
    return writable(text).replace("\r", " ")
