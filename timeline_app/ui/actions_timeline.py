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
    _row("forward", "&Forward to the view after", "Shift+B", icon="history-forward"),
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
    _row("copy", "Cop&y", "Ctrl+C", group=1, icon="copy"),
    _row("accept", "A&ccept", "A", group=1),
    _row("merge", "&Merge the selected, or the similar event", "M", group=1, icon="git-merge"),
    _row("keep_apart", "&Keep the similar event apart", "Shift+M", group=1),
    _row("choose_first", "Choose the &first of two dates", "Alt+1", group=1),
    _row("choose_second", "Choose the se&cond of two dates", "Alt+2", group=1),
    _row("keep_both", "Keep &both dates", "Alt+3", group=1),
    _row("leave_open", "Leave the date o&pen", "Alt+4", group=1),
    _row("delete", "De&lete", "Del", group=1, icon="trash-2"),
    _row("lane_turn", "Collapse or open the lane", "C", group=2),
    _row("lanes_turn", "Collapse or open all lanes", "Shift+C", group=2),
    _row("lane_up", "Move the lane up", "Alt+Up", group=2),
    _row("lane_down", "Move the lane down", "Alt+Down", group=2),
    _row("lane_lower", "One row less for the lane", "Alt+Shift+Up", group=2),
    _row("lane_higher", "One row more for the lane", "Alt+Shift+Down", group=2),
    _row("lane_fit", "As many rows as the lane needs", group=2),
    _row("proposals", "Show &proposals", group=3),
    _row("eras", "Show er&as", group=3),
    _row("gaps", "Show &gaps", group=3),
    _row("legend", "Show the l&egend", group=3),
    _row("facets", "Show or hide the filter", group=3, icon="list-filter"),
    _row("inspector", "Show or hide the details", group=3, icon="info"),
    _row("clear_filter", "Clea&r the filter", group=3),
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
    ("Drag the head of a lane", "Put it elsewhere; its lower edge, more rows"),
    ("Double-click a head", "Collapse or open the lane"),
    ("Click a group", "Zoom in, or list it (Shift: list)"),
    ("Double-click", "Open an event, or make one"),
)
