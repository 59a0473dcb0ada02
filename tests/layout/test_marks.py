import numpy as np
import pytest
from hypothesis import given

from tests.layout.timelines import day, entry, layout_of, spans
from timeline_app.domain import Event, Factuality, ReviewStatus
from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.entry import entry_for
from timeline_app.layout.marks import (
    MIN_SOFT,
    OPEN_LENGTH,
    MarkKind,
    MarkLook,
    look_of,
    mark_bounds,
    mark_for,
    place_mark,
    sample_shape,
)
from timeline_app.layout.scale import TimeScale

A, B, C, D = (day(2024, 10, number) for number in (1, 8, 15, 22))


@pytest.mark.parametrize(
    ("span", "kind"),
    [
        (TimeSpan.at(A), MarkKind.POINT),
        (TimeSpan.at(A).qualified(approximate=True), MarkKind.ABOUT),
        (TimeSpan.lasting(A, B), MarkKind.PERIOD),
        (TimeSpan.within(A, B), MarkKind.WITHIN),
        (TimeSpan.at(A, Precision.MONTH), MarkKind.WITHIN),
        (TimeSpan.between(A, B, C, D), MarkKind.CORE),
        (TimeSpan.on_or_before(A), MarkKind.BEFORE),
        (TimeSpan.on_or_after(A), MarkKind.AFTER),
        (TimeSpan.ongoing_since(A), MarkKind.ONGOING),
        (TimeSpan.ongoing_until(A), MarkKind.UNTIL),
        (TimeSpan.one_of([TimeSpan.at(A), TimeSpan.at(B)]), MarkKind.DISPUTED),
    ],
)
def test_each_kind_of_knowledge_has_its_mark(span: TimeSpan, kind: MarkKind) -> None:
    look = look_of(span)

    assert look is not None
    assert look.kind is kind


def test_nothing_known_is_not_drawn() -> None:
    assert look_of(TimeSpan(None, None, None, None, Precision.DAY)) is None
    assert mark_bounds(TimeSpan(None, None, None, None, Precision.DAY)) is None


def test_proposals_are_hollow_and_plans_dashed() -> None:
    event = Event(1, "Talks", TimeSpan.at(A), ReviewStatus.PROPOSED, Factuality.PLANNED)

    assert mark_for(event) == MarkLook(MarkKind.POINT, is_hollow=True, is_dashed=True)


def test_what_is_under_way_goes_on_unless_a_day_of_it_is_known() -> None:
    since = Event(1, "Siege", TimeSpan.on_or_after(A), factuality=Factuality.UNDER_WAY)
    that_day = Event(2, "Siege", TimeSpan.at(A), factuality=Factuality.UNDER_WAY)

    assert mark_for(since) == MarkLook(MarkKind.ONGOING, is_hollow=True)
    assert mark_for(that_day) == MarkLook(MarkKind.POINT, is_hollow=True)


@pytest.mark.parametrize("status", [ReviewStatus.FOLDED, ReviewStatus.REJECTED])
def test_what_is_set_aside_has_no_entry(status: ReviewStatus) -> None:
    assert entry_for(Event(1, "Talks", TimeSpan.at(A), status)) is None


def test_an_event_without_a_date_has_no_mark() -> None:
    assert mark_for(Event(1, "Talks", None)) is None


def test_a_known_core_is_drawn_to_scale() -> None:
    bounds = mark_bounds(TimeSpan.between(A, B, C, D))

    assert bounds is not None
    assert (bounds.x1, bounds.c1) == (A, B)
    assert (bounds.c2, bounds.x2) == (day(2024, 10, 16), day(2024, 10, 23))


def test_a_day_lies_in_its_middle() -> None:
    bounds = mark_bounds(TimeSpan.at(A))

    assert bounds is not None
    assert bounds.c1 == A + 43_200


def test_what_goes_on_is_solid_until_it_was_last_reported() -> None:
    bounds = mark_bounds(TimeSpan.ongoing_since(A), reported_at=D)

    assert bounds is not None
    assert (bounds.c1, bounds.c2) == (A, D)


def test_an_open_side_reaches_as_far_at_every_zoom() -> None:
    shape = place_mark(MarkLook(MarkKind.BEFORE), 300, 300, 300, 300)

    assert (shape.x1, shape.x2) == (300 - OPEN_LENGTH, 300)


def test_a_short_uncertain_stretch_can_still_be_recognised() -> None:
    shape = place_mark(MarkLook(MarkKind.WITHIN), 100, 101, 100, 101)

    assert shape.x2 - shape.x1 == MIN_SOFT
    assert (shape.x1 + shape.x2) / 2 == 100.5


def test_samples_stay_in_their_place() -> None:
    for kind in MarkKind:
        shape = sample_shape(MarkLook(kind), 10, 40)
        assert shape.ink_left >= 10
        assert shape.ink_right <= 51


@given(spans)
def test_the_columns_reach_exactly_as_far_as_the_marks(span: TimeSpan) -> None:
    columns: EntryColumns = layout_of([entry(1, span)]).columns
    step = 7_200.0
    origin = int(columns.arrays.c1[0])
    placed = columns.places(np.array([0]), np.int64(origin), step)
    bounds = mark_bounds(span)
    assert bounds is not None
    scale = TimeScale(origin, step)
    instants = (bounds.x1, bounds.x2, bounds.c1, bounds.c2)
    shape = place_mark(columns.looks[0], *(scale.x_of(instant) for instant in instants))

    assert [float(column[0]) for column in placed] == pytest.approx(
        [shape.x1, shape.x2, shape.c1, shape.c2, shape.ink_left, shape.ink_right]
    )
