"""Cells of tables that spreadsheets open: a text must never become a formula there.

A spreadsheet calculates what begins with = + - or @, also in their full-width forms, and may drop
a tab or a line end before them. An apostrophe in front keeps a text a text:
https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SEPARATOR = " | "
_STARTERS = frozenset("=+-@\t\r\n＝＋－＠")
_MARK = "'"
_BAR = re.compile(r" \|(?!\|) ")


def defused(text: str) -> str:
    """The text as it may stand in a cell: with an apostrophe before what would be calculated."""
    return _MARK + text if _starts_a_formula(text) else text


def undefused(cell: str) -> str:
    """The text of a cell; the inverse of `defused`."""
    return cell[1:] if cell.startswith(_MARK) and _starts_a_formula(cell) else cell


def _starts_a_formula(text: str) -> bool:
    """Whether it does so once all apostrophes before it are gone."""
    return text.lstrip(_MARK)[:1] in _STARTERS and text.lstrip(_MARK) != ""


def joined(values: Iterable[str]) -> str:
    """Several texts in one cell, parted by a bar; bars of their own are doubled."""
    return SEPARATOR.join(value.replace("|", "||") for value in values)


def parted(cell: str) -> tuple[str, ...]:
    """The texts of a cell; the inverse of `joined` where they are not empty."""
    return tuple(value.replace("||", "|") for value in _BAR.split(cell)) if cell else ()
