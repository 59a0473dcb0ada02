from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from timeline_app.layout.marks import MarkKind, MarkLook, MarkShape
from timeline_app.rendering.marks import MarkInk, mark_ink, paint_mark, paint_mark_sample
from timeline_app.rendering.palette import Palette, load_palette

WIDTH, HEIGHT = 140, 40
KINDS = [kind for kind in MarkKind if kind is not MarkKind.CLUSTER]


@pytest.fixture
def palette(qapp: QApplication) -> Palette:
    return load_palette("light")


def picture(palette: Palette, look: MarkLook, window: tuple[float, float] | None = None) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(palette.surface)
    painter = QPainter(image)
    ink = mark_ink(palette, look, "lane2")
    if window is None:
        paint_mark_sample(painter, QRectF(20, 0, 100, HEIGHT), look, ink)
    else:
        paint_mark(painter, MarkShape(look, 20, 120, 20, 120), 20, ink, window)
    painter.end()
    return image


def colors(image: QImage) -> Iterator[QColor]:
    for x in range(image.width()):
        for y in range(image.height()):
            yield image.pixelColor(x, y)


def inked(image: QImage, background: QColor) -> int:
    return sum(color != background for color in colors(image))


def has_color(image: QImage, wanted: QColor) -> bool:
    return any(color == wanted for color in colors(image))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_painted_in_its_colour(palette: Palette, kind: MarkKind) -> None:
    image = picture(palette, MarkLook(kind))

    assert has_color(image, palette.alert if kind is MarkKind.DISPUTED else palette.lane2)


@pytest.mark.parametrize("kind", KINDS)
def test_a_proposal_is_hollow(palette: Palette, kind: MarkKind) -> None:
    solid, hollow = picture(palette, MarkLook(kind)), picture(palette, MarkLook(kind, True))

    assert inked(hollow, palette.surface) < inked(solid, palette.surface)
    assert not has_color(hollow, palette.lane2)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_planned_is_dashed(palette: Palette, kind: MarkKind) -> None:
    plain = picture(palette, MarkLook(kind))
    dashed = picture(palette, MarkLook(kind, is_dashed=True))

    assert dashed != plain
    assert dashed != picture(palette, MarkLook(kind, is_hollow=True))


def test_no_two_kinds_look_the_same(palette: Palette) -> None:
    pictures = [picture(palette, MarkLook(kind)) for kind in KINDS]

    assert not any(
        one == other for index, one in enumerate(pictures) for other in pictures[index + 1 :]
    )


def test_about_adds_whiskers_to_any_mark(palette: Palette) -> None:
    image = picture(palette, MarkLook(MarkKind.PERIOD, is_approximate=True))

    assert image != picture(palette, MarkLook(MarkKind.PERIOD))


def test_fades_are_opaque_blends(palette: Palette) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    ink = MarkInk(palette.lane2, palette.surface)
    paint_mark_sample(painter, QRectF(20, 0, 100, HEIGHT), MarkLook(MarkKind.WITHIN), ink)
    painter.end()

    assert all(image.pixelColor(x, 20).alpha() == 255 for x in range(24, 116))


def test_a_mark_cut_by_the_view_stays_inside_and_says_so(palette: Palette) -> None:
    look = MarkLook(MarkKind.PERIOD)
    image = picture(palette, look, (50.0, 100.0))

    assert all(image.pixelColor(x, 20) == palette.surface for x in (*range(48), *range(103, 140)))
    assert image.pixelColor(75, 20) == palette.lane2
    assert image.pixelColor(54, 22) != palette.lane2
