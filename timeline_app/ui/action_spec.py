"""What a command of the program is: one row of the table in `actions`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scope = Literal["window", "review", "timeline", "table"]


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command: its words, its place in the menus, and its keys.

    `id` is "scope.verb". `text` is the menu's, with "&" before the mnemonic and "…" when it asks
    something first. `menu` is the title of a menu, "" for a command without one; a new `group`
    begins with a separator line. `keys` are portable QKeySequence texts, the first one is shown.
    A `scope` other than "window" lets the keys work only inside that workspace, outside of text
    fields. `icon` is the name of a file in resources/icons.
    """

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    scope: Scope = "window"
    icon: str = ""
    group: int = 0

    @property
    def plain_text(self) -> str:
        """The words without mnemonic and ellipsis."""
        return self.text.replace("&", "").rstrip("…")
