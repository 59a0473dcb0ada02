"""What is current and selected follows the project, whatever happens to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.domain import Article, TextRange, hash_text
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.services import review
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.ui.project_model import ProjectModel

DAY = TimeSpan.on(CivilDate(2024, 10, 29))


def article(text: str) -> Article:
    return Article(0, text[:5], text, (TextRange(0, len(text)),), content_hash=hash_text(text))


@pytest.fixture
def model(tmp_path: Path) -> Iterator[ProjectModel]:
    model = ProjectModel()
    model.open(Library.open(tmp_path / "a.timeline"))
    yield model
    model.close()


def test_opening_shows_the_first_article(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "b.timeline"
    library = Library.open(path)
    first = add_article(library, article("First text."), [])
    add_article(library, article("Second text."), [])
    model = ProjectModel()
    with qtbot.waitSignal(model.opened):
        model.open(library)
    assert model.current_article == first
    model.close()
    assert not model.is_open


def test_an_event_brings_its_article_along(model: ProjectModel) -> None:
    library = model.library
    first = add_article(library, article("First text."), [])
    second = add_article(library, article("Second text."), [])
    model.set_current_article(first)
    event = review.add_event(library, "E", DAY, article_id=second, quote_range=TextRange(0, 6))
    model.set_current_event(event)
    assert model.current_article == second
    model.set_current_article(first)
    assert model.current_event is None


def test_a_deleted_event_is_let_go(model: ProjectModel, qtbot: QtBot) -> None:
    event = review.add_event(model.library, "E", DAY)
    model.set_current_event(event)
    model.set_selection([event])
    with qtbot.waitSignals([model.current_event_changed, model.selection_changed]):
        review.delete_events(model.library, [event])
    assert model.current_event is None
    assert model.selection == frozenset()


def test_every_change_is_passed_on(model: ProjectModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.changed) as changed:
        event = review.add_event(model.library, "E", DAY)
    assert event in changed.args[0].events
    with qtbot.waitSignal(model.changed):
        model.library.undo()


def test_another_project_takes_the_place_of_the_first(model: ProjectModel, tmp_path: Path) -> None:
    first = model.library
    event = review.add_event(first, "E", DAY)
    model.set_current_event(event)
    model.open(Library.open(tmp_path / "other.timeline"))
    assert model.current_event is None
    assert not model.library.project.events
    reopened = Library.open(first.path)
    assert event in reopened.project.events
    reopened.close()
