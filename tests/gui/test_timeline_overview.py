"""The overview under the canvas: its frame under mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_app.layout import TimeScale
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.overview import Overview

DAY = 86_400
LEFT = Qt.MouseButton.LeftButton
HEAD, WIDTH = 110, 900


@pytest.fixture
def overview(qtbot: QtBot) -> Overview:
    """A hundred days with an event each, of which every second passes; ten are framed."""
    made = Overview(Theme())
    qtbot.addWidget(made)
    made.resize(WIDTH, made.height())
    days = np.arange(100, dtype=np.int64) * DAY
    made.set_instants(days, days[::2])
    made.set_frame(40 * DAY, 50 * DAY)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def chosen(overview: Overview) -> list[tuple[int, int]]:
    frames: list[tuple[int, int]] = []
    overview.stretch_chosen.connect(lambda begin, end: frames.append((begin, end)))
    return frames


def place(instant: int) -> QPoint:
    """Where an instant lies in the overview, which is padded by six hundredths."""
    padding = int(99 * DAY * 0.06)
    scale = TimeScale.fitting(-padding, 99 * DAY + padding, WIDTH - HEAD - 10)
    return QPoint(round(HEAD + scale.x_of(instant)), 30)


def drag(overview: Overview, start: int, end: int) -> None:
    QTest.mousePress(overview, LEFT, pos=place(start))
    QTest.mouseMove(overview, place(end))
    QTest.mouseRelease(overview, LEFT, pos=place(end))


def test_the_frame_is_dragged_along(overview: Overview, chosen: list[tuple[int, int]]) -> None:
    drag(overview, 45 * DAY, 65 * DAY)

    begin, end = chosen[-1]
    assert end - begin == 10 * DAY
    assert begin == pytest.approx(60 * DAY, abs=DAY)


@pytest.mark.parametrize(("start", "end", "frame"), [(40, 30, (30, 50)), (50, 70, (40, 70))])
def test_its_grips_resize_it(
    overview: Overview,
    chosen: list[tuple[int, int]],
    start: int,
    end: int,
    frame: tuple[int, int],
) -> None:
    drag(overview, start * DAY, end * DAY)

    assert [edge / DAY for edge in chosen[-1]] == pytest.approx(frame, abs=1)


def test_a_click_elsewhere_centres_it(overview: Overview, chosen: list[tuple[int, int]]) -> None:
    QTest.mouseClick(overview, LEFT, pos=place(80 * DAY))

    assert [edge / DAY for edge in chosen[-1]] == pytest.approx((75, 85), abs=1)


@pytest.mark.parametrize(
    ("key", "keys", "frame"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, (39, 49)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, (41, 51)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, (40, 51)),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, (41, 49)),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, (39, 51)),
    ],
)
def test_keys_move_and_resize_it(
    overview: Overview,
    chosen: list[tuple[int, int]],
    key: Qt.Key,
    keys: Qt.KeyboardModifier,
    frame: tuple[int, int],
) -> None:
    QTest.keyClick(overview, key, keys)

    assert chosen == [(frame[0] * DAY, frame[1] * DAY)]


def test_home_and_end_bring_it_to_the_ends(
    overview: Overview, chosen: list[tuple[int, int]]
) -> None:
    QTest.keyClick(overview, Qt.Key.Key_Home)
    QTest.keyClick(overview, Qt.Key.Key_End)

    assert chosen[0][0] < 0
    assert chosen[1][1] > 99 * DAY
    assert all(end - begin == 10 * DAY for begin, end in chosen)


def test_what_is_filtered_out_is_pale(overview: Overview) -> None:
    image, palette = overview.grab().toImage(), Theme().palette
    inside = place(20 * DAY).x() + 2
    bar = [image.pixelColor(inside, y).name() for y in range(8, 44)]
    pale, strong = bar.index(palette.grid_strong.name()), len(bar) - 1

    assert bar[strong] not in (palette.grid_strong.name(), palette.window.name())
    assert 0 < bar.index(bar[strong]) - pale < strong


def test_it_tells_what_it_counts(overview: Overview) -> None:
    words = "100 events counted per week, 50 of them shown"

    assert overview.accessibleDescription() == words
