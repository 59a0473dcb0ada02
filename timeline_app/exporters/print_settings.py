"""How a project is printed: the paper, the form of the timeline, what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from timeline_app.domain import UserError

SHORTEST, LONGEST = 100.0, 5_000.0  # millimetres of a side; PDF ends at 5,080


class PaperSize(StrEnum):
    """A size of paper; that of ISO 216, of ANSI/ASME Y14.1, or one's own."""

    A4 = "A4"
    A3 = "A3"
    A2 = "A2"
    A1 = "A1"
    A0 = "A0"
    LETTER = "Letter"
    TABLOID = "Tabloid"
    CUSTOM = "Custom"


# Upright, in millimetres.
_SIDES = {
    PaperSize.A4: (210.0, 297.0),
    PaperSize.A3: (297.0, 420.0),
    PaperSize.A2: (420.0, 594.0),
    PaperSize.A1: (594.0, 841.0),
    PaperSize.A0: (841.0, 1_189.0),
    PaperSize.LETTER: (215.9, 279.4),
    PaperSize.TABLOID: (279.4, 431.8),
}
_AMERICAN = frozenset((PaperSize.LETTER, PaperSize.TABLOID))


class TimelineForm(StrEnum):
    """Over how much paper the timeline goes."""

    AS_NEEDED = "as needed"  # on one page if every event has a place of its own there
    ONE_PAGE = "one page"  # the densest stretches are gathered, with their numbers
    TO_SCALE = "to scale"


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """What the researcher chooses for paper; the defaults suit most projects.

    `width` and `height` are millimetres, for a custom size alone. `millimetres_per_day` is the
    scale where the form is `TO_SCALE`. `title` replaces the one made from the project's name.
    """

    size: PaperSize = PaperSize.A4
    is_landscape: bool = True
    width: float = 297.0
    height: float = 210.0
    form: TimelineForm = TimelineForm.AS_NEEDED
    millimetres_per_day: float = 5.0
    has_eras: bool = True
    has_article_dates: bool = True
    has_chronology: bool = True
    has_sources: bool = True
    title: str = ""

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height of the pages of the timeline, in millimetres.

        Raises UserError when a side of a custom size is out of bounds.
        """
        if self.size is PaperSize.CUSTOM:
            if not all(SHORTEST <= side <= LONGEST for side in (self.width, self.height)):
                raise UserError(
                    f"Paper must measure {SHORTEST:.0f} to {LONGEST:,.0f} mm on every side."
                )
            return self.width, self.height
        return self._turned(self.size)

    @property
    def text_paper(self) -> tuple[float, float]:
        """Width and height of the other pages: no poster, since they are read by hand."""
        if self.size is PaperSize.CUSTOM:
            return self._turned(PaperSize.A4, is_landscape=self.width >= self.height)
        return self._turned(PaperSize.LETTER if self.size in _AMERICAN else PaperSize.A4)

    def _turned(self, size: PaperSize, *, is_landscape: bool | None = None) -> tuple[float, float]:
        short, long = _SIDES[size]
        lies = self.is_landscape if is_landscape is None else is_landscape
        return (long, short) if lies else (short, long)

    def to_json(self) -> dict[str, Any]:
        """The settings as a value of JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: object) -> PrintSettings:
        """The settings from `to_json`; what is missing or not understood is as usual."""
        known: Mapping[str, Any] = value if isinstance(value, dict) else {}
        settings = cls()
        for field in fields(cls):
            kind = type(getattr(settings, field.name))
            try:
                settings = replace(settings, **{field.name: kind(known[field.name])})
            except (KeyError, TypeError, ValueError):
                continue
        return settings
