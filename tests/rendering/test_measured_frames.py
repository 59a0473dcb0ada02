"""What `make bench` measures is a whole frame, and it can be measured at all."""

from PySide6.QtWidgets import QApplication

from tests.bench.canvas_data import Events, windows
from tests.bench.canvas_floor import Floor
from tests.bench.canvas_screen import TIME_WIDTH, Screen, layout_of
from timeline_app.rendering.fonts import load_fonts


def test_a_settled_frame_shows_names_lanes_eras_and_what_is_hovered(qapp: QApplication) -> None:
    load_fonts()
    screen = Screen(layout_of(Events(300)))
    scale = windows()[3].scale(TIME_WIDTH)
    screen.rest(scale)
    screen.frame(scale)
    texts = {getattr(part, "text", "") for part in screen.shown.primitives()}
    fills = {getattr(part, "fill", "") for part in screen.shown.primitives()}

    assert screen.is_complete
    assert screen.labels_shown() > 10
    assert {"Lane 0", "Era 2"} <= texts
    assert "selected" in fills
    assert Floor(screen.shown, screen.palette).paint(screen.image) > 0


def test_there_are_eighteen_windows_and_the_columns_tell_what_the_entries_do() -> None:
    events = Events(500)
    layout = layout_of(events)
    measured = layout.columns.arrays

    assert len(windows()) == 18
    for index in range(0, 500, 7):
        span = events[index].span
        known = (span.earliest_start, span.latest_end)
        places = (int(measured.x1[index]), int(measured.x2[index]))
        assert all(bound is None or bound == at for bound, at in zip(known, places, strict=True))
