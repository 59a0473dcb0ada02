"""Dates in the review: of events, typed and chosen, and of the article that they follow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import add_texts, review_of
from tests.gui.review_steps import current, go_to, press
from timeline_app.domain import ReviewStatus
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.services.incoming import Incoming
from timeline_app.ui.review.workspace import ReviewWorkspace
from timeline_app.ui.shell.main_window import MainWindow


@pytest.fixture
def review(seeded: MainWindow) -> ReviewWorkspace:
    return review_of(seeded)


def test_the_summit_is_shown_with_its_date_and_where_it_comes_from(
    seeded: MainWindow, review: ReviewWorkspace
) -> None:
    go_to(seeded, "He held a summit")
    assert review.card.date.words.text() == "Sometime 21 – 27 Oct 2024"
    assert review.card.date.edtf.text() == "[2024-10-21..2024-10-27]"
    assert review.card.readings.source.in_words == "“last week” ← Tue 29 Oct 2024 (article)"
    assert len(review.card.readings.rows) == 3
    assert review.card.quote.quote.text.startswith("“He held a summit")


def test_brackets_take_other_readings(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    event = go_to(seeded, "He held a summit")
    press(seeded, qtbot, Qt.Key.Key_BracketRight)
    assert current(seeded).span == parse_edtf("[2024-10-22..2024-10-28]")
    press(seeded, qtbot, Qt.Key.Key_BracketLeft)
    assert current(seeded).span == event.span
    qtbot.mouseClick(review.card.readings.rows[2], Qt.MouseButton.LeftButton)
    assert current(seeded).span == parse_edtf("[2024-10-20..2024-10-26]")
    assert [row.isChecked() for row in review.card.readings.rows] == [False, False, True]


def test_a_date_is_typed_with_an_echo(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    go_to(seeded, "He held a summit")
    press(seeded, qtbot, Qt.Key.Key_D)
    field = review.card.date.field
    field.edit.clear()
    qtbot.keyClicks(field.edit, "22 to 24 October 2024")
    assert field.edit.typed is not None
    assert field.edit.typed.words == "22 – 24 Oct 2024"
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert current(seeded).span == parse_edtf("2024-10-22/2024-10-24")
    assert current(seeded).is_date_edited
    assert review.card.readings.source.in_words.endswith("date typed by you")


def test_a_date_nobody_understands_is_kept_open_with_a_sentence(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    before = go_to(seeded, "He held a summit").span
    press(seeded, qtbot, Qt.Key.Key_D)
    edit = review.card.date.field.edit
    edit.clear()
    qtbot.keyClicks(edit, "qwertz")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert review.card.date.is_editing
    assert edit.typed is None
    assert "not understood" in review.card.date.field.echo.accessibleName()
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert not review.card.date.is_editing
    assert current(seeded).span == before


def test_a_proposal_without_a_date_asks_for_one_before_it_is_accepted(
    window: MainWindow, qtbot: QtBot
) -> None:
    add_texts(window, qtbot, Incoming("text", "The minister signed the treaty last week in Oslo."))
    event = current(window)
    assert event.span is None
    press(window, qtbot, Qt.Key.Key_A)
    review = review_of(window)
    assert review.card.date.is_editing
    assert current(window).status is ReviewStatus.PROPOSED
    review.card.date.field.edit.clear()
    qtbot.keyClicks(review.card.date.field.edit, "5 March 2024")
    qtbot.keyClick(review.card.date.field.edit, Qt.Key.Key_Return)
    assert current(window).span == TimeSpan.on(CivilDate(2024, 3, 5))


def test_confirming_the_article_date(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    bar = review.header.date_bar
    assert bar.note.startswith("found in the dateline")
    assert "follow" in bar.note
    qtbot.mouseClick(bar.confirm, Qt.MouseButton.LeftButton)
    article = seeded.model.library.project.articles[seeded.model.current_article or 0]
    assert article.is_date_confirmed
    assert not bar.confirm.isVisible()


def test_changing_the_article_date_shows_what_follows_and_is_one_step(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    event = go_to(seeded, "He held a summit")
    bar = review.header.date_bar
    qtbot.mouseClick(bar.change, Qt.MouseButton.LeftButton)
    bar.field.edit.clear()
    qtbot.keyClicks(bar.field.edit, "5 November 2024")
    qtbot.waitUntil(lambda: bar.preview.text() != "", timeout=5_000)
    assert "follow" in bar.preview.text()
    assert seeded.model.library.project.events[event.id].span == event.span
    qtbot.keyClick(bar.field.edit, Qt.Key.Key_Return)
    assert current(seeded).span == parse_edtf("[2024-10-28..2024-11-03]")
    press(seeded, qtbot, Qt.Key.Key_Z)
    assert seeded.model.library.project.events[event.id].span == event.span


def test_an_article_date_must_be_one_day(
    seeded: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    bar = review.header.date_bar
    bar.start_editing()
    bar.field.edit.clear()
    qtbot.keyClicks(bar.field.edit, "October 2024")
    qtbot.keyClick(bar.field.edit, Qt.Key.Key_Return)
    assert "one day" in bar.preview.text()
    assert bar.is_editing


def test_without_an_article_date_only_the_undated_wait(window: MainWindow, qtbot: QtBot) -> None:
    text = (
        "Putin met Xi in Kazan on 3 March 2020. Three weeks later, talks collapsed. "
        "The minister signed the treaty last week in Oslo."
    )
    add_texts(window, qtbot, Incoming("text", text))
    events = window.model.library.project.events.values()
    assert [event.span is None for event in events] == [False, False, True]
    assert review_of(window).header.date_bar.note.endswith("1 date waits")
