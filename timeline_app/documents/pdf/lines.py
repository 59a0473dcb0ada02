"""Makes lines of the pieces of a page, and rows of those that stand in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from timeline_app.documents.pdf.pieces import Piece

_SAME_SIZE = 0.15  # share by which the heights of two pieces of a line may differ
_WIDE_GAP = 3.0  # heights, between cells that no sentence runs across
_MANY_CELLS = 3
_LEAST_DROP, _MOST_DROP = 0.7, 3.0  # heights from one line to the next
_FEW_LINES = 6
_LOW = 0.3  # share of the drops that are lower
_USUAL = 1.2  # heights from one line to the next where there is none to measure


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column, or a row of a table.

    `right_end` is how far the column reaches to the right, in points.
    """

    piece: Piece
    is_row: bool = False
    right_end: float = 0.0


def lines_of(ordered: Sequence[Piece]) -> list[Line]:
    """The lines of pieces that are in reading order; columns are not told apart yet."""
    return list(_rows(_merged(ordered)))


def usual_drop(pages: Iterable[Sequence[Line]]) -> float:
    """From the foot of a line to that of the next, in heights of the font: 1.2 in a book.

    Of all drops in a document a low one is taken: in letters and tables, gaps outnumber lines.
    """
    pairs = chain.from_iterable(pairwise([line.piece for line in lines]) for lines in pages)
    drops = sorted(
        (piece.bottom - following.bottom) / max(piece.height, 1.0)
        for piece, following in pairs
        if _is_same_size(piece, following) and piece.is_above_or_below(following)
    )
    near = [drop for drop in drops if _LEAST_DROP < drop < _MOST_DROP]
    return near[int(len(near) * _LOW)] if near else _USUAL


def is_below(following: Piece, piece: Piece, usual: float, slack: float) -> bool:
    """Whether a line is the next in the column, at most `slack` heights further than usual."""
    drop = piece.bottom - following.bottom
    height = max(piece.height, following.height)
    return 0 < drop < (usual + slack) * height and piece.is_above_or_below(following)


def _is_same_size(piece: Piece, other: Piece) -> bool:
    return abs(piece.height - other.height) <= _SAME_SIZE * max(piece.height, other.height)


def _merged(ordered: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The cells of each line: pieces side by side, joined where the gap between is narrow."""
    cells: list[Piece] = []
    for piece in ordered:
        if cells and not (cells[-1].is_beside(piece) and piece.left >= cells[-1].right - 1):
            yield cells
            cells = []
        if cells and piece.left - cells[-1].right < _WIDE_GAP * piece.height:
            cells[-1] = _side_by_side(cells[-1], piece)
        else:
            cells.append(piece)
    if cells:
        yield cells


def _side_by_side(left: Piece, right: Piece) -> Piece:
    is_raised = not _is_same_size(left, right)  # "10" and "th" are one word
    is_close = right.left - left.right < 0.15 * left.height
    blank = "" if (is_raised and is_close) or left.is_hyphenated else " "
    return replace(
        left,
        text=f"{left.text}{blank}{right.text}",
        bottom=min(left.bottom, right.bottom) if not is_raised else left.bottom,
        top=max(left.top, right.top) if not is_raised else left.top,
        right=right.right,
        is_hyphenated=right.is_hyphenated,
    )


def _rows(lines: Iterator[list[Piece]]) -> Iterator[Line]:
    """One line for each cell, or for a whole row where the lines around have cells as well."""
    all_cells = list(lines)
    for index, cells in enumerate(all_cells):
        around = all_cells[max(0, index - 1) : index] + all_cells[index + 1 : index + 2]
        is_table = len(cells) >= _MANY_CELLS or any(len(other) > 1 for other in around)
        if len(cells) > 1 and is_table:
            yield Line(_row(cells), is_row=True)
        else:
            yield from map(Line, cells)


def _row(cells: Sequence[Piece]) -> Piece:
    text = " | ".join(cell.text.replace("|", "/") for cell in cells)
    return replace(cells[0], text=f"| {text} |", right=cells[-1].right, is_hyphenated=False)


def in_columns(lines: Sequence[Line], usual: float) -> list[Line]:
    """The lines with the columns that they stand in; `usual` is what `usual_drop` gives."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and is_below(line.piece, runs[-1][-1].piece, usual, 1.0):
            runs[-1].append(line)
        else:
            runs.append([line])
    page_end = _right_end(lines) if _is_one_column(lines) else 0.0
    return [placed for run in runs for placed in _column(run, page_end)]


def _is_one_column(lines: Sequence[Line]) -> bool:
    return all(
        following.piece.bottom < line.piece.bottom
        for line, following in pairwise(lines)
        if not (line.is_row or following.is_row)
    )


def _column(run: Sequence[Line], page_end: float) -> list[Line]:
    """A few lines do not tell how wide their column is; a page of one column does."""
    right = _right_end(run)
    if len(run) < _FEW_LINES:
        right = max(right, page_end)
    return [replace(line, right_end=right) for line in run]


def _right_end(lines: Sequence[Line]) -> float:
    return max((line.piece.right for line in lines if not line.is_row), default=0.0)
