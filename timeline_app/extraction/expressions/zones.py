"""Time zones as texts name them, and the offset that a name stands for on a day.

The names are data: `resources/language/en/zones.txt`. Places take their clocks from the time zone
database, through `zoneinfo`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from timeline_app.domain.time.calendar import civil_date
from timeline_app.extraction.language import data_lines

_OFFSET: Final = re.compile(r"Z|[+-]\d\d:\d\d")
_LOCAL: Final = "local"  # on the clock of the place that is told of
_YEARS: Final = range(1, 10_000)  # in which the time zone database can be asked
# Each name, in lower case, with what the table says of it.
ZONES: Final[Mapping[str, str]] = MappingProxyType(
    {
        name: place
        for names, place in (line.split("|") for line in data_lines("zones.txt"))
        for name in names.split(";")
    }
)


def offset_of(name: str, day: int, second: int, region: str) -> str | None:
    """The offset, "Z" or "-05:00", of a zone at a time of day; None where it cannot be told.

    `name` is one of `ZONES` or already an offset, `day` a day ordinal, `region` the land of the
    article as two letters: it decides where several lands use the same name.
    """
    place = ZONES.get(name, name)
    if _OFFSET.fullmatch(place):
        return place
    if "=" in place:
        return _by_region(place).get(region)
    return None if place == _LOCAL else _of_place(place, day, second)


def why_unknown(name: str, region: str) -> str:
    """Why a zone has no offset, as the end of a sentence; empty when it has one, or needs none."""
    place = ZONES.get(name, name)
    if "=" not in place or region in _by_region(place):
        return ""
    return f"“{name.upper()}” is the name of several zones, so the offset stays open"


@cache
def _by_region(place: str) -> dict[str, str]:
    return dict(each.split("=") for each in place.split(";"))


def _of_place(place: str, day: int, second: int) -> str | None:
    """The offset on the clocks of a place; None where clocks were not yet set to whole minutes."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    date = civil_date(day)
    if date.year not in _YEARS:
        return None
    minutes, of_day = second // 60 % 60, second // 3_600 % 24
    moment = datetime(*date, of_day, minutes, tzinfo=ZoneInfo(place))
    offset = moment.utcoffset()
    if offset is None or offset.total_seconds() % 60:
        return None
    hours, rest = divmod(abs(int(offset.total_seconds())) // 60, 60)
    if not hours and not rest:
        return "Z"
    return f"{'-' if offset.total_seconds() < 0 else '+'}{hours:02}:{rest:02}"
