"""Takes the text of PDF documents, with its place on the page, from PDFium.

PDFium has the words of a line in order and tells where a line ends; what belongs together beyond
that, and in which order it is read, is found by the other modules of this package.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timeline_app.documents.files import FileBytes
from timeline_app.documents.limits import LIMITS
from timeline_app.documents.pdf.pieces import Page, Piece
from timeline_app.domain.errors import UserError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_HYPHEN = "\ufffe"  # stands for a hyphen at the end of a line, which then ends without a line feed
_WORD = re.compile(rf"[^\s{_HYPHEN}]+")
_WIDE_GAP = 0.8  # of the height of the font; wider ones part columns and cells
_NEW_LINE = 0.5  # of the height of the font, up or down
_FEW_DEGREES = 10
_ASLANT = 45
_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD, and in the security handler's words below
_UNKNOWN_SECURITY = 5  # FPDF_ERR_SECURITY


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """The pages of a document, and its properties by their names in PDF ("Title", "CreationDate").

    Properties: ISO 32000-1, 14.3.3, the document information dictionary.
    """

    pages: tuple[Page, ...]
    properties: dict[str, str]


class _Word(NamedTuple):  # made a thousand times a page
    text: str
    left: float
    bottom: float
    right: float
    top: float
    angle: int
    is_cut: bool  # at the end of a line
    begins_line: bool


def read_printed(file: FileBytes) -> PrintedDocument:
    """All pages of a PDF. Raises UserError when it is protected, damaged, or too long."""
    with closing(_open(file)) as document:
        if len(document) > LIMITS.pdf_pages:
            raise UserError(
                f"“{file.name}” has {len(document):,} pages, and {LIMITS.pdf_pages:,} are read at "
                "most. Split it into its articles first."
            )
        pages = tuple(_pages(document, file.name))
        return PrintedDocument(pages, document.get_metadata_dict(skip_empty=True))


def _open(file: FileBytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(file.data)
    except PdfiumError as error:
        if error.err_code in (_WRONG_PASSWORD, _UNKNOWN_SECURITY):
            raise UserError(
                f"“{file.name}” is protected by a password. Save a copy without it, and add that."
            ) from error
        raise UserError(
            f"“{file.name}” is damaged: it begins as a PDF, but its pages cannot be found."
        ) from error


def _pages(document: PdfDocument, name: str) -> Iterator[Page]:
    from pypdfium2 import PdfiumError

    letters = 0
    for index in range(len(document)):
        try:
            page = document[index]
        except PdfiumError:
            yield Page(0, ())  # a damaged page is one without text; the reader tells of it
            continue
        with closing(page), closing(page.get_textpage()) as text_page:
            letters += text_page.count_chars()
            if letters > LIMITS.text_bytes:
                raise UserError(
                    f"“{name}” has more than {LIMITS.text_bytes:,} letters, too many for one "
                    "article. Split it into its articles first."
                )
            yield _read_page(page, text_page)


def _read_page(page: PdfPage, text_page: PdfTextPage) -> Page:
    left, bottom, right, top = page.get_cropbox()
    sheet = _Sheet(right - left, top - bottom)
    words = list(_words(text_page, left, bottom))
    words, sheet = _turned(words, sheet, page.get_rotation())
    angles = Counter(word.angle for word in words)
    main = angles.most_common(1)[0][0] if angles else 0
    if main != _ASLANT:  # a page may be printed sideways as a whole
        words, sheet = _turned(words, sheet, main)
    flow = tuple(_pieces(word for word in words if word.angle == 0))
    asides = tuple(_pieces(word for word in words if word.angle)) if len(angles) > 1 else ()
    return Page(sheet.height, flow, asides)


def _words(text_page: PdfTextPage, origin_x: float, origin_y: float) -> Iterator[_Word]:
    from pypdfium2.raw import (
        FS_RECTF,
        FPDFText_GetCharAngle,
        FPDFText_GetCharIndexFromTextIndex,
        FPDFText_GetLooseCharBox,
    )

    text = text_page.get_text_range()
    is_aligned = len(text) == text_page.count_chars()
    box = FS_RECTF()
    reference = ctypes.byref(box)
    previous_end, angle = 0, 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        begins_line = start == 0 or "\n" in text[previous_end:start]
        is_cut = text[end : end + 1] == _HYPHEN
        previous_end, last = end, end - 1
        if not is_aligned:
            start = FPDFText_GetCharIndexFromTextIndex(text_page, start)
            last = FPDFText_GetCharIndexFromTextIndex(text_page, last)
        if begins_line:
            angle = _whole_degrees(FPDFText_GetCharAngle(text_page, start))
        FPDFText_GetLooseCharBox(text_page, start, reference)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if last != start:
            FPDFText_GetLooseCharBox(text_page, last, reference)
            left, right = min(left, box.left), max(right, box.right)
            bottom, top = min(bottom, box.bottom), max(top, box.top)
        yield _Word(
            found[0],
            left - origin_x,
            bottom - origin_y,
            right - origin_x,
            top - origin_y,
            angle,
            is_cut,
            begins_line,
        )


def _whole_degrees(radians: float) -> int:
    """The quarter turn that is nearest, in degrees; `_ASLANT` where none is near."""
    if radians == 0:
        return 0
    degrees = math.degrees(radians) % 360
    nearest = round(degrees / 90) * 90
    return nearest % 360 if abs(degrees - nearest) <= _FEW_DEGREES else _ASLANT


class _Sheet(NamedTuple):
    width: float
    height: float


def _turned(words: list[_Word], sheet: _Sheet, clockwise: int) -> tuple[list[_Word], _Sheet]:
    """The words and the sheet as they are seen after a turn by 0, 90, 180 or 270 degrees."""
    if clockwise == 0:
        return words, sheet
    turned = _Sheet(sheet.height, sheet.width) if clockwise % 180 else sheet
    return [_turn(word, sheet, clockwise) for word in words], turned


def _turn(word: _Word, sheet: _Sheet, clockwise: int) -> _Word:
    left, bottom, right, top = word[1:5]
    if clockwise == 90:
        left, bottom, right, top = bottom, sheet.width - right, top, sheet.width - left
    elif clockwise == 180:
        left, right = sheet.width - right, sheet.width - left
        bottom, top = sheet.height - top, sheet.height - bottom
    else:
        left, bottom, right, top = sheet.height - top, left, sheet.height - bottom, right
    angle = _ASLANT if word.angle == _ASLANT else (word.angle - clockwise) % 360
    return word._replace(left=left, bottom=bottom, right=right, top=top, angle=angle)


def _pieces(words: Iterator[_Word]) -> Iterator[Piece]:
    """Words side by side, cut at wide gaps and where a line ends."""
    run: list[_Word] = []
    for word in words:
        if run and not _goes_on(run[-1], word):
            yield _piece(run)
            run = []
        run.append(word)
    if run:
        yield _piece(run)


def _goes_on(last: _Word, word: _Word) -> bool:
    if word.begins_line:
        return False
    height = max(last.top - last.bottom, 1.0)
    rise = abs(word.bottom - last.bottom)
    gap = max(word.left - last.right, last.left - word.right)  # in either direction
    return rise < _NEW_LINE * height and -height < gap < _WIDE_GAP * height


def _piece(run: list[_Word]) -> Piece:
    # A hyphen within a line is one that the typesetter allowed and did not need.
    text = "".join(word.text if word.is_cut else f"{word.text} " for word in run)
    return Piece(
        text.rstrip(),
        min(word.left for word in run),
        min(word.bottom for word in run),
        max(word.right for word in run),
        max(word.top for word in run),
        run[0].right - run[0].left,
        run[-1].is_cut,
    )
