"""The import list in the real window: several files, copies, failures, and the keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import add_texts, review_of
from timeline_app.domain import DateTrust
from timeline_app.resources import seeds_path
from timeline_app.services.incoming import Incoming
from timeline_app.ui.importing.cells import CELL_ROLE
from timeline_app.ui.importing.deeds import Deed
from timeline_app.ui.importing.rows import ImportRow, RowState
from timeline_app.ui.shell.main_window import MainWindow

_SEED = "000_621c974184a7e2e5.txt"
_TITLE = "North Korea Joins Russia in Ukraine: What’s Next?"
_Key, _CTRL, _SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _files(*paths: Path) -> tuple[Incoming, ...]:
    return tuple(Incoming("file", str(path)) for path in paths)


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def seed() -> str:
    return seeds_path(_SEED).read_text(encoding="utf-8")


@pytest.fixture
def mixed(window: MainWindow, qtbot: QtBot, tmp_path: Path, seed: str) -> MainWindow:
    """A window into which five files were dropped: good, undated, empty, same, nearly the same."""
    paths = (
        seeds_path(_SEED),
        _write(tmp_path, "notes.txt", "They met last week in Oslo. The minister signed on Monday."),
        _write(tmp_path, "empty.txt", ""),
        _write(tmp_path, "same.txt", seed),
        _write(tmp_path, "wire.txt", f"Another headline\n\n{seed}\n\nReporting by a colleague."),
    )
    with qtbot.waitSignal(window.announcer.said, check_params_cb=_tells_of_a_failure):
        add_texts(window, qtbot, *_files(*paths))
    window.imports.rows.flush()
    return window


def _tells_of_a_failure(words: str) -> bool:
    return words == "5 files, 2 added, 2 already there, 1 failed"


def _rows(window: MainWindow) -> Sequence[ImportRow]:
    window.imports.rows.flush()
    return window.imports.rows.rows


def _go_to(window: MainWindow, qtbot: QtBot, row: int) -> None:
    """Open the list with its keys, and walk down to a row."""
    qtbot.keyClick(window, _Key.Key_I, _CTRL | _SHIFT)
    table = window.imports.panel.table
    assert table.hasFocus()
    table.choose_row(0)
    for _ in range(row):
        qtbot.keyClick(table, _Key.Key_Down)
    assert table.chosen_rows == [row]


def test_each_file_has_its_row_and_none_is_skipped(mixed: MainWindow) -> None:
    rows = _rows(mixed)
    assert mixed.imports.panel.isVisible()
    added, present, failed = RowState.ADDED, RowState.PRESENT, RowState.FAILED
    assert [row.state for row in rows] == [added, added, failed, present, present]
    assert rows[0].title == _TITLE
    assert rows[0].trust is DateTrust.FOUND
    assert rows[0].date == "Tue 29 Oct 2024"
    assert (rows[0].words or 0) > 250
    assert rows[0].proposals == mixed.model.library.project.counts(rows[0].article_id).total
    assert rows[1].trust is DateTrust.NONE
    assert rows[2].note == "“empty.txt” is empty."
    assert rows[3].note == f"The same text as “{_TITLE}”."
    assert f"% of it stands in “{_TITLE}”." in rows[4].note
    assert len(mixed.model.library.project.articles) == 2
    assert not mixed.alert.isVisible()

    words = mixed.imports.panel.counts.text()
    assert words == "5 files  ·  2 added  ·  2 already there  ·  1 failed"
    assert not mixed.imports.panel.cancel_all.isVisible()
    assert not mixed.imports.panel.blocks.isVisible()
    cells = [mixed.imports.rows.index(1, column) for column in range(7)]
    spoken = [cell.data(Qt.ItemDataRole.AccessibleTextRole) for cell in cells]
    assert spoken[:2] == ["State: Added", "File: notes.txt"]
    assert spoken[3] == "Article date: No date, none"
    assert mixed.imports.panel.table.accessibleName() == "Import list"
    note = mixed.imports.rows.index(2, 6)
    assert note.data(CELL_ROLE).color == "alert_text"
    assert "is empty." in note.data(Qt.ItemDataRole.ToolTipRole)


def test_below_a_list_in_a_small_window_the_text_is_still_read(
    mixed: MainWindow, qtbot: QtBot
) -> None:
    mixed.resize(900, 620)
    page = review_of(mixed)
    qtbot.waitUntil(page.strip.isHidden)
    qtbot.waitUntil(lambda: page.page.reader.viewport().height() >= 60)
    mixed.imports.close()
    qtbot.waitUntil(page.strip.isVisible)


def test_one_good_text_shows_no_list(window: MainWindow, qtbot: QtBot, seed: str) -> None:
    QGuiApplication.clipboard().setText(seed)
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        qtbot.keyClick(window, _Key.Key_V, _CTRL)
    assert not window.imports.panel.isVisible()
    assert review_of(window).isVisible()
    assert _rows(window)[0].state is RowState.ADDED


def test_enter_opens_the_article_and_escape_leaves_the_list(
    mixed: MainWindow, qtbot: QtBot
) -> None:
    _go_to(mixed, qtbot, 2)
    assert mixed.imports.panel.detail.text() == "“empty.txt” is empty."
    _go_to(mixed, qtbot, 1)
    qtbot.keyClick(mixed.imports.panel.table, _Key.Key_Return)
    assert mixed.model.current_article == _rows(mixed)[1].article_id
    _go_to(mixed, qtbot, 3)
    qtbot.keyClick(mixed.imports.panel.table, _Key.Key_Return)
    assert mixed.model.current_article == _rows(mixed)[0].article_id
    qtbot.keyClick(mixed.imports.panel.table, _Key.Key_Escape)
    assert not mixed.imports.panel.isVisible()
    assert review_of(mixed).page.reader.hasFocus()


def test_a_near_copy_is_added_by_choice_and_the_same_text_never(
    mixed: MainWindow, qtbot: QtBot
) -> None:
    _go_to(mixed, qtbot, 3)
    assert not mixed.imports.panel.buttons[Deed.ADD_ANYWAY].isVisible()
    qtbot.keyClick(mixed.imports.panel.table, _Key.Key_Space)
    assert len(mixed.model.library.project.articles) == 2
    _go_to(mixed, qtbot, 4)
    button = mixed.imports.panel.buttons[Deed.ADD_ANYWAY]
    assert button.isVisible()
    with qtbot.waitSignal(mixed.adder.closed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(mixed.model.library.project.articles) == 3
    assert _rows(mixed)[4].state is RowState.ADDED


def test_failures_are_copied_as_text_and_read_again_when_they_were_mended(
    mixed: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.mouseClick(mixed.imports.panel.copy_failed, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied == f"{tmp_path / 'empty.txt'}\tFailed\t“empty.txt” is empty."
    _go_to(mixed, qtbot, 4)
    qtbot.keyClick(mixed.imports.panel.table, _Key.Key_C, _CTRL)
    assert "wire.txt" in QGuiApplication.clipboard().text()
    _write(tmp_path, "empty.txt", "Oslo, 5 March 2024\n\nThe minister resigned on Monday.")
    _go_to(mixed, qtbot, 2)
    with qtbot.waitSignal(mixed.adder.closed):
        qtbot.keyClick(mixed.imports.panel.table, _Key.Key_R)
    row = _rows(mixed)[2]
    assert row.state is RowState.ADDED
    assert row.date == "Tue 5 Mar 2024"
    assert len(_rows(mixed)) == 5


def test_what_waits_is_called_off_one_by_one_and_all_together(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    texts = [f"Report {n}\n\nParis, {n} May 2024\n\nThey met last week." for n in range(1, 21)]
    paths = [_write(tmp_path, f"{n}.txt", text) for n, text in enumerate(texts)]
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        window.arrivals.add(_files(*paths))
        _go_to(window, qtbot, 19)
        qtbot.keyClick(window.imports.panel.table, _Key.Key_Delete)
        with qtbot.waitSignal(window.adder.added, timeout=20_000):
            pass
        qtbot.mouseClick(window.imports.panel.cancel_all, Qt.MouseButton.LeftButton)
    states = [row.state for row in _rows(window)]
    assert states[0] is RowState.ADDED
    assert states[-1] is RowState.CANCELLED
    assert set(states) == {RowState.ADDED, RowState.CANCELLED}
    assert states.count(RowState.ADDED) == len(window.model.library.project.articles)


def test_a_row_follows_its_article_and_another_project_begins_anew(
    mixed: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    mixed.actions_["window.undo"].trigger()
    qtbot.waitUntil(lambda: _rows(mixed)[1].state is RowState.REMOVED)
    mixed.actions_["window.redo"].trigger()
    qtbot.waitUntil(lambda: _rows(mixed)[1].state is RowState.ADDED)
    mixed.keeper.open_path(tmp_path / "other.timeline")
    assert not mixed.imports.panel.isVisible()
    assert not _rows(mixed)
    mixed.imports.show()
    assert mixed.imports.panel.counts.text().startswith("Nothing was added")
