"""Folded proposals in the real window: counted, shown on demand, waiting for nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenWindow, review_of
from tests.gui.review_steps import SHIFT, current, press, queue
from tests.services.sample_project import folded_proposal, sample_article, sample_proposals
from timeline_app.domain import Proposal, ReviewStatus
from timeline_app.services.importing import add_article
from timeline_app.ui.review.workspace import ReviewWorkspace
from timeline_app.ui.shell.main_window import MainWindow


def _folded() -> list[Proposal]:
    """Two that are kept back, with dates and certain."""
    return [folded_proposal(), replace(folded_proposal(), title="Fall of the village")]


@pytest.fixture
def article(window: MainWindow) -> int:
    """An article with three proposals, and two that are folded."""
    article_id = add_article(
        window.model.library, sample_article(), [*sample_proposals(), *_folded()]
    )
    window.model.set_current_article(article_id)
    window.show_workspace("review")
    return article_id


@pytest.fixture
def review(window: MainWindow, article: int) -> ReviewWorkspace:
    return review_of(window)


def _folded_ids(window: MainWindow, article: int) -> list[int]:
    return [event.id for event in window.model.library.project.folded(article)]


def _marked(review: ReviewWorkspace) -> set[int]:
    return {passage.event_id for passage in review.page.reader.passages}


def _listed(review: ReviewWorkspace) -> list[int]:
    return [entry.event.id for entry in review.queue.model.entries]


def test_they_are_counted_and_not_shown(
    window: MainWindow, review: ReviewWorkspace, article: int
) -> None:
    folded = set(_folded_ids(window, article))
    assert not folded & (_marked(review) | set(_listed(review)))
    assert review.queue.folded.text() == "Show 2 folded"
    assert review.counts.words.endswith("2 folded")
    assert review.head.total.text() == "of 3"
    assert review.articles.waiting == (3, 1)


def test_one_key_shows_them_and_folds_them_again(
    window: MainWindow, review: ReviewWorkspace, article: int, qtbot: QtBot
) -> None:
    folded = _folded_ids(window, article)
    press(window, qtbot, Qt.Key.Key_F)
    assert _listed(review)[-2:] == folded
    assert set(folded) < _marked(review)
    assert review.queue.folded.text() == "Fold 2 again"
    assert review.articles.waiting == (3, 1)
    window.model.set_current_event(folded[0])
    assert (review.head.title.text(), review.head.total.text()) == ("Folded 1", "of 2")
    press(window, qtbot, Qt.Key.Key_F)
    assert not set(folded) & _marked(review)
    assert current(window).id == queue(window)[0]


def test_the_button_does_the_same(
    window: MainWindow, review: ReviewWorkspace, article: int, qtbot: QtBot
) -> None:
    qtbot.mouseClick(review.queue.folded, Qt.MouseButton.LeftButton)
    assert _listed(review)[-2:] == _folded_ids(window, article)


def test_they_come_after_what_waits(window: MainWindow, article: int, qtbot: QtBot) -> None:
    folded = _folded_ids(window, article)
    press(window, qtbot, Qt.Key.Key_F)
    for _ in range(3):
        press(window, qtbot, Qt.Key.Key_J)
    assert current(window).id == folded[0]


def test_space_unfolds_one_and_undo_folds_it(
    window: MainWindow, review: ReviewWorkspace, article: int, qtbot: QtBot
) -> None:
    first, second = _folded_ids(window, article)
    press(window, qtbot, Qt.Key.Key_F)
    window.model.set_current_event(first)
    assert review.card.decisions.unfold.isVisible()
    press(window, qtbot, Qt.Key.Key_Space)
    assert first in queue(window)
    assert current(window).id == first
    assert review.queue.folded.text() == "Fold 1 again"
    press(window, qtbot, Qt.Key.Key_Z)
    assert _folded_ids(window, article) == [first, second]


def test_one_can_be_accepted_as_it_is(window: MainWindow, article: int, qtbot: QtBot) -> None:
    first, second = _folded_ids(window, article)
    press(window, qtbot, Qt.Key.Key_F)
    window.model.set_current_event(first)
    press(window, qtbot, Qt.Key.Key_A)
    assert window.model.library.project.events[first].status is ReviewStatus.ACCEPTED
    assert _folded_ids(window, article) == [second]


def test_accepting_all_that_is_certain_leaves_them(
    window: MainWindow, article: int, qtbot: QtBot
) -> None:
    press(window, qtbot, Qt.Key.Key_F)
    press(window, qtbot, Qt.Key.Key_A, SHIFT)
    assert len(_folded_ids(window, article)) == 2
    assert window.model.library.project.counts(article).accepted == 2


def test_the_review_is_done_without_them(
    window: MainWindow, review: ReviewWorkspace, article: int, qtbot: QtBot
) -> None:
    for _ in range(3):
        press(window, qtbot, Qt.Key.Key_X)
    assert review.finished.title.text() == "3 of 3 reviewed"
    assert "2 folded proposals can be shown" in review.finished.hint.text()
    press(window, qtbot, Qt.Key.Key_F)
    assert current(window).id == _folded_ids(window, article)[0]


def test_where_nothing_is_folded_nothing_is_offered(window: MainWindow, qtbot: QtBot) -> None:
    article_id = add_article(window.model.library, sample_article(), sample_proposals())
    window.model.set_current_article(article_id)
    window.show_workspace("review")
    review = review_of(window)
    assert review.queue.folded.isHidden()
    assert "folded" not in review.counts.words
    press(window, qtbot, Qt.Key.Key_F)
    assert window.status.message == "Nothing is folded in this article"


def test_the_card_says_who_says_so_and_why(
    window: MainWindow, review: ReviewWorkspace, article: int, qtbot: QtBot
) -> None:
    window.model.set_current_event(_folded_ids(window, article)[0])
    details = review.card.details
    assert "said by Mark Rutte" in review.card.quote.place.text()
    assert details.reasons.line.text() == "The subject comes from the clause. Acting: Tsukuryne."
    assert details.reasons.whole.isHidden()
    press(window, qtbot, Qt.Key.Key_W)
    assert details.reasons.whole.isVisible()
    assert details.reasons.whole.textFormat() is Qt.TextFormat.PlainText
    window.model.set_current_event(queue(window)[0])
    assert details.reasons.isHidden()
    assert "said by" not in review.card.quote.place.text()


def test_an_article_with_folded_ones_alone_says_so(open_window: OpenWindow) -> None:
    window = open_window()
    article_id = add_article(window.model.library, sample_article(), _folded())
    window.model.set_current_article(article_id)
    window.show_workspace("review")
    finished = review_of(window).finished
    assert finished.title.text() == "Nothing waits"
    assert finished.hint.text() == "Press F to show 2 folded proposals."
