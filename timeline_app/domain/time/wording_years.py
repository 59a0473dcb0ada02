"""Years and what is longer in words: "2024", "44 BCE", "13.8 billion years ago", "1850s"."""

from __future__ import annotations

from timeline_app.domain.time.precision import Precision
from timeline_app.domain.time.words import Words

_OLDEST_COUNTED_YEAR = -10_000  # what is older is told in years ago where that is a round number
_AGE_STEP = 1_000
_FIRST_PLAIN_YEAR = 1_000  # from here on a year needs no "CE"
_LAST_PLAIN_YEAR = 9_999


def numbered_years(
    year: int, precision: Precision, words: Words, *, short: bool
) -> tuple[str, str]:
    """The granule that begins with `year`, as a number and what follows it, which may be empty.

    Two parts, so that a stretch need not say the second twice: "58 – 50 BCE".
    """
    if precision is Precision.CENTURY:
        return _era_number(words.ordinal(year // 100 + 1), year, words.century, words)
    if precision is Precision.MILLENNIUM:
        return words.ordinal(year // 1_000 + 1), words.millennium
    if precision is Precision.DECADE:
        return _era_number(words.decade.format(start=year), year, "", words)
    if year <= _OLDEST_COUNTED_YEAR and year % _AGE_STEP == 0:
        return _age(-year, words, short=short)
    return counted_year(year, words)


def counted_year(year: int, words: Words) -> tuple[str, str]:
    """A year as it is counted in its era, never as an age: "66,000,001", "BCE"."""
    number = year if year > 0 else 1 - year
    text = str(number) if number <= _LAST_PLAIN_YEAR else f"{number:,}"
    return _era_number(text, year, "", words) if year > 0 else (text, words.before_era)


def joined(number: str, unit: str) -> str:
    """Both parts in one text."""
    return f"{number} {unit}" if unit else number


def _era_number(number: str, year: int, unit: str, words: Words) -> tuple[str, str]:
    if _FIRST_PLAIN_YEAR <= year <= _LAST_PLAIN_YEAR:
        return number, unit
    return number, f"{unit} {words.era}".strip()


def _age(years: int, words: Words, *, short: bool) -> tuple[str, str]:
    size, name, short_name = next(age for age in words.ages if years >= age[0])
    number = f"{years / size:.6f}".rstrip("0").rstrip(".")
    return number, short_name if short else name
