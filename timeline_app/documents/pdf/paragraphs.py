"""Joins the lines of a page into paragraphs: by indents, gaps, sizes, and lines that end early."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from timeline_app.documents.composing import tidy
from timeline_app.documents.pdf.hyphens import Hyphens
from timeline_app.documents.pdf.lines import Line, in_columns, is_below
from timeline_app.documents.pdf.pieces import Piece

_SAME_SIZE = 0.12  # share by which the heights of two lines of a paragraph may differ
_OTHER_FONT = 0.3  # as much where the second goes on with a sentence: words in another font
_INDENT = 0.7  # of the height of the font
_GAP = 0.4  # heights beyond what is usual between lines
_HEADLINE = 1.2  # times the size of the text
_SLACK = 0.5  # heights that a word more must leave free at the end of a line
_SENTENCE_END = re.compile(r"[.!?:…][\"”’')\]»]*\d{0,3}$")
_ENDS_WITH_HYPHEN = re.compile(r"[^\W_][-‐]$")
_BULLET = re.compile(r"(?:[•●○▪■◆–—*►➢·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S")


@dataclass(slots=True)
class Paragraph:
    """The lines of a paragraph, and its text. `page` counts from 0.

    `starts` are the further pages that begin in it, with their offsets in `text`.
    """

    lines: list[Piece]
    page: int
    text: str
    size: float  # the height of its font in points
    is_row: bool = False
    starts: list[tuple[int, int]] = field(default_factory=list)

    @property
    def is_finished(self) -> bool:
        """Whether it is complete: its last line ends a sentence, or it is a row of a table."""
        return self.is_row or not (
            self.lines[-1].is_hyphenated or _SENTENCE_END.search(self.text) is None
        )


class ParagraphMaker:
    """Makes the paragraphs of a document, page after page.

    `body_size` is the height of the font, in points, that most of the text is printed in, and
    `usual` how far its lines lie below each other, in heights.
    """

    def __init__(self, body_size: float, usual: float, hyphens: Hyphens) -> None:
        self._body_size = body_size
        self._usual = usual
        self._hyphens = hyphens
        self.paragraphs: list[Paragraph] = []

    def add_page(self, lines: Sequence[Line], page: int) -> None:
        """Add the lines of a page, which are in reading order."""
        group: list[Line] = []
        for line in in_columns(lines, self._usual):
            if group and not self._goes_on(group, line):
                self._add(group, page)
                group = []
            group.append(line)
        if group:
            self._add(group, page)

    def _goes_on(self, group: Sequence[Line], line: Line) -> bool:
        last, piece = group[-1].piece, line.piece
        if line.is_row or group[-1].is_row or not is_below(piece, last, self._usual, _GAP):
            return False
        difference = abs(last.height - piece.height) / max(last.height, piece.height)
        if difference > (_OTHER_FONT if _is_amid(last, piece) else _SAME_SIZE):
            return False
        if last.is_hyphenated or piece.height > _HEADLINE * self._body_size:
            return True
        if _BULLET.match(piece.text) or _is_outdented(group, piece):
            return False
        if _SENTENCE_END.search(last.text):
            indented = piece.left - last.left > _INDENT * piece.height
            if indented and not _BULLET.match(group[0].piece.text):
                return False
        is_early = last.right + piece.first_word + _SLACK * piece.height < line.right_end
        return not is_early or _is_amid(last, piece)

    def _add(self, group: Sequence[Line], page: int) -> None:
        text = group[0].piece.text
        for line, following in pairwise(group):
            text = self._joined(text, following.piece.text, line.piece)
        lines = [line.piece for line in group]
        size = median(line.height for line in lines)
        made = Paragraph(lines, page, tidy(text), size, group[0].is_row)
        if made.text:
            self._join_or_append(made)

    def _join_or_append(self, made: Paragraph) -> None:
        index = self._cut_before(made)
        if index is None:
            self.paragraphs.append(made)
            return
        # Notes below the last line of a page come before it: pages must stay in order.
        cut = self.paragraphs.pop(index)
        joined = tidy(self._joined(cut.text, made.text, cut.lines[-1]))
        if made.page != cut.page:
            cut.starts.append((made.page, max(0, len(joined) - len(made.text))))
        cut.text = joined
        cut.lines += made.lines
        self.paragraphs.append(cut)

    def _cut_before(self, made: Paragraph) -> int | None:
        """The paragraph of the last column or page that goes on in this one."""
        if made.is_row or not made.text[0].isalnum():
            return None
        for index in range(len(self.paragraphs) - 1, -1, -1):
            earlier = self.paragraphs[index]
            if earlier.size < made.size * (1 - _SAME_SIZE) and not earlier.starts:
                continue  # a note
            return index if self._is_cut(earlier, made) else None
        return None

    def _is_cut(self, earlier: Paragraph, made: Paragraph) -> bool:
        sizes = earlier.size, made.size
        if abs(sizes[0] - sizes[1]) > _SAME_SIZE * max(sizes) or earlier.is_finished:
            return False
        if made.page - (earlier.starts[-1][0] if earlier.starts else earlier.page) > 1:
            return False
        return earlier.lines[-1].is_hyphenated or made.text[0].islower()

    def _joined(self, before: str, after: str, last: Piece) -> str:
        if last.is_hyphenated:
            return self._hyphens.join(before, after)
        if _ENDS_WITH_HYPHEN.search(before):
            return self._hyphens.join(before[:-1], after)
        return f"{before} {after}"


def _is_amid(last: Piece, piece: Piece) -> bool:
    """Whether a sentence goes on from one line to the other."""
    return _SENTENCE_END.search(last.text) is None and piece.text[0].islower()


def _is_outdented(group: Sequence[Line], piece: Piece) -> bool:
    """Whether a line begins further left than the lines after a paragraph's first one."""
    return len(group) > 1 and group[-1].piece.left - piece.left > _INDENT * piece.height
