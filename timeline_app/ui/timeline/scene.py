"""What of a project the timeline shows: entries in lanes, and the dates of its articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import compress

import numpy as np

from timeline_app.domain import Article, Event, ReviewStatus
from timeline_app.domain.time.calendar import SECONDS_PER_DAY
from timeline_app.layout import (
    REST,
    ArticleDate,
    Era,
    Lane,
    LaneChoices,
    LaneGrouping,
    TimelineEntry,
    entry_for,
    tone_of_lane,
)
from timeline_app.layout.entry_table import EntryTable
from timeline_app.layout.lanes import ALL_EVENTS
from timeline_app.layout.placing import Flags
from timeline_app.services.project import Project
from timeline_app.ui.timeline.grouping import Grouped, article_numbers, group_events


class Coloring(StrEnum):
    """What the colour of a mark stands for."""

    LANE = "lane"
    ARTICLE = "article"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Scene:
    """Entries, the lanes they stand in, and article dates, ready to be laid out.

    `note` says how the lanes were chosen. `table` has the numbers of the entries, where they are
    known already.
    """

    entries: tuple[TimelineEntry, ...] = ()
    lanes: tuple[Lane, ...] = ()
    articles: tuple[ArticleDate, ...] = ()
    eras: tuple[Era, ...] = ()
    note: str = ""
    table: EntryTable | None = None


def drawable_events(project: Project, *, with_proposals: bool = True) -> list[Event]:
    """The events that can stand on a timeline, in order of time, under the names that are shown."""
    return [
        project.shown(event)
        for event in project.chronological()
        if is_drawable(event, with_proposals=with_proposals)
    ]


def is_drawable(event: Event, *, with_proposals: bool = True) -> bool:
    """Whether an event can stand on a timeline."""
    if event.span is None:
        return False
    is_proposed = event.status is ReviewStatus.PROPOSED
    return event.status is ReviewStatus.ACCEPTED or (with_proposals and is_proposed)


def article_dates(project: Project) -> tuple[ArticleDate, ...]:
    """The articles whose date is known, with their numbers."""
    numbers = article_numbers(project)
    return tuple(
        ArticleDate(article.id, numbers[article.id], noon(article))
        for article in project.articles.values()
        if article.published is not None
    )


def noon(article: Article) -> int:
    """The middle of the day of an article; the start of 1970 when it has none."""
    day = article.published
    return 0 if day is None else day.instant + SECONDS_PER_DAY // 2


def make_scene(
    project: Project,
    events: Sequence[Event],
    grouping: LaneGrouping,
    coloring: Coloring = Coloring.LANE,
) -> Scene:
    """Sort events into lanes and give them their colours; without eras and article dates."""
    return SceneSource(project, events, grouping, coloring).scene()


class SceneSource:
    """The entries of all events, from which each scene takes those that a filter lets through.

    So filtering looks at no event again, and a lane keeps its place and colour whatever is shown.
    """

    def __init__(
        self,
        project: Project,
        events: Sequence[Event],
        grouping: LaneGrouping,
        coloring: Coloring = Coloring.LANE,
    ) -> None:
        grouped = group_events(project, events, grouping)
        self._note = grouped.note
        self._lanes = _lanes_of(grouped)
        self._maker = _EntryMaker(project, coloring, self._lanes, grouping)
        keyed = zip(events, grouped.keys, strict=True)
        made = [self._maker.entry(event, key) for event, key in keyed]
        self._is_drawn = np.array([entry is not None for entry in made], dtype=np.bool_)
        self._entries = [entry for entry in made if entry is not None]
        self._table = EntryTable.of(self._entries, self._lanes)

    def change(self, place: int, event: Event) -> TimelineEntry | None:
        """Take in how the event at a place is now, which stays in its lane.

        Its entry; None where all have to be made anew, because it is drawn no more, or only now.
        """
        if not self._is_drawn[place]:
            return None
        index = int(np.count_nonzero(self._is_drawn[:place]))
        entry = self._maker.entry(event, self._entries[index].lane)
        if entry is not None:
            self._entries[index] = entry
            self._table.put(index, entry)
        return entry

    @property
    def tones(self) -> Mapping[str, str]:
        """The colours of the lanes by their keys."""
        return {lane.key: lane.tone for lane in self._lanes}

    def scene(
        self,
        passing: Flags | None = None,
        choices: LaneChoices | None = None,
        eras: tuple[Era, ...] = (),
        articles: tuple[ArticleDate, ...] = (),
    ) -> Scene:
        """The scene with the events that pass (all of them, when None), in chosen lanes."""
        everything: Flags = np.ones_like(self._is_drawn)
        shown = (everything if passing is None else passing)[self._is_drawn]
        lanes = (choices or LaneChoices()).arranged(self._counted(shown))
        place = {lane.key: index for index, lane in enumerate(lanes)}
        lane_of = np.array([place.get(lane.key, 0) for lane in self._lanes], dtype=np.int64)
        entries = tuple(compress(self._entries, shown.tolist()))
        table = self._table.those(shown, lane_of)
        return Scene(entries, lanes, articles, eras, self._note, table)

    def _counted(self, shown: Flags) -> list[Lane]:
        """The lanes in which some of these entries stand."""
        counts = np.bincount(self._table.arrays.lane[shown], minlength=len(self._lanes)).tolist()
        counted = zip(self._lanes, counts, strict=True)
        return [replace(lane, count=count) for lane, count in counted if count]


def _lanes_of(grouped: Grouped) -> tuple[Lane, ...]:
    """All lanes in their own order, the rest last; a lane's colour follows from its place."""
    used = set(grouped.keys)
    lanes = [
        Lane(key, grouped.titles.get(key, key), tone_of_lane(index))
        for index, key in enumerate(grouped.order)
        if key in used
    ]
    rest = Lane(REST, grouped.rest_title if lanes else ALL_EVENTS)
    return (*lanes, rest) if REST in used else tuple(lanes)


class _EntryMaker:
    """Looks up once what all entries need."""

    def __init__(
        self,
        project: Project,
        coloring: Coloring,
        lanes: Sequence[Lane],
        grouping: LaneGrouping,
    ) -> None:
        self._project = project
        self._coloring = coloring
        self._tones = {lane.key: lane.tone for lane in lanes}
        if grouping is LaneGrouping.NONE:
            self._tones = {REST: "lane2"}
        self._numbers = article_numbers(project)
        self._noons: dict[int, int] = {}  # of the articles met so far

    def entry(self, event: Event, lane: str) -> TimelineEntry | None:
        articles = self._project.articles_of_event(event.id)
        dates = [self._noon(each) for each in articles if each.published is not None]
        return entry_for(
            event,
            lane=lane,
            tone=self._tone(lane, articles),
            source_count=len(articles),
            articles=tuple(self._numbers[article.id] for article in articles),
            reported_at=max(dates, default=None),
        )

    def _noon(self, article: Article) -> int:
        if article.id not in self._noons:
            self._noons[article.id] = noon(article)
        return self._noons[article.id]

    def _tone(self, lane: str, articles: Sequence[Article]) -> str:
        if self._coloring is Coloring.REVIEW:
            return "accepted"
        if self._coloring is Coloring.ARTICLE:
            return tone_of_lane(self._numbers[articles[0].id] - 1) if articles else "text2"
        return self._tones[lane]
