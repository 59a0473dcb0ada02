"""The strip in Review."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.timeline_hands import id_of
from tests.gui.timeline_projects import fill
from timeline_app.layout import Mark, Part
from timeline_app.services.library import Library
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.strip import StripWidget


@pytest.fixture
def model(tmp_path: Path, qapp: QApplication) -> Iterator[ProjectModel]:
    library = Library.open(tmp_path / "p.timeline")
    fill(library)
    model = ProjectModel()
    model.open(library)
    yield model
    model.close()


@pytest.fixture
def strip(model: ProjectModel, qtbot: QtBot) -> StripWidget:
    strip = StripWidget(model, Theme())
    qtbot.addWidget(strip)
    strip.resize(1_000, 140)
    strip.show()
    return strip


def test_the_strip_follows_the_review(strip: StripWidget, model: ProjectModel) -> None:
    model.set_current_event(id_of(model, "Vote"))

    lanes = strip.layout_model.bands(1_000, 140).lanes
    mark = next(
        part
        for part in strip.display_list().primitives()
        if isinstance(part, Mark) and part.shape.look.is_hollow
    )
    assert mark.shape.c1 == pytest.approx(500, abs=2)
    assert lanes.y <= mark.y <= lanes.y + lanes.height
    assert strip.marking.pin is not None
    assert strip.marking.pin.text == "article 29 Oct"


@pytest.mark.parametrize("widths", [(1_400,), (1_400, 700)])
def test_what_is_in_the_middle_stays_there_at_any_width(
    model: ProjectModel, qtbot: QtBot, widths: tuple[int, ...]
) -> None:
    model.set_current_event(id_of(model, "Vote"))
    strip = StripWidget(model, Theme())
    qtbot.addWidget(strip)
    strip.show()
    for width in widths:
        strip.resize(width, 140)
    marks = [part for part in strip.display_list().primitives() if isinstance(part, Mark)]
    vote = next(mark for mark in marks if mark.shape.look.is_hollow)
    assert vote.shape.c1 == pytest.approx(widths[-1] / 2, abs=2)


def test_a_click_makes_an_event_current(strip: StripWidget, model: ProjectModel) -> None:
    model.set_current_event(id_of(model, "Vote"))
    hit = next(
        hit
        for hit in strip.display_list().hits
        if hit.part is Part.MARK and hit.area.x > 0 and hit.area.y > 0
    )
    area = hit.area

    place = QPoint(round(area.x + area.width / 2), round(area.y + area.height / 2))
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)

    assert model.current_event == hit.id


def test_fit_shows_everything_and_the_buttons_zoom(strip: StripWidget) -> None:
    strip.fit()
    fitted = strip.scale.seconds_per_pixel
    strip.zoom_in()
    assert strip.scale.seconds_per_pixel == pytest.approx(fitted / 1.25)

    strip.zoom_out()
    assert strip.scale.seconds_per_pixel == pytest.approx(fitted)
