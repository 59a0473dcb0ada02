"""Records as they come from the disk: each made into a value when it is first asked for.

A project of 100,000 events has as much evidence, most of which nobody looks at in a sitting. To
make it all would take half the time of opening.
"""

from __future__ import annotations

from operator import itemgetter
from pathlib import Path
from typing import Any, Generic, TypeVar

from timeline_app.domain import Event, Evidence, ReviewStatus
from timeline_app.domain.time.span import order_of_bounds
from timeline_app.storage.codec import decode_event, decode_evidence, decode_status
from timeline_app.storage.failures import damage_noticed
from timeline_app.storage.spans import SPAN_COLUMNS, Row

_T = TypeVar("_T")


class LazyRows:
    """What the rows of one reading share: where they come from and what their columns are."""

    __slots__ = ("columns", "known", "path")

    def __init__(self, path: Path, columns: tuple[str, ...], known: tuple[str, ...]) -> None:
        """`known` are the columns that are looked at before the value is made."""
        self.path, self.columns = path, columns
        self.known = itemgetter(*map(columns.index, known))


class LazyRecord(Generic[_T]):
    """One row of a table; `row` has its values until the record is made."""

    __slots__ = ("_value", "id", "row", "shared")

    KNOWN: tuple[str, ...]

    id: int
    row: tuple[Any, ...]
    shared: LazyRows
    _value: _T | None

    @staticmethod
    def _decode(row: Row) -> _T:
        """The value of a row."""
        raise NotImplementedError

    def value(self) -> _T:
        """The record, made once. Raises DamagedProject when the row makes no sense."""
        values = self.row
        if self._value is None:
            with damage_noticed(self.shared.path):
                self._value = self._decode(dict(zip(self.shared.columns, values, strict=True)))
            self.row = ()  # only after the value is there: another thread may ask, too
        return self._value


class LazyEvidence(LazyRecord[Evidence]):
    """A piece of evidence; `place` orders it in the text of its article."""

    __slots__ = ("article_id", "event_id", "place")

    KNOWN = ("id", "event_id", "article_id", "quote_start", "trigger_start")
    _decode = staticmethod(decode_evidence)

    event_id: int
    article_id: int
    place: tuple[int, int, int]

    def __init__(self, rows: LazyRows, values: tuple[Any, ...]) -> None:
        self.shared, self.row, self._value = rows, values, None
        self.id, self.event_id, self.article_id, quote, named = rows.known(values)
        self.place = (quote, quote if named is None else named, self.id)


class LazyEvent(LazyRecord[Event]):
    """An event, of which what orders and counts it is known already."""

    __slots__ = ("is_dated", "status")

    KNOWN = ("id", "status", *SPAN_COLUMNS)
    _decode = staticmethod(decode_event)

    def __init__(self, rows: LazyRows, values: tuple[Any, ...]) -> None:
        self.shared, self.row, self._value = rows, values, None
        self.id, status, text, *_bounds = rows.known(values)
        self.status: ReviewStatus = decode_status(status)
        self.is_dated: bool = text is not None

    @property
    def title(self) -> str:
        """Its title, for which it is not made."""
        values = self.row
        if self._value is not None:
            return self._value.title
        title: str = values[self.shared.columns.index("title")]
        return title

    def order(self) -> tuple[int, int, int] | None:
        """The `sort_key` of its span; None when it has none."""
        values = self.row
        if self._value is not None:
            return self._value.order()
        _own, _status, _text, *bounds = self.shared.known(values)
        return order_of_bounds(*bounds) if self.is_dated else None
