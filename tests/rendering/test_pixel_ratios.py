"""Labels and marks on screens of any pixel ratio: crisp, and at their place."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from timeline_app.layout.display_list import DisplayList, Layer
from timeline_app.layout.marks import MarkKind, MarkLook, MarkShape
from timeline_app.layout.primitives import Area, Label, Labels, Mark, Marks
from timeline_app.layout.text import TextStyle
from timeline_app.rendering.fonts import load_fonts
from timeline_app.rendering.labels import LabelCache
from timeline_app.rendering.painter import paint_display_list
from timeline_app.rendering.palette import load_palette
from timeline_app.rendering.pictures import PictureCache
from timeline_app.rendering.text import TextMeasure

RATIOS = [1.0, 1.25, 1.5, 2.0, 3.0]
WIDTH, HEIGHT = 160, 40
Pixels = npt.NDArray[np.uint8]


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def pixels(ratio: float, draw: Callable[[QPainter], object]) -> Pixels:
    """The darkness of each pixel of a screen."""
    image = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), dtype=np.uint8).reshape(grey.height(), -1)
    return 255 - rows[:, : grey.width()]


def inked(found: Pixels) -> tuple[int, int, int, int]:
    """The first and last column, and the first and last row, that are dark."""
    dark = found > 100
    xs, ys = np.flatnonzero(dark.any(axis=0)), np.flatnonzero(dark.any(axis=1))
    return int(xs[0]), int(xs[-1]), int(ys[0]), int(ys[-1])


def cut(found: Pixels) -> Pixels:
    left, right, top, bottom = inked(found)
    return found[top : bottom + 1, left : right + 1]


def label_at(x: float) -> Label:
    return Label(x, 20.0, "Treaty", TextMeasure()("Treaty", TextStyle.LABEL))


@pytest.mark.parametrize("ratio", RATIOS)
def test_a_label_is_as_crisp_at_every_place(ratio: float) -> None:
    cache = LabelCache(load_palette("light"), ratio=ratio)
    first = cut(pixels(ratio, lambda painter: cache.draw(painter, label_at(12.0))))

    for x in (5.0, 6.0, 7.0, 10.4, 33.0):
        other = cut(pixels(ratio, lambda painter, x=x: cache.draw(painter, label_at(x))))
        assert np.array_equal(first, other), x


@pytest.mark.parametrize("ratio", RATIOS)
def test_a_label_stands_at_its_place(ratio: float) -> None:
    cache = LabelCache(load_palette("light"), ratio=ratio)

    for x in (5.0, 12.0, 33.0):
        left, right, top, bottom = inked(
            pixels(ratio, lambda painter, x=x: cache.draw(painter, label_at(x)))
        )
        assert left == pytest.approx(x * ratio, abs=1.5 * ratio)
        assert right == pytest.approx((x + label_at(x).width) * ratio, abs=2 * ratio)
        assert (top + bottom) / 2 == pytest.approx(20 * ratio, abs=3 * ratio)


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("kind", [MarkKind.POINT, MarkKind.PERIOD, MarkKind.WITHIN])
def test_the_picture_of_a_mark_lies_where_the_mark_is(ratio: float, kind: MarkKind) -> None:
    palette, look = load_palette("light"), MarkLook(kind)
    x1, x2 = (60.0, 60.0) if kind is MarkKind.POINT else (41.0, 90.0)
    marks = Marks(
        [look],
        ["lane2"],
        np.zeros(1, dtype=np.int16),
        np.zeros(1, dtype=np.int16),
        np.array([[x1, x2, x1, x2]]),
        np.array([x1 - 6]),
        np.array([x2 + 6]),
        np.array([20.0]),
        10.0,
        (0.0, float(WIDTH)),
    )
    whole = Area(0, 0, WIDTH, HEIGHT)

    def painted(part: Marks | Mark, cache: PictureCache | None) -> tuple[int, int, int, int]:
        drawing = DisplayList(WIDTH, HEIGHT, (Layer(whole, (part,)),))
        return inked(pixels(ratio, lambda p: paint_display_list(p, drawing, palette, cache=cache)))

    drawn = painted(Mark(MarkShape(look, x1, x2, x1, x2), 20.0, "lane2", 10.0, marks.window), None)
    assert painted(marks, PictureCache(palette, 1.0, ratio)) == pytest.approx(drawn, abs=1)


@pytest.mark.parametrize("ratio", RATIOS)
def test_many_labels_are_drawn_like_single_ones(ratio: float) -> None:
    cache = LabelCache(load_palette("light"), ratio=ratio)
    label = label_at(12.0)
    many = Labels(
        np.array([label.x]),
        np.array([label.y]),
        [label.text],
        np.array([label.width]),
        np.zeros(1, dtype=np.int16),
        has_plate=False,
    )

    one = pixels(ratio, lambda painter: cache.draw(painter, label))
    assert np.array_equal(one, pixels(ratio, lambda painter: cache.draw_all(painter, many)))
