"""Which lane each event stands in, and why: one row for each thing that lanes can stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline_app.domain import Article, Event, Factuality
from timeline_app.layout import REST, LaneGrouping, main_keys
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
_NAMES: Mapping[LaneGrouping, tuple[str, Callable[[Event], Sequence[str]]]] = {
    LaneGrouping.ACTOR: ("person or organisation", lambda event: event.actors),
    LaneGrouping.PERSON: ("person", lambda event: event.people),
    LaneGrouping.ORGANISATION: ("organisation", lambda event: event.organisations),
    LaneGrouping.PLACE: ("place", lambda event: event.places),
    LaneGrouping.TAG: ("tag", lambda event: event.tags),
}


@dataclass(frozen=True, slots=True)
class Grouped:
    """The key of a lane for each event, the names of lanes, their order, and how it was chosen."""

    keys: Sequence[str]
    order: Sequence[str]
    note: str
    titles: Mapping[str, str] = field(default_factory=dict)
    rest_title: str = "Others"


def group_events(project: Project, events: Sequence[Event], grouping: LaneGrouping) -> Grouped:
    """Sort events into lanes; each stands in one."""
    if grouping in _NAMES:
        return _by_name(events, *_NAMES[grouping])
    match grouping:
        case LaneGrouping.ARTICLE:
            return _by_article(project, events)
        case LaneGrouping.SOURCE:
            return _by_source(project, events)
        case LaneGrouping.KIND:
            keys = [date_kind(event).title for event in events]
            order = [kind.title for kind in DATE_KINDS]
            return Grouped(keys, order, "The lanes are the kinds of dates.")
        case LaneGrouping.STATUS:
            titles = {status.value: title for status, title in FACTUALITY_TITLES.items()}
            keys = [event.factuality.value for event in events]
            note = "The lanes are what the sources say of the events."
            return Grouped(keys, list(titles), note, titles)
        case _:
            return Grouped([REST] * len(events), [], "")


def article_names(project: Project) -> dict[int, str]:
    """What to call each article in a list: its outlet, or else its title."""
    return {article.id: _outlet(article) for article in project.articles.values()}


def article_numbers(project: Project) -> dict[int, int]:
    """The number of each article, in the order of adding."""
    return {article_id: number for number, article_id in enumerate(sorted(project.articles), 1)}


def _by_name(
    events: Sequence[Event], thing: str, names: Callable[[Event], Sequence[str]]
) -> Grouped:
    keys = main_keys([names(event) for event in events], _most_names(len(events)))
    note = (
        f"An event stands in one lane: that of the {thing} in it that most events name. "
        f"What has no {thing}, or only rarer ones, stands under Others."
    )
    return Grouped(keys, _fullest_first(keys), note)


def _by_article(project: Project, events: Sequence[Event]) -> Grouped:
    firsts = [[str(a.id) for a in project.articles_of_event(e.id)[:1]] for e in events]
    names = article_names(project)
    numbers = article_numbers(project)
    titles = {str(article): f"{number} {names[article]}" for article, number in numbers.items()}
    note = "An event stands in the lane of the first article that told of it."
    return Grouped(main_keys(firsts, _MOST_ARTICLES), list(titles), note, titles)


def _by_source(project: Project, events: Sequence[Event]) -> Grouped:
    outlets = [[_outlet(a) for a in project.articles_of_event(e.id)] for e in events]
    keys = main_keys(outlets, _most_names(len(events)))
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


def _fullest_first(keys: Sequence[str]) -> list[str]:
    sizes = Counter(key for key in keys if key != REST)
    return sorted(sizes, key=lambda key: (-sizes[key], key))
