"""The table of eras as it is kept: names and years, and nothing that reads texts.

The table is data: `resources/language/en/eras.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from timeline_app.extraction.language import data_lines

# Before a name that is also an ordinary word: it is an era only where the text says so.
WEAK: Final = "?"


@dataclass(frozen=True, slots=True)
class NamedEra:
    """A stretch of history: its names as written in the table, its first and its last year.

    One that `is_wide` is told of in many lands.
    """

    names: tuple[str, ...]
    first_year: int
    last_year: int
    is_wide: bool = False

    @property
    def title(self) -> str:
        """What to call it."""
        return self.names[0].removeprefix(WEAK)


def read_eras() -> Iterator[NamedEra]:
    """The eras in the order of the table."""
    for line in data_lines("eras.txt"):
        names, first, last, *reach = line.split("|")
        yield NamedEra(tuple(names.split(";")), int(first), int(last), bool(reach))
