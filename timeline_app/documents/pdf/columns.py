"""Puts the pieces of a page in the order in which they are read.

Two orders are made: that of the file, which is mostly that of the author's program, and that of
the page, by its columns. The one that jumps less from place to place is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from timeline_app.documents.pdf.pieces import Piece

_BIN = 4.0  # points; gutters are wider
_WIDEST = 14_400.0  # points; no page is wider (ISO 32000-1, annex C)
_FEWEST = 4  # pieces that make a column
_WORDS = 3  # in the median piece of a column of prose; the cells of a table have fewer
_CROSSING = 0.25  # share of the pieces that may lie across a gutter, as headlines do
_NEXT_LINE = 2.5  # heights that the next line lies below at most
_DEEPEST = 6  # columns beside each other


def reading_order(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces in the order of reading."""
    if _count_jumps(pieces) == 0:
        return list(pieces)
    by_place = _by_columns(sorted(pieces, key=_row), _DEEPEST)
    return min(by_place, list(pieces), key=_count_jumps)


def _row(piece: Piece) -> tuple[float, float]:
    return -piece.top, piece.left


def _count_jumps(pieces: Sequence[Piece]) -> int:
    return sum(not _follows(following, piece) for piece, following in pairwise(pieces))


def _follows(following: Piece, piece: Piece) -> bool:
    """Whether a piece lies beside the one before it, or is the next line below."""
    if piece.is_beside(following):
        return following.left > piece.left
    drop = piece.bottom - following.bottom
    height = max(piece.height, following.height)
    return 0 < drop < _NEXT_LINE * height and piece.is_above_or_below(following)


def _by_columns(rows: list[Piece], depth: int) -> list[Piece]:
    """Pieces, given from top to bottom, with columns read one after the other."""
    gutter = _find_gutter(rows) if depth else None
    if gutter is None:
        return _by_rows(rows)
    ordered: list[Piece] = []
    band: list[Piece] = []
    for piece in rows:
        if piece.left < gutter < piece.right:
            ordered += _side_by_side(band, gutter, depth)
            ordered.append(piece)
            band = []
        else:
            band.append(piece)
    return ordered + _side_by_side(band, gutter, depth)


def _side_by_side(band: list[Piece], gutter: float, depth: int) -> list[Piece]:
    left = [piece for piece in band if piece.right <= gutter]
    right = [piece for piece in band if piece.left >= gutter]
    return _by_columns(left, depth - 1) + _by_columns(right, depth - 1)


def _by_rows(rows: list[Piece]) -> list[Piece]:
    """Pieces from top to bottom, those of one line from left to right."""
    ordered: list[Piece] = []
    line: list[Piece] = []
    for piece in rows:
        if line and not line[0].is_beside(piece):
            ordered += sorted(line, key=lambda each: each.left)
            line = []
        line.append(piece)
    return ordered + sorted(line, key=lambda each: each.left)


def _find_gutter(rows: Sequence[Piece]) -> float | None:
    """The middle of the widest blank between two columns of prose; None without columns."""
    if len(rows) < 2 * _FEWEST:
        return None
    start, end = min(piece.left for piece in rows), max(piece.right for piece in rows)
    if end - start > _WIDEST:
        return None
    covered = _coverage(rows, start, end)
    allowed = _CROSSING * len(rows)
    gutters = [(low, high) for low, high in _runs_below(covered, allowed) if low > 0]
    middles = [start + _BIN * (low + high) / 2 for low, high in gutters if high < len(covered)]
    parting = [middle for middle in middles if _parts_columns(rows, middle)]
    return min(parting, key=lambda middle: _crossings(rows, middle), default=None)


def _coverage(rows: Sequence[Piece], start: float, end: float) -> list[int]:
    """How many pieces lie over each bin from `start` to `end`."""
    count = int((end - start) / _BIN) + 1
    steps = [0] * (count + 1)
    for piece in rows:
        steps[int((piece.left - start) / _BIN)] += 1
        steps[min(count, int((piece.right - start) / _BIN) + 1)] -= 1
    covered, current = [], 0
    for step in steps[:-1]:
        current += step
        covered.append(current)
    return covered


def _runs_below(covered: Sequence[int], allowed: float) -> list[tuple[int, int]]:
    """Runs of bins that are covered least, among those that at most `allowed` pieces cover."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for index, count in enumerate([*covered, len(covered) + int(allowed) + 1]):
        if count <= allowed and start is None:
            start = index
        elif count > allowed and start is not None:
            runs.append(_least(covered, start, index))
            start = None
    return runs


def _least(covered: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The longest run within [start, end) that has its lowest count."""
    lowest = min(covered[start:end])
    best, run_start = (start, start), start
    for index in range(start, end + 1):
        if index == end or covered[index] != lowest:
            best = max(best, (run_start, index), key=lambda run: run[1] - run[0])
            run_start = index + 1
    return best


def _crossings(rows: Sequence[Piece], middle: float) -> int:
    return sum(piece.left < middle < piece.right for piece in rows)


def _parts_columns(rows: Sequence[Piece], middle: float) -> bool:
    """Whether prose stands on both sides, and beside each other."""
    left = [piece for piece in rows if piece.right <= middle]
    right = [piece for piece in rows if piece.left >= middle]
    if min(len(left), len(right)) < _FEWEST or min(_words(left), _words(right)) < _WORDS:
        return False
    top, bottom = min(left[0].top, right[0].top), max(left[-1].bottom, right[-1].bottom)
    return all(
        sum(bottom <= piece.bottom and piece.top <= top for piece in side) >= _FEWEST
        for side in (left, right)
    )


def _words(side: Sequence[Piece]) -> float:
    return median(piece.text.count(" ") + 1 for piece in side)
