"""What a screen shows of views that follow each other, pixel by pixel."""

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.bench.canvas_data import DAY, Events
from tests.bench.canvas_screen import layout_of
from timeline_app.layout import SCREEN, DisplayList, Marking, TimeScale, Viewport
from timeline_app.rendering.fonts import load_fonts
from timeline_app.rendering.palette import load_palette
from timeline_app.rendering.screen import Prepared, TimelineScreen

WIDTH, HEIGHT = 800, 420
ALIKE = 24  # of 255: a label with a picture of its own is blended twice over a tint
EDGE = 7  # pixels at either edge, where heads stand over what else is there
YEAR = 365 * DAY
MARKING = Marking(selected=frozenset({150, 151}), current=150, plate="then", hovered=160)
EVENTS = Events(600)


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


class Shown:
    """A screen and what it shows."""

    def __init__(self, ratio: float = 1.0) -> None:
        self.ratio = ratio
        self.screen = TimelineScreen(layout_of(EVENTS), load_palette("light"), ratio=ratio)
        self.drawing = DisplayList(0.0, 0.0, ())

    def view(self, scale: TimeScale) -> Viewport:
        return Viewport(scale, WIDTH, HEIGHT, ratio=self.ratio)

    def paint(self, scale: TimeScale) -> npt.NDArray[np.uint8]:
        size = round(WIDTH * self.ratio), round(HEIGHT * self.ratio)
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.ratio)
        image.fill(QColor("#FF00FF"))
        self.drawing = self.screen.show(self.view(scale), MARKING)
        painter = QPainter(image)
        self.screen.paint(painter, self.drawing)
        painter.end()
        pixels = np.frombuffer(image.constBits(), dtype=np.uint8)
        return pixels.reshape(image.height(), image.width(), 4)[:, :, :3].copy()

    def complete(self, scale: TimeScale) -> npt.NDArray[np.uint8]:
        """Paint a view until nothing of it is missing."""
        pixels = self.paint(scale)
        while not (self.drawing.told.is_final and self.screen.is_complete):
            self.screen.prepare(self.view(scale), MARKING, self.drawing)
            pixels = self.paint(scale)
        return pixels

    def rest(self, scale: TimeScale) -> None:
        """Show a view until there is nothing left to prepare for others."""
        self.complete(scale)
        self.paint(scale)  # the scale stays: what comes next may be a pan
        while self.screen.prepare(self.view(scale), MARKING, self.drawing) is not Prepared.ALL:
            pass


def scale_of(years: float) -> TimeScale:
    middle, half = int(np.median(EVENTS.starts)), round(years * YEAR / 2)
    return TimeScale.fitting(middle - half, middle + half, WIDTH - SCREEN.header_width)


@pytest.mark.parametrize("years", [3_000, 400, 60])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("dx", [-33, 200])
def test_a_panned_picture_is_the_one_that_would_be_painted_anew(
    years: float, ratio: float, dx: int
) -> None:
    scale, rested = scale_of(years), Shown(ratio)
    rested.rest(scale)
    panned = rested.complete(scale.panned(dx))
    anew = Shown(ratio).complete(scale.panned(dx))

    assert rested.drawing.layers[0].extent is not None  # a picture of more than the view
    left, edge = round(SCREEN.header_width * ratio), round(EDGE * ratio)
    differs = (abs(panned.astype(int) - anew) > ALIKE).any(axis=2)
    differs[:, left : left + edge] = differs[:, -edge:] = False
    assert differs.mean() < 0.001


def test_the_first_frame_waits_for_nothing_and_is_completed_later() -> None:
    shown, scale = Shown(), scale_of(3_000)
    shown.paint(scale)
    assert not shown.screen.is_complete

    shown.complete(scale)
    assert shown.screen.is_complete


def test_nothing_is_drawn_ahead_while_every_frame_has_a_scale_of_its_own() -> None:
    shown, scale = Shown(), scale_of(3_000)
    for _ in range(3):
        scale = scale.zoomed(1.1, 300.0)
        shown.paint(scale)
        while shown.screen.prepare(shown.view(scale), MARKING, shown.drawing) is Prepared.MORE:
            pass

    assert shown.screen.layout.wide_layer is None
