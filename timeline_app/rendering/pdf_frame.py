"""The parts of a printed page of any size."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.rendering.pdf_text import PIXELS_PER_MM

HEADING_BASELINE = 77.5
TOP_RULE, HEADER_BASELINE, HEADER_RULE = 98.5, 118.0, 129.0  # of a table

_MARGIN = 13.2 * PIXELS_PER_MM
_FOOTER = 61.0  # from the rule above the footer to the edge of the paper
_ABOVE_FOOTER = 13.0
_WIDE = 1_100.0


@dataclass(frozen=True, slots=True)
class PageFrame:
    """A page in design pixels from its upper left corner; margins and footer are as deep on all.

    With a `zoom` everything on it is that many times as large as in a book: a poster is read from
    farther away.
    """

    width: float
    height: float
    zoom: float = 1.0

    @classmethod
    def of(cls, millimetres: tuple[float, float], zoom: float = 1.0) -> PageFrame:
        """The frame of a page of that width and height."""
        width, height = (side * PIXELS_PER_MM / zoom for side in millimetres)
        return cls(width, height, zoom)

    @property
    def pixels_per_mm(self) -> float:
        """How many design pixels a millimetre of the paper has."""
        return PIXELS_PER_MM / self.zoom

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height of the paper."""
        return self.width / self.pixels_per_mm, self.height / self.pixels_per_mm

    @property
    def left(self) -> float:
        """Where text begins."""
        return _MARGIN

    @property
    def right(self) -> float:
        """Where text ends."""
        return self.width - _MARGIN

    @property
    def inner_width(self) -> float:
        """The width between the margins."""
        return self.right - self.left

    @property
    def is_narrow(self) -> bool:
        """Whether quotes have no room beside events, as on upright paper."""
        return self.inner_width < _WIDE

    @property
    def footer_rule(self) -> float:
        """The line above the footer."""
        return self.height - _FOOTER

    @property
    def room(self) -> float:
        """The height that a page has for the rows of a table."""
        return self.footer_rule - _ABOVE_FOOTER - HEADER_RULE
