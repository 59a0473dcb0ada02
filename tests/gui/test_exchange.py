"""Every format from the window, the printer, the clipboard, and dropped files of events."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.window import Answers
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.services.incoming import Incoming
from timeline_app.services.review import add_event
from timeline_app.ui.exporting.draft import Draft
from timeline_app.ui.exporting.format_dialog import FormatDialog
from timeline_app.ui.importing.rows import RowState
from timeline_app.ui.shell.incoming import arrival_of
from timeline_app.ui.shell.main_window import MainWindow


@pytest.fixture
def dated(window: MainWindow) -> MainWindow:
    """A window with two accepted events, one of them vague."""
    library = window.model.library
    add_event(library, "A summit", parse_edtf("[2024-10-21..2024-10-27]"))
    add_event(library, "A vote", parse_edtf("2024-10-29"))
    return window


def dialog_of(window: MainWindow) -> FormatDialog:
    window.actions_["window.export_as"].trigger()
    assert window.exchange.dialog is not None
    return window.exchange.dialog


def choose(dialog: FormatDialog, key: str, qtbot: QtBot) -> None:
    """Choose a format, and wait until it is told what it loses."""
    dialog.choose(key)
    qtbot.waitUntil(dialog.export.isEnabled, timeout=20_000)


def add_files(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        window.arrivals.add((Incoming("file", str(path)),))


def titles(window: MainWindow) -> list[str]:
    return [event.title for event in window.model.library.project.chronological()]


def test_the_dialog_tells_what_is_lost_and_writes_what_was_chosen(
    dated: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_of(dated)
    choose(dialog, "ics", qtbot)
    assert "1 date is not known exactly" in dialog.losses.text()
    choose(dialog, "markdown", qtbot)
    assert dialog.losses.text() == "This format holds everything."
    choose(dialog, "csv", qtbot)
    answers.target = tmp_path / "out.csv"
    with qtbot.waitSignal(dated.exchange.written, timeout=20_000):
        dialog.export.click()
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert [row[1] for row in rows] == ["Title", "A summit", "A vote"]
    assert dated.status.message == f"Exported to {answers.target}"
    assert dialog_of(dated).exporter.key == "csv"


def test_a_whole_project_and_a_picture_have_choices_of_their_own(dated: MainWindow) -> None:
    dated.show_workspace("timeline")
    dialog = dialog_of(dated)
    dialog.choose("json")
    assert dialog.everything.isVisible()
    assert not dialog.is_whole
    dialog.everything.setChecked(True)
    assert dialog.is_whole
    dialog.choose("png")
    assert not dialog.everything.isVisible()
    assert not dialog.is_whole
    dialog.pixels.setText("3000")
    assert dialog.exporter.width == 3_000  # type: ignore[attr-defined]
    dialog.part.set_value("view")
    canvas = dated.stack.workspace("timeline").canvas
    assert dialog.exporter.drawing.width == canvas.width()  # type: ignore[attr-defined]
    dialog.reject()


def test_a_draft_holds_what_there_was(dated: MainWindow) -> None:
    library = dated.model.library
    draft, whole = Draft(library), Draft(library, is_whole=True)
    add_event(library, "A later vote", parse_edtf("2024-11-05"))
    assert [event.title for event in draft.publication.events] == ["A summit", "A vote"]
    assert len(whole.publication.contents.events) == 2
    assert len(Draft(library).publication.events) == 3


def test_nothing_accepted_is_told(window: MainWindow) -> None:
    add_event(window.model.library, "A vote", None)
    window.model.library.undo()
    window.exchange.ask_format()
    window.exchange.ask_printer()
    assert "so there is nothing to print" in window.alert.text


def test_a_file_that_cannot_be_written_is_told(
    dated: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_of(dated)
    choose(dialog, "html", qtbot)
    answers.target = tmp_path / "missing" / "out.html"
    with qtbot.waitSignal(dated.model.failed, timeout=20_000):
        dialog.export.click()
    assert "missing" in dated.alert.text


def test_a_project_is_not_written_over(
    dated: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    library, other = dated.model.library, tmp_path / "other.timeline"
    library.save_copy(other)
    kept = other.read_bytes()
    for target, words in ((library.path, "than the project itself"), (other, "is a project")):
        dialog = dialog_of(dated)
        choose(dialog, "csv", qtbot)
        answers.target = target
        dialog.export.click()
        assert words in dated.alert.text
    assert other.read_bytes() == kept
    add_event(library, "It goes on", None)


def test_a_choice_that_cannot_be_remembered_is_told(
    dated: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_of(dated)
    choose(dialog, "csv", qtbot)
    path = dated.model.library.path
    away = path.rename(path.with_name("away.timeline"))
    answers.target = tmp_path / "out.csv"
    dialog.export.click()
    assert "has been moved" in dated.alert.text
    away.rename(path)


def test_the_pages_are_printed(
    dated: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    printed = tmp_path / "printed.pdf"
    answers.paper = QPrinter(QPrinter.PrinterMode.HighResolution)
    answers.paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    answers.paper.setOutputFileName(str(printed))
    with qtbot.waitSignal(dated.model.message, timeout=20_000):
        dated.actions_["window.print"].trigger()
    assert dated.status.message == "Printed"
    assert printed.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("workspace", ["table", "timeline"])
def test_ctrl_c_copies_what_is_chosen(dated: MainWindow, qtbot: QtBot, workspace: str) -> None:
    dated.show_workspace(workspace)
    dated.model.set_selection(dated.model.library.project.events)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "Sometime 21 – 27 Oct 2024: A summit.\nTue 29 Oct 2024: A vote."
    assert "<td>A summit</td>" in mime.html()
    [summit, vote] = json.loads(bytes(mime.data("application/json").data()))
    assert (summit["EDTF"], vote["Title"]) == ("[2024-10-21..2024-10-27]", "A vote")
    assert dated.status.message == "Copied 2 events"


def test_rows_are_dragged_out_as_a_file(dated: MainWindow) -> None:
    dated.show_workspace("table")
    table, carried = dated.stack.workspace("table"), list[QMimeData]()
    table.drag.carry = carried.append
    dated.model.set_selection(dated.model.library.project.events)
    viewport = table.table.viewport()
    place = table.table.visualRect(table.rows.index(0, 4)).center()
    left, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind, at in (
        (QEvent.Type.MouseButtonPress, place),
        (QEvent.Type.MouseMove, place + QPoint(60, 0)),
    ):
        globally = QPointF(viewport.mapToGlobal(at))
        event = QMouseEvent(kind, QPointF(at), globally, left, left, no_keys)
        QApplication.sendEvent(viewport, event)
    [mime] = carried
    [url] = mime.urls()
    assert "A summit" in Path(url.toLocalFile()).read_text(encoding="utf-8-sig")


def test_events_of_other_programs_are_added_in_one_step(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "plans.mw"
    path.write_text("2024-10-29: A vote\nafter !x 2 weeks: Later\n", encoding="utf-8")
    add_files(window, qtbot, path)
    assert titles(window) == ["A vote"]
    assert window.status.message == "Added 1 event"
    [row] = window.imports.rows.rows
    assert (row.state, row.title) == (RowState.ADDED, "plans.mw")
    assert row.note == "Added 1 event. 1 event has no date that can be read."
    assert "1 event has no date that can be read" in window.alert.text
    window.actions_["window.undo"].trigger()
    assert titles(window) == []


def test_a_calendar_within_a_mail_becomes_events_as_well(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "invitation.eml"
    path.write_text(
        "From: Jane Doe <jane@example.org>\nSubject: Invitation\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nPlease come to the vote.\n"
        "--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A vote\n"
        "DTSTART:20241029T100000Z\nEND:VEVENT\nEND:VCALENDAR\n--b--\n",
        encoding="utf-8",
    )
    add_files(window, qtbot, path)
    window.imports.show()
    window.imports.panel.table.choose_row(1)
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        qtbot.keyClick(window.imports.panel.table, Qt.Key.Key_Return)
    assert "A vote" in titles(window)
    assert [row.note for row in window.imports.rows.rows[1:]] == [
        "Added from the file that it was in.",
        "Added 1 event.",
    ]


def test_a_damaged_file_of_events_is_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "x.ics"
    path.write_text("BEGIN:VCALENDAR\nnonsense", encoding="utf-8")
    add_files(window, qtbot, path)
    [row] = window.imports.rows.rows
    assert row.state is RowState.FAILED
    assert "“x.ics” is no calendar" in row.note
    assert window.imports.panel.isVisible()


def test_a_timeline_of_another_program_is_added_and_no_project(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "theirs.timeline"
    path.write_text(
        "<?xml version='1.0'?><timeline><events><event><start>2024-01-01 00:00:00</start>"
        "<end>2024-01-02 00:00:00</end><text>Theirs</text></event></events></timeline>",
        encoding="utf-8",
    )
    before, mime = window.model.library.path, QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        window.arrivals.take(arrival_of(mime))
    assert window.model.library.path == before
    assert titles(window) == ["Theirs"]
