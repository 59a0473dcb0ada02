"""The first minute: an empty window, and the first article in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import SEED, Answers, OpenWindow, review_of
from timeline_app.resources import seeds_path
from timeline_app.ui.importing.rows import RowState
from timeline_app.ui.shell.main_window import MainWindow

TITLE = "North Korea Joins Russia in Ukraine: What’s Next?"


def titles(window: MainWindow) -> list[str]:
    return [article.title for article in window.model.library.project.articles.values()]


def drop(window: MainWindow, mime: QMimeData) -> None:
    place, copy = QPoint(600, 400), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dragEnterEvent(QDragEnterEvent(place, copy, mime, button, keys))
    window.dropEvent(QDropEvent(place, copy, mime, button, keys))


def test_the_window_starts_with_an_open_project_and_asks_nothing(
    window: MainWindow, answers: Answers
) -> None:
    assert window.stack.is_at_start
    assert window.model.is_open
    assert window.model.library.path.is_file()
    assert window.status.saved == "Saves by itself from the first article"
    assert answers.questions == []


def test_pasted_text_becomes_an_article_with_proposals(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(seeds_path(SEED).read_text(encoding="utf-8"))
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert titles(window) == [TITLE]
    assert not window.stack.is_at_start
    project = window.model.library.project
    counts = project.counts()
    assert counts.proposed > 0
    assert counts.proposed + counts.folded == len(project.events)
    assert window.model.current_event == project.queue(window.model.current_article or 0)[0].id
    assert window.status.saved.startswith("Saved ")


def test_text_is_pasted_over_the_reader_too(seeded: MainWindow, qtbot: QtBot) -> None:
    review_of(seeded).page.reader.setFocus()
    QGuiApplication.clipboard().setText("Oslo, 5 March 2024\n\nThe minister resigned on Monday.")
    with qtbot.waitSignal(seeded.adder.closed, timeout=20_000):
        qtbot.keyClick(review_of(seeded).page.reader, "v", Qt.KeyboardModifier.ControlModifier)
    assert len(titles(seeded)) == 2


def test_text_is_pasted_into_a_field_that_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("summit")
    box = window.tool_bar.find_box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == "summit"
    assert titles(window) == []


def test_a_dropped_file_is_read(window: MainWindow, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(seeds_path(SEED)))])
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        drop(window, mime)
    assert titles(window) == [TITLE]


def test_html_is_preferred_over_the_plain_text_beside_it(window: MainWindow, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText("menu menu menu")
    mime.setHtml(
        "<html><head><title>Talks end</title></head><body><article><h1>Talks end</h1>"
        "<p>Oslo, 5 March 2024. The ministers met on Monday and signed the treaty. They will "
        "meet again next week in Bergen, the government said in a statement.</p></article>"
    )
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        drop(window, mime)
    assert titles(window) == ["Talks end"]


def test_the_drop_area_names_what_will_happen(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/a.txt"), QUrl.fromLocalFile("/b.txt")])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dragEnterEvent(
        QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, button, keys)
    )
    assert window.start.drop_area.headline == "Drop to add 2 files"


def test_the_samples_are_added(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        qtbot.mouseClick(window.start.samples_row, Qt.MouseButton.LeftButton)
    assert len(titles(window)) == 3
    assert window.stack.shown_name == "review"


def test_chosen_files_are_added_and_the_unreadable_one_is_named(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    answers.files = [empty, seeds_path(SEED)]
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        qtbot.mouseClick(window.start.drop_area.choose, Qt.MouseButton.LeftButton)
    assert titles(window) == [TITLE]
    window.imports.rows.flush()
    assert "empty.txt" in window.imports.rows.rows[0].note
    assert window.imports.panel.isVisible()


def test_an_article_is_not_added_twice(seeded: MainWindow, answers: Answers, qtbot: QtBot) -> None:
    answers.files = [seeds_path(SEED)]
    with qtbot.waitSignal(seeded.adder.closed, timeout=20_000):
        seeded.actions_["window.add"].trigger()
    assert titles(seeded) == [TITLE]
    seeded.imports.rows.flush()
    assert seeded.imports.rows.rows[-1].state is RowState.PRESENT
    assert seeded.imports.panel.isVisible()


def test_an_empty_clipboard_is_told(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "clipboard holds no text" in window.alert.text


def test_the_reader_shows_only_the_articles_own_paragraphs(seeded: MainWindow) -> None:
    shown = review_of(seeded).page.reader.toPlainText()
    assert shown.startswith("Here’s the scoop")
    assert "Advertisement" not in shown
    assert "politicsliberal" not in shown


def test_everything_comes_back_after_a_restart(
    seeded: MainWindow, open_window: OpenWindow, qtbot: QtBot
) -> None:
    review = review_of(seeded)
    review.reviewing.accept()
    event = seeded.model.current_event
    review.articles.set_order("title")
    seeded.resize(1300, 800)
    seeded.close()
    again = open_window()
    assert not again.stack.is_at_start
    assert again.model.current_event == event
    assert review_of(again).articles.order == "title"
    assert again.model.library.project.counts().accepted == 1


def test_in_a_low_window_the_drawing_makes_room(window: MainWindow, qtbot: QtBot) -> None:
    area, rows = window.start.drop_area, (window.start.open_row, window.start.samples_row)
    assert area.drawing.isVisible()
    window.resize(1024, 620)
    window.alert.show_error("Something is wrong.\nSomething can be done about it.")
    qtbot.waitUntil(area.drawing.isHidden)
    qtbot.waitUntil(lambda: area.geometry().bottom() < rows[0].geometry().top())
    assert not any(area.geometry().intersects(row.geometry()) for row in rows)
    assert area.choose.isVisible()
    window.alert.clear()
    window.resize(1440, 870)
    qtbot.waitUntil(area.drawing.isVisible)
