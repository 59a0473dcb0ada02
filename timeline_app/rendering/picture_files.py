"""Drawings as files: SVG, which any scale can be made of, and PNG."""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from timeline_app.domain import UserError
from timeline_app.layout.display_list import DisplayList
from timeline_app.rendering.fonts import load_fonts
from timeline_app.rendering.painter import paint_display_list
from timeline_app.rendering.palette import Palette

_LARGEST_SIDE = 32_767  # pixels, of Qt's painter
_MOST_PIXELS = 200_000_000
# Who opens the picture elsewhere may not have our fonts.
_OUR_FONT = re.compile(rb'font-family="(Source [^"]+)"')
_WITH_FALLBACKS = b"font-family=\"'\\1', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif\""
_SVG_RESOLUTION = 96  # dots per inch: one of CSS's pixels is one of ours


def svg_of(drawing: DisplayList, palette: Palette, title: str) -> bytes:
    """A drawing as SVG. Needs a QGuiApplication."""
    load_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_SVG_RESOLUTION)
    size = QSize(round(drawing.width), round(drawing.height))
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    painter = QPainter(generator)
    paint_display_list(painter, drawing, palette)
    painter.end()
    # Texts are escaped, so that only attributes have quotes.
    return _OUR_FONT.sub(_WITH_FALLBACKS, bytes(buffer.data().data()))


def png_of(drawing: DisplayList, palette: Palette, ratio: float) -> bytes:
    """A drawing as PNG, `ratio` pixels for each of its own. Needs a QGuiApplication.

    Raises UserError when that is more than a picture can have.
    """
    load_fonts()
    width, height = round(drawing.width * ratio), round(drawing.height * ratio)
    if max(width, height) > _LARGEST_SIDE or width * height > _MOST_PIXELS:
        raise UserError(
            f"A picture of {width:,} × {height:,} pixels is too large. "
            "Choose a smaller one, or SVG."
        )
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(palette.surface)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setWindow(QRectF(0, 0, drawing.width, drawing.height).toAlignedRect())
    paint_display_list(painter, drawing, palette)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
