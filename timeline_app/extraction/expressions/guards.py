"""What only looks like a time: the last word before a candidate becomes a time expression."""

from __future__ import annotations

from timeline_app.extraction.expressions.meaning import CalendarDate, ClockTime
from timeline_app.extraction.expressions.tokens import Token


def is_time(text: str, token: Token) -> bool:
    """Whether a candidate is a time, judged by the words around it."""
    if token.code == "V":
        return True
    match token.value:
        case CalendarDate(year=int(), month=None) if token.rule == "year":
            return _is_year(text, token)
        case ClockTime():
            return True
    return token.code != "C" or token.rule != ""


def _is_year(text: str, token: Token) -> bool:
    return text[token.end : token.end + 1] != "%"
