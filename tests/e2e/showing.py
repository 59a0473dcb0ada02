"""The walk through timeline, table, paper, and a restart."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pypdf
from PySide6.QtCore import QPointF

from tests.e2e.reviewing import CAPTURE, RUTTE, SUMMIT, TALKS, TYPED_TITLE, edtf_of
from tests.e2e.walking import CTRL, Key, Walk
from timeline_app.domain import Origin, ReviewStatus
from timeline_app.layout import Mark, Part
from timeline_app.ui.table.columns import Column

SELECTED_WORDS = "President Joe Biden also said it’s dangerous."


def mark_of(walk: Walk, event_id: int) -> Mark:
    """The mark of an event on the canvas."""
    shown = walk.timeline.canvas.display_list()
    hit = next(hit for hit in shown.hits if hit.part is Part.MARK and hit.id == event_id)
    marks = [part for part in shown.primitives() if isinstance(part, Mark)]
    return next(
        mark
        for mark in marks
        if hit.area.contains(hit.area.x, mark.y) and mark.shape.ink_left >= hit.area.x - 4
    )


def place_of(walk: Walk, event_id: int) -> QPointF:
    """Where the canvas answers for an event."""
    hits = walk.timeline.canvas.display_list().hits
    area = next(hit.area for hit in hits if hit.part is Part.MARK and hit.id == event_id)
    return QPointF(area.x + area.width / 2, area.y + area.height / 2)


def empty_place(walk: Walk) -> QPointF:
    """A place of the canvas where nothing is."""
    canvas = walk.timeline.canvas
    places = product(range(300, canvas.width() - 200, 20), range(canvas.height() - 20, 60, -20))
    return next(QPointF(x, y) for x, y in places if canvas.hit(x, y) is None)


def instant_at(walk: Walk, place: QPointF) -> int:
    canvas = walk.timeline.canvas
    return canvas.scale.time_at(canvas.time_x(place.x()))


def lane_titles(walk: Walk) -> list[str]:
    """The names of the lanes from top to bottom."""
    return [lane.title for lane in walk.timeline.canvas.scene.lanes]


def cell(walk: Walk, event_id: int, column: Column) -> str:
    """The words in a cell of the table."""
    rows = walk.table.rows
    row = rows.row_of(event_id)
    assert row is not None
    return str(rows.index(row, column).data())


def edit_cell(walk: Walk, event_id: int, column: Column, text: str) -> None:
    """Go to a cell, type, and press Enter."""
    assert walk.table.table.go_to(event_id, column)
    walk.press(Key.Key_F2)
    walk.type_text(text)
    with walk.qtbot.waitSignal(walk.window.model.changed):
        walk.press(Key.Key_Return)


def words_of(path: Path) -> str:
    """The words of a PDF, line ends as spaces."""
    pages = pypdf.PdfReader(path).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def look_at_the_timeline(walk: Walk) -> None:
    accepted, proposed = walk.quoting(RUTTE), walk.quoting(CAPTURE)
    walk.press(Key.Key_2, CTRL)
    assert walk.window.stack.shown_name == "timeline"
    assert walk.timeline.canvas.hasFocus()
    walk.timeline.canvas.fit_all()
    assert not mark_of(walk, accepted.id).shape.look.is_hollow
    assert mark_of(walk, proposed.id).shape.look.is_hollow
    assert mark_of(walk, walk.quoting(TALKS).id).shape.look.is_dashed
    hits = walk.timeline.canvas.display_list().hits
    assert [hit.id for hit in hits if hit.part is Part.ARTICLE] == [1]


def zoom_at_the_pointer(walk: Walk) -> None:
    canvas, place = walk.timeline.canvas, empty_place(walk)
    instant, levels = instant_at(walk, place), {canvas.level}
    for notch in [1] * 50 + [-1] * 100:
        walk.turn_wheel(canvas, place, notch)
        assert abs(instant_at(walk, place) - instant) <= 2 * canvas.scale.seconds_per_pixel + 1
        levels.add(canvas.level)
    assert {"Centuries", "Years", "Weeks", "Hours"} <= levels
    walk.press(Key.Key_0)
    walk.qtbot.waitUntil(lambda: canvas.scale == canvas.fitting_scale())


def pan_with_the_hand(walk: Walk) -> None:
    canvas, place = walk.timeline.canvas, empty_place(walk)
    instant = instant_at(walk, place)
    walk.drag(canvas, place, place + QPointF(120, 0))
    moved = instant_at(walk, place + QPointF(120, 0))
    assert abs(moved - instant) <= canvas.scale.seconds_per_pixel
    walk.press(Key.Key_B)
    walk.qtbot.waitUntil(lambda: instant_at(walk, place) == instant)


def select_and_open_by_mouse(walk: Walk) -> None:
    canvas, accepted = walk.timeline.canvas, walk.quoting(RUTTE)
    walk.click(canvas, place_of(walk, accepted.id))
    assert walk.current == accepted
    body = walk.timeline.inspector.body
    assert body is not None
    assert body.title.text() == accepted.title
    assert canvas.marking.plate == "by 29 Oct 2024"
    walk.double_click(canvas, place_of(walk, accepted.id))
    assert walk.window.stack.shown_name == "review"
    assert walk.current == accepted
    walk.press(Key.Key_2, CTRL)


def sort_into_lanes(walk: Walk) -> None:
    lanes, canvas = walk.timeline.bar.lanes, walk.timeline.canvas
    lanes.setFocus()
    while lanes.currentText() != "Article":
        walk.press(Key.Key_Down)
    assert lane_titles(walk)[0].startswith("1 ")
    while lanes.currentText() != "Actor":
        walk.press(Key.Key_Up)
    assert "Vladimir Putin" in " ".join(lane_titles(walk))
    canvas.setFocus()


def make_an_event_by_double_click(walk: Walk) -> None:
    canvas, place = walk.timeline.canvas, empty_place(walk)
    instant = instant_at(walk, place)
    walk.double_click(canvas, place)
    made = walk.current
    assert made.status is ReviewStatus.ACCEPTED
    assert made.origin is Origin.RESEARCHER
    assert made.span is not None
    assert made.span.overlaps(instant, instant + 1)
    walk.type_text("Parade in Pyongyang")
    walk.press(Key.Key_Return)
    assert canvas.hasFocus()
    walk.press(Key.Key_E)
    walk.type_text("Nothing of it")
    walk.press(Key.Key_Escape)
    assert canvas.hasFocus()
    assert not walk.timeline.inspector.read.isVisible()
    assert walk.stored_event(made.id).title == "Parade in Pyongyang"
    assert canvas.marking.current == made.id


def edit_in_the_table(walk: Walk) -> None:
    walk.press(Key.Key_3, CTRL)
    made, table = walk.current, walk.table.table
    assert table.current_id == made.id
    edit_cell(walk, made.id, Column.TITLE, "Parade")
    edit_cell(walk, made.id, Column.WHEN, "c. 20 October 2024")
    stored = walk.stored_event(made.id)
    assert (stored.title, edtf_of(stored)) == ("Parade", "2024-10-20~")
    assert cell(walk, made.id, Column.WHEN) == "about 20 Oct 2024"
    assert cell(walk, made.id, Column.EDTF) == "2024-10-20~"


def delete_and_bring_back(walk: Walk) -> None:
    made = walk.current
    walk.press(Key.Key_Delete)
    assert made.id not in walk.stored().events
    assert walk.table.rows.row_of(made.id) is None
    walk.press(Key.Key_Z, CTRL)
    assert walk.stored_event(made.id) == made
    assert walk.table.rows.row_of(made.id) is not None


def make_an_event_from_selected_words(walk: Walk) -> None:
    walk.press(Key.Key_1, CTRL)
    walk.window.model.set_current_article(1)
    reader, article = walk.review.page.reader, walk.project.articles[1]
    start = article.text.index(SELECTED_WORDS)
    end = start + len(SELECTED_WORDS) - 1
    edge = QPointF(-3, 0)
    walk.window.model.set_current_event(walk.quoting(TALKS).id)
    walk.drag(reader.viewport(), reader.point_of(start) + edge, reader.point_of(end) - edge)
    walk.press(Key.Key_N)
    walk.type_text("Biden calls it dangerous")
    walk.press(Key.Key_Return)
    stored = walk.stored()
    event = stored.events[walk.current.id]
    (evidence,) = stored.evidence_of_event(event.id)
    assert event.title == "Biden calls it dangerous"
    assert event.status is ReviewStatus.ACCEPTED
    assert SELECTED_WORDS in evidence.quote


def export_the_accepted_events(walk: Walk) -> None:
    walk.answers.target = walk.folder / "out.pdf"
    with walk.qtbot.waitSignal(walk.window.exporter.written, timeout=20_000):
        walk.press(Key.Key_E, CTRL)
        dialog = walk.window.exporter.dialog
        assert dialog is not None
        dialog.activateWindow()
        walk.qtbot.waitUntil(dialog.export.hasFocus)
        walk.press(Key.Key_Return)
    walk.window.activateWindow()
    walk.qtbot.waitUntil(walk.window.isActiveWindow)
    printed = words_of(walk.answers.target)
    for event in walk.project.events.values():
        is_printed = " ".join(event.title.split()) in printed
        assert is_printed == (event.status is ReviewStatus.ACCEPTED)
        if is_printed:
            assert edtf_of(event) in printed
    assert "NATO Secretary-General Mark Rutte confirmed that North Korean" in printed


def close_and_open_again(walk: Walk) -> None:
    walk.press(Key.Key_2, CTRL)
    walk.turn_wheel(walk.timeline.canvas, QPointF(600, 200), 2)
    walk.window.model.set_current_event(walk.quoting(SUMMIT).id)
    before = walk.project
    view = walk.timeline.save_view()
    size = walk.window.size()
    walk.restart()
    assert walk.window.stack.shown_name == "timeline"
    assert walk.window.size() == size
    assert walk.project.articles == before.articles
    assert walk.project.events == before.events
    assert walk.project.evidence == before.evidence
    assert walk.window.model.current_article == 1
    assert walk.current.title == TYPED_TITLE
    assert walk.timeline.save_view() == view
    assert mark_of(walk, walk.current.id).shape.look.is_hollow


STEPS = (
    look_at_the_timeline,
    zoom_at_the_pointer,
    pan_with_the_hand,
    select_and_open_by_mouse,
    sort_into_lanes,
    make_an_event_by_double_click,
    edit_in_the_table,
    delete_and_bring_back,
    make_an_event_from_selected_words,
    export_the_accepted_events,
    close_and_open_again,
)
