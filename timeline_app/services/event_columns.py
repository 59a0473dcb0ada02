"""The events that a timeline can show, as columns: none of them has to be made to be sorted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import attrgetter, itemgetter
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from timeline_app.domain import Event, NameKind, ReviewStatus
from timeline_app.domain.time import SpanShape, TimeSpan
from timeline_app.layout.coded import Coded, joined, paired
from timeline_app.services.linked_order import in_linked_order
from timeline_app.services.project import Project
from timeline_app.storage.lazy import LazyEvent
from timeline_app.storage.unmade_events import State, UnmadeEvents

Names = Coded[tuple[str, ...]]
Ids = npt.NDArray[np.int64]

_LAST = 2**63 - 1  # what a column holds at most
_DRAWN = frozenset({ReviewStatus.ACCEPTED, ReviewStatus.PROPOSED})
_HashableT = TypeVar("_HashableT", bound=Hashable)
_NAMED = ("people", "organisations", "places")


class EventColumns:
    """The events of a project that have a place in time and are neither rejected nor folded.

    They stand in order of time; those that begin together as they are linked. A row is the place
    of an event in that order. `articles` are the ids of those that tell of an event, the oldest
    evidence first; people, organisations and places go by the names that are shown.
    """

    def __init__(
        self, project: Project, events: Iterable[Event | LazyEvent], *, with_proposals: bool = True
    ) -> None:
        self._project = project
        self._statuses = _DRAWN if with_proposals else _DRAWN - {ReviewStatus.PROPOSED}
        self._held = list(events)
        read = _Reading(self._held)
        spans, states = read.spans(), read.states()
        ids = np.fromiter((event.id for event in self._held), np.int64, len(self._held))
        rows = self._rows_in_order(ids, spans, states)
        self._places = rows
        self.ids: Ids = ids[rows]
        self._sorter = np.argsort(self.ids, kind="stable")
        known, states = spans.rows(rows), states.rows(rows)
        self.spans = Coded(known.codes, tuple(each for each in known.values if each is not None))
        self.statuses = states.mapped(itemgetter(0))
        self.factualities = states.mapped(itemgetter(1))
        self.certainties = states.mapped(itemgetter(2))
        self.people, self.organisations, self.places = (
            read.names(column).rows(rows).mapped(self._shown(kind))
            for column, kind in zip(_NAMED, NameKind, strict=True)
        )
        self.tags = read.names("tags").rows(rows)
        self.articles = Coded.of(project.articles_of_events(ids.tolist())).rows(rows)

    @classmethod
    def of_project(cls, project: Project, *, with_proposals: bool = True) -> EventColumns:
        """Of all events, or of those alone that were accepted."""
        return cls(project, project.held_events(), with_proposals=with_proposals)

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def actors(self) -> Names:
        """People and organisations together, people first."""
        return paired(self.people, self.organisations).mapped(lambda pair: pair[0] + pair[1])

    def event(self, row: int) -> Event:
        """The event of a row as it was read, under the names that are shown."""
        held = self._held[self._places[row]]
        return self._project.shown(held.value() if isinstance(held, LazyEvent) else held)

    def title(self, row: int) -> str:
        """The title of the event of a row."""
        return self._held[int(self._places[row])].title

    def row_of(self, event_id: int) -> int | None:
        """The row of an event; None when it has none."""
        place = int(np.searchsorted(self.ids, event_id, sorter=self._sorter))
        if place == len(self.ids):
            return None
        row = int(self._sorter[place])
        return row if self.ids[row] == event_id else None

    def change(self, event: Event) -> int | None:
        """Take in how an event is now, under the names that are shown; its row, where it stays.

        None where it came or went, or names others than before: then all has to be read anew.
        """
        row = self.row_of(event.id)
        if row is None or event.span is None or event.span.shape is SpanShape.UNKNOWN:
            return None
        if event.status not in self._statuses or self._names(row) != _names_of(event):
            return None
        self._held[self._places[row]] = event
        self.spans = self.spans.put(row, event.span)
        self.statuses = self.statuses.put(row, event.status)
        self.factualities = self.factualities.put(row, event.factuality)
        self.certainties = self.certainties.put(row, event.certainty)
        return row

    def _names(self, row: int) -> tuple[tuple[str, ...], ...]:
        return self.people[row], self.organisations[row], self.places[row], self.tags[row]

    def _shown(self, kind: NameKind) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
        names = self._project.names
        return lambda each: names.shown_names(kind, each)

    def _rows_in_order(self, ids: Ids, spans: Coded[TimeSpan | None], states: Coded[State]) -> Ids:
        """Where the events that can be shown stand, in order of time."""
        is_wanted = states.are(lambda state: state[0] in self._statuses)
        rows: Ids = np.flatnonzero(spans.are(_has_place) & is_wanted)
        keys = [spans.numbers(_part_of_order(part))[rows] for part in range(3)]
        rows = rows[np.lexsort((ids[rows], *reversed(keys)))]
        return self._linked(ids, rows, spans)

    def _linked(self, ids: Ids, rows: Ids, spans: Coded[TimeSpan | None]) -> Ids:
        """The rows, those that begin together as they are linked."""
        rulings = self._project.rulings.values()
        if not rulings:
            return rows
        row_of = dict(zip(ids[rows].tolist(), rows.tolist(), strict=True))

        def begin_of(event_id: int) -> int:
            return _order(spans[row_of[event_id]])[0]

        ordered = in_linked_order(list(row_of), rulings, begin_of)
        return np.array([row_of[event_id] for event_id in ordered], dtype=np.int64)


class _Reading:
    """Reads the columns of events, of which some are made already, in their order."""

    def __init__(self, events: Sequence[Event | LazyEvent]) -> None:
        self._unmade = UnmadeEvents(events)
        self._made = self._unmade.rest.values()
        self._back = np.argsort(np.array([*self._unmade.places, *self._unmade.rest], np.int64))

    def spans(self) -> Coded[TimeSpan | None]:
        return self._joined(self._unmade.spans(), (event.span for event in self._made))

    def states(self) -> Coded[State]:
        states = ((each.status, each.factuality, each.certainty) for each in self._made)
        return self._joined(self._unmade.states(), states)

    def names(self, field: str) -> Names:
        return self._joined(self._unmade.names(field), map(attrgetter(field), self._made))

    def _joined(self, unmade: Coded[_HashableT], made: Iterable[_HashableT]) -> Coded[_HashableT]:
        if not self._made:
            return unmade
        return joined(unmade, Coded.of(made)).rows(self._back)


def _names_of(event: Event) -> tuple[tuple[str, ...], ...]:
    return event.people, event.organisations, event.places, event.tags


def _has_place(span: TimeSpan | None) -> bool:
    return span is not None and span.shape is not SpanShape.UNKNOWN


def _order(span: TimeSpan | None) -> tuple[int, int, int]:
    return (0, 0, 0) if span is None else span.sort_key()


def _part_of_order(part: int) -> Callable[[TimeSpan | None], int]:
    return lambda span: min(_order(span)[part], _LAST)
