"""The main job from end to end: from a dropped article to a timeline on paper, and back again."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.e2e import reviewing, showing
from tests.e2e.walking import Walk
from tests.window import Answers, OpenWindow

STEPS = reviewing.STEPS + showing.STEPS


def test_the_main_job_from_end_to_end(
    qtbot: QtBot, answers: Answers, tmp_path: Path, open_window: OpenWindow
) -> None:
    walk = Walk(qtbot, answers, tmp_path, open_window, open_window())
    for step in STEPS:
        step(walk)
