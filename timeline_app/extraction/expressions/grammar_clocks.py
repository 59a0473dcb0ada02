"""Builders for times of day: in figures, in words, with a zone."""

from __future__ import annotations

from timeline_app.extraction.expressions.cascade import Match
from timeline_app.extraction.expressions.meaning import Amount, ClockTime, Meaning, Unit

_HOURS_AND_MINUTES = 4  # figures, or the letters of "four", "five" and "nine"
_FEWEST_MINUTES = 10


def clock(m: Match) -> Meaning | None:
    """“9 a.m.”, “14:30 GMT”, “2100 GMT”, “21.15 GMT”."""
    told = m["C"] or _bare_hours(m["dny"], m.tokens[0].end - m.tokens[0].start)
    if told is None:
        return None
    if "y" in m and _is_rather_year(m["y"], m["z"]):
        return None
    if isinstance(m["n"], float) and "z" not in m:  # the price of "it closed at 21.15 on Monday"
        return None
    hour, half = told.hour, m["p"]
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    return ClockTime(hour, told.minute, told.second, m["z"])


def _is_rather_year(number: int, zone: str) -> bool:
    """“2024 PT” is a clock to nobody; “2030 ET” and “2024 GMT” are."""
    return len(zone) == _SHORTEST_ZONE and number >= _FIRST_LIKELY_YEAR and number % 5 > 0


_SHORTEST_ZONE = 2  # letters, that also name other things
_FIRST_LIKELY_YEAR = 1900


def _bare_hours(number: float, width: int) -> ClockTime | None:
    """“9” as in “9 a.m.”, “2100”, “0030” and “21.15” as in “2100 GMT”."""
    if isinstance(number, float):
        is_to_minute = width == len(f"{number:.2f}")
        hour, minute = divmod(round(number * 100), 100)
        return ClockTime(hour, minute) if is_to_minute and hour <= 24 and minute <= 59 else None
    is_full = width == _HOURS_AND_MINUTES and number >= _FEWEST_MINUTES
    hour, minute = divmod(number, 100) if is_full else (number, None)
    return ClockTime(hour, minute) if hour <= 24 and (minute or 0) <= 59 else None


def clock_in_words(m: Match) -> Meaning | None:
    """“Half past six”, “a quarter to nine”."""
    hour, length = m["dn"], m["LU"]
    if length not in (None, Unit.QUARTER, Amount(1.0, Unit.QUARTER)) or not hour <= 12:
        return None
    if "H" in m:
        return ClockTime(hour, 30)
    return ClockTime(hour, 15) if "5" in m else ClockTime((hour - 1) or 12, 45)


def noon(m: Match) -> Meaning | None:
    """“Noon”, “midnight GMT”."""
    return ClockTime(m["Z"], 0, None, m["z"]) if isinstance(m["Z"], int) else None
