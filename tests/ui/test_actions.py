"""The table of commands is whole: no key means two things in one place."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from timeline_app.resources import resource_path
from timeline_app.ui.actions import ACTIONS, MENUS


def test_ids_are_unique_and_begin_with_their_scope() -> None:
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)
    assert all(spec.id.startswith(f"{spec.scope}.") for spec in ACTIONS)


@pytest.mark.parametrize("scope", ["review", "timeline", "table"])
def test_a_key_does_one_thing(scope: str) -> None:
    specs = [spec for spec in ACTIONS if spec.scope in ("window", scope)]
    keys = Counter(QKeySequence(key).toString() for spec in specs for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_qt_knows() -> None:
    for spec in ACTIONS:
        for key in spec.keys:
            assert QKeySequence(key).toString(), (spec.id, key)


def test_every_command_is_in_a_menu_with_words() -> None:
    for spec in ACTIONS:
        assert spec.menu in MENUS, spec.id
        assert spec.plain_text
        assert "…" not in spec.plain_text


def test_every_icon_is_there() -> None:
    for spec in ACTIONS:
        if spec.icon:
            assert resource_path("icons", f"{spec.icon}.svg").is_file(), spec.id
