"""Without the language model simpler rules do, and the window says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import add_texts
from timeline_app.domain import UNWATCHED, Preferences, Progress
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.model import event_tagger, language_model
from timeline_app.services.incoming import Found, Incoming, read_incoming
from timeline_app.services.proposing import Proposers
from timeline_app.services.workers import ReadingPool
from timeline_app.ui.shell.main_window import MainWindow

_TEXT = "Paris, 1 May 2024\n\nThe ministers met in Rome last week. The harbour of Bonn burnt down."


class InThisProcess(ReadingPool):
    """Reads where the test can take things away."""

    def read(
        self,
        text: Incoming,
        preferences: Preferences,
        proposers: Proposers,
        progress: Progress = UNWATCHED,
        *,
        today: CivilDate | None = None,
    ) -> Found:
        return read_incoming(text, preferences, proposers, progress, today=today)


@pytest.fixture
def pool() -> ReadingPool:
    return InThisProcess(1)


@pytest.fixture
def proposers() -> Proposers:
    """Nothing of them is loaded yet."""
    return Proposers()


def test_without_the_language_model_the_window_says_so_and_works_on(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (event_tagger, language_model):
        monkeypatch.setattr(module, "model_folder", lambda: tmp_path)
    add_texts(window, qtbot, Incoming("text", _TEXT), Incoming("text", f"{_TEXT} Rain fell."))
    assert len(window.model.library.project.articles) == 2
    titles = [each.title for each in window.model.library.project.events.values()]
    assert any("ministers met in Rome" in title for title in titles)
    assert window.alert.text.count("The language model is missing.") == 1
