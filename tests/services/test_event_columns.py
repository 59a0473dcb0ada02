"""The columns that a timeline sorts by say what the events themselves say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage import values
from timeline_app.domain import (
    Alias,
    Article,
    DamagedProject,
    Event,
    Evidence,
    Factuality,
    NameKind,
    ReviewStatus,
    Ruling,
    RulingKind,
    TextRange,
)
from timeline_app.domain.time import SpanShape
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.services.event_columns import EventColumns
from timeline_app.services.project import Project
from timeline_app.storage.codec import encode
from timeline_app.storage.lazy import LazyEvent, LazyRows

_PLACE = Path("project.timeline")
_EVENTS = st.lists(values.events, max_size=8, unique_by=lambda event: event.id)


def lazy(event: Event, **changed: str) -> LazyEvent:
    """An event as it comes from the disk."""
    row = {**encode(event), **changed}
    return LazyEvent(LazyRows(_PLACE, tuple(row), LazyEvent.KNOWN), tuple(row.values()))


def told(number: int, event_id: int, article_id: int) -> Evidence:
    return Evidence(number, event_id, article_id, TextRange(0, 4), "Text")


def article(number: int) -> Article:
    return Article(number, f"Title {number}", "Text", (TextRange(0, 4),))


@given(events=_EVENTS, with_proposals=st.booleans(), data=st.data())
@settings(max_examples=60)
def test_columns_say_what_the_events_say(
    events: list[Event], with_proposals: bool, data: st.DataObject
) -> None:
    held = [data.draw(st.sampled_from([each, lazy(each)])) for each in events]
    for each in data.draw(st.lists(st.sampled_from(held))) if held else ():
        if isinstance(each, LazyEvent):
            each.value()
    columns = EventColumns.of_project(Project(held), with_proposals=with_proposals)
    titles = [columns.title(row) for row in range(len(columns))]
    wanted = {ReviewStatus.ACCEPTED, *([ReviewStatus.PROPOSED] if with_proposals else [])}
    shown = [
        each
        for each in Project(events).chronological()
        if each.status in wanted and each.span and each.span.shape is not SpanShape.UNKNOWN
    ]
    assert columns.ids.tolist() == [each.id for each in shown]
    assert titles == [each.title for each in shown]
    assert [columns.event(row) for row in range(len(columns))] == shown
    assert list(columns.spans) == [each.span for each in shown]
    assert list(columns.statuses) == [each.status for each in shown]
    assert list(columns.factualities) == [each.factuality for each in shown]
    assert list(columns.certainties) == [each.certainty for each in shown]
    assert list(columns.people) == [each.people for each in shown]
    assert list(columns.actors) == [each.actors for each in shown]
    assert list(columns.tags) == [each.tags for each in shown]
    assert [columns.row_of(each.id) for each in shown] == list(range(len(shown)))


def test_an_event_is_not_made_for_its_title() -> None:
    held = lazy(Event(1, "The fall of the Wall", parse_edtf("1989-11-09")))
    assert EventColumns.of_project(Project([held])).title(0) == "The fall of the Wall"
    assert held.row


@pytest.fixture
def events() -> tuple[Event, ...]:
    span = parse_edtf("2024-10-29")
    return tuple(
        Event(number, f"Event {number}", span, ReviewStatus.PROPOSED, people=("Putin",))
        for number in (1, 2, 3)
    )


def test_names_are_those_that_are_shown(events: tuple[Event, ...]) -> None:
    alias = Alias(9, NameKind.PERSON, "Putin", "Vladimir Putin")
    columns = EventColumns.of_project(Project((*map(lazy, events), alias)))
    assert columns.people.values == (("Vladimir Putin",),)
    assert columns.actors.values == (("Vladimir Putin",),)
    assert columns.event(0).people == ("Vladimir Putin",)


def test_events_that_begin_together_stand_as_they_are_linked(events: tuple[Event, ...]) -> None:
    before = Ruling(9, RulingKind.BEFORE, (3, 1))
    columns = EventColumns.of_project(Project((*map(lazy, events), before)))
    assert columns.ids.tolist() == [2, 3, 1]


def test_articles_are_told_the_oldest_evidence_first(events: tuple[Event, ...]) -> None:
    proofs = (told(31, 1, 11), told(30, 1, 12), told(32, 1, 12), told(33, 2, 11))
    project = Project((article(11), article(12), *events, *proofs))
    assert list(EventColumns.of_project(project).articles) == [(12, 11), (11,), ()]


def test_a_change_of_one_event_is_taken_in(events: tuple[Event, ...]) -> None:
    columns = EventColumns.of_project(Project(map(lazy, events)))
    later = replace(events[1], span=parse_edtf("2024-11"), factuality=Factuality.PLANNED)
    assert columns.change(later) == 1
    assert columns.event(1) == later
    assert list(columns.spans) == [events[0].span, later.span, events[2].span]
    assert columns.factualities[1] is Factuality.PLANNED


def test_what_moves_events_in_or_out_is_read_anew(events: tuple[Event, ...]) -> None:
    columns = EventColumns.of_project(Project(map(lazy, events)))
    first = events[0]
    for changed in (
        replace(first, id=7),
        replace(first, span=None),
        replace(first, status=ReviewStatus.REJECTED),
        replace(first, people=("Xi",)),
    ):
        assert columns.change(changed) is None


def test_what_makes_no_sense_is_told_as_damage(events: tuple[Event, ...]) -> None:
    with pytest.raises(DamagedProject, match="damaged"):
        EventColumns.of_project(Project([lazy(events[0], people="[")]))
