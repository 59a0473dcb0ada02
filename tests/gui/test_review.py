"""The review in the real window, by keyboard and by mouse; what is stored is what counts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Answers, OpenWindow, add_texts, review_of
from tests.gui.review_steps import CTRL, SHIFT, current, go_to, press, queue
from timeline_app.domain import Certainty, Factuality, ReviewStatus, TextRange
from timeline_app.services.incoming import Incoming
from timeline_app.ui.review.workspace import ReviewWorkspace
from timeline_app.ui.shell.main_window import MainWindow


@pytest.fixture
def review(seeded: MainWindow) -> ReviewWorkspace:
    return review_of(seeded)


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Return])
def test_accept_by_key_goes_on_to_the_next(seeded: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    first, second = queue(seeded)[:2]
    press(seeded, qtbot, key)
    assert seeded.model.library.project.events[first].status is ReviewStatus.ACCEPTED
    assert seeded.model.current_event == second
    assert seeded.status.message.startswith("Accepted.")


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_Delete])
def test_reject_by_key(seeded: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    first = current(seeded).id
    press(seeded, qtbot, key)
    assert seeded.model.library.project.events[first].status is ReviewStatus.REJECTED


def test_later_puts_a_proposal_at_the_end(seeded: MainWindow, qtbot: QtBot) -> None:
    first, second = queue(seeded)[:2]
    press(seeded, qtbot, Qt.Key.Key_Space)
    assert seeded.model.current_event == second
    assert queue(seeded)[-1] == first


def test_decisions_by_mouse(seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot) -> None:
    first, second, third = queue(seeded)[:3]
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(review.card.decisions.accept, left)
    qtbot.mouseClick(review.card.decisions.reject, left)
    qtbot.mouseClick(review.card.decisions.later, left)
    events = seeded.model.library.project.events
    assert events[first].status is ReviewStatus.ACCEPTED
    assert events[second].status is ReviewStatus.REJECTED
    assert events[third].times_deferred == 1


def test_undo_takes_a_decision_back_and_returns_to_it(seeded: MainWindow, qtbot: QtBot) -> None:
    first = current(seeded).id
    press(seeded, qtbot, Qt.Key.Key_A)
    press(seeded, qtbot, Qt.Key.Key_Z)
    assert current(seeded).id == first
    assert current(seeded).status is ReviewStatus.PROPOSED
    press(seeded, qtbot, Qt.Key.Key_Z, CTRL | SHIFT)
    assert seeded.model.library.project.events[first].status is ReviewStatus.ACCEPTED
    press(seeded, qtbot, Qt.Key.Key_Z, CTRL)
    assert seeded.model.library.project.events[first].status is ReviewStatus.PROPOSED


def test_a_decided_event_is_reopened_with_space(seeded: MainWindow, qtbot: QtBot) -> None:
    first = current(seeded).id
    press(seeded, qtbot, Qt.Key.Key_A)
    seeded.model.set_current_event(first)
    press(seeded, qtbot, Qt.Key.Key_Space)
    assert seeded.model.library.project.events[first].status is ReviewStatus.PROPOSED


def test_arrows_and_letters_move_through_the_proposals(seeded: MainWindow, qtbot: QtBot) -> None:
    first, second, third = queue(seeded)[:3]
    press(seeded, qtbot, Qt.Key.Key_J)
    assert seeded.model.current_event == second
    press(seeded, qtbot, Qt.Key.Key_Down)
    assert seeded.model.current_event == third
    press(seeded, qtbot, Qt.Key.Key_K)
    press(seeded, qtbot, Qt.Key.Key_Up)
    assert seeded.model.current_event == first


def test_the_title_is_edited_and_letters_in_it_decide_nothing(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    event = current(seeded).id
    press(seeded, qtbot, Qt.Key.Key_E)
    assert review.card.title.hasFocus()
    qtbot.keyClicks(review.card.title, "axz 1")
    qtbot.keyClick(review.card.title, Qt.Key.Key_Return)
    stored = seeded.model.library.project.events[event]
    assert stored.title == "axz 1"
    assert stored.status is ReviewStatus.PROPOSED
    assert review.page.reader.hasFocus()


def test_escape_gives_the_old_title_back(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    title = current(seeded).title
    press(seeded, qtbot, Qt.Key.Key_E)
    qtbot.keyClicks(review.card.title, "nonsense")
    qtbot.keyClick(review.card.title, Qt.Key.Key_Escape)
    assert current(seeded).title == title
    assert review.card.title.text() == title


def test_status_and_certainty_by_key(seeded: MainWindow, qtbot: QtBot) -> None:
    press(seeded, qtbot, Qt.Key.Key_4)
    assert current(seeded).factuality is Factuality.POSSIBLE
    press(seeded, qtbot, Qt.Key.Key_6)
    assert current(seeded).factuality is Factuality.UNDER_WAY
    before = current(seeded).certainty
    press(seeded, qtbot, Qt.Key.Key_U)
    values = list(Certainty)
    assert current(seeded).certainty is values[(values.index(before) + 1) % len(values)]


def test_names_are_edited_as_chips(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    before = current(seeded).actors
    review.card.details.who.start_adding()
    field = seeded.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "Ban Ki-moon")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert set(current(seeded).actors) == {*before, "Ban Ki-moon"}


def test_a_click_on_a_sentence_selects_its_proposal_and_back(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    reader = review.page.reader
    event = go_to(seeded, "He held a summit")
    evidence = seeded.model.library.project.dating_evidence(event.id)
    assert evidence is not None
    point = reader.point_of(evidence.quote_range.start + 3)
    assert reader.viewport().rect().contains(point.toPoint())
    seeded.model.set_current_event(queue(seeded)[0])
    reader.reveal(event.id)
    point = reader.point_of(evidence.quote_range.start + 3)
    qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())
    assert seeded.model.current_event == event.id


def test_the_last_proposal_is_scrolled_into_view(
    seeded: MainWindow, review: ReviewWorkspace
) -> None:
    seeded.resize(1200, 640)
    reader = review.page.reader
    last = queue(seeded)[-1]
    seeded.model.set_current_event(last)
    evidence = seeded.model.library.project.dating_evidence(last)
    assert evidence is not None
    assert reader.viewport().rect().contains(reader.point_of(evidence.quote_range.start).toPoint())


def test_the_queue_lists_what_waits_and_a_click_goes_there(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    waiting = queue(seeded)
    listed = [entry.event.id for entry in review.queue.model.entries]
    assert listed == waiting[1:]
    view = review.queue.view
    centre = view.visualRect(review.queue.model.index(1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert seeded.model.current_event == waiting[2]


def test_accept_all_certain_asks_with_the_count(
    seeded: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    project = seeded.model.library.project
    first, second = queue(seeded)[:2]
    for event_id in (first, second):
        seeded.model.set_current_event(event_id)
        review_of(seeded).reviewing.set_certainty(Certainty.CERTAIN)
    certain = [e for e in queue(seeded) if project.events[e].certainty is Certainty.CERTAIN]
    answers.agrees = False
    press(seeded, qtbot, Qt.Key.Key_A, SHIFT)
    assert project.counts().accepted == 0
    assert str(len(certain)) in answers.questions[-1]
    answers.agrees = True
    press(seeded, qtbot, Qt.Key.Key_A, SHIFT)
    assert project.counts().accepted == len(certain)
    press(seeded, qtbot, Qt.Key.Key_Z)
    assert project.counts().accepted == 0


def test_a_new_event_is_made_from_the_selection(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    article = seeded.model.library.project.articles[seeded.model.current_article or 0]
    start = article.text.index("President Joe Biden also said")
    review.page.reader.select_range(TextRange(start, start + len("President Joe Biden also said")))
    press(seeded, qtbot, Qt.Key.Key_N)
    event = current(seeded)
    assert event.title == "President Joe Biden also said"
    assert event.status is ReviewStatus.ACCEPTED
    assert review.card.title.hasFocus()
    evidence = seeded.model.library.project.evidence_of_event(event.id)
    assert evidence[0].quote_range.cut(article.text).startswith("President Joe Biden")


def test_a_new_event_without_a_selection_is_empty(seeded: MainWindow, qtbot: QtBot) -> None:
    press(seeded, qtbot, Qt.Key.Key_N)
    assert current(seeded).title == "New event"
    assert current(seeded).span is None


def test_another_article_begins_with_its_first_proposal(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    first = seeded.model.current_article
    text = "Oslo, 5 March 2024\n\nThe minister resigned on Monday. The king thanked him on Tuesday."
    add_texts(seeded, qtbot, Incoming("text", text))
    second = seeded.model.current_article
    assert second != first
    assert seeded.model.current_event == queue(seeded)[0]
    press(seeded, qtbot, Qt.Key.Key_Up, CTRL)
    assert seeded.model.current_article == first
    assert seeded.model.current_event == queue(seeded)[0]
    index = review.articles.view.model().index(1, 0)
    centre = review.articles.view.visualRect(index).center()
    qtbot.mouseClick(review.articles.view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert seeded.model.current_article == second
    assert review.page.reader.toPlainText().startswith("The minister resigned")


def test_arrows_and_enter_belong_to_the_list_that_has_the_focus(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    waiting = queue(seeded)
    review.queue.view.setFocus()
    review.queue.view.setCurrentIndex(review.queue.model.index(0))
    press(seeded, qtbot, Qt.Key.Key_Down)
    assert seeded.model.current_event == waiting[0]
    press(seeded, qtbot, Qt.Key.Key_Return)
    assert seeded.model.current_event == waiting[2]
    assert seeded.model.library.project.counts().accepted == 0


def test_many_articles_arrive_together_in_the_list(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    text = "Oslo, {} March 2024\n\nMinister {} resigned on Monday."
    add_texts(
        seeded, qtbot, *(Incoming("text", text.format(n, "ABCDEFGH"[n])) for n in range(1, 8))
    )
    qtbot.waitUntil(lambda: review.articles.view.model().rowCount() == 8)
    assert review.articles.waiting[1] == 8


def test_when_all_is_reviewed_the_card_says_so(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    total = len(queue(seeded))
    for _ in range(total):
        press(seeded, qtbot, Qt.Key.Key_X)
    assert seeded.model.current_event is None
    assert review.finished.title.text().endswith("reviewed")
    assert not review.card.isVisible()


def test_a_focused_button_keeps_its_space_key(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    first = current(seeded)
    review.card.decisions.reject.setFocus()
    qtbot.keyClick(review.card.decisions.reject, Qt.Key.Key_Space)
    stored = seeded.model.library.project.events[first.id]
    assert stored.status is ReviewStatus.REJECTED
    assert stored == replace(first, status=ReviewStatus.REJECTED)


def test_the_view_of_the_review_comes_back(
    seeded: MainWindow, open_window: OpenWindow, review: ReviewWorkspace
) -> None:
    review.page.reader.set_font_size(20)
    third = queue(seeded)[2]
    seeded.model.set_current_event(third)
    seeded.close()
    again = open_window()
    assert again.model.current_event == third
    assert review_of(again).page.reader.font_size == 20


def test_clicks_in_the_gutter_select(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    reader = review.page.reader
    quotes = [passage.quote for passage in reader.passages]
    target = next(each for each in reader.passages[1:] if quotes.count(each.quote) == 1)
    piece = reader.pieces(target.quote)[0]
    y = piece.baseline - 5 - reader.verticalScrollBar().value() + reader.text_rect().top()
    qtbot.mouseClick(review.page.gutter, Qt.MouseButton.LeftButton, pos=QPoint(52, round(y)))
    assert seeded.model.current_event == target.event_id


def test_r_selects_what_gave_no_event_and_n_makes_one_of_it(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    press(seeded, qtbot, Qt.Key.Key_R)
    first = review.page.reader.selected_range()
    press(seeded, qtbot, Qt.Key.Key_R)
    second = review.page.reader.selected_range()
    assert first is not None
    assert second is not None
    assert first.end <= second.start
    project = seeded.model.library.project
    assert seeded.model.current_article is not None
    used = project.evidence_of_article(seeded.model.current_article)
    assert not any(evidence.quote_range.overlaps(second) for evidence in used)
    press(seeded, qtbot, Qt.Key.Key_N)
    made = project.evidence_of_event(current(seeded).id)
    assert [evidence.quote_range for evidence in made] == [second]


def test_t_adds_a_tag_and_the_keys_are_the_reviews_again(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    event = current(seeded).id
    assert review.card.details.tags.isHidden(), "most events have none"
    press(seeded, qtbot, Qt.Key.Key_T)
    qtbot.keyClicks(seeded.focusWidget(), "war")
    press(seeded, qtbot, Qt.Key.Key_Return)
    assert seeded.model.library.project.events[event].tags == ("war",)
    assert not review.card.details.tags.isHidden()
    press(seeded, qtbot, Qt.Key.Key_A)
    assert seeded.model.library.project.events[event].status is ReviewStatus.ACCEPTED
    assert review.card.details.tags.isHidden()


def test_a_tag_that_is_given_up_leaves_nothing(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    qtbot.mouseClick(review.head.tag, Qt.MouseButton.LeftButton)
    press(seeded, qtbot, Qt.Key.Key_Escape)
    assert current(seeded).tags == ()
    assert review.card.details.tags.isHidden()
    press(seeded, qtbot, Qt.Key.Key_X)
    assert seeded.model.library.project.counts().rejected == 1


def test_s_splits_and_asks_for_the_second_title(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    first, count = current(seeded), seeded.model.library.project.counts().total
    press(seeded, qtbot, Qt.Key.Key_S)
    qtbot.keyClicks(seeded.focusWidget(), "Troops train")
    press(seeded, qtbot, Qt.Key.Key_Return)
    assert current(seeded).id != first.id
    assert current(seeded).title == "Troops train"
    assert seeded.model.library.project.counts().total == count + 1
    press(seeded, qtbot, Qt.Key.Key_Z)
    press(seeded, qtbot, Qt.Key.Key_Z)
    assert seeded.model.library.project.counts().total == count


def test_a_slash_reads_day_and_month_the_other_way_round(window: MainWindow, qtbot: QtBot) -> None:
    text = "The Gazette\n\nNovember 20, 2024\n\nThe minister resigned on 05/11/2024."
    add_texts(window, qtbot, Incoming("pasted", text))
    button = review_of(window).header.date_bar.day_order
    assert button.isVisible()
    before = current(window).span
    press(window, qtbot, Qt.Key.Key_Slash)
    after = current(window).span
    assert after != before
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert current(window).span == before


def test_what_gave_no_event_is_marked_beside_the_text_and_on_demand_in_it(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    reader = review.page.reader
    qtbot.waitUntil(lambda: bool(reader.unread.plain))
    before = reader.viewport().grab().toImage()
    press(seeded, qtbot, Qt.Key.Key_R, SHIFT)
    assert review.counts.mark_unread.isChecked()
    assert reader.viewport().grab().toImage() != before
    qtbot.mouseClick(review.counts.mark_unread, Qt.MouseButton.LeftButton)
    assert not reader.marks_unread
    press(seeded, qtbot, Qt.Key.Key_R)
    selected, count = reader.selected_range(), len(reader.unread.timed + reader.unread.plain)
    press(seeded, qtbot, Qt.Key.Key_N)
    left = reader.unread.timed + reader.unread.plain
    assert len(left) == count - 1
    assert selected not in left
