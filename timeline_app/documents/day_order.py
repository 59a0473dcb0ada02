"""Tells whether "05/11/2024" is the fifth of November or the eleventh of May.

The text's other numeric dates decide, where one of their numbers can only be a day; else the
region that a page names. Where neither does, or dates contradict each other, nothing is decided.
"""

from __future__ import annotations

import re

_NUMERIC = re.compile(
    r"(?<![0-9./-])(?P<first>[0-3]?[0-9])(?P<mark>[/-])(?P<second>[0-3]?[0-9])(?P=mark)"
    r"(?P<year>[12][0-9]{3})(?![0-9]|[./-][0-9])"
)
_MONTHS = range(1, 13)
_LAST_DAY = 31
_MONTH_FIRST_REGIONS = frozenset({"us", "ph"})
_UNSETTLED_REGIONS = frozenset({"ca"})  # where both orders are in use
_ADDRESS_REGION = re.compile(r"^[a-z]+://[^/?#]+\.(uk|au|nz|ie|in|za|sg|my|ng|ke|us)(?=[:/?#]|$)")


def is_day_first(text: str, language: str = "", url: str = "") -> bool | None:
    """Whether the numeric dates of a text begin with the day; None when it cannot be told.

    `language` is a tag such as "en-GB". English without its region decides nothing, unless the
    address ends in that of a land.
    """
    orders = {order for order in map(_order_of, _NUMERIC.finditer(text)) if order is not None}
    if orders:
        return orders.pop() if len(orders) == 1 else None
    if language.partition("-")[2] == "" and (region := _ADDRESS_REGION.match(url.lower())):
        language = f"{language or 'en'}-{region[1]}"
    return _is_day_first_in(language)


def with_named_order(line: str, *, is_day_first: bool | None) -> str:
    """The line with its ambiguous numeric dates as year, month, day, where the order is known."""
    if is_day_first is None:
        return line
    return _NUMERIC.sub(lambda date: _year_first(date, is_day_first=is_day_first), line)


def _order_of(date: re.Match[str]) -> bool | None:
    first, second = int(date["first"]), int(date["second"])
    if first in _MONTHS and second in _MONTHS:
        return None
    if second in _MONTHS and first <= _LAST_DAY:
        return True
    return False if first in _MONTHS and second <= _LAST_DAY else None


def _is_day_first_in(language: str) -> bool | None:
    name, _, region = language.lower().replace("_", "-").partition("-")
    if region in _MONTH_FIRST_REGIONS:
        return False
    if not name or region in _UNSETTLED_REGIONS or (name == "en" and not region):
        return None
    return True


def _year_first(date: re.Match[str], *, is_day_first: bool) -> str:
    first, second = int(date["first"]), int(date["second"])
    if first not in _MONTHS or second not in _MONTHS:
        return date[0]
    day, month = (first, second) if is_day_first else (second, first)
    return f"{date['year']}-{month:02}-{day:02}"
