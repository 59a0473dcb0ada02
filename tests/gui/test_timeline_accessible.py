"""What a screen reader finds on the canvas, read through the tree that it reads."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.gui.test_timeline_menus import CROWD, add_reports, cluster_of
from tests.gui.timeline_hands import drag, id_of, place_of
from tests.gui.timeline_windows import Show, model, show, theme, workspace
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.accessible import install_timeline_access
from timeline_app.ui.timeline.workspace import TimelineWorkspace

__all__ = ["model", "show", "theme", "workspace"]

_PRESS = QAccessibleActionInterface.pressAction()
_SET_FOCUS = QAccessibleActionInterface.setFocusAction()


@pytest.fixture(autouse=True)
def _installed(qapp: QApplication) -> None:
    install_timeline_access(qapp)


def tree(workspace: TimelineWorkspace) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(workspace.canvas)


def items(workspace: TimelineWorkspace) -> list[QAccessibleInterface]:
    top = tree(workspace)
    children = (top.child(index) for index in range(top.childCount()))
    return [child for child in children if child.role() is QAccessible.Role.ListItem]


def names(workspace: TimelineWorkspace) -> list[str]:
    return [item.text(QAccessible.Text.Name) for item in items(workspace)]


def named(workspace: TimelineWorkspace, words: str) -> QAccessibleInterface:
    return next(i for i in items(workspace) if words in i.text(QAccessible.Text.Name))


def test_the_canvas_is_a_list_with_a_name(workspace: TimelineWorkspace) -> None:
    top = tree(workspace)

    assert top.role() is QAccessible.Role.List
    assert top.text(QAccessible.Text.Name) == "Timeline"


def test_every_event_in_view_has_an_item_with_its_name_in_full(
    workspace: TimelineWorkspace,
) -> None:
    assert sorted(names(workspace)) == [
        "Event 1 of 7: Incursion, since 6 August 2024, 1 source, accepted",
        "Event 2 of 7: Shipment, 8 to 13 October 2024, 1 source, accepted",
        "Event 3 of 7: Summit, Sometime 21 to 27 October 2024, 1 source, accepted",
        "Event 4 of 7: Strikes, on or after 29 October 2024, 1 source, accepted",
        "Event 5 of 7: Troops sent, by 29 October 2024, 1 source, accepted",
        "Event 6 of 7: Vote, Tuesday 5 November 2024, 1 source, proposed",
        "Event 7 of 7: Treaty, Saturday 9 November 2024, 1 source, accepted",
    ]


def test_the_items_follow_the_view(workspace: TimelineWorkspace, model: ProjectModel) -> None:
    workspace.canvas.fit_events([id_of(model, "Treaty")])
    workspace.canvas.set_view(workspace.canvas.fitting_scale().zoomed(400, 700.0))
    in_view = {hit.id for hit in workspace.canvas.display_list().targets or ()}

    assert len(items(workspace)) == len(in_view) < 7


def test_an_item_lies_where_the_event_is_drawn(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    place = workspace.canvas.mapToGlobal(place_of(workspace, id_of(model, "Treaty")))
    item = named(workspace, "Treaty")

    assert item.rect().contains(place)
    assert tree(workspace).childAt(place.x(), place.y()) is item
    assert tree(workspace).childAt(*workspace.canvas.mapToGlobal(QPoint(2, 2)).toTuple()) != item


def test_each_item_knows_its_place_and_its_parent(workspace: TimelineWorkspace) -> None:
    top = tree(workspace)

    for number, item in enumerate(items(workspace)):
        assert top.indexOfChild(item) == number
        assert item.parent() is top
        assert item.isValid()
        assert item.childCount() == 0


def test_an_item_has_actions_and_no_other_interface(workspace: TimelineWorkspace) -> None:
    item = named(workspace, "Treaty")

    assert item.actionInterface() is not None
    assert item.valueInterface() is None
    assert item.textInterface() is None
    assert item.selectionInterface() is None
    assert item.tableCellInterface() is None
    assert item.attributesInterface() is None
    assert item.relations() == []


def test_the_current_event_has_the_focus_and_is_selected(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    workspace.canvas.setFocus()
    workspace.canvas.choose(id_of(model, "Summit"))
    summit, treaty = named(workspace, "Summit"), named(workspace, "Treaty")

    assert summit.state().focused
    assert summit.state().selected
    assert not treaty.state().focused
    assert not treaty.state().selected
    assert tree(workspace).focusChild() is summit


def test_the_focus_can_be_set(workspace: TimelineWorkspace, model: ProjectModel) -> None:
    named(workspace, "Summit").actionInterface().doAction(_SET_FOCUS)

    assert workspace.canvas.hasFocus()
    assert model.current_event == id_of(model, "Summit")


def test_pressing_opens_the_event(
    workspace: TimelineWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    actions = named(workspace, "Summit").actionInterface()
    assert actions.actionNames() == [_PRESS, _SET_FOCUS]

    with qtbot.waitSignal(workspace.canvas.opened) as opened:
        actions.doAction(_PRESS)

    assert opened.args == [id_of(model, "Summit")]


def test_a_group_says_how_many_events_it_holds_and_opens(
    workspace: TimelineWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    add_reports(model.library, *CROWD)
    canvas = workspace.canvas
    canvas.fit_all()
    step, cluster = canvas.scale.seconds_per_pixel, cluster_of(workspace)
    group = named(workspace, f"Group of {len(cluster.ids)} events, ")

    group.actionInterface().doAction(_SET_FOCUS)
    assert model.selection == set(cluster.ids)
    assert group.state().selected
    assert not group.state().focused
    group.actionInterface().doAction(_PRESS)
    qtbot.waitUntil(lambda: canvas.scale.seconds_per_pixel < step / 2)


def test_an_item_stays_the_same_while_its_event_is_in_view(workspace: TimelineWorkspace) -> None:
    before = named(workspace, "Treaty")
    number = QAccessible.uniqueId(before)

    workspace.canvas.set_view(workspace.canvas.scale.panned(-20))

    assert named(workspace, "Treaty") is before
    assert QAccessible.accessibleInterface(number) is before


def test_nothing_is_told_of_a_project_that_is_closed(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    item = named(workspace, "Treaty")

    model.close()

    assert not item.isValid()
    assert item.text(QAccessible.Text.Name) == ""
    assert items(workspace) == []


def test_the_items_go_with_the_canvas(model: ProjectModel, theme: Theme, show: Show) -> None:
    workspace = show(TimelineWorkspace(model, theme))
    numbers = [QAccessible.uniqueId(item) for item in items(workspace)]

    delete(workspace)
    gc.collect()

    assert numbers
    assert all(QAccessible.accessibleInterface(number) is None for number in numbers)


def test_another_zoom_level_is_told_once_and_when_the_view_has_come_to_rest(
    workspace: TimelineWorkspace, qtbot: QtBot
) -> None:
    canvas, announcer = workspace.canvas, workspace.teller.announcer
    said: list[str] = []
    announcer.said.connect(said.append)

    with qtbot.waitSignal(announcer.said):
        for _ in range(8):
            canvas.set_view(canvas.scale.zoomed(1.5, 400))

    assert len(said) == 1
    assert said[0].startswith("Days, ")
    assert " 2024, " in said[0]


def test_a_choice_of_several_is_told_by_its_number(
    workspace: TimelineWorkspace, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(workspace.teller.announcer.said) as said:
        workspace.canvas.select_all()

    assert said.args == ["7 events selected"]


def test_with_a_screen_reader_the_focus_follows_the_current_event(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    QAccessible.setActive(True)
    workspace.canvas.setFocus()
    workspace.canvas.step_to_end(is_last=True)

    assert named(workspace, "Treaty").state().focused
    QAccessible.setActive(False)


def test_decisions_and_moves_are_told(
    workspace: TimelineWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    said: list[str] = []
    model.message.connect(said.append)

    workspace.canvas.choose(id_of(model, "Vote"))
    workspace.commands()["timeline.accept"]()
    workspace.canvas.choose(id_of(model, "Treaty"))
    workspace.canvas.nudge(1)
    drag(workspace, place_of(workspace, id_of(model, "Treaty")), QPoint(60, 0))

    assert said[0] == "Accepted. All reviewed"
    assert said[1].startswith("Treaty: ")
    assert said[2].startswith("Treaty: ")
    assert len(said) == 3
