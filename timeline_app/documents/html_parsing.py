"""Parses HTML that has been checked, and takes the lines of text out of pieces of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.documents.cleaning import clean_text
from timeline_app.documents.html_blocks import block_lines
from timeline_app.documents.html_scan import check_html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLANKS = bytes.maketrans(b"\x0b\x0c", b"  ")
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\x0b\x0c\r")
_HEAD = 30_000  # letters
_NONCHARACTERS = ("\ufffe".encode(), "\uffff".encode())
_INNER_DEFINITIONS = re.compile(
    r"(<!DOCTYPE\s[^\[>]{0,500})\[[^\]]{0,20000}\](\s*>)", re.IGNORECASE
)
_IN_HEAD = frozenset(
    "base basefont bgsound link meta noscript object script style template title".split()
)


def parse_html(html: str) -> HtmlElement | None:
    """The tree of HTML that `check_html` has let pass; None when nothing is in it."""
    from lxml.etree import ElementDefaultClassLookup, ParserError
    from lxml.html import HtmlComment, HtmlElement, HTMLParser, document_fromstring

    # The scan has bounded depth and size; libxml2 of itself drops what is beyond its own limits.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    # Forms need no classes of their own, for which lxml would ask Python about every element.
    parser.set_element_class_lookup(
        ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment)
    )
    try:
        page = document_fromstring(_encode(html), parser=parser)
    except ParserError:
        return None
    _close_head(page)
    return page


def _encode(html: str) -> bytes:
    """UTF-8 without the control characters that libxml2 reads but does not let anybody write."""
    if "<!DOCTYPE" in html[:_HEAD]:  # libxml2 takes the end of such definitions for text
        html = _INNER_DEFINITIONS.sub(r"\1\2", html[:_HEAD], count=1) + html[_HEAD:]
    encoded = html.encode("utf-8").translate(_BLANKS, _CONTROLS)
    for noncharacter in _NONCHARACTERS:
        encoded = encoded.replace(noncharacter, b"")
    return encoded


def _close_head(page: HtmlElement) -> None:
    """Move what belongs to the body there: libxml2 takes "main" and "nav" for parts of the head.

    That is how it reads pages that leave out the tags of head and body, as HTML allows.
    """
    head, body = page.find("head"), page.find("body")
    children = list(head) if head is not None else []
    first = next((at for at, child in enumerate(children) if child.tag not in _IN_HEAD), None)
    if first is None:
        return
    if body is None:
        body = page.makeelement("body")
        page.append(body)
    for at, child in enumerate(children[first:]):
        body.insert(at, child)


def html_lines(html: str, name: str) -> list[str]:
    """All visible lines of a page or a piece of one, such as a mail; nothing is chosen.

    Raises UserError, whose sentence names `name`, when it passes a limit.
    """
    cleaned, _ = clean_text(html)
    check_html(cleaned, name)
    page = parse_html(cleaned)
    return block_lines(page) if page is not None else []
