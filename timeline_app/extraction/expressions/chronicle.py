"""The year that a history has come to, for its dates that are told without one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline_app.domain import TextRange
from timeline_app.domain.time.calendar import CivilDate
from timeline_app.extraction.expressions.meaning import Unit

_NEAR = 2  # years; a year further off is a comparison unless a sentence opens with it
_TURN_OF_YEAR = 8  # months back in the calendar that rather lie in the next year
_OPENING_REACH = 24  # characters
_OPENING = re.compile(r"(?:\A|[.!?…”\"')\]]\s+|\n\s*)(?:[A-Z][a-z]+\s){0,2}(?:of\s|in\s)?\Z")


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


def next_chronicle(
    known: Chronicle | None, unit: Unit, date: CivilDate, text: str, place: TextRange
) -> Chronicle | None:
    """What a history has come to once it has told of the unit that begins on `date`."""
    year, month, _ = date
    if unit < Unit.HALF:
        return Chronicle(year, month)
    if unit is not Unit.YEAR:
        return known
    if known is None or abs(year - known.year) <= _NEAR or _opens_sentence(text, place.start):
        return Chronicle(year)
    return known


def _opens_sentence(text: str, start: int) -> bool:
    return _OPENING.search(text, max(0, start - _OPENING_REACH), start) is not None
