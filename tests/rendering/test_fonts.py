import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from timeline_app.layout import TextStyle
from timeline_app.rendering.fonts import FONT_SPECS, FontRole, font, load_fonts
from timeline_app.rendering.text import TextMeasure


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


@pytest.mark.parametrize("role", FontRole)
def test_every_role_has_its_shipped_font(role: FontRole) -> None:
    assert QFontInfo(font(role)).family() == FONT_SPECS[role].family


def test_figures_are_equally_wide() -> None:
    for role in (FontRole.QUOTE, FontRole.LABEL, FontRole.EDTF):
        metrics = QFontMetricsF(font(role))
        assert len({round(metrics.horizontalAdvance(figure), 2) for figure in "0123456789"}) == 1


def test_the_user_scale_enlarges() -> None:
    assert font(FontRole.BODY, 1.5).pixelSize() == 21


def test_bold_labels_are_wider() -> None:
    measure = TextMeasure()

    assert measure("October", TextStyle.LABEL_BOLD) > measure("October", TextStyle.LABEL) > 0


_LETTERS = st.sampled_from("aefilnrtvAVTW  .,–’äЖλ7\nא\ud800e\u0301🎉")


@given(texts=st.lists(st.text(_LETTERS, max_size=20), max_size=6), style=st.sampled_from(TextStyle))
@example(texts=["", "fled", "", "fl\ned", "To AV  Wa."], style=TextStyle.LABEL)
@settings(max_examples=60)
def test_many_texts_are_as_wide_as_each(texts: list[str], style: TextStyle) -> None:
    measure = TextMeasure()
    assert measure.widths(texts, style).tolist() == [measure(text, style) for text in texts]
