"""Dates in forms that the grammar has no rule for, found here and read by dateparser.

It is the last resort. Measured on the sentences of the tests it reads times of day and lengths of
time less well than the grammar, so only dates with a day and a month come here: "31-dic-2024",
"marzo 3 de 2025", "3. 3. 2025", "2025/03/14". A year that is not written is dropped again: it
follows from the article's date as for all dates, and is not needed when the text is read. Nothing
is kept whose day does not stand in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from timeline_app.extraction.expressions.foreign.lexicon import Lexicon
from timeline_app.extraction.expressions.meaning import CalendarDate
from timeline_app.extraction.expressions.model import READ_BY_DATEPARSER
from timeline_app.extraction.expressions.tokens import Token

_MONTHS: Final = frozenset("McmF")
_FULL_DATE: Final = "I"
_DATE = re.compile(
    r"""(?<![\w.,:/+-])(?:
    \d{1,2}(?P<mark>[-/])(?P<between>[^\W\d_]{3,12})\.?(?:(?P=mark)(?:\d{4}|\d\d))?
    |\d{1,2}\.\s\d{1,2}\.\s\d{4}
    |(?P<year_first>\d{4})[/.]\d{1,2}[/.]\d{1,2}
    |(?P<before>[^\W\d_]{3,12})\.?\s\d{1,2}[º°]?,?\s(?:del?\s)?\d{4}
    )(?![\w%]|[.,:/-]\d)""",
    re.VERBOSE,
)
_NUMBER = re.compile(r"\d+")


def dates_otherwise(text: str, start: int, end: int, words: Lexicon) -> Iterator[Token]:
    """Tokens of the dates in a stretch of a text that dateparser reads, in order."""
    for found in _DATE.finditer(text, start, end):
        month = found["between"] or found["before"]
        if month and not _is_month(month, words):
            continue
        order = "YMD" if found["year_first"] else "DMY"
        date = _read(" ".join(found.group().split()), words.language, order)
        if date is not None:
            yield Token(_FULL_DATE, date, found.start(), found.end(), READ_BY_DATEPARSER)


def _is_month(word: str, words: Lexicon) -> bool:
    return any(entry.code in _MONTHS for _, entry in words.phrases.get(word.lower(), ()))


@lru_cache(maxsize=4096)
def _read(phrase: str, language: str, order: str) -> CalendarDate | None:
    # Slow to load, and needed for few articles.
    from dateparser.date import DateDataParser

    parts = {"REQUIRE_PARTS": ["day", "month"], "DATE_ORDER": order}
    parser = DateDataParser(languages=[language], settings=parts)
    read = parser.get_date_data(phrase)
    if read.date_obj is None or read.period != "day":
        return None
    moment = read.date_obj
    numbers = [int(number) for number in _NUMBER.findall(phrase)]
    if moment.day not in numbers:
        return None
    if len(numbers) == 1:
        return CalendarDate(None, moment.month, moment.day)
    has_year = moment.year in numbers or moment.year % 100 == numbers[-1]
    return CalendarDate(moment.year, moment.month, moment.day) if has_year else None
