"""The named eras that a project's time falls into."""

from __future__ import annotations

from timeline_app.domain.time.calendar import instant_at
from timeline_app.extraction.era_table import NamedEra, read_eras
from timeline_app.layout import Era


def eras_between(begin: int, end: int) -> tuple[Era, ...]:
    """The eras of the table that share some time with the stretch between two instants."""
    eras = map(_drawn, read_eras())
    return tuple(era for era in eras if era.begin < end and begin < era.end)


def _drawn(era: NamedEra) -> Era:
    title = era.title[:1].upper() + era.title[1:]
    return Era(title, instant_at(era.first_year), instant_at(era.last_year + 1))
