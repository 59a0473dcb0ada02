"""What cannot be used is told in one plain sentence; nothing is lost, and the window works on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from tests.e2e.walking import CTRL, Key, Walk
from tests.places import made_read_only
from tests.window import SEED, Answers, OpenWindow, review_of
from timeline_app.domain import ReviewStatus
from timeline_app.resources import seeds_path
from timeline_app.services.library import Library
from timeline_app.services.review import add_event
from timeline_app.ui.importing.rows import RowState

KEPT = "An event of long ago"
PARAGRAPH = "The ministers met in Oslo on 3 May 2023 and signed the treaty. "
Write = Callable[[Path], object]


@pytest.fixture
def walk(qtbot: QtBot, answers: Answers, tmp_path: Path, open_window: OpenWindow) -> Walk:
    """A window with the seed article, one proposal accepted."""
    walk = Walk(qtbot, answers, tmp_path, open_window, open_window())
    walk.drop_file(walk.window, seeds_path(SEED))
    walk.press(Key.Key_A)
    return walk


def sentence_shown(walk: Walk) -> str:
    """The one sentence of the alert line; all of it can be read, and its button closes it."""
    alert = walk.window.alert
    label, close = alert.findChild(QLabel), alert.findChild(QAbstractButton)
    assert label is not None
    assert close is not None
    assert alert.isVisible()
    walk.qtbot.waitUntil(lambda: label.heightForWidth(label.width()) <= label.height())
    text = alert.text
    assert "\n" not in text
    assert text.endswith(".")
    walk.click(close)
    assert not alert.isVisible()
    return text


def sentence_listed(walk: Walk) -> str:
    """Why the last file failed, in the import list: all of it can be read; Escape closes it."""
    imports = walk.window.imports
    walk.qtbot.waitUntil(lambda: imports.rows.rows[-1].state is RowState.FAILED)
    assert imports.panel.isVisible()
    imports.show()
    imports.panel.table.choose_row(imports.rows.rowCount() - 1)
    detail = imports.panel.detail
    walk.qtbot.waitUntil(lambda: detail.heightForWidth(detail.width()) <= detail.height())
    text = detail.text()
    assert "\n" not in text
    assert text.endswith(".")
    walk.press(Key.Key_Escape)
    assert not imports.panel.isVisible()
    return text


def check_that_it_works_on(walk: Walk, before: object) -> None:
    """Nothing is lost, and the next decision is stored."""
    assert state(walk) == before
    proposal = walk.current
    walk.press(Key.Key_A)
    assert walk.stored_event(proposal.id).status is ReviewStatus.ACCEPTED


def state(walk: Walk) -> object:
    """Everything that is stored."""
    stored = walk.stored()
    return stored.articles, stored.events, stored.evidence


def write_large(path: Path) -> None:
    line = PARAGRAPH.encode() * 100 + b"\n"
    path.write_bytes(line * (50_000_000 // len(line) + 1))


@pytest.mark.parametrize(
    ("name", "write", "words"),
    [
        (
            "picture.txt",
            lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5_000)),
            "a picture",
        ),
        ("noise.txt", lambda path: path.write_bytes(bytes(range(256)) * 40), "text"),
        ("empty.txt", lambda path: path.touch(), "is empty"),
        ("blank.html", lambda path: path.write_text(" \n\n"), "is empty"),
        ("library.txt", write_large, "too large"),
    ],
)
def test_a_file_that_holds_no_article(walk: Walk, name: str, write: Write, words: str) -> None:
    path, before = walk.folder / name, state(walk)
    write(path)
    walk.drop_file(walk.window, path)
    told = sentence_listed(walk)
    assert told.startswith(f"“{name}”")
    assert words in told
    check_that_it_works_on(walk, before)


def test_many_bad_files_are_told_one_by_one(walk: Walk) -> None:
    for name in ("one.txt", "two.txt"):
        (walk.folder / name).touch()
    walk.answers.files = [walk.folder / "one.txt", walk.folder / "two.txt"]
    with walk.qtbot.waitSignal(walk.window.adder.closed):
        walk.press(Key.Key_O, CTRL)
    walk.window.imports.rows.flush()
    notes = [row.note for row in walk.window.imports.rows.rows[-2:]]
    assert notes == ["“one.txt” is empty.", "“two.txt” is empty."]


def test_a_text_with_nul_bytes_is_read_around_them(walk: Walk) -> None:
    path = walk.folder / "nul.txt"
    path.write_bytes(b"Oslo treaty\n\n" + PARAGRAPH.replace("Oslo", "Os\0lo").encode() * 3)
    walk.drop_file(walk.window, path)
    assert "no text may hold" in walk.review.header.notes.text()
    assert walk.review.header.notes.isVisible()
    article = walk.stored().articles[walk.window.model.current_article or 0]
    assert "Os\N{REPLACEMENT CHARACTER}lo" in article.text
    assert "Os\N{REPLACEMENT CHARACTER}lo" in walk.review.page.reader.toPlainText()
    check_that_it_works_on(walk, state(walk))


def test_a_text_with_halves_of_characters_is_pasted(walk: Walk) -> None:
    walk.paste("Oslo treaty\n\n" + PARAGRAPH + "\ud83d" + PARAGRAPH)
    assert "Oslo treaty" in [article.title for article in walk.stored().articles.values()]
    check_that_it_works_on(walk, state(walk))


def make_project(path: Path) -> None:
    """A closed project with one event."""
    library = Library.open(path)
    add_event(library, KEPT, None)
    library.close()


def write_foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def write_newer(path: Path) -> None:
    make_project(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA user_version = 99")


def write_corrupt(path: Path) -> None:
    make_project(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (write_foreign, "database of another program"),
        (write_corrupt, "is damaged"),
        (lambda path: path.write_text("Dear diary"), "is not a Timeline App project"),
    ],
)
def test_a_project_that_cannot_be_opened(walk: Walk, write: Write, words: str) -> None:
    path, before, open_now = walk.folder / "bad.timeline", state(walk), walk.window.model.library
    write(path)
    content = path.read_bytes()
    walk.drop_project(path)
    told = sentence_shown(walk)
    assert told.startswith("“bad.timeline”")
    assert words in told
    assert walk.window.model.library is open_now
    assert path.read_bytes() == content
    check_that_it_works_on(walk, before)


def test_a_project_of_a_newer_program_is_only_looked_at(walk: Walk) -> None:
    path = walk.folder / "newer.timeline"
    write_newer(path)
    content = path.read_bytes()
    walk.drop_project(path)
    assert "newer version" in sentence_shown(walk)
    assert walk.window.model.library.is_read_only
    assert path.read_bytes() == content


@pytest.fixture
def read_only_project(tmp_path: Path) -> Iterator[Path]:
    """A project in a folder in which nothing can be written."""
    folder = tmp_path / "archive"
    folder.mkdir()
    make_project(folder / "old.timeline")
    with made_read_only(folder):
        yield folder / "old.timeline"


def delete_in_the_table(walk: Walk, event_id: int) -> None:
    """Go to the row of an event and press Delete."""
    walk.press(Key.Key_3, CTRL)
    walk.window.model.set_current_event(event_id)
    walk.press(Key.Key_Delete)


def test_a_project_in_a_read_only_folder(walk: Walk, read_only_project: Path) -> None:
    walk.drop_project(read_only_project)
    assert "“old.timeline” is open for viewing only" in sentence_shown(walk)
    (kept,) = walk.project.events.values()
    assert kept.title == KEPT
    delete_in_the_table(walk, kept.id)
    assert "“old.timeline” is open for viewing only" in sentence_shown(walk)
    assert kept.id in walk.project.events
    walk.answers.target = walk.folder / "copy.timeline"
    walk.window.actions_["window.save_copy"].trigger()
    walk.drop_project(walk.answers.target)
    delete_in_the_table(walk, kept.id)
    assert walk.stored().events == {}


def test_a_second_window_on_the_same_project(walk: Walk) -> None:
    first, before = walk.window, state(walk)
    path = first.model.library.path
    walk.window = walk.open_window()
    told = sentence_shown(walk)
    assert told.startswith(f"“{path.name}” is already open in another window")
    assert walk.window.start.isVisible()
    walk.drop_file(walk.window, seeds_path(SEED))
    assert walk.window.model.library.path != path
    assert len(walk.stored().articles) == 1
    walk.window.close()
    walk.window = first
    first.activateWindow()
    walk.qtbot.waitUntil(first.isActiveWindow)
    review_of(first).focus_target().setFocus()
    check_that_it_works_on(walk, before)
