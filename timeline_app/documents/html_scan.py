"""Counts the tags of a page before it is parsed, in one pass and linear time.

libxml2 takes quadratic time for many attributes of one tag, and follows any nesting.
"""

from __future__ import annotations

import re

from timeline_app.documents.limits import LIMITS
from timeline_app.domain.errors import UserError

# What "<" begins: a comment, an element whose content is no markup, or a tag with its attributes,
# whose values may hold ">" where quotes follow "=". Possessive, so that nothing is tried twice.
_REST = r"[^>=]*+(?:=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+[^>=]*+)*+"
_MARKUP = re.compile(
    rf"<(?:(?P<raw>[sStT](?i:cript|tyle|extarea))\b(?P<attributes>{_REST})"
    r"(?:>[^<]*+(?:<(?!/(?i:(?P=raw)))[^<]*+)*+|\Z)"
    rf"|(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{{0,40}})(?P<rest>{_REST})>?+"
    r"|!--[^-]*+(?:-(?!->)[^-]*+)*+)",
)
_QUOTED = re.compile(r"=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+)")
# Elements without an end tag, or whose end tag is optional: they close by themselves.
_SELF_CLOSING = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th "
    "option optgroup thead tbody tfoot colgroup html head body rp rt".split()
)


def check_html(html: str, name: str) -> None:
    """Raise UserError when a page has more tags, attributes or nesting than `LIMITS` allow."""
    tags = depth = 0
    deepest, longest = LIMITS.html_depth, LIMITS.html_attributes
    for markup in _MARKUP.finditer(html):
        kind = markup.lastgroup
        if kind is None:
            continue
        tags += 1
        first, last = markup.span(kind)
        if (
            kind == "rest"
            and html[last - 1 : last] != "/"
            and markup["name"].lower() not in _SELF_CLOSING
        ):
            depth = depth + 1 if not markup["end"] else depth - 1 if depth else 0
        if depth > deepest or last - first > longest:
            _refuse_beyond_limits(name, tags, _count_attributes(markup[kind]), depth)
    _refuse_beyond_limits(name, tags, 0, 0)


def _count_attributes(rest: str) -> int:
    """At least how many attributes a tag has; none where it is too short to have too many."""
    if len(rest) < LIMITS.html_attributes:
        return 0
    return len(_QUOTED.sub("=", rest).split())


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
