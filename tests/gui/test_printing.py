"""Choosing how the PDF is printed, with the pages in sight, in the real window."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.window import Answers
from timeline_app.domain import ReviewStatus
from timeline_app.exporters import PaperSize, TimelineForm
from timeline_app.services.printing import print_settings
from timeline_app.services.review import accept_all_dated
from timeline_app.ui.exporting.print_dialog import PrintDialog
from timeline_app.ui.shell.main_window import MainWindow

_WAIT = 20_000


@pytest.fixture
def dialog(seeded: MainWindow, qtbot: QtBot) -> PrintDialog:
    """The dialog of a project with accepted events, its pages laid out."""
    accept_all_dated(seeded.model.library)
    QTest.keyClick(seeded, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    opened = seeded.exporter.dialog
    assert opened is not None
    qtbot.waitSignal(opened.laid_out, timeout=_WAIT).wait()
    return opened


def _pages(dialog: PrintDialog) -> int:
    return dialog.preview.list.model().rowCount()


def test_the_pages_are_shown_and_counted(dialog: PrintDialog) -> None:
    assert _pages(dialog) >= 3
    assert dialog.words.text().startswith(f"{_pages(dialog)} pages: 1 of the timeline")
    assert dialog.preview.page.accessibleDescription() == f"Page 1 of {_pages(dialog)}"
    picture = dialog.preview.page.grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle.lightness() > 200
    QTest.keyClick(dialog.preview.list, Qt.Key.Key_Down)
    assert dialog.preview.page.accessibleDescription() == f"Page 2 of {_pages(dialog)}"


def test_other_choices_are_shown_at_once(dialog: PrintDialog, qtbot: QtBot) -> None:
    before = _pages(dialog)
    with qtbot.waitSignal(dialog.laid_out, timeout=_WAIT):
        QTest.mouseClick(dialog.choices.parts["has_sources"], Qt.MouseButton.LeftButton)
    assert _pages(dialog) == before - 1
    with qtbot.waitSignal(dialog.laid_out, timeout=_WAIT):
        QTest.keyClick(dialog.choices.forms, Qt.Key.Key_Right)
        QTest.keyClick(dialog.choices.forms, Qt.Key.Key_Right)
        dialog.choices.length.selectAll()
        QTest.keyClicks(dialog.choices.length, "40")
    assert dialog.settings.form is TimelineForm.TO_SCALE
    assert dialog.settings.millimetres_per_day == pytest.approx(40)
    assert _pages(dialog) > before


def test_paper_that_cannot_be_is_said_and_cannot_be_exported(
    dialog: PrintDialog, qtbot: QtBot
) -> None:
    dialog.choices.sizes.setCurrentText(PaperSize.CUSTOM)
    with qtbot.waitSignal(dialog.laid_out, timeout=_WAIT):
        dialog.choices.width_.selectAll()
        QTest.keyClicks(dialog.choices.width_, "20")
    assert dialog.words.text() == "Paper must measure 100 to 5,000 mm on every side."
    assert not dialog.export.isEnabled()


def test_what_was_chosen_is_printed_and_remembered(
    seeded: MainWindow, dialog: PrintDialog, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.target = target = tmp_path / "out.pdf"
    dialog.choices.sizes.setCurrentText(PaperSize.A3)
    QTest.keyClick(dialog.choices.turns, Qt.Key.Key_Right)
    dialog.choices.title.setFocus()
    QTest.keyClicks(dialog.choices.title, "The road to Kursk")
    with qtbot.waitSignal(seeded.exporter.written, timeout=_WAIT):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    first = pypdf.PdfReader(target).pages[0]
    assert (round(first.mediabox.width), round(first.mediabox.height)) == (842, 1191)
    assert "The road to Kursk" in first.extract_text()
    kept = print_settings(seeded.model.library)
    assert (kept.size, kept.is_landscape, kept.title) == (PaperSize.A3, False, "The road to Kursk")


def test_the_project_is_not_written_over(
    seeded: MainWindow, dialog: PrintDialog, answers: Answers
) -> None:
    answers.target = seeded.model.library.path
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "another name than the project itself" in seeded.alert.text


def test_escape_exports_nothing(seeded: MainWindow, dialog: PrintDialog, tmp_path: Path) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert list(tmp_path.glob("*.pdf")) == []


def test_nothing_accepted_is_said(seeded: MainWindow) -> None:
    assert not seeded.model.library.project.chronological(ReviewStatus.ACCEPTED)
    QTest.keyClick(seeded, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert seeded.exporter.dialog is None
    assert "Nothing is accepted yet" in seeded.alert.text
