"""Titles that are read from right to left, on widgets and in labels."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.layout.primitives import Label
from timeline_app.layout.text import TextStyle
from timeline_app.rendering.fonts import load_fonts
from timeline_app.rendering.labels import LabelCache, LabelPainter
from timeline_app.rendering.palette import load_palette
from timeline_app.rendering.text import TextMeasure, style_font
from timeline_app.ui.widgets.labels import draw_words

TITLES = ("שלום עכשיו!", "القاهرة: 3 قتلى!", "الاتفاق (Oslo II).")
LEFT_TO_RIGHT = "Treaty of القاهرة (2024)!"
MIDDLE = Qt.AlignmentFlag.AlignVCenter
LABEL = TextStyle.LABEL
AREA = QRectF(3, 0, 240, 20)
BOTH = (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight)


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def drawn(draw: Callable[[QPainter], object]) -> QImage:
    image = QImage(260, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(style_font(LABEL))
    painter.setPen(QColor(load_palette("light").text))
    draw(painter)
    painter.end()
    return image


def written(text: str, direction: Qt.LayoutDirection) -> QImage:
    """The text at the left, by a painter that reads it in one direction."""

    def draw(painter: QPainter) -> None:
        painter.setLayoutDirection(direction)
        painter.drawText(AREA, MIDDLE | Qt.AlignmentFlag.AlignAbsolute, text)

    return drawn(draw)


@pytest.mark.parametrize("title", TITLES)
def test_words_are_drawn_in_the_direction_in_which_they_are_read(title: str) -> None:
    def draw(painter: QPainter) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as on a widget
        draw_words(painter, AREA, MIDDLE, title)

    right, left = (written(title, direction) for direction in BOTH)
    assert drawn(draw) != left
    assert ink_order(drawn(draw)) == ink_order(right)


def test_a_title_that_begins_with_latin_letters_is_read_from_the_left() -> None:
    def draw(painter: QPainter) -> None:
        draw_words(painter, AREA, MIDDLE, LEFT_TO_RIGHT)

    assert ink_order(drawn(draw)) == ink_order(written(LEFT_TO_RIGHT, BOTH[1]))


@pytest.mark.parametrize("title", TITLES)
def test_labels_are_drawn_in_the_direction_in_which_they_are_read(title: str) -> None:
    writer = LabelPainter(load_palette("light"))
    label = Label(3, 10, title, 100)

    drawing = drawn(lambda painter: writer.draw(painter, label, 3, 10))

    assert ink_order(drawing) == ink_order(written(title, BOTH[0]))


@pytest.mark.parametrize("title", [*TITLES, LEFT_TO_RIGHT])
def test_a_label_is_as_wide_as_it_is_measured(title: str) -> None:
    width = TextMeasure()(title, LABEL)
    assert width == pytest.approx(QFontMetricsF(style_font(LABEL)).horizontalAdvance(title))
    cache = LabelCache(load_palette("light"))

    drawing = drawn(lambda painter: cache.draw(painter, Label(10, 10, title, width)))

    inked = [x for x in range(drawing.width()) if column(drawing, x)]
    assert inked[0] >= 9
    assert inked[-1] <= 10 + width + 1


def test_a_painter_keeps_its_own_direction(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    image = QImage(50, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    draw_words(painter, AREA, MIDDLE, TITLES[0])

    assert painter.layoutDirection() is Qt.LayoutDirection.LeftToRight
    painter.end()


def column(image: QImage, x: int) -> tuple[int, ...]:
    """Where a column of pixels has ink."""
    inked = range(image.height())
    return tuple(y for y in inked if QColor(image.pixel(x, y)).lightness() < 128)


def ink_order(image: QImage) -> list[tuple[int, ...]]:
    """The inked columns from left to right, wherever the text begins, and at whatever height."""
    columns = [column(image, x) for x in range(image.width())]
    top = min(min(found) for found in columns if found)
    return [tuple(y - top for y in found) for found in columns if found]
