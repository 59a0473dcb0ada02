"""The colours of the program, read from the table of design tokens."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import QColor

from timeline_app.resources import resource_path


class PaletteName(StrEnum):
    """The palettes the design defines."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"
    CONTRAST = "contrast"
    CONTRAST_DARK = "contrast_dark"


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours. Every attribute is a token of the design; see `resources/themes`."""

    name: PaletteName
    window: QColor
    panel: QColor
    surface: QColor
    sunken: QColor
    hover: QColor
    selected: QColor
    line: QColor
    control: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    accent_strong: QColor
    on_accent: QColor
    focus: QColor
    proposed_text: QColor
    proposed: QColor
    proposed_fill: QColor
    proposed_strong: QColor
    accepted_text: QColor
    accepted: QColor
    accepted_fill: QColor
    accept: QColor
    on_accept: QColor
    rejected_text: QColor
    rejected: QColor
    rejected_fill: QColor
    undated_text: QColor
    undated: QColor
    undated_fill: QColor
    alert_text: QColor
    alert: QColor
    alert_fill: QColor
    lane1: QColor
    lane2: QColor
    lane3: QColor
    lane4: QColor
    lane5: QColor
    lane6: QColor
    era: QColor
    era_text: QColor
    grid: QColor
    grid_strong: QColor

    def color(self, token: str) -> QColor:
        """The colour of a token given by name. Raises AttributeError for an unknown one."""
        color: QColor = getattr(self, token)
        return color

    @property
    def tint(self) -> float:
        """How much of their strength tints have: none in high contrast, where shapes say it all."""
        return 0.0 if self.name in (PaletteName.CONTRAST, PaletteName.CONTRAST_DARK) else 1.0


def load_palette(name: PaletteName | str) -> Palette:
    """The palette of that name."""
    chosen = PaletteName(name)
    table = json.loads(resource_path("themes", "tokens.json").read_text(encoding="utf-8"))
    tokens: dict[str, str] = table[chosen.value]
    return Palette(chosen, **{token: QColor(value) for token, value in tokens.items()})


def blend(color: QColor, background: QColor, share: float) -> QColor:
    """`share` (0 to 1) of a colour over an opaque background, as an opaque colour.

    Tints and fades are blended and never transparent: QPdfWriter (6.11) prints the transparent
    stops of a gradient as solid colour, which would show a guess as a fact.
    """
    keep = 1.0 - share
    return QColor.fromRgbF(
        color.redF() * share + background.redF() * keep,
        color.greenF() * share + background.greenF() * keep,
        color.blueF() * share + background.blueF() * keep,
    )


@lru_cache(maxsize=512)
def blended(
    color: int, background: int, shares: tuple[tuple[float, float], ...]
) -> list[tuple[float, QColor]]:
    """The stops of a fade between two colours, given as Qt's packed RGB."""
    over, under = QColor.fromRgb(color), QColor.fromRgb(background)
    return [(offset, blend(over, under, share)) for offset, share in shares]
