from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.timelines import DAY, MIDDLE, entry, entry_lists, layout_of
from timeline_app.domain.time import TimeSpan
from timeline_app.layout import SCREEN, TimelineEntry
from timeline_app.layout.packing import CLUSTERED
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.timeline import TimelineLayout

steps = st.floats(60.0, 500_000.0)


def whole_extents(layout: TimelineLayout, scale: TimeScale) -> dict[tuple[int, int], list]:
    """The pixels from mark to label of everything that has a row, by lane and row."""
    columns, packing = layout.columns, layout.packing(scale)
    extent = columns.extent(scale.seconds_per_pixel)
    rows = defaultdict(list)
    for index in range(len(columns)):
        if packing.row[index] == CLUSTERED:
            continue
        left, right = extent.left[index], extent.right[index]
        if packing.shows_label[index]:
            reach = columns.label_width[index] + SCREEN.label_gap
            if packing.label_is_left[index]:
                left -= reach
            else:
                right += reach
        rows[int(columns.lane[index]), int(packing.row[index])].append((left, right))
    return rows


@settings(deadline=None)
@given(entry_lists(), steps)
def test_marks_and_labels_of_a_row_never_overlap(entries: list[TimelineEntry], step: float) -> None:
    layout = layout_of(entries)
    for row in whole_extents(layout, TimeScale(MIDDLE, step)).values():
        ordered = sorted(row)
        for (_, end), (begin, _) in pairwise(ordered):
            assert begin - end >= SCREEN.row_gap - 1e-6


@settings(deadline=None)
@given(entry_lists(most=90), steps)
def test_every_event_has_a_row_or_is_counted_once(
    entries: list[TimelineEntry], step: float
) -> None:
    layout = layout_of(entries)
    packing = layout.packing(TimeScale(MIDDLE, step))
    counted = [event_id for cluster in packing.clusters for event_id in cluster.ids]
    drawn = [
        layout.columns.entries[index].id
        for index in range(len(layout.columns))
        if packing.row[index] != CLUSTERED
    ]

    assert sorted(counted + drawn) == [e.id for e in entries]


@settings(deadline=None)
@given(entry_lists(), steps)
def test_rows_stay_within_what_a_lane_may_take(entries: list[TimelineEntry], step: float) -> None:
    packing = layout_of(entries).packing(TimeScale(MIDDLE, step))

    assert max(packing.lane_rows) <= SCREEN.max_rows + 1


def test_panning_moves_nothing_to_another_row() -> None:
    layout = layout_of([entry(n, TimeSpan.at(MIDDLE + n * DAY)) for n in range(1, 40)])
    scale = TimeScale(MIDDLE, 3_600.0)

    assert layout.packing(scale) is layout.packing(scale.panned(777.0))


def test_crowded_days_become_a_counted_pill_and_the_rest_keeps_its_labels() -> None:
    crowd = [entry(n, TimeSpan.at(MIDDLE + n * 600)) for n in range(1, 15)]
    alone = [
        entry(100 + n, TimeSpan.at(MIDDLE + n * 40 * DAY), f"Far away {n}") for n in range(1, 20)
    ]
    layout = layout_of(crowd + alone)
    packing = layout.packing(TimeScale(MIDDLE, 7_200.0))

    assert [set(cluster.ids) for cluster in packing.clusters] == [{e.id for e in crowd}]
    assert packing.shows_label[layout.columns.position[105]]


def test_a_crowded_lane_keeps_the_labels_that_have_room() -> None:
    crowds = [
        entry(20 * crowd + n, TimeSpan.at(MIDDLE + crowd * 9 * DAY + n * 600))
        for crowd in range(4)
        for n in range(1, 15)
    ]
    alone = entry(500, TimeSpan.at(MIDDLE + 200 * DAY), "Far away")
    layout = layout_of([*crowds, alone])
    packing = layout.packing(TimeScale(MIDDLE, 7_200.0))
    shown = packing.shows_label

    assert shown[layout.columns.position[500]]
    assert not shown.all()


def test_a_lane_with_too_many_events_is_a_histogram_of_counts() -> None:
    layout = layout_of([entry(n, TimeSpan.at(MIDDLE + n * DAY)) for n in range(1, 2_000)])
    packing = layout.packing(TimeScale(MIDDLE, DAY * 3.0))

    assert sum(len(cluster.ids) for cluster in packing.clusters) == 1_999
    assert max(cluster.share or 0.0 for cluster in packing.clusters) == 1.0


def test_labels_stand_left_of_what_is_open_to_the_left() -> None:
    layout = layout_of([entry(1, TimeSpan.on_or_before(MIDDLE))])

    assert layout.packing(TimeScale(MIDDLE, 3_600.0)).label_is_left[0]


@pytest.mark.parametrize("count", [0, 1])
def test_few_events_need_no_care(count: int) -> None:
    layout = layout_of([entry(n, TimeSpan.at(MIDDLE)) for n in range(count)])

    assert layout.packing(TimeScale(MIDDLE, 3_600.0)).clusters == ()
