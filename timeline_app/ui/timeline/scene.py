"""What of a project the timeline shows: entries in lanes, and the dates of its articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import overload

import numpy as np

from timeline_app.domain import Article, Event, Factuality, ReviewStatus
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
from timeline_app.layout.coded import Coded, paired
from timeline_app.layout.entry_table import EntryState, EntryTable, Slots, lane_indices
from timeline_app.layout.lanes import ALL_EVENTS
from timeline_app.layout.marks import NOT_HAPPENED
from timeline_app.layout.placing import Flags
from timeline_app.services.event_columns import EventColumns
from timeline_app.services.project import Project
from timeline_app.ui.timeline.grouping import Grouped, article_numbers, group_events

_UNREPORTED = -(2**63)  # the instant of what no article tells of


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

    entries: Sequence[TimelineEntry] = ()
    lanes: tuple[Lane, ...] = ()
    articles: tuple[ArticleDate, ...] = ()
    eras: tuple[Era, ...] = ()
    gaps: tuple[Era, ...] = ()
    note: str = ""
    table: EntryTable | None = None

    def shows(self, event_id: int) -> bool:
        """Whether an event is among the entries."""
        return self.table is not None and bool((self.table.arrays.id == event_id).any())


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
    events: Iterable[Event],
    grouping: LaneGrouping,
    coloring: Coloring = Coloring.LANE,
) -> Scene:
    """Sort events into lanes and give them their colours; without eras and article dates."""
    return SceneSource(project, EventColumns(project, events), grouping, coloring).scene()


class SceneSource:
    """The numbers of all entries, from which each scene takes those that a filter lets through.

    So filtering looks at no event again, and a lane keeps its place and colour whatever is shown.
    """

    def __init__(
        self,
        project: Project,
        events: EventColumns,
        grouping: LaneGrouping,
        coloring: Coloring = Coloring.LANE,
    ) -> None:
        grouped = group_events(project, events, grouping)
        self._note = grouped.note
        self._lanes = _lanes_of(grouped)
        tones = {lane.key: lane.tone for lane in self._lanes}
        if grouping is LaneGrouping.NONE:
            tones = {REST: "lane2"}
        self._maker = _EntryMaker(project, events, coloring, grouped.keys, tones)
        self._table = self._maker.table(lane_indices(self._lanes))

    def change(self, row: int) -> TimelineEntry:
        """Take in that the event of a row has changed, which stays in its lane; its entry."""
        entry = self._maker.entry(row)
        self._table.put(row, entry)
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
        gaps: tuple[Era, ...] = (),
        articles: tuple[ArticleDate, ...] = (),
    ) -> Scene:
        """The scene with the events that pass (all of them, when None), in chosen lanes."""
        everything: Flags = np.ones(len(self._table.arrays), dtype=np.bool_)
        shown = everything if passing is None else passing
        lanes = (choices or LaneChoices()).arranged(self._counted(shown))
        place = {lane.key: index for index, lane in enumerate(lanes)}
        lane_of = np.array([place.get(lane.key, 0) for lane in self._lanes], dtype=np.int64)
        entries = _Entries(self._maker, np.flatnonzero(shown))
        table = self._table.those(shown, lane_of)
        return Scene(entries, lanes, articles, eras, gaps, self._note, table)

    def _counted(self, shown: Flags) -> list[Lane]:
        """The lanes in which some of these entries stand."""
        counts = np.bincount(self._table.arrays.lane[shown], minlength=len(self._lanes)).tolist()
        counted = zip(self._lanes, counts, strict=True)
        return [replace(lane, count=count) for lane, count in counted if count]


class _Entries(Sequence[TimelineEntry]):
    """The entries of some rows; each is made when it is asked for."""

    def __init__(self, maker: _EntryMaker, rows: Slots) -> None:
        self._maker, self._rows = maker, rows
        self._made: dict[int, TimelineEntry] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> TimelineEntry: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[TimelineEntry]: ...

    def __getitem__(self, index: int | slice) -> TimelineEntry | Sequence[TimelineEntry]:
        if isinstance(index, slice):
            return _Entries(self._maker, self._rows[index])
        row = int(self._rows[index])
        if row not in self._made:
            self._made[row] = self._maker.entry(row)
        return self._made[row]

    def labels(self, places: Sequence[int]) -> list[str]:
        """The labels of some of them, for which no entry is made."""
        return [self._maker.label(row) for row in self._rows[np.asarray(places)].tolist()]


def _lanes_of(grouped: Grouped) -> tuple[Lane, ...]:
    """All lanes in their own order, the rest last; a lane's colour follows from its place."""
    used = set(grouped.keys.values)
    lanes = [
        Lane(key, grouped.titles.get(key, key), tone_of_lane(index))
        for index, key in enumerate(grouped.order)
        if key in used
    ]
    rest = Lane(REST, grouped.rest_title if lanes else ALL_EVENTS)
    return (*lanes, rest) if REST in used else tuple(lanes)


class _EntryMaker:
    """Knows what the entry of an event is, one by one or as the numbers of all."""

    def __init__(
        self,
        project: Project,
        events: EventColumns,
        coloring: Coloring,
        keys: Coded[str],
        tones: Mapping[str, str],
    ) -> None:
        """`keys` are those of the lanes that events stand in, `tones` the colours of the lanes."""
        self._project = project
        self._events = events
        self._keys = keys
        self._numbers = article_numbers(project)
        self._tones = self._tones_of(coloring, tones)
        self._reported = events.articles.numbers(self._reported_at)

    def entry(self, row: int) -> TimelineEntry:
        """The entry of a row."""
        event, articles = self._events.event(row), self._events.articles[row]
        reported = int(self._reported[row])
        entry = entry_for(
            event,
            lane=self._keys[row],
            tone=self._tones[row],
            source_count=len(articles),
            articles=tuple(self._numbers[each] for each in articles),
            reported_at=None if reported == _UNREPORTED else reported,
        )
        if entry is None:
            raise ValueError(f"event {event.id} has no place in time")
        return entry

    def label(self, row: int) -> str:
        """The label of the entry of a row."""
        return self._events.title(row)

    def table(self, places: Mapping[str, int]) -> EntryTable:
        """The numbers of all entries, where the lanes of these keys have these places."""
        events = self._events
        return EntryTable.of_columns(
            events.ids,
            events.spans,
            paired(events.statuses, events.factualities).mapped(_state_of),
            reported=self._reported,
            lanes=self._keys.numbers(places.__getitem__),
            tones=self._tones,
            sources=events.articles.numbers(len),
        )

    def _reported_at(self, articles: Sequence[int]) -> int:
        """The last instant at which one of some articles was published."""
        dated = (self._project.articles[each] for each in articles)
        return max(
            (noon(each) for each in dated if each.published is not None), default=_UNREPORTED
        )

    def _tones_of(self, coloring: Coloring, tones: Mapping[str, str]) -> Coded[str]:
        if coloring is Coloring.REVIEW:
            return self._keys.mapped(lambda _key: "accepted")
        if coloring is Coloring.ARTICLE:
            return self._events.articles.mapped(self._tone_of_articles)
        return self._keys.mapped(tones.__getitem__)

    def _tone_of_articles(self, articles: Sequence[int]) -> str:
        return tone_of_lane(self._numbers[articles[0]] - 1) if articles else "text2"


def _state_of(state: tuple[ReviewStatus, Factuality]) -> EntryState:
    status, factuality = state
    return EntryState(
        status is ReviewStatus.PROPOSED,
        factuality in NOT_HAPPENED,
        factuality is Factuality.UNDER_WAY,
    )
