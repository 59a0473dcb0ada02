"""The table of eras: named stretches of history with their first and last years.

The names are data: `resources/language/en/eras.txt`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from timeline_app.extraction.expressions.meaning import Era
from timeline_app.extraction.language import data_lines

# Before a name that is also an ordinary word: it is an era only where the text says so.
WEAK: Final = "?"


def _eras() -> dict[str, Era]:
    eras: dict[str, Era] = {}
    for line in data_lines("eras.txt"):
        names, first, last = line.split("|")
        key = names.split(";")[0].removeprefix(WEAK)
        eras.update(dict.fromkeys(names.split(";"), Era(key, int(first), int(last))))
    return eras


# Each name as it is written in a text, with `WEAK` before it where that is needed.
ERAS: Final[Mapping[str, Era]] = MappingProxyType(_eras())
