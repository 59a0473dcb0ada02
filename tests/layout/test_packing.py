from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.drawn import counted_ids, drawing, drawn_ids, in_blocks, rows_of
from tests.layout.timelines import DAY, MIDDLE, entry, entry_lists, layout_of
from timeline_app.domain.time import TimeSpan
from timeline_app.layout import (
    SCREEN,
    Box,
    Label,
    Lacking,
    Lane,
    TimelineEntry,
    TimelineLayout,
    TimeScale,
    Viewport,
)
from timeline_app.layout.frame_lanes import lane_tops

steps = st.floats(60.0, 500_000.0)


def labels_of(layout: TimelineLayout, scale: TimeScale) -> list[str]:
    parts = drawing(layout, scale).primitives()
    return [part.text for part in parts if isinstance(part, Label) and part.has_plate]


@settings(deadline=None)
@given(entry_lists(), steps)
def test_rows_stay_within_what_a_lane_may_take(entries: list[TimelineEntry], step: float) -> None:
    layout = layout_of(entries)
    most = lane_tops([SCREEN.max_rows + 1] * len(layout.lanes), layout.lanes, SCREEN)[-1]

    assert layout.lanes_height(TimeScale(MIDDLE, step)) <= most


def test_panning_moves_nothing_to_another_row() -> None:
    layout = in_blocks([entry(n, TimeSpan.at(MIDDLE + n * DAY)) for n in range(1, 400)])
    scale = TimeScale(MIDDLE + 100 * DAY, 3_600.0)
    before, after = (rows_of(drawing(layout, seen)) for seen in (scale, scale.panned(-333.0)))
    both = before.keys() & after.keys()

    assert both
    assert [before[i] for i in sorted(both)] == [after[i] for i in sorted(both)]


def test_what_has_no_room_on_a_crowded_day_is_counted_and_the_rest_keeps_its_labels() -> None:
    crowd = [entry(n, TimeSpan.at(MIDDLE + n * 600)) for n in range(1, 15)]
    alone = [
        entry(100 + n, TimeSpan.at(MIDDLE + n * 40 * DAY), f"Far away {n}") for n in range(1, 20)
    ]
    layout, scale = layout_of(crowd + alone), TimeScale(MIDDLE - 10 * DAY, 72_000.0)

    shown = drawing(layout, scale)

    assert len(set(drawn_ids(shown)) & {e.id for e in crowd}) == SCREEN.max_rows
    assert len(set(counted_ids(shown)) & {e.id for e in crowd}) == len(crowd) - SCREEN.max_rows
    assert "Far away 5" in labels_of(layout, scale)


def test_a_crowded_lane_keeps_the_labels_that_have_room() -> None:
    crowds = [
        entry(20 * crowd + n, TimeSpan.at(MIDDLE + crowd * 9 * DAY + n * 600))
        for crowd in range(4)
        for n in range(1, 15)
    ]
    alone = entry(500, TimeSpan.at(MIDDLE + 40 * DAY), "Far away")
    labels = labels_of(layout_of([*crowds, alone]), TimeScale(MIDDLE - DAY, 7_200.0))

    assert "Far away" in labels
    assert len(labels) < len(crowds)


def test_a_lane_with_too_many_events_is_a_histogram_of_counts() -> None:
    layout = layout_of([entry(n, TimeSpan.at(MIDDLE + n * DAY)) for n in range(1, 2_000)])
    scale = TimeScale(MIDDLE - DAY, DAY * 3.0)
    shown = drawing(layout, scale)
    bars = [p for p in shown.primitives() if isinstance(p, Box) and p.fill == "lane1"]

    assert sorted(counted_ids(shown)) == list(range(1, 2_000))
    assert bars
    assert drawn_ids(shown) == []


def test_labels_stand_left_of_what_is_open_to_the_left() -> None:
    layout = layout_of([entry(1, TimeSpan.on_or_before(MIDDLE), "Open")])
    shown = drawing(layout, TimeScale(MIDDLE - 20 * DAY, 3_600.0))
    label = next(p for p in shown.primitives() if isinstance(p, Label) and p.text == "Open")

    assert label.x + label.width < next(hit.area.x for hit in shown.hits if hit.id == 1) + 4


@pytest.mark.parametrize("count", [0, 1])
def test_few_events_need_no_care(count: int) -> None:
    layout = layout_of([entry(n, TimeSpan.at(MIDDLE)) for n in range(1, count + 1)])
    shown = drawing(layout, TimeScale(MIDDLE - 100 * DAY, 36_000.0))

    assert shown.told.groups == 0
    assert shown.told.shown == count


def test_a_collapsed_lane_counts_everything_in_one_row() -> None:
    entries = [entry(n, TimeSpan.at(MIDDLE + n * DAY), lane="NATO") for n in range(1, 9)]
    lanes = [Lane("NATO", "NATO", "lane1", 8, is_collapsed=True)]
    layout = TimelineLayout(entries, lanes, lambda text, _style: 6.0 * len(text), SCREEN)
    shown = drawing(layout, TimeScale(MIDDLE - DAY, 3_600.0))

    assert sorted(counted_ids(shown)) == list(range(1, 9))
    assert layout.lanes_height(TimeScale(MIDDLE, 3_600.0)) == lane_tops([1], lanes, SCREEN)[-1]


def test_a_lane_is_as_high_as_it_was_made() -> None:
    entries = [entry(n, TimeSpan.at(MIDDLE + n * DAY), lane="NATO") for n in range(1, 9)]
    lanes = [replace(Lane("NATO", "NATO", "lane1", 8), rows=5)]
    layout = TimelineLayout(entries, lanes, lambda text, _style: 6.0 * len(text), SCREEN)

    assert layout.lanes_height(TimeScale(MIDDLE, 3_600.0)) == lane_tops([5], lanes, SCREEN)[-1]


def test_what_is_not_yet_packed_is_counted_meanwhile() -> None:
    layout = in_blocks([entry(n, TimeSpan.at(MIDDLE + n * DAY)) for n in range(1, 60)])
    viewport = Viewport(TimeScale(MIDDLE - DAY, 7_200.0), 1_000.0, 400.0)
    first = layout.display_list(viewport, deadline=0.0)
    while layout.prepare(viewport, deadline=0.0) is not Lacking.NOTHING:
        pass
    later = layout.display_list(viewport, deadline=0.0)

    assert (first.told.is_final, first.told.shown) == (False, 0)
    assert sorted(counted_ids(first)) == sorted(drawn_ids(later) + counted_ids(later))
    assert later.told.is_final
