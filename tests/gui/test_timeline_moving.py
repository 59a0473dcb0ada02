"""Events that are moved and resized on the canvas by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.timeline_hands import drag, id_of, move, place_of, point_at, turn_wheel
from tests.gui.timeline_windows import model, show, theme, workspace
from tests.places import made_read_only
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.layout import Label, TimeScale
from timeline_app.layout.text import TextStyle
from timeline_app.services import review
from timeline_app.services.library import Library
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.timeline.edge_pull import pull_at
from timeline_app.ui.timeline.workspace import TimelineWorkspace

__all__ = ["model", "show", "theme", "workspace"]

DAY = 86_400
WIDE = 18.0  # pixels of a day
LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def october(workspace: TimelineWorkspace) -> TimelineWorkspace:
    """October 2024 and what follows, eighteen pixels a day: the ticks are days."""
    begin = parse_edtf("2024-10-05").begin
    assert begin is not None
    workspace.canvas.set_view(TimeScale(begin, DAY / WIDE))
    return workspace


def days(count: float) -> QPoint:
    return QPoint(round(count * WIDE), 0)


def edtf_of(model: ProjectModel, title: str) -> str:
    span = model.library.project.events[id_of(model, title)].span
    assert span is not None
    return write_edtf(span)


def read_out(workspace: TimelineWorkspace) -> list[str]:
    """What the draft on the canvas says of its date."""
    styles = (TextStyle.CAPTION_BOLD, TextStyle.EDTF)
    drawn = [part for over in workspace.canvas.drawings_over() for part in over.primitives()]
    return [part.text for part in drawn if isinstance(part, Label) and part.style in styles]


def drafts(workspace: TimelineWorkspace) -> set[str]:
    """The events that are carried."""
    drawn = [part for over in workspace.canvas.drawings_over() for part in over.primitives()]
    return {
        part.text
        for part in drawn
        if isinstance(part, Label) and part.style is TextStyle.LABEL_BOLD
    }


@pytest.mark.parametrize(
    ("title", "by", "expected"),
    [
        ("Treaty", 2.3, "2024-11-11"),
        ("Treaty", -0.4, "2024-11-09"),
        ("Summit", 3, "[2024-10-24..2024-10-30]"),
        ("Shipment", -2, "2024-10-06/2024-10-11"),
        ("Troops sent", 1, "[..2024-10-30]"),
        ("Strikes", 1, "[2024-10-30..]"),
        ("Vote", 1, "2024-11-06"),
    ],
)
def test_dragging_moves_an_event_and_keeps_what_is_known(
    october: TimelineWorkspace, model: ProjectModel, title: str, by: float, expected: str
) -> None:
    drag(october, place_of(october, id_of(model, title)), days(by))

    assert edtf_of(model, title) == expected


def test_one_step_of_undo_takes_a_move_back(
    october: TimelineWorkspace, model: ProjectModel
) -> None:
    drag(october, place_of(october, id_of(model, "Treaty")), days(3))
    assert model.current_event == id_of(model, "Treaty")

    assert model.library.undo_label == "change the date of “Treaty”"
    model.library.undo()
    assert edtf_of(model, "Treaty") == "2024-11-09"


def test_all_selected_events_go_along_in_one_step(
    october: TimelineWorkspace, model: ProjectModel
) -> None:
    together = {id_of(model, title) for title in ("Treaty", "Vote", "Shipment")}
    october.canvas.choose_events(together)
    drag(october, place_of(october, id_of(model, "Treaty")), days(2), lets_go=False)
    labels = [
        p.text
        for d in october.canvas.drawings_over()
        for p in d.primitives()
        if isinstance(p, Label)
    ]
    assert {"Treaty", "Vote", "Shipment"} <= set(labels)
    QTest.mouseRelease(
        october.canvas, LEFT, pos=place_of(october, id_of(model, "Treaty")) + days(2)
    )

    assert edtf_of(model, "Treaty") == "2024-11-11"
    assert edtf_of(model, "Vote") == "2024-11-07"
    assert edtf_of(model, "Shipment") == "2024-10-10/2024-10-15"
    assert model.selection == together
    assert model.library.undo_label == "change the date of 3 events"
    model.library.undo()
    assert edtf_of(model, "Vote") == "2024-11-05"
    assert edtf_of(model, "Shipment") == "2024-10-08/2024-10-13"


def test_an_event_beside_the_selection_moves_alone(
    october: TimelineWorkspace, model: ProjectModel
) -> None:
    october.canvas.choose_events({id_of(model, "Vote"), id_of(model, "Shipment")})
    drag(october, place_of(october, id_of(model, "Treaty")), days(2))

    assert edtf_of(model, "Treaty") == "2024-11-11"
    assert edtf_of(model, "Vote") == "2024-11-05"


@pytest.mark.parametrize(
    ("edge", "by", "expected"),
    [
        ("end", 2, "2024-10-08/2024-10-15"),
        ("end", -2.2, "2024-10-08/2024-10-11"),
        ("begin", -1, "2024-10-07/2024-10-13"),
        ("begin", 20, "2024-10-13"),
    ],
)
def test_dragging_an_edge_resizes(
    october: TimelineWorkspace, model: ProjectModel, edge: str, by: float, expected: str
) -> None:
    canvas, shipment = october.canvas, id_of(model, "Shipment")
    place = canvas.layout_model.place_of(shipment, canvas.scale)
    assert place is not None
    instant = place.end if edge == "end" else place.begin
    x = canvas.scale.x_of(instant) - canvas.time_x(0)
    start = QPoint(round(x), place_of(october, shipment).y())
    point_at(october, start)
    assert canvas.cursor().shape() == Qt.CursorShape.SizeHorCursor

    drag(october, start, days(by))

    assert edtf_of(model, "Shipment") == expected


def test_an_edge_that_comes_back_leaves_the_date_as_it_was(
    october: TimelineWorkspace, model: ProjectModel
) -> None:
    vote = id_of(model, "Vote")
    review.set_date(model.library, vote, parse_edtf("2024-10"))
    place = october.canvas.layout_model.place_of(vote, october.canvas.scale)
    assert place is not None
    end = october.canvas.scale.x_of(place.end) - october.canvas.time_x(0)
    start = QPoint(round(end), place_of(october, vote).y())

    drag(october, start, days(-4), lets_go=False)
    assert read_out(october)[1] == "[2024-10-01..2024-10-27]"
    move(october, start + QPoint(1, 0), NONE)
    assert read_out(october)[1] == "2024-10"
    QTest.mouseRelease(october.canvas, LEFT, pos=start)


def test_the_date_is_told_while_it_is_dragged(
    october: TimelineWorkspace, model: ProjectModel
) -> None:
    assert read_out(october) == []
    drag(october, place_of(october, id_of(model, "Summit")), days(2), lets_go=False)

    assert read_out(october) == ["Sometime 23 – 29 Oct 2024", "[2024-10-23..2024-10-29]"]
    assert edtf_of(model, "Summit") == "[2024-10-21..2024-10-27]"
    assert october.canvas.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    october.canvas.grab()


def test_escape_leaves_the_event_where_it_was(
    october: TimelineWorkspace, model: ProjectModel
) -> None:
    before = model.library.undo_label
    start = place_of(october, id_of(model, "Treaty"))
    drag(october, start, days(2), lets_go=False)

    QTest.keyClick(october.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(october.canvas, LEFT, pos=start + days(2))

    assert read_out(october) == []
    assert edtf_of(model, "Treaty") == "2024-11-09"
    assert model.library.undo_label == before


def test_dates_snap_to_the_ticks_but_not_with_alt(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    begin = parse_edtf("2024-05").begin
    assert begin is not None
    workspace.canvas.set_view(TimeScale(begin, DAY / 3.0))  # the ticks are months
    treaty = id_of(model, "Treaty")

    drag(workspace, place_of(workspace, treaty), QPoint(50, 0))
    assert edtf_of(model, "Treaty") == "2024-12-01"

    drag(workspace, place_of(workspace, treaty), QPoint(30, 0), ALT)
    assert edtf_of(model, "Treaty") == "2024-12-11"


def test_a_slip_of_the_hand_changes_no_date(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    begin = parse_edtf("2024-05").begin
    assert begin is not None
    workspace.canvas.set_view(TimeScale(begin, DAY / 3.0))  # the ticks are months
    before = model.library.undo_label

    drag(workspace, place_of(workspace, id_of(model, "Treaty")), QPoint(-8, 2))

    assert model.library.undo_label == before


def test_the_view_may_change_while_an_event_is_held(
    october: TimelineWorkspace, model: ProjectModel
) -> None:
    start = place_of(october, id_of(model, "Treaty"))
    drag(october, start, days(1), lets_go=False)

    turn_wheel(october, QPointF(start + days(1)), -72, Qt.KeyboardModifier.ShiftModifier)
    move(october, start + days(1) + QPoint(1, 0), NONE)
    QTest.mouseRelease(october.canvas, LEFT, pos=start + days(1))

    assert edtf_of(model, "Treaty") == "2024-11-12"


@pytest.mark.parametrize(
    ("x", "pull"), [(300, 0), (20, 0), (10, -3), (-500, -24), (580, 0), (590, 3), (2_000, 24)]
)
def test_an_edge_pulls_the_more_the_farther_one_goes(x: float, pull: float) -> None:
    assert pull_at(x, 600) == pytest.approx(pull)


def test_the_view_goes_along_with_what_is_carried_to_its_edge(
    october: TimelineWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    canvas, start = october.canvas, place_of(october, id_of(model, "Treaty"))
    origin, edge = canvas.scale.origin, QPoint(canvas.width() - 2, start.y())

    drag(october, start, edge - start, lets_go=False)
    first = read_out(october)
    qtbot.waitUntil(lambda: canvas.scale.origin > origin + 3 * DAY)
    assert read_out(october) != first

    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert edtf_of(model, "Treaty") == "2024-11-09"


def test_a_project_for_viewing_only_refuses_in_one_sentence(
    october: TimelineWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    path = model.library.path
    model.close()
    with made_read_only(path.parent):
        model.open(Library.open(path))
        with qtbot.waitSignal(model.failed) as told:
            drag(october, place_of(october, id_of(model, "Treaty")), days(2), lets_go=False)

        assert told.args == [model.library.notice]
        assert read_out(october) == []
        assert edtf_of(model, "Treaty") == "2024-11-09"
        model.close()


def test_a_project_that_is_closed_ends_the_drag(
    october: TimelineWorkspace, model: ProjectModel
) -> None:
    start = place_of(october, id_of(model, "Treaty"))
    drag(october, start, days(2), NONE, lets_go=False)
    assert read_out(october)
    model.close()
    QTest.mouseRelease(october.canvas, LEFT, NONE, start + days(2))
    assert not read_out(october)


def test_a_change_from_elsewhere_ends_the_drag(
    october: TimelineWorkspace, model: ProjectModel
) -> None:
    treaty = id_of(model, "Treaty")
    start = place_of(october, treaty)
    drag(october, start, days(2), lets_go=False)

    review.delete_events(model.library, [treaty])
    move(october, start + days(3), NONE)
    QTest.mouseRelease(october.canvas, LEFT, pos=start + days(3))

    assert treaty not in model.library.project.events
    assert read_out(october) == []


@pytest.mark.parametrize(
    ("title", "command", "expected"),
    [
        ("Treaty", "move_later", "2024-11-10"),
        ("Treaty", "move_earlier", "2024-11-08"),
        ("Treaty", "end_later", "2024-11-09"),
        ("Shipment", "end_later", "2024-10-08/2024-10-14"),
        ("Shipment", "end_earlier", "2024-10-08/2024-10-12"),
        ("Troops sent", "move_later", "[..2024-10-30]"),
    ],
)
def test_keys_move_an_event_by_a_tick(
    october: TimelineWorkspace, model: ProjectModel, title: str, command: str, expected: str
) -> None:
    model.set_current_event(id_of(model, title))

    october.commands()[f"timeline.{command}"]()

    assert edtf_of(model, title) == expected


def test_a_key_moves_a_date_by_its_own_unit_where_ticks_are_finer(
    october: TimelineWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    vote = id_of(model, "Vote")
    review.set_date(model.library, vote, parse_edtf("2024-11"))
    model.set_current_event(vote)

    with qtbot.waitSignal(model.message) as told:
        october.commands()["timeline.move_later"]()

    assert edtf_of(model, "Vote") == "2024-12"
    assert told.args == ["Vote: December 2024   2024-12"]
