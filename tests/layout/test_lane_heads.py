"""Lanes that are collapsed or have a chosen number of rows, and what answers in their heads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.layout.timelines import DAY, MIDDLE, entry, measure
from timeline_app.domain.time import TimeSpan
from timeline_app.layout import (
    SCREEN,
    DisplayList,
    Label,
    Lane,
    Mark,
    Marking,
    Part,
    TimelineLayout,
    TimeScale,
    Viewport,
)

SCALE = TimeScale(MIDDLE - 30 * DAY, DAY / 20)
WIDTH, HEIGHT = 1_400.0, 700.0


def layout_with(lane: Lane, *days: int) -> TimelineLayout:
    """A lane "a" with events on these days, and under it a lane "b" with one."""
    entries = [
        entry(number, TimeSpan.at(MIDDLE + day * DAY), lane="a")
        for number, day in enumerate(days, 1)
    ]
    entries.append(entry(99, TimeSpan.at(MIDDLE), lane="b"))
    return TimelineLayout(entries, (lane, Lane("b", "Lane b", count=1)), measure)


def drawn(layout: TimelineLayout, marking: Marking | None = None) -> DisplayList:
    return layout.display_list(Viewport(SCALE, WIDTH, HEIGHT), marking)


A = Lane("a", "Lane a", count=3)
COLLAPSED = replace(A, is_collapsed=True)


def test_a_collapsed_lane_is_one_row_of_counts() -> None:
    layout = layout_with(COLLAPSED, *[0] * 5, 9)
    tops = layout.lane_tops(SCALE)

    assert layout.lane_rows(SCALE)[0] == 1
    assert tops[1] - tops[0] == SCREEN.row_height + 2 * SCREEN.lane_padding
    assert drawn(layout).told.grouped == 6


@pytest.mark.parametrize("rows", [1, 2, 3, 12])
def test_a_lane_has_as_many_rows_as_chosen_and_hides_nothing(rows: int) -> None:
    layout = layout_with(replace(A, rows=rows), *[day // 4 for day in range(24)])
    told = drawn(layout).told

    assert layout.lane_rows(SCALE)[0] == rows
    assert told.shown + told.grouped == 25


def test_a_head_answers_with_chevron_edge_and_the_rest_of_it() -> None:
    layout = layout_with(A, 0, 4)
    drawing = drawn(layout)
    top = layout.bands(WIDTH, HEIGHT).lanes.y
    edge = top + layout.lane_tops(SCALE)[1]

    def at(x: float, y: float) -> tuple[Part, str] | None:
        hit = drawing.hit(x, y)
        return None if hit is None else (hit.part, hit.key)

    assert at(40, top + 15) == (Part.LANE, "a")
    assert at(100, top + 31) == (Part.LANE_CHEVRON, "a")
    assert at(40, edge - 2) == at(40, edge + 2) == (Part.LANE_EDGE, "a")
    assert at(40, edge + 15) == (Part.LANE, "b")


def test_a_low_head_keeps_name_and_count() -> None:
    drawing = drawn(layout_with(COLLAPSED, 0, 4))
    texts = [part.text for part in drawing.primitives() if isinstance(part, Label)]

    assert "Lane a" in texts
    assert "3" in texts


def test_heads_that_are_scrolled_away_do_not_answer_on_the_axis() -> None:
    layout = layout_with(A, 0, 4)
    drawing = layout.display_list(Viewport(SCALE, WIDTH, 120.0, scroll=30.0))
    lanes = layout.bands(WIDTH, 120.0).lanes

    assert all(hit.area.y >= lanes.y for hit in drawing.hits if hit.part is Part.LANE)


def test_what_is_not_searched_for_fades() -> None:
    layout = layout_with(A, 0, 4)
    drawing = drawn(layout, Marking(hits=frozenset({1})))
    marks = {part.y: part.tone for part in drawing.primitives() if isinstance(part, Mark)}
    place = layout.place_of(1, SCALE)
    assert place is not None
    found = marks.pop(layout.bands(WIDTH, HEIGHT).lanes.y + place.y)

    labels = {
        part.text: part.color
        for part in drawing.primitives()
        if isinstance(part, Label) and part.text.startswith("Event")
    }
    assert found == "lane1"
    assert labels["Event 1"] == "text"
    assert labels["Event 99"] != "text"
