"""The shipped fonts, and the roles text plays in the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from PySide6.QtGui import QFont, QFontDatabase

from timeline_app.resources import resource_path

SANS = "Source Sans 3"
SERIF = "Source Serif 4"
SERIF_TEXT = "Source Serif 4 SmText"
MONO = "Source Code Pro"


class FontRole(StrEnum):
    """What a piece of text is. Words of an article are serif; words of the program are sans."""

    HEADLINE = "headline"
    ARTICLE_TITLE = "article title"
    CARD_DATE = "card date"
    EVENT_TITLE = "event title"
    ARTICLE_TEXT = "article text"
    QUOTE = "quote"
    BODY = "body"
    BODY_MEDIUM = "body medium"
    BODY_BOLD = "body bold"
    LABEL = "label"
    LABEL_MEDIUM = "label medium"
    LABEL_BOLD = "label bold"
    TABLE = "table"
    CAPTION = "caption"
    CAPTION_MEDIUM = "caption medium"
    CAPTION_BOLD = "caption bold"
    KEY = "key"
    COUNT = "count"
    EDTF = "edtf"


@dataclass(frozen=True, slots=True)
class FontSpec:
    """Family, size and line height in logical pixels, weight. Qt draws whole pixel sizes only."""

    family: str
    size: int
    line: int
    weight: QFont.Weight = QFont.Weight.Normal


_REGULAR, _MEDIUM, _BOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold

FONT_SPECS: Mapping[FontRole, FontSpec] = MappingProxyType(
    {
        FontRole.HEADLINE: FontSpec(SANS, 27, 34, _BOLD),
        FontRole.ARTICLE_TITLE: FontSpec(SERIF, 23, 29, _BOLD),
        FontRole.CARD_DATE: FontSpec(SANS, 21, 26, _BOLD),
        FontRole.EVENT_TITLE: FontSpec(SANS, 17, 22, _BOLD),
        FontRole.ARTICLE_TEXT: FontSpec(SERIF_TEXT, 17, 27, _REGULAR),
        FontRole.QUOTE: FontSpec(SERIF_TEXT, 15, 21, _REGULAR),
        FontRole.BODY: FontSpec(SANS, 14, 20, _REGULAR),
        FontRole.BODY_MEDIUM: FontSpec(SANS, 14, 20, _MEDIUM),
        FontRole.BODY_BOLD: FontSpec(SANS, 14, 20, _BOLD),
        FontRole.LABEL: FontSpec(SANS, 13, 18, _REGULAR),
        FontRole.LABEL_MEDIUM: FontSpec(SANS, 13, 18, _MEDIUM),
        FontRole.LABEL_BOLD: FontSpec(SANS, 13, 18, _BOLD),
        FontRole.TABLE: FontSpec(SANS, 14, 18, _REGULAR),
        FontRole.CAPTION: FontSpec(SANS, 13, 18, _REGULAR),
        FontRole.CAPTION_MEDIUM: FontSpec(SANS, 13, 18, _MEDIUM),
        FontRole.CAPTION_BOLD: FontSpec(SANS, 13, 18, _BOLD),
        FontRole.KEY: FontSpec(SANS, 12, 16, _MEDIUM),
        FontRole.COUNT: FontSpec(SANS, 12, 16, _BOLD),
        FontRole.EDTF: FontSpec(MONO, 12, 18, _REGULAR),
    }
)


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; needs a QGuiApplication. May be called again.

    Raises FileNotFoundError when the package has lost its fonts.
    """
    known = set(QFontDatabase.families())
    if {SANS, SERIF, SERIF_TEXT, MONO} <= known:
        return
    files = sorted(resource_path("fonts").glob("*.ttf"))
    if not files:
        raise FileNotFoundError(resource_path("fonts"))
    for file in files:
        QFontDatabase.addApplicationFont(str(file))


def font(role: FontRole, scale: float = 1.0) -> QFont:
    """The font of a role at a user scale (0.9 to 1.5); figures are tabular, sizes are pixels."""
    return QFont(_made(role, scale))


@lru_cache(maxsize=200)  # a feature costs more than all the rest, and lists ask for each row
def _made(role: FontRole, scale: float) -> QFont:
    spec = FONT_SPECS[role]
    result = QFont(spec.family)
    result.setPixelSize(max(1, round(spec.size * scale)))
    result.setWeight(spec.weight)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result
