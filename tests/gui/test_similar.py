"""The same event in several articles: offered, merged, kept apart, and its dates settled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.review_steps import CTRL, PLAIN, SHIFT, current, go_to, press
from tests.gui.similar_projects import fill_similar, tell
from tests.window import SEED, OpenWindow, add_texts, review_of
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.layout.marks import MarkKind
from timeline_app.resources import seeds_path
from timeline_app.services import review
from timeline_app.services.incoming import Incoming
from timeline_app.ui.shell.main_window import MainWindow
from timeline_app.ui.similar.dialog import SimilarDialog
from timeline_app.ui.timeline.workspace import TimelineWorkspace

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def pair(window: MainWindow) -> tuple[int, int]:
    """Two events that are one, in the open project; the first is current."""
    ids = fill_similar(window.model.library)
    window.model.set_current_event(ids[0])
    return ids


def _date(window: MainWindow, event_id: int) -> str:
    span = window.model.library.project.events[event_id].span
    assert span is not None
    return write_edtf(span)


def _timeline(window: MainWindow) -> TimelineWorkspace:
    window.show_workspace("timeline")
    workspace = window.stack.workspace("timeline")
    assert isinstance(workspace, TimelineWorkspace)
    return workspace


def _shown(window: MainWindow, qtbot: QtBot) -> SimilarDialog:
    dialog = window.together.dialog
    assert isinstance(dialog, SimilarDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_the_card_offers_a_similar_event_and_m_merges_it(
    window: MainWindow, qtbot: QtBot, pair: tuple[int, int]
) -> None:
    line = review_of(window).card.similar
    qtbot.waitUntil(line.isVisible)
    assert line.words.text() == "Tue 22 Oct, Meridian Wire, proposed"

    press(window, qtbot, Qt.Key.Key_M)

    project = window.model.library.project
    assert list(project.events) == [pair[0]]
    assert len(project.evidence_of_event(pair[0])) == 2
    assert _date(window, pair[0]) == "2024-10-22"
    assert not line.isVisible()
    press(window, qtbot, Qt.Key.Key_Z)
    assert set(project.events) == set(pair)
    assert line.isVisible()


def test_merging_with_an_accepted_event_goes_on_to_the_next(
    window: MainWindow, qtbot: QtBot, pair: tuple[int, int]
) -> None:
    review.accept(window.model.library, pair[1])
    window.model.set_current_event(pair[0])
    press(window, qtbot, Qt.Key.Key_M)
    assert list(window.model.library.project.events) == [pair[1]]
    assert window.model.current_event == pair[1]


def test_shift_m_keeps_apart_for_good(
    open_window: OpenWindow, window: MainWindow, qtbot: QtBot, pair: tuple[int, int]
) -> None:
    press(window, qtbot, Qt.Key.Key_M, SHIFT)
    assert not review_of(window).card.similar.isVisible()
    path = window.model.library.path
    window.close()

    again = open_window(path)
    again.model.set_current_event(pair[0])
    assert not review_of(again).card.similar.isVisible()
    press(again, qtbot, Qt.Key.Key_Z)
    assert review_of(again).card.similar.isVisible()


def test_all_similar_events_wait_in_a_list(
    window: MainWindow, qtbot: QtBot, pair: tuple[int, int]
) -> None:
    third = "Vladimir Putin opened the new bridge over the Volga, an official said."
    tell(window.model.library, third, "2024-10-22", 25, "Policy Notebook")
    with qtbot.waitSignal(window.model.similar.finished):
        pass
    press(window, qtbot, Qt.Key.Key_M, CTRL)
    dialog = _shown(window, qtbot)
    assert len(dialog.pairs.pairs) == 3
    assert dialog.counts.text().endswith(" of 3")

    qtbot.keyClick(dialog.list, Qt.Key.Key_M, SHIFT)
    assert len(dialog.pairs.pairs) == 2
    qtbot.keyClick(dialog.list, Qt.Key.Key_M)
    assert len(window.model.library.project.events) == 2
    qtbot.keyClick(dialog.list, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Z, CTRL)
    assert len(dialog.pairs.pairs) == 3
    assert len(window.model.library.project.events) == 3


def test_without_similar_events_the_list_says_so(window: MainWindow, qtbot: QtBot) -> None:
    window.together.show_similar()
    dialog = _shown(window, qtbot)
    assert not dialog.merge.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_M)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_inspector_shows_that_the_sources_agree(
    window: MainWindow, qtbot: QtBot, pair: tuple[int, int]
) -> None:
    workspace = _timeline(window)
    workspace.canvas.setFocus()
    QTest.keyClick(workspace.canvas, Qt.Key.Key_M)

    body = workspace.inspector.body
    assert body is not None
    assert body.sources_words.text() == "2 sources agree"
    assert body.lag.text() == "First report 2 days after it"
    assert not body.conflict.isVisible()


def test_selected_events_are_merged_on_the_timeline(
    window: MainWindow, qtbot: QtBot, pair: tuple[int, int]
) -> None:
    text = "In Kazan Vladimir Putin opened a hospital for children."
    other = tell(window.model.library, text, "2024-10-22", 25, "Harbour Gazette")
    workspace = _timeline(window)
    window.model.set_selection({pair[0], other})
    QTest.keyClick(workspace.canvas, Qt.Key.Key_M)
    assert set(window.model.library.project.events) == {pair[0], pair[1]}


def test_selected_rows_of_the_table_are_merged(
    window: MainWindow, qtbot: QtBot, pair: tuple[int, int]
) -> None:
    window.show_workspace("table")
    press(window, qtbot, Qt.Key.Key_M, CTRL | SHIFT)
    assert set(window.model.library.project.events) == set(pair)
    window.model.set_selection(pair)
    press(window, qtbot, Qt.Key.Key_M, CTRL | SHIFT)
    assert list(window.model.library.project.events) == [pair[0]]


def test_the_summit_of_two_samples_is_one(window: MainWindow, qtbot: QtBot) -> None:
    paths = [seeds_path(name) for name in (SEED, "summit-other-date.txt")]
    add_texts(window, qtbot, *(Incoming("file", str(path)) for path in paths))
    window.show_workspace("review")
    summit = go_to(window, "He held a summit")
    assert _date(window, summit.id) == "[2024-10-21..2024-10-27]"

    press(window, qtbot, Qt.Key.Key_M)

    assert _date(window, summit.id) == "2024-10-22/2024-10-24"
    sources = window.model.library.project.articles_of_event(summit.id)
    assert len(sources) == 2


@pytest.fixture
def conflict(window: MainWindow, qtbot: QtBot) -> int:
    """An event whose two sources put it on different days, shown in the inspector."""
    library = window.model.library
    event_id = review.merge(library, *fill_similar(library, "2024-10-28"))
    window.model.set_current_event(event_id)
    return event_id


def test_a_conflict_shows_both_quotes_and_one_is_chosen(
    window: MainWindow, qtbot: QtBot, conflict: int
) -> None:
    body = _timeline(window).inspector.body
    assert body is not None
    assert body.sources_words.text() == "2 sources differ"
    names = [button.accessibleName() for button in body.conflict.choices]
    assert names == ["Choose 21 – 27 Oct 2024", "Choose Mon 28 Oct 2024"]

    qtbot.mouseClick(body.conflict.choices[1], Qt.MouseButton.LeftButton)

    assert _date(window, conflict) == "2024-10-28"
    body = _timeline(window).inspector.body
    assert body is not None
    qtbot.mouseClick(body.conflict.again, Qt.MouseButton.LeftButton)
    assert len(review.conflict_of(window.model.library.project, conflict)) == 2


def test_both_dates_are_kept_and_drawn_as_disputed(
    window: MainWindow, qtbot: QtBot, conflict: int
) -> None:
    card = review_of(window).card.conflict
    assert card.isVisible()
    qtbot.mouseClick(card.both, Qt.MouseButton.LeftButton)
    span = current(window).span
    assert span is not None
    assert len(span.choices) == 2
    looks = _timeline(window).canvas.layout_model.columns.looks_in_use()
    assert MarkKind.DISPUTED in {look.kind for look in looks}


def test_a_conflict_can_be_left_open(window: MainWindow, qtbot: QtBot, conflict: int) -> None:
    card = review_of(window).card.conflict
    before = _date(window, conflict)
    qtbot.mouseClick(card.leave, Qt.MouseButton.LeftButton)
    assert _date(window, conflict) == before
    assert review.conflict_of(window.model.library.project, conflict) == ()
    press(window, qtbot, Qt.Key.Key_Z, PLAIN)
    assert len(review.conflict_of(window.model.library.project, conflict)) == 2


@pytest.mark.parametrize(
    ("key", "edtf"),
    [
        (Qt.Key.Key_1, "[2024-10-21..2024-10-27]"),
        (Qt.Key.Key_2, "2024-10-28"),
        (Qt.Key.Key_3, "[2024-10-21..2024-10-27,2024-10-28]"),
    ],
)
def test_a_conflict_is_settled_by_keys(
    window: MainWindow, qtbot: QtBot, conflict: int, key: Qt.Key, edtf: str
) -> None:
    press(window, qtbot, key, Qt.KeyboardModifier.AltModifier)
    assert review.conflict_of(window.model.library.project, conflict) == ()
    assert _date(window, conflict) == edtf


def test_a_source_is_separated_in_the_inspector(
    window: MainWindow, qtbot: QtBot, pair: tuple[int, int]
) -> None:
    kept = review.merge(window.model.library, *pair)
    window.model.set_current_event(kept)
    body = _timeline(window).inspector.body
    assert body is not None
    button = body.source_blocks[1].separate
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(window.model.library.project.events) == 2
    assert window.model.similar.of(kept) == []


def test_conflicts_wait_in_the_list_too(window: MainWindow, qtbot: QtBot, conflict: int) -> None:
    press(window, qtbot, Qt.Key.Key_M, CTRL)
    dialog = _shown(window, qtbot)
    assert dialog.conflict == conflict
    assert not dialog.merge.isEnabled()

    qtbot.mouseClick(dialog.card.leave, Qt.MouseButton.LeftButton)
    assert dialog.pairs.rowCount() == 0
    qtbot.keyClick(dialog.list, Qt.Key.Key_Z, CTRL)
    assert dialog.conflict == conflict
    qtbot.keyClick(dialog.list, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert _date(window, conflict) == "2024-10-28"
