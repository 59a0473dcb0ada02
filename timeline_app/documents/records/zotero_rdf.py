"""Reads the RDF that Zotero exports, with the files and notes that it puts beside the records.

Zotero mixes vocabularies (Dublin Core, BIBO, PRISM, FOAF, its own); no two of the names that are
looked for here mean different things in them, so names alone are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from timeline_app.documents.article import ReadFile
from timeline_app.documents.files import FileBytes
from timeline_app.documents.limits import LIMITS
from timeline_app.documents.records.record import (
    BibliographicRecord,
    day_in,
    line,
    read_records,
)
from timeline_app.documents.xml_safe import parse_xml
from timeline_app.domain.citation import Citation
from timeline_app.domain.errors import UserError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SIGN = re.compile(rb"<(?:[a-z]{1,8}:)?RDF\b[^>]*http://www\.zotero\.org/namespaces/export#")
_HEAD = 4_096
_KINDS = {
    "artwork": "graphic", "audioRecording": "song", "bill": "bill", "blogPost": "post-weblog",
    "book": "book", "bookSection": "chapter", "case": "legal_case",
    "conferencePaper": "paper-conference", "dictionaryEntry": "entry-dictionary",
    "email": "personal_communication", "encyclopediaArticle": "entry-encyclopedia", "film":
    "motion_picture", "forumPost": "post", "hearing": "hearing", "interview": "interview",
    "journalArticle": "article-journal", "letter": "personal_communication",
    "magazineArticle": "article-magazine", "manuscript": "manuscript", "map": "map",
    "newspaperArticle": "article-newspaper", "patent": "patent", "podcast": "broadcast",
    "preprint": "article", "radioBroadcast": "broadcast", "report": "report",
    "statute": "legislation", "thesis": "thesis", "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture", "webpage": "webpage", "dataset": "dataset",
}  # fmt: skip
_PARTS = frozenset(("attachment", "note"))


class ZoteroRdfReader:
    """Knows the export by Zotero's own vocabulary, which its root declares."""

    def confidence(self, file: FileBytes) -> float:
        """Sure of the vocabulary, fairly so of the suffix."""
        if _SIGN.search(file.data[:_HEAD]):
            return 0.96
        return 0.7 if file.suffix == ".rdf" else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The texts that the records name. Raises UserError when there is no record."""
        if len(file.data) > LIMITS.records_bytes:
            raise UserError(f"“{file.name}” is too large for a file of records.")
        root = parse_xml(file.data, file.name)
        nodes = {about: node for node in root if (about := _attribute(node, "about"))}
        items = (node for node in root if _text(node, "itemType") not in ("", *_PARTS))
        return read_records([_record_of(item, nodes) for item in items], file.name)


def _record_of(item: Element, nodes: Mapping[str, Element]) -> BibliographicRecord:
    whole = next(_linked(item, "isPartOf", nodes), None)
    attachments = list(_linked(item, "link", nodes))
    notes = [_text(node, "value") for node in _linked(item, "isReferencedBy", nodes)]
    return BibliographicRecord(
        title=line(_text(item, "title")) or "Untitled record",
        citation=_citation_of(item, whole),
        written=_text(item, "date"),
        url=_url_of(item),
        language=_text(item, "language"),
        abstract=_text(item, "abstract"),
        note="\n\n".join(filter(None, notes)),
        files=tuple(filter(None, (_reference(node, "resource") for node in attachments))),
    )


def _citation_of(item: Element, whole: Element | None) -> Citation:
    numbers = _numbers_of(item) | (_numbers_of(whole) if whole is not None else {})
    publisher = _child(item, "publisher")
    return Citation(
        kind=_KINDS.get(_text(item, "itemType"), "document"),
        authors=tuple(_people(_child(item, "authors"))),
        container_title=_text(whole, "title"),
        publisher=_deep_text(publisher, "name"),
        publisher_place=_deep_text(publisher, "locality"),
        volume=_text(whole, "volume") or _text(item, "volume"),
        issue=_text(whole, "number") or _text(item, "number"),
        page=_text(item, "pages"),
        section=_text(item, "section"),
        doi=numbers.get("DOI", ""),
        isbn=numbers.get("ISBN", ""),
        issn=numbers.get("ISSN", ""),
        accessed=day_in(_text(item, "dateSubmitted")),
    )


def _name(node: Element) -> str:
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _child(node: Element | None, name: str) -> Element | None:
    return next((each for each in node if _name(each) == name), None) if node is not None else None


def _text(node: Element | None, name: str) -> str:
    child = _child(node, name)
    return (child.text or "").strip() if child is not None else ""


def _deep_text(node: Element | None, name: str) -> str:
    """The text of the first element of this name anywhere below a node."""
    found = (each for each in node.iter() if _name(each) == name) if node is not None else ()
    return next(((each.text or "").strip() for each in found), "")


def _attribute(node: Element, name: str) -> str:
    values = (value for key, value in node.attrib.items() if key.rpartition("}")[2] == name)
    return next(values, "")


def _reference(node: Element, name: str) -> str:
    """What a child refers to, such as the path of an attachment."""
    child = _child(node, name)
    return _attribute(child, "resource") if child is not None else ""


def _linked(item: Element, name: str, nodes: Mapping[str, Element]) -> Iterator[Element]:
    """The nodes that the children of this name refer to, or hold."""
    for child in item:
        if _name(child) != name:
            continue
        reference = _attribute(child, "resource")
        if reference in nodes:
            yield nodes[reference]
        yield from child


def _people(authors: Element | None) -> Iterator[str]:
    for person in authors.iter() if authors is not None else ():
        if _name(person) in ("Person", "Agent"):
            given = _text(person, "givenName") or _text(person, "givenname")
            yield ", ".join(
                filter(None, (_text(person, "surname") or _text(person, "name"), given))
            )


def _numbers_of(node: Element) -> dict[str, str]:
    """The numbers that stand in identifiers, as in "ISSN 1234-5678"."""
    written = (
        (each.text or "").strip().partition(" ") for each in node if _name(each) == "identifier"
    )
    return {kind: number.strip() for kind, _, number in written if kind in ("DOI", "ISBN", "ISSN")}


def _url_of(item: Element) -> str:
    identifiers = (each for each in item if _name(each) == "identifier")
    return next(filter(None, (_deep_text(each, "value") for each in identifiers)), "")
