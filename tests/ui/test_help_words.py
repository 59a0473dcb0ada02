"""What the help says of keys and menus is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

import timeline_app
from timeline_app.services.help_pages import HelpPage, read_help
from timeline_app.ui.actions import ACTIONS, MENUS

PAGES = read_help()
KEY = re.compile(
    r"(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d{1,2}|[A-Z]|Space|Enter|Esc|Up|Down|Left|Right|Tab)"
)
# Keys that every program has, and modifiers of the pointer.
EVERYWHERE = {"Tab", "Enter", "Esc", "Up", "Down", "Ctrl", "Shift", "Alt"}


def keys_in(page: HelpPage) -> set[str]:
    return {word for word in re.findall(r"`([^`]+)`", page.text) if KEY.fullmatch(word)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_every_key_of_the_help_does_something(page: HelpPage) -> None:
    known = {QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys} | EVERYWHERE
    assert keys_in(page) <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_every_command_of_the_help_is_in_its_menu(page: HelpPage) -> None:
    commands = {(spec.menu, spec.plain_text) for spec in ACTIONS}
    told = re.findall(rf"\*({'|'.join(MENUS)}) › ([^*]+)\*", page.text)
    assert {(menu, " ".join(words.rstrip("…").split())) for menu, words in told} <= commands


def test_what_is_explained_has_a_page() -> None:
    sources = Path(timeline_app.__file__).parent.joinpath("ui").rglob("*.py")
    named = {
        page_id
        for path in sources
        for page_id in re.findall(r'explain\(self, "([^"]*)"\)', path.read_text("utf-8"))
    }
    assert len(named) > 10
    assert named <= {page.id for page in PAGES}
