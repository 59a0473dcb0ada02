"""The commands of the timeline, and the gestures of its canvas."""

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
    _row("forward", "&Forward to the view after", "Shift+B"),
    _row("pan_earlier", "Move the view ear&lier", "Ctrl+Left"),
    _row("pan_later", "Move the view la&ter", "Ctrl+Right"),
    _row("select_all", "Select all e&vents", "Ctrl+A"),
    _row("new_event", "&New event", "N", group=1, icon="plus"),
    _row("edit_title", "Edit the &title", "E", group=1, icon="pencil"),
    _row("edit_date", "Edit the &date", "D", group=1),
    _row("move_earlier", "Move the event earlier", "Alt+Left", group=1),
    _row("move_later", "Move the event later", "Alt+Right", group=1),
    _row("end_earlier", "End the event earlier", "Alt+Shift+Left", group=1),
    _row("end_later", "End the event later", "Alt+Shift+Right", group=1),
    _row("card", "Show or hide the car&d of the event", "I", "Ctrl+I", group=1),
    _row("accept", "A&ccept", "A", group=1),
    _row("delete", "De&lete", "Del", group=1, icon="trash-2"),
    _row("proposals", "Show &proposals", group=2),
    _row("legend", "Show the l&egend", group=2),
    _row("clear_filter", "Clea&r the filter", group=2),
)


TIMELINE_GESTURES: tuple[tuple[str, str], ...] = (
    ("Arrows", "Next event in time, next lane"),
    ("Shift+arrows", "Select the next event too"),
    ("Home, End", "First event, last event"),
    ("Enter", "Open the event in its article"),
    ("Menu key, right click", "Commands for what lies there"),
    ("Esc", "End a drag, close a card, deselect"),
    ("Wheel", "Scroll the lanes, or zoom"),
    ("Ctrl+wheel, pinch", "Zoom at the pointer"),
    ("Shift+wheel, two fingers", "Move along the time"),
    ("Drag", "Move the view; across the axis, zoom"),
    ("Shift+drag", "Zoom to a stretch"),
    ("Ctrl+drag", "Select what a band surrounds"),
    ("Drag an event, or its edge", "Change its date; with Alt, freely"),
    ("Click a group", "Zoom in, or list it (Shift: list)"),
    ("Double-click", "Open an event, or make one"),
)
