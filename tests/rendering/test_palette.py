import pytest
from PySide6.QtGui import QColor, QPalette

from timeline_app.rendering.contrast import contrast_palette, contrast_ratio
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

    assert contrast_ratio(palette.color(token), palette.surface) >= 4.5


CONTRAST = (PaletteName.CONTRAST, PaletteName.CONTRAST_DARK)
TEXTS = (
    "text text2 text3 proposed_text accepted_text rejected_text undated_text alert_text era_text "
    "accent"
).split()
MARKS = (
    "control line focus proposed accepted rejected undated alert lane1 lane2 lane3 lane4 lane5 "
    "lane6"
).split()


@pytest.mark.parametrize("name", CONTRAST)
@pytest.mark.parametrize("ground", ["surface", "window", "panel", "hover", "selected"])
def test_with_high_contrast_every_text_can_be_read_anywhere(name: PaletteName, ground: str) -> None:
    palette = load_palette(name)

    for token in TEXTS:
        assert contrast_ratio(palette.color(token), palette.color(ground)) >= 7, token


@pytest.mark.parametrize("name", CONTRAST)
def test_with_high_contrast_marks_and_lines_stand_out(name: PaletteName) -> None:
    palette = load_palette(name)

    for token in MARKS:
        assert contrast_ratio(palette.color(token), palette.surface) >= 4.5, token
    assert contrast_ratio(palette.text, palette.proposed_strong) >= 7
    assert contrast_ratio(palette.on_accept, palette.accept) >= 7
    assert contrast_ratio(palette.on_accent, palette.accent) >= 7
    assert palette.tint == 0


@pytest.mark.parametrize("name", set(PaletteName) - set(CONTRAST))
def test_the_accept_button_can_be_read_and_tints_are_on(name: PaletteName) -> None:
    palette = load_palette(name)

    assert contrast_ratio(palette.on_accept, palette.accept) >= 4.5
    assert palette.tint == 1


@pytest.mark.parametrize(
    ("base", "text", "highlight"),
    [
        ("#000000", "#FFFFFF", "#1AEBFF"),  # "High contrast black" of Windows
        ("#FFFFFF", "#000000", "#37006E"),  # its white one
        ("#202020", "#FFFF00", "#202080"),  # a highlight that nobody can see
        ("#FFFFEF", "#FFFFFF", "#00FF00"),  # nothing to be read at all
        ("#808080", "#000000", "#FFFFFF"),
    ],
)
def test_the_colours_of_the_desktop_are_used_where_they_can_be_read(
    base: str, text: str, highlight: str
) -> None:
    system = QPalette()
    system.setColor(QPalette.ColorRole.Base, QColor(base))
    system.setColor(QPalette.ColorRole.Text, QColor(text))
    system.setColor(QPalette.ColorRole.Highlight, QColor(highlight))

    palette = contrast_palette(system)

    assert palette.surface == QColor(base)
    assert palette.tint == 0
    for token in (*TEXTS, *MARKS):
        assert contrast_ratio(palette.color(token), palette.surface) >= 4.5, token
    if contrast_ratio(QColor(text), QColor(base)) >= 4.5:
        assert palette.text == QColor(text)


def test_ratios_are_those_of_the_guideline() -> None:
    assert contrast_ratio(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast_ratio(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
