"""Finds complete dates with the month's name in a language other than English."""

from __future__ import annotations

import re

from timeline_app.domain.article import TextRange
from timeline_app.domain.time.calendar import CivilDate
from timeline_app.domain.time.written import WrittenDate

# Day, month, year, as in "29. Oktober 2024", "1er mai 2024", "29 de octubre de 2024", "Dienstag,
# den 29. Oktober 2024"; the word before may be a weekday, or a place.
_DAY_MONTH_YEAR = re.compile(
    r"(?:(?P<weekday>[^\W\d_]{4,12}),?\s)?"
    r"(?P<dated>(?:(?:den|le|el)\s)?"
    r"\b(?P<day>\d{1,2}(?:\.|er|º|ª)?\s(?:de\s)?[^\W\d_]{3,12}\.?\s(?:del?\s)?[12]\d{3})\b)"
)
_STRICTLY = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}


def find_foreign_dates(line: str) -> list[WrittenDate]:
    """The dates of a short line, such as a dateline; each with day, month and year."""
    found = map(_read, _DAY_MONTH_YEAR.finditer(line))
    return [written for written in found if written is not None]


def _read(found: re.Match[str]) -> WrittenDate | None:
    if found["weekday"] and (date := _date_of(f"{found['weekday']} {found['day']}")):
        return WrittenDate(TextRange(*found.span()), date)
    if date := _date_of(found["day"]):
        return WrittenDate(TextRange(*found.span("dated")), date)
    return None


def _date_of(phrase: str) -> CivilDate | None:
    # Slow to load, and needed for few articles.
    import dateparser

    read = dateparser.parse(phrase, settings=_STRICTLY)
    return CivilDate(read.year, read.month, read.day) if read else None
