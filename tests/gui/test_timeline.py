"""The timeline workspace with a real project, mouse and keys."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.timeline_hands import (
    any_color,
    empty_place,
    id_of,
    place_of,
    turn_wheel,
)
from tests.gui.timeline_projects import ACCEPTED, PROPOSED, QUOTE
from tests.gui.timeline_windows import Show, model, show, theme, workspace
from timeline_app.domain import ReviewStatus
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.layout import Part
from timeline_app.services import review
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.facet_columns import Facet
from timeline_app.ui.timeline.facet_filter import Filter
from timeline_app.ui.timeline.workspace import TimelineWorkspace
from timeline_app.ui.widgets import PlainLabel

__all__ = ["model", "show", "theme", "workspace"]

TOTAL = len(ACCEPTED) + len(PROPOSED)
LEFT = Qt.MouseButton.LeftButton


def test_every_event_is_on_the_canvas(workspace: TimelineWorkspace) -> None:
    hits = workspace.canvas.display_list().hits

    assert len({hit.id for hit in hits if hit.part is Part.MARK}) == TOTAL
    assert workspace.facets.head.count.text() == f"{TOTAL} of {TOTAL} events"


def test_accepted_events_are_solid_and_proposals_hollow(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    vote = id_of(model, "Vote")
    before = workspace.canvas.grab().toImage()
    place = place_of(workspace, vote)
    assert before.pixelColor(place) == workspace.canvas.theme.palette.surface
    assert any_color(before, place, workspace.canvas.theme.palette.proposed)

    review.accept(model.library, vote)

    after = workspace.canvas.grab().toImage()
    assert not any_color(after, place_of(workspace, vote), workspace.canvas.theme.palette.proposed)


def test_rejected_events_are_not_drawn(workspace: TimelineWorkspace, model: ProjectModel) -> None:
    vote = id_of(model, "Vote")
    review.reject(model.library, vote)

    assert workspace.canvas.layout_model.order.rank(vote) is None


def test_the_wheel_zooms_where_the_pointer_is(workspace: TimelineWorkspace) -> None:
    canvas = workspace.canvas
    place = QPointF(500, 200)
    before = canvas.scale.time_at(canvas.time_x(500))
    step = canvas.scale.seconds_per_pixel

    turn_wheel(workspace, place, 240)

    assert canvas.scale.seconds_per_pixel == pytest.approx(step / 1.25**2)
    assert abs(canvas.scale.x_of(before) - canvas.time_x(500)) <= 1


def test_zooming_reaches_hours_and_ages(workspace: TimelineWorkspace) -> None:
    for _ in range(60):
        turn_wheel(workspace, QPointF(500, 200), 120)
    assert workspace.canvas.level == "Seconds"

    for _ in range(200):
        turn_wheel(workspace, QPointF(500, 200), -120)
    assert workspace.canvas.level == "Ages"
    workspace.canvas.grab()


def test_dragging_moves_time_along(workspace: TimelineWorkspace) -> None:
    canvas, start = workspace.canvas, empty_place(workspace)
    origin, scale = canvas.scale.origin, canvas.scale

    QTest.mousePress(canvas, LEFT, pos=start)
    QTest.mouseMove(canvas, start + QPoint(50, 0))
    QTest.mouseRelease(canvas, LEFT, pos=start + QPoint(50, 0))

    assert canvas.scale.x_of(origin) - scale.x_of(origin) == pytest.approx(50)


def test_a_click_selects_and_fills_the_inspector(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    summit = id_of(model, "Summit")
    QTest.mouseClick(workspace.canvas, LEFT, pos=place_of(workspace, summit))

    assert model.current_event == summit
    assert model.selection == {summit}
    assert workspace.inspector.body is not None
    assert workspace.inspector.body.title.text() == "Summit"
    assert workspace.inspector.head.count.text() == f"of {TOTAL}"


def test_ctrl_adds_to_the_selection_and_empty_space_clears_it(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    summit, treaty = id_of(model, "Summit"), id_of(model, "Treaty")
    QTest.mouseClick(workspace.canvas, LEFT, pos=place_of(workspace, summit))
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(workspace.canvas, LEFT, ctrl, place_of(workspace, treaty))
    assert model.selection == {summit, treaty}

    QTest.mouseClick(workspace.canvas, LEFT, pos=empty_place(workspace))
    assert model.selection == frozenset()
    assert model.current_event is None


def test_arrows_go_through_a_lane_and_to_the_next(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    model.set_current_event(id_of(model, "Summit"))
    QTest.keyClick(workspace.canvas, Qt.Key.Key_Right)
    assert model.current_event == id_of(model, "Strikes")

    QTest.keyClick(workspace.canvas, Qt.Key.Key_Left)
    assert model.current_event == id_of(model, "Summit")

    QTest.keyClick(workspace.canvas, Qt.Key.Key_Down)
    assert model.current_event == id_of(model, "Troops sent")


def test_enter_and_double_click_open_the_article(
    workspace: TimelineWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    summit = id_of(model, "Summit")
    model.set_current_event(summit)
    for act in (
        lambda: QTest.keyClick(workspace.canvas, Qt.Key.Key_Return),
        lambda: QTest.mouseDClick(workspace.canvas, LEFT, pos=place_of(workspace, summit)),
    ):
        with qtbot.waitSignal(model.workspace_wanted) as wanted:
            act()
        assert wanted.args == ["review"]


def test_a_double_click_on_nothing_makes_an_event_there(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    place = empty_place(workspace)
    instant = workspace.canvas.scale.time_at(workspace.canvas.time_x(place.x()))

    QTest.mouseDClick(workspace.canvas, LEFT, pos=place)

    assert model.current_event is not None
    event = model.library.project.events[model.current_event]
    assert event.status is ReviewStatus.ACCEPTED
    assert event.span is not None
    assert event.span.begin is not None
    assert event.span.end is not None
    assert event.span.begin <= instant < event.span.end
    model.library.undo()
    assert model.current_event is None


def test_title_and_date_are_edited_in_place(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    treaty = id_of(model, "Treaty")
    model.set_current_event(treaty)
    commands = workspace.commands()

    commands["timeline.edit_title"]()
    body = workspace.inspector.body
    assert body is not None
    body.title_field.setText("Putin signs the treaty")
    QTest.keyClick(body.title_field, Qt.Key.Key_Return)
    assert model.library.project.events[treaty].title == "Putin signs the treaty"

    commands["timeline.edit_date"]()
    body = workspace.inspector.body
    assert body is not None
    body.date_field.edit.setText("9 November 2024 or so")
    body.date_field.edit.setText("2024-11-10")
    QTest.keyClick(body.date_field.edit, Qt.Key.Key_Return)
    span = model.library.project.events[treaty].span
    assert span == parse_edtf("2024-11-10")


def test_the_inspector_shows_text_as_it_is(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    model.set_current_event(id_of(model, "Summit"))
    body = workspace.inspector.body
    assert body is not None
    span = model.library.project.events[id_of(model, "Summit")].span

    assert span is not None
    assert body.date.text() == "Sometime 21 – 27 Oct 2024"
    assert write_edtf(span) in [label.text() for label in body.findChildren(PlainLabel)]
    quotes = [block.quote.text for block in body.source_blocks]
    assert quotes == [f"“{QUOTE}”"]
    assert "said by <b>Rutte</b>" in [label.text() for label in body.findChildren(PlainLabel)]


def test_filters_hide_and_count(workspace: TimelineWorkspace) -> None:
    workspace.facets.set_filter(Filter(frozenset({(Facet.ORGANISATION, "Russia")})))
    assert workspace.facets.head.count.text() == f"4 of {TOTAL} events"
    assert len(workspace.canvas.scene.entries) == 4

    workspace.commands()["timeline.clear_filter"]()
    assert len(workspace.canvas.scene.entries) == TOTAL


def test_an_empty_filter_says_so(workspace: TimelineWorkspace) -> None:
    everything = {(Facet.ORGANISATION, actor) for _, _, actor in ACCEPTED}
    workspace.facets.set_filter(Filter(frozenset(everything)))

    assert workspace.empty.words == f"0 of {TOTAL} shown"
    assert workspace.empty.isVisible()


def test_proposals_can_be_left_out(workspace: TimelineWorkspace) -> None:
    workspace.bar.proposals.click()

    assert len(workspace.canvas.scene.entries) == len(ACCEPTED)


def test_lanes_can_stand_for_something_else(workspace: TimelineWorkspace) -> None:
    workspace.bar.lanes.setCurrentText("Status")

    titles = [lane.title for lane in workspace.canvas.scene.lanes]
    assert titles == ["Happened", "Planned"]


def test_the_bar_offers_the_ways_through_the_views_that_there_are(
    workspace: TimelineWorkspace, qtbot: QtBot
) -> None:
    canvas, bar = workspace.canvas, workspace.bar

    def offered() -> tuple[bool, bool]:
        return bar.back.isEnabled(), bar.forward.isEnabled()

    assert offered() == (False, False)
    canvas.remember()
    canvas.set_view(canvas.scale.panned(200))
    assert offered() == (True, False)

    bar.back.click()
    qtbot.waitUntil(lambda: offered() == (False, True))
    bar.forward.click()
    qtbot.waitUntil(lambda: offered() == (True, False))


def test_fit_and_back(workspace: TimelineWorkspace, qtbot: QtBot) -> None:
    canvas = workspace.canvas
    fitted = canvas.scale
    canvas.zoom_in()
    qtbot.waitUntil(lambda: canvas.scale.seconds_per_pixel < fitted.seconds_per_pixel / 1.49)

    canvas.back()
    qtbot.waitUntil(lambda: canvas.scale == fitted)


def test_the_overview_moves_the_canvas(workspace: TimelineWorkspace) -> None:
    overview, canvas = workspace.overview, workspace.canvas
    begin, end = parse_edtf("2024-10-01").begin, parse_edtf("2024-11-01").begin
    overview.stretch_chosen.emit(begin, end)

    assert begin is not None
    assert canvas.scale.time_at(0) == pytest.approx(begin, abs=canvas.scale.seconds_per_pixel)


def test_a_view_is_kept_and_taken_up_again(
    workspace: TimelineWorkspace, model: ProjectModel, theme: Theme, show: Show
) -> None:
    workspace.bar.lanes.setCurrentText("None")
    workspace.facets.set_filter(Filter(frozenset({(Facet.STATUS, "planned")}), "summit"))
    turn_wheel(workspace, QPointF(500, 200), 360)
    view = json.loads(json.dumps(workspace.save_view()))

    other = TimelineWorkspace(model, theme)
    other.restore_view(view)
    show(other)

    assert other.save_view() == workspace.save_view()
    assert other.bar.lanes.currentText() == "None"
    assert [lane.title for lane in other.canvas.scene.lanes] == ["All events"]


def test_a_view_from_elsewhere_does_no_harm(workspace: TimelineWorkspace) -> None:
    before = workspace.save_view()
    workspace.restore_view({"grouping": "nonsense", "hidden": "x", "origin": None, "sizes": 3})

    assert workspace.save_view() == before


def test_the_status_bar_tells_what_is_shown(workspace: TimelineWorkspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.status_changed) as told:
        workspace.canvas.set_view(workspace.canvas.scale.panned(10))

    assert f"{TOTAL} of {TOTAL} events" in told.args[0]


def test_lanes_taller_than_the_window_can_be_scrolled(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    workspace.window().resize(1_000, 360)
    canvas = workspace.canvas
    canvas.set_view(canvas.scale, 1_000.0)

    assert 0 < canvas.scroll_position == canvas.scroll_range


def test_dark_colours_are_taken_up(workspace: TimelineWorkspace, theme: Theme) -> None:
    theme.set_dark(True)
    image = workspace.canvas.grab().toImage()

    assert image.pixelColor(600, workspace.canvas.height() - 3) == theme.palette.surface
