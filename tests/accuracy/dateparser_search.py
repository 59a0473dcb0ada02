"""dateparser's own search for dates, as a tagger: the peer that is run live.

It is given what it can use: the language, the article's date to count from, and a preference for
the past, which is right for most dates of the news. What it hands out, pairs of words and a
moment, is put in its best light: the words are looked for from where the last ones ended, joined
prepositions and mere numbers of things are taken off, the unit is the one that dateparser names
for these words, and a bare day of the week that is the article's own is not a week ago.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from tests.accuracy.timeml_corpora import Timex

_LANGUAGES = ["en"]
_JOINED = "on|in|at|of|for|by|from|and|to|about|until|since|after|before|during|a|the"
_EDGES = re.compile(
    rf"^(?:[\s,.;:]|\b(?:{_JOINED})\b(?!\s+(?:day|week|month|year)))+"
    rf"|(?:[\s,;:]|\b(?:{_JOINED})\b)+$",
    re.IGNORECASE,
)
_NUMERIC_DATE = re.compile(r"\d{4}|\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{1,2}:\d\d")
_LETTER = re.compile(r"[^\W\d_]")


def tag(text: str, day: dt.date) -> list[Timex]:
    """The dates that dateparser finds in a text, as TIMEX3: (start, end, type, value)."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    settings: Any = {
        "RELATIVE_BASE": dt.datetime(day.year, day.month, day.day),  # noqa: DTZ001 - no zone known
        "PREFER_DATES_FROM": "past",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    found = search_dates(text, languages=_LANGUAGES, settings=settings) or []
    reader = DateDataParser(
        languages=_LANGUAGES, settings={**settings, "RETURN_TIME_AS_PERIOD": True}
    )
    tagged = []
    for start, end, moment in _places(text, found):
        words = text[start:end]
        if words.lower() == f"{day:%A}".lower():
            moment = dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001, PLW2901
        period = str(reader.get_date_data(words).period)
        tagged.append((start, end, *_type_and_value(moment, period)))
    return tagged


def _places(
    text: str, found: list[tuple[str, dt.datetime]]
) -> Iterator[tuple[int, int, dt.datetime]]:
    position = 0
    for words, moment in found:
        core = _EDGES.sub("", words)
        pattern = r"\s+".join(map(re.escape, core.split()))
        match = re.compile(pattern).search(text, position) if pattern else None
        if match:
            position = match.end()
            if _LETTER.search(core) or _NUMERIC_DATE.fullmatch(core):
                yield match.start(), match.end(), moment


def _type_and_value(moment: dt.datetime, period: str) -> tuple[str, str]:
    match period:
        case "year":
            return "DATE", f"{moment:%Y}"
        case "month":
            return "DATE", f"{moment:%Y-%m}"
        case "week":
            return "DATE", f"{moment:%G-W%V}"
        case "time":
            return "TIME", f"{moment:%Y-%m-%dT%H:%M}"
    return "DATE", f"{moment:%Y-%m-%d}"
