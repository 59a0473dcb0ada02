"""The binding to Qt must not lose references: one that did aborted Python in the end."""

from __future__ import annotations

import sys

import PySide6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

_CALLS = 300


def test_setters_keep_the_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    thing = QObject()
    before = sys.getrefcount(None)
    for number in range(_CALLS):
        label.setText(str(number))
        label.setEnabled(True)
        thing.setObjectName(str(number))
    lost = before - sys.getrefcount(None)

    assert lost < _CALLS / 10, f"PySide6 {PySide6.__version__} lost {lost} references to None"
