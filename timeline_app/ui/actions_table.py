"""The commands of the table."""

from __future__ import annotations

from timeline_app.ui.action_spec import ActionSpec


def _row(name: str, text: str, *keys: str, group: int = 4, icon: str = "") -> ActionSpec:
    return ActionSpec(f"table.{name}", text, "Edit", keys, "table", icon, group)


TABLE_ACTIONS: tuple[ActionSpec, ...] = (
    _row("new_event", "&New event", "Ctrl+Shift+N", icon="plus"),
    _row("edit", "&Edit the cell", "F2", icon="pencil"),
    _row("fill_down", "Fill &down", "Ctrl+D"),
    _row("copy", "&Copy the events", "Ctrl+C", icon="copy"),
    _row("delete", "De&lete the events", "Del", icon="trash-2"),
    _row("accept", "&Accept the events", "Ctrl+Return", icon="check"),
    _row("merge", "&Merge the selected events", "Ctrl+Shift+M", icon="git-merge"),
    _row("select", "Se&lect the row", "Space", group=5),
    _row("select_all", "Select &all rows", "Ctrl+A", group=5),
    _row("deselect", "Deselect", "Esc", group=5),
    _row("filter", "Filte&r the rows", "Ctrl+F", group=5, icon="list-filter"),
)
