"""The days on which an article may have been published, chosen in the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.gui.conftest import review_of
from timeline_app.domain import Article, DateCandidate, DateOrigin, DateTrust
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.services.importing import add_article
from timeline_app.services.proposing import Proposers
from timeline_app.services.reading import find_proposals, read_pasted_text
from timeline_app.ui.review.article_date_bar import ArticleDateBar
from timeline_app.ui.shell.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen

_LEFT = Qt.MouseButton.LeftButton
_MAY, _APRIL, _LATE = CivilDate(2024, 5, 4), CivilDate(2024, 4, 5), CivilDate(2024, 5, 20)
_MARKUP = DateCandidate(_MAY, DateOrigin.MARKUP, "JSON-LD, datePublished", "2024-05-04T08:00")
_ADDRESS = DateCandidate(_LATE, DateOrigin.ADDRESS, "address", "/2024/05/20/")
_TWO_WAYS = DateCandidate(_MAY, DateOrigin.DATELINE, "dateline", "04/05/2024", other_day=_APRIL)

ShowDated = Callable[..., ArticleDateBar]


@pytest.fixture
def show_dated(window: MainWindow, proposers: Proposers) -> ShowDated:
    """Shows an article whose one relative date is “yesterday”, dated by the first candidate."""

    def show(*candidates: DateCandidate) -> ArticleDateBar:
        read = read_pasted_text("A treaty in Oslo\n\nThe ministers signed a treaty yesterday.")
        first = candidates[0] if candidates else None
        article = replace(read, candidates=candidates)
        if first is not None:
            article = replace(article, published=first.day, date_origin=first.origin)
        found = find_proposals(article, proposers=proposers)
        article_id = add_article(window.model.library, article, found)
        window.show_workspace("review")
        window.model.set_current_article(article_id)
        return review_of(window).header.date_bar

    return show


def _article(window: MainWindow) -> Article:
    return window.model.library.project.articles[window.model.current_article or 0]


def _day_of_event(window: MainWindow) -> TimeSpan | None:
    return next(iter(window.model.library.project.events.values())).span


def _open_menu(bar: ArticleDateBar, qtbot: QtBot) -> QMenu:
    qtbot.mouseClick(bar.chip, _LEFT)
    menu = bar.menu
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    return menu


def _texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_the_menu_names_every_day_with_its_place(show_dated: ShowDated, qtbot: QtBot) -> None:
    menu = _open_menu(show_dated(_MARKUP, _ADDRESS), qtbot)
    assert _texts(menu) == [
        "Sat 4 May 2024\tJSON-LD, datePublished: “2024-05-04T08:00”",
        "Mon 20 May 2024\taddress: “/2024/05/20/”",
        "Another day…",
        "No date: relative dates stay open",
    ]


def test_a_day_is_chosen_with_the_arrows_after_its_consequences_are_told(
    window: MainWindow, show_dated: ShowDated, qtbot: QtBot
) -> None:
    bar = show_dated(_MARKUP, _ADDRESS)
    assert _day_of_event(window) == TimeSpan.on(CivilDate(2024, 5, 3))
    menu = _open_menu(bar, qtbot)
    for _ in range(2):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    assert bar.menu is not None
    foot = bar.menu.foot
    qtbot.waitUntil(lambda: foot.text() == "1 date follows")
    assert _article(window).published == _MAY
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    article = _article(window)
    assert (article.published, article.date_origin) == (_LATE, DateOrigin.ADDRESS)
    assert _day_of_event(window) == TimeSpan.on(CivilDate(2024, 5, 19))
    window.actions_["window.undo"].trigger()
    assert _article(window).published == _MAY
    assert _day_of_event(window) == TimeSpan.on(CivilDate(2024, 5, 3))


def test_of_a_day_that_is_open_between_two_both_are_offered(
    window: MainWindow, show_dated: ShowDated, qtbot: QtBot
) -> None:
    bar = show_dated(_TWO_WAYS)
    assert _article(window).date_trust is DateTrust.GUESSED
    assert bar.note.startswith("“04/05/2024”: which day?")
    assert (bar.confirm.text(), bar.other.text()) == ("4 May 2024", "5 Apr 2024")
    assert len(_texts(_open_menu(bar, qtbot))) == 4
    assert bar.menu is not None
    bar.menu.close()
    qtbot.mouseClick(bar.other, _LEFT)
    assert _article(window).published == _APRIL
    assert _article(window).date_trust is DateTrust.FOUND
    assert not bar.other.isVisible()


def test_a_guessed_day_is_asked_about_until_it_is_confirmed(
    window: MainWindow, show_dated: ShowDated, qtbot: QtBot
) -> None:
    bar = show_dated(_ADDRESS, _MARKUP)
    assert bar.note.startswith("read from its address: is it right?")
    qtbot.mouseClick(bar.confirm, _LEFT)
    assert _article(window).date_trust is DateTrust.FOUND
    assert bar.note.startswith("read from its address, confirmed")


def test_a_doubt_is_told(show_dated: ShowDated) -> None:
    bar = show_dated(replace(_MARKUP, doubt="It lies in the future."))
    assert "It lies in the future: is it right?" in bar.note


def test_a_date_can_be_taken_away(window: MainWindow, show_dated: ShowDated, qtbot: QtBot) -> None:
    menu = _open_menu(show_dated(_MARKUP), qtbot)
    for _ in range(3):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert _article(window).date_trust is DateTrust.NONE
    assert _day_of_event(window) is None


def test_without_candidates_a_day_is_typed(
    window: MainWindow, show_dated: ShowDated, qtbot: QtBot
) -> None:
    bar = show_dated()
    assert bar.note == "not found, so relative dates stay open  ·  1 date waits"
    assert "none" in bar.chip.accessibleName()
    qtbot.mouseClick(bar.chip, _LEFT)
    assert bar.is_editing
    qtbot.keyClicks(bar.field.edit, "4 May 2024")
    qtbot.keyClick(bar.field.edit, Qt.Key.Key_Return)
    assert _article(window).published == _MAY
