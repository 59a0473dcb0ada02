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
    for markup in _MARKUP.finditer(html):
        raw, attributes, end, tag, rest = markup.groups()
        if raw is None and tag is None:
            continue
        tags += 1
        if tag is not None and not rest.endswith("/") and tag.lower() not in _SELF_CLOSING:
            depth = depth + 1 if not end else depth - 1 if depth else 0
        if depth > LIMITS.html_depth or len(markup[0]) > LIMITS.html_attributes:
            _refuse_beyond_limits(name, tags, _count_attributes(attributes or rest or ""), depth)
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
