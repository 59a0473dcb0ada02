"""Complete dates as English texts write them: what a dateline or a byline states outright.

Only dates with day, month and year are found here, and only when they can be read in one way:
"5/6/2024" is left alone. Everything vaguer is the business of time expressions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from timeline_app.domain.text_range import TextRange
from timeline_app.domain.time.calendar import CivilDate, is_valid_date
from timeline_app.domain.time.names import MONTHS, WEEKDAYS


class WrittenDate(NamedTuple):
    """A complete date and the characters that state it, the weekday included."""

    range: TextRange
    date: CivilDate


def find_full_dates(text: str) -> list[WrittenDate]:
    """The complete dates of a text, in text order and not overlapping; in linear time.

    A name may be glued to the word before it, as copied pages do it: "RussiaTuesday, October 29".
    """
    found = sorted(
        (
            written
            for place in _places_of_years(text)
            for form in _FORMS
            for written in form.dates_in(text, place)
        ),
        key=lambda written: (written.range.start, -written.range.end),
    )
    dates: list[WrittenDate] = []
    for written in found:
        if not dates or written.range.start >= dates[-1].range.end:
            dates.append(written)
    return dates


def _places_of_years(text: str) -> Iterator[TextRange]:
    """Where dates can be: the surroundings of numbers that look like years, not overlapping."""
    start = end = 0
    for year in _YEAR_NUMBER.finditer(text):
        if year.start() - _LONGEST_BEFORE > end:
            yield TextRange(start, end)
            start = year.start() - _LONGEST_BEFORE
        end = year.end() + _LONGEST_AFTER
    yield TextRange(start, end)


class _Form(NamedTuple):
    """One way to write a date: a pattern, and what its groups mean."""

    pattern: re.Pattern[str]
    date_of: Callable[[re.Match[str]], CivilDate | None]

    def dates_in(self, text: str, place: TextRange) -> Iterator[WrittenDate]:
        for match in self.pattern.finditer(text, *place):
            date = self.date_of(match)
            if date is not None and is_valid_date(*date):
                yield WrittenDate(TextRange(*match.span()), date)


def _named(match: re.Match[str]) -> CivilDate:
    return CivilDate(int(match["year"]), MONTHS[match["month"].lower()], int(match["day"]))


def _year_first(match: re.Match[str]) -> CivilDate:
    return CivilDate(int(match["year"]), int(match["month"]), int(match["day"]))


def _year_last(match: re.Match[str]) -> CivilDate | None:
    """Day and month in the order that is certain: with dots, or where only one order is a date."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["mark"] == "." or first > 12 or first == second:
        return CivilDate(year, second, first)
    return CivilDate(year, first, second) if second > 12 else None


def _either(names: Iterator[str]) -> str:
    return f"(?i:{'|'.join(sorted(names, key=len, reverse=True))})"


_LONGEST_BEFORE = 64  # characters of a date before its year: "Wednesday, the 30th of September, "
_LONGEST_AFTER = 16  # and after it: "-10-29", with something to look at behind
_YEAR_NUMBER = re.compile(r"[12][0-9]{3}(?![0-9])")
_GAP = r"\s{1,3}"
_YEAR = r"(?P<year>[12][0-9]{3})(?![0-9])"
_DAY = r"(?P<day>[0-3]?[0-9])(?i:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{_either(iter(MONTHS))})\.?"
# A name starts at a word's edge, or with a capital glued to a small letter.
_NAME_EDGE = r"(?:(?<![^\W_])|(?<=[^\W\d_A-Z])(?=[A-Z]))"
_NUMBER_EDGE = r"(?<![0-9A-Z.,:/+-])"
_WEEKDAY = rf"{_NAME_EDGE}{_either(iter(WEEKDAYS))}\.?(?:,\s{{0,3}}|{_GAP})(?i:the\s)?"

_FORMS = (
    _Form(
        re.compile(
            rf"(?:{_WEEKDAY})?{_NAME_EDGE}{_MONTH}\s{{0,3}}{_DAY}(?:\s?,\s{{0,3}}|{_GAP}){_YEAR}"
        ),
        _named,
    ),
    _Form(
        re.compile(
            rf"(?:{_WEEKDAY}|{_NUMBER_EDGE}){_DAY}(?:{_GAP}of)?[\s-]{{0,3}}{_MONTH}"
            rf"(?:\s?,\s{{0,3}}|[\s-]{{1,3}}){_YEAR}"
        ),
        _named,
    ),
    _Form(
        re.compile(
            r"(?<![0-9.-])(?P<year>[12][0-9]{3})(?P<mark>[./-])"
            r"(?P<month>[01]?[0-9])(?P=mark)(?P<day>[0-3]?[0-9])(?![0-9])"
        ),
        _year_first,
    ),
    _Form(
        re.compile(
            r"(?<![0-9./-])(?P<first>[0-3]?[0-9])(?P<mark>[./-])"
            rf"(?P<second>[0-3]?[0-9])(?P=mark){_YEAR}(?![./-][0-9])"
        ),
        _year_last,
    ),
)
