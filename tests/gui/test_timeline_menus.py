"""Context menus and clusters on the canvas, with real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.timeline_hands import empty_place, id_of, place_of
from tests.gui.timeline_windows import model, show, theme, workspace
from timeline_app.domain import Change, Edit, Event, ReviewStatus
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.layout import Hit, Part
from timeline_app.services.library import Library
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.timeline.cluster_list import ClusterList
from timeline_app.ui.timeline.workspace import TimelineWorkspace

__all__ = ["model", "show", "theme", "workspace"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier

CROWD = ["2024-10-15"] * 30 + ["2024-10-20"] * 30


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
    add_reports(model.library, *CROWD)
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
    add_reports(model.library, *CROWD)
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
