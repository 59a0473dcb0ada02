"""Reads the dates of a table: the order of day and month for a whole column, then each cell.

05/11/2024 may be the fifth of November or the eleventh of May. Another date of the same column,
such as 29/11/2024, tells which; so does a heading such as "Date (DD/MM/YYYY)". Where neither does,
or dates contradict each other, the researcher is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from timeline_app.domain import Conventions, DayOrder, Reading, UserError
from timeline_app.domain.time import CivilDate, Precision, TimeSpan
from timeline_app.domain.time.calendar import SECONDS_PER_DAY, civil_time, is_valid_date
from timeline_app.services.typed_dates import understand_date
from timeline_app.services.typed_limits import from_to

_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<year>\d{4}|\d{2})(?![\d./-])"
)
_DAYS, _MONTHS = range(1, 32), range(1, 13)
_ORDERS_IN_HEADINGS = (
    (
        re.compile(r"\b(?:d{1,2}|t{1,2}|j{1,2}|g{1,2})[./-]m{1,2}\b", re.IGNORECASE),
        DayOrder.DAY_FIRST,
    ),
    (re.compile(r"\bm{1,2}[./-](?:d|t|j|g){1,2}\b", re.IGNORECASE), DayOrder.MONTH_FIRST),
    (re.compile(r"\bday[ -]first\b", re.IGNORECASE), DayOrder.DAY_FIRST),
    (re.compile(r"\bmonth[ -]first\b", re.IGNORECASE), DayOrder.MONTH_FIRST),
)
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_LONGEST = 60  # letters of a cell that is a date
_DAY_NUMBER = re.compile(r"(?P<days>[1-7]\d{4})(?:\.(?P<part>\d{1,12}))?")
_DAY_NUMBERS = range(14_000, 73_051)  # 1938 to 2099; others are years before our era, or nothing
_DAY_ZERO = {False: CivilDate(1899, 12, 30).ordinal, True: CivilDate(1904, 1, 1).ordinal}
_STILL = frozenset(
    "present today now ongoing current heute jetzt andauernd aujourd'hui présent hoy presente oggi "
    "hoje heden nu сегодня".split()
)


@dataclass(frozen=True, slots=True)
class OrderFinding:
    """The order of day and month that the dates of a column have, and by which date that is known.

    `undecided` are the dates that either order makes a day of, in the order of the column; they
    decide nothing themselves. `example` is empty where no order is found.
    """

    order: DayOrder | None
    example: str = ""
    undecided: tuple[str, ...] = ()


def find_order(cells: Iterable[str]) -> OrderFinding:
    """The order that the dates in numbers of a column agree on; None where they do not."""
    orders: dict[DayOrder, str] = {}
    undecided: list[str] = []
    for cell in cells:
        for found in _NUMERIC.finditer(cell[:_LONGEST]):
            order = _order_of(int(found["first"]), int(found["second"]))
            if order is not None:
                orders.setdefault(order, found[0])
            elif _is_open(found):
                undecided.append(found[0])
    if len(orders) != 1:
        return OrderFinding(None, undecided=tuple(undecided))
    [(order, example)] = orders.items()
    return OrderFinding(order, example, tuple(undecided))


def order_in_heading(heading: str) -> DayOrder | None:
    """The order that a heading such as "Date (DD/MM/YYYY)" or "Datum (TT.MM.JJJJ)" states."""
    orders = (order for pattern, order in _ORDERS_IN_HEADINGS if pattern.search(heading))
    return next(orders, None)


def looks_like_date(cell: str) -> bool:
    """Whether a cell may be a date: short, with a year or a date in numbers. It is not read."""
    if len(cell) > _LONGEST:
        return False
    return (
        any(pattern.search(cell) for pattern in (_YEAR, _NUMERIC)) or _day_number(cell) is not None
    )


def read_date_cell(
    cell: str, order: DayOrder | None, *, is_1904: bool = False
) -> tuple[Reading, ...]:
    """The ranked readings of a cell. Raises UserError, whose sentence quotes it, when it has none.

    More than one reading means that day and month may be exchanged; `order` puts one first. A day
    number of a spreadsheet counts from 1900, or from 1904 where `is_1904`.
    """
    number = _day_number(cell)
    if number is not None:
        span = _by_day_number(number, is_1904=is_1904)
        return (Reading(span, f"day number {cell} of a spreadsheet"),)
    return _numeric_readings(cell, order) or _read(cell, order)


def is_undecided(cell: str, order: DayOrder | None) -> bool:
    """Whether day and month of a cell may be exchanged, and no order is given."""
    return order is None and any(map(_is_open, _NUMERIC.finditer(cell[:_LONGEST])))


def join_dates(
    start: str,
    end: str,
    order: DayOrder | None,
    end_order: DayOrder | None,
    *,
    is_1904: bool = False,
) -> Reading:
    """The span from one cell to another; either may be empty, and the end a word for today.

    Raises UserError when one is not understood, or the end lies before the start.
    """
    if not start:
        return _read(f"until {end}", end_order)[0]
    if end.casefold().strip(" .") in _STILL:
        return _read(f"since {start}", order)[0]
    first = read_date_cell(start, order, is_1904=is_1904)[0]
    last = read_date_cell(end, end_order, is_1904=is_1904)[0]
    span = from_to(first.span, last.span)
    if span is None:
        raise UserError(f"“{end}” is no end for what begins on “{start}”.")
    return Reading(span, last.label)


@lru_cache(maxsize=4_096)
def _read(cell: str, order: DayOrder | None) -> tuple[Reading, ...]:
    if not any(map(str.isdigit, cell)):  # a word alone dates nothing without an article
        raise UserError(f"“{cell}” is not understood as a date.")
    try:
        return understand_date(cell, None, Conventions(day_order=order)).readings
    except UserError as error:
        raise UserError(f"“{cell}” is not understood as a date.") from error


def _numeric_readings(cell: str, order: DayOrder | None) -> tuple[Reading, ...]:
    """What `_read` gives for the dates that most tables are full of, such as 29/10/2024."""
    found = _NUMERIC.fullmatch(cell)
    if found is None or len(found["year"]) < 4 or found["mark"] == ".":
        return ()
    year, first, second = int(found["year"]), int(found["first"]), int(found["second"])
    readings = {
        DayOrder.DAY_FIRST: CivilDate(year, second, first),
        DayOrder.MONTH_FIRST: CivilDate(year, first, second),
    }
    ranked = sorted(readings, key=lambda each: each is not order)
    valid = [each for each in ranked if is_valid_date(*readings[each])]
    told = valid[: 1 + (first != second)]
    return tuple(Reading(TimeSpan.on(readings[each]), each.reading) for each in told)


def _order_of(first: int, second: int) -> DayOrder | None:
    if first not in _MONTHS and first in _DAYS and second in _MONTHS:
        return DayOrder.DAY_FIRST
    is_month_first = second not in _MONTHS and second in _DAYS and first in _MONTHS
    return DayOrder.MONTH_FIRST if is_month_first else None


def _is_open(found: re.Match[str]) -> bool:
    """Whether both numbers may be a month, and differ; a date with dots begins with the day."""
    first, second = int(found["first"]), int(found["second"])
    return found["mark"] != "." and first in _MONTHS and second in _MONTHS and first != second


def _day_number(cell: str) -> re.Match[str] | None:
    found = _DAY_NUMBER.fullmatch(cell.strip())
    return found if found and int(found["days"]) in _DAY_NUMBERS else None


def _by_day_number(found: re.Match[str], *, is_1904: bool) -> TimeSpan:
    day = _DAY_ZERO[is_1904] + int(found["days"])
    seconds = round(float(f"0.{found['part'] or 0}") * SECONDS_PER_DAY)
    if seconds in range(60, SECONDS_PER_DAY):
        return TimeSpan.at(day * SECONDS_PER_DAY + seconds - seconds % 60, Precision.MINUTE)
    return TimeSpan.on(civil_time(day * SECONDS_PER_DAY).date)
