"""Which lane each event stands in, and why: one row for each thing that lanes can stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline_app.domain import Article, Factuality
from timeline_app.layout import REST, LaneGrouping, main_keys
from timeline_app.layout.coded import Coded
from timeline_app.services.event_columns import EventColumns, Names
from timeline_app.services.project import Project
from timeline_app.ui.timeline.date_kinds import DATE_KINDS, date_kind

FACTUALITY_TITLES: Mapping[Factuality, str] = {
    Factuality.HAPPENED: "Happened",
    Factuality.UNDER_WAY: "Under way",
    Factuality.SAID: "Said",
    Factuality.PLANNED: "Planned",
    Factuality.POSSIBLE: "Possible",
    Factuality.DENIED: "Denied",
}
_FEWEST_NAMES, _MOST_NAMES, _MOST_ARTICLES = 6, 12, 40
_EVENTS_PER_NAME = 6  # so that few events are not spread over many lanes
_NAMES: Mapping[LaneGrouping, tuple[str, Callable[[EventColumns], Names]]] = {
    LaneGrouping.ACTOR: ("person or organisation", lambda events: events.actors),
    LaneGrouping.PERSON: ("person", lambda events: events.people),
    LaneGrouping.ORGANISATION: ("organisation", lambda events: events.organisations),
    LaneGrouping.PLACE: ("place", lambda events: events.places),
    LaneGrouping.TAG: ("tag", lambda events: events.tags),
}


@dataclass(frozen=True, slots=True)
class Grouped:
    """The key of a lane for each event, the names of lanes, their order, and how it was chosen."""

    keys: Coded[str]
    order: Sequence[str]
    note: str
    titles: Mapping[str, str] = field(default_factory=dict)
    rest_title: str = "Others"


def group_events(project: Project, events: EventColumns, grouping: LaneGrouping) -> Grouped:
    """Sort events into lanes; each stands in one."""
    if grouping in _NAMES:
        thing, names_of = _NAMES[grouping]
        return _by_name(names_of(events), thing)
    match grouping:
        case LaneGrouping.ARTICLE:
            return _by_article(project, events)
        case LaneGrouping.SOURCE:
            return _by_source(project, events)
        case LaneGrouping.KIND:
            keys = events.spans.mapped(lambda span: date_kind(span).title)
            order = [kind.title for kind in DATE_KINDS]
            return Grouped(keys, order, "The lanes are the kinds of dates.")
        case LaneGrouping.STATUS:
            titles = {status.value: title for status, title in FACTUALITY_TITLES.items()}
            keys = events.factualities.mapped(lambda each: each.value)
            note = "The lanes are what the sources say of the events."
            return Grouped(keys, list(titles), note, titles)
        case _:
            return Grouped(events.spans.mapped(lambda _span: REST), [], "")


def article_names(project: Project) -> dict[int, str]:
    """What to call each article in a list: its outlet, or else its title."""
    return {article.id: _outlet(article) for article in project.articles.values()}


def article_numbers(project: Project) -> dict[int, int]:
    """The number of each article, in the order of adding."""
    return {article_id: number for number, article_id in enumerate(sorted(project.articles), 1)}


def _by_name(names: Names, thing: str) -> Grouped:
    keys = _main_keys(names, _most_names(len(names)))
    note = (
        f"An event stands in one lane: that of the {thing} in it that most events name. "
        f"What has no {thing}, or only rarer ones, stands under Others."
    )
    return Grouped(keys, _fullest_first(keys), note)


def _main_keys(names: Names, limit: int) -> Coded[str]:
    """The key of a lane for each event, out of the names it could stand under."""
    keys = dict(zip(names.values, main_keys(names.values, limit, names.counts()), strict=True))
    return names.mapped(keys.__getitem__)


def _by_article(project: Project, events: EventColumns) -> Grouped:
    firsts = events.articles.mapped(lambda ids: tuple(map(str, ids[:1])))
    names = article_names(project)
    numbers = article_numbers(project)
    titles = {str(article): f"{number} {names[article]}" for article, number in numbers.items()}
    note = "An event stands in the lane of the first article that told of it."
    return Grouped(_main_keys(firsts, _MOST_ARTICLES), list(titles), note, titles)


def _by_source(project: Project, events: EventColumns) -> Grouped:
    articles = project.articles
    outlets = events.articles.mapped(lambda ids: tuple(_outlet(articles[each]) for each in ids))
    keys = _main_keys(outlets, _most_names(len(events)))
    note = (
        "An event stands in one lane: that of the source with the most events among those that "
        "tell of it. What was entered by hand, or comes from rarer sources, stands under Others."
    )
    return Grouped(keys, _fullest_first(keys), note)


def _most_names(count: int) -> int:
    """How many lanes so many events may be spread over."""
    return min(_MOST_NAMES, max(_FEWEST_NAMES, count // _EVENTS_PER_NAME))


def _outlet(article: Article) -> str:
    return article.source or article.title


def _fullest_first(keys: Coded[str]) -> list[str]:
    sizes = dict(zip(keys.values, keys.counts(), strict=True))
    return sorted(sizes.keys() - {REST}, key=lambda key: (-sizes[key], key))
