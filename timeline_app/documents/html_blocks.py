"""Turns a parsed page, or a part of one, into lines of text: one line for each block."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul".split()
)
_NEVER_TEXT = frozenset(
    "applet audio button canvas datalist embed head iframe map math noscript object option script "
    "select style svg template textarea title video".split()
)


def block_lines(root: HtmlElement) -> list[str]:
    """The visible text of each block below `root`, in order; empty blocks are left out.

    Scripts, styles and controls are passed over; nothing that the page refers to is loaded.
    """
    from lxml.etree import iterwalk

    pieces: list[str] = []
    walk = iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            is_hidden = element.tag in _NEVER_TEXT
            if is_hidden:
                walk.skip_subtree()
            pieces += _opening(element, is_hidden=is_hidden)
        else:
            pieces += _closing(element, is_root=element is root)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return [line for line in lines if line]


def _opening(element: HtmlElement, *, is_hidden: bool) -> tuple[str, ...]:
    text = "" if is_hidden else _inline(element.text)
    return ("\n", text) if element.tag in _BLOCKS else (text,)


def _closing(element: HtmlElement, *, is_root: bool) -> tuple[str, ...]:
    tail = "" if is_root else _inline(element.tail)
    return ("\n", tail) if element.tag in _BLOCKS else (tail,)


def _inline(text: str | None) -> str:
    """Line ends inside a block are blanks, and only blocks begin lines."""
    return (text or "").replace("\n", " ")
