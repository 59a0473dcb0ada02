"""Which column of a table tells what: guessed from headings and cells, corrected by the researcher.

Headings are looked up in a table of words in several languages; where none names a column with
dates, or with what happened, the cells tell. The columns of spreadsheets made for TimelineJS, with
year, month and day apart, are among them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from timeline_app.domain import DayOrder
from timeline_app.resources import read_sections, resource_path
from timeline_app.services.table_dates import find_order, looks_like_date, order_in_heading

if TYPE_CHECKING:
    from timeline_app.documents import ReadTable

_SAMPLE = 200  # rows that are looked at
_MOSTLY = 0.6  # share of the filled cells that makes a column one of dates or addresses
_LONG_TEXT = 80  # letters that a cell has on average, to be a description rather than a title
_SHORT_TEXT = 4
_DIFFERENT = 0.5  # share of the cells of a title column that are not the same
_MOST_WORDS = 8  # of a heading that are looked at
_SHORTEST_PART = 4  # letters of a phrase that is a part of a heading
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NO_WORD = re.compile(r"[^\w'/-]+|_+")


class ColumnRole(StrEnum):
    """What the cells of a column tell of an event."""

    DATE = "date"
    START = "start"
    END = "end"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    TIME = "time"
    END_YEAR = "end year"
    END_MONTH = "end month"
    END_DAY = "end day"
    TITLE = "title"
    DESCRIPTION = "description"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    PLACES = "places"
    TAGS = "tags"
    SOURCE = "source"
    ADDRESS = "address"
    NOTE = "note"
    PASSED_OVER = "passed over"


_DATING = frozenset((ColumnRole.DATE, ColumnRole.START, ColumnRole.END))
_STARTS = frozenset((ColumnRole.DATE, ColumnRole.START, ColumnRole.YEAR))
# Several columns may share the other roles: their cells are put together.
_SINGLE = frozenset(
    (
        *_DATING,
        *(ColumnRole.YEAR, ColumnRole.MONTH, ColumnRole.DAY, ColumnRole.TIME),
        *(ColumnRole.END_YEAR, ColumnRole.END_MONTH, ColumnRole.END_DAY),
        ColumnRole.TITLE,
    )
)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The role of each column, and how its dates in numbers are read.

    An order of None leaves 05/11/2024 undecided: such rows are not added until one is chosen.
    """

    roles: tuple[ColumnRole, ...]
    orders: tuple[DayOrder | None, ...]

    @property
    def has_dates(self) -> bool:
        """Whether a column dates the events."""
        return bool(_STARTS.intersection(self.roles)) or ColumnRole.END in self.roles

    def columns(self, role: ColumnRole) -> tuple[int, ...]:
        """The places of the columns with a role, from 0."""
        return tuple(place for place, each in enumerate(self.roles) if each is role)

    def with_role(self, column: int, role: ColumnRole) -> ColumnMapping:
        """The mapping with another role for a column; one that only one can have is taken over."""
        roles = [
            ColumnRole.PASSED_OVER if each is role and role in _SINGLE else each
            for each in self.roles
        ]
        roles[column] = role
        return replace(self, roles=tuple(roles))

    def with_order(self, column: int, order: DayOrder | None) -> ColumnMapping:
        """The mapping with another order of day and month for a column."""
        orders = list(self.orders)
        orders[column] = order
        return replace(self, orders=tuple(orders))


def guess_mapping(table: ReadTable, usual: DayOrder | None = None) -> ColumnMapping:
    """The likeliest role of each column, and the order of day and month that its values decide.

    `usual` is the order that is laid down for the project: it counts where the values decide
    nothing.
    """
    roles = _roles_by_heading(table.headings)
    samples = [_sample(table, column) for column in range(len(table.headings))]
    if not _STARTS.intersection(roles):
        _guess_dates(roles, samples)
    _guess_texts(roles, samples)
    orders = tuple(
        order_in_heading(heading) or find_order(cells).order or usual
        for heading, cells in zip(table.headings, _columns_of(table), strict=True)
    )
    return ColumnMapping(tuple(role or ColumnRole.PASSED_OVER for role in roles), orders)


def _columns_of(table: ReadTable) -> Sequence[Sequence[str]]:
    if not table.rows:
        return [()] * len(table.headings)
    return list(zip(*table.rows, strict=True))


def _sample(table: ReadTable, column: int) -> list[str]:
    return [row[column] for row in table.rows[:_SAMPLE] if row[column]]


def _roles_by_heading(headings: Sequence[str]) -> list[ColumnRole | None]:
    """The roles that headings name; of two columns with one single role, the clearer has it."""
    found = [_role_of(heading) for heading in headings]
    for role in _SINGLE:
        rivals = [place for place, (each, _) in enumerate(found) if each is role]
        for place in rivals:
            if place != max(rivals, key=lambda rival: found[rival][1]):
                found[place] = (None, 0.0)
    return [role for role, _ in found]


def _role_of(heading: str) -> tuple[ColumnRole | None, float]:
    """The role that the longest known phrase of a heading names, and how much of it that is."""
    words = _NO_WORD.sub(" ", heading.casefold()).split()[:_MOST_WORDS]
    whole = " ".join(words)
    if whole in _phrases():
        return _phrases()[whole], 1.0
    spans = combinations(range(len(words) + 1), 2)
    phrases = {" ".join(words[start:end]) for start, end in spans} & _phrases().keys()
    clear = [each for each in phrases - _only_alone() if len(each) >= _SHORTEST_PART]
    longest = max(clear, key=lambda each: (each.count(" "), len(each), each), default="")
    return (_phrases()[longest], len(longest) / len(whole)) if longest else (None, 0.0)


@cache
def _phrases() -> Mapping[str, ColumnRole]:
    lines = _table()["headings"]
    return {
        " ".join(_NO_WORD.sub(" ", word.casefold()).split()): ColumnRole(role)
        for role, words in reversed(lines)
        for word in words
    }


@cache
def _only_alone() -> frozenset[str]:
    return frozenset(word for _, words in _table()["alone"] for word in words)


def _table() -> dict[str, list[tuple[str, list[str]]]]:
    return read_sections(resource_path("language", "table-headings.txt"))


def _guess_dates(roles: list[ColumnRole | None], samples: Sequence[Sequence[str]]) -> None:
    """Take the first columns of dates for the date, or for start and end."""
    dated = [
        column
        for column, role in enumerate(roles)
        if role is None and _share(samples[column], looks_like_date) >= _MOSTLY
    ]
    if len(dated) > 1 and dated[1] == dated[0] + 1:
        roles[dated[0]], roles[dated[1]] = ColumnRole.START, ColumnRole.END
    elif dated:
        roles[dated[0]] = ColumnRole.DATE


def _guess_texts(roles: list[ColumnRole | None], samples: Sequence[Sequence[str]]) -> None:
    """Find addresses, and the columns that tell what happened where no heading names them."""
    for column, role in enumerate(roles):
        if role is None and _share(samples[column], _is_address) >= _MOSTLY:
            roles[column] = ColumnRole.ADDRESS
    texts = [column for column, role in enumerate(roles) if role is None and samples[column]]
    for column in texts:
        length = sum(map(len, samples[column])) / len(samples[column])
        is_varied = len(set(samples[column])) >= _DIFFERENT * len(samples[column])
        if length >= _LONG_TEXT and ColumnRole.DESCRIPTION not in roles:
            roles[column] = ColumnRole.DESCRIPTION
        elif length >= _SHORT_TEXT and is_varied and ColumnRole.TITLE not in roles:
            roles[column] = ColumnRole.TITLE


def _is_address(cell: str) -> bool:
    return _ADDRESS.fullmatch(cell) is not None


def _share(cells: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, cells)) / len(cells) if cells else 0.0
