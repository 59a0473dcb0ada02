"""The laws of rows that are found block by block."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.drawn import (
    HEIGHT,
    WIDTH,
    counted_ids,
    drawing,
    drawn_ids,
    in_blocks,
    rows_of,
    wholes,
)
from tests.layout.timelines import DAY, MIDDLE, YEAR, entry, entry_lists, layout_of
from timeline_app.domain.time import TimeSpan
from timeline_app.layout import SCREEN, TimelineEntry, TimelineLayout, TimeScale
from timeline_app.layout.marks import mark_bounds

steps = st.floats(60.0, 500_000.0)
shifts = st.integers(-3 * YEAR, 3 * YEAR)
makers = st.sampled_from([layout_of, in_blocks])
Maker = Callable[[list[TimelineEntry]], TimelineLayout]


@settings(deadline=None, max_examples=150)
@given(makers, entry_lists(), steps, shifts)
def test_nothing_in_the_lanes_meets_anything_else(
    make: Maker, entries: list[TimelineEntry], step: float, shift: int
) -> None:
    areas = wholes(drawing(make(entries), TimeScale(MIDDLE + shift, step)))
    rows: dict[float, list[tuple[float, float]]] = {}
    for area in areas:
        rows.setdefault(round(area.y), []).append((area.x, area.x + area.width))
    for row in rows.values():
        ordered = sorted(row)
        for (_, end), (begin, _) in itertools.pairwise(ordered):
            assert begin >= end - 0.01


@settings(deadline=None, max_examples=150)
@given(makers, entry_lists(most=90), steps, shifts)
def test_every_visible_event_is_drawn_or_counted_in_one_cluster(
    make: Maker, entries: list[TimelineEntry], step: float, shift: int
) -> None:
    scale = TimeScale(MIDDLE + shift, step)
    shown = drawing(make(entries), scale)
    told = drawn_ids(shown) + counted_ids(shown)
    left, right = scale.time_at(0.0), scale.time_at(WIDTH - SCREEN.header_width)
    visible = []
    for one in entries:
        bounds = mark_bounds(one.span)
        if bounds is not None and left < bounds.x2 and bounds.x1 < right:
            visible.append(one.id)

    assert len(told) == len(set(told))
    assert set(told) >= set(visible)


@settings(deadline=None, max_examples=60)
@given(makers, entry_lists(most=60), steps, shifts)
def test_a_change_leaves_what_making_anew_would_give(
    make: Maker, entries: list[TimelineEntry], step: float, shift: int
) -> None:
    scale = TimeScale(MIDDLE + shift, step)
    changed = make(entries)
    drawing(changed, scale)
    changed.remove(1)
    changed.put(entries[0])
    anew = make(entries)

    assert rows_of(drawing(changed, scale)) == rows_of(drawing(anew, scale))


def test_an_event_that_comes_moves_nothing_that_is_far_away() -> None:
    entries = [entry(n, TimeSpan.at(MIDDLE + n * DAY // 4)) for n in range(1, 4_000)]
    layout, scale = layout_of(entries), TimeScale(MIDDLE, 1_800.0)
    far = scale.panned(-12_000.0)
    before = rows_of(drawing(layout, far))
    layout.put(entry(9_999, TimeSpan.at(MIDDLE + 3 * DAY), "m" * 30))

    assert before
    assert 9_999 in drawn_ids(drawing(layout, scale)) + counted_ids(drawing(layout, scale))
    assert rows_of(drawing(layout, far)) == before


def test_a_removed_event_is_gone_and_an_unknown_one_was_never_there() -> None:
    layout = in_blocks([entry(n, TimeSpan.at(MIDDLE + n * DAY)) for n in range(1, 30)])
    scale = TimeScale(MIDDLE, 3_600.0)
    layout.remove(5)
    layout.remove(777)

    assert len(layout) == 28
    assert 5 not in drawn_ids(drawing(layout, scale)) + counted_ids(drawing(layout, scale))
    assert layout.place_of(5, scale) is None


def test_long_events_take_half_of_the_rows_and_are_counted_where_they_reach_in() -> None:
    long = [
        entry(n, TimeSpan.lasting(MIDDLE - n * 90 * DAY, MIDDLE + n * 90 * DAY))
        for n in range(1, 40)
    ]
    short = [entry(n, TimeSpan.at(MIDDLE + n * 3_600)) for n in range(100, 110)]
    shown = drawing(in_blocks([*long, *short]), TimeScale(MIDDLE + 3 * DAY, 600.0))
    drawn = set(drawn_ids(shown))

    assert drawn & {e.id for e in short}
    assert 1 <= len(drawn & {e.id for e in long}) <= SCREEN.max_rows // 2
    assert sorted(drawn | set(counted_ids(shown))) == [e.id for e in [*long, *short]]


@pytest.mark.parametrize("step", [0.05, 1.0, 3.2e7, 1e13])
def test_rows_are_found_at_every_zoom_and_in_deep_time(step: float) -> None:
    big_bang = MIDDLE - 13_800_000_000 * YEAR
    entries = [
        entry(n, TimeSpan.at(moment + round(n % 21 * 40 * step)))
        for n, moment in enumerate([big_bang] * 21 + [MIDDLE] * 21, 1)
    ]
    for start in (big_bang, MIDDLE):
        scale = TimeScale(start, step)
        for make in (layout_of, in_blocks):
            shown = drawing(make(entries), scale)
            assert len(drawn_ids(shown)) + len(counted_ids(shown)) >= 20
            tops = [area.y for area in wholes(shown)]
            assert all(0 <= y <= HEIGHT for y in tops)
