"""Finds running heads, running feet and page numbers: what stands on every page in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from timeline_app.documents.pdf.pieces import Page, Piece

_MARGIN_LINES = 4  # pieces at the upper and at the lower end of a page that may be running
_EDGE = 0.12  # of the height of the page: running heads and feet stand in it
_SAME_PLACE = 8.0  # points
_FEWEST_PAGES = 3  # on which a head stands; of two pages, on both
_NUMBER = re.compile(r"\d+|\b[ivx]+\b")
_BARE_NUMBER = re.compile(r"\d{1,4}")
_PAGE_OF_ALL = re.compile(
    r"[\s\-–—|·•\[(]*(?:(?:page|seite|pagina|página|strona|p\.|s\.|стр\.)\s*\d{1,4}"
    r"(?:\s*(?:/|of|von|de|di|van|sur|из)\s*\d{1,4})?|\d{1,4}\s*/\s*\d{1,4})[\s\-–—|·•\])]*"
    r"|[-–—]\s?\d{1,4}\s?[-–—]",
    re.IGNORECASE,
)

_Key = tuple[str, int]


def find_running(pages: Sequence[Page]) -> list[frozenset[Piece]]:
    """For each page, its pieces that are running heads or feet, or the number of the page."""
    edges = [tuple(_edges(page)) for page in pages]
    needed = min(_FEWEST_PAGES, max(2, len(pages)))
    repeated = _often(({_key(piece) for piece in page} for page in edges), needed)
    counted = _often(({_count(each, at) for each in page} for at, page in enumerate(edges)), needed)
    return [_running(page, at, repeated, counted) for at, page in enumerate(edges)]


def _edges(page: Page) -> Iterator[Piece]:
    by_height = sorted(page.pieces, key=lambda piece: -piece.top)
    for piece in by_height[:_MARGIN_LINES]:
        if piece.bottom > (1 - _EDGE) * page.height:
            yield piece
    for piece in by_height[_MARGIN_LINES:][-_MARGIN_LINES:]:
        if piece.top < _EDGE * page.height:
            yield piece


def _often(found: Iterable[set[_Key]], needed: int) -> frozenset[_Key]:
    """What is found on as many pages as are needed, at nearly the same place."""
    seen = Counter(chain.from_iterable(found))
    # Two places that are near each other may have been rounded apart.
    return frozenset(
        (words, place)
        for words, place in seen
        if words and sum(seen[words, near] for near in (place - 1, place, place + 1)) >= needed
    )


def _place(piece: Piece) -> int:
    return round(piece.bottom / _SAME_PLACE)


def _key(piece: Piece) -> _Key:
    """The words of a piece without its numbers, and its place. Bare numbers have none."""
    is_bare = _BARE_NUMBER.fullmatch(piece.text)
    return "" if is_bare else _NUMBER.sub("#", piece.text.casefold()), _place(piece)


def _count(piece: Piece, page: int) -> _Key:
    """By how much a bare number differs from that of the page: pages are counted from anywhere."""
    is_bare = _BARE_NUMBER.fullmatch(piece.text)
    return str(int(piece.text) - page) if is_bare else "", _place(piece)


def _running(
    page: Sequence[Piece], at: int, repeated: frozenset[_Key], counted: frozenset[_Key]
) -> frozenset[Piece]:
    numbers = [piece for piece in page if _count(piece, at) in counted]
    return frozenset(
        piece
        for piece in page
        if _key(piece) in repeated
        or _PAGE_OF_ALL.fullmatch(piece.text)
        or any(piece is number or piece.is_beside(number) for number in numbers)
    )
