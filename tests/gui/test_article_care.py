"""Correcting and deleting an article from its menu; what is stored is what counts."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.conftest import Answers, add_texts
from timeline_app.resources import seeds_path
from timeline_app.services.incoming import Incoming
from timeline_app.ui.shell.main_window import MainWindow


def test_title_and_source_are_corrected(seeded: MainWindow, answers: Answers) -> None:
    answers.typed = "Troops for a distant war"
    seeded.actions_["window.article_title"].trigger()
    answers.typed = "The Daily Post"
    seeded.actions_["window.article_source"].trigger()
    (article,) = seeded.model.library.project.articles.values()
    assert (article.title, article.source) == ("Troops for a distant war", "The Daily Post")
    seeded.actions_["window.undo"].trigger()
    (article,) = seeded.model.library.project.articles.values()
    assert article.source != "The Daily Post"


def test_an_empty_title_is_refused_in_one_sentence(seeded: MainWindow, answers: Answers) -> None:
    answers.typed = "  "
    seeded.actions_["window.article_title"].trigger()
    assert "at least one word" in seeded.alert.text


def test_an_article_is_deleted_with_its_events_and_comes_back(
    seeded: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    add_texts(seeded, qtbot, Incoming("file", str(seeds_path("summit-other-date.txt"))))
    project = seeded.model.library.project
    first, second = project.articles
    events = dict(project.events)
    seeded.model.set_current_article(first)
    seeded.actions_["window.article_delete"].trigger()
    assert f"{len(events) - len(project.events)} events" in answers.questions[-1]
    assert list(project.articles) == [second]
    assert all(evidence.article_id == second for evidence in project.evidence.values())
    assert seeded.model.current_article == second
    seeded.actions_["window.undo"].trigger()
    assert dict(project.events) == events


def test_nothing_is_deleted_without_consent(seeded: MainWindow, answers: Answers) -> None:
    answers.agrees = False
    seeded.actions_["window.article_delete"].trigger()
    assert len(seeded.model.library.project.articles) == 1


def test_the_start_page_returns_when_the_last_article_is_deleted(seeded: MainWindow) -> None:
    seeded.actions_["window.article_delete"].trigger()
    assert not seeded.model.library.project.events
    assert seeded.stack.is_at_start
