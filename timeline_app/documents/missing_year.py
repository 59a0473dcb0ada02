"""Guesses the year of a dateline that leaves it out, from what else the text or its address names.

"LONDON, Oct 29 (Reuters) -" above "© 2024 Reuters" is likely of 2024. It may be of another year:
the researcher is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from timeline_app.documents.datelines import LABEL, read_opening, without_clock
from timeline_app.domain.publication_date import DateCandidate, DateOrigin
from timeline_app.domain.time.calendar import CivilDate, day_ordinal, is_valid_date, weekday
from timeline_app.domain.time.names import MONTHS, WEEKDAYS
from timeline_app.domain.time.written import find_full_dates

_HEAD = 12  # lines
_EDGE = 100  # lines
_LONGEST_LINE = 160  # letters
_DAY = re.compile(
    r"\b(?:(?P<weekday>[A-Z][a-z]{2,8})\.?,?\s+)?(?:(?P<month>[A-Z][a-z]{2,8})\.?\s+(?P<day>\d{1,2})"
    r"|(?P<first>\d{1,2})\s+(?P<name>[A-Z][a-z]{2,8})\.?)(?:st|nd|rd|th)?(?![\d:])"
)
_LONGEST_PARAGRAPH = 2_000  # letters of those that are looked at
_BESIDE = " ,;:.-–—|·•()"
_YEAR = r"(?:19[89]|20[0-4])\d"
_IN_ADDRESS = re.compile(rf"[/=_-]({_YEAR})(?=[/_-])")
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|\bcopyright\b)[\s:©,]{{0,4}}(?:\(c\)\s?)?(?:{_YEAR}\s?[-–,]\s?)?({_YEAR})\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:archived|accessed|retrieved|saved|printed|downloaded)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _DayOfYear:
    month: int
    day: int
    written: str
    weekday: int | None = None  # 0 is Monday

    def falls_in(self, year: int) -> bool:
        """Whether the year has the day, on the weekday that stands beside it."""
        if not is_valid_date(year, self.month, self.day):
            return False
        ordinal = day_ordinal(year, self.month, self.day)
        return self.weekday in (None, weekday(ordinal))


def guess_year(text: str, lines: Iterable[str], address: str) -> DateCandidate | None:
    """The day of a dateline without its year, where something else names a year that it fits.

    `lines` are all that belong to the text, its page's foot among them; `address` is the page's.
    None where several days, or none, stand above the text.
    """
    first = text[: _HEAD * _LONGEST_PARAGRAPH].split("\n")
    head = islice(filter(None, map(str.strip, first)), _HEAD)
    days = {found for line in head if (found := _day_above(line)) is not None}
    if len(days) != 1:
        return None
    [day] = days
    for year, where in _years(day, _ends(list(lines)), address):
        if day.falls_in(year):
            return DateCandidate(
                CivilDate(year, day.month, day.day),
                DateOrigin.GUESSED,
                f"dateline, with the year of {where}",
                day.written,
                doubt=f"The dateline names no year; that of {where} was taken.",
            )
    return None


def _ends(lines: list[str]) -> list[str]:
    """The lines that a year may stand in: those at the beginning and at the end."""
    return lines if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]


def _day_above(line: str) -> _DayOfYear | None:
    """The day in a line that is nothing but a date, or that opens with a dateline."""
    opening = read_opening(line)
    if opening is not None:
        return _day_in(line[: opening[0]]) if opening[1].published is None else None
    if len(line) > _LONGEST_LINE:
        return None
    found = _day_in(line)
    rest = without_clock(LABEL.sub(" ", line.replace(found.written, " "))) if found else line
    return found if not rest.strip(_BESIDE) else None


def _day_in(words: str) -> _DayOfYear | None:
    for found in _DAY.finditer(words):
        month = MONTHS.get((found["month"] or found["name"]).casefold())
        named = WEEKDAYS.get((found["weekday"] or "").casefold())
        if month is not None:
            day = int(found["day"] or found["first"])
            is_other = found["weekday"] is not None and named is None  # a place, perhaps
            written = found[0].split(maxsplit=1)[1] if is_other else found[0]
            return _DayOfYear(month, day, written, named)
    return None


def _years(day: _DayOfYear, lines: Sequence[str], address: str) -> Iterator[tuple[int, str]]:
    """The years that are named, the surest first, with their places in words."""
    if found := _IN_ADDRESS.search(address):
        yield int(found[1]), "the address"
    for line in lines:
        if len(line) <= _LONGEST_LINE and (found := _COPYRIGHT.search(line)):
            yield int(found[1]), "the copyright line"
    for line in lines:
        if len(line) <= _LONGEST_LINE and _LATER.search(line):
            for date in find_full_dates(line)[:1]:
                is_before = (day.month, day.day) <= date.date[1:]
                yield date.date.year - (not is_before), "the line that says when it was kept"
