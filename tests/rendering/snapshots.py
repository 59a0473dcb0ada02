"""Pictures of a handful of timelines and printed pages, and the files that keep them.

    QT_QPA_PLATFORM=offscreen python -m tests.rendering.snapshots

draws all of them anew.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from tests.layout.scenes import SCENES
from tests.rendering.publications import small_publication
from timeline_app.rendering.fonts import load_fonts
from timeline_app.rendering.painter import paint_display_list
from timeline_app.rendering.palette import PaletteName, load_palette
from timeline_app.rendering.pdf import render_pdf
from timeline_app.rendering.pictures import PictureCache
from timeline_app.rendering.text import TextMeasure

FOLDER = Path(__file__).parent / "snapshots"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A view of a scene in a palette; with a `ratio` of 0 it is painted without pictures."""

    scene: str
    view: str
    palette: PaletteName = PaletteName.LIGHT
    ratio: float = 1.0


SNAPSHOTS: Mapping[str, Snapshot] = {
    "seed": Snapshot("seed", "weeks"),
    "fuzzy-dates": Snapshot("fuzzy-dates", "everything"),
    "fuzzy-dates-dark": Snapshot("fuzzy-dates", "cut", PaletteName.DARK),
    "crowded": Snapshot("crowded", "everything"),
    "selection-sharp": Snapshot("selection", "weeks", ratio=2.0),
    "print": Snapshot("print", "everything", PaletteName.PRINT, ratio=0.0),
}


PAGES: Mapping[str, int] = {"page-timeline": 0, "page-chronology": 1, "page-sources": 2}


def snapshot_path(name: str) -> Path:
    """The file that keeps a picture."""
    return FOLDER / f"{name}.png"


def draw(snapshot: Snapshot) -> QImage:
    """The picture as it is drawn now."""
    scene, palette = SCENES[snapshot.scene](), load_palette(snapshot.palette)
    made = scene.layout(TextMeasure())
    viewport = scene.viewport(made, scene.views[snapshot.view])
    shown = made.display_list(viewport, scene.marking)
    ratio = snapshot.ratio or 1.0
    size = round(viewport.width * ratio), round(viewport.height * ratio)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    cache = PictureCache(palette, 1.0, ratio) if snapshot.ratio else None
    painter = QPainter(image)
    paint_display_list(painter, shown, palette, cache=cache)
    painter.end()
    image.setDevicePixelRatio(1.0)
    return image


def draw_page(number: int) -> QImage:
    """A page of a small PDF, counted from 0, as another program's rasterizer draws it."""
    with pypdfium2.PdfDocument(render_pdf(small_publication())) as document:
        pixels = document[number].render(rev_byteorder=True).to_numpy()
    height, width, channels = pixels.shape
    image = QImage(pixels.tobytes(), width, height, width * channels, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def pictures() -> Mapping[str, Callable[[], QImage]]:
    """All that are kept, each with what draws it now."""
    timelines = {name: partial(draw, snapshot) for name, snapshot in SNAPSHOTS.items()}
    return timelines | {name: partial(draw_page, number) for name, number in PAGES.items()}


def main() -> None:
    """Draw all of them."""
    application = QGuiApplication([])
    load_fonts()
    FOLDER.mkdir(exist_ok=True)
    for name, draw_now in pictures().items():
        draw_now().save(str(snapshot_path(name)))
        sys.stdout.write(f"{snapshot_path(name).name}\n")
    del application


if __name__ == "__main__":
    main()
