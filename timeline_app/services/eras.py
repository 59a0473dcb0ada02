"""The named eras that a project's time falls into."""

from __future__ import annotations

from timeline_app.domain.time.calendar import instant_at
from timeline_app.extraction.era_table import NamedEra, read_eras
from timeline_app.layout import Era

_WIDE = 3.0  # times as much as others of the same length


def eras_between(begin: int, end: int) -> tuple[Era, ...]:
    """The eras of the table that share some time with the stretch between two instants."""
    eras = map(_drawn, read_eras())
    return tuple(era for era in eras if era.begin < end and begin < era.end)


def _drawn(era: NamedEra) -> Era:
    """An era that is known by its years begins and ends in the middle of them.

    So those that follow each other, like two of 1929 to 1939 and 1939 to 1945, do not overlap.
    """
    title, weight = era.title[:1].upper() + era.title[1:], _WIDE if era.is_wide else 1.0
    if era.first_year == era.last_year:
        return Era(title, instant_at(era.first_year), instant_at(era.last_year + 1), weight=weight)
    begin, end = (instant_at(year, 7) for year in (era.first_year, era.last_year))
    return Era(title, begin, end, weight=weight)
