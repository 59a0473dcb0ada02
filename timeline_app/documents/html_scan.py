"""Counts the tags of a page before it is parsed, in one pass and linear time.

libxml2 takes quadratic time for many attributes of one tag, and follows any nesting.
"""

from __future__ import annotations

import re

from timeline_app.documents.limits import LIMITS
from timeline_app.domain.errors import UserError

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_QUOTE_OR_END = re.compile(r"""["'>]""")
_RAW_TEXT = {
    name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "textarea")
}
# Elements without an end tag, or whose end tag is optional: they close by themselves.
_SELF_CLOSING = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th "
    "option optgroup thead tbody tfoot colgroup html head body rp rt".split()
)


def check_html(html: str, name: str) -> None:
    """Raise UserError when a page has more tags, attributes or nesting than `LIMITS` allow."""
    tags = depth = position = 0
    while (found := _MARKUP.search(html, position)) is not None:
        tag = _TAG.match(html, found.start())
        if tag is None:
            position = _end_of_declaration(html, found.start())
            continue
        position, attributes = _tag_end(html, tag.end())
        tags += 1
        depth = _depth_after(depth, tag, is_closed=html[position - 2 : position] == "/>")
        _refuse_beyond_limits(name, tags, attributes, depth)
        position = _end_of_raw_text(html, tag, position)


def _end_of_declaration(html: str, start: int) -> int:
    if html.startswith("<!--", start):
        end = html.find("-->", start + 4)
        return end + 3 if end >= 0 else len(html)
    return start + 1


def _tag_end(html: str, position: int) -> tuple[int, int]:
    """The offset after the tag's ">", and how many attributes were passed on the way."""
    attributes = 0
    while (found := _QUOTE_OR_END.search(html, position)) is not None:
        attributes += len(html[position : found.start()].split())
        if found[0] == ">":
            return found.end(), attributes
        closing = html.find(found[0], found.end())
        position = closing + 1 if closing >= 0 else len(html)
    return len(html), attributes + len(html[position:].split())


def _depth_after(depth: int, tag: re.Match[str], *, is_closed: bool) -> int:
    if is_closed or tag[2].lower() in _SELF_CLOSING:
        return depth
    return max(0, depth - 1) if tag[1] else depth + 1


def _end_of_raw_text(html: str, tag: re.Match[str], position: int) -> int:
    closing = None if tag[1] else _RAW_TEXT.get(tag[2].lower())
    if closing is None:
        return position
    found = closing.search(html, position)
    return found.start() if found else len(html)


def _refuse_beyond_limits(name: str, tags: int, attributes: int, depth: int) -> None:
    if attributes > LIMITS.html_attributes:
        what = f"one of its tags has more than {LIMITS.html_attributes:,} attributes"
    elif depth > LIMITS.html_depth:
        what = f"it is nested more than {LIMITS.html_depth:,} levels deep"
    elif tags > LIMITS.html_tags:
        what = f"it has more than {LIMITS.html_tags:,} tags"
    else:
        return
    raise UserError(
        f"“{name}” cannot be read as a page: {what}. Copy its text and paste it here instead."
    )
