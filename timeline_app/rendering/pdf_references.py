"""Links, bookmarks and language of a PDF, none of which Qt writes."""

from __future__ import annotations

import io
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO
from urllib.parse import quote

from pypdf import PdfWriter
from pypdf.generic import IndirectObject, NameObject, PdfObject, TextStringObject

from timeline_app.rendering.pdf_frame import PageFrame
from timeline_app.rendering.pdf_sheet import Link, References

_POINTS_PER_MM = 72 / 25.4
_PRINTED = 4  # PDF/A asks for this flag of annotations
_PLAIN = "".join(sign for sign in string.printable.strip() if sign not in "()\\")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that leads to a page, counted from 0; `parts` stand below it."""

    title: str
    page: int
    parts: tuple[Bookmark, ...] = ()


def with_references(
    pdf: bytes,
    pages: Sequence[References],
    bookmarks: Iterable[Bookmark],
    *,
    language: str,
) -> bytes:
    """The same PDF with what its pages refer to; what it held stays as it was, byte for byte.

    `language` is a tag such as "en". Links to anchors that no page has are left out.
    """
    writer = PdfWriter(io.BytesIO(pdf), incremental=True)
    numbers = [page.indirect_reference.idnum for page in writer.pages if page.indirect_reference]
    links = _LinkWriter(pages, numbers)
    for page, references in zip(writer.pages, pages, strict=True):
        written = (links.write(link, references.frame) for link in references.links)
        if found := [link for link in written if link is not None]:
            page[NameObject("/Annots")] = _Annotations(found)
    _add_bookmarks(writer, bookmarks)
    writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


class _Annotations(PdfObject):
    """The links of a page, written as briefly as PDF allows: a long chronology has thousands."""

    def __init__(self, links: Sequence[bytes]) -> None:
        self._written = b"[" + b"\n".join(links) + b"]"

    def hash_bin(self) -> int:
        """Tells pypdf whether the object has changed."""
        return hash(self._written)

    def write_to_stream(
        self,
        stream: IO[bytes],
        encryption_key: object = None,  # noqa: ARG002 - pypdf hands it to every object
    ) -> None:
        """Write the array."""
        stream.write(self._written)


class _LinkWriter:
    """Writes links to the anchors of a document, and to the web."""

    def __init__(self, pages: Sequence[References], numbers: Sequence[int]) -> None:
        """`numbers` are those of the objects of the pages."""
        self._pages, self._numbers = pages, numbers
        self._anchors = {
            name: (place, y) for place, page in enumerate(pages) for name, y in page.anchors.items()
        }

    def write(self, link: Link, frame: PageFrame) -> bytes | None:
        """A link of a page as an annotation; None when it leads nowhere."""
        if (way := self._way(link.target)) is None:
            return None
        area, height = link.area, frame.height
        corners = (area.x, height - area.y - area.height, area.x + area.width, height - area.y)
        rect = " ".join(_points(corner, frame) for corner in corners)
        return f"<</Subtype/Link/Rect[{rect}]/BS<</W 0>>/F {_PRINTED}{way}>>".encode("ascii")

    def _way(self, target: str) -> str | None:
        if target in self._anchors:
            place, y = self._anchors[target]
            frame = self._pages[place].frame
            top = _points(frame.height - y, frame)
            return f"/Dest[{self._numbers[place]} 0 R/XYZ 0 {top} 0]"
        if target.startswith(("http://", "https://")):
            return f"/A<</S/URI/URI({quote(target, safe=_PLAIN)})>>"
        return None


def _add_bookmarks(
    writer: PdfWriter, bookmarks: Iterable[Bookmark], parent: IndirectObject | None = None
) -> None:
    for bookmark in bookmarks:
        added = writer.add_outline_item(
            title=bookmark.title, page_number=bookmark.page, parent=parent
        )
        _add_bookmarks(writer, bookmark.parts, added)


def _points(pixels: float, frame: PageFrame) -> str:
    """A length in whole points, which is near enough to click."""
    return f"{pixels / frame.pixels_per_mm * _POINTS_PER_MM:.0f}"
