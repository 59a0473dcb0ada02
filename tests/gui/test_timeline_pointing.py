"""Wheel, touchpad, keys, menus, cards and clusters on the canvas, with real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.timeline_hands import (
    drag,
    empty_place,
    id_of,
    pinch,
    place_of,
    point_at,
    slide_fingers,
    turn_wheel,
)
from tests.gui.timeline_projects import QUOTE, fill
from tests.gui.timeline_windows import model, show, theme, workspace
from timeline_app.domain import Change, Edit, Event, ReviewStatus
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.layout import Hit, Part
from timeline_app.services.library import Library
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.main_window import MainWindow
from timeline_app.ui.timeline.cluster_list import ClusterList
from timeline_app.ui.timeline.glide import View
from timeline_app.ui.timeline.quote_text import QuoteText
from timeline_app.ui.timeline.workspace import TimelineWorkspace
from timeline_app.ui.widgets import PlainLabel

__all__ = ["model", "show", "theme", "workspace"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen
LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PLACE = QPointF(500, 200)


def add_reports(library: Library, *dates: str) -> None:
    """Events that stand so close together that only some have room."""
    events = [
        Event(
            library.new_id(),
            f"Report number {number} with a title of some length",
            parse_edtf(date),
            ReviewStatus.ACCEPTED,
            organisations=("Ukraine",),
        )
        for number, date in enumerate(dates)
    ]
    library.apply(Change("reports", tuple(Edit(None, event) for event in events)))


def cluster_of(workspace: TimelineWorkspace) -> Hit:
    hits = workspace.canvas.display_list().hits
    return next(hit for hit in hits if hit.part is Part.CLUSTER)


def middle(hit: Hit) -> QPoint:
    area = hit.area
    return QPoint(round(area.x + area.width / 2), round(area.y + area.height / 2))


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


def open_menu(workspace: TimelineWorkspace, place: QPoint, *, by_key: bool = False) -> QMenu:
    canvas = workspace.canvas
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(canvas, QContextMenuEvent(reason, place, canvas.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words_in(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def do(menu: QMenu, words: str) -> None:
    next(a for a in menu.actions() if a.text().replace("&", "") == words).trigger()
    menu.close()


def test_the_menu_of_an_event_holds_its_commands(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    vote = id_of(model, "Vote")

    menu = open_menu(workspace, place_of(workspace, vote))

    assert model.current_event == vote
    assert words_in(menu)[0] == "Open in the article"
    do(menu, "Accept")
    assert model.library.project.events[vote].status is ReviewStatus.ACCEPTED
    again = open_menu(workspace, place_of(workspace, vote))
    assert "Accept" not in words_in(again)
    again.close()


def test_the_menu_key_opens_the_menu_of_the_current_event(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    model.set_current_event(id_of(model, "Treaty"))

    menu = open_menu(workspace, QPoint(0, 0), by_key=True)

    assert "Edit the date" in words_in(menu)
    menu.close()


def test_the_menu_of_an_empty_place_makes_an_event_there(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    place = empty_place(workspace)
    instant = workspace.canvas.scale.time_at(workspace.canvas.time_x(place.x()))

    do(open_menu(workspace, place), "New event here")

    assert model.current_event is not None
    span = model.library.project.events[model.current_event].span
    assert span is not None
    assert span.overlaps(instant, instant + 1)


def test_a_cluster_opens_by_zooming_while_that_parts_it(
    workspace: TimelineWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    add_reports(model.library, *(f"2024-10-{day:02}" for day in range(1, 29)))
    canvas = workspace.canvas
    canvas.fit_all()
    step = canvas.scale.seconds_per_pixel
    cluster = cluster_of(workspace)

    QTest.mouseClick(canvas, LEFT, pos=middle(cluster))

    qtbot.waitUntil(lambda: canvas.scale.seconds_per_pixel < step / 2)
    assert QApplication.activePopupWidget() is None


def test_a_cluster_that_no_zoom_can_part_opens_as_a_list(
    workspace: TimelineWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    add_reports(model.library, *["2024-10-15"] * 30)
    canvas, cluster = workspace.canvas, cluster_of(workspace)
    scale = canvas.scale

    QTest.mouseClick(canvas, LEFT, pos=middle(cluster))

    shown = QApplication.activePopupWidget()
    assert isinstance(shown, ClusterList)
    assert canvas.scale == scale
    assert [event.id for event in shown.model.events] == list(cluster.ids)
    QTest.keyClick(shown.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.picked) as picked:
        QTest.keyClick(shown.view, Qt.Key.Key_Return)
    assert picked.args == [cluster.ids[1]]
    assert model.current_event == cluster.ids[1]
    assert QApplication.activePopupWidget() is None


def test_shift_and_the_menu_list_a_cluster_at_once(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    add_reports(model.library, *(f"2024-10-{day:02}" for day in range(1, 29)))
    workspace.canvas.fit_all()
    cluster = cluster_of(workspace)
    place = middle(cluster)

    QTest.mouseClick(workspace.canvas, LEFT, SHIFT, place)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, ClusterList)
    QTest.keyClick(shown.view, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None

    do(open_menu(workspace, place), f"List these {len(cluster.ids)} events")
    listed = QApplication.activePopupWidget()
    assert isinstance(listed, ClusterList)
    listed.grab()
    listed.close()

    do(open_menu(workspace, place), "Select these events")
    assert model.selection == set(cluster.ids)


def test_the_middle_button_keeps_the_selection(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    model.set_current_event(id_of(model, "Summit"))

    QTest.mouseClick(workspace.canvas, Qt.MouseButton.MiddleButton, pos=empty_place(workspace))

    assert model.current_event == id_of(model, "Summit")
