"""Cuts the pages of a book into its chapters, by its table of contents or by its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline_app.documents.epub.book import Entry
from timeline_app.documents.html_blocks import block_lines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEWEST = 3  # chapters that make a level of the table of contents the one of chapters
_MARK = (
    "\ue000\ue001\ue000"  # letters without a meaning, in lines of its own where a chapter begins
)
_HEADINGS = ("h1", "h2", "h3")
_HOLDERS = frozenset("p div h1 h2 h3 h4 h5 h6 li td section article blockquote".split())


@dataclass(slots=True)
class Chapter:
    """A chapter's title, as far as one is known, and its lines."""

    title: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def words(self) -> int:
        """How many words, parted by blanks, it has."""
        return sum(line.count(" ") + 1 for line in self.lines)


def cut_chapters(
    pages: Iterable[tuple[str, HtmlElement]], contents: Sequence[Entry]
) -> list[Chapter]:
    """The chapters in order. A page that the table of contents does not name goes on the last."""
    entries = _of_chapters(contents)
    chapters: list[Chapter] = []
    for part, page in pages:
        begun = [entry for entry in entries if entry.part == part]
        for chapter in _chapters_of(page, begun):
            is_continued = bool(entries) and not chapter.title and bool(chapters)
            if is_continued:
                chapters[-1].lines += chapter.lines
            else:
                chapters.append(chapter)
    return chapters


def _of_chapters(contents: Sequence[Entry]) -> list[Entry]:
    """The entries down to the first level that has a few: parts of a book group its chapters."""
    deepest = max((entry.level for entry in contents), default=0)
    for level in range(1, deepest + 1):
        entries = [entry for entry in contents if entry.level <= level]
        if len(entries) >= _FEWEST:
            return entries
    return list(contents)


def _chapters_of(page: HtmlElement, begun: Sequence[Entry]) -> Iterator[Chapter]:
    """The pieces of a page; the first has no title if a chapter of an earlier page ends here."""
    for entry in begun:
        _mark_beginning(page, entry.place)
    pieces: list[list[str]] = [[]]
    for line in block_lines(page):
        if line == _MARK:
            pieces.append([])
        else:
            pieces[-1].append(line)
    before, *chapters = pieces
    if not begun:
        yield Chapter(_heading(page), before) if _heading(page) else Chapter(lines=before)
        return
    if before:
        yield Chapter(lines=before)
    for entry, lines in zip(begun, chapters, strict=False):
        yield Chapter(entry.title, lines)


def _heading(page: HtmlElement) -> str:
    headings = (heading for name in _HEADINGS for heading in page.iter(name))
    return next(filter(None, (" ".join(each.text_content().split()) for each in headings)), "")


def _mark_beginning(page: HtmlElement, place: str) -> None:
    """Put a mark where a chapter begins: before the block of its anchor, or on top."""
    from lxml.html import Element

    mark = Element("p")
    mark.text = _MARK
    found = page.get_element_by_id(place, None) if place else None
    body = page.find(".//body")
    if found is None or found is body:
        (body if body is not None else page).insert(0, mark)
        return
    while found.tag not in _HOLDERS and found.getparent() not in (None, body):
        found = found.getparent()
    found.addprevious(mark)
