"""How well colours stand apart, and a palette in the colours of a high-contrast desktop."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtGui import QColor, QPalette

from timeline_app.rendering.palette import Palette, PaletteName, blend, load_palette

_READABLE = 4.5
_GROUNDS = (
    "window panel surface sunken era proposed_fill accepted_fill rejected_fill undated_fill "
    "alert_fill"
).split()
_INKS = "text text2 text3 line control era_text".split()


def contrast_ratio(one: QColor, other: QColor) -> float:
    """The contrast of two opaque colours, 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def contrast_palette(system: QPalette) -> Palette:
    """The high-contrast palette in the colours of the desktop.

    Its background, text and highlight replace those of the table; the colours of states and lanes
    stay where they can be read on that background (4.5), and become its text where not.
    """
    ground = system.color(QPalette.ColorRole.Base)
    ink = _readable(system.color(QPalette.ColorRole.Text), ground, _opposite(ground))
    is_dark = contrast_ratio(ground, QColor("white")) > contrast_ratio(ground, QColor("black"))
    table = load_palette(PaletteName.CONTRAST_DARK if is_dark else PaletteName.CONTRAST)
    accent = _readable(system.color(QPalette.ColorRole.Highlight), ground, ink)
    shades = {
        "hover": blend(ink, ground, 0.12),
        "selected": blend(accent, ground, 0.2),
        "proposed_strong": blend(table.proposed, ground, 0.2),
        "grid": blend(ink, ground, 0.2),
        "grid_strong": blend(ink, ground, 0.55),
    }
    colors = {name: _readable(table.color(name), ground, ink) for name in _tokens()}
    colors |= dict.fromkeys(_GROUNDS, ground) | dict.fromkeys(_INKS, ink) | shades
    colors |= {"accent": accent, "accent_strong": accent, "focus": accent, "on_accent": ground}
    colors |= {"accept": colors["accepted_text"], "on_accept": ground}
    return Palette(table.name, **colors)


def _tokens() -> list[str]:
    return [field.name for field in fields(Palette) if field.name != "name"]


def _readable(color: QColor, ground: QColor, otherwise: QColor) -> QColor:
    return color if contrast_ratio(color, ground) >= _READABLE else otherwise


def _opposite(ground: QColor) -> QColor:
    black, white = QColor("black"), QColor("white")
    return max(black, white, key=lambda color: contrast_ratio(color, ground))


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
