"""The commands of the timeline."""

from __future__ import annotations

from timeline_app.ui.action_spec import ActionSpec


def _row(name: str, text: str, *keys: str, group: int = 0, icon: str = "") -> ActionSpec:
    return ActionSpec(f"timeline.{name}", text, "Timeline", keys, "timeline", icon, group)


TIMELINE_ACTIONS: tuple[ActionSpec, ...] = (
    _row("zoom_in", "Zoom &in", "+", "=", icon="plus"),
    _row("zoom_out", "Zoom &out", "-", icon="minus"),
    _row("fit_all", "Fit &all", "0", icon="maximize"),
    _row("fit_selection", "Fit the &selection", "F"),
    _row("back", "&Back to the view before", "B", icon="history"),
    _row("new_event", "&New event", "N", group=1, icon="plus"),
    _row("edit_title", "Edit the &title", "E", group=1, icon="pencil"),
    _row("edit_date", "Edit the &date", "D", group=1),
    _row("accept", "A&ccept", "A", group=1),
    _row("delete", "De&lete", "Del", group=1, icon="trash-2"),
    _row("proposals", "Show &proposals", group=2),
    _row("legend", "Show the l&egend", group=2),
    _row("clear_filter", "Clea&r the filter", group=2),
)
