"""Asks htmldate for the day of a page that states none where dates of publication stand."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline_app.documents.date_findings import FAINT, Finding, Witness
from timeline_app.documents.stated_days import read_stamp

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# htmldate would else take today's date from the clock; the caller of the reader judges that.
_FIRST_DAY, _LAST_DAY = "1991-08-06", "2100-12-31"
_NEW_YEAR = (1, 1)


def guess_day(page: HtmlElement, url: str, lines: Sequence[str]) -> Finding | None:
    """The likeliest day by htmldate's extensive search; None where it has but a year to go by."""
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
    return Finding(day, Witness.SEARCH, FAINT, "search of the whole page", is_vague=True)


def _is_written(year: int, lines: Sequence[str]) -> bool:
    """Whether the page has New Year's Day of that year, and not only the year."""
    return any(
        stated is not None and (stated.day.year, stated.day[1:]) == (year, _NEW_YEAR)
        for stated in (read_stamp(line) for line in lines if str(year) in line)
    )
