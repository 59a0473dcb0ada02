"""What of a project the timeline shows: entries in lanes, and the dates of its articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.domain import Article, Event, Factuality, ReviewStatus
from timeline_app.domain.time.calendar import SECONDS_PER_DAY
from timeline_app.layout import (
    REST,
    ArticleDate,
    Lane,
    LaneGrouping,
    TimelineEntry,
    entry_for,
    main_keys,
    make_lanes,
    tone_of_lane,
)
from timeline_app.services.project import Project

FACTUALITY_TITLES: Mapping[Factuality, str] = {
    Factuality.HAPPENED: "Happened",
    Factuality.UNDER_WAY: "Under way",
    Factuality.SAID: "Said",
    Factuality.PLANNED: "Planned",
    Factuality.POSSIBLE: "Possible",
    Factuality.DENIED: "Denied",
}


class Coloring(StrEnum):
    """What the colour of a mark stands for."""

    LANE = "lane"
    ARTICLE = "article"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Scene:
    """Entries, the lanes they stand in, and article dates, ready to be laid out."""

    entries: tuple[TimelineEntry, ...] = ()
    lanes: tuple[Lane, ...] = ()
    articles: tuple[ArticleDate, ...] = ()


def drawable_events(project: Project, *, with_proposals: bool = True) -> list[Event]:
    """The events that can stand on a timeline, in order of time."""
    return [
        event
        for event in project.chronological()
        if event.span is not None
        and (
            event.status is ReviewStatus.ACCEPTED
            or (with_proposals and event.status is ReviewStatus.PROPOSED)
        )
    ]


def actor_keys(project: Project) -> dict[int, str]:
    """The person or organisation each drawable event stands under; REST for the others."""
    events = drawable_events(project)
    keys = main_keys([event.actors for event in events])
    return {event.id: key for event, key in zip(events, keys, strict=True)}


def actor_order(keys: Iterable[str]) -> list[str]:
    """The actors with the most events first."""
    sizes = Counter(key for key in keys if key != REST)
    return sorted(sizes, key=lambda key: (-sizes[key], key))


def article_names(project: Project) -> dict[int, str]:
    """What to call each article in a list: its outlet, or else its title."""
    return {article.id: article.source or article.title for article in project.articles.values()}


def article_dates(project: Project) -> tuple[ArticleDate, ...]:
    """The articles whose date is known, with their numbers."""
    numbers = article_numbers(project)
    return tuple(
        ArticleDate(article.id, numbers[article.id], noon(article))
        for article in project.articles.values()
        if article.published is not None
    )


def article_numbers(project: Project) -> dict[int, int]:
    """The number of each article, in the order of adding."""
    return {article_id: number for number, article_id in enumerate(sorted(project.articles), 1)}


def noon(article: Article) -> int:
    """The middle of the day of an article; the start of 1970 when it has none."""
    day = article.published
    return 0 if day is None else day.instant + SECONDS_PER_DAY // 2


def make_scene(
    project: Project,
    events: Collection[Event],
    grouping: LaneGrouping,
    coloring: Coloring = Coloring.LANE,
) -> Scene:
    """Sort events into lanes and give them their colours."""
    builder = _SceneBuilder(project, grouping, coloring)
    return builder.build(list(events))


class _SceneBuilder:
    """Looks up once what all entries need."""

    def __init__(self, project: Project, grouping: LaneGrouping, coloring: Coloring) -> None:
        self._project = project
        self._grouping = grouping
        self._coloring = coloring
        self._numbers = article_numbers(project)
        self._actors = actor_keys(project) if grouping is LaneGrouping.ACTOR else {}

    def build(self, events: list[Event]) -> Scene:
        keys = self._lane_keys(events)
        bare = [self._entry(event, key, "lane1") for event, key in zip(events, keys, strict=True)]
        lanes = make_lanes(
            [entry for entry in bare if entry is not None],
            self._titles(),
            order=self._order(),
            rest_title="All events" if self._grouping is LaneGrouping.NONE else "Others",
        )
        tones = {lane.key: lane.tone for lane in lanes}
        entries = [
            self._entry(event, key, self._tone(event, tones.get(key, "text2")))
            for event, key in zip(events, keys, strict=True)
        ]
        shown = tuple(entry for entry in entries if entry is not None)
        return Scene(shown, lanes, article_dates(self._project))

    def _lane_keys(self, events: list[Event]) -> list[str]:
        match self._grouping:
            case LaneGrouping.ACTOR:
                return [self._actors.get(event.id, REST) for event in events]
            case LaneGrouping.ARTICLE:
                return [self._first_article(event) for event in events]
            case LaneGrouping.STATUS:
                return [event.factuality.value for event in events]
            case LaneGrouping.NONE:
                return [""] * len(events)

    def _titles(self) -> dict[str, str]:
        if self._grouping is LaneGrouping.STATUS:
            return {factuality.value: title for factuality, title in FACTUALITY_TITLES.items()}
        if self._grouping is LaneGrouping.ARTICLE:
            names = article_names(self._project)
            return {str(id_): f"{number} {names[id_]}" for id_, number in self._numbers.items()}
        return {}

    def _order(self) -> list[str]:
        if self._grouping is LaneGrouping.STATUS:
            return [factuality.value for factuality in Factuality]
        if self._grouping is LaneGrouping.ARTICLE:
            return [str(article_id) for article_id in sorted(self._numbers)]
        return actor_order(self._actors.values())

    def _first_article(self, event: Event) -> str:
        articles = self._project.articles_of_event(event.id)
        return str(articles[0].id) if articles else ""

    def _tone(self, event: Event, lane_tone: str) -> str:
        if self._coloring is Coloring.REVIEW:
            return "accepted"
        if self._coloring is Coloring.ARTICLE:
            first = self._first_article(event)
            return tone_of_lane(self._numbers[int(first)] - 1) if first else "text2"
        return lane_tone if self._grouping is not LaneGrouping.NONE else "lane2"

    def _entry(self, event: Event, lane: str, tone: str) -> TimelineEntry | None:
        articles = self._project.articles_of_event(event.id)
        dates = [noon(article) for article in articles if article.published is not None]
        return entry_for(
            event,
            lane=lane,
            tone=tone,
            source_count=len(articles),
            articles=tuple(self._numbers[article.id] for article in articles),
            reported_at=max(dates, default=None),
        )
