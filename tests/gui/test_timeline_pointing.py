"""Wheel, touchpad, keys and cards on the canvas, with real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.timeline_hands import (
    drag,
    empty_place,
    id_of,
    pinch,
    place_of,
    point_at,
    slide_fingers,
    spread_fingers,
    turn_wheel,
)
from tests.gui.timeline_projects import QUOTE, fill
from tests.gui.timeline_windows import model, show, theme, workspace
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.main_window import MainWindow
from timeline_app.ui.sources.quote_text import QuoteText
from timeline_app.ui.timeline.glide import View
from timeline_app.ui.timeline.workspace import TimelineWorkspace
from timeline_app.ui.widgets import PlainLabel

__all__ = ["model", "show", "theme", "workspace"]

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PLACE = QPointF(500, 200)


def make_low(workspace: TimelineWorkspace) -> None:
    """Leave less room than the lanes need."""
    workspace.window().resize(1_440, 300)
    assert workspace.canvas.scroll_range > 0


def test_the_wheel_scrolls_lanes_that_have_no_room(workspace: TimelineWorkspace) -> None:
    make_low(workspace)
    canvas, scale = workspace.canvas, workspace.canvas.scale

    turn_wheel(workspace, QPointF(500, canvas.height() - 5), -60)

    assert canvas.scroll_position == min(30.0, canvas.scroll_range)
    assert canvas.scale == scale


@pytest.mark.parametrize("keys", [NONE, CTRL])
def test_the_wheel_zooms_where_all_lanes_are_in_view_and_with_ctrl(
    workspace: TimelineWorkspace, keys: Qt.KeyboardModifier
) -> None:
    canvas = workspace.canvas
    if keys == CTRL:
        make_low(workspace)
    kept, step = canvas.scale.time_at(canvas.time_x(500)), canvas.scale.seconds_per_pixel

    turn_wheel(workspace, PLACE, 240, keys)

    assert canvas.scale.seconds_per_pixel == pytest.approx(step / 1.25**2)
    assert abs(canvas.scale.x_of(kept) - canvas.time_x(500)) <= 1


def test_the_wheel_with_shift_pans(workspace: TimelineWorkspace) -> None:
    canvas, scale = workspace.canvas, workspace.canvas.scale

    turn_wheel(workspace, PLACE, 120, SHIFT)

    assert canvas.scale.x_of(scale.origin) - scale.x_of(scale.origin) == pytest.approx(60)


def test_two_fingers_pan_by_pixels_and_leave_nothing_rolling(
    workspace: TimelineWorkspace,
) -> None:
    canvas, scale = workspace.canvas, workspace.canvas.scale

    slide_fingers(workspace, PLACE, QPoint(17, 4))
    assert canvas.scale == scale.panned(17)

    slide_fingers(workspace, PLACE, QPoint(40, 0), Qt.ScrollPhase.ScrollMomentum)
    assert canvas.scale == scale.panned(17)


def test_two_fingers_on_the_screen_zoom_between_them(workspace: TimelineWorkspace) -> None:
    canvas = workspace.canvas
    middle = QPoint(round(canvas.width() * 0.6), canvas.height() // 2)
    before, at = canvas.scale, canvas.scale.time_at(canvas.time_x(middle.x()))

    spread_fingers(workspace, middle, 50, 60, 80, 100, 100)

    assert canvas.scale.seconds_per_pixel < before.seconds_per_pixel / 1.4
    assert abs(canvas.scale.x_of(at) - canvas.time_x(middle.x())) < 12


def test_a_pinch_zooms_at_the_pointer(workspace: TimelineWorkspace) -> None:
    canvas, scale = workspace.canvas, workspace.canvas.scale
    kept = scale.time_at(canvas.time_x(500))

    pinch(workspace, PLACE, 0.25)

    assert canvas.scale.seconds_per_pixel == pytest.approx(scale.seconds_per_pixel / 1.25)
    assert abs(canvas.scale.x_of(kept) - canvas.time_x(500)) <= 1


def test_dragging_the_axis_pans_along_it_and_zooms_across(workspace: TimelineWorkspace) -> None:
    canvas, start = workspace.canvas, QPoint(500, 20)
    scale = canvas.scale

    drag(workspace, start, QPoint(40, 0))
    assert canvas.scale.x_of(scale.origin) == pytest.approx(scale.x_of(scale.origin) + 40)

    drag(workspace, start, QPoint(0, 120))
    assert canvas.scale.seconds_per_pixel == pytest.approx(scale.seconds_per_pixel / 2)


def test_a_brush_zooms_to_its_stretch(workspace: TimelineWorkspace, qtbot: QtBot) -> None:
    canvas = workspace.canvas
    begin, end = (canvas.scale.time_at(canvas.time_x(x)) for x in (400, 600))

    drag(workspace, QPoint(400, 300), QPoint(200, 10), SHIFT)

    qtbot.waitUntil(lambda: abs(canvas.scale.x_of(begin)) < 1)
    qtbot.waitUntil(lambda: abs(canvas.scale.x_of(end) - canvas.time_width) < 1)


def test_a_band_selects_what_it_surrounds(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    top = round(workspace.canvas.bands.lanes.y) + 1
    drag(workspace, QPoint(112, top), QPoint(1_000, 600), CTRL)

    assert model.selection == set(model.library.project.events)
    workspace.canvas.grab()


def test_back_and_forward_go_through_the_views(workspace: TimelineWorkspace, qtbot: QtBot) -> None:
    canvas, commands = workspace.canvas, workspace.commands()
    first = canvas.view
    turn_wheel(workspace, PLACE, 120)
    turn_wheel(workspace, PLACE, 120)
    second = canvas.view

    commands["timeline.back"]()
    qtbot.waitUntil(lambda: canvas.view == first)
    commands["timeline.forward"]()
    qtbot.waitUntil(lambda: canvas.view == second)
    commands["timeline.forward"]()
    assert canvas.view == second


def test_keys_pan_the_view(workspace: TimelineWorkspace, qtbot: QtBot) -> None:
    canvas, scale = workspace.canvas, workspace.canvas.scale
    share = canvas.time_width / 4

    workspace.commands()["timeline.pan_later"]()
    qtbot.waitUntil(lambda: canvas.view == View(scale.panned(-share)))
    workspace.commands()["timeline.pan_earlier"]()
    qtbot.waitUntil(lambda: abs(canvas.scale.x_of(scale.origin)) < 0.01)


def test_shift_and_arrows_select_one_event_after_the_other(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    summit, strikes, treaty = (id_of(model, title) for title in ("Summit", "Strikes", "Treaty"))
    model.set_current_event(summit)

    QTest.keyClick(workspace.canvas, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(workspace.canvas, Qt.Key.Key_Right, SHIFT)
    assert model.selection == {summit, strikes, treaty}
    assert model.current_event == treaty

    QTest.keyClick(workspace.canvas, Qt.Key.Key_Left)
    assert model.selection == {strikes}

    workspace.commands()["timeline.select_all"]()
    assert model.selection == set(model.library.project.events)


def test_home_and_end_go_to_the_first_and_the_last_event(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    QTest.keyClick(workspace.canvas, Qt.Key.Key_End)
    assert model.current_event == id_of(model, "Treaty")

    QTest.keyClick(workspace.canvas, Qt.Key.Key_Home)
    assert model.current_event == id_of(model, "Incursion")


def test_the_card_of_an_event_appears_beside_the_pointer_and_goes_with_it(
    workspace: TimelineWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    place = place_of(workspace, id_of(model, "Summit"))
    card = workspace.canvas.hovering.card

    point_at(workspace, place)
    assert not card.isVisible()
    qtbot.waitUntil(card.isVisible)

    said = [label.text() for label in card.findChildren(PlainLabel)]
    for words in (
        "Summit",
        "Sometime 21 – 27 Oct 2024",
        "[2024-10-21..2024-10-27]",
        "Meridian Wire",
        "Tue 29 Oct 2024",
    ):
        assert words in said
    assert [quote.text for quote in card.findChildren(QuoteText)] == [f"“{QUOTE}”"]
    pointer = workspace.canvas.mapTo(workspace.window(), place)
    assert not card.geometry().contains(pointer)
    assert workspace.canvas.toolTip() == ""

    point_at(workspace, empty_place(workspace))
    assert not card.isVisible()


def test_the_card_by_key_follows_the_current_event_until_escape(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    canvas, card = workspace.canvas, workspace.canvas.hovering.card
    canvas.setFocus()
    model.set_current_event(id_of(model, "Summit"))
    workspace.commands()["timeline.card"]()
    assert card.isVisible()
    assert card.event_id == id_of(model, "Summit")

    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert card.isVisible()
    assert card.event_id == id_of(model, "Strikes")

    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert model.current_event == id_of(model, "Strikes")

    workspace.commands()["timeline.card"]()
    workspace.commands()["timeline.card"]()
    assert not card.isVisible()


def test_the_card_goes_with_the_canvas_and_brings_its_event_into_view(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    canvas, card = workspace.canvas, workspace.canvas.hovering.card
    canvas.setFocus()
    model.set_current_event(id_of(model, "Treaty"))
    canvas.set_view(canvas.scale.panned(-5 * canvas.time_width))

    workspace.commands()["timeline.card"]()
    assert card.isVisible()
    assert place_of(workspace, id_of(model, "Treaty")).x() < canvas.width()

    canvas.hide()
    assert not card.isVisible()


def test_the_keys_of_the_timeline_work_in_the_window(window: MainWindow, qtbot: QtBot) -> None:
    ids = fill(window.model.library)
    window.show_workspace("timeline")
    shown = window.stack.workspace("timeline")
    assert isinstance(shown, TimelineWorkspace)
    canvas, model = shown.canvas, window.model
    canvas.setFocus()
    model.set_current_event(ids["Treaty"])

    QTest.keyClick(canvas, Qt.Key.Key_I)
    assert canvas.hovering.card.isVisible()
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert model.library.undo_label == "change the date of “Treaty”"
    view = canvas.view
    QTest.keyClick(canvas, Qt.Key.Key_Right, CTRL)
    qtbot.waitUntil(lambda: canvas.scale == view.scale.panned(-canvas.time_width / 4))
    QTest.keyClick(canvas, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: canvas.view == view)
    QTest.keyClick(canvas, Qt.Key.Key_B, SHIFT)
    qtbot.waitUntil(lambda: canvas.view != view)


def test_escape_lets_go_of_the_selection(workspace: TimelineWorkspace, model: ProjectModel) -> None:
    model.set_current_event(id_of(model, "Summit"))

    QTest.keyClick(workspace.canvas, Qt.Key.Key_Escape)

    assert model.current_event is None


def test_the_middle_button_keeps_the_selection(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    model.set_current_event(id_of(model, "Summit"))

    QTest.mouseClick(workspace.canvas, Qt.MouseButton.MiddleButton, pos=empty_place(workspace))

    assert model.current_event == id_of(model, "Summit")
