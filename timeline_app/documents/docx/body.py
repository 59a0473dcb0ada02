"""Walks through the text of a Word document as its reader sees it.

Deleted and hidden words, the codes of fields and the second version of alternate content are left
out; text boxes follow the paragraph that they hang on, notes the whole text.

Elements: ECMA-376, Part 1, 17 (WordprocessingML), and Part 3 (Markup Compatibility).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from timeline_app.documents.tables import row_paragraphs
from timeline_app.documents.xml_names import attribute, child, descendants, local_name

_LEFT_OUT = frozenset(
    """
    annotationRef commentRangeEnd commentRangeStart commentReference continuationSeparator del
    delInstrText delText docPr footnoteRef endnoteRef instrText moveFrom pPr proofErr rPr rt
    rubyPr sectPr sdtPr sdtEndPr separator tblGrid tblPr tblPrEx tcPr trPr
    """.split()
)
_SIGNS = {
    "tab": " ",
    "ptab": " ",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "",
}
_BOXES = frozenset(("txbxContent", "txBody"))  # of Word, and of drawings
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_SYMBOL_AREA = range(0xF000, 0xF100)  # where Word keeps the signs of symbol fonts
_OFF = frozenset(("0", "false", "off", "none"))


@dataclass(frozen=True, slots=True)
class DocxParagraph:
    """A paragraph's text and the id of its style, which is empty for the usual one."""

    text: str
    style: str = ""


class BodyWalker:
    """Collects the paragraphs of one document.

    `notes` are the references to notes in the order of the text: ("footnotes", "2").
    """

    def __init__(self) -> None:
        self.notes: list[tuple[str, str]] = []
        self._fields: list[bool] = []  # of each open field, whether its result has begun
        self._boxes: list[Element] = []
        self._beginning = ""  # of a paragraph that was two before the mark between was deleted

    def paragraphs(self, parent: Element) -> Iterator[DocxParagraph]:
        """The paragraphs below an element, those of tables and text boxes among them."""
        for element in parent:
            name = local_name(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "AlternateContent":
                yield from self.paragraphs(_first_choice(element))
            elif name not in _LEFT_OUT and not _is_hidden(element, name):
                yield from self.paragraphs(element)

    def _paragraph(self, element: Element) -> Iterator[DocxParagraph]:
        properties = _path(element, "pPr")
        style = _path(properties, "pStyle")
        text = self._beginning + "".join(self._inline(element))
        self._beginning = ""
        if _path(properties, "rPr", "del") is not None:
            self._beginning = text
        else:
            yield DocxParagraph(text, attribute(style, "val") if style is not None else "")
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.paragraphs(box)

    def _table(self, table: Element) -> Iterator[DocxParagraph]:
        for row in _rows(table):
            cells = [[each.text for each in self.paragraphs(cell)] for cell in _cells(row)]
            yield from map(DocxParagraph, row_paragraphs(cells))

    def _inline(self, parent: Element) -> Iterator[str]:
        for element in parent:
            name = local_name(element)
            if name == "t":
                yield self._shown(element.text or "")
            elif name in _SIGNS:
                yield self._shown(_SIGNS[name])
            elif name == "sym":
                yield self._shown(_symbol(element))
            elif name == "fldChar":
                self._turn_field(attribute(element, "fldCharType"))
            elif name in _NOTES:
                self.notes.append((_NOTES[name], attribute(element, "id")))
            elif name == "AlternateContent":
                yield from self._inline(_first_choice(element))
            elif name in _BOXES:
                self._boxes.append(element)
            elif name not in _LEFT_OUT and not _is_hidden(element, name):
                yield from self._inline(element)

    def _shown(self, text: str) -> str:
        return text if all(self._fields) else ""

    def _turn_field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()


def _first_choice(alternate: Element) -> Element:
    """What a program shows that knows all namespaces: the first version that has text."""
    versions = [each for each in alternate if local_name(each) in ("Choice", "Fallback")]
    worded = (each for each in versions if next(descendants(each, "t"), None) is not None)
    return next(worded, versions[0] if versions else Element("nothing"))


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        name = local_name(element)
        if name == "tr":
            yield element
        elif name not in _LEFT_OUT:
            yield from _rows(element)


def _cells(row: Element) -> Iterator[Element]:
    if _path(row, "trPr", "del") is not None:
        return
    for element in row:
        name = local_name(element)
        if name == "tc":
            yield element
        elif name not in _LEFT_OUT:
            yield from _cells(element)


def _is_hidden(element: Element, name: str) -> bool:
    """Whether a run is formatted as hidden, or a control shows nothing but what to enter."""
    if name == "sdt":
        return _path(element, "sdtPr", "showingPlcHdr") is not None
    vanish = _path(element, "rPr", "vanish") if name == "r" else None
    return vanish is not None and attribute(vanish, "val") not in _OFF


def _path(element: Element | None, *names: str) -> Element | None:
    """The first child of the first name, its first child of the next name, and so on."""
    for name in names:
        element = child(element, name) if element is not None else None
    return element


def _symbol(element: Element) -> str:
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    return "•" if code in _SYMBOL_AREA or not 32 <= code < 0x110000 else chr(code)


def note_texts(part: Element) -> dict[str, list[str]]:
    """The paragraphs of each note by its id; lines that only part notes from text have none."""
    notes = {}
    for name in ("footnote", "endnote"):
        for note in descendants(part, name):
            if not attribute(note, "type") or attribute(note, "type") == "normal":
                texts = [each.text for each in BodyWalker().paragraphs(note)]
                notes[attribute(note, "id")] = texts
    return notes
