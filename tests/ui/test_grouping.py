"""Which lane an event stands in; no window is needed."""

from __future__ import annotations

import pytest

from timeline_app.domain import Article, Event, Evidence, Factuality, Record, TextRange
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.layout import REST, LaneGrouping
from timeline_app.services.event_columns import EventColumns
from timeline_app.services.project import Project
from timeline_app.ui.timeline.grouping import group_events

NAMES = ("people", "organisations", "places", "tags")


def event(number: int, edtf: str = "2024-10-29", **names: tuple[str, ...]) -> Event:
    given = {name: names.get(name, ()) for name in NAMES}
    return Event(number, f"Event {number}", parse_edtf(edtf), **given)


def told(number: int, of: int, article: int) -> Evidence:
    return Evidence(number, of, article, TextRange(0, 4), "Text")


def article(number: int, source: str) -> Article:
    return Article(number, f"Title {number}", "Text", (TextRange(0, 4),), source=source)


def keys(grouping: LaneGrouping, *events: Event, others: tuple[Record, ...] = ()) -> list[str]:
    project = Project((*others, *events))
    columns = EventColumns.of_project(project)
    lanes = dict(zip(columns.ids, group_events(project, columns, grouping).keys, strict=True))
    return [lanes[each.id] for each in events]


@pytest.mark.parametrize(
    ("grouping", "name"),
    [
        (LaneGrouping.PERSON, "people"),
        (LaneGrouping.ORGANISATION, "organisations"),
        (LaneGrouping.PLACE, "places"),
        (LaneGrouping.TAG, "tags"),
    ],
)
def test_an_event_stands_under_the_name_that_most_events_have(
    grouping: LaneGrouping, name: str
) -> None:
    events = [event(1, **{name: ("A", "B")}), event(2, **{name: ("B",)}), event(3)]

    assert keys(grouping, *events) == ["B", "B", REST]


def test_actors_are_persons_and_organisations() -> None:
    first, second = event(1, people=("Putin",)), event(2, organisations=("NATO",))

    assert keys(LaneGrouping.ACTOR, first, second) == ["Putin", "NATO"]


def test_few_events_are_not_spread_over_many_lanes() -> None:
    events = [event(number, places=(f"Place {number}",)) for number in range(1, 25)]

    assert len(set(keys(LaneGrouping.PLACE, *events))) == 6


def test_sources_gather_articles_of_one_outlet() -> None:
    articles = (article(1, "Wire"), article(2, "Desk"), article(3, "Wire"))
    evidence = (told(11, 21, 1), told(12, 22, 3), told(13, 22, 2))
    events = (event(21), event(22), event(23))

    found = keys(LaneGrouping.SOURCE, *events, others=(*articles, *evidence))
    assert found == ["Wire", "Wire", REST]
    found = keys(LaneGrouping.ARTICLE, *events, others=(*articles, *evidence))
    assert found == ["1", "3", REST]


def test_kinds_of_dates_and_statuses_are_lanes_of_their_own() -> None:
    events = (event(1), event(2, "2024-10-01/2024-10-05"), event(3, "[..2024-10-05]"))

    assert keys(LaneGrouping.KIND, *events) == ["Day known", "Period", "Open, one side"]
    assert keys(LaneGrouping.STATUS, *events) == [Factuality.HAPPENED.value] * 3


@pytest.mark.parametrize("grouping", LaneGrouping)
def test_every_grouping_but_none_tells_how_it_was_done(grouping: LaneGrouping) -> None:
    note = group_events(Project(), EventColumns(Project(), ()), grouping).note

    assert bool(note) == (grouping is not LaneGrouping.NONE)
