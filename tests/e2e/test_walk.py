"""The main job from end to end, without a network: from a dropped article to paper, and back."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.e2e import reviewing, showing
from tests.e2e.network import NetworkWatch
from tests.e2e.walking import Walk
from tests.window import Answers, OpenWindow

STEPS = reviewing.STEPS + showing.STEPS


def test_the_main_job_from_end_to_end(
    qtbot: QtBot, answers: Answers, tmp_path: Path, open_window: OpenWindow
) -> None:
    network = NetworkWatch()
    with network.on():
        walk = Walk(qtbot, answers, tmp_path, open_window, open_window())
        for step in STEPS:
            step(walk)

    assert network.asked == []


def test_the_watch_sees_a_connection() -> None:
    network = NetworkWatch()

    with network.on(), pytest.raises(PermissionError), socket.socket() as line:
        line.connect(("127.0.0.1", 9))

    assert network.asked == ["socket.connect"]
