"""Finds complete dates with the month's name in a language other than English.

The names of months and days come from the tables of the languages that articles are read in; what
they do not know is left to dateparser, which knows a hundred languages more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from timeline_app.domain.article import TextRange
from timeline_app.domain.time.calendar import CivilDate, is_valid_date
from timeline_app.domain.time.written import WrittenDate
from timeline_app.resources import read_sections, resource_path

# Day, month, year, as in "29. Oktober 2024", "1er mai 2024", "29 de octubre de 2024", "Dienstag,
# den 29. Oktober 2024"; the word before may be a weekday, or a place.
_DAY_MONTH_YEAR = re.compile(
    r"(?:(?P<weekday>[^\W\d_]{4,12}(?:-feira)?),?\s)?"
    r"(?P<dated>(?:(?:den|le|el)\s)?"
    r"\b(?P<day>(?P<number>\d{1,2})(?:\.|er|º|ª)?[\s./-](?:de\s)?(?P<month>[^\W\d_]{3,12})\.?"
    r"[\s./-](?:del?\s)?(?P<year>[12]\d{3}))\b(?:\sгода\b|\sг\.)?)"
)
# Year, month, day with their signs, as in "2024年10月29日" and "2024년 10월 29일".
_WITH_SIGNS = re.compile(
    r"(?<!\d)(?P<year>[12]\d{3})\s?[年년]\s?(?P<month>[01]?\d)\s?[月월]\s?(?P<day>[0-3]?\d)\s?[日일]"
)
_DAY_MONTH = re.compile(
    r"\b(?:(?:den|le|el|il)\s)?\b\d{1,2}(?:\.|er|º|ª)?\s(?:de\s)?(?P<month>[^\W\d_]{3,12})\b\.?"
)
_STRICTLY = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}


def find_foreign_dates(line: str) -> list[WrittenDate]:
    """The dates of a short line, such as a dateline; each with day, month and year."""
    with_signs = map(_read_signs, _WITH_SIGNS.finditer(line))
    found = (*with_signs, *map(_read, _DAY_MONTH_YEAR.finditer(line)))
    return [written for written in found if written is not None]


def find_days_of_month(line: str) -> list[TextRange]:
    """Where a short line names a day and a month, in a language that articles are read in."""
    months = _names("month", "month short")
    found = _DAY_MONTH.finditer(line)
    return [TextRange(*each.span()) for each in found if each["month"].lower() in months]


def _read_signs(found: re.Match[str]) -> WrittenDate | None:
    date = CivilDate(int(found["year"]), int(found["month"]), int(found["day"]))
    return WrittenDate(TextRange(*found.span()), date) if is_valid_date(*date) else None


def _read(found: re.Match[str]) -> WrittenDate | None:
    month = _names("month", "month short").get(found["month"].lower())
    if month is not None:
        date = CivilDate(int(found["year"]), month, int(found["number"]))
        if not is_valid_date(*date):
            return None
        is_weekday = (found["weekday"] or "").lower() in _names("weekday")
        return WrittenDate(TextRange(*found.span(0 if is_weekday else "dated")), date)
    return _read_otherwise(found)


def _read_otherwise(found: re.Match[str]) -> WrittenDate | None:
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


@cache
def _names(*sections: str) -> Mapping[str, int]:
    """The names in these sections of all languages' tables, in lower case, with their numbers."""
    names: dict[str, int] = {}
    for table in sorted(resource_path("language").glob("*/times.txt")):
        read = read_sections(table)
        for number, words in (line for section in sections for line in read.get(section, [])):
            names |= {word.lower().rstrip("."): int(number) for word in words}
    return names
