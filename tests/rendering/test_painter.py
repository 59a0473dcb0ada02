import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.calendar import instant_at
from timeline_app.layout import (
    SCREEN,
    Area,
    Box,
    DisplayList,
    Label,
    Layer,
    Marking,
    Stroke,
    TextStyle,
    TimelineEntry,
    TimelineLayout,
    TimeScale,
    Viewport,
    make_lanes,
)
from timeline_app.rendering.fonts import load_fonts
from timeline_app.rendering.legend import legend_of, paint_legend
from timeline_app.rendering.painter import paint_display_list
from timeline_app.rendering.palette import Palette, load_palette
from timeline_app.rendering.pictures import PictureCache
from timeline_app.rendering.text import TextMeasure

WIDTH, HEIGHT = 600, 300
DAY = 86_400
START = instant_at(2024, 10, 1)


@pytest.fixture
def palette(qapp: QApplication) -> Palette:
    load_fonts()
    return load_palette("light")


def paint(shown: DisplayList, palette: Palette, cache: PictureCache | None = None) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    painter = QPainter(image)
    paint_display_list(painter, shown, palette, cache=cache)
    painter.end()
    return image


def layout(count: int = 12) -> TimelineLayout:
    entries = [
        TimelineEntry(n, TimeSpan.at(START + n * DAY), f"Event {n}", lane="Russia")
        for n in range(1, count + 1)
    ]
    return TimelineLayout(entries, make_lanes(entries), TextMeasure(), SCREEN)


def test_primitives_are_cut_at_their_layer(palette: Palette) -> None:
    whole = Area(0, 0, WIDTH, HEIGHT)
    layers = (
        Layer(whole, (Box(whole, fill="surface"),)),
        Layer(Area(0, 0, 50, HEIGHT), (Box(whole, fill="lane1"),)),
    )
    image = paint(DisplayList(WIDTH, HEIGHT, layers), palette)

    assert image.pixelColor(49, 10) == palette.lane1
    assert image.pixelColor(51, 10) == palette.surface


def test_lines_and_words_have_their_colours(palette: Palette) -> None:
    whole = Area(0, 0, WIDTH, HEIGHT)
    parts = (
        Box(whole, fill="surface"),
        Stroke(10.5, 0, 10.5, HEIGHT, "control"),
        Label(100, 50, "October 2024", 90, TextStyle.LABEL_BOLD, "text"),
    )
    image = paint(DisplayList(WIDTH, HEIGHT, (Layer(whole, parts),)), palette)

    assert image.pixelColor(10, 200) == palette.control
    region = [image.pixelColor(x, y) for x in range(100, 190) for y in range(40, 60)]
    assert sum(color != palette.surface for color in region) > 100


@pytest.mark.parametrize("step", [2_000.0, 20_000.0, 200_000.0])
def test_pictures_made_once_look_like_what_is_drawn_anew(palette: Palette, step: float) -> None:
    scale = TimeScale(START, step)
    shown = layout().display_list(Viewport(scale, WIDTH, HEIGHT))
    drawn, cached = paint(shown, palette), paint(shown, palette, PictureCache(palette))

    different = sum(
        abs(drawn.pixelColor(x, y).lightness() - cached.pixelColor(x, y).lightness()) > 60
        for x in range(0, WIDTH, 2)
        for y in range(0, HEIGHT, 2)
    )
    assert different < WIDTH * HEIGHT / 4 * 0.02


def test_the_current_event_is_framed(palette: Palette) -> None:
    scale = TimeScale(START, 3_600.0)
    shown = layout(1).display_list(
        Viewport(scale, WIDTH, HEIGHT), Marking(current=1, plate="2 Oct")
    )
    image = paint(shown, palette, PictureCache(palette))
    found = {image.pixelColor(x, y).name() for x in range(WIDTH) for y in range(0, HEIGHT, 1)}

    assert palette.selected.name() in found
    assert palette.accent.name() in found


def test_every_pixel_is_painted(palette: Palette) -> None:
    shown = layout().display_list(Viewport(TimeScale(START, 3_600.0), WIDTH, HEIGHT))
    image = paint(shown, palette, PictureCache(palette))

    assert not any(
        image.pixelColor(x, y) == QColor("#FF00FF")
        for x in range(0, WIDTH, 3)
        for y in range(0, HEIGHT, 3)
    )


def test_the_legend_names_what_is_in_use(palette: Palette) -> None:
    span = TimeSpan.on_or_before(START)
    entries = [
        TimelineEntry(1, span, "By then", is_proposed=True),
        TimelineEntry(2, TimeSpan.at(START), "That day", is_planned=True),
    ]
    looks = [entry.look for entry in entries if entry.look is not None]
    legend = legend_of(looks, with_clusters=True)

    assert [entry.words for entry in legend] == [
        "day known",
        "on or before",
        "planned, possible",
        "proposed",
        "hidden here",
    ]
    image = QImage(WIDTH, 60, QImage.Format.Format_RGB32)
    image.fill(palette.surface)
    painter = QPainter(image)
    paint_legend(painter, QRectF(image.rect()), legend, palette, columns=3)
    painter.end()
    assert any(image.pixelColor(x, 15) == palette.text2 for x in range(WIDTH))
