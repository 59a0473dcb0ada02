"""Reads tables of events whose columns are known: ours, and those of Aeon Timeline.

Other tables have columns that only their makers know the meaning of.
Aeon Timeline: https://help.timeline.app/article/235-importing-csv-files
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from itertools import zip_longest
from typing import TypeVar

from timeline_app.documents.delimited_rows import rows_of_cells
from timeline_app.documents.encoding import decode
from timeline_app.documents.files import FileBytes
from timeline_app.documents.read_events import ReadEvent, ReadEvents, unread
from timeline_app.domain import Certainty, Factuality, UserError
from timeline_app.domain.cells import parted, undefused
from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.calendar import instant_at, is_valid_date
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.domain.time.precision import granule_end
from timeline_app.domain.time.stretches import span_between, stretch_of
from timeline_app.domain.time.written import find_full_dates

_SUFFIXES = (".csv", ".tsv", ".txt")
_HEAD = 4_096
_OURS = frozenset(("Title", "EDTF", "Factuality", "Certainty"))
_AEON_NAMES = ("Label", "Title", "Name")
# Tables of others have a start and a title too, but none of these.
_AEON_SIGNS = frozenset(("Event ID", "Display ID", "Label", "Participant", "Participants", "Arc"))
_SEPARATORS = re.compile(r"\s*[|,]\s*")
_ERA = re.compile(r"\s*\b(AD|CE|BC|BCE)\.?$", re.IGNORECASE)
_ISO = re.compile(
    r"(-?[0-9]{1,6})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?"
    r"(?:[ T]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?)?"
)
_LARGEST_CELL = 10_000_000
_Choice = TypeVar("_Choice", bound=StrEnum)
_Row = Mapping[str, str]


class EventTableReader:
    """Reads comma- and tab-separated tables whose first line has known headings."""

    def recognises(self, file: FileBytes) -> bool:
        """By the headings."""
        return file.suffix in _SUFFIXES and _reading(_headings(file.data[:_HEAD])) is not None

    def read(self, file: FileBytes) -> ReadEvents:
        """An event for each row that has a title."""
        text = decode(file.data).text
        headings = _headings(file.data[:_HEAD])
        reading = _reading(headings) or _our_event
        table = rows_of_cells(text, _delimiter(_first_line(text)), largest=_LARGEST_CELL)
        if table is None:
            raise UserError(
                f"“{file.name}” is no table that can be read: a quotation mark is not closed."
            )
        names, *body = filter(None, table)
        rows = [dict(zip_longest(names, cells[: len(names)], fillvalue="")) for cells in body]
        events = tuple(event for row in rows if (event := reading(row)) is not None)
        warnings = unread(sum(event.span is None for event in events), "row")
        if reading is _our_event and any(map(_contradicts_itself, rows)):
            warnings += ("Where start or end differ from EDTF, the date was taken from EDTF.",)
        return ReadEvents(events, warnings=warnings)


def _delimiter(line: str) -> str:
    return "\t" if line.count("\t") > line.count(",") else ","


def _first_line(text: str) -> str:
    return next(iter(text.splitlines()), "")


def _headings(head: bytes) -> frozenset[str]:
    first = _first_line(decode(head).text)
    [cells] = rows_of_cells(first, _delimiter(first), most=1) or [()]
    return frozenset(cell.strip() for cell in cells)


def _reading(headings: frozenset[str]) -> Callable[[_Row], ReadEvent | None] | None:
    """How the rows below some headings are read; None where the table is not a known one."""
    if headings >= _OURS:
        return _our_event
    is_aeon = bool(headings.intersection(_AEON_NAMES) and headings.intersection(_AEON_SIGNS))
    if "Start Date" in headings and is_aeon:
        return _aeon_event
    return None


def _our_event(row: _Row) -> ReadEvent | None:
    cells = {name: undefused(cell) for name, cell in row.items()}
    if not cells.get("Title"):
        return None
    return ReadEvent(
        cells["Title"],
        _edtf(cells.get("EDTF", "")),
        cells.get("Note", ""),
        parted(cells.get("People", "")),
        parted(cells.get("Organisations", "")),
        parted(cells.get("Places", "")),
        parted(cells.get("Tags", "")),
        _choice(Certainty, cells.get("Certainty", ""), Certainty.CERTAIN),
        _choice(Factuality, cells.get("Factuality", ""), Factuality.HAPPENED),
    )


def _contradicts_itself(row: _Row) -> bool:
    """Whether a row of ours has another start or end than its EDTF."""
    stretch = stretch_of(_edtf(undefused(row.get("EDTF", ""))))
    ends = tuple(undefused(row.get(name, "")) for name in ("Start", "End"))
    return stretch is not None and any(ends) and ends != stretch.ends_in_edtf


def _choice(kind: type[_Choice], word: str, otherwise: _Choice) -> _Choice:
    return kind(word) if word in list(kind) else otherwise


def _edtf(text: str) -> TimeSpan | None:
    try:
        return parse_edtf(text)
    except ValueError:
        return None


def _aeon_event(row: _Row) -> ReadEvent | None:
    cells = {name.strip(): cell.strip() for name, cell in row.items()}
    title = next((cells[name] for name in _AEON_NAMES if cells.get(name)), "")
    # Rows of people, places and arcs stand in the same table, without a date.
    if not title or not (cells.get("Start Date") or cells.get("Type", "Event") == "Event"):
        return None
    return ReadEvent(
        title,
        _aeon_span(cells.get("Start Date", ""), cells.get("End Date", "")),
        cells.get("Summary") or cells.get("Notes") or cells.get("Description") or "",
        people=_names(cells, ("Participant", "Participants", "Person", "People")),
        places=_names(cells, ("Place", "Places", "Location", "Locations")),
        tags=_names(cells, ("Tags", "Tag")),
    )


def _names(cells: _Row, headings: Sequence[str]) -> tuple[str, ...]:
    found = (name for each in headings for name in _SEPARATORS.split(cells.get(each, "")))
    return tuple(dict.fromkeys(name for name in found if name))


def _aeon_span(start: str, end: str) -> TimeSpan | None:
    first, last = _granule(start), _granule(end)
    if first is None:
        return None
    if last is None or last[0] < first[0]:
        return TimeSpan.at(*first)
    precision = min(first[1], last[1])
    # A time of day ends a stretch; a date is the last day, month or year of it.
    is_moment = last[1] < Precision.DAY and last[0] > first[0]
    return span_between(first[0], last[0] if is_moment else granule_end(*last), precision)


def _granule(text: str) -> tuple[int, Precision] | None:
    """The begin and the precision of a date, in ISO 8601 or in English words, with its era."""
    era = _ERA.search(text)
    bare = text[: era.start()] if era else text.strip()
    found = _ISO.fullmatch(bare)
    if found is None:
        written = find_full_dates(bare)
        return (written[0].date.instant, Precision.DAY) if written else None
    is_before = era is not None and era[1].upper().startswith("B")
    return _from_parts([int(part) for part in found.groups() if part is not None], is_before)


def _from_parts(parts: list[int], is_before: bool) -> tuple[int, Precision] | None:  # noqa: FBT001
    year, month, day, *clock = [*parts, 1, 1][: max(3, len(parts))]
    year = 1 - year if is_before else year
    if not is_valid_date(year, month, day) or any(part > 59 for part in clock):
        return None
    if any(clock):
        if clock[0] > 23:
            return None
        return instant_at(year, month, day, *clock), Precision.MINUTE
    precision = (Precision.YEAR, Precision.MONTH, Precision.DAY)[min(len(parts), 3) - 1]
    return instant_at(year, month, day), precision
