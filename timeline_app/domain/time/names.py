"""The English names of months, weekdays and seasons, as texts spell them.

Keys are lower case and carry no full stop: "Sept." is looked up as "sept". Other languages are
read by the extraction's own means; these tables serve what is certain: datelines and typed dates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_WEEKDAYS = (
    ("monday", "mon"),
    ("tuesday", "tues", "tue"),
    ("wednesday", "weds", "wed"),
    ("thursday", "thurs", "thur", "thu"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
)


def _numbered(names: Sequence[Sequence[str]], first: int) -> Mapping[str, int]:
    return MappingProxyType(
        {name: number for number, group in enumerate(names, first) for name in group}
    )


MONTHS: Mapping[str, int] = _numbered(_MONTHS, 1)
"""Month names and abbreviations to 1 (January) to 12 (December)."""

WEEKDAYS: Mapping[str, int] = _numbered(_WEEKDAYS, 0)
"""Weekday names and abbreviations to 0 (Monday) to 6 (Sunday), as `calendar.weekday` counts."""

SEASONS: Mapping[str, int] = MappingProxyType(
    {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
)
"""Season names to the month in which the season begins."""
