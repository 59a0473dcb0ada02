"""The formats that need drawing, and with them all that the program writes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import BinaryIO

from timeline_app.domain import Progress
from timeline_app.exporters import Exporter, PrintSettings, Publication, TimelineForm
from timeline_app.exporters.losses import told, undated
from timeline_app.exporters.registry import EXPORTERS
from timeline_app.layout.display_list import DisplayList
from timeline_app.rendering.fonts import load_fonts
from timeline_app.rendering.palette import Palette, PaletteName, load_palette
from timeline_app.rendering.pdf import render_pdf
from timeline_app.rendering.pdf_chart import make_chart
from timeline_app.rendering.pdf_text import printable
from timeline_app.rendering.pdf_timeline import timeline_pages, without_cut_labels
from timeline_app.rendering.picture_files import png_of, svg_of
from timeline_app.rendering.text import TextMeasure

_USUAL_WIDTH = 1_920.0
_MOST_HEIGHT = 8_000.0
_PIXELS = 2.0  # of a PNG for each of the design


@dataclass(frozen=True, slots=True)
class PdfExporter:
    """The timeline, the chronology and the sources on paper, as the settings say."""

    settings: PrintSettings = field(default_factory=PrintSettings)
    key: str = "pdf"
    name: str = "Document, PDF"
    suffix: str = ".pdf"
    is_whole: bool = False

    def losses(self, _publication: Publication) -> list[str]:
        """Paper holds everything that people read."""
        return []

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write all pages."""
        stream.write(render_pdf(publication, progress, self.settings))


@dataclass(frozen=True, slots=True)
class PictureExporter:
    """The whole line in one picture, as wide as wanted, or the drawing that is given.

    `width` is in pixels of the design; the height is what the events need.
    """

    key: str
    name: str
    suffix: str
    width: float = _USUAL_WIDTH
    drawing: DisplayList | None = None
    palette: Palette | None = None
    is_whole: bool = False

    def losses(self, publication: Publication) -> list[str]:
        """A picture shows dated events by their titles."""
        sources = "Quotes and sources are not in the picture." if publication.articles else ""
        return told(undated(publication), sources)

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Draw and write at once. Raises UserError when the picture would be too large."""
        progress.step(0, 2, "Drawing the timeline")
        palette = self.palette or load_palette(PaletteName.PRINT)
        drawing = self.drawing or _whole_line(publication, self.width)
        progress.step(1, 2, "Writing the picture")
        if self.suffix == SVG.suffix:
            stream.write(svg_of(drawing, palette, printable(publication.title)))
        else:
            stream.write(png_of(drawing, palette, _PIXELS))

    def of(self, drawing: DisplayList, palette: Palette) -> PictureExporter:
        """The exporter of one drawing, such as the view in the window."""
        return replace(self, drawing=drawing, palette=palette)


def _whole_line(publication: Publication, width: float) -> DisplayList:
    load_fonts()
    one_page = PrintSettings(form=TimelineForm.ONE_PAGE)
    chart = make_chart(publication, TextMeasure(), (width, _MOST_HEIGHT), one_page)
    if chart is None:
        return DisplayList(width, _USUAL_WIDTH / 4, ())
    [page] = timeline_pages(chart)
    return without_cut_labels(chart.layout.display_list(page.viewport), page)


SVG = PictureExporter("svg", "Picture, SVG", ".svg")
PNG = PictureExporter("png", "Picture, PNG", ".png")
FORMATS: tuple[Exporter, ...] = (PdfExporter(), *EXPORTERS, SVG, PNG)
