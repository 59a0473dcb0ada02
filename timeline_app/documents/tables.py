"""Writes the tables of documents as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

_LONGEST_CELL = 300  # letters; with more, a table is there for the layout


def row_paragraphs(cells: Iterable[Sequence[str]]) -> Iterator[str]:
    """The paragraphs of a row, each cell given as its own: "| 1990 | The wall is gone |".

    Cells of several paragraphs, or of long ones, are those of a layout, and are read one by one.
    """
    filled = [list(filter(str.strip, cell)) for cell in cells]
    is_layout = any(len(cell) > 1 or sum(map(len, cell)) > _LONGEST_CELL for cell in filled)
    texts = [text for cell in filled for text in cell]
    if is_layout or len(texts) < 2:
        yield from texts
    else:
        shown = (" ".join("".join(cell).split()).replace("|", "/") for cell in filled)
        yield f"| {' | '.join(shown)} |"
