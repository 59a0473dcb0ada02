"""The filter of the timeline: which events it lets through, and how many each value would leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np

from timeline_app.domain import Event
from timeline_app.domain.time import TimeSpan
from timeline_app.layout import MarkLook
from timeline_app.layout.marks import mark_bounds
from timeline_app.layout.placing import Flags
from timeline_app.layout.scale import Instants
from timeline_app.services.event_columns import EventColumns
from timeline_app.services.finding import text_of_event, words_of
from timeline_app.services.project import Project
from timeline_app.ui.timeline.facet_columns import (
    Facet,
    FacetColumn,
    changed_columns,
    facet_columns,
)
from timeline_app.ui.timeline.scene import noon

_ALWAYS, _NEVER = -(2**63), 2**63 - 1  # instants

Hidden = frozenset[tuple[Facet, str]]


@dataclass(frozen=True, slots=True)
class Filter:
    """What is let through.

    An event passes when it has a value in every facet that is not hidden, has all words of `text`,
    shares some time with the stretch from `since` to `until`, and is told of in an article that was
    published by the end of `known_by`. What rests on no article was always known.
    """

    hidden: Hidden = frozenset()
    text: str = ""
    since: TimeSpan | None = None
    until: TimeSpan | None = None
    known_by: TimeSpan | None = None

    @property
    def is_empty(self) -> bool:
        """Whether everything is let through."""
        return self == Filter()

    def turned(self, facet: Facet, key: str) -> Filter:
        """With a value hidden that was not, or not hidden that was."""
        return replace(self, hidden=self.hidden ^ {(facet, key)})

    def only(self, facet: Facet, key: str, keys: Sequence[str]) -> Filter:
        """With all other `keys` of a facet hidden; with none, if they are so already."""
        elsewhere = frozenset(pair for pair in self.hidden if pair[0] is not facet)
        others = frozenset((facet, other) for other in keys if other != key)
        is_only = self.hidden - elsewhere >= others and (facet, key) not in self.hidden
        return replace(self, hidden=elsewhere if is_only else elsewhere | others)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One row of a facet: its key and name, its mark, how many events have it.

    `count` are those that the rest of the filter lets through, `total` all of them.
    """

    facet: Facet
    key: str
    title: str
    count: int
    total: int
    look: MarkLook | None = None


@dataclass(frozen=True, slots=True)
class Filtered:
    """What a filter comes to: which events pass, and the rows of the facets."""

    passing: Flags
    values: tuple[FacetValue, ...] = field(default=())

    @property
    def count(self) -> int:
        """How many events pass."""
        return int(np.count_nonzero(self.passing))


class FacetTable:
    """The events that a timeline can show, with the columns they are filtered by."""

    def __init__(self, project: Project, *, with_proposals: bool = True) -> None:
        self.events = EventColumns.of_project(project, with_proposals=with_proposals)
        self._columns = facet_columns(project, self.events)
        self._totals = [column.counts(self._all()) for column in self._columns]
        stretches = np.array([_stretch(span) for span in self.events.spans.values], dtype=np.int64)
        self._begin, self._end, self.middles = stretches.reshape(-1, 3)[self.events.spans.codes].T
        self._project = project
        self._texts: list[str] | None = None
        self._first_told: Instants | None = None

    def change(self, event: Event) -> int | None:
        """Take in how an event is now; its row, or None when the table has to be made anew."""
        row = self.events.change(event)
        columns = changed_columns(self._columns, row, event) if row is not None else None
        if row is None or columns is None:
            return None
        self._columns = columns
        self._totals = [column.counts(self._all()) for column in columns]
        stretch = _stretch(self.events.spans[row])
        self._begin[row], self._end[row], self.middles[row] = stretch
        if self._texts is not None:
            self._texts[row] = text_of_event(self._project, event)
        return row

    def filtered(self, chosen: Filter) -> Filtered:
        """Apply a filter."""
        rest = self.matching(chosen.text) & self._within(chosen.since, chosen.until)
        if chosen.known_by is not None and chosen.known_by.end is not None:
            rest &= self._told < chosen.known_by.end
        hidden: Mapping[Facet, frozenset[str]] = {
            column.facet: frozenset(key for facet, key in chosen.hidden if facet is column.facet)
            for column in self._columns
        }
        by_facet = [column.passing(hidden[column.facet], len(rest)) for column in self._columns]
        failed = np.zeros(len(rest), dtype=np.int8)
        for passing in by_facet:
            failed += ~passing
        values: list[FacetValue] = []
        for column, passing, totals in zip(self._columns, by_facet, self._totals, strict=True):
            others = rest & (failed == ~passing)
            values += _rows(column, column.counts(others), totals)
        return Filtered(rest & (failed == 0), tuple(values))

    def matching(self, text: str) -> Flags:
        """Which events have all words of a text; all of them when it has none."""
        result, words = self._all(), words_of(text)
        for word in words:
            result &= np.fromiter((word in each for each in self._searched), np.bool_, len(result))
        return result

    def stretches(self, among: Flags) -> tuple[Instants, Instants]:
        """Where the marks of these events begin, and where they end."""
        return self._begin[among], self._end[among]

    def ids(self, among: Flags) -> frozenset[int]:
        """The ids of these events."""
        return frozenset(self.events.ids[among].tolist())

    @property
    def _searched(self) -> list[str]:
        if self._texts is None:
            events = map(self.events.event, range(len(self.events)))
            self._texts = [text_of_event(self._project, event) for event in events]
        return self._texts

    @property
    def _told(self) -> Instants:
        """The middle of the day on which each event was first told of."""
        if self._first_told is None:
            self._first_told = self.events.articles.numbers(partial(_first_told, self._project))
        return self._first_told

    def _all(self) -> Flags:
        return np.ones(len(self.events), dtype=np.bool_)

    def _within(self, since: TimeSpan | None, until: TimeSpan | None) -> Flags:
        result = self._all()
        if since is not None and since.begin is not None:
            result &= self._end >= since.begin
        if until is not None and until.end is not None:
            result &= self._begin < until.end
        return result


def _stretch(span: TimeSpan) -> tuple[int, int, int]:
    """Where the mark of a date begins, ends, and where its core begins."""
    bounds = mark_bounds(span)
    return (0, 0, 0) if bounds is None else (bounds.x1, bounds.x2, bounds.c1)


def _first_told(project: Project, article_ids: Sequence[int]) -> int:
    articles = [project.articles[each] for each in article_ids]
    days = [noon(article) for article in articles if article.published is not None]
    return min(days, default=_ALWAYS if not articles else _NEVER)


def _rows(column: FacetColumn, counts: Sequence[int], totals: Sequence[int]) -> list[FacetValue]:
    return [
        FacetValue(column.facet, value.key, value.title, count, total, value.look)
        for value, count, total in zip(column.values, counts, totals, strict=True)
    ]
