"""Walks through the text of an OpenDocument text as its reader sees it.

What was deleted, notes of reviewers, hidden text and the sources of indexes are left out; text
boxes follow the paragraph that they hang on, notes the whole text.

Elements: OASIS OpenDocument 1.3, Part 3; OpenOffice.org XML File Format 1.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from timeline_app.documents.tables import row_paragraphs
from timeline_app.documents.xml_names import attribute, local_name

_LEFT_OUT = frozenset(
    """
    alphabetical-index-source annotation annotation-end bibliography-source change change-end
    change-start covered-table-cell dde-connection-decls desc endnote-citation event-listeners
    footnote-citation forms hidden-paragraph hidden-text illustration-index-source
    index-title-template note-citation object-index-source ruby-text sequence-decls
    table-index-source table-of-content-source tracked-changes user-field-decls
    user-index-source variable-decls
    """.split()
)
_PARAGRAPHS = frozenset(("p", "h"))
_NOTES = frozenset(("note-body", "footnote-body", "endnote-body"))  # since 2.0, and before
_BOXES = frozenset(("text-box", "frame", "custom-shape", "g", "rect", "object"))
_MOST_BLANKS = 1_000


@dataclass(frozen=True, slots=True)
class OdtParagraph:
    """A paragraph's text, the name of its style, and its level if it is a heading, else 0."""

    text: str
    style: str = ""
    level: int = 0


class BodyWalker:
    """Collects the paragraphs of one document, and its notes beside them."""

    def __init__(self) -> None:
        self._boxes: list[Element] = []
        self.notes: list[Element] = []

    def paragraphs(self, parent: Element) -> Iterator[OdtParagraph]:
        """The paragraphs below an element, those of tables, lists and text boxes among them."""
        for element in parent:
            name = local_name(element)
            if name in _PARAGRAPHS:
                yield from self._paragraph(element)
            elif name == "table-row":
                cells = ([each.text for each in self.paragraphs(cell)] for cell in _cells(element))
                yield from map(OdtParagraph, row_paragraphs(cells))
            elif not _is_left_out(element, name):
                yield from self.paragraphs(element)

    def _paragraph(self, element: Element) -> Iterator[OdtParagraph]:
        is_heading = local_name(element) == "h"
        stated = attribute(element, "outline-level") or attribute(element, "level")
        level = _number(stated, 1) if is_heading else 0
        yield OdtParagraph("".join(self._inline(element)), attribute(element, "style-name"), level)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.paragraphs(box)

    def _inline(self, parent: Element) -> Iterator[str]:
        yield _unbroken(parent.text)
        for element in parent:
            name = local_name(element)
            if name == "s":
                yield " " * min(_number(attribute(element, "c"), 1), _MOST_BLANKS)
            elif name == "tab":
                yield " "
            elif name == "line-break":
                yield "\n"
            elif name in _NOTES:
                self.notes.append(element)
            elif name in _BOXES:
                self._boxes.append(element)
            elif not _is_left_out(element, name):
                yield from self._inline(element)
            yield _unbroken(element.tail)


def _is_left_out(element: Element, name: str) -> bool:
    # Pictures have titles that are not shown; the field "title" is.
    is_of_picture = name == "title" and "svg" in element.tag
    return not name or name in _LEFT_OUT or is_of_picture


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row if local_name(cell) == "table-cell")


def _unbroken(text: str | None) -> str:
    """Line ends in the file are blanks (OpenDocument 1.3, Part 3, 6.1.2)."""
    return (text or "").replace("\n", " ").replace("\t", " ")


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() else otherwise
