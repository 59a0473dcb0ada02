"""Takes an EPUB apart: what the book says of itself, its pages in order, its table of contents.

Elements: EPUB 3.3, 5 (package document) and 7 (navigation document); OPF 2.0.1, 2.4 (NCX).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from posixpath import dirname, join
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from timeline_app.documents.composing import Facts, tidy
from timeline_app.documents.encoding import decode
from timeline_app.documents.files import FileBytes
from timeline_app.documents.html_parsing import parse_html
from timeline_app.documents.html_scan import check_html
from timeline_app.documents.package import Package, resolve
from timeline_app.documents.stated_days import read_day
from timeline_app.documents.xml_names import attribute, child, descendants, text_of
from timeline_app.domain.citation import Citation
from timeline_app.domain.errors import UserError
from timeline_app.domain.publication_date import DateCandidate, DateOrigin

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CONTAINER = "META-INF/container.xml"
_PAGES = frozenset(
    ("application/xhtml+xml", "application/x-dtbook+xml", "text/html", "text/x-oeb1-document")
)
_UNTOLD = frozenset(("", "text/xml", "application/xml"))  # kinds that may be a page's
_PAGE_SUFFIXES = (".xhtml", ".html", ".htm", ".xml")
_ISBN = re.compile(r"(?:97[89])?\d{9}[\dX]")
_STATED_AS_PUBLISHED = frozenset(("publication", "original-publication"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: its text, and the part and place that it refers to.

    `level` is 1 for the chapters, or the parts that they are grouped into.
    """

    title: str
    part: str
    place: str
    level: int


class Book:
    """The parts of a book. Raises UserError where it is damaged or protected."""

    def __init__(self, file: FileBytes) -> None:
        self._name = file.name
        self._package = Package(file)
        self._path = self._find_package_document()
        root = self._package.xml(self._path)
        if root is None:
            raise UserError(f"“{file.name}” is damaged: an e-book whose list of parts is missing.")
        self._metadata = next(descendants(root, "metadata"), root)
        self._items = {attribute(item, "id"): item for item in descendants(root, "item")}
        self._spine = next(descendants(root, "spine"), None)

    def pages(self) -> Iterator[tuple[str, HtmlElement]]:
        """The pages that are read one after the other, with the names of their parts.

        Raises UserError for a book that only its shop's programs can open.
        """
        protected = self._protected_parts()
        for part in self._page_parts():
            if part in protected:
                raise UserError(
                    f"“{self._name}” has a copy protection (DRM): its text cannot be read."
                )
            html = decode(self._package.read(part)).text
            check_html(html, self._name)
            page = parse_html(html) if html.strip() else None
            if page is not None:
                yield part, page

    def contents(self) -> list[Entry]:
        """The table of contents in order; empty without one."""
        items = self._items.values()
        navs = (each for each in items if "nav" in attribute(each, "properties").split())
        ncxs = (each for each in items if "ncx" in attribute(each, "media-type"))
        tables = chain(
            (self._navigation(self._part_of(item)) for item in navs),
            (self._ncx(self._part_of(item)) for item in ncxs),
        )
        return next(filter(None, tables), [])

    @property
    def title(self) -> str:
        """The title of the book."""
        return tidy(text_of(self._metadata, "title"))

    def facts(self) -> Facts:
        """What the book says of itself; its title is that of the citation's container."""
        authors = tuple(filter(None, map(tidy, self._texts("creator"))))
        isbn = (
            re.sub(r"[^\dXx]", "", text).upper() for text in self._texts("identifier", "source")
        )
        return Facts(
            author=", ".join(authors),
            source=self.title,
            language=text_of(self._metadata, "language").lower(),
            days=tuple(self._days()),
            citation=Citation(
                kind="chapter",
                authors=authors,
                container_title=self.title,
                publisher=tidy(text_of(self._metadata, "publisher")),
                isbn=next(filter(_ISBN.fullmatch, isbn), ""),
            ),
        )

    def _days(self) -> Iterator[DateCandidate]:
        for element in descendants(self._metadata, "date"):
            written = "".join(element.itertext()).strip()
            event = attribute(element, "event").lower()
            if day := read_day(written):
                is_stated = event in _STATED_AS_PUBLISHED
                origin = DateOrigin.RECORD if is_stated else DateOrigin.PROPERTIES
                yield DateCandidate(day, origin, "date of the e-book", written[:40])

    def _texts(self, *names: str) -> list[str]:
        return [
            "".join(element.itertext()).strip()
            for name in names
            for element in descendants(self._metadata, name)
        ]

    def _find_package_document(self) -> str:
        container = self._package.optional_xml(_CONTAINER)
        if container is not None:
            for rootfile in descendants(container, "rootfile"):
                if (path := attribute(rootfile, "full-path")) in self._package:
                    return path
        return next((name for name in self._package.names if name.endswith(".opf")), "")

    def _part_of(self, item: Element) -> str:
        href = attribute(item, "href")
        part = resolve(self._path, href)
        # Some programs name the parts themselves as a reference to them has to be written.
        written = join(dirname(self._path), href)
        return written if written in self._package and part not in self._package else part

    def _page_parts(self) -> list[str]:
        """The parts of the spine that are pages, without the table of contents if others are."""
        references = descendants(self._spine, "itemref") if self._spine is not None else ()
        items = [
            self._as_page(self._items[attribute(each, "idref")])
            for each in references
            if attribute(each, "idref") in self._items and attribute(each, "linear") != "no"
        ]
        pages = [item for item in items or self._items.values() if _is_page(item)]
        own = [item for item in pages if "nav" not in attribute(item, "properties").split()]
        return [self._part_of(item) for item in own or pages]

    def _as_page(self, item: Element) -> Element:
        """The item, or what the book gives in its place to programs that show pages alone."""
        fallback = self._items.get(attribute(item, "fallback"))
        return fallback if fallback is not None and not _is_page(item) else item

    def _protected_parts(self) -> frozenset[str]:
        """Parts that are encrypted: fonts often are, pages only in books with a protection."""
        root = self._package.optional_xml("META-INF/encryption.xml")
        found = descendants(root, "CipherReference") if root is not None else ()
        return frozenset(resolve("", attribute(each, "URI")) for each in found)

    def _navigation(self, part: str) -> list[Entry]:
        html = decode(self._package.read(part)).text
        check_html(html, self._name)
        page = parse_html(html) if html.strip() else None
        navs = list(page.iter("nav")) if page is not None else []
        chosen = next((nav for nav in navs if "toc" in (nav.get("epub:type") or "")), None)
        return list(_listed(chosen, part)) if chosen is not None else []

    def _ncx(self, part: str) -> list[Entry]:
        root = self._package.optional_xml(part)
        map_ = next(descendants(root, "navMap"), None) if root is not None else None
        return list(_points(map_, part, 1)) if map_ is not None else []


def _is_page(item: Element) -> bool:
    kind, path = attribute(item, "media-type"), attribute(item, "href").lower()
    return kind in _PAGES or (kind in _UNTOLD and path.endswith(_PAGE_SUFFIXES))


def _listed(nav: HtmlElement, part: str) -> Iterator[Entry]:
    for link in nav.iter("a"):
        title = " ".join(link.text_content().split())
        target = link.get("href") or ""
        level = sum(above.tag == "ol" for above in link.iterancestors())
        if title and target:
            yield Entry(title, resolve(part, target), target.partition("#")[2], level)


def _points(parent: Element, part: str, level: int) -> Iterator[Entry]:
    for point in parent:
        label, content = child(point, "navLabel"), child(point, "content")
        if label is not None and content is not None:
            title = " ".join("".join(label.itertext()).split())
            target = attribute(content, "src")
            yield Entry(title, resolve(part, target), target.partition("#")[2], level)
            yield from _points(point, part, level + 1)
