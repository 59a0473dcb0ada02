"""How one list of lines becomes another: what leaves, what comes, in runs of neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.ui.table.lines import Line

_MOST_RUNS = 40  # beyond that a view is faster with a fresh start


@dataclass(frozen=True, slots=True)
class RowMoves:
    """Steps in this order: remove runs (first, last), order what is kept, insert runs.

    Runs are given from the last to the first for removal, and from the first for insertion, each
    in the numbering that holds when its turn comes.
    """

    removed: tuple[tuple[int, int], ...]
    kept: list[Line]
    inserted: tuple[tuple[int, tuple[Line, ...]], ...]


def moves_between(before: Sequence[Line], after: Sequence[Line]) -> RowMoves | None:
    """The steps from one list to another; None when they are too many to be worth it."""
    old, new = set(before), set(after)
    gone = [row for row, line in enumerate(before) if line not in new]
    come = [row for row, line in enumerate(after) if line not in old]
    removed, inserted = _runs(gone), _runs(come)
    if len(removed) + len(inserted) > _MOST_RUNS:
        return None
    return RowMoves(
        tuple(reversed(removed)),
        [line for line in after if line in old],
        tuple((first, tuple(after[first : last + 1])) for first, last in inserted),
    )


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as pairs of first and last."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
