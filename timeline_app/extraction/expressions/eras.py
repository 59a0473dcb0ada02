"""The eras as time expressions: each name of the table, and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from timeline_app.extraction.era_table import WEAK, read_eras
from timeline_app.extraction.expressions.meaning import Era

__all__ = ["ERAS", "WEAK"]


def _eras() -> dict[str, Era]:
    return {
        name: Era(era.title, era.first_year, era.last_year)
        for era in read_eras()
        for name in era.names
    }


# Each name as it is written in a text, with `WEAK` before it where that is needed.
ERAS: Final[Mapping[str, Era]] = MappingProxyType(_eras())
