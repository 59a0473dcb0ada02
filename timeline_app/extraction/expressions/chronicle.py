"""The year that a history has come to, for its dates that are told without one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline_app.domain import TextRange
from timeline_app.domain.time.calendar import CivilDate
from timeline_app.extraction.expressions.meaning import Unit

STORY_REACH = 240  # characters over which a date of years past lends its year in an article
_NEAR = 2  # years; a year further off is a comparison unless a sentence opens with it
_TURN_OF_YEAR = 8  # months back in the calendar that rather lie in the next year
_DETERMINER_REACH = 7  # characters
_ASIDE_REACH = 80  # characters over which a year only mentioned lends itself to a date
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+[A-Z\d]|\n\s*\n")
_DETERMINER = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|our|this|that)|[’']s)\s\Z", re.IGNORECASE
)
_NAMED = re.compile(r",?\s[^\W\d_]")
_OPENING_REACH = 24  # characters
_OPENING = re.compile(r"(?:\A|[.!?…”\"')\]]\s+|\n\s*)(?:[A-Z][a-z]+\s){0,2}(?:of\s|in\s)?\Z")
_BACKGROUND_REACH = 80  # characters
_BACKGROUND = re.compile(
    r"\bhad\s(?:(?:not|also|already|just|been|earlier)\s)*[a-z]+(?:ed|en|wn|ne)\b[^.;:!?\n]*\Z"
)


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A year, and the month last told of it; None right after the year itself was named."""

    year: int
    month: int | None = None

    def year_of(self, month: int) -> int:
        """The year of a month that is told next: "in January" after a December."""
        if self.month is not None and self.month - month >= _TURN_OF_YEAR:
            return self.year + 1
        return self.year


@dataclass(frozen=True, slots=True)
class Aside:
    """A year that a history only mentions, and where its words end."""

    year: int
    end: int


def is_of_story(text: str, place: TextRange) -> bool:
    """Whether a date with its year is when something was, not what something is called by.

    “In 2018 he left”, but not "the 2018 election", "a 2018 Ford", "the Dec. 21, 1988, bombing".
    """
    before = text[max(0, place.start - _DETERMINER_REACH) : place.start]
    opening = text[place.start : place.start + 4].lower()
    has_determiner = opening == "the " or _DETERMINER.search(before)
    return not (has_determiner and _NAMED.match(text, place.end))


def is_close(text: str, start: int, end: int) -> bool:
    """Whether two places are near each other and no sentence ends between them."""
    return end - start <= _ASIDE_REACH and not _SENTENCE_END.search(text, start, end)


def next_chronicle(
    known: Chronicle | None, unit: Unit, date: CivilDate, text: str, place: TextRange
) -> Chronicle | None:
    """What a history has come to once it has told of the unit that begins on `date`."""
    year, month, _ = date
    if unit < Unit.HALF:
        return Chronicle(year, month)
    if unit is not Unit.YEAR:
        return known
    if known is None or abs(year - known.year) <= _NEAR or opens_sentence(text, place.start):
        return Chronicle(year)
    return known


def opens_sentence(text: str, start: int) -> bool:
    """Whether a place is the beginning of a sentence or line, but for a word such as “In”."""
    return _OPENING.search(text, max(0, start - _OPENING_REACH), start) is not None


def is_told_before(text: str, start: int) -> bool:
    """Whether a date is of what had been before the story: "they had warned of it on Tuesday"."""
    return _BACKGROUND.search(text, max(0, start - _BACKGROUND_REACH), start) is not None
