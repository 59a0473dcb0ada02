"""Asks htmldate for the day of a page that states none where dates of publication stand."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline_app.documents.date_findings import FAINT, Finding, Witness
from timeline_app.documents.stated_days import StatedDay, find_numeric_days, read_stamp
from timeline_app.domain.time.calendar import CivilDate
from timeline_app.domain.time.written import find_full_dates

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# htmldate would else take today's date from the clock; the caller of the reader judges that.
_FIRST_DAY, _LAST_DAY = "1991-08-06", "2100-12-31"
_NEW_YEAR = (1, 1)
_LONGEST_LINE = 1_000  # letters


def guess_day(
    page: HtmlElement, url: str, lines: Sequence[str], *, is_day_first: bool | None = None
) -> Finding | None:
    """The likeliest day by htmldate's extensive search; None where it has but a year to go by.

    htmldate tells neither where it found the day nor how that is written: where the page has it in
    numbers alone, and `is_day_first` does not say in which order, it may be another.
    """
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found = find_date(
        page,
        extensive_search=True,
        original_date=True,
        url=url or None,
        min_date=_FIRST_DAY,
        max_date=_LAST_DAY,
    )
    stated = read_stamp(found) if found else None
    if stated is None:
        return None
    day = stated.day
    if (day.month, day.day) == _NEW_YEAR and not _is_written(day.year, lines):
        return None
    read = _in_numbers(day, lines, is_day_first=is_day_first) or StatedDay(day)
    where = "search of the whole page"
    return Finding(read.day, Witness.SEARCH, FAINT, where, other_day=read.other_day, is_vague=True)


def _in_numbers(
    day: CivilDate, lines: Sequence[str], *, is_day_first: bool | None
) -> StatedDay | None:
    """How the page writes a day, where it does so in numbers and nowhere in words."""
    dated = [line for line in lines if str(day.year) in line and len(line) <= _LONGEST_LINE]
    if any(date.date == day for line in dated for date in find_full_dates(line)):
        return None
    found = (
        read for line in dated for _, read in find_numeric_days(line, is_day_first=is_day_first)
    )
    turned = CivilDate(day.year, day.day, day.month)
    read = next((read for read in found if read.day in (day, turned)), None)
    return StatedDay(day, turned) if read is not None and read.other_day is not None else read


def _is_written(year: int, lines: Sequence[str]) -> bool:
    """Whether the page has New Year's Day of that year, and not only the year."""
    return any(
        stated is not None and (stated.day.year, stated.day[1:]) == (year, _NEW_YEAR)
        for stated in (read_stamp(line) for line in lines if str(year) in line)
    )
