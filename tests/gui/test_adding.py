"""Adding articles while something else happens: other projects, many files, a stop, the end."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.window import SEED, OpenWindow, add_texts
from timeline_app.resources import seeds_path
from timeline_app.services.incoming import Incoming
from timeline_app.ui.shell.main_window import MainWindow

_SEED = Incoming("file", str(seeds_path(SEED)))
_MANY = 50


def _files(folder: Path) -> tuple[Incoming, ...]:
    """As many files as nobody counts, each with one event."""
    paths = [folder / f"{number}.txt" for number in range(_MANY)]
    for number, path in enumerate(paths):
        path.write_text(f"Report {number}\n\nParis, 1 May 2024\n\nThey met in Rome last week.\n")
    return tuple(Incoming("file", str(path)) for path in paths)


def test_an_article_never_goes_into_a_project_opened_meanwhile(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first = window.model.library.path
    with qtbot.waitSignal(window.adder.closed, timeout=20_000):
        window.arrivals.add((_SEED,))
        window.keeper.open_path(tmp_path / "other.timeline")
    assert not window.model.library.project.articles
    assert window.stack.is_at_start
    assert "was not added" in window.alert.text
    window.keeper.open_path(first)
    assert not window.model.library.project.articles


def test_many_files_are_added_in_their_order(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add_texts(window, qtbot, *_files(tmp_path))
    titles = [article.title for article in window.model.library.project.articles.values()]
    assert titles == [f"Report {number}" for number in range(_MANY)]
    assert not window.alert.text


def test_what_was_added_before_a_stop_stays(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.adder.added.connect(lambda _: window.status.cancel_wanted.emit())
    add_texts(window, qtbot, *_files(tmp_path))
    assert 0 < len(window.model.library.project.articles) < _MANY
    assert not [job for job in window.runner.jobs if job.label.startswith("Reading")]


def test_closing_in_the_middle_keeps_what_was_added(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    with qtbot.waitSignal(window.adder.added, timeout=20_000):
        window.arrivals.add(_files(tmp_path))
    shown = len(window.model.library.project.articles)
    window.close()
    again = open_window()
    assert len(again.model.library.project.articles) == shown


def test_dates_without_an_event_are_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("Report\n\nParis, 1 May 2024\n\nThey met in Rome. A list: 3 March 2024.\n")
    add_texts(window, qtbot, Incoming("file", str(path)))
    qtbot.waitUntil(lambda: "no event was found" in window.status.message)
    assert window.status.message.startswith("Added 1 article")
    assert "1 date stands" in window.status.message
    assert not window.alert.text
