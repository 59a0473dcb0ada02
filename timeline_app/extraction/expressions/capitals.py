"""Words that tell a time by their capital letter alone: "May" and "may", "Sun" and "sun".

Written small, or in capitals like the words around them, they need figures or a preposition
beside them: "on march 3", "in may 2020", "MONDAY, MARCH 3", but not "THE SENATE MAY MARCH".
"""

from __future__ import annotations

import re

from timeline_app.extraction.expressions.tables_en import MONTH_NAMES, WEEKDAY_SHORT

_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\w%]|[.:,]\d)"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\w)"
_ON_DAY = r"\b(?:on|by|since|until|till|from|before|after|of)\s+"
_YEAR_AFTER = re.compile(rf"(?:\.?\s+{_DAY},?)?\s+{_YEAR}")
_DAY_AFTER = re.compile(rf"\.?\s*{_DAY}", re.IGNORECASE)
_ON_BEFORE = re.compile(rf"{_ON_DAY}\Z", re.IGNORECASE)
_DATE_BEFORE = re.compile(
    r"(?:\b(?:in|during|since|until|till|early|late|mid)[\s-]"
    rf"|{_ON_DAY}(?:the\s+)?{_DAY}(?:\s+of)?\s|\d(?:st|nd|rd|th)\s+of\s)\s*\Z",
    re.IGNORECASE,
)
_DATE_AFTER = re.compile(r"[.,]?\s+(?:(?:the\s+)?\d|([A-Z]{3,9}))")
_REACH = 18  # characters that hold what stands before: "since the 29th of "


def is_meant_as_name(match: re.Match[str]) -> bool:
    """Whether one of the words in `CAPITALISED` tells a time where it is written."""
    word = match.group()
    if not (word.islower() or word.isupper()):
        return True
    if word.lower() in MONTH_NAMES:
        return _is_month(match, is_small=word.islower())
    if word.islower() or word.lower() not in WEEKDAY_SHORT:
        return word.isupper()
    following = _DATE_AFTER.match(match.string, match.end())
    return following is not None and (following[1] or "MAY").lower() in MONTH_NAMES


def _is_month(match: re.Match[str], *, is_small: bool) -> bool:
    text, start, end = match.string, match.start(), match.end()
    if _YEAR_AFTER.match(text, end):
        return True
    reach = max(0, start - _REACH)
    if _DAY_AFTER.match(text, end) and not (is_small and not _ON_BEFORE.search(text, reach, start)):
        return True
    return _DATE_BEFORE.search(text, reach, start) is not None
