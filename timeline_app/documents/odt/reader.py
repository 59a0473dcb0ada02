"""Reads texts in OpenDocument, zipped or as one XML file, into articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from xml.etree.ElementTree import Element

from timeline_app.documents.article import ReadFile
from timeline_app.documents.composing import Facts, compose, join_paragraphs, tidy
from timeline_app.documents.files import FileBytes
from timeline_app.documents.odt.body import BodyWalker, OdtParagraph
from timeline_app.documents.package import Package
from timeline_app.documents.properties import likely_author, own_title, property_day
from timeline_app.documents.xml_names import attribute, descendants, text_of
from timeline_app.documents.xml_safe import parse_xml
from timeline_app.domain.errors import UserError

_ZIP = b"PK"
_KINDS = re.compile(rb"application/vnd\.(?:oasis\.opendocument\.text|sun\.xml\.writer)")
_SUFFIXES = (".odt", ".ott", ".sxw", ".stw")
_PICTURES = ("Pictures/", "Thumbnails/")
_HEAD, _LONG_HEAD = 4_096, 65_536
_TITLE_STYLE = "Title"
_TITLE_WITHIN = 15  # paragraphs
_LONGEST_TITLE = 250


class OdtReader:
    """Knows OpenDocument texts by the kind that they state, and by their parts without it."""

    def confidence(self, file: FileBytes) -> float:
        """Sure when the archive states its kind first, as the standard asks."""
        head = file.data[:_HEAD]
        if head.startswith(_ZIP):
            if _KINDS.search(head):
                return 1.0
            return 0.95 if file.suffix in _SUFFIXES and b"content.xml" in file.data else 0.0
        head = file.data[:_LONG_HEAD] if file.suffix == ".fodt" else head
        return 0.95 if b"<office:document" in head and _KINDS.search(head) else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The document as one article. Raises UserError when it is damaged or has no text."""
        content, meta, styles = _parts(file)
        if content is None:
            raise UserError(f"“{file.name}” is damaged: an OpenDocument file without its text.")
        body = next(descendants(content, "body"), content)
        walker = BodyWalker()
        paragraphs = list(walker.paragraphs(body))
        notes = chain.from_iterable(walker.paragraphs(note) for note in walker.notes)
        text = join_paragraphs(each.text for each in chain(paragraphs, notes))
        text = text or join_paragraphs(_heads(styles))
        title = _title(paragraphs, _styles_of_titles(content, styles))
        facts = Facts(
            title=title or own_title(tidy(text_of(meta, "title")), text),
            author=likely_author(
                tidy(text_of(meta, "initial-creator") or text_of(meta, "creator"))
            ),
            language=text_of(meta, "language").lower(),
            days=(
                *property_day(text_of(meta, "creation-date"), "created"),
                *property_day(text_of(meta, "date"), "last change"),
            ),
        )
        return ReadFile((compose(text, file.name, facts),))


def _parts(file: FileBytes) -> tuple[Element | None, Element | None, Element | None]:
    """Content, properties and styles; one and the same where the file is a single XML."""
    if not file.data.startswith(_ZIP):
        root = parse_xml(file.data, file.name)
        return root, next(descendants(root, "meta"), None), root
    package = Package(file)
    manifest = package.optional_xml("META-INF/manifest.xml")
    if manifest is not None and _is_protected(manifest):
        raise UserError(
            f"“{file.name}” is protected by a password. Save a copy without it, and add that."
        )
    return (
        package.xml("content.xml"),
        package.optional_xml("meta.xml"),
        package.optional_xml("styles.xml"),
    )


def _is_protected(manifest: Element) -> bool:
    """Whether the text is encrypted; pictures alone do no harm."""
    return any(
        next(descendants(entry, "encryption-data"), None) is not None
        for entry in descendants(manifest, "file-entry")
        if not attribute(entry, "full-path").startswith(_PICTURES)
    )


def _heads(styles: Element | None) -> Iterator[str]:
    """The paragraphs of the running heads and feet."""
    if styles is not None:
        for kind in ("header", "footer"):
            for head in descendants(styles, kind):
                yield from (each.text for each in BodyWalker().paragraphs(head))


def _styles_of_titles(*roots: Element | None) -> frozenset[str]:
    """The style "Title", and the styles of single paragraphs that are made from it."""
    styles = chain.from_iterable(descendants(root, "style") for root in roots if root is not None)
    made = (style for style in styles if attribute(style, "parent-style-name") == _TITLE_STYLE)
    return frozenset((_TITLE_STYLE, *(attribute(style, "name") for style in made)))


def _title(paragraphs: Sequence[OdtParagraph], styles: frozenset[str]) -> str:
    """The first paragraph near the beginning in a title's style, else the first main heading."""
    beginning = [each for each in paragraphs if each.text.strip()][:_TITLE_WITHIN]
    titled = [each for each in beginning if each.style in styles]
    headings = [each for each in beginning if each.level == 1]
    for paragraph in (*titled, *headings):
        title = tidy(paragraph.text)
        if "\n" not in title and len(title) <= _LONGEST_TITLE:
            return title
    return ""
