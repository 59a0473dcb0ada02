"""The gestures of the canvas, without a canvas."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from timeline_app.layout import Area, Hit, Part
from timeline_app.ui.timeline.gestures import (
    Choose,
    ChooseArea,
    ChooseNone,
    Command,
    Create,
    Gestures,
    Keys,
    Open,
    OpenArticle,
    OpenCluster,
    Pan,
    ShowBand,
    Zoom,
    ZoomTo,
)

AREA = Area(0, 0, 10, 10)
EVENT = Hit(AREA, Part.MARK, 7)
CLUSTER = Hit(AREA, Part.CLUSTER, ids=(1, 2))
AXIS = Hit(AREA, Part.AXIS)
PLAIN, SHIFT, CTRL, ALT = Keys(), Keys(shift=True), Keys(ctrl=True), Keys(alt=True)


def drag(
    gestures: Gestures, path: Sequence[tuple[float, float]], target: Hit | None, keys: Keys = PLAIN
) -> list[Command]:
    commands = gestures.press(*path[0], target, keys)
    for place in path[1:]:
        commands += gestures.move(*place)
    return commands + gestures.release(*path[-1])


def click(target: Hit | None, keys: Keys = PLAIN) -> list[Command]:
    return drag(Gestures(), [(5, 5), (6, 6)], target, keys)


def test_a_click_chooses_an_event() -> None:
    assert click(EVENT) == [Choose(7)]


@pytest.mark.parametrize("keys", [SHIFT, CTRL])
def test_a_click_with_a_modifier_adds_to_the_selection(keys: Keys) -> None:
    assert click(EVENT, keys) == [Choose(7, extends=True)]


def test_a_click_beside_events_lets_go_of_them() -> None:
    assert click(None) == [ChooseNone()]


def test_a_click_on_a_pill_opens_it() -> None:
    assert click(CLUSTER) == [OpenCluster((1, 2))]


def test_a_click_on_an_article_opens_it() -> None:
    assert click(Hit(AREA, Part.ARTICLE, 3)) == [OpenArticle(3)]


def test_dragging_pans_both_ways() -> None:
    commands = drag(Gestures(), [(100, 100), (110, 100), (110, 95)], None)

    assert commands == [Pan(10, 0), Pan(0, -5)]


def test_dragging_an_event_pans_and_does_not_choose_it() -> None:
    assert drag(Gestures(), [(100, 100), (90, 100)], EVENT) == [Pan(-10, 0)]


def test_dragging_along_the_axis_pans_and_across_it_zooms() -> None:
    along = drag(Gestures(), [(100, 10), (120, 10)], AXIS)
    across = drag(Gestures(), [(100, 10), (100, 130)], AXIS)

    assert along == [Pan(20, 0)]
    assert across == [Zoom(2.0, 100)]


def test_a_brush_zooms_to_what_it_covers() -> None:
    commands = drag(Gestures(), [(300, 50), (200, 60)], None, SHIFT)

    assert commands == [
        ShowBand(Area(200, 50, 100, 10), is_brush=True),
        ShowBand(None),
        ZoomTo(200, 300),
    ]


def test_a_brush_too_thin_to_be_meant_zooms_nowhere() -> None:
    commands = drag(Gestures(), [(300, 50), (303, 90)], None, SHIFT)

    assert commands[-1] == ShowBand(None)


def test_a_rubber_band_chooses_what_it_surrounds() -> None:
    commands = drag(Gestures(), [(10, 10), (60, 40)], None, CTRL)

    assert commands[-1] == ChooseArea(Area(10, 10, 50, 30))


def test_escape_ends_a_drag_without_a_trace() -> None:
    gestures = Gestures()
    gestures.press(10, 10, None, CTRL)
    gestures.move(60, 40)

    assert gestures.cancel() == [ShowBand(None)]
    assert gestures.release(60, 40) == []


def test_a_double_click_opens_an_event_or_makes_one() -> None:
    assert Gestures().double_click(5, 6, EVENT) == [Open(7)]
    assert Gestures().double_click(5, 6, None) == [Create(5, 6)]
    assert Gestures().double_click(5, 6, AXIS) == []


def test_the_wheel_zooms_at_the_pointer() -> None:
    assert Gestures().wheel(300, 0, 120, PLAIN) == [Zoom(1.25, 300)]
    assert Gestures().wheel(300, 0, -120, CTRL) == [Zoom(0.8, 300)]


def test_the_wheel_pans_with_shift_and_scrolls_with_alt() -> None:
    assert Gestures().wheel(300, 0, 120, SHIFT) == [Pan(60, 0)]
    assert Gestures().wheel(300, 0, 120, ALT) == [Pan(0, 60)]
    assert Gestures().wheel(300, 80, 0, PLAIN) == [Pan(40, 0)]


def test_moving_without_a_press_does_nothing() -> None:
    assert Gestures().move(10, 10) == []
