"""What the import list asks: which articles of a bundle, which attachments, what columns mean."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from tests.documents.bundles.samples import STORIES, nexis_uni
from tests.gui.conftest import add_texts
from timeline_app.domain import ReviewStatus
from timeline_app.services.incoming import Incoming
from timeline_app.ui.importing.bundle_dialog import BundleDialog
from timeline_app.ui.importing.mapping_dialog import MappingDialog
from timeline_app.ui.importing.rows import ImportRow, RowState
from timeline_app.ui.shell.incoming import arrival_of
from timeline_app.ui.shell.main_window import MainWindow

# Dialogs, offscreen.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

_LEFT = Qt.MouseButton.LeftButton
_TEXT = (
    "The council voted on Monday to close the old bridge. Engineers had warned for years that "
    "its piers were failing, and traffic will be led over the new one from next week."
)


def _rows(window: MainWindow) -> list[ImportRow]:
    window.imports.rows.flush()
    return window.imports.rows.rows


def _titles(window: MainWindow) -> list[str]:
    return [article.title for article in window.model.library.project.articles.values()]


def _drop(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    add_texts(window, qtbot, Incoming("file", str(path)))
    window.imports.rows.flush()
    assert window.imports.panel.isVisible()


def _press_enter_on(window: MainWindow, qtbot: QtBot, row: int) -> None:
    window.imports.show()
    window.imports.panel.table.choose_row(row)
    qtbot.keyClick(window.imports.panel.table, Qt.Key.Key_Return)


@pytest.fixture
def bundle(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> BundleDialog:
    """The preview of a file with three articles of a news database."""
    path = tmp_path / "results.txt"
    path.write_text(nexis_uni(), encoding="utf-8")
    _drop(window, qtbot, path)
    [row] = _rows(window)
    assert row.state is RowState.ASKS
    assert row.note == "3 articles in this file."
    assert _titles(window) == []
    _press_enter_on(window, qtbot, 0)
    dialog = window.imports.dialog
    assert isinstance(dialog, BundleDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_a_bundle_is_previewed_and_added_by_its_check_marks(
    window: MainWindow, qtbot: QtBot, bundle: BundleDialog
) -> None:
    assert bundle.add.text() == "Add 3 articles"
    qtbot.keyClick(bundle.table, Qt.Key.Key_Space)
    assert bundle.add.text() == "Add 2 articles"
    with qtbot.waitSignal(window.adder.closed):
        qtbot.keyClick(bundle.table, Qt.Key.Key_Return)
    assert _titles(window) == [story.title for story in STORIES[1:]]
    assert [row.state for row in _rows(window)] == [RowState.ADDED, RowState.ADDED, RowState.ASKS]
    assert _rows(window)[2].note == "1 more article in this file."


def test_a_click_changes_a_check_mark_and_none_are_added_when_it_is_called_off(
    window: MainWindow, qtbot: QtBot, bundle: BundleDialog
) -> None:
    box = bundle.table.visualRect(bundle.model.index(1, 0)).center()
    qtbot.mouseClick(bundle.table.viewport(), _LEFT, pos=box)
    assert len(bundle.model.chosen) == 2
    qtbot.mouseClick(bundle.none, _LEFT)
    assert not bundle.add.isEnabled()
    qtbot.mouseClick(bundle.all, _LEFT)
    assert len(bundle.model.chosen) == 3
    qtbot.keyClick(bundle.table, Qt.Key.Key_Escape)
    assert not bundle.isVisible()
    assert _titles(window) == []


def test_the_files_of_a_mail_are_offered_and_added_one_by_one(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "The bridge", "a@example.org", "b@example.org"
    mail["Date"] = "Tue, 29 Oct 2024 10:00:00 +0000"
    mail.set_content(_TEXT)
    mail.add_attachment(
        "Ferry\n\nOslo, 5 March 2024\n\nA ferry starts next week.", filename="f.txt"
    )
    path = tmp_path / "bridge.eml"
    path.write_bytes(bytes(mail))
    _drop(window, qtbot, path)
    states = [row.state for row in _rows(window)]
    assert states == [RowState.ADDED, RowState.ASKS]
    assert _rows(window)[1].note.startswith("Within “bridge.eml”")
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        _press_enter_on(window, qtbot, 1)
    assert _titles(window) == ["The bridge", "Ferry"]
    assert [row.state for row in _rows(window)] == [RowState.ADDED] * 3


@pytest.fixture
def mapping(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MappingDialog:
    """The questions about a table whose dates may have day or month first."""
    path = tmp_path / "events.csv"
    lines = ("Date,Event,Where", "05/11/2024,Bridge closed,Harbourtown", ",Nobody knows when,")
    path.write_text("\n".join(lines), encoding="utf-8")
    _drop(window, qtbot, path)
    _press_enter_on(window, qtbot, 0)
    dialog = window.imports.dialog
    assert isinstance(dialog, MappingDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_a_table_becomes_events_after_its_columns_are_agreed_on(
    window: MainWindow, qtbot: QtBot, mapping: MappingDialog
) -> None:
    order = mapping.columns.orders[0]
    assert order.isVisible()
    assert "Say whether day or month comes first" in mapping.verdict.text()
    assert not mapping.add.isEnabled()
    order.setFocus()
    qtbot.keyClick(order, Qt.Key.Key_Down)
    assert mapping.verdict.text() == "1 row cannot be read and will be left out."
    assert mapping.rows.reading.events[0].when == "Tue 5 Nov 2024"
    with qtbot.waitSignal(window.model.message):
        qtbot.mouseClick(mapping.add, _LEFT)
    [event] = window.model.library.project.events.values()
    assert (event.title, event.places) == ("Bridge closed", ("Harbourtown",))
    assert event.status is ReviewStatus.ACCEPTED
    [row] = _rows(window)
    assert row.state is RowState.ADDED
    assert row.note == "1 event added. 1 row left out: Row 3: it has no date."


def test_without_a_column_of_dates_nothing_is_added(qtbot: QtBot, mapping: MappingDialog) -> None:
    meaning = mapping.columns.roles[0]
    meaning.setFocus()
    qtbot.keyClicks(meaning, "pass")
    assert meaning.currentText() == "Passed over"
    assert mapping.verdict.text() == "No column holds dates yet."
    assert not mapping.add.isEnabled()
    qtbot.keyClick(meaning, Qt.Key.Key_Escape)
    assert not mapping.isVisible()


def test_rows_pasted_from_a_spreadsheet_become_events(window: MainWindow, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText("Date\tEvent\n2024-11-05\tTalks began\n2024-11-07\tTalks ended\n")
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        window.arrivals.take(arrival_of(mime))
    [row] = _rows(window)
    assert row.state is RowState.ASKS
    _press_enter_on(window, qtbot, 0)
    dialog = window.imports.dialog
    assert isinstance(dialog, MappingDialog)
    qtbot.waitUntil(dialog.add.isEnabled)
    with qtbot.waitSignal(window.model.changed, timeout=10_000):
        qtbot.mouseClick(dialog.add, _LEFT)
    titles = [event.title for event in window.model.library.project.chronological()]
    assert titles == ["Talks began", "Talks ended"]
