"""What the word behind a date says of it, where the date alone would be another one."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline_app.extraction.expressions.guards import word_after
from timeline_app.extraction.expressions.meaning import CalendarDate
from timeline_app.extraction.expressions.tense import Cue
from timeline_app.extraction.expressions.tokens import Token
from timeline_app.extraction.language import word_classes

_BESIDE = word_classes("neighbours.txt")
# Days that are known by what happened on them: "the Jan. 6 riot", by month and day.
_YEARS: Final = {(1, 6): 2021}


def with_known_year(text: str, token: Token) -> Token:
    """The token with the year that everybody knows of it: "the Jan. 6 attack"."""
    match token.value:
        case CalendarDate(year=None, month=int(month), day=int(day), weekday=None, step=None):
            year = _YEARS.get((month, day))
            if year is not None and word_after(text, token) in _BESIDE["after a named day"]:
                return token._replace(value=replace(token.value, year=year))
    return token


def cue_behind(text: str, token: Token) -> Cue | None:
    """The direction of a month in which goods are delivered: "December crude" lies ahead."""
    match token.value:
        case CalendarDate(year=None, month=int(), day=None, step=None):
            word = word_after(text, token)
            return Cue(1, word, 0) if word in _BESIDE["traded for a month"] else None
    return None
