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
_COMMENT_IDS = frozenset(("comments", "disqus_thread"))
_COMMENT_CLASSES = ("comment-list", "commentlist", "comments-area")
_MARKED = "//*[@id='comments' or @id='disqus_thread' or contains(@class,'comment')]"
# What trafilatura leaves out as well, but only after it has copied and searched it several times.
_NO_TEXT = (
    "script style svg template link iframe noscript select button input textarea canvas object"
    " embed map audio video"
).split()


def main_lines(page: HtmlElement, lines: Sequence[str]) -> list[str]:
    """The lines of the main text; none when too little was found to be an article.

    `lines` are all lines of the page. trafilatura looks in one way first and compares with others
    only where that found much less, or much more, than the page has prose: it takes two thirds of
    the time, and on 151 pages found the same.
    """
    # trafilatura reports on standard error what it leaves out; the reader is told in `warnings`.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    prose = sum(len(line) for line in lines if len(line) >= _PARAGRAPH)
    found = _extract(page, fast=True)
    letters = sum(map(len, found))
    most = _LARGEST_SHARE * max(prose, _LITTLE_PROSE)
    if letters < _SHORTEST_TEXT or not _LEAST_SHARE * prose <= letters <= most:
        found = _extract(page, fast=False)
    return found if sum(map(len, found)) >= _SHORTEST_TEXT else []


def remove_comments(page: HtmlElement) -> None:
    """Take out what readers wrote below an article; the page is changed."""
    for comments in filter(_holds_comments, page.xpath(_MARKED)):
        if comments.getparent() is not None and comments.tag != "body":
            comments.drop_tree()


def _holds_comments(element: HtmlElement) -> bool:
    classes = element.get("class") or ""
    return element.get("id") in _COMMENT_IDS or any(each in classes for each in _COMMENT_CLASSES)


def without_scripts(page: HtmlElement) -> HtmlElement:
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
