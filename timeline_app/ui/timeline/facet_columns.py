"""What events can be filtered by, as columns of numbers: filtering walks over no objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from timeline_app.domain import Certainty, Event
from timeline_app.domain.time.wording import date_in_words
from timeline_app.layout import REST, MarkLook
from timeline_app.layout.entry_table import Slots
from timeline_app.layout.placing import Flags
from timeline_app.services.project import Project
from timeline_app.ui.timeline.date_kinds import DATE_KINDS, date_kind
from timeline_app.ui.timeline.grouping import FACTUALITY_TITLES, article_names, article_numbers


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
    """One facet of all events: pairs of an event's place and the place of a value it has.

    Every event is in some pair: what has no value has that of `REST`.
    """

    facet: Facet
    values: tuple[FacetKey, ...]
    event_of_pair: Slots
    value_of_pair: Slots

    def passing(self, hidden: frozenset[str], count: int) -> Flags:
        """Which of `count` events have a value that is not among the hidden keys."""
        is_shown = np.array([value.key not in hidden for value in self.values], dtype=np.bool_)
        result: Flags = np.zeros(count, dtype=np.bool_)
        result[self.event_of_pair[is_shown[self.value_of_pair]]] = True
        return result

    def changed(self, event: int, key: str) -> FacetColumn | None:
        """With another value for an event that has one; None when no other event has that yet."""
        place = next((i for i, value in enumerate(self.values) if value.key == key), None)
        if place is None:
            return None
        pairs = np.where(self.event_of_pair == event, place, self.value_of_pair)
        return replace(self, value_of_pair=pairs)

    def counts(self, among: Flags) -> list[int]:
        """How many of these events have each value."""
        pairs = self.value_of_pair[among[self.event_of_pair]]
        counts: list[int] = np.bincount(pairs, minlength=len(self.values)).tolist()
        return counts


_NAMED: Mapping[Facet, tuple[str, Callable[[Event], Sequence[str]]]] = {
    Facet.PERSON: ("Nobody named", lambda event: event.people),
    Facet.ORGANISATION: ("None named", lambda event: event.organisations),
    Facet.PLACE: ("None named", lambda event: event.places),
    Facet.TAG: ("No tag", lambda event: event.tags),
}
_CERTAINTIES = tuple(FacetKey(each.value, each.value.capitalize()) for each in Certainty)
_STATUSES = tuple(FacetKey(each.value, title) for each, title in FACTUALITY_TITLES.items())
_KINDS = tuple(FacetKey(kind.title, kind.title, kind.look) for kind in DATE_KINDS)


def facet_columns(project: Project, events: Sequence[Event]) -> tuple[FacetColumn, ...]:
    """The columns of all facets in which events differ or have a value at all."""
    columns = [
        *(_named(facet, events) for facet in _NAMED),
        _column(Facet.DATE, _KINDS, [[date_kind(event).title] for event in events]),
        _column(Facet.STATUS, _STATUSES, [[event.factuality.value] for event in events]),
        _column(Facet.CERTAINTY, _CERTAINTIES, [[event.certainty.value] for event in events]),
        _articles(project, events),
    ]
    return tuple(column for column in columns if any(v.key != REST for v in column.values))


def changed_columns(
    columns: Sequence[FacetColumn], place: int, before: Event, after: Event
) -> tuple[FacetColumn, ...] | None:
    """The columns when an event of the same names has changed; None when they have to be made anew.

    `place` is that of the event among all events.
    """
    if any(names_of(before) != names_of(after) for _, names_of in _NAMED.values()):
        return None
    keys = {
        Facet.DATE: date_kind(after).title,
        Facet.STATUS: after.factuality.value,
        Facet.CERTAINTY: after.certainty.value,
    }
    changed = [
        column.changed(place, keys[column.facet]) if column.facet in keys else column
        for column in columns
    ]
    known = tuple(column for column in changed if column is not None)
    return known if len(known) == len(changed) else None


def _named(facet: Facet, events: Sequence[Event]) -> FacetColumn:
    """The names in order of how many events have them."""
    without, names_of = _NAMED[facet]
    names = [names_of(event) or (REST,) for event in events]
    counts: dict[str, int] = {}
    for each in names:
        for name in each:
            counts[name] = counts.get(name, 0) + 1
    ordered = sorted(counts, key=lambda name: (name == REST, -counts[name], name))
    return _column(facet, [FacetKey(name, name or without) for name in ordered], names)


def _articles(project: Project, events: Sequence[Event]) -> FacetColumn:
    names = article_names(project)
    values = []
    for article_id, number in article_numbers(project).items():
        day = project.articles[article_id].published
        when = f", {date_in_words(day, with_weekday=False)}" if day is not None else ""
        values.append(FacetKey(str(article_id), f"{number}  {names[article_id]}{when}"))
    ids = [[str(a.id) for a in project.articles_of_event(e.id)] or [REST] for e in events]
    return _column(Facet.ARTICLE, [*values, FacetKey(REST, "Entered by hand")], ids)


def _column(facet: Facet, values: Sequence[FacetKey], keys: Sequence[Sequence[str]]) -> FacetColumn:
    """The column of the keys that each event has; values that none has are left out."""
    used = {key for each in keys for key in each}
    kept = tuple(value for value in values if value.key in used)
    places = {value.key: place for place, value in enumerate(kept)}
    pairs = [(event, places[key]) for event, each in enumerate(keys) for key in each]
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return FacetColumn(facet, kept, table[:, 0].copy(), table[:, 1].copy())
