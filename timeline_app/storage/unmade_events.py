"""Events as columns, read from their rows: for what sorts very many and looks at few."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import compress
from operator import itemgetter, not_
from typing import Any, TypeVar

from timeline_app.domain import Certainty, Event, Factuality, ReviewStatus
from timeline_app.domain.time import TimeSpan
from timeline_app.layout.coded import Coded
from timeline_app.storage.codec import (
    decode_certainty,
    decode_factuality,
    decode_names,
    decode_status,
)
from timeline_app.storage.failures import damage_noticed
from timeline_app.storage.lazy import LazyEvent
from timeline_app.storage.spans import SPAN_COLUMNS, decode_span_values

_HashableT = TypeVar("_HashableT", bound=Hashable)
State = tuple[ReviewStatus, Factuality, Certainty]


class UnmadeEvents:
    """Those of some events whose values nobody has asked for yet, to be read column by column.

    `places` are where they stand among all, `rest` the others by where they stand. What makes no
    sense raises DamagedProject.
    """

    def __init__(self, events: Sequence[Event | LazyEvent]) -> None:
        rows = [event.row if isinstance(event, LazyEvent) else () for event in events]
        self.places = list(compress(range(len(rows)), rows))
        others = compress(range(len(rows)), map(not_, rows))
        self.rest = {place: _made(events[place]) for place in others}
        self._rows = list(filter(None, rows))
        lazy = (event for event in events if isinstance(event, LazyEvent))
        self._shared = next((event.shared for event in lazy), None)

    def spans(self) -> Coded[TimeSpan | None]:
        """When each of them was."""
        texts = Coded.of(self._column("when_edtf"))
        rows = (self._rows[row] for row in texts.first_rows())  # the same text has the same bounds
        indices = self._indices(SPAN_COLUMNS)
        bounds = tuple(tuple(row[index] for index in indices) for row in rows)
        return self._decoded(Coded(texts.codes, bounds), decode_span_values)

    def states(self) -> Coded[State]:
        """What has become of each of them, what the sources say of it, and how certain it is."""
        states = self._column("status", "factuality", "certainty")
        return self._decoded(Coded.of(states), _state)

    def names(self, column: str) -> Coded[tuple[str, ...]]:
        """The names, or tags, of each of them."""
        return self._decoded(Coded.of(self._column(column)), decode_names)

    def _decoded(self, keys: Coded[Any], decode: Callable[[Any], _HashableT]) -> Coded[_HashableT]:
        if self._shared is None:
            return keys.mapped(decode)
        with damage_noticed(self._shared.path):
            return keys.mapped(decode)

    def _column(self, *names: str) -> Iterator[Any]:
        return map(itemgetter(*self._indices(names)), self._rows) if self._rows else iter(())

    def _indices(self, names: Iterable[str]) -> tuple[int, ...]:
        return tuple(map(self._shared.columns.index, names)) if self._shared is not None else ()


def _made(event: Event | LazyEvent) -> Event:
    return event.value() if isinstance(event, LazyEvent) else event


def _state(values: tuple[str, str, str]) -> State:
    status, factuality, certainty = values
    return decode_status(status), decode_factuality(factuality), decode_certainty(certainty)
