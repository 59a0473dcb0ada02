"""The gestures of the canvas, without a canvas."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from timeline_app.domain.time.moving import Edge
from timeline_app.layout import Area, Hit, Part
from timeline_app.ui.timeline.gesture_commands import (
    Carry,
    Choose,
    ChooseArea,
    ChooseNone,
    Command,
    Create,
    Drop,
    Grab,
    ListCluster,
    Open,
    OpenArticle,
    OpenCluster,
    Pan,
    PutBack,
    ShowBand,
    Zoom,
    ZoomTo,
)
from timeline_app.ui.timeline.gestures import Gestures, Keys, Turn

AREA = Area(0, 0, 10, 10)
EVENT = Hit(AREA, Part.MARK, 7)
LABEL = Hit(AREA, Part.LABEL, 7)
BAND = Area(100, 100, 10, 0)
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
    assert click(CLUSTER) == [OpenCluster((1, 2), AREA)]
    assert click(CLUSTER, SHIFT) == [ListCluster((1, 2), AREA)]


def test_a_click_on_an_article_opens_it() -> None:
    assert click(Hit(AREA, Part.ARTICLE, 3)) == [OpenArticle(3)]


def test_dragging_pans_both_ways() -> None:
    commands = drag(Gestures(), [(100, 100), (110, 100), (110, 95)], None)

    assert commands == [Pan(10, 0), Pan(0, -5)]


@pytest.mark.parametrize("edge", [None, Edge.BEGIN, Edge.END])
def test_dragging_an_event_carries_it_or_its_edge(edge: Edge | None) -> None:
    gestures = Gestures()
    gestures.press(100, 100, EVENT, PLAIN, edge)

    assert gestures.move(102, 100) == []
    assert gestures.move(110, 100) == [Grab(7, edge, 100), Carry(110, snaps=True)]
    assert gestures.move(120, 100, ALT) == [Carry(120, snaps=False)]
    assert gestures.release(120, 100) == [Drop()]
    assert not gestures.is_dragging


def test_escape_puts_an_event_back() -> None:
    gestures = Gestures()
    gestures.press(100, 100, EVENT, PLAIN)
    gestures.move(110, 100)

    assert gestures.cancel() == [PutBack()]
    assert gestures.move(120, 100) == []
    assert gestures.release(120, 100) == []


@pytest.mark.parametrize(
    ("target", "keys", "first"),
    [
        (None, PLAIN, Pan(10, 0)),
        (CLUSTER, PLAIN, Pan(10, 0)),
        (EVENT, PLAIN, Grab(7, None, 100)),
        (LABEL, PLAIN, Grab(7, None, 100)),
        (AXIS, PLAIN, Pan(10, 0)),
        (None, CTRL, ShowBand(BAND)),
        (EVENT, CTRL, ShowBand(BAND)),
        (AXIS, CTRL, Pan(10, 0)),
        (None, SHIFT, ShowBand(BAND, is_brush=True)),
        (EVENT, SHIFT, ShowBand(BAND, is_brush=True)),
        (AXIS, SHIFT, ShowBand(BAND, is_brush=True)),
    ],
)
def test_what_a_drag_does_depends_on_its_start_and_keys(
    target: Hit | None, keys: Keys, first: Command
) -> None:
    gestures = Gestures()
    gestures.press(100, 100, target, keys)

    assert gestures.move(110, 100)[0] == first


def test_the_middle_button_pans_and_chooses_nothing() -> None:
    gestures = Gestures()
    gestures.press_to_pan(100, 100)

    assert gestures.moves_view
    assert gestures.move(101, 100) == [Pan(1, 0)]
    assert gestures.release(101, 100) == []


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


def test_the_second_click_on_what_the_first_opened_makes_nothing() -> None:
    gestures = Gestures()
    drag(gestures, [(5, 5)], CLUSTER)

    assert gestures.double_click(5, 5, None) == []


def notch(dx: float = 0, dy: float = 0, *, on_axis: bool = False, can_scroll: bool = False) -> Turn:
    return Turn.of_wheel(300, dx, dy, on_axis=on_axis, can_scroll=can_scroll)


@pytest.mark.parametrize(
    ("turn", "keys", "expected"),
    [
        (notch(dy=120), PLAIN, Zoom(1.25, 300)),
        (notch(dy=-120), PLAIN, Zoom(0.8, 300)),
        (notch(dy=120, can_scroll=True), PLAIN, Pan(0, 60)),
        (notch(dy=120, can_scroll=True, on_axis=True), PLAIN, Zoom(1.25, 300)),
        (notch(dy=120, can_scroll=True), CTRL, Zoom(1.25, 300)),
        (notch(dy=-120), CTRL, Zoom(0.8, 300)),
        (notch(dy=120), SHIFT, Pan(60, 0)),
        (notch(dx=120), SHIFT, Pan(60, 0)),  # some desktops turn the wheel themselves
        (notch(dy=120), ALT, Pan(0, 60)),
        (notch(dx=120), ALT, Pan(0, 60)),
        (notch(dx=80), PLAIN, Pan(40, 0)),
        (notch(dx=80, can_scroll=True), PLAIN, Pan(40, 0)),
        (Turn(300, 7, 3), PLAIN, Pan(7, 0)),
        (Turn(300, 7, 3, can_scroll=True), PLAIN, Pan(7, 3)),
        (Turn(300, 3, -60), PLAIN, Zoom(0.8, 300)),
        (Turn(300, 0, 60, can_scroll=True), CTRL, Zoom(1.25, 300)),
    ],
)
def test_what_the_wheel_and_two_fingers_do(turn: Turn, keys: Keys, expected: Command) -> None:
    assert Gestures().wheel(turn, keys) == [expected]


@pytest.mark.parametrize("can_scroll", [True, False])
@pytest.mark.parametrize("on_axis", [True, False])
@pytest.mark.parametrize("keys", [PLAIN, SHIFT, CTRL, ALT])
def test_the_wheel_never_does_nothing(*, keys: Keys, on_axis: bool, can_scroll: bool) -> None:
    turn = notch(dy=120, on_axis=on_axis, can_scroll=can_scroll)

    (command,) = Gestures().wheel(turn, keys)

    assert command not in (Pan(0, 0), Zoom(1.0, 300))


def test_moving_without_a_press_does_nothing() -> None:
    assert Gestures().move(10, 10) == []
