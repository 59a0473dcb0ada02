"""What the pointer does on the heads of lanes, without a window."""

from __future__ import annotations

import pytest

from timeline_app.layout import Area, Hit, Part
from timeline_app.ui.timeline.lane_gestures import (
    CarryLane,
    FitLane,
    LaneGestures,
    PlaceLane,
    PutLaneBack,
    ResizeLane,
    TurnLane,
)

AREA = Area(0.0, 100.0, 110.0, 42.0)
HEAD, CHEVRON, EDGE = (
    Hit(AREA, part, key="NATO") for part in (Part.LANE, Part.LANE_CHEVRON, Part.LANE_EDGE)
)


@pytest.fixture
def gestures() -> LaneGestures:
    return LaneGestures()


@pytest.mark.parametrize("hit", [None, Hit(AREA, Part.AXIS), Hit(AREA, Part.MARK, 1)])
def test_only_heads_are_taken(gestures: LaneGestures, hit: Hit | None) -> None:
    assert not gestures.press(110.0, hit)
    assert not gestures.is_active
    assert gestures.double_click(hit) == []


def test_a_click_on_the_chevron_turns_the_lane_and_one_on_the_head_does_nothing(
    gestures: LaneGestures,
) -> None:
    assert gestures.press(110.0, CHEVRON)
    assert gestures.release(111.0) == [TurnLane("NATO")]

    gestures.press(110.0, HEAD)
    assert gestures.release(111.0) == []
    assert not gestures.is_active


def test_two_clicks_turn_the_lane_or_fit_it(gestures: LaneGestures) -> None:
    assert gestures.double_click(HEAD) == [TurnLane("NATO")]
    assert gestures.double_click(CHEVRON) == [TurnLane("NATO")]
    assert gestures.double_click(EDGE) == [FitLane("NATO")]


def test_a_head_is_carried_to_another_place(gestures: LaneGestures) -> None:
    gestures.press(110.0, HEAD)
    assert gestures.move(112.0) == []
    assert gestures.move(180.0) == [CarryLane("NATO", 180.0)]
    assert gestures.release(182.0) == [PlaceLane("NATO", 182.0)]


def test_an_edge_is_pulled_to_another_height(gestures: LaneGestures) -> None:
    gestures.press(142.0, EDGE)
    assert gestures.move(170.0) == [ResizeLane("NATO", 170.0)]
    assert gestures.release(170.0) == []


@pytest.mark.parametrize("hit", [HEAD, EDGE])
def test_a_drag_can_be_called_off(gestures: LaneGestures, hit: Hit) -> None:
    gestures.press(142.0, hit)
    gestures.move(170.0)

    assert gestures.cancel() == [PutLaneBack()]
    assert gestures.cancel() == []
    assert not gestures.is_active
