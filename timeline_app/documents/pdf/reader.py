"""Reads PDF documents into articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from timeline_app.documents.article import ReadArticle, ReadFile
from timeline_app.documents.composing import PARAGRAPH_BREAK, compose
from timeline_app.documents.files import FileBytes
from timeline_app.documents.pdf.columns import reading_order
from timeline_app.documents.pdf.front import find_facts
from timeline_app.documents.pdf.hyphens import Hyphens
from timeline_app.documents.pdf.lines import lines_of, usual_drop
from timeline_app.documents.pdf.paragraphs import Paragraph, ParagraphMaker
from timeline_app.documents.pdf.pdfium import read_printed
from timeline_app.documents.pdf.pieces import Page, Piece
from timeline_app.documents.pdf.running import find_running
from timeline_app.domain.errors import UserError

_SIGNATURE = b"%PDF-"
_HEAD = 1_024  # bytes that may stand before the signature
_MOST_LISTED = 5  # pages in a warning


class PdfReader:
    """Knows PDF by its signature, whatever its name."""

    def confidence(self, file: FileBytes) -> float:
        """Sure when the signature stands within the first kilobyte, as other programs allow."""
        return 1.0 if _SIGNATURE in file.data[:_HEAD] else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The document as one article, with the pages it is printed on.

        Raises UserError when it is damaged, protected or too long, or has pictures of text only.
        """
        printed = read_printed(file)
        if not any(page.pieces for page in printed.pages):
            raise UserError(
                f"“{file.name}” has no text layer: its pages are pictures. Have the text "
                "recognised (OCR) by a scanning program first."
            )
        return ReadFile((_article(printed.pages, printed.properties, file.name),))


def _article(pages: Sequence[Page], properties: dict[str, str], name: str) -> ReadArticle:
    running = find_running(pages)
    body_size = _body_size(pages)
    paragraphs = _paragraphs(pages, running, body_size)
    outside = (*running[0], *pages[0].asides)
    facts = find_facts(properties, paragraphs, body_size, outside)
    text, starts = _joined(paragraphs, len(pages))
    return compose(text, name, facts, pages=starts, warnings=_warnings(pages))


def _body_size(pages: Sequence[Page]) -> float:
    """The height of the font that most letters are printed in."""
    sizes: Counter[float] = Counter()
    for piece in chain.from_iterable(page.pieces for page in pages):
        sizes[round(piece.height, 1)] += len(piece.text)
    return sizes.most_common(1)[0][0]


def _paragraphs(
    pages: Sequence[Page], running: Sequence[frozenset[Piece]], body_size: float
) -> list[Paragraph]:
    flows = [
        [piece for piece in page.pieces if piece not in left_out]
        for page, left_out in zip(pages, running, strict=True)
    ]
    if not any(flows):  # nothing but numbers, or what looks like a running head
        flows = [list(page.pieces) for page in pages]
    hyphens = Hyphens(chain.from_iterable(flows))
    lines = [lines_of(reading_order(flow)) for flow in flows]
    maker = ParagraphMaker(body_size, usual_drop(lines), hyphens)
    for number, page in enumerate(lines):
        maker.add_page(page, number)
    return maker.paragraphs


def _joined(paragraphs: Sequence[Paragraph], count: int) -> tuple[str, tuple[int, ...]]:
    """The text, and the offsets at which its pages begin; a page without text has the next's."""
    starts: dict[int, int] = {}
    offset = 0
    for paragraph in paragraphs:
        for page, inner in ((paragraph.page, 0), *paragraph.starts):
            starts.setdefault(page, offset + inner)
        offset += len(paragraph.text) + len(PARAGRAPH_BREAK)
    text = PARAGRAPH_BREAK.join(paragraph.text for paragraph in paragraphs)
    offsets, following = [], len(text)
    for page in reversed(range(1, count)):
        following = min(following, starts.get(page, following))
        offsets.append(following)
    return text, (0, *reversed(offsets))


def _warnings(pages: Sequence[Page]) -> tuple[str, ...]:
    empty = [number for number, page in enumerate(pages, 1) if not page.pieces]
    sideways = [number for number, page in enumerate(pages, 1) if page.asides]
    warnings = []
    if empty:
        warnings.append(f"{_listed(empty)} without text: pictures perhaps.")
    if sideways:
        warnings.append(f"{_listed(sideways)} with words printed sideways, which are left out.")
    return tuple(warnings)


def _listed(numbers: Sequence[int]) -> str:
    """The first few numbers in words: "Page 3 is", "Pages 3, 5 and 9 are"."""
    if len(numbers) == 1:
        return f"Page {numbers[0]} is"
    if len(numbers) > _MOST_LISTED:
        return f"{len(numbers)} pages, from page {numbers[0]}, are"
    return f"Pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]} are"
