"""Finds running heads, running feet and page numbers: what stands on every page in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from timeline_app.documents.pdf.pieces import Page, Piece

_MARGIN_LINES = 4  # pieces at the upper and at the lower end of a page that may be running
_EDGE = 0.12  # of the height of the page: running heads and feet stand in it
_SAME_PLACE = 8.0  # points
_FEWEST_PAGES = 3  # on which a head stands; of two pages, on both
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(
    r"[\s\-–—|·•\[(]*(?:(?:page|seite|pagina|página|strona|p\.|s\.|стр\.)\s*)?"
    r"(?:\d{1,3}|[ivx]{1,7})"
    r"(?:\s*(?:/|of|von|de|di|van|sur|из)\s*\d{1,4})?[\s\-–—|·•\])]*",
    re.IGNORECASE,
)


def find_running(pages: Sequence[Page]) -> list[frozenset[Piece]]:
    """For each page, its pieces that are running heads or feet, or the number of the page."""
    edges = [tuple(_edges(page)) for page in pages]
    seen = Counter(key for page in edges for key in {_key(piece) for piece in page})
    needed = min(_FEWEST_PAGES, max(2, len(pages)))
    return [
        frozenset(piece for piece in page if _is_running(piece, seen, needed)) for page in edges
    ]


def _edges(page: Page) -> Iterator[Piece]:
    by_height = sorted(page.pieces, key=lambda piece: -piece.top)
    for piece in by_height[:_MARGIN_LINES]:
        if piece.bottom > (1 - _EDGE) * page.height:
            yield piece
    for piece in by_height[_MARGIN_LINES:][-_MARGIN_LINES:]:
        if piece.top < _EDGE * page.height:
            yield piece


def _key(piece: Piece) -> tuple[str, int]:
    """The words of a piece without its numbers, and its place."""
    return _NUMBER.sub("#", piece.text.casefold()), round(piece.bottom / _SAME_PLACE)


def _is_running(piece: Piece, seen: Counter[tuple[str, int]], needed: int) -> bool:
    if _PAGE_NUMBER.fullmatch(piece.text):
        return True
    words, place = _key(piece)
    # Two places that are near each other may have been rounded apart.
    return sum(seen[words, near] for near in (place - 1, place, place + 1)) >= needed
