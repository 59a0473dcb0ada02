"""The real window, also with the seed article in it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.window import (
    SEED,
    Answers,
    OpenWindow,
    _deleted_in_this_thread,
    add_texts,
    answers,
    open_window,
    pool,
    proposers,
    review_of,
    window,
)
from timeline_app.resources import seeds_path
from timeline_app.services.incoming import Incoming
from timeline_app.ui.shell.main_window import MainWindow

__all__ = [
    "SEED",
    "Answers",
    "OpenWindow",
    "_deleted_in_this_thread",
    "add_texts",
    "answers",
    "open_window",
    "pool",
    "proposers",
    "review_of",
    "window",
]


@pytest.fixture
def seeded(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window with the seed article in it."""
    add_texts(window, qtbot, Incoming("file", str(seeds_path(SEED))))
    return window
