"""What events can be filtered by, as columns of numbers: filtering walks over no objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

import numpy as np

from timeline_app.domain import Certainty, Event
from timeline_app.domain.time.wording import date_in_words
from timeline_app.layout import REST, MarkLook
from timeline_app.layout.coded import Coded, Pairs
from timeline_app.layout.placing import Flags
from timeline_app.services.event_columns import EventColumns, Names
from timeline_app.services.project import Project
from timeline_app.ui.timeline.date_kinds import DATE_KINDS, date_kind
from timeline_app.ui.timeline.grouping import FACTUALITY_TITLES, article_names, article_numbers

_T = TypeVar("_T")


class Facet(StrEnum):
    """A way to look at events; the order is that of the panel."""

    PERSON = "People"
    ORGANISATION = "Organisations"
    PLACE = "Places"
    TAG = "Tags"
    DATE = "Date"
    STATUS = "Status"
    CERTAINTY = "Certainty"
    ARTICLE = "Articles"


@dataclass(frozen=True, slots=True)
class FacetKey:
    """A value that events can have in a facet, and its mark where it has one."""

    key: str
    title: str
    look: MarkLook | None = None


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """One facet of all events: pairs of an event's row and the place of a value it has.

    Every event is in some pair: what has no value has that of `REST`.
    """

    facet: Facet
    values: tuple[FacetKey, ...]
    pairs: Pairs

    def passing(self, hidden: frozenset[str], count: int) -> Flags:
        """Which of `count` events have a value that is not among the hidden keys."""
        is_shown = np.array([value.key not in hidden for value in self.values], dtype=np.bool_)
        result: Flags = np.zeros(count, dtype=np.bool_)
        result[self.pairs.row[is_shown[self.pairs.thing]]] = True
        return result

    def changed(self, event: int, key: str) -> FacetColumn | None:
        """With another value for an event that has one; None when no other event has that yet."""
        place = next((i for i, value in enumerate(self.values) if value.key == key), None)
        if place is None:
            return None
        values = np.where(self.pairs.row == event, place, self.pairs.thing)
        return replace(self, pairs=Pairs(self.pairs.row, values))

    def counts(self, among: Flags) -> list[int]:
        """How many of these events have each value."""
        found = self.pairs.thing[among[self.pairs.row]]
        counts: list[int] = np.bincount(found, minlength=len(self.values)).tolist()
        return counts


_NAMED: Mapping[Facet, tuple[str, Callable[[EventColumns], Names]]] = {
    Facet.PERSON: ("Nobody named", lambda events: events.people),
    Facet.ORGANISATION: ("None named", lambda events: events.organisations),
    Facet.PLACE: ("None named", lambda events: events.places),
    Facet.TAG: ("No tag", lambda events: events.tags),
}
_CERTAINTIES = tuple(FacetKey(each.value, each.value.capitalize()) for each in Certainty)
_STATUSES = tuple(FacetKey(each.value, title) for each, title in FACTUALITY_TITLES.items())
_KINDS = tuple(FacetKey(kind.title, kind.title, kind.look) for kind in DATE_KINDS)


def facet_columns(project: Project, events: EventColumns) -> tuple[FacetColumn, ...]:
    """The columns of all facets in which events differ or have a value at all."""
    columns = [
        *(_named(facet, events) for facet in _NAMED),
        _column(Facet.DATE, _KINDS, _single(events.spans, lambda span: date_kind(span).title)),
        _column(Facet.STATUS, _STATUSES, _single(events.factualities, str)),
        _column(Facet.CERTAINTY, _CERTAINTIES, _single(events.certainties, str)),
        _articles(project, events),
    ]
    return tuple(column for column in columns if any(v.key != REST for v in column.values))


def changed_columns(
    columns: Sequence[FacetColumn], row: int, after: Event
) -> tuple[FacetColumn, ...] | None:
    """The columns when an event has changed, but for its names; None when all are to be made anew.

    `row` is that of the event in the columns of events.
    """
    keys = {
        Facet.STATUS: after.factuality.value,
        Facet.CERTAINTY: after.certainty.value,
    }
    if after.span is not None:
        keys[Facet.DATE] = date_kind(after.span).title
    changed = [
        column.changed(row, keys[column.facet]) if column.facet in keys else column
        for column in columns
    ]
    known = tuple(column for column in changed if column is not None)
    return known if len(known) == len(changed) else None


def _named(facet: Facet, events: EventColumns) -> FacetColumn:
    """The names in order of how many events have them."""
    without, names_of = _NAMED[facet]
    names = names_of(events)
    counts = Counter[str]()
    for each, count in zip(names.values, names.counts(), strict=True):
        counts.update(dict.fromkeys(each or (REST,), count))
    ordered = sorted(counts, key=lambda name: (name == REST, -counts[name], name))
    return _column(facet, [FacetKey(name, name or without) for name in ordered], names)


def _articles(project: Project, events: EventColumns) -> FacetColumn:
    names = article_names(project)
    values = []
    for article_id, number in article_numbers(project).items():
        day = project.articles[article_id].published
        when = f", {date_in_words(day, with_weekday=False)}" if day is not None else ""
        values.append(FacetKey(str(article_id), f"{number}  {names[article_id]}{when}"))
    ids = events.articles.mapped(lambda each: tuple(map(str, each)))
    return _column(Facet.ARTICLE, [*values, FacetKey(REST, "Entered by hand")], ids)


def _single(column: Coded[_T], key_of: Callable[[_T], str]) -> Names:
    def keys_of(value: _T) -> tuple[str, ...]:
        return (key_of(value),)

    return column.mapped(keys_of)


def _column(facet: Facet, values: Sequence[FacetKey], keys: Names) -> FacetColumn:
    """The column of the keys that each event has; values that none has are left out."""
    used = {key for each in keys.values for key in each or (REST,)}
    kept = tuple(value for value in values if value.key in used)
    places = {value.key: place for place, value in enumerate(kept)}
    pairs = Pairs.of(keys, lambda each: [places[key] for key in each or (REST,)])
    return FacetColumn(facet, kept, pairs)
