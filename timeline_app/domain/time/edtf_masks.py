"""Reading EDTF dates with unspecified digits: 199X, 2004-XX, 156X-12-25."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, product

from timeline_app.domain.time.calendar import is_valid_date
from timeline_app.domain.time.edtf_parts import rounded_years, span_of_date
from timeline_app.domain.time.span import TimeSpan

_MOST_CHOICES = 100


def read_mask(year: str, month: str, day: str) -> TimeSpan:
    """The span of a date with X for unspecified digits; month and day may be empty.

    A mask whose dates make up one granule is that granule ("2004-10-XX" is October 2004); one
    whose dates follow each other is a span within them; any other is one of its dates. Raises
    ValueError for a mask without a date, and for one with more than a hundred scattered dates.
    """
    # "Some day of some month of 2004" says what the year 2004 says.
    day = "" if day == "XX" else day
    month = "" if month == "XX" and not day else month
    if not month and re.fullmatch(r"-?[0-9]*X*", year):
        return _years(year, year.count("X"))
    return _span_of_choices(_choices(year, month, day))


def _years(year: str, digits_below: int) -> TimeSpan:
    lowest = int(year.replace("X", "0"))
    if year.startswith("-") and lowest == 0:
        raise ValueError("the years around 1 BCE are no decade")
    return rounded_years(lowest, digits_below)


def _choices(year: str, month: str, day: str) -> list[TimeSpan]:
    if year.count("X") > 2:
        raise ValueError(f"{year} with a month or a day stands for too many dates")
    numbers = [_numbers(year.removeprefix("-"), 0, 9_999)]
    if month:
        numbers.append(_numbers(month, 1, 12))
    if day:
        numbers.append(_numbers(day, 1, 31))
    sign = -1 if year.startswith("-") else 1
    found = [
        span_of_date(sign * parts[0], *parts[1:])
        for parts in product(*numbers)
        if len(parts) < 3 or is_valid_date(sign * parts[0], *parts[1:])
    ]
    return sorted(found, key=TimeSpan.sort_key)


def _numbers(mask: str, low: int, high: int) -> list[int]:
    """All numbers from `low` to `high` that fit a mask such as "1X"."""
    if "X" not in mask:
        return [int(mask)]
    digits = ["0123456789" if sign == "X" else sign for sign in mask]
    numbers = [int("".join(chosen)) for chosen in product(*digits)]
    return [number for number in numbers if low <= number <= high]


def _span_of_choices(choices: Sequence[TimeSpan]) -> TimeSpan:
    if not choices:
        raise ValueError("no date of the calendar fits the unspecified digits")
    first, last = choices[0], choices[-1]
    if len(choices) == 1:
        return first
    is_without_gap = all(one.end == other.begin for one, other in pairwise(choices))
    if is_without_gap and first.begin is not None and last.begin is not None:
        return TimeSpan.within(first.begin, last.begin, first.precision)
    if len(choices) > _MOST_CHOICES:
        raise ValueError(f"the unspecified digits stand for {len(choices)} dates: too many")
    return TimeSpan.one_of(choices)
