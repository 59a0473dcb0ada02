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
_LINE = re.compile(rf"[^\r\n{_HYPHEN}]+")
_WORD = re.compile(r"\S+")
_SAMPLED = 4  # one line in so many is looked at word by word
_WIDE_GAP = 0.8  # of the height of the font; wider ones part columns and cells
_NEW_LINE = 0.5  # of the height of the font, up or down
_FEW_DEGREES = 10
_ASLANT = 45
_PROPERTIES = ("Title", "Author", "CreationDate", "ModDate")
_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD, and in the security handler's words below
_UNKNOWN_SECURITY = 5  # FPDF_ERR_SECURITY


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """The pages of a document, and its properties by their names in PDF ("Title", "CreationDate").

    Properties: ISO 32000-1, 14.3.3, the document information dictionary.
    """

    pages: tuple[Page, ...]
    properties: dict[str, str]


class _Sheet(NamedTuple):
    width: float
    height: float


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


class _Span(NamedTuple):
    start: int
    end: int
    box: _Box
    first_word: float  # its width


def read_printed(file: FileBytes) -> PrintedDocument:
    """All pages of a PDF. Raises UserError when it is protected, damaged, or too long."""
    with closing(_open(file)) as document:
        if len(document) > LIMITS.pdf_pages:
            raise UserError(
                f"“{file.name}” has {len(document):,} pages, and {LIMITS.pdf_pages:,} are read at "
                "most. Split it into its articles first."
            )
        pages = tuple(_pages(document, file.name))
        return PrintedDocument(pages, dict(_properties(document)))


def _properties(document: PdfDocument) -> Iterator[tuple[str, str]]:
    for name in _PROPERTIES:
        try:
            yield name, document.get_metadata_value(name)
        except UnicodeDecodeError:
            continue  # half a letter, in a damaged file


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
            with closing(document[index]) as page, closing(page.get_textpage()) as text_page:
                letters += text_page.count_chars()
                _refuse_beyond_limit(letters, name)
                read = _read_page(page, text_page)
        except PdfiumError:
            read = Page(0, ())  # a damaged page is one without text; the reader tells of it
        yield read


def _refuse_beyond_limit(letters: int, name: str) -> None:
    if letters > LIMITS.text_bytes:
        raise UserError(
            f"“{name}” has more than {LIMITS.text_bytes:,} letters, too many for one article. "
            "Split it into its articles first."
        )


def _read_page(page: PdfPage, text_page: PdfTextPage) -> Page:
    left, bottom, right, top = page.get_bbox()
    sheet = _Sheet(right - left, top - bottom)
    pieces = _TextPage(text_page, left, bottom).pieces()
    printed = [(piece, angle) for piece, angle in pieces if _is_on(sheet, piece)]
    printed, sheet = _turned(printed, sheet, page.get_rotation())
    angles = Counter(angle for _, angle in printed)
    main = angles.most_common(1)[0][0] if angles else 0
    if main != _ASLANT:  # a page may be printed sideways as a whole
        printed, sheet = _turned(printed, sheet, main)
    flow = tuple(piece for piece, angle in printed if angle == 0)
    return Page(sheet.height, flow, tuple(piece for piece, angle in printed if angle))


class _TextPage:
    """Cuts the text of a page into pieces. Every measure is a call into PDFium, so few are taken.

    Words are only measured one by one in a sample of the lines, and near those of it that have
    wide gaps: tables and columns fill more than a few lines.
    """

    def __init__(self, text_page: PdfTextPage, origin_x: float, origin_y: float) -> None:
        from pypdfium2 import raw

        # An import takes as long as a call: these are kept at hand.
        self._get_box = raw.FPDFText_GetLooseCharBox
        self._get_index = raw.FPDFText_GetCharIndexFromTextIndex
        self._get_angle = raw.FPDFText_GetCharAngle
        self._handle = text_page.raw
        self._text: str = text_page.get_text_range()
        self._is_aligned = len(self._text) == text_page.count_chars()
        self._origin_x, self._origin_y = origin_x, origin_y
        rectangle = raw.FS_RECTF()
        self._reference = ctypes.byref(rectangle)
        self._edges = memoryview(rectangle).cast("B").cast("f")  # left, top, right, bottom

    def pieces(self) -> list[tuple[Piece, int]]:
        """The pieces in the order of the file, each with its angle in degrees."""
        lines = [line for line in _LINE.finditer(self._text) if not line[0].isspace()]
        step = _SAMPLED if len(lines) > _SAMPLED else 1
        known = {at: self._by_gaps(lines[at]) for at in range(0, len(lines), step)}
        gaps = [at for at, spans in known.items() if len(spans) > 1]
        near = {other for at in gaps for other in range(at - step + 1, at + step)}
        cuts = (
            known.get(at) or (self._by_gaps(line) if at in near else self._whole(line))
            for at, line in enumerate(lines)
        )
        cut_lines = zip(lines, cuts, strict=True)
        return [printed for line, spans in cut_lines for printed in self._pieces(line, spans)]

    def _whole(self, line: re.Match[str]) -> list[_Span]:
        """A line as one span, unless it is several lines that PDFium has taken for one."""
        text = line[0]
        start = line.start() + len(text) - len(text.lstrip())
        end = line.start() + len(text.rstrip())
        first, last = self._box(start), self._box(end - 1)
        if abs(first.bottom - last.bottom) >= _NEW_LINE * (first.top - first.bottom):
            return self._by_gaps(line)
        box = _union(first, last)
        blank = self._text.find(" ", start, end)
        word = box if blank < 0 else _union(first, self._box(blank - 1))
        return [_Span(start, end, box, word.right - word.left)]

    def _by_gaps(self, line: re.Match[str]) -> list[_Span]:
        """The spans of a line that have no wide gaps within."""
        spans: list[_Span] = []
        last: _Box | None = None
        words = list(_WORD.finditer(self._text, *line.span()))
        is_sideways = self._angle(words[0].start()) % 180 != 0
        for word in words:
            box = self._around(*word.span())
            if last is not None and _goes_on(last, box, is_sideways=is_sideways):
                span = spans[-1]
                spans[-1] = span._replace(end=word.end(), box=_union(span.box, box))
            else:
                spans.append(_Span(word.start(), word.end(), box, box.right - box.left))
            last = box
        return spans

    def _pieces(self, line: re.Match[str], spans: list[_Span]) -> Iterator[tuple[Piece, int]]:
        angle = self._angle(spans[0].start)
        is_cut = self._text[line.end() : line.end() + 1] == _HYPHEN
        for span in spans:
            left, top, right, bottom = span.box
            text = self._text[span.start : span.end]
            if angle == 0:
                # Bullets before a line and small figures behind it are of other fonts.
                _, top, _, bottom = self._box(self._middle(span))
            is_last = is_cut and span is spans[-1]
            yield Piece(text, left, bottom, right, top, span.first_word, is_last), angle

    def _middle(self, span: _Span) -> int:
        middle = (span.start + span.end) // 2
        return middle - 1 if self._text[middle] == " " and middle > span.start else middle

    def _around(self, start: int, end: int) -> _Box:
        """What the letters from `start` to `end` take of their line."""
        first = self._box(start)
        if end - start == 1:
            return first
        return _union(first, self._box(end - 1))

    def _box(self, index: int) -> _Box:
        self._get_box(self._handle, self._index(index), self._reference)
        left, top, right, bottom = self._edges.tolist()
        x, y = self._origin_x, self._origin_y
        return _Box(left - x, top - y, right - x, bottom - y)

    def _index(self, index: int) -> int:
        return index if self._is_aligned else int(self._get_index(self._handle, index))

    def _angle(self, index: int) -> int:
        """The quarter turn that is nearest, in degrees; `_ASLANT` where none is near."""
        radians = self._get_angle(self._handle, self._index(index))
        if radians == 0:
            return 0
        degrees = math.degrees(-radians) % 360  # PDFium counts clockwise
        nearest = round(degrees / 90) * 90
        return nearest % 360 if abs(degrees - nearest) <= _FEW_DEGREES else _ASLANT


def _is_on(sheet: _Sheet, piece: Piece) -> bool:
    """Whether a piece can be seen; places that are no numbers at all are nowhere."""
    across, upward = (piece.left + piece.right) / 2, (piece.bottom + piece.top) / 2
    return 0 <= across <= sheet.width and 0 <= upward <= sheet.height


def _union(one: _Box, other: _Box) -> _Box:
    return _Box(
        one.left if one.left < other.left else other.left,
        one.top if one.top > other.top else other.top,
        one.right if one.right > other.right else other.right,
        one.bottom if one.bottom < other.bottom else other.bottom,
    )


def _goes_on(last: _Box, word: _Box, *, is_sideways: bool) -> bool:
    """Whether a word stands in the line of the last one, and near it; in either direction."""
    if is_sideways:
        last, word = (_Box(box.bottom, box.right, box.top, box.left) for box in (last, word))
    height = max(last.top - last.bottom, 1.0)
    if abs(word.bottom - last.bottom) >= _NEW_LINE * height:
        return False
    gap = max(word.left - last.right, last.left - word.right)
    return -height < gap < _WIDE_GAP * height


def _turned(
    printed: list[tuple[Piece, int]], sheet: _Sheet, clockwise: int
) -> tuple[list[tuple[Piece, int]], _Sheet]:
    """The pieces and the sheet as they are seen after a turn by 0, 90, 180 or 270 degrees."""
    if clockwise == 0:
        return printed, sheet
    turned = _Sheet(sheet.height, sheet.width) if clockwise % 180 else sheet
    return [
        (
            _turn(piece, sheet, clockwise),
            _ASLANT if angle == _ASLANT else (angle - clockwise) % 360,
        )
        for piece, angle in printed
    ], turned


def _turn(piece: Piece, sheet: _Sheet, clockwise: int) -> Piece:
    left, bottom, right, top = piece.left, piece.bottom, piece.right, piece.top
    first_word = piece.first_word
    if clockwise == 90:
        left, bottom, right, top = bottom, sheet.width - right, top, sheet.width - left
    elif clockwise == 180:
        left, right = sheet.width - right, sheet.width - left
        bottom, top = sheet.height - top, sheet.height - bottom
    else:
        left, bottom, right, top = sheet.height - top, left, sheet.height - bottom, right
    if clockwise % 180:
        letters = len(piece.text)
        first_word = (right - left) * (piece.text + " ").find(" ") / letters
    return Piece(piece.text, left, bottom, right, top, first_word, piece.is_hyphenated)
