"""Counts the tags of a page before it is parsed, in one pass and linear time.

libxml2 takes quadratic time for many attributes of one tag, and follows any nesting.
"""

from __future__ import annotations

import re

from timeline_app.documents.limits import LIMITS
from timeline_app.domain.errors import UserError

# A tag with its attributes, whose values may hold ">" where quotes follow "="; possessive, so that
# nothing is tried twice.
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,40})"
    r"(?P<rest>(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+)>?+"
)
_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_QUOTED = re.compile(r"=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+)")
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
        tags += 1
        depth = _depth_after(depth, tag)
        _refuse_beyond_limits(name, tags, _count_attributes(tag["rest"]), depth)
        position = _end_of_raw_text(html, tag)


def _end_of_declaration(html: str, start: int) -> int:
    if html.startswith("<!--", start):
        end = html.find("-->", start + 4)
        return end + 3 if end >= 0 else len(html)
    return start + 1


def _count_attributes(rest: str) -> int:
    """At least how many attributes a tag has; none where it is too short to have too many."""
    if len(rest) < LIMITS.html_attributes:
        return 0
    return len(_QUOTED.sub("=", rest).split())


def _depth_after(depth: int, tag: re.Match[str]) -> int:
    if tag["rest"].endswith("/") or tag["name"].lower() in _SELF_CLOSING:
        return depth
    return max(0, depth - 1) if tag["end"] else depth + 1


def _end_of_raw_text(html: str, tag: re.Match[str]) -> int:
    closing = None if tag["end"] else _RAW_TEXT.get(tag["name"].lower())
    if closing is None:
        return tag.end()
    found = closing.search(html, tag.end())
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
