"""Writes what a cell of a workbook shows as text."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Protocol

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')  # parts of a format that are no letters of it
_ERRORS = frozenset(("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"))


class Cell(Protocol):
    """A cell, or the space where one is missing."""

    @property
    def value(self) -> object:
        """What the cell holds; None for nothing."""


def cell_text(cell: Cell) -> str:
    """The text of a cell; empty for nothing and for an error such as #REF!.

    A date is no finer than its format shows it: 1 January 1914 shown as "1914" is the year.
    """
    value = cell.value
    if isinstance(value, datetime):
        return _date_text(value, getattr(cell, "number_format", "") or "")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = "" if value is None else str(value)
    return "" if text in _ERRORS else text


def _date_text(value: datetime, number_format: str) -> str:
    shown = _QUOTED.sub("", number_format.partition(";")[0]).casefold()
    if shown and "d" not in shown and "y" in shown and "h" not in shown:
        return value.strftime("%Y-%m") if "m" in shown else value.strftime("%Y")
    if (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date().isoformat()
    return value.isoformat(sep=" ", timespec="seconds" if value.second else "minutes")
