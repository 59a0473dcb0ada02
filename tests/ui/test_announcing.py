from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.ui.announcing import Announcer


def test_a_sentence_is_said_once_and_nothing_is_not(qtbot: QtBot) -> None:
    speaker = QWidget()
    qtbot.addWidget(speaker)
    announcer, said = Announcer(speaker), []
    announcer.said.connect(said.append)

    announcer.say("Accepted. 4 left")
    announcer.say("")
    announcer.say("The file cannot be read", is_urgent=True)

    assert said == ["Accepted. 4 left", "The file cannot be read"]
