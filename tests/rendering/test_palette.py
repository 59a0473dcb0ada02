import pytest
from PySide6.QtGui import QColor

from timeline_app.rendering.palette import PaletteName, blend, load_palette


@pytest.mark.parametrize("name", PaletteName)
def test_every_palette_has_every_token(name: PaletteName) -> None:
    palette = load_palette(name)

    assert palette.name is name
    assert palette.color("lane6").isValid()


def test_an_unknown_token_is_a_mistake() -> None:
    with pytest.raises(AttributeError):
        load_palette("light").color("mauve")


def test_blends_are_opaque() -> None:
    mixed = blend(QColor("#000000"), QColor("#FFFFFF"), 0.25)

    assert mixed.alpha() == 255
    assert mixed.red() == pytest.approx(191, abs=1)


@pytest.mark.parametrize("name", PaletteName)
@pytest.mark.parametrize("token", ["text", "text2", "proposed_text", "accepted_text", "lane1"])
def test_text_can_be_read(name: PaletteName, token: str) -> None:
    palette = load_palette(name)

    assert _contrast(palette.color(token), palette.surface) >= 4.5


def _contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: QColor) -> float:
    """As WCAG 2 defines it."""
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
