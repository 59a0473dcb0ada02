"""Reads the rows of a table into events, by a column mapping; what cannot be read says why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain import UNWATCHED, DayOrder, Progress, Reading, UserError
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.wording import span_in_words
from timeline_app.domain.time.words import ENGLISH
from timeline_app.services.review.words import clean_line, clean_names, clean_text
from timeline_app.services.table_dates import is_undecided, join_dates, read_date_cell
from timeline_app.services.table_mapping import ColumnMapping, ColumnRole

if TYPE_CHECKING:
    from timeline_app.documents import ReadTable

_LONGEST_TITLE = 120  # letters of a title that is made of a description
_FIRST_SENTENCE = re.compile(r".{15,}?(?:[!?…]|(?<!\b[A-Z])\.)(?=\s|$)")
_BETWEEN_NAMES = re.compile(r"\s*[;|\n]\s*")
_BETWEEN_TAGS = re.compile(r"[,;|\n]")
_CLOCK = re.compile(r"\d{1,2}(?::\d{2}){1,2}(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
_MONTHS = ENGLISH.long_months
_STEP = 100  # rows between two words to the progress


@dataclass(frozen=True, slots=True)
class RowEvent:
    """An event as a row tells of it.

    `row` is its number in the file, from 1; `date_column` the column that dates it, the first of
    several; `written` what stands in these columns; `readings` what that may mean, the first of
    which is `span`.
    """

    row: int
    title: str
    readings: tuple[Reading, ...]
    written: str
    date_column: int
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""

    @property
    def span(self) -> TimeSpan:
        """When it happened."""
        return self.readings[0].span

    @property
    def when(self) -> str:
        """When it happened, in words."""
        return span_in_words(self.span)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that is not added, and a sentence why."""

    row: int
    sentence: str


@dataclass(frozen=True, slots=True)
class TableReading:
    """What the rows of a table come to; blank rows are in neither list."""

    events: tuple[RowEvent, ...]
    problems: tuple[RowProblem, ...]


def read_rows(
    table: ReadTable,
    mapping: ColumnMapping,
    progress: Progress = UNWATCHED,
    *,
    most: int | None = None,
) -> TableReading:
    """The events that the rows tell of, and the rows that tell of none; the first `most` of them.

    Raises Cancelled when the progress is told to stop.
    """
    events: list[RowEvent] = []
    problems: list[RowProblem] = []
    rows = table.rows[:most]
    for place, cells in enumerate(rows):
        if place % _STEP == 0:
            progress.step(place, len(rows), table.name)
        if not any(cells):
            continue
        row = _Row(table, mapping, cells, table.first_row + place)
        try:
            events.append(row.event())
        except UserError as error:
            problems.append(RowProblem(row.number, f"Row {row.number}: {error}"))
    return TableReading(tuple(events), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Row:
    table: ReadTable
    mapping: ColumnMapping
    cells: Sequence[str]
    number: int

    def event(self) -> RowEvent:
        """The event of the row. Raises UserError when it has no date, or no words."""
        readings, written, column = self._date()
        description = clean_text("\n\n".join(self._all(ColumnRole.DESCRIPTION)))
        title = clean_line(self._one(ColumnRole.TITLE)) or _title_of(description)
        if not title:
            raise UserError("nothing tells what happened.")
        return RowEvent(
            row=self.number,
            title=title,
            readings=readings,
            written=written,
            date_column=column,
            people=self._names(ColumnRole.PEOPLE),
            organisations=self._names(ColumnRole.ORGANISATIONS),
            places=self._names(ColumnRole.PLACES),
            tags=clean_names(_BETWEEN_TAGS.split(",".join(self._all(ColumnRole.TAGS)))),
            note=self._note("" if description == title else description),
        )

    def _date(self) -> tuple[tuple[Reading, ...], str, int]:
        """The readings of the row's date, what is written there, and the column it begins in."""
        for role in (ColumnRole.DATE, ColumnRole.START, ColumnRole.YEAR, ColumnRole.END):
            if self._one(role):
                column = self.mapping.columns(role)[0]
                start = "" if role is ColumnRole.END else self._start(role)
                end = self._end(role)
                return self._readings(start, end, column), f"{start} – {end}".strip(" –"), column
        raise UserError("it has no date.")

    def _start(self, role: ColumnRole) -> str:
        parts = (ColumnRole.YEAR, ColumnRole.MONTH, ColumnRole.DAY)
        day = self._from_parts(parts) if role is ColumnRole.YEAR else self._one(role)
        clock = self._one(ColumnRole.TIME)
        return f"{day} {clock}" if _CLOCK.fullmatch(clock) and not _CLOCK.search(day) else day

    def _end(self, role: ColumnRole) -> str:
        """The end of a time that begins; a date that stands apart from start and end has none."""
        if role is ColumnRole.DATE and self.mapping.columns(ColumnRole.START):
            return ""
        parts = (ColumnRole.END_YEAR, ColumnRole.END_MONTH, ColumnRole.END_DAY)
        return self._one(ColumnRole.END) or self._from_parts(parts)

    def _from_parts(self, roles: tuple[ColumnRole, ColumnRole, ColumnRole]) -> str:
        """A date of year, month and day, each in a column; months may have names."""
        year, month, day = map(self._one, roles)
        if year.startswith("-"):
            year = f"{year[1:]} BC"
        if not month.isdigit():
            return " ".join(filter(None, (day if month else "", month, year)))
        name = _MONTHS[int(month) - 1] if int(month) in range(1, 13) else month
        return " ".join(filter(None, (day, name, year)))

    def _readings(self, start: str, end: str, column: int) -> tuple[Reading, ...]:
        order, end_order = self.mapping.orders[column], self._order_of(ColumnRole.END)
        for written, known in ((start, order), (end, end_order)):
            if is_undecided(written, known):
                raise UserError(f"“{written}” may have day or month first.")
        if (start and not end) or start == end:
            return read_date_cell(start, order, is_1904=self.table.is_1904)
        return (join_dates(start, end, order, end_order, is_1904=self.table.is_1904),)

    def _order_of(self, role: ColumnRole) -> DayOrder | None:
        columns = self.mapping.columns(role)
        return self.mapping.orders[columns[0]] if columns else None

    def _one(self, role: ColumnRole) -> str:
        return next(iter(self._all(role)), "")

    def _all(self, role: ColumnRole) -> list[str]:
        return [self.cells[each] for each in self.mapping.columns(role) if self.cells[each]]

    def _names(self, role: ColumnRole) -> tuple[str, ...]:
        return clean_names(name for cell in self._all(role) for name in _split_names(cell))

    def _note(self, description: str) -> str:
        sources = (*self._all(ColumnRole.SOURCE), *self._all(ColumnRole.ADDRESS))
        source = f"Source: {', '.join(map(clean_line, sources))}" if sources else ""
        parts = (description, *self._all(ColumnRole.NOTE), source)
        return clean_text("\n\n".join(filter(None, parts)))


def _split_names(cell: str) -> list[str]:
    """The names in a cell: parted by semicolons, bars or lines, or else by commas.

    "Doe, Jane" is one name: a comma parts names only where each has two words, or there are three.
    """
    if _BETWEEN_NAMES.search(cell):
        return _BETWEEN_NAMES.split(cell)
    names = [name.strip() for name in cell.split(",")]
    is_one = len(names) == 2 and any(len(name.split()) == 1 for name in names)
    return [cell] if is_one else names


def _title_of(description: str) -> str:
    line = clean_line(description)
    sentence = _FIRST_SENTENCE.match(line)
    title = sentence[0].rstrip(".") if sentence else line
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
    return title
