"""Facets: by what events can be filtered, how many there are of each, and which are let through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.domain import Event
from timeline_app.domain.time.wording import date_in_words
from timeline_app.layout import REST, MarkKind, MarkLook, mark_for, tone_of_lane
from timeline_app.services.project import Project
from timeline_app.ui.timeline.scene import (
    FACTUALITY_TITLES,
    actor_keys,
    actor_order,
    article_names,
    article_numbers,
    drawable_events,
)


class Facet(StrEnum):
    """A way to look at events."""

    ACTOR = "Actor"
    DATE = "Date"
    STATUS = "Status"
    ARTICLE = "Article"


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One row of a facet: its key and name, how many events have it, and its colour or mark."""

    facet: Facet
    key: str
    title: str
    count: int
    tone: str = ""
    look: MarkLook | None = None


Hidden = frozenset[tuple[Facet, str]]
_NO_ARTICLE = "none"

_DATE_GROUPS: Sequence[tuple[str, MarkLook, Collection[MarkKind]]] = (
    ("Day known", MarkLook(MarkKind.POINT), (MarkKind.POINT, MarkKind.ABOUT)),
    ("Period", MarkLook(MarkKind.PERIOD), (MarkKind.PERIOD,)),
    ("Sometime within", MarkLook(MarkKind.WITHIN), (MarkKind.WITHIN, MarkKind.CORE)),
    (
        "Open, one side",
        MarkLook(MarkKind.BEFORE),
        (MarkKind.BEFORE, MarkKind.AFTER, MarkKind.ONGOING, MarkKind.UNTIL),
    ),
    ("Disputed", MarkLook(MarkKind.DISPUTED), (MarkKind.DISPUTED,)),
)


class Facets:
    """The facets of a project's drawable events."""

    def __init__(self, project: Project, *, with_proposals: bool = True) -> None:
        self._project = project
        self.events = drawable_events(project, with_proposals=with_proposals)
        self._actors = actor_keys(project)
        self._keys = {event.id: self._keys_of(event) for event in self.events}

    def passing(self, hidden: Hidden) -> list[Event]:
        """The events that have a value that is not hidden in every facet."""
        return [event for event in self.events if self._passes(event, hidden)]

    def values(self) -> list[FacetValue]:
        """All rows of all facets, each with its count over all events."""
        counts: Mapping[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
        for keys in self._keys.values():
            for facet, values in keys.items():
                counts[facet].update(values)
        return [
            *self._actor_values(counts[Facet.ACTOR]),
            *(
                FacetValue(Facet.DATE, title, title, counts[Facet.DATE][title], look=look)
                for title, look, _ in _DATE_GROUPS
                if counts[Facet.DATE][title]
            ),
            *(
                FacetValue(Facet.STATUS, key.value, title, counts[Facet.STATUS][key.value])
                for key, title in FACTUALITY_TITLES.items()
                if counts[Facet.STATUS][key.value]
            ),
            *self._article_values(counts[Facet.ARTICLE]),
        ]

    def _passes(self, event: Event, hidden: Hidden) -> bool:
        return all(
            any((facet, key) not in hidden for key in keys)
            for facet, keys in self._keys[event.id].items()
        )

    def _keys_of(self, event: Event) -> dict[Facet, Sequence[str]]:
        articles = self._project.articles_of_event(event.id)
        return {
            Facet.ACTOR: [self._actors.get(event.id, REST)],
            Facet.DATE: [_date_group(event)],
            Facet.STATUS: [event.factuality.value],
            Facet.ARTICLE: [str(article.id) for article in articles] or [_NO_ARTICLE],
        }

    def _actor_values(self, counts: Counter[str]) -> list[FacetValue]:
        order = actor_order(self._actors.values())
        rows = [
            FacetValue(Facet.ACTOR, key, key, counts[key], tone_of_lane(index))
            for index, key in enumerate(order)
            if counts[key]
        ]
        if counts[REST]:
            rows.append(FacetValue(Facet.ACTOR, REST, "Others", counts[REST], "text2"))
        return rows

    def _article_values(self, counts: Counter[str]) -> list[FacetValue]:
        names = article_names(self._project)
        rows = []
        for article_id, number in article_numbers(self._project).items():
            day = self._project.articles[article_id].published
            when = f", {date_in_words(day, with_weekday=False)}" if day is not None else ""
            key, title = str(article_id), f"{number}  {names[article_id]}{when}"
            if counts[key]:
                rows.append(FacetValue(Facet.ARTICLE, key, title, counts[key]))
        if counts[_NO_ARTICLE]:
            rows.append(
                FacetValue(Facet.ARTICLE, _NO_ARTICLE, "Entered by hand", counts[_NO_ARTICLE])
            )
        return rows


def _date_group(event: Event) -> str:
    look = mark_for(event)
    kind = look.kind if look is not None else MarkKind.POINT
    return next(title for title, _, kinds in _DATE_GROUPS if kind in kinds)
