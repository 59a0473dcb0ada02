"""Rows of a printed table: placed pieces of fixed line height, broken over pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from PySide6.QtCore import QRectF

from timeline_app.layout.marks import MarkLook
from timeline_app.layout.primitives import Area
from timeline_app.rendering.marks import mark_ink, paint_mark_sample
from timeline_app.rendering.pdf_frame import HEADER_BASELINE, HEADER_RULE, TOP_RULE
from timeline_app.rendering.pdf_sheet import STRONG_LINE, Sheet
from timeline_app.rendering.pdf_text import LINE_HEIGHT, Line, Run, Style, break_lines

GAP = 22.0  # between a column and the next
PADDING = 11.0
FIRST_BASELINE = PADDING + 15.0  # from the top of a row


@dataclass(frozen=True, slots=True)
class TextPiece:
    """One line of text, which may lead to a target.

    In this and the other pieces `y` counts from the first line of the row.
    """

    x: float
    y: float
    line: Line
    target: str = ""

    def paint(self, sheet: Sheet, top: float) -> None:
        """Draw the line."""
        sheet.line(self.x, top + self.y + FIRST_BASELINE, self.line)
        if self.target:
            lines = top + self.y + FIRST_BASELINE - LINE_HEIGHT * 0.75
            sheet.link(Area(self.x, lines, self.line.width, LINE_HEIGHT), self.target)


@dataclass(frozen=True, slots=True)
class BoxPiece:
    """The numbered box of an article, which may lead to a target."""

    x: float
    y: float
    number: int
    target: str = ""

    def paint(self, sheet: Sheet, top: float) -> None:
        """Draw the box."""
        area = sheet.number_box(self.x, top + self.y + FIRST_BASELINE, str(self.number))
        if self.target:
            sheet.link(area, self.target)


@dataclass(frozen=True, slots=True)
class MarkPiece:
    """The mark of a date, drawn to no scale."""

    x: float
    y: float
    width: float
    look: MarkLook

    def paint(self, sheet: Sheet, top: float) -> None:
        """Draw the mark beside the first line's letters."""
        middle = top + self.y + FIRST_BASELINE - 5
        with sheet.pixels() as painter:
            rect = QRectF(self.x, middle - 5, self.width, 10)
            ink = mark_ink(sheet.palette, self.look, "text2")
            paint_mark_sample(painter, rect, self.look, ink)


Piece = TextPiece | BoxPiece | MarkPiece


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces of one row of a table.

    `number` is that of the event or article it shows; links lead to the row by its `anchor`.
    """

    number: int
    pieces: tuple[Piece, ...]
    anchor: str = ""

    @property
    def height(self) -> float:
        """The height of the row with its padding."""
        last = max((piece.y for piece in self.pieces), default=0.0)
        return last + LINE_HEIGHT + 2 * PADDING

    def paint(self, sheet: Sheet, top: float) -> None:
        """Draw all pieces."""
        if self.anchor:
            sheet.anchor(self.anchor, top)
        for piece in self.pieces:
            piece.paint(sheet, top)


def column(x: float, y: float, runs: Sequence[Run], width: float, target: str = "") -> list[Piece]:
    """A paragraph in a column, broken to its width, from the height `y` down."""
    lines = break_lines(runs, width)
    return [TextPiece(x, y + index * LINE_HEIGHT, line, target) for index, line in enumerate(lines)]


def below(pieces: Iterable[Piece], least: float = 0.0) -> float:
    """The height at which the next line can stand under some pieces."""
    return max((piece.y + LINE_HEIGHT for piece in pieces), default=least)


def split_row(row: Row, room: float) -> list[Row]:
    """A row as parts that each fit into `room`; a row that fits stays whole."""
    if row.height <= room:
        return [row]
    parts, rest = [], sorted(row.pieces, key=lambda piece: piece.y)
    while rest:
        first = rest[0].y
        limit = first + max(room - 2 * PADDING, LINE_HEIGHT)
        count = sum(piece.y + LINE_HEIGHT <= limit for piece in rest)
        parts.append(
            replace(row, pieces=tuple(replace(piece, y=piece.y - first) for piece in rest[:count]))
        )
        rest = rest[count:]
    return parts


def paginate(rows: Iterable[Row], room: float) -> list[list[Row]]:
    """The rows of each page. Only a row that is higher than a whole page is split."""
    pages: list[list[Row]] = []
    left = 0.0
    for row in chain.from_iterable(split_row(row, room) for row in rows):
        if not pages or row.height > left:
            pages.append([])
            left = room
        pages[-1].append(row)
        left -= row.height
    return pages


def paint_table(sheet: Sheet, headings: Sequence[tuple[float, str]], rows: Sequence[Row]) -> None:
    """The header of a table and the rows below it; a heading is where it begins, and its words."""
    left, right = sheet.frame.left, sheet.frame.right
    sheet.rule(left, right, TOP_RULE, "text", STRONG_LINE)
    for x, words in headings:
        sheet.text(x, HEADER_BASELINE, words, Style.COLUMN)
    sheet.rule(left, right, HEADER_RULE, "text", STRONG_LINE)
    top = HEADER_RULE
    for row in rows:
        row.paint(sheet, top)
        top += row.height
        sheet.rule(left, right, top, "grid_strong")
