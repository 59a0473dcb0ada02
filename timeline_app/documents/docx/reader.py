"""Reads Word documents into articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from timeline_app.documents.article import ReadFile
from timeline_app.documents.composing import Facts, compose, join_paragraphs, tidy
from timeline_app.documents.docx.body import BodyWalker, DocxParagraph, note_texts
from timeline_app.documents.encoding import decode
from timeline_app.documents.files import FileBytes
from timeline_app.documents.html_parsing import html_lines
from timeline_app.documents.mail.bodies import read_body
from timeline_app.documents.mail.message import parse_mail
from timeline_app.documents.package import Package, resolve
from timeline_app.documents.properties import (
    days_of_heads,
    likely_author,
    own_title,
    property_day,
)
from timeline_app.documents.rtf.parser import parse_rtf
from timeline_app.documents.xml_names import attribute, child, descendants, text_of
from timeline_app.domain.errors import UserError

_USUAL_MAIN_PART = "word/document.xml"
_TITLE_STYLES = ("title", "heading 1")
_TITLE_WITHIN = 15  # paragraphs
_LONGEST_TITLE = 250
_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_OF_A_TEMPLATE = "2013-12-23T23:15:00"  # when the document was made that python-docx begins with


class DocxReader:
    """Knows Word documents by the names of their parts."""

    def confidence(self, file: FileBytes) -> float:
        """Sure when a zip archive has parts of Word; macros and templates make no difference."""
        if not file.data.startswith(b"PK"):
            return 0.0
        if b"word/" in file.data and b"[Content_Types].xml" in file.data:
            return 1.0
        return 0.95 if file.suffix in _SUFFIXES and b"_rels/" in file.data.lower() else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The document as one article. Raises UserError when it is damaged or has no text."""
        document = _Docx(file)
        paragraphs = document.paragraphs()
        heads = document.heads()
        text = join_paragraphs(each.text for each in paragraphs) or join_paragraphs(heads)
        facts = document.facts(paragraphs, heads, text)
        return ReadFile((compose(text, file.name, facts),))


class _Docx:
    """The parts of one document; what may be missing may be damaged, too."""

    def __init__(self, file: FileBytes, *, is_outermost: bool = True) -> None:
        self._package, self._is_outermost = Package(file), is_outermost
        self._main = next(self._related("", "officeDocument"), _USUAL_MAIN_PART)
        root = self._package.xml(self._main)
        if root is None:
            raise UserError(f"“{file.name}” is damaged: a Word file, but its text is missing.")
        self._body = next(descendants(root, "body"), root)  # a document may be without a body

    def paragraphs(self) -> list[DocxParagraph]:
        """The text's paragraphs, and after them those of its notes."""
        walker = BodyWalker()
        paragraphs = list(walker.paragraphs(self._body))
        parts = {
            kind: note_texts(root)
            for kind in ("footnotes", "endnotes")
            for path in self._related(self._main, kind)
            if (root := self._package.optional_xml(path)) is not None
        }
        notes = (parts.get(kind, {}).get(number, []) for kind, number in walker.notes)
        further = chain(chain.from_iterable(notes), self._chunks())
        return [*paragraphs, *map(DocxParagraph, further)]

    def _chunks(self) -> Iterator[str]:
        """The lines of files that programs have put into a document as they were."""
        for path in self._related(self._main, "aFChunk"):
            data = self._package.read(path)
            if path.endswith((".htm", ".html", ".xhtml")):
                yield from html_lines(decode(data).text, self._package.file_name)
            elif path.endswith((".mht", ".mhtml")):
                file = FileBytes(self._package.file_name, data)
                yield from read_body(parse_mail(file), file.name).text.split("\n")
            elif path.endswith(".rtf"):
                yield from parse_rtf(data).paragraphs
            elif path.endswith(".txt"):
                yield from decode(data).text.split("\n")
            elif path.endswith(_SUFFIXES) and self._is_outermost:
                file = FileBytes(self._package.file_name, data)
                yield from (each.text for each in _Docx(file, is_outermost=False).paragraphs())

    def heads(self) -> list[str]:
        """The paragraphs of the running heads and feet."""
        return [
            tidy(paragraph.text)
            for kind in ("header", "footer")
            for path in self._related(self._main, kind)
            if (root := self._package.optional_xml(path)) is not None
            for paragraph in BodyWalker().paragraphs(root)
        ]

    def facts(self, paragraphs: Sequence[DocxParagraph], heads: Iterable[str], text: str) -> Facts:
        """What the properties, the running heads and the styles tell."""
        core_part = next(self._related("", "core-properties"), "docProps/core.xml")
        core = self._package.optional_xml(core_part)
        created = text_of(core, "created")
        stated = () if created.startswith(_OF_A_TEMPLATE) else property_day(created, "created")
        return Facts(
            title=self._title(paragraphs) or own_title(tidy(text_of(core, "title")), text),
            author=likely_author(tidy(text_of(core, "creator"))),
            language=text_of(core, "language").lower(),
            days=(
                *days_of_heads(heads),
                *stated,
                *property_day(text_of(core, "modified"), "last change"),
            ),
        )

    def _title(self, paragraphs: Sequence[DocxParagraph]) -> str:
        """The first paragraph near the beginning that has a title's style."""
        names = self._style_names()
        beginning = [each for each in paragraphs if each.text.strip()][:_TITLE_WITHIN]
        for wanted in _TITLE_STYLES:
            for paragraph in beginning:
                title = tidy(paragraph.text)
                is_titled = names.get(paragraph.style, paragraph.style.lower()) == wanted
                if is_titled and "\n" not in title and len(title) <= _LONGEST_TITLE:
                    return title
        return ""

    def _style_names(self) -> dict[str, str]:
        """The names of styles in English by their ids, which are in the author's language."""
        path = next(self._related(self._main, "styles"), "word/styles.xml")
        root = self._package.optional_xml(path)
        styles = descendants(root, "style") if root is not None else ()
        named = ((style, child(style, "name")) for style in styles)
        return {
            attribute(style, "styleId"): attribute(name, "val").lower()
            for style, name in named
            if name is not None
        }

    def _related(self, part: str, kind: str) -> Iterator[str]:
        """The parts of the archive that a part refers to as "styles", "footnotes" and so on."""
        folder, _, name = part.rpartition("/")
        root = self._package.optional_xml(f"{folder}/_rels/{name}.rels")
        for relation in descendants(root, "Relationship") if root is not None else ():
            is_kind = attribute(relation, "Type").rpartition("/")[2] == kind
            if is_kind and attribute(relation, "TargetMode") != "External":
                yield resolve(part, attribute(relation, "Target"))
