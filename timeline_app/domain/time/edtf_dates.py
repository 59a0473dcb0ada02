"""Reading one EDTF date: from the seconds of a clock to years of many digits."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.domain.time.calendar import (
    DAYS_PER_WEEK,
    LARGEST_YEAR,
    SECONDS_PER_DAY,
    instant_at,
    is_valid_date,
    iso_week,
    iso_week_start,
)
from timeline_app.domain.time.edtf_masks import read_mask
from timeline_app.domain.time.edtf_parts import rounded_years, span_of_date
from timeline_app.domain.time.precision import Precision
from timeline_app.domain.time.span import TimeSpan

_YEAR = r"(?P<year>-?[0-9X]{4}|Y-?[0-9]{1,13}(?:E[0-9]{1,2})?)"
_CLOCK = (
    r"T(?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r"(?P<zone>Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)
_DATE = re.compile(
    rf"[?~%]?{_YEAR}(?:S(?P<significant>[0-9]{{1,2}}))?[?~%]?"
    r"(?:-[?~%]?(?P<month>[0-9X]{2})[?~%]?"
    rf"(?:-[?~%]?(?P<day>[0-9X]{{2}})[?~%]?(?:{_CLOCK}[?~%]?)?)?)?"
)
_WEEK = re.compile(rf"{_YEAR}-W(?P<week>[0-9]{{2}})(?:-(?P<weekday>[1-7]))?[?~%]?")
_PLAIN_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_HIGHEST_ZONE = "14:00"  # Kiribati


def read_edtf_date(text: str) -> TimeSpan:
    """The span of one EDTF date with its qualifiers. Raises ValueError."""
    if plain := _PLAIN_DAY.fullmatch(text):  # by far the most frequent form
        year, month, day = plain.groups()
        return span_of_date(int(year), int(month), int(day))
    if match := _DATE.fullmatch(text):
        span = _span_of_match(match)
    elif match := _WEEK.fullmatch(text):
        span = _week(match)
    else:
        raise ValueError(f"this is no EDTF date: {text[:40]}")
    return span.qualified(
        uncertain="?" in text or "%" in text, approximate="~" in text or "%" in text
    )


def _span_of_match(match: re.Match[str]) -> TimeSpan:
    year, month, day = match["year"], match["month"] or "", match["day"] or ""
    if match["significant"]:
        if month:
            raise ValueError("significant digits belong to a year without months")
        return _significant_years(_year_number(year), int(match["significant"]))
    if "X" in year + month + day:
        if match["hour"]:
            raise ValueError("a date with unspecified digits has no time of day")
        return read_mask(year, month, day)
    if match["hour"]:
        return _time_of_day(match)
    return span_of_date(_year_number(year), *(int(part) for part in (month, day) if part))


def _year_number(text: str) -> int:
    digits, _, exponent = text.removeprefix("Y").partition("E")
    if digits == "-0000":
        raise ValueError("year 0 has no sign")
    year: int = int(digits) * 10 ** int(exponent or 0)
    if abs(year) > LARGEST_YEAR:
        raise ValueError(f"the year {text} is further away than the program can count")
    return year


def _significant_years(year: int, significant: int) -> TimeSpan:
    below = len(str(abs(year))) - significant
    if below < 0 or significant == 0:
        raise ValueError(f"the year {year} does not have {significant} significant digits")
    return rounded_years(year, below)


def _time_of_day(match: re.Match[str]) -> TimeSpan:
    year, month, day = _year_number(match["year"]), int(match["month"]), int(match["day"])
    clock = [int(match[part] or 0) for part in ("hour", "minute", "second")]
    if not is_valid_date(year, month, day) or clock[0] > 23 or max(clock) > 59:
        raise ValueError(f"the calendar or the clock has no {match.group()}")
    precision = (
        Precision.SECOND
        if match["second"]
        else Precision.MINUTE
        if match["minute"]
        else Precision.HOUR
    )
    span = TimeSpan.at(instant_at(year, month, day, *clock), precision)
    return replace(span, zone=_full_zone(match["zone"]))


def _full_zone(zone: str | None) -> str | None:
    if zone is None or zone == "Z":
        return zone
    full = zone if ":" in zone else f"{zone}:00"
    if full[1:] > _HIGHEST_ZONE or full[4:] > "59":
        raise ValueError(f"there is no zone {zone}")
    return full


def _week(match: re.Match[str]) -> TimeSpan:
    if "X" in match["year"]:
        raise ValueError("the year of a week has no unspecified digits")
    year, week = _year_number(match["year"]), int(match["week"])
    monday = iso_week_start(year, week)
    if iso_week(monday) != (year, week):
        raise ValueError(f"the year {year} has no week {week}")
    first = monday + int(match["weekday"] or 1) - 1
    last = first if match["weekday"] else monday + DAYS_PER_WEEK - 1
    return TimeSpan.within(first * SECONDS_PER_DAY, last * SECONDS_PER_DAY)
