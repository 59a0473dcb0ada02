"""Finds the main text of a page with trafilatura."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORTEST_TEXT = 60  # letters; with less, the main text was not found
_PARAGRAPH = 80  # letters of a line that is prose rather than a label
_LEAST_SHARE, _LARGEST_SHARE = 0.35, 5.0  # of a page's prose in a text that is found in one way
_LITTLE_PROSE = 400  # letters
_COMMENTS = (
    "//*[@id='comments' or @id='disqus_thread' or contains(@class,'comment-list')"
    " or contains(@class,'commentlist') or contains(@class,'comments-area')]"
)
_NO_TEXT = ("script", "style", "svg", "template", "link")


def main_lines(page: HtmlElement, lines: Sequence[str]) -> list[str]:
    """The lines of the main text; none when too little was found to be an article.

    `lines` are all lines of the page. trafilatura looks in one way first and compares with others
    only where that found much less, or much more, than the page has prose: it takes two thirds of
    the time, and on 151 pages found the same.
    """
    # trafilatura reports on standard error what it leaves out; the reader is told in `warnings`.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    prose = sum(len(line) for line in lines if len(line) >= _PARAGRAPH)
    page = _without_scripts(page)
    found = _extract(page, fast=True)
    letters = sum(map(len, found))
    most = _LARGEST_SHARE * max(prose, _LITTLE_PROSE)
    if letters < _SHORTEST_TEXT or not _LEAST_SHARE * prose <= letters <= most:
        found = _extract(page, fast=False)
    return found if sum(map(len, found)) >= _SHORTEST_TEXT else []


def remove_comments(page: HtmlElement) -> None:
    """Take out what readers wrote below an article; the page is changed."""
    for comments in page.xpath(_COMMENTS):
        if comments.getparent() is not None and comments.tag != "body":
            comments.drop_tree()


def _without_scripts(page: HtmlElement) -> HtmlElement:
    """A copy of the page without what holds no text, but for data that may hold the article's."""
    copied = deepcopy(page)
    for element in list(copied.iter(*_NO_TEXT)):
        if "json" not in (element.get("type") or "") and element.getparent() is not None:
            element.drop_tree()
    return copied


def _extract(page: HtmlElement, *, fast: bool) -> list[str]:
    from trafilatura import bare_extraction

    found = bare_extraction(page, fast=fast, include_comments=False)
    text = "" if found is None or isinstance(found, dict) else found.text or ""
    return [line.strip() for line in text.split("\n") if line.strip()]
