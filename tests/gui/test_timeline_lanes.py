"""Lanes under mouse and keys: collapsed, moved, resized, and kept."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.timeline_hands import drag, id_of, point_at
from tests.gui.timeline_windows import Show, model, show, theme, workspace
from timeline_app.domain.time.calendar import instant_at
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.layout import SCREEN, Label, LaneGrouping, Part
from timeline_app.services import review
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.workspace import TimelineWorkspace

__all__ = ["model", "show", "theme", "workspace"]

LEFT = Qt.MouseButton.LeftButton


def order(workspace: TimelineWorkspace) -> list[str]:
    return [lane.title for lane in workspace.canvas.scene.lanes]


def place_of(workspace: TimelineWorkspace, key: str, part: Part = Part.LANE) -> QPoint:
    hits = workspace.canvas.display_list().hits
    area = next(hit.area for hit in hits if hit.part is part and hit.key == key)
    x = 40 if part is Part.LANE else area.x + area.width / 2
    return QPoint(round(x), round(area.y + min(14.0, area.height / 2)))


def rows_of(workspace: TimelineWorkspace, index: int) -> int:
    canvas = workspace.canvas
    return canvas.layout_model.lane_rows(canvas.scale)[index]


def test_the_chevron_collapses_a_lane_and_opens_it(workspace: TimelineWorkspace) -> None:
    canvas, scale = workspace.canvas, workspace.canvas.scale
    QTest.mouseClick(canvas, LEFT, pos=place_of(workspace, "Russia", Part.LANE_CHEVRON))
    tops = canvas.layout_model.lane_tops(canvas.scale)
    assert tops[1] - tops[0] == SCREEN.row_height + 2 * SCREEN.lane_padding
    assert canvas.scale == scale

    QTest.mouseClick(canvas, LEFT, pos=place_of(workspace, "Russia", Part.LANE_CHEVRON))
    assert not canvas.scene.lanes[0].is_collapsed


def test_a_double_click_on_a_head_collapses_its_lane(workspace: TimelineWorkspace) -> None:
    place = place_of(workspace, "Russia")
    QTest.mouseClick(workspace.canvas, LEFT, pos=place)
    QTest.mouseDClick(workspace.canvas, LEFT, pos=place)

    assert workspace.canvas.scene.lanes[0].is_collapsed


def test_a_head_is_dragged_to_another_place(workspace: TimelineWorkspace) -> None:
    assert order(workspace) == ["Russia", "North Korea", "Ukraine"]
    start, end = place_of(workspace, "Ukraine"), place_of(workspace, "Russia")

    drag(workspace, start, end - start - QPoint(0, 12), lets_go=False)
    assert workspace.canvas.drawings_over()
    QTest.mouseRelease(workspace.canvas, LEFT, pos=end - QPoint(0, 12))

    assert order(workspace) == ["Ukraine", "Russia", "North Korea"]
    assert not workspace.canvas.drawings_over()


def test_the_lanes_go_along_when_a_head_is_held_at_the_edge(
    workspace: TimelineWorkspace, qtbot: QtBot
) -> None:
    canvas = workspace.canvas
    for lane in canvas.scene.lanes:
        canvas.lane_hand.resize(lane.key, 30)
    start = place_of(workspace, "Russia")
    drag(workspace, start, QPoint(0, canvas.height() - start.y() - 2), lets_go=False)
    qtbot.waitUntil(lambda: canvas.scroll_position > 40)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)

    assert order(workspace) == ["Russia", "North Korea", "Ukraine"]


def test_escape_leaves_a_dragged_head_where_it_was(workspace: TimelineWorkspace) -> None:
    start = place_of(workspace, "Ukraine")
    drag(workspace, start, QPoint(0, -150), lets_go=False)
    QTest.keyClick(workspace.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(workspace.canvas, LEFT, pos=start - QPoint(0, 150))

    assert order(workspace) == ["Russia", "North Korea", "Ukraine"]


def test_a_change_of_the_project_ends_the_drag_of_a_head(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    drag(workspace, place_of(workspace, "Ukraine"), QPoint(0, -150), lets_go=False)
    review.reject(model.library, id_of(model, "Vote"))

    assert not workspace.canvas.drawings_over()
    assert order(workspace) == ["Russia", "North Korea", "Ukraine"]


def test_the_edge_of_a_lane_is_dragged_and_fitted_again(workspace: TimelineWorkspace) -> None:
    needed = rows_of(workspace, 0)
    edge = place_of(workspace, "Russia", Part.LANE_EDGE)
    drag(workspace, edge, QPoint(0, round(3 * SCREEN.row_height)))
    assert rows_of(workspace, 0) == needed + 3

    QTest.mouseDClick(workspace.canvas, LEFT, pos=place_of(workspace, "Russia", Part.LANE_EDGE))
    assert rows_of(workspace, 0) == needed


def test_commands_are_for_the_lane_of_the_current_event(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    commands = workspace.commands()
    model.set_current_event(id_of(model, "Vote"))

    commands["timeline.lane_up"]()
    assert order(workspace) == ["Russia", "Ukraine", "North Korea"]
    commands["timeline.lane_down"]()
    assert order(workspace) == ["Russia", "North Korea", "Ukraine"]

    commands["timeline.lane_turn"]()
    assert [lane.is_collapsed for lane in workspace.canvas.scene.lanes] == [False, False, True]
    commands["timeline.lane_higher"]()
    assert rows_of(workspace, 2) == 2
    commands["timeline.lanes_turn"]()
    assert all(lane.is_collapsed for lane in workspace.canvas.scene.lanes)


def test_a_command_for_a_lane_needs_an_event(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    told: list[str] = []
    model.message.connect(told.append)
    before = workspace.canvas.scene

    workspace.commands()["timeline.lane_turn"]()

    assert told == ["Choose an event first: the command is for the lane it is in"]
    assert workspace.canvas.scene == before


def test_a_head_tells_how_its_lane_was_chosen(workspace: TimelineWorkspace) -> None:
    point_at(workspace, place_of(workspace, "Russia"))

    assert "Russia: 3 events" in workspace.canvas.toolTip()
    assert "An event stands in one lane" in workspace.canvas.toolTip()


@pytest.mark.parametrize("words", ["Person", "Place", "Tag", "Source", "Kind of date"])
def test_lanes_can_be_chosen_in_the_bar(workspace: TimelineWorkspace, words: str) -> None:
    workspace.bar.lanes.setCurrentText(words)
    lanes = workspace.canvas.scene.lanes

    assert sum(lane.count for lane in lanes) == len(workspace.canvas.scene.entries)
    expected = {
        "Person": ["All events"],
        "Place": ["All events"],
        "Tag": ["All events"],
        "Source": ["Meridian Wire"],
        "Kind of date": ["Day known", "Period", "Sometime within", "Open, one side"],
    }
    assert [lane.title for lane in lanes] == expected[words]


def test_each_grouping_keeps_its_own_choices_between_sessions(
    workspace: TimelineWorkspace, model: ProjectModel, theme: Theme, show: Show
) -> None:
    hand = workspace.canvas.lane_hand
    hand.turn("Russia")
    hand.resize("Ukraine", 4)
    hand.step("Ukraine", -1)
    workspace.bar.lanes.setCurrentText("Status")
    assert not hand.choices.collapsed
    workspace.bar.lanes.setCurrentText("Actor")
    view = json.loads(json.dumps(workspace.save_view()))

    other = TimelineWorkspace(model, theme)
    other.restore_view(view)
    show(other)

    assert other.canvas.lane_hand.choices == hand.choices
    assert order(other) == ["Russia", "Ukraine", "North Korea"]
    assert LaneGrouping.ACTOR.value in view["lanes"]


def test_eras_are_shown_where_the_project_has_any(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    assert not workspace.canvas.bands.eras.height

    workspace.canvas.creation_asked.emit(-900_000_000)  # in the summer of 1941
    assert workspace.canvas.bands.eras.height

    workspace.bar.eras.click()
    assert not workspace.canvas.bands.eras.height


def test_gaps_are_shown_where_they_are_asked_for(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    canvas, gaps = workspace.canvas, workspace.bar.gaps
    far = instant_at(2026, 3, 1)
    canvas.creation_asked.emit(far)
    assert not gaps.isChecked()
    assert not canvas.bands.gaps.height

    gaps.click()
    assert canvas.bands.gaps.height
    *_, gap = canvas.layout_model.gaps
    assert gap.title == "15 months without events"
    assert gap.end <= far
    drawn = [part for layer in canvas.display_list().layers for part in layer]
    assert gap.title in {part.text for part in drawn if isinstance(part, Label)}

    event = model.current_event
    assert event is not None
    review.set_date(model.library, event, parse_edtf("2024-10-29"))
    assert gap not in canvas.layout_model.gaps
    model.library.undo()
    view = workspace.save_view()
    gaps.click()
    workspace.restore_view(view)
    assert gaps.isChecked()
    assert canvas.layout_model.gaps[-1] == gap
